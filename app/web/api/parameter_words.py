"""What each parameter of the API means, by its name: a name means the same wherever it stands.

A parameter that says of itself what it means is left as it is.
"""

from collections.abc import Mapping
from typing import Any, Final

MEANINGS: Final[Mapping[str, tuple[str, Any]]] = {
    "release": ("Answers from this release, for ever the same; the newest without.", 1),
    "lang": ("The language of names and sentences; bokmål without.", "en"),
    "limit": ("The most items to answer.", 100),
    "country": ("Only municipalities of this country.", "NO"),
    "county": ("Only municipalities of this county, by its name.", "Møre og Romsdal"),
    "size_group": ("Only municipalities of this size when they were evaluated.", "small"),
    "family": ("Only evaluations of this method family; points are compared within one.", "2"),
    "version": ("Only evaluations of this method version.", "2.1"),
    "from": ("Only evaluations of this year or later.", 2015),
    "to": ("Only evaluations of this year or earlier.", 2020),
    "detail": ("Only evaluations of which this much is known.", "areas"),
    "area": ("Only what has to do with this area, by its number.", 3),
    "question": ("Only what has to do with this question, by its code.", "5.1"),
    "sort": ("The order: by name, or year or points with the highest first.", "year"),
    "q": ("Only what has these words; control characters are refused.", "innbygger"),
}
"""The meaning and an example."""


def describe(parameter: dict[str, Any]) -> None:
    """Adds what a parameter of the document does not say of itself."""
    meaning, example = MEANINGS.get(parameter["name"], (None, None))
    if meaning is not None:
        parameter.setdefault("description", meaning)
    has_own = {"example", "examples"} & {*parameter, *parameter.get("schema", {})}
    if example is not None and not has_own:
        parameter["example"] = example
