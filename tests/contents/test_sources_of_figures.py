"""The figures of evaluations and municipalities name the sources of everybody whom they draw."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

import pytest

from app.charts.chart_table.figure import ChartTableFigure
from app.charts.figure import Figure
from app.contents.averages.content import averages_content
from app.contents.evaluations.content import content_of
from app.contents.evaluations.figures import FIGURES as OF_EVALUATIONS
from app.contents.municipalities.content import content as municipality_content
from app.contents.municipalities.figures import FIGURES as OF_MUNICIPALITIES
from app.domain.evaluation import Evaluation
from app.domain.score import AREA_MEASURES
from app.queries import evaluations as evaluation_queries
from app.queries import register
from app.queries.reading import Reading
from app.reports.evaluation.report import evaluation_report
from app.reports.evaluation.standing import AVERAGES
from app.web.pictures.figures import FigureMaker
from app.web.pictures.provenance import Provenance
from app.web.words.languages import translate, words
from tests.reports.reading import blocks
from tests.reports.reading import words as told

Drawn = tuple[str, Figure, Provenance]


def every(reading: Reading) -> dict[str, Evaluation]:
    """Every evaluation in full, by what figures call it."""
    table = evaluation_queries.summaries(reading)
    found = evaluation_queries.evaluations_of(reading, {one.municipality for one in table})
    return {f"{table.by_id[one.id].name} {one.year}": one for one in found}


def _made(makers: Mapping[str, FigureMaker[Any]], content: object, of: str) -> Iterator[Drawn]:
    for name, maker in makers.items():
        figure = maker.make(content, words("en"))
        if figure is not None and maker.provenance is not None:
            yield f"{name} of {of}", cast(Figure, figure), maker.provenance(content)


def drawn(reading: Reading) -> Iterator[Drawn]:
    """Every figure of every evaluation and of every municipality that was ever evaluated."""
    table = evaluation_queries.summaries(reading)
    for one in table:
        yield from _made(OF_EVALUATIONS.makers, content_of(reading, one.id), one.id)
    for slug in dict.fromkeys(one.municipality for one in table):
        municipality = register.municipality(reading, slug)
        assert municipality is not None
        content = municipality_content(reading, municipality, None)
        yield from _made(OF_MUNICIPALITIES.makers, content, slug)
    sizes = {name: maker for name, maker in AVERAGES.items() if name.startswith("sizes-")}
    yield from _made(sizes, averages_content(reading), "averages")


def named(figure: Figure, known: Mapping[str, Evaluation]) -> dict[str, Evaluation]:
    """The evaluations that a figure names, in its table in print or where its drawing is told."""
    said = " ".join((figure.description, *(cell for row in figure.told() for cell in row)))
    return {name: one for name, one in known.items() if re.search(rf"{re.escape(name)}\b", said)}


def test_whoever_is_named_in_a_figure_is_among_its_sources_and_years(real: Reading) -> None:
    known, several = every(real), 0
    for where, figure, provenance in drawn(real):
        shown = named(figure, known)
        assert {one.source for one in shown.values()} <= set(provenance.sources), where
        assert len(set(provenance.sources)) == len(provenance.sources), where
        if where.startswith("sizes"):
            continue
        basis = " ".join(translate(one, "en") for one in provenance.basis)
        versions, _, years = basis.partition("Method version")[2].partition(", ")
        for one in shown.values():
            assert one.version in versions or one.version in years, where
        found = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", basis)]
        own = [one.year for one in shown.values()]
        assert not own or min(found) <= min(own) <= max(own) <= max(found), where
        several += len({one.source for one in shown.values()}) > 1
    assert several > 20


def test_whoever_is_a_dot_in_a_figure_is_among_its_sources(real: Reading) -> None:
    known, seen = every(real), 0
    for where, figure, provenance in drawn(real):
        if not isinstance(figure, ChartTableFigure) or where.startswith("sizes"):
            continue
        of_sources = [one for one in known.values() if one.source in provenance.sources]
        for measure, row in zip(AREA_MEASURES, figure.rows, strict=True):
            points: set[Decimal | None] = {one.figure(measure).score for one in of_sources}
            assert set(row.dots) <= points, where
            seen += len(row.dots)
    assert seen > 50


def test_a_figure_of_one_has_one_source(real: Reading) -> None:
    """Nobody is named as a source who is not drawn."""
    known = every(real)
    for where, figure, provenance in drawn(real):
        if where.startswith(("bars", "history", "webs", "years", "ranked", "dots", "scatter")):
            shown = named(figure, known)
            own = {one.source for one in shown.values()}
            if where.startswith(("ranked", "dots", "scatter")):
                assert own == set(provenance.sources), where


@pytest.mark.parametrize("id", ["hemne-2018", "hareid-2019", "kristiansund-2016"])
def test_the_appendix_of_a_report_lists_the_source_of_every_figure(real: Reading, id: str) -> None:
    report = evaluation_report(real, content_of(real, id), "en")
    listed = set(told(blocks(report, "sources")))
    known = every(real)
    pictures = list(report.pictures())
    assert pictures
    for picture in pictures:
        for name, one in named(picture.figure, known).items():
            assert one.source.title in listed, (picture.name, name)
