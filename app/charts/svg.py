"""The smallest safe builder of SVG: whatever is text is escaped, whatever is a number is short.

No style attribute and no style element is ever written: the content security policy refuses them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, NewType, TypeAlias
from xml.sax.saxutils import escape, quoteattr

Svg = NewType("Svg", str)
"""A piece of finished, well-formed SVG."""


@dataclass(frozen=True, slots=True)
class Ornament:
    """A whole SVG that is hidden from screen readers, since what it shows is said beside it."""

    svg: Svg

    def __html__(self) -> str:
        return self.svg


Number: TypeAlias = int | float | Decimal
Attribute: TypeAlias = str | Number | None

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=4096)
def number(value: Number) -> str:
    """A coordinate with at most two decimals, the same on every machine. Grids and rows come back
    on page after page."""
    written = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def readable(text: str) -> str:
    """A text that XML can hold: a character that it does not have becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def words(text: str) -> Svg:
    """Text between tags."""
    return Svg(escape(readable(text)))


def element(tag: str, *children: Svg, **attributes: Attribute) -> Svg:
    """An element. `font_size` is written `font-size`, `class_` `class`; None is left out."""
    written = "".join(
        [
            f"{_attribute(name)}{_quoted(value)}"
            for name, value in attributes.items()
            if value is not None
        ]
    )
    if not children:
        return Svg(f"<{tag}{written}/>")
    return Svg(f"<{tag}{written}>{''.join(children)}</{tag}>")


def _quoted(value: str | Number) -> str:
    if not isinstance(value, str):
        return f'"{number(value)}"'
    return _quoted_name(value) if len(value) <= _NAME else _quoted_text(value)


def _quoted_text(value: str) -> str:
    return quoteattr(readable(value))


_NAME: Final = 40
"""Drawings say the same few classes, anchors and colours again and again; none is longer."""
_quoted_name = lru_cache(maxsize=512)(_quoted_text)


@lru_cache(maxsize=128)
def _attribute(name: str) -> str:
    return f" {name.rstrip('_').replace('_', '-')}="
