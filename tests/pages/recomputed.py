"""The published numbers once more, from the data package alone.

Whole fractions and plain counting: nothing here is read from the application but what the package
says and what is to be checked. The rules are those of the method page.
"""

import csv
import io
import math
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, str]

SMALL = {"total": Fraction(10)}
"""What is called small, in points; 3 of an area."""

NEWEST_OF_FAMILY = {"1": "1.0", "2": "2.1", "2020": "2020"}


@dataclass(frozen=True)
class Result:
    """One evaluation. `figures` by `total` or the number of the area, `questions` by code."""

    id: str
    municipality: str
    country: str
    year: int
    version: str
    family: str
    size_group: str | None
    figures: Mapping[str, Fraction]
    questions: Mapping[str, Fraction]


@dataclass(frozen=True)
class Published:
    """An average that somebody else published."""

    id: str
    country: str
    family: str
    year: int
    size_group: str | None
    n: int | None
    points: Mapping[str, Fraction]


@dataclass(frozen=True)
class Package:
    """What the package holds of results."""

    results: tuple[Result, ...]
    published: Mapping[str, Published]
    question_limits: Mapping[str, Fraction]
    """By the code of a question of version 2.1: three points times the root of its share of the
    area, to one decimal."""

    def of(self, municipality: str) -> list[Result]:
        return [one for one in self.results if one.municipality == municipality]


@dataclass(frozen=True)
class Scope:
    """What a set is drawn from."""

    countries: tuple[str, ...]
    family: str
    size_group: str | None = None
    first: int | None = None
    last: int | None = None
    version: str | None = None

    def admits(self, one: Result) -> bool:
        return (
            one.country in self.countries
            and one.family == self.family
            and self.size_group in (None, one.size_group)
            and self.version in (None, one.version)
            and (self.first or 0) <= one.year <= (self.last or 9999)
        )

    def drawn(self, results: Iterable[Result]) -> list[Result]:
        return [one for one in results if self.admits(one)]


Known: TypeAlias = Callable[[Scope, Sequence[Result]], int | None]
"""How many were evaluated in a scope, given everything that is known by name."""


def latest(
    results: Iterable[Result], measure: str, *, of_question: bool = False
) -> dict[str, tuple[Result, Fraction]]:
    """Each municipality's latest evaluation that has the figure."""
    found: dict[str, tuple[Result, Fraction]] = {}
    for one in sorted(results, key=lambda r: (r.year, r.id)):
        figures = one.questions if of_question else one.figures
        if measure in figures:
            found[one.municipality] = (one, figures[measure])
    return found


def limit_of(measure: str) -> Fraction:
    return SMALL.get(measure, Fraction(3))


def quantile(figures: Sequence[Fraction], share: Fraction) -> Fraction:
    """Hyndman and Fan's seventh: the figure at (n - 1) times the share, counted from 0."""
    ordered = sorted(figures)
    position = (len(ordered) - 1) * share
    low = math.floor(position)
    high = math.ceil(position)
    return ordered[low] * (1 - (position - low)) + ordered[high] * (position - low)


def described(figures: Sequence[Fraction]) -> dict[str, Fraction | None]:
    enough = len(figures) >= 8
    return {
        "n": Fraction(len(figures)),
        "mean": sum(figures, Fraction(0)) / len(figures),
        "median": quantile(figures, Fraction(1, 2)),
        "lower_quartile": quantile(figures, Fraction(1, 4)) if enough else None,
        "upper_quartile": quantile(figures, Fraction(3, 4)) if enough else None,
        "minimum": min(figures),
        "maximum": max(figures),
    }


def placed(own: Fraction, others: Sequence[Fraction], limit: Fraction) -> dict[str, int]:
    """The place among the others and oneself, and those that all about the same share."""
    return {
        "place": 1 + sum(other > own for other in others),
        "of": len(others) + 1,
        "shared": int(own in others),
        "place_from": 1 + sum(other > own and other - own >= limit for other in others),
        "place_to": len(others) + 1 - sum(own > other and own - other >= limit for other in others),
    }


def quarter(own: Fraction, others: Sequence[Fraction], limit: Fraction) -> str | None:
    """The quarter or half in which one clearly is."""
    if len(others) < 8:
        return None
    lower, middle, upper = (quantile(others, Fraction(part, 4)) for part in (1, 2, 3))
    for name, above, below in (
        ("top-quarter", own, upper),
        ("upper-middle", own, middle),
        ("bottom-quarter", lower, own),
        ("lower-middle", middle, own),
    ):
        if above > below and above - below >= limit:
            return name
    return None


def everybody_by_name(scope: Scope, results: Sequence[Result]) -> int:
    """Of the made-up data all that were evaluated are there."""
    return len({one.municipality for one in scope.drawn(results)})


UNTIL = {
    ("NO", "2"): {2012: 30, 2015: 46, 2018: 55, 2019: 58},
    ("SE", "1"): {2006: 38},
    ("SE", "2020"): {2022: 20},
}
"""How many sources say were evaluated from the first year of a family on."""


def as_sources_say(scope: Scope, results: Sequence[Result]) -> int | None:
    """Of the real data, by the counts that were found; a country's others may all belong to a size
    group."""
    known = 0
    for country in scope.countries:
        whole = Scope((country,), scope.family, None, scope.first, scope.last)
        counted = _counted(country, scope)
        if counted is None:
            return None
        by_name = everybody_by_name(whole, results)
        own = Scope((country,), scope.family, scope.size_group, scope.first, scope.last)
        inside = len({r.municipality for r in own.drawn(results) if scope.admits(r)})
        known += inside + max(counted - by_name, 0)
    return known


def _counted(country: str, scope: Scope) -> int | None:
    if scope.first is not None:
        return 13 if (country, scope.first, scope.last) == ("SE", 2014, 2014) else None
    if (country, scope.family) == ("SE", "2"):
        return 75 if scope.last == 2010 else 140
    last = 9999 if scope.last is None else scope.last
    fitting = [n for year, n in UNTIL.get((country, scope.family), {}).items() if year <= last]
    if fitting:
        return max(fitting)
    return {("NO", "1"): 65, ("NO", "2"): 65}.get((country, scope.family))


def stands(known: int | None, with_figure: int, members: int) -> bool:
    """Whether a set may stand for its country: five members, and half of those evaluated."""
    return members >= 5 and known is not None and 2 * with_figure >= known


@dataclass
class Comparison:
    """Compares what is answered with what was worked out here, and counts by kind."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def number(self, kind: str, where: str, said: float | None, own: Fraction | int | None) -> None:
        """One number. What is not there must not be there."""
        if own is not None:
            self.counts[kind] += 1
        if said is None or own is None:
            same = said is None and own is None
        else:
            same = abs(Fraction(said) - own) < Fraction(1, 10**9)
        if not same:
            self.wrong.append(f"{where}: {kind} is {said}, and {own and float(own)} here")

    def same(self, kind: str, where: str, said: object, own: object) -> None:
        self.counts[kind] += 1
        if said != own:
            self.wrong.append(f"{where}: {kind} is {said}, and {own} here")

    def absent(self, kind: str, where: str, said: object) -> None:
        """What stands for nobody must not be said."""
        self.counts[f"no {kind}"] += 1
        if said not in (None, []):
            self.wrong.append(f"{where}: {kind} {said} stands for nobody")

    def statistics(self, where: str, said: dict[str, Any] | None, own: Sequence[Fraction]) -> None:
        assert said is not None, f"{where}: no statistics"
        for name, value in described(own).items():
            self.number(name, where, said[name], value)

    def rank(self, where: str, said: dict[str, Any] | None, own: Mapping[str, int] | None) -> None:
        if own is None:
            self.absent("rank", where, said)
            return
        assert said is not None, f"{where}: no place"
        for name, value in own.items():
            self.number(name, where, said[name], value)


def read_package(path: Path) -> Package:
    with zipfile.ZipFile(path) as archive:
        tables = {
            Path(name).stem: _rows(archive.read(name).decode("utf-8"))
            for name in archive.namelist()
            if name.endswith(".csv")
        }
    points: dict[str, dict[str, Fraction]] = {}
    for row in tables["reference_points"]:
        points.setdefault(row["average"], {})[row["measure"]] = Fraction(row["points"])
    return Package(
        results=_results(tables),
        published={
            row["average"]: Published(
                row["average"],
                row["country"],
                row["family"],
                int(row["year"]),
                row["size_group"] or None,
                int(row["n"]) if row["n"] else None,
                points[row["average"]],
            )
            for row in tables["reference_averages"]
        },
        question_limits=_question_limits(tables),
    )


def _rows(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text)))


def _results(tables: Mapping[str, list[Row]]) -> tuple[Result, ...]:
    questions: dict[tuple[str, str], list[Row]] = {}
    for row in tables["questions"]:
        questions.setdefault((row["evaluation"], row["area"]), []).append(row)
    areas: dict[str, list[Row]] = {}
    for row in tables["areas"]:
        areas.setdefault(row["evaluation"], []).append(row)
    groups = tables["size_groups"]
    return tuple(
        _result(row, areas.get(row["evaluation"], []), questions, groups)
        for row in tables["evaluations"]
    )


def _result(
    row: Row,
    areas: Sequence[Row],
    questions: Mapping[tuple[str, str], list[Row]],
    groups: Sequence[Row],
) -> Result:
    """The score of an area is the sum of its questions where all are there, else what is stated;
    that of the total is the sum of such areas where all eight are, else what is stated."""
    figures: dict[str, Fraction] = {}
    asked: dict[str, Fraction] = {}
    from_questions = 0
    for area in areas:
        found = questions.get((row["evaluation"], area["area"]), [])
        asked |= {q["question"]: Fraction(q["score"]) for q in found if q["score"]}
        if found and all(q["score"] for q in found):
            figures[area["area"]] = sum((Fraction(q["score"]) for q in found), Fraction(0))
            from_questions += 1
        elif area["stated"]:
            figures[area["area"]] = Fraction(area["stated"])
    if from_questions == 8:
        figures["total"] = sum(figures.values(), Fraction(0))
    elif row["total_stated"]:
        figures["total"] = Fraction(row["total_stated"])
    return Result(
        row["evaluation"],
        row["municipality"],
        row["country"],
        int(row["year"]),
        row["method_version"],
        row["family"],
        _size_group(row["inhabitants"], groups),
        figures,
        asked,
    )


def _size_group(inhabitants: str, groups: Sequence[Row]) -> str | None:
    if not inhabitants:
        return None
    for group in groups:
        if int(group["min"]) <= int(inhabitants) <= int(group["max"] or 10**9):
            return group["size_group"]
    return None


def _question_limits(tables: Mapping[str, list[Row]]) -> dict[str, Fraction]:
    of_area = {
        row["area"]: int(row["max"])
        for row in tables["method_areas"]
        if row["method_version"] == "2.1"
    }
    return {
        row["question"]: Fraction(
            math.floor(30 * math.sqrt(float(row["max"]) / of_area[row["area"]]) + 0.5), 10
        )
        for row in tables["method_questions"]
        if row["method_version"] == "2.1"
    }
