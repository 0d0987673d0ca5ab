"""`/embed/omrader/{version}/{no}/share.png`: the share image of an area."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.compose_distribution import distribution
from app.charts.distribution import distribution_svg
from app.features.areas.content import area_content
from app.features.dependencies import ReadingDep
from app.web.embeds import OF_SEVERAL
from app.web.languages import language_of, words
from app.web.results import ResultParameters
from app.web.share_cards import ShareCard, share_answer

router = APIRouter()


@router.get("/embed/omrader/{version}/{no}/share.png")
def area_card(
    request: Request,
    reading: ReadingDep,
    version: str,
    no: str,
    parameters: Annotated[ResultParameters, Query()],
) -> Response:
    found = area_content(reading, version, no, parameters)
    say_it = words(language_of(request))
    figure = distribution(found.figure_title, found.results.spreads, found.area.max, say_it)
    card = ShareCard(
        heading=found.title,
        sentences=(found.results.count, *found.medians),
        caveat=OF_SEVERAL,
        drawing=distribution_svg(figure, id_prefix="distribution") if figure else None,
    )
    return share_answer(request, reading.release, card, card_svg)
