"""Reads a report as somebody would who looks for one thing in it."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Facts,
    Notice,
    Passage,
    Picture,
    PointBox,
    Report,
    ReportSection,
    RunText,
    TableBlock,
)


def said(text: RunText) -> str:
    """A text as words alone."""
    return "".join(run.text for run in text)


def section(report: Report, anchor: str) -> ReportSection:
    """The section with this anchor."""
    return next(one for _, one in report.walk() if one.anchor == anchor)


def blocks(report: Report, anchor: str) -> list[Block]:
    """Everything in a section and in those below it."""
    return [block for _, one in section(report, anchor).walk() for block in one.blocks]


def rows(grid: TableBlock) -> dict[str, list[str]]:
    """The rows of a table by their first word: a number, a code, or a name."""
    return {said(row[0]).split(" ")[0]: [said(cell) for cell in row[1:]] for row in grid.rows}


def grids(found: Sequence[Block]) -> list[TableBlock]:
    """The tables among some blocks."""
    return [block for block in found if isinstance(block, TableBlock)]


def boxes(found: Sequence[Block]) -> list[PointBox]:
    """The boxes of points among some blocks."""
    return [block for block in found if isinstance(block, PointBox)]


def words(found: Sequence[Block]) -> list[str]:
    """Every sentence of some blocks, in order."""
    return [sentence for block in found for sentence in _words(block)]


@singledispatch
def _words(block: Block) -> Iterator[str]:
    raise TypeError(type(block).__name__)


@_words.register
def _(block: Passage) -> Iterator[str]:
    yield said(block.text)


@_words.register
def _(block: Bullets) -> Iterator[str]:
    yield from map(said, block.items)


@_words.register
def _(block: Facts) -> Iterator[str]:
    yield from (f"{fact.name}: {said(fact.text)}" for fact in block.items)


@_words.register
def _(block: TableBlock) -> Iterator[str]:
    yield from (" | ".join(map(said, row)) for row in block.rows)


@_words.register
def _(block: Columns) -> Iterator[str]:
    yield from (said(item) for column in block.columns for item in column.items)


@_words.register
def _(block: PointBox) -> Iterator[str]:
    yield " ".join((block.name, block.points, block.out_of, *block.beside))


@_words.register
def _(block: Picture) -> Iterator[str]:
    yield from (block.title, block.figure.description)


@_words.register
def _(block: Notice) -> Iterator[str]:
    yield block.title
    yield from map(said, block.paragraphs)
