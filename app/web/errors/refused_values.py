"""What the models of parameters refuse, in our words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.message import Message, say
from app.errors import BadParameter

_LIMITS: Final = {"greater_than_equal": "ge", "less_than_equal": "le"}
_SHOWN: Final = 60
"""Characters of a value that are told back."""


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest number that a parameter takes, where there are such."""

    lowest: int | None = None
    highest: int | None = None


_ANY: Final = Span()


def faults_of(
    errors: Iterable[Mapping[str, Any]], spans: Mapping[str, Span]
) -> Iterator[BadParameter]:
    """Everything that models refused of a query, each parameter once."""
    told = set()
    for error in errors:
        place, *names = error["loc"]
        name = str(names[0]) if names else ""
        if place == "query" and name not in told:
            told.add(name)
            yield _fault(name, error, spans.get(name, _ANY))


def _fault(name: str, error: Mapping[str, Any], span: Span) -> BadParameter:
    kind, context = error["type"], error.get("ctx", {})
    value = str(error.get("input", ""))[:_SHOWN]
    allowed: tuple[str, ...] | None = None
    if kind in ("enum", "literal_error"):
        allowed = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
        message = say("“%(value)s” is not a value of %(name)s.", value=value, name=name)
    elif kind == "string_too_long":
        message = say(
            "%(name)s can have at most %(n)s characters.", name=name, n=context["max_length"]
        )
    elif kind in _LIMITS:
        message = _outside(name, kind, str(context[_LIMITS[kind]]))
    elif kind == "missing":
        message = say("%(name)s is missing.", name=name)
    elif kind.startswith("int"):
        message = say("%(name)s must be a whole number, not “%(value)s”.", name=name, value=value)
    else:
        message = say("“%(value)s” cannot be %(name)s.", value=value, name=name)
    return BadParameter(name, message, allowed, lowest=span.lowest, highest=span.highest)


def _outside(name: str, kind: str, limit: str) -> Message:
    if kind == "greater_than_equal":
        return say("%(name)s must be %(limit)s or more.", name=name, limit=limit)
    return say("%(name)s must be %(limit)s or less.", name=name, limit=limit)
