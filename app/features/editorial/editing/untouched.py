"""Whether anything has been written yet: what nobody has filled in is no fault of anybody's."""

from collections.abc import Mapping
from typing import Any, Final

from app.editorial.draft import Draft, DraftItem
from app.editorial.drafts import EVALUATION

_FIRST: Final = 1
"""The version of a draft that has just been made."""


def is_untouched(draft: Draft, item: DraftItem) -> bool:
    """Whether an evaluation was made with nothing in it, and has not been saved since. What came
    from a file, or corrects what is public, says something from the beginning."""
    return (
        draft.version == _FIRST
        and item.kind == EVALUATION
        and item.document is not None
        and _says_nothing(item.document)
    )


def _says_nothing(document: Mapping[str, Any]) -> bool:
    source, areas = document.get("source"), document.get("areas")
    title = source.get("title") if isinstance(source, Mapping) else source
    written = [area for area in areas if _is_written(area)] if isinstance(areas, list) else []
    return not title and document.get("total") is None and not written


def _is_written(area: Any) -> bool:
    return not isinstance(area, Mapping) or any(
        value for name, value in area.items() if name != "no"
    )
