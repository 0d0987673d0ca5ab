"""Slides for a talk: each with a title of its own, words in places that outlines and screen readers
know, pictures that say what they show, and notes for whoever speaks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Pptx
from pptx.slide import Slide as Shown
from pptx.text.text import _Paragraph
from pptx.util import Emu, Inches, Pt

from app.charts import lettering
from app.charts.drawing import Drawing
from app.charts.look import SURFACE, TEXT_SIZE
from app.charts.svg import readable
from app.reports.document import ListColumn, Picture, RunText, Slide, Slides, TableBlock
from app.reports.writers.office import followed, language_tag, packed
from app.reports.writers.pptx_layouts import (
    ALONE,
    AROUND,
    BENEATH,
    BESIDE,
    COVER,
    FOOT,
    LAYOUTS,
    LISTS,
    NUMBER,
    RIGHT,
    WHOLE,
    WORDS,
    SlidePlace,
    empty_slides,
    finish,
    placeholder,
)
from app.reports.writers.widths import column_widths
from app.web.pictures.png import png
from app.web.words.runs import Run, linked

DOTS: Final = 220
"""Per inch of a picture."""
SMALLEST: Final = 13
"""Points of letters that are read in a room."""
_POINTS: Final = 72
_INSET: Final = 0.2
_LINE: Final = 1.2
_BETWEEN: Final = 8
_AS_WIDE: Final = 0.93
"""Arial beside the widths that texts are measured by, which are those of wider letters."""
_LARGEST: Final = 18
_SMALLEST_IN_TABLES: Final = 10
_ABOVE: Final = 2
_BESIDE: Final = 16
_AIR: Final = 10
"""Points around the words of a cell: above and below, beside, and between rows where there is room.
"""
_LEAST: Final = 0.5


def pptx(slides: Slides) -> bytes:
    """All of them. The same slides are the same bytes."""
    whole = empty_slides(slides)
    writer = _SlideWriter(whole, slides)
    writer.cover()
    for slide in slides.slides:
        writer.slide(slide)
    finish(whole)
    file = BytesIO()
    whole.save(file)
    return packed(file.getvalue(), slides.day)


@dataclass(frozen=True, slots=True)
class _SlideWriter:
    whole: Pptx
    slides: Slides

    def cover(self) -> None:
        said = self.slides
        facts = tuple((Run(f"{fact.name}: "), *fact.text) for fact in said.facts)
        shown = self._begin(COVER, said.title)
        texts = ((Run(said.subtitle),), *facts, linked(said.address, said.address))
        self._fill(shown, COVER, 1, texts)
        self._end(shown, said.notes)

    def slide(self, slide: Slide) -> None:
        beside = slide.picture is not None or slide.table is not None
        layout = self._layout(slide, beside)
        shown = self._begin(layout, slide.title)
        if slide.texts:
            self._fill(shown, layout, 1, slide.texts)
        place = RIGHT if slide.texts else WHOLE
        if slide.picture is not None:
            self._picture(shown, slide.picture, place)
        if slide.table is not None:
            self._table(shown, slide.table, place)
        for at, column in enumerate(slide.columns or ()):
            self._column(shown, column, 1 + 2 * at)
        if slide.beneath:
            self._fill(shown, layout, BENEATH, (slide.beneath,))
        self._end(shown, slide.notes)

    def _layout(self, slide: Slide, beside: bool) -> str:
        if slide.columns is not None:
            return LISTS
        if beside:
            return BESIDE if slide.texts else ALONE
        return WORDS if slide.texts else ALONE

    def _begin(self, name: str, title: str) -> Shown:
        layout = self.whole.slide_layouts.get_by_name(name)
        if layout is None:
            raise KeyError(name)
        shown: Shown = self.whole.slides.add_slide(layout)
        self._fill(shown, name, 0, ((Run(title),),))
        return shown

    def _end(self, shown: Shown, notes: Sequence[RunText]) -> None:
        """What stands around, last in the order of reading, and what is said to the slide."""
        tree = shown.shapes._spTree
        for place in list(shown.placeholders):
            if place.placeholder_format.idx == BENEATH:
                tree.remove(place._element)
                if place.text_frame.text:
                    tree.append(place._element)
        for number, place in AROUND.items():
            tree.append(placeholder(number, place, len(tree) + 10, inherits=True))
        foot = " · ".join(filter(None, (self.slides.warning, self.slides.foot)))
        self._write(shown.placeholders[FOOT].text_frame, ((Run(foot),),))
        counted: Any = shown.placeholders[NUMBER]._element.find(f".//{qn('a:fld')}")
        counted.find(qn("a:rPr")).set("lang", language_tag(self.slides.language))
        counted.find(qn("a:t")).text = str(len(self.whole.slides))
        if notes:
            frame = shown.notes_slide.notes_text_frame
            if frame is not None:
                self._write(frame, notes)

    def _column(self, shown: Shown, column: ListColumn, number: int) -> None:
        self._fill(shown, LISTS, number, ((Run(column.title),),))
        self._fill(shown, LISTS, number + 1, column.items or ((Run(column.none),),))

    def _fill(self, shown: Shown, layout: str, number: int, texts: Sequence[RunText]) -> None:
        frame = shown.placeholders[number].text_frame
        self._write(frame, texts)
        scale = _scale(texts, LAYOUTS[layout][number])
        if scale < 1:
            frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
            fit: Any = frame._bodyPr.normAutofit
            fit.set("fontScale", str(round(scale * 100_000)))

    def _write(self, frame: Any, texts: Sequence[RunText]) -> None:
        for at, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            self._paragraph(paragraph, text)

    def _paragraph(self, paragraph: _Paragraph, text: RunText) -> None:
        for one in text:
            run = paragraph.add_run()
            run.text = readable(one.text)
            tag = language_tag(one.language or self.slides.language)
            run._r.get_or_add_rPr().set("lang", readable(tag))
            address = followed(one.link, self.slides.address) if one.link else None
            if address is not None:
                run.hyperlink.address = address

    def _picture(self, shown: Shown, picture: Picture, place: SlidePlace) -> None:
        """As large as its place, with letters that can be read there."""
        drawing = _drawn(picture, place)
        content = png(drawing.alone(), place.width * DOTS / drawing.width, SURFACE)
        added = shown.shapes.add_picture(BytesIO(content), *place.box[:3])
        if added.height > place.box[3]:
            added.width = Emu(round(added.width * place.box[3] / added.height))
            added.height = place.box[3]
        added.left = Emu(place.box[0] + (place.box[2] - added.width) // 2)
        _say(added, picture.name, picture.title, picture.alternative)

    def _table(self, shown: Shown, grid: TableBlock, place: SlidePlace) -> None:
        size, widths, heights = _measured(grid, place)
        left, top, _, _ = place.box
        frame = shown.shapes.add_table(
            len(heights),
            len(widths),
            Emu(left + Inches(_INSET / 2)),
            top,
            Pt(sum(widths)),
            Pt(sum(heights)),
        )
        table = frame.table
        table.horz_banding = False
        for at, width in enumerate(widths):
            table.columns[at].width = Pt(width)
        head = tuple((Run(name),) for name in grid.head)
        for at, (row, cells) in enumerate(zip(list(table.rows), (head, *grid.rows), strict=True)):
            row.height = Pt(heights[at])
            bold = at == 0 or at - 1 in grid.strong | grid.marked
            for column, (cell, text) in enumerate(zip(list(row.cells), cells, strict=True)):
                cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                paragraph = cell.text_frame.paragraphs[0]
                self._paragraph(paragraph, text)
                paragraph.font.size = Pt(size)
                paragraph.font.bold = bold
                if column in grid.numeric:
                    paragraph.alignment = PP_ALIGN.RIGHT
        _say(frame, "table", grid.caption, grid.caption)


def _measured(grid: TableBlock, place: SlidePlace) -> tuple[float, list[float], list[float]]:
    """Letters as large as the place allows, with the columns and rows that they need."""
    most = place.height * _POINTS
    rows = (grid.head, *(tuple(map(_plain, row)) for row in grid.rows))
    size, widths, heights = 0, list[float](), list[float]()
    for size in range(_LARGEST, _SMALLEST_IN_TABLES - 1, -1):
        widths = column_widths(grid, (place.width - _INSET) * _POINTS, size, _BESIDE)
        heights = [
            max(
                len(lettering.wrapped(text, size * _AS_WIDE, width - _BESIDE))
                for text, width in zip(row, widths, strict=True)
            )
            * size
            * _LINE
            + 2 * _ABOVE
            for row in rows
        ]
        if sum(heights) <= most:
            break
    air = max(0, min(_AIR, (most - sum(heights)) / len(heights)))
    return size, widths, [height + air for height in heights]


def _plain(text: RunText) -> str:
    return "".join(one.text for one in text)


def _drawn(picture: Picture, place: SlidePlace) -> Drawing:
    """In the shape of its place, where it can be laid out so."""
    width, height = (
        round(_POINTS * inches * TEXT_SIZE / SMALLEST) for inches in (place.width, place.height)
    )
    legend = picture.figure.drawing(picture.name, width).legend
    key = legend.drawn(0, width)[1] if legend else 0
    return replace(picture.figure, highest=height - key).drawing(picture.name, width)


def _say(shape: Any, name: str, title: str, description: str) -> None:
    """What a shape is called, and what it shows for those who do not see it."""
    said = shape._element.xpath(".//p:cNvPr")[0]
    for attribute, value in (("name", name), ("title", title), ("descr", description)):
        said.set(attribute, readable(value))


def _scale(texts: Sequence[RunText], place: SlidePlace) -> float:
    """How much smaller letters must be for texts to fit into their place."""
    width = (place.width - _INSET) * _POINTS
    height = place.height * _POINTS - _BETWEEN
    plain = list(map(_plain, texts))
    for hundredths in range(100, round(_LEAST * 100), -5):
        size = place.size * hundredths / 100
        wide = size * (lettering.bold_width("n", 1) / lettering.width("n", 1) if place.bold else 1)
        lines = sum(len(lettering.wrapped(text, wide, width)) for text in plain)
        if lines * size * _LINE + _BETWEEN * (len(plain) - 1) <= height:
            return hundredths / 100
    return _LEAST
