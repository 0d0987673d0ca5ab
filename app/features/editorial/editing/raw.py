"""A record that has no form of its own: the document it is, in the shape of the seed's files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

from app.domain.message import LocalText, Message, say
from app.editorial.draft import Draft, DraftItem
from app.features.editorial.editing.shape_fields import SHAPES
from app.features.editorial.words import kind_words
from app.publishing.faults import Way
from app.publishing.json_lines import Malformed, line_numbers


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
    way = next(_endless(found, ()), None)
    if way is not None:
        raise Malformed(lines[way], say("a number cannot be kept"))
    return found


def _endless(value: Any, way: Way) -> Iterator[Way]:
    """Numbers without end, which JSON in Python has and no database keeps."""
    if isinstance(value, float) and not isfinite(value):
        yield way
    if isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _endless(inner, (*way, position))
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _endless(inner, (*way, name))
