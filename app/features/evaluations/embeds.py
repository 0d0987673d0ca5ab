"""`/embed/kommuner/{slug}/{year}/…`: the figures of an evaluation on other sites, and its share
image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.place import place_picture
from app.charts.ranked.totals import NamedTotal, totals_picture
from app.contents.evaluations.content import EvaluationContent
from app.contents.evaluations.figures import FIGURES
from app.domain.decimals import total_points
from app.domain.wording.sets import total_words
from app.features.dependencies import EvaluationDep, ReadingDep
from app.web.parameters import PageParameters
from app.web.pictures.embeds import embed_answer
from app.web.pictures.figures import Drawing
from app.web.pictures.provenance import OF_ONE
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/embed/kommuner/{slug}/{year}/share.png")
def evaluation_card(
    request: Request, reading: ReadingDep, found: EvaluationDep, _parameters: Parameters
) -> Response:
    total = found.evaluation.total
    figures = None
    if total.score is not None:
        figures = total_words(total_points(total.score), total_points(total.max))
    card = ShareCard(
        heading=found.heading,
        figures=figures,
        sentences=found.lead[1:] if figures else found.lead,
        caveat=OF_ONE,
        drawing=_drawing(request, found),
    )
    return share_answer(request, reading.release, card, card_svg)


def _drawing(request: Request, found: EvaluationContent) -> Drawing:
    """The areas, else the total among the others or by itself, else where the municipality is."""
    say_it = words(language_of(request))
    total = found.evaluation.total
    drawn = FIGURES.card_drawing(request, found, "spider", "ranked", "dots")
    if drawn is None and total.score is not None:
        label = f"{found.municipality.name} {found.evaluation.year}"
        alone = NamedTotal(label, total.score, own=True)
        drawn = totals_picture(found.title, [alone], total.max, say_it)
    return drawn or place_picture(found.municipality)


@router.get("/embed/kommuner/{slug}/{year}/{name}")
def evaluation_embed(
    request: Request, reading: ReadingDep, found: EvaluationDep, name: str, _parameters: Parameters
) -> Response:
    return embed_answer(request, reading.release, FIGURES, found, name)
