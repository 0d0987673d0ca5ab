"""A record that has no form of its own: the document it is, in the shape of the seed's files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any
from unicodedata import category

from app.domain.message import LocalText, Message, say
from app.editorial.draft import Draft, DraftItem
from app.features.editorial.editing.shape_fields import SHAPES
from app.features.editorial.words import kind_words
from app.publishing.faults import Way
from app.publishing.json_lines import TOO_DEEP, Malformed, line_numbers


@dataclass(frozen=True, slots=True)
class RawContent:
    """The page on which such a record is written."""

    title: Message
    draft: int
    position: int
    version: int
    text: str
    has_form: bool = False
    """Whether it can be written in a form, too."""
    problem: Message | LocalText | None = None
    description: Message | None = None


def raw_content(draft: Draft, item: DraftItem) -> RawContent:
    """The document of an item, as people may write it."""
    text = json.dumps(item.document, ensure_ascii=False, indent=2)
    title = say("%(kind)s: %(id)s", kind=kind_words(item.kind), id=item.key)
    return RawContent(title, draft.id, item.position, draft.version, text, item.kind in SHAPES)


def typed_raw(text: str) -> dict[str, Any]:
    """The document that was written.

    Raises:
        Malformed: it is not one object in JSON, or holds what no database keeps: a number without
            end, half a character.
    """
    lines = line_numbers(text)
    found = json.loads(text)
    if not isinstance(found, dict):
        raise Malformed(1, say("it does not begin with %(mark)s", mark="{"))
    try:
        way, problem = next(_not_kept(found, ()), ((), None))
    except RecursionError:
        raise Malformed(1, TOO_DEEP) from None
    if problem is not None:
        raise Malformed(lines[way], problem)
    return found


def _not_kept(value: Any, way: Way) -> Iterator[tuple[Way, Message]]:
    """What JSON can say and no database can hold."""
    if isinstance(value, float) and not isfinite(value):
        yield way, say("a number cannot be kept")
    if isinstance(value, str) and any(category(letter) == "Cs" for letter in value):
        yield way, say("a text holds half a character")
    if isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _not_kept(inner, (*way, position))
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ((way, problem) for _, problem in _not_kept(name, way))
            yield from _not_kept(inner, (*way, name))
