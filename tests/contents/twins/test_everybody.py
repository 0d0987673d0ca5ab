"""Of every municipality: nobody is called alike who is not, and groups are the sources'."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeAlias

from app.contents.twins.content import TwinsContent, content
from app.contents.twins.official import official_groups, scheme_labels
from app.contents.twins.parameters import TwinsParameters
from app.domain.absence import NotCompared
from app.domain.alike import KOLADA_LISTS, OWN_MEASURE
from app.domain.municipality import Municipality
from app.domain.score import Measure
from app.queries import evaluations, method, register
from app.queries.reading import Reading
from tests.databases import SEED
from tests.domain.examples import said

Row: TypeAlias = Mapping[str, str]


def everybody(reading: Reading) -> tuple[Municipality, ...]:
    return register.all_municipalities(reading)


def pages(reading: Reading) -> Iterator[TwinsContent]:
    """Of everybody by our own measure, and of whoever is evaluated by every scheme."""
    evaluated = set(evaluations.summaries(reading).municipalities)
    for municipality in everybody(reading):
        yield content(reading, municipality, TwinsParameters(scheme=OWN_MEASURE))
        if municipality.slug in evaluated:
            for scheme in scheme_labels(municipality, method.instrument(reading)):
                if scheme != OWN_MEASURE:
                    yield content(reading, municipality, TwinsParameters(scheme=scheme))


def test_nobody_is_named_who_is_neither_alike_enough_nor_in_the_group(
    real: Reading, demo_reading: Reading
) -> None:
    for reading in (real, demo_reading):
        _assert_alike(reading)


def _assert_alike(reading: Reading) -> None:
    countries = {m.slug: m.country for m in everybody(reading)}
    known = dict.fromkeys(("own", "official", "lent"), 0)
    for page in pages(reading):
        named = {row.summary.municipality for row in page.rows}
        if page.by_own_measure:
            assert all(2 * (row.likeness or 0) >= 1 for row in page.rows), page.municipality.slug
            known["own"] += len(named)
        else:
            assert named <= (page.group.others if page.group else frozenset())
            known["official"] += len(named)
        contacts = [contact for lesson in page.areas for contact in lesson.contacts]
        assert min((c.better.more for c in contacts), default=3) >= 3, "clearly more"
        contacts += [contact for lesson in page.questions for contact in lesson.contacts]
        lent = {contact.twin.municipality for contact in contacts}
        lent |= {given.evaluation.municipality for given in page.more_stars}
        assert lent <= named, page.municipality.slug
        assert {countries[slug] for slug in named | lent} <= {page.municipality.country}
        assert page.municipality.slug not in named
        known["lent"] += len(lent)
    assert all(known.values()), known


def test_between_families_nobody_is_called_above_below_or_about_the_same(real: Reading) -> None:
    """Hemne's and Hareid's are of 2.1, Midtre Gauldal's 554 of 2020."""
    kept = apart = 0
    for page in pages(real):
        for row in page.rows:
            if page.own is None or page.own.family == row.summary.family:
                kept += row.gap is not None
                continue
            assert row.gap is None, (page.municipality.slug, row.summary.id)
            if row.total is not None and Measure.TOTAL in page.own.figures:
                assert row.not_compared is NotCompared.NOT_COMPARABLE
                apart += 1
        for lesson in page.areas:
            families = {one.twin.summary.family for one in lesson.contacts}
            assert page.own is not None
            assert families <= {page.own.family}
    assert kept > 10
    assert apart > 10


def test_nobody_is_said_not_to_do_better_whose_points_are_not_known(real: Reading) -> None:
    """Judged by the figures of those on the page, of the page's own family."""
    found = dict.fromkeys(("none", "some", "all"), 0)
    for page in pages(real):
        looked_at = page.rows[: page.learned_from]
        for lesson in page.areas:
            words = lesson.nobody_words
            assert (words is None) == bool(lesson.contacts)
            if words is None or page.own is None or not looked_at:
                continue
            measure = Measure.of_area(lesson.definition.no)
            points = [
                f"{row.summary.name} {row.summary.year}"
                for row in looked_at
                if row.summary.family == page.own.family and measure in row.summary.figures
            ]
            if not points:
                assert said(words) == (
                    f"Of those like {page.own.name}, we have no points to compare with for any."
                )
                found["none"] += 1
            elif len(points) == len(looked_at):
                assert said(words) == (
                    f"Of those like {page.own.name}, none has clearly more points."
                )
                found["all"] += 1
            else:
                assert said(words).startswith(f"Of those like {page.own.name}, only ")
                assert all(name in said(words) for name in points)
                found["some"] += 1
    assert found["none"] > 5
    assert found["some"] > 3


@cache
def _rows(name: str) -> tuple[Row, ...]:
    with (SEED / "register" / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _fellows(slug: str, scheme: str, day: date) -> set[str]:
    """Whom the file puts in the same group of the same version as somebody on a day."""

    def holds(row: Row) -> bool:
        end = row["valid_to"] or "9999-12-31"
        return row["scheme"] == scheme and row["valid_from"] <= day.isoformat() <= end

    own = [
        (r["version"], r["code"])
        for r in _rows("group_memberships.csv")
        if r["slug"] == slug and holds(r)
    ]
    return {
        row["slug"]
        for row in _rows("group_memberships.csv")
        if holds(row) and (row["version"], row["code"]) in own
    } - {slug}


def test_official_groups_are_exactly_those_of_the_source(real: Reading) -> None:
    peers = defaultdict(set)
    for row in _rows("peers.csv"):
        peers[row["slug"], row["kind"]].add(row["peer"])
    first: dict[tuple[str, str], date] = {}
    for row in sorted(_rows("group_memberships.csv"), key=lambda r: r["valid_from"]):
        first.setdefault((row["slug"], row["scheme"]), date.fromisoformat(row["valid_from"]))
    last_day = {m.slug: m.valid_to or date.max for m in everybody(real)}
    instrument, table = method.instrument(real), evaluations.summaries(real)
    for municipality in everybody(real):
        slug = municipality.slug
        own = next(iter(table.of_municipality(slug)), None)
        labels = scheme_labels(municipality, instrument)
        found = official_groups(real, municipality, own, instrument)
        for scheme in labels:
            if scheme == OWN_MEASURE:
                continue
            others = found[scheme].others if scheme in found else frozenset()
            if scheme in KOLADA_LISTS:
                assert others == peers[slug, KOLADA_LISTS[scheme]]
                continue
            day = date(own.year, 12, 31) if own else last_day[slug]
            if (slug, scheme) in first:
                day = max(day, first[slug, scheme])
            assert others == _fellows(slug, scheme, day), (slug, scheme)
            assert (scheme in found) == ((slug, scheme) in first), (slug, scheme)


def test_kostra_centrality_and_skr_have_as_many_as_their_publishers_say(real: Reading) -> None:
    """SSB: 40 in the first of KOSTRA's groups, Oslo alone in the thirteenth; 65 in the fourth class
    of centrality, 5 in the first. SKR: 3 large cities. Kolada: seven for each."""
    of = {m.slug: m for m in everybody(real)}

    def groups(slug: str) -> Mapping[str, int]:
        found = official_groups(real, of[slug], None, method.instrument(real))
        return {scheme: len(group.others) for scheme, group in found.items()}

    assert groups("hareid") == {"kostra-2020": 39, "centrality-2024": 64}
    assert groups("oslo") == {"kostra-2020": 0, "centrality-2024": 4}
    assert groups("stockholm") == {"kolada": 7, "kolada-socioeconomic": 7, "skr": 2}
