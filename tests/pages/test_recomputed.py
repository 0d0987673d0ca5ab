"""Every number that is answered agrees with one worked out from the data package by other means.

What stands for nobody but its members is answered nowhere: the same test holds that on the real
data, where too few results are known, and sees all of it on the made-up data, where all are.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from app.features.data.package import write_package
from app.queries.reading import Reading
from tests.pages.client import Client
from tests.pages.recomputed import (
    NEWEST_OF_FAMILY,
    Comparison,
    Known,
    Package,
    Result,
    Scope,
    as_sources_say,
    everybody_by_name,
    latest,
    limit_of,
    placed,
    quarter,
    read_package,
    stands,
)

COUNTRIES = ("NO", "SE")


@dataclass
class Site:
    """What is asked, what the package says, and how the two agree."""

    client: Client
    package: Package
    known: Known
    found: Comparison

    @cached_property
    def looked_at_closely(self) -> frozenset[str]:
        """Municipalities of which every comparison is asked for, not only those first shown: of
        many every twelfth."""
        slugs = sorted({one.municipality for one in self.package.results})
        return frozenset(slugs[:: 12 if len(slugs) > 200 else 1])

    def api(self, address: str) -> Any:
        return self.client.json(f"/api/v1/{address}")

    def stands(self, scope: Scope, with_figure: int, members: int) -> bool:
        return stands(self.known(scope, self.package.results), with_figure, members)


@pytest.fixture
def real_numbers(site: Client, real: Reading, tmp_path: Path) -> Site:
    write_package(real, tmp_path / "package.zip")
    return Site(site, read_package(tmp_path / "package.zip"), as_sources_say, Comparison())


@pytest.fixture
def demo_numbers(demo_site: Client, demo_reading: Reading, tmp_path: Path) -> Site:
    write_package(demo_reading, tmp_path / "package.zip")
    package = read_package(tmp_path / "package.zip")
    return Site(demo_site, package, everybody_by_name, Comparison())


def test_the_real_numbers_are_right_and_what_stands_for_nobody_is_absent(
    real_numbers: Site,
) -> None:
    counts = checked(real_numbers)
    assert sum(n for kind, n in counts.items() if not kind.startswith("no ")) >= 296
    for kind in ("rank", "band", "computed average", "statistics", "place in a list"):
        assert counts[f"no {kind}"] > 0, kind
    assert not {"place", "band", "median", "upper_quartile"} & {k for k, n in counts.items() if n}


def test_the_made_up_numbers_are_right_and_all_there(demo_numbers: Site) -> None:
    counts = checked(demo_numbers)
    assert sum(n for kind, n in counts.items() if not kind.startswith("no ")) >= 601
    for kind in (
        "total",
        "score",
        "average",
        "n of an average",
        "gap",
        "place",
        "place_from",
        "place_to",
        "band",
        "mean",
        "median",
        "lower_quartile",
        "upper_quartile",
        "list average",
    ):
        assert counts[kind] >= 20 or kind == "list average", kind


def checked(site: Site) -> Counter[str]:
    """All that is compared, by kind; fails with every number that differs."""
    scores(site)
    for municipality in sorted({one.municipality for one in site.package.results}):
        beside(site, municipality)
    for family in NEWEST_OF_FAMILY:
        averages(site, family)
        areas(site, family)
        listed(site, family)
    questions(site)
    assert site.found.wrong == []
    return site.found.counts


def scores(site: Site) -> None:
    """The total and the areas of every evaluation."""
    answered = {one["id"]: one for one in _pages(site, "evaluations?limit=1000")}
    assert answered.keys() == {one.id for one in site.package.results}
    for own in site.package.results:
        said = answered[own.id]
        site.found.number("total", own.id, said["total"], own.figures.get("total"))
        site.found.same("size group", own.id, said["size_group"], own.size_group)
        for number, score in said["areas"].items():
            where = f"{own.id}, area {number}"
            site.found.number("score", where, score, own.figures.get(number))


def _pages(site: Site, address: str) -> Iterator[dict[str, Any]]:
    while True:
        answer = site.api(address)
        yield from answer["items"]
        if answer["next"] is None:
            return
        address = answer["next"].split("/api/v1/")[1]


def beside(site: Site, municipality: str) -> None:
    """What the result of a municipality is set beside, as it is first shown and as it can be."""
    answer = site.api(f"municipalities/{municipality}")
    own = _shown(site.package.of(municipality))
    if own is None:
        assert answer["result"] is None, municipality
        return
    result = answer["result"]
    assert result["evaluation"] == own.id
    measures = sorted(own.figures.keys() - {"total"})
    _first_is_right(site, own, ["total"] if "total" in own.figures else [], result["total"])
    _first_is_right(site, own, measures, result["areas"])
    asked = [result]
    if municipality in site.looked_at_closely:
        asked += [_asked(site, municipality, kind) for kind in result["sets"]]
    for one in asked:
        for comparison in [*one["total"], *one["areas"]]:
            _comparison(site, own, comparison)


def _asked(site: Site, municipality: str, kind: str) -> Any:
    return site.api(f"municipalities/{municipality}?set={kind}")["result"]


def _shown(own: list[Result]) -> Result | None:
    """The latest evaluation with any figure."""
    with_figures = [one for one in own if one.figures]
    return max(with_figures, key=lambda r: (r.year, r.id)) if with_figures else None


def _first_is_right(site: Site, own: Result, measures: list[str], said: list[Any]) -> None:
    """Computed where every measure has enough others; else published; else by name; and nothing
    that stands for nobody."""
    if not measures:
        return
    scope = Scope((own.country,), own.family)
    others = _others(site, own, scope)
    serves = all(
        site.stands(scope, len(others[measure]) + 1, len(others[measure])) for measure in measures
    )
    published = [
        one
        for one in site.package.published.values()
        if (one.country, one.family, one.size_group) == (own.country, own.family, None)
        and all(measure in one.points for measure in measures)
    ]
    kinds = [one["kind"] for one in said if one["size_group"] is None and one["group"] is None]
    where = f"{own.municipality}, {measures[0]}"
    if serves:
        site.found.same("first", where, kinds[:1], ["computed"])
        return
    site.found.absent("computed average", where, [kind for kind in kinds if kind == "computed"])
    if published:
        site.found.same("first", where, kinds, ["published"] * len(published))
    elif kinds:
        site.found.same("first", where, kinds, ["named"])


def _others(site: Site, own: Result, scope: Scope) -> dict[str, dict[str, Fraction]]:
    """By measure, the figures of the others by municipality."""
    drawn = scope.drawn(site.package.results)
    return {
        measure: {
            slug: figure
            for slug, (_, figure) in latest(drawn, measure).items()
            if slug != own.municipality
        }
        for measure in own.figures
    }


def _comparison(site: Site, own: Result, said: dict[str, Any]) -> None:
    if said["group"] is not None:
        return
    scope = Scope(tuple(said["countries"]), said["family"], said["size_group"])
    others = _others(site, own, scope)
    by_id = {one.id: one for one in site.package.results}
    for measure, figures in said["figures"].items():
        where = f"{own.id} in {measure}, {said['kind']} {said['size_group']}"
        score, those = own.figures[measure], list(others[measure].values())
        for one in figures:
            match said["kind"]:
                case "published":
                    reference = site.package.published[said["reference"]["id"]]
                    average, n = reference.points[measure], reference.n
                case "named":
                    member = _member(one["name"], said["members"], by_id)
                    average, n = member.figures[measure], None
                case _:
                    average, n = sum(those, Fraction(0)) / len(those), len(those)
            site.found.number("average", where, one["value"], average)
            site.found.number("n of an average", where, one["n"], n)
            site.found.number("gap", where, one["gap"]["difference"], score - average)
            small = abs(score - average) < limit_of(measure) or score == average
            standing = "about-the-same" if small else "above" if score > average else "below"
            site.found.same("standing", where, one["gap"]["standing"], standing)
            _standing(site, where, one, scope, score, those, measure, said["kind"])


def _standing(
    site: Site,
    where: str,
    said: dict[str, Any],
    scope: Scope,
    score: Fraction,
    those: list[Fraction],
    measure: str,
    kind: str,
) -> None:
    """Place and quarter, only where the set stands for those it is drawn from."""
    computed = kind not in ("published", "named")
    if not computed or not site.stands(scope, len(those) + 1, len(those)):
        site.found.absent("rank", where, said["rank"])
        site.found.absent("band", where, said["band"])
        return
    assert kind != "few", where
    site.found.rank(where, said["rank"], placed(score, those, limit_of(measure)))
    site.found.same("band", where, said["band"], quarter(score, those, limit_of(measure)))


def _member(name: str, members: list[str], by_id: dict[str, Result]) -> Result:
    """The member that a name with a year stands for."""
    year = int(name.rsplit(" ", 1)[1])
    slug = name.rsplit(" ", 1)[0]
    found = [by_id[one] for one in members if by_id[one].year == year]
    exact = [one for one in found if _plain(slug).startswith(one.municipality.split("-")[0])]
    return (exact or found)[0]


def _plain(name: str) -> str:
    folded = name.casefold().translate(str.maketrans("åäöøé", "aaooe")).replace("æ", "ae")
    return folded.replace(" ", "-")


def averages(site: Site, family: str) -> None:
    """Whole families, as it stood at the end of every year, and every year by itself."""
    for country in COUNTRIES:
        used = Scope((country,), family).drawn(site.package.results)
        years = sorted({one.year for one in used})
        for span, first, last in (
            ("", None, None),
            *((f"&as_of={year}", None, year) for year in years),
            *((f"&from={year}&to={year}", year, year) for year in years),
        ):
            scope = Scope((country,), family, None, first, last)
            answer = site.api(f"averages?family={family}&country={country}{span}")
            (one,) = answer["sets"]
            for said in one["measures"]:
                where = f"averages of {country} {family}{span}, {said['measure']}"
                drawn = scope.drawn(site.package.results)
                figures = [figure for _, figure in latest(drawn, said["measure"]).values()]
                site.found.number("n of a set", where, said["n"], len(figures))
                if site.stands(scope, len(figures), len(figures)):
                    site.found.statistics(where, said["statistics"], figures)
                else:
                    site.found.absent("statistics", where, said["statistics"])


def areas(site: Site, family: str) -> None:
    version = NEWEST_OF_FAMILY[family]
    for area in map(str, range(1, 9)):
        answer = site.api(f"methods/{version}/areas/{area}")
        for country in COUNTRIES:
            scope = Scope((country,), family)
            found = latest(scope.drawn(site.package.results), area)
            _spread(site, answer, scope, found)
            places = site.api(f"methods/{version}/areas/{area}?country={country}")
            _places(site, places, scope, found, Fraction(3))


def questions(site: Site) -> None:
    """Of version 2.1, the only one with known questions, one of each area."""
    for number in range(1, 9):
        code = f"{number}.1"
        answer = site.api(f"methods/2.1/questions/{code}")
        for country in COUNTRIES:
            scope = Scope((country,), "2", version="2.1")
            found = latest(scope.drawn(site.package.results), code, of_question=True)
            _spread(site, answer, scope, found)
            places = site.api(f"methods/2.1/questions/{code}?country={country}")
            _places(site, places, scope, found, site.package.question_limits[code])


def _spread(
    site: Site, answer: Any, scope: Scope, found: dict[str, tuple[Result, Fraction]]
) -> None:
    where = f"{answer['links']['page']}, {scope.countries[0]}"
    spreads = [one for one in answer["spreads"] if one["country"] == scope.countries[0]]
    assert bool(spreads) == bool(found), where
    for said in spreads:
        site.found.number("n of a spread", where, said["n"], len(found))
        if site.stands(scope, len(found), len(found)):
            site.found.statistics(where, said["statistics"], [f for _, f in found.values()])
        else:
            site.found.absent("statistics", where, said["statistics"])


def _places(
    site: Site,
    answer: Any,
    scope: Scope,
    found: dict[str, tuple[Result, Fraction]],
    limit: Fraction,
) -> None:
    stand = site.stands(scope, len(found), len(found)) and len(found) > 5
    assert len(answer["results"]) == len(found)
    for row in answer["results"]:
        slug = row["municipality"]["slug"]
        where = f"{answer['links']['page']}, {slug}"
        own, score = found[slug]
        assert row["id"] == own.id, where
        site.found.number("score", where, row["score"], score)
        others = [figure for other, (_, figure) in found.items() if other != slug]
        site.found.rank(where, row["place"], placed(score, others, limit) if stand else None)


def listed(site: Site, family: str) -> None:
    """The list of municipalities in the order of their totals: places, and the average above it."""
    for country in COUNTRIES:
        scope = Scope((country,), family)
        address = f"municipalities?sort=total&country={country}&family={family}&limit=1000"
        answer = site.api(address)
        found = latest(scope.drawn(site.package.results), "total")
        stand = site.stands(scope, len(found), len(found))
        for said in answer["averages"]:
            figures = [figure for _, figure in found.values()]
            own = sum(figures, Fraction(0)) / len(figures) if stand else None
            site.found.number("list average", address, said["value"], own)
        rows = [row for row in answer["items"] if (row["evaluation"] or {}).get("total")]
        assert len(rows) == len(found), address
        for row in rows:
            where = f"{address}: {row['slug']}"
            one, score = found[row["slug"]]
            assert row["evaluation"]["id"] == one.id, where
            site.found.number("total", where, row["evaluation"]["total"], score)
            if not stand or len(found) <= 5:
                site.found.absent("place in a list", where, row["place"])
                continue
            others = [figure for slug, (_, figure) in found.items() if slug != row["slug"]]
            site.found.rank(where, row["place"], placed(score, others, Fraction(10)))
