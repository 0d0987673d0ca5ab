"""Which letters our fonts have. A file that has to be readable by machines holds no others."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from app.web.page.assets import asset_file

FONTS: Final = ("inter-regular.ttf", "inter-bold.ttf")
UNKNOWN: Final = "□"
"""Stands for a letter that our fonts do not have."""

_SOFT_HYPHEN: Final = "\u00ad"
_SPACES: Final = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_WHOLE_RANGES: Final = 12
"""The format of a table of letters that knows all of Unicode."""


def writable(text: str) -> str:
    """A text in the letters that there are, its lines as one."""
    whole = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    return whole if whole.isascii() and whole.isprintable() else "".join(map(_written, whole))


def drawable(svg: str) -> str:
    """A drawing in the letters that there are."""
    return svg if svg.isascii() else "".join(c if c.isascii() else _written(c) for c in svg)


def _written(letter: str) -> str:
    if letter == _SOFT_HYPHEN:
        return letter
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    return letter if ord(letter) in _letters() else UNKNOWN


@lru_cache
def _letters() -> frozenset[int]:
    """What each of the fonts has."""
    each = [frozenset(_mapped(asset_file(name).read_bytes())) for name in FONTS]
    return frozenset.intersection(*each)


def _mapped(font: bytes) -> Iterator[int]:
    """The code points in the table of letters (`cmap`) of a font."""
    tables = (struct.unpack_from(">4s4xL", font, 12 + 16 * at) for at in range(_count(font, 4)))
    start = next(offset for tag, offset in tables if tag == b"cmap")
    for at in range(_count(font, start + 2)):
        (offset,) = struct.unpack_from(">4xL", font, start + 4 + 8 * at)
        if _count(font, start + offset) == _WHOLE_RANGES:
            (groups,) = struct.unpack_from(">L", font, start + offset + 12)
            for group in range(groups):
                first, last = struct.unpack_from(">LL", font, start + offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _count(font: bytes, at: int) -> int:
    found: int = struct.unpack_from(">H", font, at)[0]
    return found
