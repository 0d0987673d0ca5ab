"""The terms that are not to be used, by language, as `docs/glossary.md` lists them.

The glossary is the one place where they are kept: who writes reads it there, and the check of
translations reads the same rows. It holds the texts that are shipped (`seed`) to them too.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.config import ROOT
from app.domain.language import LANGUAGES

GLOSSARY: Final = ROOT / "docs" / "glossary.md"
SEED: Final = ROOT / "seed"

_HEADING: Final = re.compile(r"#+ .*\(`(\w+)`\)$")
_CODE: Final = re.compile(r"`([^`]+)`")
_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Term:
    """What is not to be said in a language, and what is said in its place.

    `words` may end in `*`, for any ending. Written with a capital, they are wrong inside a sentence
    only. `unless` are words of the English text beside which they are right.
    """

    language: str
    words: str
    instead: str
    unless: tuple[str, ...]

    def is_in(self, text: str, english: str) -> bool:
        if any(word.lower() in english.lower() for word in self.unless):
            return False
        return self._pattern().search(text) is not None

    def _pattern(self) -> re.Pattern[str]:
        ending = r"\w*" if self.words.endswith("*") else ""
        literal = re.escape(self.words.removesuffix("*"))
        first, last = r"(?<!\w)", r"(?!\w)"
        if self.words[0].isupper():
            inside = r"(?<!^)(?<![.!?|] )"
            return re.compile(rf"{inside}{first}{literal}{ending}{last}")
        return re.compile(rf"{first}{literal}{ending}{last}", re.IGNORECASE)


def forbidden_terms(glossary: Path | None = None) -> tuple[Term, ...]:
    """The rows of the glossary's tables of terms.

    Raises:
        ValueError: a row has other cells than instead of, say, unless and why, or forbids nothing.
    """
    return tuple(_terms((glossary or GLOSSARY).read_text(encoding="utf-8").splitlines()))


def _terms(lines: Iterable[str]) -> Iterator[Term]:
    language: str | None = None
    for line in lines:
        if line.startswith("#"):
            heading = _HEADING.match(line)
            language = heading[1] if heading and heading[1] in LANGUAGES else None
        elif language and line.startswith("|") and not line.startswith(("|---", "| instead of")):
            yield from _row(language, line)


def _row(language: str, line: str) -> Iterator[Term]:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    words = _CODE.findall(cells[0])
    if len(cells) != _COLUMNS or not words:
        raise ValueError(f"not a row of terms: {line}")
    _, instead, unless, _ = cells
    for each in words:
        yield Term(language, each, instead, tuple(_CODE.findall(unless)))


def said_wrongly(
    texts: Mapping[str, str], terms: Iterable[Term], place: str, english: str = ""
) -> Iterator[str]:
    """What is wrong with one text in some languages."""
    for term in terms:
        text = texts.get(term.language)
        if text and term.is_in(text, english or texts.get("en", "")):
            yield f"{term.language}: “{term.words}” is not used, say {term.instead}: {place}"


def wrong_in_seed(terms: Iterable[Term], folder: Path | None = None) -> Iterator[str]:
    """What is wrong with the texts of the method and of evaluations as they are shipped."""
    known = tuple(terms)
    for file in sorted((folder or SEED).rglob("*.json")):
        for texts in _texts(json.loads(file.read_text(encoding="utf-8"))):
            shown = texts.get("en") or next(iter(texts.values()))
            yield from said_wrongly(texts, known, f"{file.name}: {shown}")


def _texts(value: object) -> Iterator[dict[str, str]]:
    """Every text in some languages, however deep."""
    if isinstance(value, dict):
        if value and all(key in LANGUAGES for key in value):
            yield {key: text for key, text in value.items() if isinstance(text, str)}
        else:
            for inner in value.values():
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
