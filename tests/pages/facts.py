"""What the seed folder holds, read with nothing of the application: what pages are held against."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from tests.databases import SEED

FAMILIES = {"1.0": "1", "2.0": "2", "2.1": "2", "2020": "2020"}


@dataclass(frozen=True)
class Fact:
    """One evaluation. `scores` has the total under 0 and each area under its number."""

    id: str
    slug: str
    name: str
    country: str
    county: str
    year: int
    version: str
    detail: str
    size_group: str | None
    scores: dict[int, Decimal]

    @property
    def family(self) -> str:
        return FAMILIES[self.version]


@cache
def municipalities() -> dict[str, dict[str, str]]:
    return {row["slug"]: row for row in _rows("municipalities.csv")}


@cache
def evaluations() -> tuple[Fact, ...]:
    read = (
        json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
        for file in sorted((SEED / "evaluations").glob("*.json"))
    )
    return tuple(_fact(document) for document in read)


def latest(facts: Iterable[Fact], measure: int | None = None) -> dict[str, Fact]:
    """The latest evaluation of each municipality; with a measure, the latest that has it."""
    found: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda f: (f.year, f.id)):
        if measure is None or measure in fact.scores:
            found[fact.slug] = fact
    return found


def written(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Points as written by hand: one decimal where it is not 0, or as many as asked for."""
    if decimals is None:
        decimals = 1 if value % 1 else 0
    text = f"{int(value * 10**decimals + Decimal('0.5')) / 10**decimals:.{decimals}f}"
    return text if language == "en" else text.replace(".", ",")


def decimals_of(points: Iterable[float | Decimal | None]) -> int:
    """How many decimals points of areas or questions have that stand in one table: one if any of
    them has, as rounded by hand, and none else. None is a figure that is missing."""
    tenths = (int(Decimal(str(p)) * 10 + Decimal("0.5")) for p in points if p is not None)
    return 1 if any(tenth % 10 for tenth in tenths) else 0


def _fact(document: dict[str, Any]) -> Fact:
    place = municipalities()[document["municipality"]]
    year = document["year"]
    return Fact(
        id=f"{document['municipality']}-{year}",
        slug=document["municipality"],
        name=place["name"],
        country=place["country"],
        county=place["county"],
        year=year,
        version=document["method_version"],
        detail=document["detail"],
        size_group=_size_group(document["municipality"], year),
        scores=_scores(document),
    )


def _scores(document: dict[str, Any]) -> dict[int, Decimal]:
    scores: dict[int, Decimal] = {}
    exact = 0
    for area in document["areas"]:
        questions = [question.get("score") for question in area.get("questions", ())]
        if questions and None not in questions:
            scores[area["no"]] = Decimal(sum(questions))
            exact += 1
        elif area.get("stated") is not None:
            scores[area["no"]] = Decimal(area["stated"])
    if exact == 8:
        scores[0] = Decimal(sum(scores.values()))
    elif document["total"] is not None:
        scores[0] = Decimal(document["total"])
    return scores


def _size_group(slug: str, year: int) -> str | None:
    """By the inhabitants as the year began, else of the nearest earlier year, else the nearest."""
    known = _populations().get(slug, {})
    if not known:
        return None
    began = year - (municipalities()[slug]["country"] == "SE")
    earlier = [other for other in known if other <= began]
    inhabitants = known[max(earlier) if earlier else min(known)]
    return "small" if inhabitants < 5000 else "medium" if inhabitants < 10000 else "large"


@cache
def _populations() -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for row in _rows("populations.csv"):
        found.setdefault(row["slug"], {})[int(row["year"])] = int(row["population"])
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (SEED / "register" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
