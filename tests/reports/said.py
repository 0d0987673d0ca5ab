"""What a report says, block by block, in the order in which it is read."""

from collections.abc import Iterator
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
    RunText,
    TableBlock,
)


def body(report: Report) -> Iterator[str]:
    """Everything after the cover and the contents: headings and what stands under them."""
    for _, section in report.walk():
        yield section.heading
        for block in section.blocks:
            yield from said(block)


def words(text: RunText) -> str:
    return "".join(run.text for run in text)


@singledispatch
def said(block: Block) -> Iterator[str]:
    """The texts of a block; of a figure its title, what stands for it and its notes."""
    raise TypeError(type(block))


@said.register
def _(block: Passage) -> Iterator[str]:
    yield words(block.text)


@said.register
def _(block: Bullets) -> Iterator[str]:
    yield from map(words, block.items)


@said.register
def _(block: Facts) -> Iterator[str]:
    for fact in block.items:
        yield fact.name
        yield words(fact.text)


@said.register
def _(block: TableBlock) -> Iterator[str]:
    yield block.caption
    yield from block.head
    for row in block.rows:
        yield from map(words, row)


@said.register
def _(block: Picture) -> Iterator[str]:
    yield block.title
    yield block.figure.subtitle
    yield block.alternative
    yield from map(words, block.notes)


@said.register
def _(block: PointBox) -> Iterator[str]:
    yield from (block.name, block.points, block.out_of, *block.beside)


@said.register
def _(block: Columns) -> Iterator[str]:
    for column in block.columns:
        yield column.title
        yield from map(words, column.items) if column.items else [column.none]


@said.register
def _(block: Notice) -> Iterator[str]:
    yield block.title
    yield from map(words, block.paragraphs)
