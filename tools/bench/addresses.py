"""Addresses of pages that are there, spread evenly over all that a database holds."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

LANGUAGES: Final = ("", "/nn", "/sv", "/en")
FILTERS: Final = (
    "country=NO&sort=total&family=2",
    "country=SE&sort=name",
    "size_group=small&sort=year",
    "size_group=large&from=2015&sort=total&family=2",
    "country=NO&size_group=medium&detail=areas",
    "from=2012&to=2018&sort=1&family=2",
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    municipality: str
    year: int
    family: str

    @property
    def id(self) -> str:
        return f"{self.municipality}-{self.year}"


def evaluations(url: str, count: int) -> list[Evaluation]:
    """So many evaluations, or all there are; of each municipality and year with one alone."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
        database.execute("PRAGMA query_only = 1")
        found = [
            Evaluation(*row)
            for row in database.execute(
                "SELECT municipality, year, min(family) FROM evaluation "
                "WHERE release_out IS NULL AND detail IN ('questions', 'areas') "
                "GROUP BY municipality, year HAVING count(*) = 1 ORDER BY municipality, year"
            )
        ]
    step = max(1, len(found) // count)
    return found[::step][:count]


def municipality(chosen: Sequence[Evaluation]) -> list[str]:
    """Pages of municipalities."""
    return list(dict.fromkeys(f"/kommuner/{one.municipality}" for one in chosen))


def evaluation(chosen: Sequence[Evaluation]) -> list[str]:
    """Pages of single evaluations."""
    return [f"/kommuner/{one.municipality}/{one.year}" for one in chosen]


def comparison(chosen: Sequence[Evaluation]) -> list[str]:
    """Two evaluations of one family side by side."""
    by_family = sorted(chosen, key=lambda one: one.family)
    return [
        f"/sammenlign?e={a.id}&e={b.id}"
        for a, b in pairwise(by_family)
        if a.family == b.family and a.municipality != b.municipality
    ]


def filtered_list(chosen: Sequence[Evaluation]) -> list[str]:
    """The list of municipalities, filtered and sorted in turn by what people filter by."""
    return [f"/kommuner?{filters}" for filters in FILTERS]


KINDS: Final[dict[str, Callable[[Sequence[Evaluation]], list[str]]]] = {
    "municipality": municipality,
    "evaluation": evaluation,
    "compare": comparison,
    "filtered list": filtered_list,
}


def all_pages(chosen: Sequence[Evaluation]) -> list[str]:
    """Pages of municipalities and evaluations in four languages."""
    paths = [*municipality(chosen), *evaluation(chosen)]
    return [f"{language}{path}" for language in LANGUAGES for path in paths]
