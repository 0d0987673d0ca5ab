"""What is of the wrong kind in a document, said for each value as people would say it; and the
document without that, so that everything else in it is looked at as well."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.message import Message, say
from app.publishing.checks.dates import before_it_was_a_date
from app.publishing.checks.texts import visible
from app.publishing.faults import Way
from app.publishing.parse import EVALUATION
from app.publishing.shapes import EvaluationShape

_ROUNDS: Final = 4
_LISTS: Final = (
    "gold_stars",
    "discrepancies",
    "stated_comparisons",
    "stated_placings",
    "notes",
)
"""Lists whose items stand alone: a wrong one is left out while the rest is looked at."""

NOTHING: Final = "-"
_STANDING_IN: Final[Mapping[str, Any]] = {
    "municipality": NOTHING,
    "year": 2000,
    "method_version": NOTHING,
    "method_version_basis": "stated",
    "detail": "known",
    "report_number": None,
    "total": None,
    "areas": [],
    "source": {"title": NOTHING, "url": None},
}
"""What stands in for what an evaluation has to have; others are left out."""

_NAMES: Final[Mapping[str, Message]] = {
    "municipality": say("The municipality"),
    "year": say("The year"),
    "method_version": say("The method version"),
    "method_version_basis": say("How the version is known"),
    "source": say("The report"),
    "title": say("The title of the report"),
    "practice": say("The practice"),
    "scope": say("What the gold star is for"),
    "kind": say("The kind"),
    "text": say("The text"),
    "measure": say("The area, or the total"),
    "since": say("The year of the comparison"),
    "lang": say("The language"),
}

Wrong = tuple[Way, Message, Message | None]


def read_shape(document: Mapping[str, Any]) -> tuple[EvaluationShape | None, list[Wrong]]:
    """A document in its shape; else every value that is missing or of the wrong kind."""
    try:
        return EVALUATION.validate_json(_text(document)), []
    except ValidationError as error:
        found: dict[Way, Wrong] = {}
        for details in error.errors(include_url=False):
            way = _way(details["loc"], document)
            found.setdefault(way, (way, *_said(details, way)))
        return None, [*found.values()]


def looked_past(
    document: Mapping[str, Any],
) -> tuple[EvaluationShape, dict[str, list[int]]] | None:
    """The document with something in the place of all that is wrong, and where the items of its
    lists were. None where nothing can be made of it."""
    mended: dict[str, Any] = deepcopy(dict(document))
    positions = {
        name: list(range(len(listed)))
        for name in _LISTS
        if isinstance(listed := mended.get(name), list)
    }
    for _ in range(_ROUNDS):
        try:
            return EVALUATION.validate_json(_text(mended)), positions
        except ValidationError as error:
            ways = {_way(found["loc"], mended) for found in error.errors(include_url=False)}
            for way in sorted(ways, key=_from_behind, reverse=True):
                _mend(mended, way, positions)
    return None


def _text(document: Mapping[str, Any]) -> str:
    """The document as JSON; half a character, which no JSON may hold, is found as a wrong text."""
    text = json.dumps(document, ensure_ascii=False, default=str)
    return text.encode(errors="replace").decode()


def _way(loc: tuple[int | str, ...], document: Mapping[str, Any]) -> Way:
    """The way to the value; what pydantic says of a type inside a value is not on it."""
    at: Any = document
    way: list[str | int] = []
    for name in loc:
        if isinstance(at, dict) and isinstance(name, str):
            way.append(name)
            at = at.get(name)
        elif isinstance(at, list) and isinstance(name, int) and name < len(at):
            way.append(name)
            at = at[name]
        else:
            break
    return tuple(way)


def _from_behind(way: Way) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(name, str), name) for name in way)


def _mend(document: dict[str, Any], way: Way, positions: dict[str, list[int]]) -> None:
    """Puts something in the place of a value, or takes it out."""
    if not way:
        return
    if way[0] in _LISTS and len(way) > 1 and isinstance(way[1], int):
        if way[1] < len(document[way[0]]):  # an item may be wrong in several ways
            del document[way[0]][way[1]]
            del positions[str(way[0])][way[1]]
        return
    parent = _at(document, way[:-1])
    name = way[-1]
    if isinstance(parent, list) and isinstance(name, int):
        if "findings" in way:
            parent[name] = NOTHING
        elif name < len(parent):
            del parent[name]
    elif isinstance(parent, dict):
        _mend_member(parent, str(name), way, _free_area(document))


def _free_area(document: Mapping[str, Any]) -> int:
    """The number of an area that nothing is said of."""
    areas = document.get("areas")
    listed = areas if isinstance(areas, list) else []
    taken = [area.get("no") for area in listed if isinstance(area, dict)]
    return next((no for no in range(1, 9) if no not in taken), 8)


def _mend_member(parent: dict[str, Any], name: str, way: Way, free: int) -> None:
    if len(way) == 1 and name in _STANDING_IN:
        parent[name] = deepcopy(_STANDING_IN[name])
    elif way[0] == "source":
        parent[name] = {"title": NOTHING, "url": None}.get(name)
        if name not in ("title", "url"):
            del parent[name]
    elif name == "score":
        parent.pop("score", None)
        parent["missing"] = "not-found"
    elif name == "lang":
        parent["lang"] = "nb"
    elif name == "code":
        parent["code"] = NOTHING
    elif name == "no" and way[0] == "areas":
        parent["no"] = free
    elif way[0] == "stated_changes" and name == "since":
        parent["since"] = 1990
    else:
        parent.pop(name, None)


def _at(document: Any, way: Way) -> Any:
    for name in way:
        try:
            document = document[name]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def _said(details: ErrorDetails, way: Way) -> tuple[Message, Message | None]:
    """What is wrong with a value, and how to mend it."""
    name = str(way[-1]) if way else ""
    given = details["input"]
    shown = visible(given)
    limits = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return is_missing(_NAMES.get(name, name)), None
        case "extra_forbidden":
            return say("Nothing is called “%(name)s” here.", name=name), None
        case "greater_than_equal" | "less_than_equal" | "decimal_max_places" as kind:
            return _out_of_bounds(kind, shown, limits)
        case "enum" | "literal_error":
            problem = say("“%(value)s” is none of those that may be chosen.", value=shown)
            allowed = visible_choices(str(limits.get("expected", "")))
            return problem, say("Choose one of these: %(allowed)s.", allowed=allowed)
        case "string_pattern_mismatch" if name == "url":
            problem = say("“%(value)s” is no address.", value=shown)
            return problem, say("An address begins with https:// and has no space in it.")
        case "value_error":
            return _value_error(str(details["msg"]), given, shown)
        case "int_type" | "int_parsing" | "int_from_float":
            return _no_number(say("“%(value)s” is no whole number.", value=shown), shown)
        case _:
            return say("“%(value)s” cannot stand here.", value=shown), None


def is_missing(what: Message | str) -> Message:
    """What is said of what is not there."""
    return say("%(what)s is missing.", what=what)


MISSING: Final = is_missing("").key


def _out_of_bounds(
    kind: str, shown: str, limits: Mapping[str, Any]
) -> tuple[Message, Message | None]:
    if kind == "greater_than_equal":
        return say("%(value)s is less than %(least)s.", value=shown, least=str(limits["ge"])), None
    if kind == "less_than_equal":
        return say("%(value)s is more than %(most)s.", value=shown, most=str(limits["le"])), None
    problem = say("%(value)s has more than one decimal.", value=shown)
    return problem, say("Points have one decimal at most.")


def visible_choices(expected: str) -> str:
    """The values of a list in pydantic's words: `'a', 'b' or 'c'`."""
    return expected.replace("'", "").replace(" or ", ", ")


def _value_error(problem: str, given: object, shown: str) -> tuple[Message, Message | None]:
    if problem.endswith("points are a number"):
        return _no_number(say("“%(value)s” is no number.", value=shown), shown)
    if isinstance(given, str):
        if not given.strip():
            return say("The text is empty."), None
        return say("The text has space around it, or is not one line."), None
    return say("The text is missing, or has no language."), None


def _no_number(problem: Message, shown: str) -> tuple[Message, Message | None]:
    if (before := before_it_was_a_date(shown)) is not None:
        return problem, was_a_date(before)
    if any(letter in "Oo" for letter in shown) and any(letter.isdigit() for letter in shown):
        return problem, say("It holds the letter O. Write the figure 0.")
    return problem, say("Write figures alone.")


def was_a_date(before: str) -> Message:
    """How to mend what a spreadsheet has made a date of."""
    return say(
        "A spreadsheet has made a date of it. If it was %(before)s, format the cell as text and "
        "write that.",
        before=before,
    )
