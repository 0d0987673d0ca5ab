"""What a record is called in the workspace."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.message import Message, say
from app.editorial.draft import DraftItem
from app.publishing.faults import Fault
from app.queries import register
from app.queries.reading import Reading


def evaluation_title(reading: Reading, key: str, document: Mapping[str, Any] | None) -> Message:
    """The municipality and the year, as far as they can be told; else the id."""
    held = document or {}
    slug = str(held.get("municipality") or "")
    municipality = register.municipality(reading, slug) if slug else None
    if municipality is None or held.get("year") is None:
        return say("Evaluation %(id)s", id=key)
    return say("%(name)s %(year)s", name=municipality.label, year=str(held["year"]))


def fault_words(fault: Fault) -> Message | str:
    """A fault with how to mend it."""
    if fault.mend is None:
        return fault.problem
    return say("%(problem)s %(mend)s", problem=fault.problem, mend=fault.mend)


def draft_title(reading: Reading, items: Sequence[DraftItem], name: str) -> str:
    """What a draft is called that was made of a file: the evaluation, where it is one, else the
    file."""
    if len(items) != 1 or items[0].document is None:
        return name
    document = items[0].document
    municipality = register.municipality(reading, str(document.get("municipality", "")))
    return f"{municipality.name} {document.get('year')}" if municipality else name
