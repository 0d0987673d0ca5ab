"""Reads a report as somebody would who looks for one thing in it."""

from collections.abc import Sequence

from app.reports.document import Block, PointBox, Report, ReportSection, TableBlock
from tests.reports.said import said
from tests.reports.said import words as text_of


def section(report: Report, anchor: str) -> ReportSection:
    """The section with this anchor."""
    return next(one for _, one in report.walk() if one.anchor == anchor)


def blocks(report: Report, anchor: str) -> list[Block]:
    """Everything in a section and in those below it."""
    return [block for _, one in section(report, anchor).walk() for block in one.blocks]


def rows(grid: TableBlock) -> dict[str, list[str]]:
    """The rows of a table by their first word: a number, a code, or a name."""
    return {text_of(row[0]).split(" ")[0]: [text_of(cell) for cell in row[1:]] for row in grid.rows}


def grids(found: Sequence[Block]) -> list[TableBlock]:
    """The tables among some blocks."""
    return [block for block in found if isinstance(block, TableBlock)]


def boxes(found: Sequence[Block]) -> list[PointBox]:
    """The boxes of points among some blocks."""
    return [block for block in found if isinstance(block, PointBox)]


def words(found: Sequence[Block]) -> list[str]:
    """Every sentence of some blocks, in order."""
    return [sentence for block in found for sentence in said(block)]
