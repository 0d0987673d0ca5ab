"""Texts kept in one or more languages, as fields of a form: one for each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.language import LANGUAGES
from app.domain.plain_text import plain

Fields = Mapping[str, str]
"""What a form sent, by name."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text in one language. `name` is that of its field."""

    name: str
    language: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TextFields:
    """The languages a text has, or may best be written in first; the others are folded away."""

    shown: tuple[TextPart, ...]
    folded: tuple[TextPart, ...]


def text_fields(value: Any, name: str, language: str) -> TextFields:
    """The fields of a text for one who reads in a language."""
    texts = _texts(value)
    parts = [
        TextPart(f"{name}-{code}", code, found.title, str(texts.get(code) or ""))
        for code, found in LANGUAGES.items()
    ]
    shown = tuple(part for part in parts if part.text) or tuple(
        part for part in parts if part.language == language
    )
    return TextFields(shown, tuple(part for part in parts if part not in shown))


def typed_text(
    fields: Fields, name: str, before: Any = None, *, in_paragraphs: bool = False
) -> dict[str, Any] | None:
    """The text that a form sent, None where it is empty in every language. Which languages are our
    own translation is not asked for: that stays as it was."""
    as_documents_have_it = plain if in_paragraphs else one_line
    texts = {
        code: written
        for code in LANGUAGES
        if (written := as_documents_have_it(fields.get(f"{name}-{code}", "")))
    }
    if not texts:
        return None
    unofficial = _unofficial(before)
    kept = [code for code in unofficial if code in texts]
    return {"texts": texts, "unofficial": kept} if kept else texts


def one_line(text: str) -> str:
    """A text as documents have it: one line, without space around it."""
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """The texts of a field that has one on each line."""
    return [found for line in text.splitlines() if (found := one_line(line))]


def _texts(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        return {}
    inner = value.get("texts", value)
    return inner if isinstance(inner, dict) else {}


def _unofficial(value: Any) -> list[str]:
    found = value.get("unofficial", []) if isinstance(value, dict) and "texts" in value else []
    return [str(code) for code in found] if isinstance(found, list) else []
