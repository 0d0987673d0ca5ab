"""The sections of a page, read from its own headings: a menu of them names none that is gone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

_HEADING: Final = re.compile(
    r'<h(?P<level>[23])\s+id="(?P<id>[^"]+)"(?P<more>[^>]*)>(?P<text>.*?)</h(?P=level)>', re.DOTALL
)
_SHORT: Final = re.compile(r'data-menu="(?P<text>[^"]+)"')
_LANGUAGE: Final = re.compile(r'lang="(?P<code>[^"]+)"')


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its anchor, what a menu calls it, and in which language, where that is not
    the page's own. `is_part` where it belongs to the section before it."""

    id: str
    label: str
    language: str | None
    is_part: bool = False


def sections(html: str) -> tuple[Section, ...]:
    """The headings that can be led to, in the order of the page: every one of the second level, of
    the third those that have a short name for the menu, `data-menu`.
    """
    return tuple(_sections(html))


def _sections(html: str) -> Iterator[Section]:
    for found in _HEADING.finditer(html):
        short, is_part = _SHORT.search(found["more"]), found["level"] == "3"
        if is_part and short is None:
            continue
        language = _LANGUAGE.search(found["more"])
        label = Markup(short["text"] if short else found["text"]).striptags()  # noqa: S704
        yield Section(found["id"], label, language["code"] if language else None, is_part)
