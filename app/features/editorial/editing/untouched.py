"""Whether anything has been written yet: what nobody has filled in is no fault of anybody's."""

from collections.abc import Mapping
from typing import Any, Final

from app.editorial.draft import Draft, DraftItem
from app.editorial.drafts import EVALUATION
from app.features.editorial.editing.shape_fields import SHAPES
from app.features.editorial.editing.typed import REPORT_TEXTS

_FIRST: Final = 1
"""The version of a draft that has just been made."""

_GIVEN: Final = frozenset({"id", "country", "as_of"})
"""What a new record of a list of values has from the beginning."""


def is_untouched(draft: Draft, item: DraftItem) -> bool:
    """Whether a record was made with nothing in it, and has not been saved since. What came from
    a file, or corrects what is public, says something from the beginning."""
    if draft.version != _FIRST or item.document is None:
        return False
    if item.kind == EVALUATION:
        return _says_nothing(item.document)
    return item.kind in SHAPES and not any(
        value for name, value in item.document.items() if name not in _GIVEN
    )


def _says_nothing(document: Mapping[str, Any]) -> bool:
    source, areas = document.get("source"), document.get("areas")
    title = source.get("title") if isinstance(source, Mapping) else source
    written = [area for area in areas if _is_written(area)] if isinstance(areas, list) else []
    texts = [document[name] for name in REPORT_TEXTS if document.get(name)]
    return not (title or written or texts) and document.get("total") is None


def _is_written(area: Any) -> bool:
    return not isinstance(area, Mapping) or any(
        value for name, value in area.items() if name != "no"
    )
