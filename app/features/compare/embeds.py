"""`/embed/sammenlign/…`: the figures of a comparison on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.bars import bars_svg
from app.charts.cards import card_svg
from app.charts.framed import areas_table, framed_svg
from app.charts.spider import spider_svg
from app.domain.message import Message, Say
from app.domain.score import Measure
from app.domain.wording_sets import versions_used_words
from app.features.compare.content import CompareContent, content
from app.features.compare.figures import bars_figure, spider_figure
from app.features.compare.pages import CompareParameters
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.embeds import OF_SEVERAL, Embed, FigureTable, embed_answer
from app.web.languages import language_of, words
from app.web.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[CompareParameters, Query()]


@router.get("/embed/sammenlign/share.png")
def compare_card(request: Request, reading: ReadingDep, parameters: Parameters) -> Response:
    found = _content(reading, parameters)
    figure = spider_figure(found, words(language_of(request)))
    card = ShareCard(
        heading=found.title,
        sentences=found.lead,
        caveat=OF_SEVERAL,
        drawing=spider_svg(figure, id_prefix="spider") if figure else None,
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/sammenlign/{name}")
def compare_embed(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> Response:
    found = _content(reading, parameters)
    say_it = words(language_of(request))
    embeds = {"spider": lambda: _spider(found, say_it), "bars": lambda: _bars(found, say_it)}
    return embed_answer(request, reading.release, name, embeds, framed_svg)


def _content(reading: Reading, parameters: CompareParameters) -> CompareContent:
    return content(reading, parameters.e, "")


def _spider(found: CompareContent, say_it: Say) -> Embed | None:
    figure = spider_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _embed(found, figure.title, spider_svg(figure, id_prefix="spider"), table)


def _bars(found: CompareContent, say_it: Say) -> Embed | None:
    figure = bars_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _embed(found, figure.title, bars_svg(figure, id_prefix="bars"), table)


def _embed(found: CompareContent, title: str, drawing: str, table: FigureTable) -> Embed:
    basis: list[Message] = []
    if found.set_words is None:
        basis.append(versions_used_words([one.evaluation for one in found.compared]))
    said = (found.set_words, found.areas.drawn_words, found.years_apart)
    basis += [words for words in said if words is not None]
    of_areas = [
        remark
        for remark in found.remarks
        if remark.discrepancy.measure not in (None, Measure.TOTAL)
        and remark.discrepancy.question is None
    ]
    return Embed(
        title,
        drawing,
        table,
        tuple(basis),
        OF_SEVERAL,
        found.sources,
        len(of_areas),
        "/sammenlign",
    )
