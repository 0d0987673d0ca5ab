"""Elements of a text document, as small as they can be written."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.charts.svg import readable

Element: TypeAlias = BaseOxmlElement

TWIPS: Final = 20
"""Of a point."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element with what stands in it; None is left out."""
    element: Element = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), readable(str(value)))
    element.extend(child for child in children if child is not None)
    return element


def paragraph(style: str, *children: Element, properties: Iterable[Element] = ()) -> Element:
    """A paragraph of a style, which says all of how it looks."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *children)


def keep_with_next(written: Element) -> None:
    """A paragraph that stays on the page of the one after it."""
    properties = written[0]
    if all(one.tag != qn("w:keepNext") for one in properties):
        properties.insert(1, w("keepNext"))


def run(text: str, style: str | None = None, language: str | None = None) -> Element:
    """Words of one language; lines and tabs in them are kept."""
    properties = [w("rStyle", val=style)] if style else []
    properties += [w("lang", val=language)] if language else []
    return w("r", w("rPr", *properties) if properties else None, *_pieces(text))


def field(instruction: str, *result: Element) -> list[Element]:
    """What a program computes, with what it is now."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _text("instrText", f" {instruction} ")),
        w("r", w("fldChar", fldCharType="separate")),
        *result,
        w("r", w("fldChar", fldCharType="end")),
    ]


def _pieces(text: str) -> Iterator[Element]:
    for line_at, line in enumerate(text.split("\n")):
        if line_at:
            yield w("br")
        for piece_at, piece in enumerate(line.split("\t")):
            if piece_at:
                yield w("tab")
            if piece:
                yield _text("t", piece)


def _text(name: str, text: str) -> Element:
    element = w(name)
    element.text = readable(text)
    element.set(_SPACE, "preserve")
    return element
