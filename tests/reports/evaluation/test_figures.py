"""Figures in print, where no mouse asks what a mark is: everything drawn is named and told."""

from collections import Counter
from collections.abc import Iterator

import pytest

from app.charts.chart_table.figure import ChartTableFigure
from app.charts.distribution.figure import DistributionFigure
from app.charts.look import NARROW, PRINT
from app.charts.ranked.figure import RankedFigure
from app.charts.scatter.figure import ScatterFigure
from app.contents.evaluations.content import content_of
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.document import Picture, Report, TableBlock
from app.reports.evaluation.report import evaluation_report
from app.reports.joint.report import joint_report
from tests.charts.drawn import NAMESPACE, parsed, texts
from tests.reports.said import words

EVERY = 25
"""Of the made-up evaluations one in so many."""
JOINT = ["hemne-2018", "hareid-2019", "ulstein-2019", "kristiansund-2016", "roros-2017"]


@pytest.fixture
def reports(real: Reading, demo_reading: Reading) -> list[Report]:
    every = [(real, one.id) for one in summaries(real)]
    every += [(demo_reading, one.id) for one in summaries(demo_reading)[::EVERY]]
    found = [evaluation_report(reading, content_of(reading, id), "en") for reading, id in every]
    return [*found, *(joint_report(real, JOINT[:count], "en") for count in (2, 5))]


def drawn(picture: Picture, width: float = PRINT) -> list[str]:
    return texts(parsed(picture.figure.drawing("x", width).alone()))


def pictures(reports: list[Report]) -> Iterator[Picture]:
    for report in reports:
        yield from report.pictures()


def test_what_a_figure_is_about_is_named_in_it_and_in_its_key(reports: list[Report]) -> None:
    seen = Counter[str]()
    for picture in pictures(reports):
        figure = picture.figure
        match figure:
            case DistributionFigure():
                dots = [dot for strip in figure.strips for dot in strip.dots]
                about = {f"{d.label}: {figure.write(d.value)}" for d in dots if d.is_marked}
            case RankedFigure() if len(figure.bars) > 16:
                bars = [bar for bar in figure.bars if bar.own or bar.earlier]
                about = {f"{bar.label}: {figure.write(bar.value)}" for bar in bars}
            case ScatterFigure():
                about = {point.label for point in figure.points if point.own}
            case _:
                continue
        assert about
        for width in (NARROW, PRINT):
            drawing = figure.drawing("x", width)
            assert about <= set(texts(parsed(drawing.__html__()))), picture.title
            assert len(drawing.key) > 1
        seen[type(figure).__name__] += 1
    assert seen["ScatterFigure"] > 2


def test_scales_say_what_they_measure(reports: list[Report]) -> None:
    """At the scale, or in the line above the drawing."""
    for picture in pictures(reports):
        figure = picture.figure
        said = " ".join(drawn(picture))
        if isinstance(figure, DistributionFigure | RankedFigure | ScatterFigure):
            assert figure.axis
        if figure.axis:
            assert all(word in said for word in figure.axis.split())
        else:
            assert "oint" in figure.subtitle, picture.title
        if isinstance(figure, ScatterFigure):
            assert figure.across_axis in said


def test_everything_that_is_drawn_stands_in_a_table(reports: list[Report]) -> None:
    seen = 0
    for picture in pictures(reports):
        figure, values = picture.figure, picture.values
        told = " ".join(" ".join(words(cell) for cell in row) for row in values.rows)
        for name in (entry.name for entry in figure.drawing("x", PRINT).key):
            if name.startswith("the middle half"):
                assert f"{name}: lower limit" in values.head
                assert f"{name}: upper limit" in values.head
        if isinstance(figure, ChartTableFigure):
            marks = {one.name for one in figure.marks}
            for row in figure.rows:
                assert len(row.dot_names) == len(row.dots)
                for name, value in zip(row.dot_names, row.dots, strict=True):
                    assert name in marks or f"{name} {figure.write(value)}" in told
                    seen += 1
        if picture.told_by is not None:
            own = figure.told()
            assert set(own[0]) <= set(values.head)
            assert all(cell in told for row in own[1:] for cell in row)
    assert seen > 10


def test_no_two_tables_hold_the_same_numbers(reports: list[Report]) -> None:
    for report in reports:
        tables = [
            block
            for _, section in report.walk()
            for block in section.blocks
            if isinstance(block, TableBlock)
        ]
        tables += [picture.values for picture in report.tabled()]
        found: dict[tuple[str, ...], list[str]] = {}
        for table in tables:
            found.setdefault(_numbers(table), []).append(table.caption)
        many = {numbers: names for numbers, names in found.items() if len(set(numbers)) > 2}
        assert [names for names in many.values() if len(names) > 1] == []


def _numbers(table: TableBlock) -> tuple[str, ...]:
    """Of its own, in order: not those of rows that several tables name."""
    cells = (words(cell) for row in table.rows for at, cell in enumerate(row) if at)
    return tuple(cell for cell in cells if cell.replace(".", "").isdigit())


def test_a_parsed_drawing_has_texts(reports: list[Report]) -> None:
    """So that the tests above look at something."""
    shown = next(pictures(reports))
    root = parsed(shown.figure.drawing("x", PRINT).alone())
    assert list(root.iter(f"{NAMESPACE}text"))
