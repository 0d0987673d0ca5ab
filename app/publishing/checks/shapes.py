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
from app.publishing.faults import Way
from app.publishing.parse import EVALUATION
from app.publishing.shapes import EvaluationShape
from app.publishing.unfit import FIGURES_ALONE, visible
from app.publishing.value_faults import ProblemAndMend, value_fault

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


def _said(details: ErrorDetails, way: Way) -> ProblemAndMend:
    """What is wrong with a value, and how to mend it: a spreadsheet has made dates of numbers."""
    name = str(way[-1]) if way else ""
    problem, mend = value_fault(details, _NAMES.get(name, name))
    if mend == FIGURES_ALONE:
        before = before_it_was_a_date(visible(details["input"]))
        return problem, mend if before is None else was_a_date(before)
    return problem, mend


def was_a_date(before: str) -> Message:
    """How to mend what a spreadsheet has made a date of."""
    return say(
        "A spreadsheet has made a date of it. If it was %(before)s, format the cell as text and "
        "write that.",
        before=before,
    )
