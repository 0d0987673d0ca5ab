"""Where in a text a term is first used, so that it can lead to its explanation."""

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from app.domain.explained import BY_NAME
from app.web.words.languages import translate


def term_parts(
    text: str, names: Iterable[str], *, language: str
) -> list[tuple[str | Markup, str | None]]:
    """A text in parts: those that are a term have its name beside them, the others None.

    Each of the terms named is found once, where it first stands, with whatever ending it has
    there: `gruppe` also as `gruppa`. A text with markup in it stays whole.

    Raises:
        KeyError: there is no such term.
    """
    written = str(text)
    if isinstance(text, Markup) and "<" in written:
        return [(text, None)]
    found = sorted(_places(written, names, language))
    parts: list[tuple[str | Markup, str | None]] = []
    end = 0
    for start, stop, name in found:
        if start >= end:
            parts += [(written[end:start], None), (written[start:stop], name)]
            end = stop
    parts.append((written[end:], None))
    kind = type(text)
    return [(kind(part), name) for part, name in parts if part]


def _places(text: str, names: Iterable[str], language: str) -> Iterator[tuple[int, int, str]]:
    for name in names:
        word = translate(BY_NAME[name].word, language)
        stems = (re.escape(part[:-1] if part[-1] in "ae" else part) for part in word.split())
        place = re.search(r"\b" + r"\w*\s+".join(stems) + r"\w*", text, re.IGNORECASE)
        if place:
            yield place.start(), place.end(), name
