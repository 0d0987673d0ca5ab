"""Reads the figures of evaluations from the files they are shipped in, apart from the program."""

import csv
import json
from decimal import Decimal
from functools import cache
from typing import Any

from tests.databases import SEED


@cache
def evaluation(id: str) -> dict[str, Any]:
    """The file of an evaluation, its numbers exact."""
    text = (SEED / "evaluations" / f"{id}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return found


def areas(id: str) -> dict[int, Decimal]:
    """The points of the areas that are known: the sum of the questions, else as stated."""
    found = {}
    for area in evaluation(id)["areas"]:
        asked = area.get("questions", [])
        points = sum((Decimal(one["score"]) for one in asked), Decimal(0))
        if asked or area.get("stated") is not None:
            found[area["no"]] = points if asked else Decimal(area["stated"])
    return found


def total(id: str) -> Decimal | None:
    """The total as it is stated."""
    stated = evaluation(id)["total"]
    return None if stated is None else Decimal(stated)


@cache
def _inhabitants() -> dict[tuple[str, int], int]:
    with (SEED / "register" / "populations.csv").open(encoding="utf-8") as lines:
        return {
            (row["slug"], int(row["year"])): int(row["population"]) for row in csv.DictReader(lines)
        }


def inhabitants(id: str, *, counted: int = 0) -> int:
    """Those of the year of an evaluation, or of `counted` years before where they are counted at
    the end of a year."""
    found = evaluation(id)
    return _inhabitants()[found["municipality"], found["year"] - counted]
