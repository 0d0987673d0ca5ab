"""`/embed/kommuner/{slug}/…`: a municipality's figures on other sites, and its share image."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.bars import bars_svg
from app.charts.cards import card_svg
from app.charts.framed import areas_table, framed_svg, history_table
from app.charts.history import history_svg
from app.charts.spider import spider_svg
from app.domain.message import Message, Points, Say, say, say_n
from app.domain.wording_sets import total_words, versions_used_words
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.municipalities.content import MunicipalityContent, content
from app.features.municipalities.figures import bars_figure, history_figure, spider_figure
from app.features.municipalities.pages import MunicipalityParameters
from app.web.embeds import OF_ONE, Embed, FigureTable, embed_answer
from app.web.languages import language_of, words
from app.web.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[MunicipalityParameters, Query()]


@router.get("/embed/kommuner/{slug}/share.png")
def municipality_card(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, parameters: Parameters
) -> Response:
    found = content(reading, municipality, parameters.set)
    figure = spider_figure(found, words(language_of(request)))
    card = ShareCard(
        heading=_heading(found),
        figures=_total(found),
        sentences=found.lead[1:] if _total(found) else found.lead,
        caveat=OF_ONE,
        drawing=spider_svg(figure, id_prefix="spider") if figure else None,
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
    embeds = _embeds(found, words(language_of(request)))
    return embed_answer(request, reading.release, name, embeds, framed_svg)


def _heading(found: MunicipalityContent) -> str:
    name = found.municipality.label
    return f"{name} {found.result.evaluation.year}" if found.result else name


def _total(found: MunicipalityContent) -> Message | None:
    total = found.result.evaluation.total if found.result else None
    if total is None or total.score is None:
        return None
    return total_words(Points(total.score), Points(total.max))


def _embeds(found: MunicipalityContent, say_it: Say) -> dict[str, Callable[[], Embed | None]]:
    return {
        "spider": lambda: _spider(found, say_it),
        "bars": lambda: _bars(found, say_it),
        "history": lambda: _history(found, say_it),
    }


def _spider(found: MunicipalityContent, say_it: Say) -> Embed | None:
    figure = spider_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _of_areas(found, figure.title, spider_svg(figure, id_prefix="spider"), table)


def _bars(found: MunicipalityContent, say_it: Say) -> Embed | None:
    figure = bars_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _of_areas(found, figure.title, bars_svg(figure, id_prefix="bars"), table)


def _of_areas(found: MunicipalityContent, title: str, drawing: str, table: FigureTable) -> Embed:
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
    return Embed(title, drawing, table, tuple(basis), OF_ONE, sources, remarks, _path(found))


def _history(found: MunicipalityContent, say_it: Say) -> Embed | None:
    figure = history_figure(found, say_it)
    if figure is None or found.history is None:
        return None
    own = [row.evaluation for row in found.history.rows]
    basis = (
        say_n(
            "The own evaluation of one municipality, n = %(n)s.",
            "The own evaluations of one municipality, n = %(n)s.",
            len(own),
        ),
        versions_used_words(own),
    )
    return Embed(
        figure.title,
        history_svg(figure, id_prefix="history"),
        FigureTable(*history_table(figure, say_it(say("Total")))),
        basis,
        OF_ONE,
        found.sources,
        len(found.result.total_discrepancies) if found.result else 0,
        _path(found),
    )


def _path(found: MunicipalityContent) -> str:
    return f"/kommuner/{found.municipality.slug}"
