"""Filters that take several values: given again for each, or with commas between them.

`country=NO&country=SE` and `country=NO,SE` are the same. What fits any of them is admitted.
"""

from collections.abc import Iterable
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BeforeValidator

Value = TypeVar("Value")

MARK = ","
"""Stands between values that are given together. No value holds one."""


def apart(given: Any) -> Any:
    """Every value that was given, each once, in order."""
    if given is None:
        return None
    values = given if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    parts = (
        part for value in values for part in (value.split(MARK) if _is_text(value) else (value,))
    )
    return tuple(dict.fromkeys(parts))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


Several: TypeAlias = Annotated[tuple[Value, ...] | None, BeforeValidator(apart)]
"""None where nothing is chosen."""


def each(chosen: object) -> tuple[object, ...]:
    """What is chosen in a filter, whether it takes one value or several."""
    return chosen if isinstance(chosen, tuple) else (chosen,)


def only(chosen: tuple[Value, ...] | None) -> Value | None:
    """The one value that is chosen; None where none is, or several are."""
    return chosen[0] if chosen is not None and len(chosen) == 1 else None
