"""`/embed/sammenlign/…`: the figures of a comparison on other sites, and its share image."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording.sets import versions_used_words
from app.features.compare.content import CompareContent, CompareParameters, content
from app.features.compare.figures import FIGURES, bars_figure, spider_figure
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.pictures.embeds import OF_SEVERAL, Embed, Embeddable, embed_answer
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[CompareParameters, Query()]


@router.get("/embed/sammenlign/share.png")
def compare_card(request: Request, reading: ReadingDep, parameters: Parameters) -> Response:
    found = _content(reading, parameters)
    card = ShareCard(
        heading=found.title,
        sentences=found.lead,
        caveat=OF_SEVERAL,
        drawing=FIGURES.drawing(request, found, "spider"),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/sammenlign/{name}")
def compare_embed(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> Response:
    found = _content(reading, parameters)
    return embed_answer(request, reading.release, _EMBEDDABLE, found, name)


def _content(reading: Reading, parameters: CompareParameters) -> CompareContent:
    return content(reading, parameters.e, "")


def _embed(found: CompareContent) -> Embed:
    basis: list[Message] = []
    if found.set_words is None:
        basis.append(versions_used_words([one.evaluation for one in found.compared]))
    said = (found.set_words, found.areas.drawn_words, found.years_apart)
    basis += [words for words in said if words is not None]
    basis += found.levels.words if found.levels else ()
    of_areas = [
        remark
        for remark in found.remarks
        if remark.discrepancy.measure not in (None, Measure.TOTAL)
        and remark.discrepancy.question is None
    ]
    return Embed(tuple(basis), OF_SEVERAL, found.sources, len(of_areas), "/sammenlign")


_EMBEDDABLE: Final = {
    "spider": Embeddable(spider_figure, _embed),
    "bars": Embeddable(bars_figure, _embed),
}
