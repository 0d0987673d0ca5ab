"""`/embed/kommuner/{slug}/{year}/…`: the figures of an evaluation on other sites, and its share
image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.bars import bars_svg
from app.charts.cards import card_svg
from app.charts.framed import areas_table, framed_svg
from app.charts.spider import spider_svg
from app.domain.message import Message, Points, Say, say
from app.domain.municipality import Municipality
from app.domain.wording_sets import total_words, versions_used_words
from app.errors import NotFound
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.evaluations.content import EvaluationContent, content
from app.features.evaluations.figures import bars_figure, spider_figure
from app.queries.reading import Reading
from app.web.embeds import OF_ONE, Embed, FigureTable, embed_answer
from app.web.languages import language_of, words
from app.web.parameters import PageParameters
from app.web.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/embed/kommuner/{slug}/{year}/share.png")
def evaluation_card(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    year: str,
    _parameters: Parameters,
) -> Response:
    found = _content(reading, municipality, year)
    total = found.evaluation.total
    figures = None
    if total.score is not None:
        figures = total_words(Points(total.score), Points(total.max))
    figure = spider_figure(found, words(language_of(request)))
    card = ShareCard(
        heading=found.heading,
        figures=figures,
        sentences=found.lead[1:] if figures else found.lead,
        caveat=OF_ONE,
        drawing=spider_svg(figure, id_prefix="spider") if figure else None,
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/kommuner/{slug}/{year}/{name}")
def evaluation_embed(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    year: str,
    name: str,
    _parameters: Parameters,
) -> Response:
    found = _content(reading, municipality, year)
    say_it = words(language_of(request))
    embeds = {"spider": lambda: _spider(found, say_it), "bars": lambda: _bars(found, say_it)}
    return embed_answer(request, reading.release, name, embeds, framed_svg)


def _content(reading: Reading, municipality: Municipality, year: str) -> EvaluationContent:
    """The one evaluation at an address.

    Raises:
        NotFound: there is none, or there are several in the year.
    """
    found = content(reading, municipality, year)
    if isinstance(found, EvaluationContent):
        return found
    raise NotFound(
        say("There are several evaluations in this year. Choose one of them."),
        [
            (f"{municipality.label} {one.path}", f"/kommuner/{municipality.slug}/{one.path}")
            for one in found.evaluations
        ],
    )


def _spider(found: EvaluationContent, say_it: Say) -> Embed | None:
    figure = spider_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _embed(found, figure.title, spider_svg(figure, id_prefix="spider"), table)


def _bars(found: EvaluationContent, say_it: Say) -> Embed | None:
    figure = bars_figure(found, say_it)
    if figure is None:
        return None
    table = FigureTable(*areas_table(figure))
    return _embed(found, figure.title, bars_svg(figure, id_prefix="bars"), table)


def _embed(found: EvaluationContent, title: str, drawing: str, table: FigureTable) -> Embed:
    evaluation, earlier = found.evaluation, found.earlier
    basis: list[Message] = []
    sources = [evaluation.source]
    if earlier is None:
        basis = [
            say("One evaluation, set beside no other."),
            versions_used_words([evaluation]),
        ]
    else:
        basis = [
            say(
                "Two evaluations of the same municipality, %(first)s and %(last)s, and no other.",
                first=str(earlier.evaluation.year),
                last=str(evaluation.year),
            ),
            versions_used_words([earlier.evaluation, evaluation]),
        ]
        sources.append(earlier.evaluation.source)
    return Embed(
        title,
        drawing,
        table,
        tuple(basis),
        OF_ONE,
        tuple(dict.fromkeys(sources)),
        sum(len(part.discrepancies) for part in found.areas),
        found.path,
    )
