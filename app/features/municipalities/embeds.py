"""`/embed/kommuner/{slug}/…`: a municipality's figures on other sites, and its share image."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.domain.decimals import total_points
from app.domain.message import Message, say_n
from app.domain.wording.sets import total_words, versions_used_words
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.municipalities.content import MunicipalityContent, MunicipalityParameters, content
from app.features.municipalities.figures import (
    FIGURES,
    bars_figure,
    history_figure,
    spider_figure,
)
from app.web.pictures.embeds import OF_ONE, Embed, Embeddable, embed_answer
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[MunicipalityParameters, Query()]


@router.get("/embed/kommuner/{slug}/share.png")
def municipality_card(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, parameters: Parameters
) -> Response:
    found = content(reading, municipality, parameters.set)
    card = ShareCard(
        heading=_heading(found),
        figures=_total(found),
        sentences=found.lead[1:] if _total(found) else found.lead,
        caveat=OF_ONE,
        drawing=FIGURES.drawing(request, found, "spider"),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/kommuner/{slug}/{name}")
def municipality_embed(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    name: str,
    parameters: Parameters,
) -> Response:
    found = content(reading, municipality, parameters.set)
    return embed_answer(request, reading.release, _EMBEDDABLE, found, name)


def _heading(found: MunicipalityContent) -> str:
    name = found.municipality.label
    return f"{name} {found.result.evaluation.year}" if found.result else name


def _total(found: MunicipalityContent) -> Message | None:
    total = found.result.evaluation.total if found.result else None
    if total is None or total.score is None:
        return None
    return total_words(total_points(total.score), total_points(total.max))


def _of_areas(found: MunicipalityContent) -> Embed:
    """Year, version, and exactly what the areas are set beside."""
    result = found.result
    basis: list[Message] = []
    remarks = 0
    sources = found.sources
    if result is not None:
        basis = [versions_used_words([result.evaluation])]
        basis += [result.too_few] if result.too_few else []
        basis += result.drawn_words
        remarks = sum(len(row.discrepancies) for row in result.areas)
        sources = (result.evaluation.source,)
    return Embed(tuple(basis), OF_ONE, sources, remarks, _path(found))


def _of_history(found: MunicipalityContent) -> Embed:
    own = [row.evaluation for row in found.history.rows] if found.history else []
    basis = (
        say_n(
            "One municipality's own evaluation, n = %(n)s.",
            "One municipality's own evaluations, n = %(n)s.",
            len(own),
        ),
        versions_used_words(own),
    )
    remarks = len(found.result.total_discrepancies) if found.result else 0
    return Embed(basis, OF_ONE, found.sources, remarks, _path(found))


def _path(found: MunicipalityContent) -> str:
    return f"/kommuner/{found.municipality.slug}"


_EMBEDDABLE: Final = {
    "spider": Embeddable(spider_figure, _of_areas),
    "bars": Embeddable(bars_figure, _of_areas),
    "history": Embeddable(history_figure, _of_history),
}
