"""What a record is called in the workspace."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.message import Message, say
from app.domain.municipality import Country
from app.domain.wording.sets import country_words
from app.editorial.draft import DraftItem
from app.editorial.drafts import EVALUATION
from app.editorial.figure_items import KNOWN, REFERENCE
from app.publishing.faults import Fault
from app.publishing.text_shapes import local_text
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


def item_title(reading: Reading, item: DraftItem) -> Message:
    """What a record of a draft is called: by what it says, not by its id, wherever that can be."""
    document = item.document or {}
    if item.kind == EVALUATION:
        return evaluation_title(reading, item.key, document)
    try:
        if item.kind == REFERENCE:
            return say("%(title)s", title=local_text(document.get("label")))
        if item.kind == KNOWN:
            country = Country(str(document.get("country")))
            year = str(document.get("as_of") or "")
            return say("%(country)s %(year)s", country=country_words(country), year=year)
    except ValueError:
        pass  # it is not written yet, or wrong: the checks tell of it
    return say("%(id)s", id=item.key)


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
