"""A report as the data that the template of PDFs is filled with."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatchmethod
from itertools import groupby
from typing import Any, Final, TypeAlias

from app.charts.look import NARROW, PRINT
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
    Report,
    ReportSection,
    RunText,
    TableBlock,
)
from app.reports.writers.letters import drawable, writable
from app.web.words.runs import Run, linked

Data: TypeAlias = dict[str, Any]

_WEB: Final = ("https://", "http://", "mailto:")
_INSIDE: Final = "#"
_CHAPTER: Final = re.compile(r"\d+")
_LONG: Final = re.compile(r"\S{31,}")
"""A word that may be broken anywhere; hyphenation sees to shorter ones."""
_LONG_PART: Final = re.compile(r"\w{31,}")
_PIECE: Final = re.compile("(.{8})(?=.)")
_SOFT_HYPHEN, _MAY_BREAK = "\u00ad", "\u200b"
_ADDRESS: Final = "://"


def template_data(report: Report) -> Data:
    """Everything that the template asks for, in letters that the fonts have."""
    words = report.words
    told = BlockData(frozenset(section.anchor for _, section in report.walk()))
    return {
        "name": writable(report.name),
        "head": _said(report.name),
        "title": _said(report.title),
        "subtitle": _said(report.subtitle),
        "language": report.language,
        "author": _said(report.author),
        "keywords": [writable(word) for word in report.keywords],
        "day": [report.day.year, report.day.month, report.day.day],
        "address": told.text(linked(report.address, report.address)),
        "facts": told.facts(report.facts),
        "warning": _said(report.warning) if report.warning else None,
        "words": {
            "contents": _said(words.contents),
            "page": _said(words.page),
            "figure": _said(words.figure),
            "table": _said(words.table),
            "figure_as_table": _said(words.figure_as_table),
            "figures_as_tables": _said(words.figures_as_tables),
            "foot": _said(words.foot),
        },
        "sections": list(told.sections(report)),
        "values": [told.values(picture) for picture in report.tabled()],
    }


def _begins_page(report: Report) -> Iterator[bool]:
    """For each section in order, whether a page begins with it: chapters that have chapters of
    their own, and areas."""
    for chapter in report.sections:
        whole = bool(chapter.sections) or _is_area(chapter)
        yield whole or chapter is report.sections[0]
        for level, section in list(chapter.walk())[1:]:
            opens = level == 2 and section is chapter.sections[0] and not chapter.blocks
            yield level == 2 and _is_area(section) and not opens


def _is_area(section: ReportSection) -> bool:
    return section.number is not None and _CHAPTER.fullmatch(section.number) is not None


@dataclass(frozen=True, slots=True)
class BlockData:
    """Blocks as data. `anchors` are what links within may lead to."""

    anchors: frozenset[str]

    def sections(self, report: Report) -> Iterator[Data]:
        """One after the other, each with how deep it lies."""
        for (level, section), begins in zip(report.walk(), _begins_page(report), strict=True):
            yield {
                "level": level,
                "anchor": section.anchor,
                "heading": _said(section.heading),
                "begins_page": begins,
                "blocks": list(self.blocks(section.blocks)),
            }

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Data]:
        """Small pictures that follow on each other stand side by side, two and two."""
        for small, group in groupby(blocks, lambda b: isinstance(b, Picture) and b.compact):
            told = [self.block(block) for block in group]
            if small:
                pairs = [told[at : at + 2] for at in range(0, len(told), 2)]
                yield from ({"kind": "pictures", "pictures": pair} for pair in pairs)
            else:
                yield from told

    @singledispatchmethod
    def block(self, block: Block) -> Data:
        raise TypeError(f"no way to write {type(block).__name__}")

    @block.register
    def _(self, block: Passage) -> Data:
        return {"kind": "paragraph", "tone": block.tone.value, "text": self.text(block.text)}

    @block.register
    def _(self, block: Bullets) -> Data:
        return {"kind": "bullets", "items": self._texts(block.items), "numbered": block.numbered}

    @block.register
    def _(self, block: Facts) -> Data:
        return {"kind": "facts", "items": self.facts(block.items)}

    @block.register
    def _(self, block: TableBlock) -> Data:
        return {"kind": "grid", **self._grid(block)}

    @block.register
    def _(self, block: Picture) -> Data:
        return self.picture(block, NARROW if block.compact else PRINT)

    def picture(self, block: Picture, width: float) -> Data:
        """A figure drawn so many units wide: the fewer, the larger its letters."""
        drawing = block.figure.drawing(block.name, width)
        svg, (width, height) = drawable(drawing.alone()), drawing.whole_size
        return {
            "kind": "picture",
            "name": block.name,
            "tabled": not block.told_beside,
            "svg": svg,
            "width": width,
            "height": height,
            "title": _said(block.title),
            "subtitle": _said(block.figure.subtitle),
            "alternative": writable(block.alternative),
            "notes": self._texts(block.notes),
        }

    @block.register
    def _(self, block: PointBox) -> Data:
        return {
            "kind": "points",
            "name": _said(block.name),
            "points": _said(block.points),
            "out_of": _said(block.out_of),
            "part": block.part,
            "beside": [_said(one) for one in block.beside],
        }

    @block.register
    def _(self, block: Columns) -> Data:
        columns = [
            {
                "title": _said(column.title),
                "items": self._texts(column.items),
                "none": _said(column.none),
                "kind": column.kind,
            }
            for column in block.columns
        ]
        return {"kind": "columns", "columns": columns}

    @block.register
    def _(self, block: Notice) -> Data:
        return {
            "kind": "notice",
            "title": _said(block.title),
            "paragraphs": self._texts(block.paragraphs),
            "warning": block.is_warning,
        }

    def values(self, picture: Picture) -> Data:
        """The table of a picture."""
        return {"name": picture.name, **self._grid(picture.values)}

    def _grid(self, grid: TableBlock) -> Data:
        return {
            "caption": _said(grid.caption),
            "head": [_said(cell) for cell in grid.head],
            "rows": [self._texts(row) for row in grid.rows],
            "numeric": sorted(grid.numeric),
            "strong": sorted(grid.strong),
            "marked": sorted(grid.marked),
            "narrow": sorted(grid.narrow),
            "share": grid.share,
            "parts": list(grid.parts),
        }

    def facts(self, facts: Iterable[Fact]) -> list[Data]:
        """Names with what belongs to them."""
        return [{"name": _said(fact.name), "text": self.text(fact.text)} for fact in facts]

    def _texts(self, texts: Iterable[RunText]) -> list[list[Data]]:
        return [self.text(text) for text in texts]

    def text(self, text: RunText) -> list[Data]:
        """Runs with where they lead to: an address of the web, or a section."""
        return [self._run(run) for run in text if run.text]

    def _run(self, run: Run) -> Data:
        link = run.link or ""
        inside = link.removeprefix(_INSIDE) if link.startswith(_INSIDE) else None
        return {
            "text": _said(run.text),
            "language": run.language,
            "link": link if link.startswith(_WEB) else None,
            "section": inside if inside in self.anchors else None,
        }


def _said(text: str) -> str:
    """A text in letters that there are, with places in the longest words where a line may end;
    addresses have them between their parts."""
    return _LONG.sub(_broken, writable(text))


def _broken(word: re.Match[str]) -> str:
    if _ADDRESS in word[0]:
        found = _LONG_PART.sub(lambda part: _PIECE.sub(rf"\1{_MAY_BREAK}", part[0]), word[0])
        return found.replace("&", f"{_MAY_BREAK}&")
    place = _SOFT_HYPHEN if word[0].isalpha() else _MAY_BREAK
    return _PIECE.sub(rf"\1{place}", word[0])
