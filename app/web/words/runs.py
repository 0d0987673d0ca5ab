"""A message in runs of one language each, for what is neither plain text nor HTML."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.message import LocalText
from app.web.words.formats import day
from app.web.words.languages import Sayable, said_with, translate

_OPEN, _TELLS, _CLOSE = "\ue000", "\ue001", "\ue002"
_FOREIGN: Final = re.compile(f"{_OPEN}([a-z]+){_TELLS}([^{_CLOSE}]*){_CLOSE}")
"""Around a text in another language while a message is put together; no text that is
published holds such characters."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one language. `language` is None where it is that of what they stand in; `link` is
    the address that they lead to."""

    text: str
    language: str | None = None
    link: str | None = None


def runs(message: Sayable, language: str) -> tuple[Run, ...]:
    """A message said in a language, what it holds of other languages in runs of its own."""
    said = said_with(message, language, _leaf)
    found: list[Run] = []
    end = 0
    for foreign in _FOREIGN.finditer(said):
        found.append(Run(said[end : foreign.start()]))
        found.append(Run(foreign[2], foreign[1]))
        end = foreign.end()
    found.append(Run(said[end:]))
    return tuple(run for run in found if run.text)


def linked(text: str, address: str) -> tuple[Run, ...]:
    """Words that lead to an address."""
    return (Run(text, link=address),)


def _leaf(text: LocalText | datetime | str, language: str) -> str:
    if isinstance(text, datetime):
        return day(text, language)
    written = translate(text, language)
    if isinstance(text, LocalText) and (own := text.language_for(language)) != language:
        return f"{_OPEN}{own}{_TELLS}{written}{_CLOSE}"
    return written
