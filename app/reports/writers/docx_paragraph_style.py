"""One style of a text document: of its letters, of its paragraphs."""

from dataclasses import dataclass, field
from typing import Final

from app.reports.writers.wordml import TWIPS, Element, w

NORMAL: Final = "Normal"
_KNOWN: Final = {
    NORMAL,
    "Title",
    "Subtitle",
    "TOC Heading",
    "Quote",
    "List Bullet",
    "List Number",
    "Strong",
    "Hyperlink",
}


@dataclass(frozen=True, slots=True)
class Letters:
    """How words look; None is as what they stand in."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    underlined: bool = False

    def properties(self) -> Element:
        marks = (("b", self.bold), ("i", self.italic))
        return w(
            "rPr",
            *(w(name, val=int(value)) for name, value in marks if value is not None),
            w("color", val=hex_of(self.colour)) if self.colour else None,
            w("sz", val=round(self.size * 2)) if self.size else None,
            w("szCs", val=round(self.size * 2)) if self.size else None,
            w("u", val="single") if self.underlined else None,
        )


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One kind of paragraph. Lengths are points."""

    name: str
    letters: Letters = field(default_factory=Letters)
    id: str = ""
    based_on: str | None = NORMAL
    then: str | None = None
    """The style of what is written next."""
    space: tuple[float, float] | None = None
    """Above and below."""
    indent: tuple[float, float] | None = None
    """From the left, and how far the first line hangs."""
    keeps_next: bool = False
    whole: bool = False
    """Not on two pages; as what keeps the next is not either."""
    level: int | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    edges: tuple[tuple[str, float, str], ...] = ()
    """Lines: where, how strong, in which colour."""
    ground: str | None = None
    right: bool = False
    list_number: int | None = None
    together: bool = False
    """No space between paragraphs of this style."""
    new_page: bool = False

    @property
    def style_id(self) -> str:
        return self.id or "".join(word.capitalize() for word in self.name.split())

    def element(self) -> Element:
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val=self.based_on) if self.based_on else None,
            w("next", val=self.then) if self.then else None,
            w("qFormat"),
            w("pPr", *self._of_paragraph()),
            self.letters.properties(),
            type="paragraph",
            styleId=self.style_id,
            **({"default": 1} if self.based_on is None else {}),
            **({} if is_known(self.name) else {"customStyle": 1}),
        )

    def _of_paragraph(self) -> list[Element | None]:
        """In the order of the schema."""
        tabs = [w("tab", val=kind, pos=_twips(at)) for kind, at in self.tabs]
        return [
            w("keepNext") if self.keeps_next else None,
            w("keepLines") if self.keeps_next or self.whole else None,
            w("pageBreakBefore") if self.new_page else None,
            w("widowControl") if self.based_on is None else None,
            w("numPr", w("numId", val=self.list_number)) if self.list_number else None,
            w("pBdr", *(_edge(*edge) for edge in self.edges)) if self.edges else None,
            w("shd", val="clear", color="auto", fill=hex_of(self.ground)) if self.ground else None,
            w("tabs", *tabs) if tabs else None,
            _between("spacing", ("before", "after"), self.space),
            _between("ind", ("left", "hanging"), self.indent),
            w("contextualSpacing") if self.together else None,
            w("jc", val="right") if self.right else None,
            w("outlineLvl", val=self.level) if self.level is not None else None,
        ]


def _between(
    tag: str, names: tuple[str, str], lengths: tuple[float, float] | None
) -> Element | None:
    if lengths is None:
        return None
    return w(tag, **{name: _twips(length) for name, length in zip(names, lengths, strict=True)})


def is_known(name: str) -> bool:
    """Whether word processors have a style of this name themselves."""
    return name in _KNOWN or name[0].islower()


def hex_of(colour: str) -> str:
    """A colour as word processors write it."""
    return colour.removeprefix("#").upper()


def _twips(points: float) -> int:
    return round(points * TWIPS)


def _edge(where: str, points: float, colour: str) -> Element:
    return w(where, val="single", sz=round(points * 8), space=6, color=hex_of(colour))
