"""Blocks of a report as paragraphs, tables and pictures of a text document."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import Final, TypeAlias, assert_never

from docx.shared import Emu

from app.charts import lettering
from app.charts.look import NARROW, PRINT, SURFACE
from app.charts.svg import readable
from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Fact,
    Facts,
    Notice,
    Passage,
    Picture,
    PointBox,
    ReportWords,
    TableBlock,
    Tone,
)
from app.reports.writers.docx_parts import CELL_MARGIN, HEIGHT, ROOM, restarted
from app.reports.writers.docx_stylesheet import NAME, SIZE
from app.reports.writers.docx_tables import pair, side_by_side, table
from app.reports.writers.docx_text import TextWriter
from app.reports.writers.wordml import Element, field, keep_with_next, paragraph, run, w
from app.web.pictures.png import png

Written: TypeAlias = Iterator[Element]

DOTS: Final = 220
"""Per inch, where a picture is printed."""
_SHORT_LIST: Final = 5
"""Items of a list that all stay on one page."""
_NO_WORD: Final = re.compile(r"\W+")
_HALF: Final = Emu(ROOM // 2 - 2 * CELL_MARGIN)
_HIGHEST: Final = Emu(round(HEIGHT * 0.8))
"""A picture leaves room for its title and its notes."""
_STYLES: Final = {
    Tone.PLAIN: "Normal",
    Tone.LEAD: "Lead",
    Tone.NOTE: "Note",
    Tone.MISSING: "Missing",
    Tone.QUOTED: "Quote",
}


def place_of_values(picture: Picture) -> str:
    """What the table of a figure is called among the places that links lead to."""
    return f"values of {picture.name}"


class Blocks:
    """Writes them one after the other, and counts what has a number."""

    def __init__(self, words: TextWriter, said: ReportWords) -> None:
        self.lists = 0
        """Those that are numbered."""
        self._words = words
        self._said = said
        self._figures = 0
        self._drawings = 0
        self._tables = 0

    def elements(self, blocks: Iterable[Block]) -> Written:
        """Blocks as they stand in the body; small pictures that follow one another stand side by
        side, two and two."""
        every = list(blocks)
        # A short last paragraph is not alone on a page: it stays with what it ends.
        held = every[-2] if len(every) > 1 and isinstance(every[-1], Passage) else None
        for small, group in groupby(every, _is_small):
            found = list(group)
            while small and len(found) > 1:
                yield self._pair(*found[:2])
                del found[:2]
            for block in found:
                elements = list(self._one(block))
                if block is held and isinstance(block, Passage | Bullets):
                    keep_with_next(elements[-1])
                yield from elements

    def _one(self, block: Block) -> Written:
        match block:
            case Passage():
                yield self._passage(block)
            case Bullets():
                yield from self._bullets(block)
            case Facts():
                yield from self.facts(block.items)
            case TableBlock():
                yield from self._grid(block)
            case Picture():
                yield from self._picture(block)
            case PointBox():
                yield from _points(block)
            case Columns():
                yield side_by_side(block, self._words)
            case Notice():
                yield from self._notice(block)
            case _:
                assert_never(block)

    def facts(self, items: Iterable[Fact]) -> Written:
        """Names with what belongs to each: beside it, or below where a name is long."""
        found = list(items)
        beside = all(lettering.bold_width(fact.name, SIZE) < NAME for fact in found)
        for fact in found:
            text = self._words.of(fact.text)
            if beside:
                yield paragraph("Fact", run(f"{fact.name}\t", "Strong"), *text)
            else:
                yield paragraph("FactName", run(fact.name))
                yield paragraph("FactText", *text)

    def values(self, picture: Picture) -> Written:
        """The values of a figure, where its link leads."""
        return self._grid(picture.values, place_of_values(picture))

    def _bullets(self, block: Bullets) -> Written:
        own = restarted(self.lists) if block.numbered else None
        self.lists += block.numbered
        last = len(block.items) - 1
        for at, item in enumerate(block.items):
            words = self._words.of(item)
            if own is None:
                written = paragraph("ListBullet", *words)
            else:
                number = w("numPr", w("numId", val=own))
                written = paragraph("ListNumber", *words, properties=[number])
            # No item stands alone before a page ends or after it begins.
            if at < last and (at in (0, last - 1) or last < _SHORT_LIST):
                keep_with_next(written)
            yield written

    def _passage(self, block: Passage) -> Element:
        written = paragraph(_STYLES[block.tone], *self._words.of(block.text))
        if block.text and block.text[-1].text.endswith(":"):
            keep_with_next(written)
        return written

    def _grid(self, grid: TableBlock, place: str | None = None) -> Written:
        self._tables += 1
        yield self._caption(self._said.table, self._tables, grid.caption, place)
        yield table(grid, self._words)

    def _notice(self, block: Notice) -> Written:
        style = "Warning" if block.is_warning else "Notice"
        yield paragraph(f"{style}Title", run(block.title))
        for text in block.paragraphs:
            yield paragraph(style, *self._words.of(text))

    def _picture(self, block: Picture) -> Written:
        yield self._title(block)
        yield from self._below(block)

    def _pair(self, *blocks: Block) -> Element:
        """Their titles are the heads of their columns."""
        shown = [block for block in blocks if isinstance(block, Picture)]
        titles = [[self._title(picture)] for picture in shown]
        drawn = [list(self._below(picture)) for picture in shown]
        caption = " – ".join(picture.title for picture in shown)
        return pair(caption, titles, drawn)

    def _title(self, block: Picture) -> Element:
        self._figures += 1
        return self._caption(self._said.figure, self._figures, block.title)

    def _below(self, block: Picture) -> Written:
        if block.figure.subtitle:
            yield paragraph("FigureSubtitle", run(block.figure.subtitle))
        yield paragraph("Figure", w("r", self._drawn(block)))
        for note in block.notes:
            yield paragraph("FigureNote", *self._words.of(note))
        if block.told_beside:
            return
        words = run(self._said.figure_as_table, "Hyperlink")
        yield paragraph("Note", self._words.within(place_of_values(block), words))

    def _caption(self, kind: str, number: int, title: str, place: str | None = None) -> Element:
        words = [
            run(f"{kind} "),
            *field(f"SEQ {_NO_WORD.sub('_', kind)} \\* ARABIC", run(str(number))),
            run(f": {title}"),
        ]
        return paragraph("Caption", *(self._words.place(place, *words) if place else words))

    def _drawn(self, block: Picture) -> Element:
        width = _HALF if block.compact else ROOM
        drawing = block.figure.drawing(block.name, NARROW if block.compact else PRINT)
        dots = width.inches * DOTS
        content = BytesIO(png(drawing.alone(), dots / drawing.width, SURFACE))
        inline = self._words.part.new_pic_inline(content, width)
        shown = inline.extent
        if shown.cy > _HIGHEST:
            shown.cx, shown.cy = Emu(round(shown.cx * _HIGHEST / shown.cy)), _HIGHEST
            size = inline.graphic.graphicData.pic.spPr
            size.cx, size.cy = shown.cx, shown.cy
        self._drawings += 1
        for name, value in (
            ("id", str(self._drawings)),
            ("name", block.name),
            ("title", block.title),
            ("descr", block.alternative),
        ):
            inline.docPr.set(name, readable(value))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        return w("drawing", inline)


def _is_small(block: Block) -> bool:
    return isinstance(block, Picture) and block.compact


def _points(block: PointBox) -> Written:
    yield paragraph("PointsTitle", run(block.name))
    value = [run(block.points, "PointsValue")] if block.points else []
    yield paragraph("Points", *value, *([run(f" {block.out_of}")] if block.out_of else []))
    for words in block.beside:
        yield paragraph("Points", run(words))
