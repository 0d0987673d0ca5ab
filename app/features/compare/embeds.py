"""`/embed/sammenlign/…`: the figures of a comparison on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.drawing import land_picture
from app.charts.ranked.totals import NamedTotal, totals_picture
from app.contents.comparisons.content import CompareContent, CompareParameters, content
from app.contents.comparisons.figures import FIGURES
from app.domain.score import Measure
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.pictures.embeds import embed_answer
from app.web.pictures.figures import Drawing
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()

Parameters = Annotated[CompareParameters, Query()]


@router.get("/embed/sammenlign/share.png")
def compare_card(request: Request, reading: ReadingDep, parameters: Parameters) -> Response:
    found = _content(reading, parameters)
    card = ShareCard(
        heading=found.title,
        sentences=found.lead,
        caveat=OF_SEVERAL,
        drawing=_drawing(request, found),
    )
    return share_answer(request, reading.release, card, card_svg)


def _drawing(request: Request, found: CompareContent) -> Drawing:
    """The areas, else the totals, where those may be set beside one another."""
    say_it = words(language_of(request))
    drawn = FIGURES.card_drawing(request, found, "spider", "webs")
    if drawn is None and found.totals.line is not None:
        totals = (
            NamedTotal(one.name, total, own=True)
            for one in found.compared
            if (total := one.summary.figures.get(Measure.TOTAL)) is not None
        )
        drawn = totals_picture(found.title, totals, found.version.max, say_it)
    return drawn or land_picture(say_it(found.title))


@router.get("/embed/sammenlign/{name}")
def compare_embed(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> Response:
    found = _content(reading, parameters)
    return embed_answer(request, reading.release, FIGURES, found, name)


def _content(reading: Reading, parameters: CompareParameters) -> CompareContent:
    return content(reading, parameters.e, "")
