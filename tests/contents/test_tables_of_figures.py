"""The table of a figure in a page and in a file: numbers to reckon with, and narrow on a phone."""

from app.charts.areas import AreasFigure
from app.charts.chart_table.figure import ChartTableFigure
from app.charts.webs.figure import WebsFigure
from app.queries.reading import Reading
from tests.contents.test_sources_of_figures import drawn


def test_there_are_numbers_in_the_cells_of_a_page_s_table(real: Reading) -> None:
    """Words about them are told in print."""
    seen = 0
    for where, figure, _ in drawn(real):
        for row in figure.cells()[1:]:
            assert not any(isinstance(cell, str) for cell in row[1:]), (where, row)
            seen += len(row)
    assert seen > 1_000


def test_there_is_a_column_for_each_series_and_no_other(real: Reading) -> None:
    more = 0
    for where, figure, _ in drawn(real):
        match figure:
            case ChartTableFigure():
                names = [one.name for one in (*figure.marks, *figure.ticks)]
            case AreasFigure():
                names = [one.name for one in figure.series]
            case WebsFigure():
                names = [panel.name for panel in figure.panels]
            case _:
                continue
        assert figure.table()[0] == ("", *names), where
        told = figure.told()
        assert [row[: len(names) + 1] for row in told] == list(figure.table()), where
        more += len(told[0]) > len(names) + 1
    assert more > 10


def test_whom_a_gap_is_to_is_told_apart_from_the_figure(real: Reading) -> None:
    """Which of the columns before it the numbers stand beside; the page says it elsewhere."""
    seen = 0
    for where, figure, _ in drawn(real):
        if isinstance(figure, ChartTableFigure) and "Gap" in figure.heads:
            names = [one.name for one in (*figure.marks[1:], *figure.ticks)]
            found = [head for head in figure.told()[0] if head.startswith("Gap")]
            assert found in [[f"Gap to {name}"] for name in names], where
            seen += 1
    assert seen
