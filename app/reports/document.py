"""A report before it is written: sections of blocks, said in one language.

A page, a PDF, a text document and slides are written from the same blocks, so that they say the
same. A block knows what it is, and nothing of how it looks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from app.charts.figure import Figure
from app.domain.stated import Source
from app.web.words.runs import Run

RunText: TypeAlias = tuple[Run, ...]
"""Words of one line or paragraph: runs that may be in another language than the report, or links
to a page."""


class Tone(StrEnum):
    """What a paragraph is for."""

    PLAIN = "plain"
    LEAD = "lead"
    """The answer, said first."""
    NOTE = "note"
    """What must be known of what stands above it."""
    MISSING = "missing"
    """That something is not known, and why."""
    QUOTED = "quoted"
    """What evaluators or the municipality itself have written."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph."""

    text: RunText
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of at least one item."""

    items: tuple[RunText, ...]
    numbered: bool = False
    """Where the order of the items means something."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what belongs to it."""

    name: str
    text: RunText


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what belongs to each, one below the other."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table. The first cell of a row names it; `numeric` are the columns that hold numbers.

    `share` is the column whose cells are parts of the most there is, with the part (0–1) of each
    row in `parts`: a writer may draw them as bars. `strong` are rows that sum up.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[RunText, ...], ...]
    numeric: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()
    """Rows of what the report is about, among those of others."""
    narrow: frozenset[int] = frozenset()
    """Columns that need no more room than their longest word."""
    share: int | None = None
    parts: tuple[float | None, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a table needs a cell for each column")
        if self.share is not None and len(self.parts) != len(self.rows):
            raise ValueError("every row of a table with shares needs a part, or None")


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with its title and what must be said of it. `name` is its own within the report."""

    name: str
    figure: Figure
    notes: tuple[RunText, ...] = ()
    """What it is made of, what it is not, and its sources."""
    compact: bool = False
    """Drawn for half the width of a page."""
    sources: tuple[Source, ...] = ()
    """Where what it draws was read, as the list of sources at the end has it."""
    told_beside: bool = False
    """Whether a table of the report beside it has all of its numbers: then it needs none itself."""
    told_by: Figure | None = None
    """Another figure of the same numbers, whose table has all of its own and more."""

    @property
    def title(self) -> str:
        return self.figure.title

    @property
    def alternative(self) -> str:
        """What stands for the drawing where it is not seen."""
        return self.figure.description

    @property
    def values(self) -> "TableBlock":
        """The same as a table."""
        told = self.told_by or self.figure
        head, *rows = told.told()
        cells = told.told_cells()[1:]
        return TableBlock(
            self.figure.title,
            head,
            tuple(tuple((Run(cell),) for cell in row) for row in rows),
            frozenset(
                at
                for at in range(1, len(head))
                if not any(isinstance(row[at], str) for row in cells)
            ),
        )


@dataclass(frozen=True, slots=True)
class PointBox:
    """The points of one thing, as large as they are important: `13.9 out of 15`."""

    name: str
    points: str
    out_of: str
    part: float | None
    """Of the most there is, 0–1; None where the points are not known."""
    beside: tuple[str, ...] = ()
    """What stands with them: the year, a change, a place."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One of several lists side by side. Where it is empty, `none` says so."""

    title: str
    items: tuple[RunText, ...]
    none: str
    kind: str
    """What it lists, for its colour: `strength`, `challenge`, `weakness`."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists side by side."""

    columns: tuple[ListColumn, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What must not be overlooked, under a title of its own."""

    title: str
    paragraphs: tuple[RunText, ...]
    is_warning: bool = False


Block: TypeAlias = Passage | Bullets | Facts | TableBlock | Picture | PointBox | Columns | Notice


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Blocks under a title, and sections below it. `anchor` is its own within the report."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["ReportSection", ...] = ()
    number: str | None = None
    """What stands before its title where it has a number of its own, as areas do."""

    @property
    def heading(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title

    def walk(self, level: int = 1) -> Iterator[tuple[int, "ReportSection"]]:
        """Itself and every section below it, in order, with how deep each lies."""
        yield level, self
        for section in self.sections:
            yield from section.walk(level + 1)


def sources_drawn(sections: Iterable[ReportSection]) -> tuple[Source, ...]:
    """Where everything was read that is drawn in some sections, each once."""
    found = (
        source
        for section in sections
        for _, one in section.walk()
        for block in one.blocks
        if isinstance(block, Picture)
        for source in block.sources
    )
    return tuple(dict.fromkeys(found))


def full_title(title: str, subtitle: str) -> str:
    """A title with what follows it, where anything does."""
    return f"{title}: {subtitle}" if subtitle else title


@dataclass(frozen=True, slots=True)
class Report:
    """Everything of one report, in one language.

    `address` is where it stands as a web page, frozen at its release: what is printed leads there.
    """

    title: str
    subtitle: str
    language: str
    author: str
    day: date
    """Of the release."""
    release: int
    address: str
    facts: tuple[Fact, ...]
    """What stands on the cover."""
    sections: tuple[ReportSection, ...]
    words: "ReportWords"
    warning: str | None = None
    """That nothing of it is real."""
    keywords: tuple[str, ...] = ()
    is_short: bool = False
    """Of a page or two, which need neither cover nor contents."""
    stem: str = field(default="report")
    """What its files are called, without their ending."""

    @property
    def name(self) -> str:
        """What its files and the heads of its pages call it: of which kind, and of whom."""
        return full_title(self.title, self.subtitle)

    def walk(self) -> Iterator[tuple[int, ReportSection]]:
        """Every section in order, with how deep it lies."""
        for section in self.sections:
            yield from section.walk()

    def pictures(self) -> Sequence[Picture]:
        """Its figures in order."""
        return [
            block
            for _, section in self.walk()
            for block in section.blocks
            if isinstance(block, Picture)
        ]

    def tabled(self) -> Sequence[Picture]:
        """Those whose numbers stand in a table of their own at the end."""
        return [picture for picture in self.pictures() if not picture.told_beside]


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What writers say around the blocks, in the report's language."""

    contents: str
    page: str
    """`Page %(page)s of %(pages)s`, with both places to be filled in."""
    figure: str
    table: str
    figure_as_table: str
    """What leads from a figure to its values."""
    figures_as_tables: str
    """Heads the values of all figures, at the end."""
    foot: str = ""
    """Stands at the foot of every page: which release it is made of."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title that says what it shows, words, and beside them a picture or a table; or
    two lists side by side."""

    title: str
    texts: tuple[RunText, ...] = ()
    picture: Picture | None = None
    table: TableBlock | None = None
    columns: tuple[ListColumn, ListColumn] | None = None
    beneath: RunText = ()
    """What must be known to read it, in small letters: what averages are of, where it was read, and
    what it does not say."""
    notes: tuple[RunText, ...] = ()
    """What whoever speaks must know of it: what it is made of, what it does not say, its sources.
    """

    def __post_init__(self) -> None:
        shown = [part for part in (self.picture, self.table, self.columns) if part is not None]
        if len(shown) > 1 or (self.columns and self.texts):
            raise ValueError("a slide has room for one thing beside its words")


@dataclass(frozen=True, slots=True)
class Slides:
    """All slides of a talk, in one language; the first is made of its title, subtitle and facts."""

    title: str
    subtitle: str
    language: str
    author: str
    day: date
    """Of the release."""
    release: int
    address: str
    """Where the same stands as a web page, frozen at its release."""
    facts: tuple[Fact, ...]
    slides: tuple[Slide, ...]
    foot: str
    """Stands at the foot of every slide: which release it is made of."""
    notes: tuple[RunText, ...] = ()
    """Of the first slide."""
    warning: str | None = None
    """That nothing of it is real."""
    keywords: tuple[str, ...] = ()
    stem: str = field(default="slides")
    """What their file is called, without its ending."""

    @property
    def name(self) -> str:
        """What its file calls itself: of whom, and of which kind."""
        return full_title(self.title, self.subtitle)
