"""The sections of a page, read from its own headings: a menu of them names none that is gone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

_HEADING: Final = re.compile(r'<h2 id="(?P<id>[^"]+)"(?P<more>[^>]*)>(?P<text>.*?)</h2>', re.DOTALL)
_SHORT: Final = re.compile(r'data-menu="(?P<text>[^"]+)"')
_LANGUAGE: Final = re.compile(r'lang="(?P<code>[^"]+)"')


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its anchor, what a menu calls it, and in which language, where that is not
    the page's own."""

    id: str
    label: str
    language: str | None


def sections(html: str) -> tuple[Section, ...]:
    """The headings of the second level that can be led to, in the order of the page.

    `data-menu` on a heading is its short name for the menu.
    """
    return tuple(_sections(html))


def _sections(html: str) -> Iterator[Section]:
    for found in _HEADING.finditer(html):
        short = _SHORT.search(found["more"])
        language = _LANGUAGE.search(found["more"])
        label = Markup(short["text"] if short else found["text"]).striptags()  # noqa: S704
        yield Section(found["id"], label, language["code"] if language else None)
