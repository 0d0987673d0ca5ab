"""`/embed/fylker/{slug}/share.png`: the share image of a county."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.crop import crop_picture
from app.charts.map.drawing import land_picture
from app.charts.map.members import member_points
from app.features.counties.content import county_content
from app.features.dependencies import ReadingDep
from app.web.parameters import PageParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/embed/fylker/{county}/share.png")
def county_card(
    request: Request,
    reading: ReadingDep,
    county: str,
    _parameters: Annotated[PageParameters, Query()],
) -> Response:
    found = county_content(reading, county)
    say_it = words(language_of(request))
    points = member_points(found.on_map, found.evaluated, say_it, lambda path: path)
    title = say_it(found.title)
    card = ShareCard(
        heading=found.title,
        sentences=(found.counted.count_words, *found.results.listed_words),
        caveat=OF_SEVERAL,
        drawing=crop_picture(points, title, say_it(found.counted.count_words))
        or land_picture(title),
    )
    return share_answer(request, reading.release, card, card_svg)
