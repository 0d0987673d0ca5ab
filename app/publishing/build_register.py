"""From the register's rows to municipalities, their inhabitants and how they became others."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.message import say
from app.domain.municipality import (
    Change,
    ChangeKind,
    Code,
    Municipality,
    Population,
)
from app.domain.naming.spelling import fold
from app.publishing.faults import Faults, LineOfFile
from app.publishing.register_rows import (
    ChangeEntry,
    CodeEntry,
    FileLine,
    MunicipalityEntry,
    RegisterRows,
)
from app.publishing.state import Register

PART = "part"
"""The note of a change that only a part of a municipality took."""

EARLIER_NAME = re.compile(r"named (?P<name>.+) until \d{4}-\d{2}-\d{2}")
"""The note of a change of name."""


def build_register(rows: RegisterRows, faults: Faults) -> Register:
    """The register. What does not fit together is a fault."""
    places = _places(rows.municipalities, faults)
    codes = _codes(rows.codes, places, faults)
    populations = _populations(rows, places, faults)
    changes = _changes(rows.changes, places, faults)
    earlier = _earlier_names(rows.changes, faults)
    municipalities = {
        line.row.slug: _municipality(line.row, codes, earlier) for line in rows.municipalities
    }
    _check_lives(municipalities, changes, places, faults)
    return Register(told_apart(municipalities), populations, changes)


def _places(lines: Sequence[FileLine[MunicipalityEntry]], faults: Faults) -> dict[str, LineOfFile]:
    found: dict[str, LineOfFile] = {}
    for line in lines:
        if line.row.slug in found:
            faults.add(line.place, say("%(id)s is there twice", id=line.row.slug))
        found.setdefault(line.row.slug, line.place)
    return found


def _municipality(
    row: MunicipalityEntry,
    codes: Mapping[str, Sequence[Code]],
    earlier: Mapping[str, Sequence[str]],
) -> Municipality:
    return Municipality(
        slug=row.slug,
        country=row.country,
        name=row.name,
        other_names=tuple(row.name_alt.split(" / ")) if row.name_alt else (),
        county=row.county,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        latitude=row.latitude,
        longitude=row.longitude,
        codes=tuple(codes.get(row.slug, ())),
        earlier_names=tuple(earlier.get(row.slug, ())),
    )


def _codes(
    lines: Sequence[FileLine[CodeEntry]], places: Mapping[str, LineOfFile], faults: Faults
) -> dict[str, list[Code]]:
    """Codes by slug, oldest first."""
    found: dict[str, list[Code]] = defaultdict(list)
    for line in lines:
        row = line.row
        if row.slug not in places:
            faults.add(line.place, say("there is no municipality %(slug)s", slug=row.slug))
        if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
            faults.add(line.place, say("code %(code)s ends before it begins", code=row.code))
        found[row.slug].append(Code(row.code, row.valid_from, row.valid_to, row.scheme))
    for held in found.values():
        held.sort(key=lambda code: (code.valid_from or date.min, code.code))
    for slug, place in places.items():
        if slug not in found:
            faults.add(place, say("%(id)s has no code", id=slug))
    return found


def _populations(
    rows: RegisterRows, places: Mapping[str, LineOfFile], faults: Faults
) -> dict[str, tuple[Population, ...]]:
    found: dict[str, dict[int, Population]] = defaultdict(dict)
    for line in rows.populations:
        row = line.row
        if row.slug not in places:
            faults.add(line.place, say("there is no municipality %(slug)s", slug=row.slug))
        if row.year in found[row.slug]:
            problem = say(
                "%(slug)s has inhabitants for %(year)s already", slug=row.slug, year=str(row.year)
            )
            faults.add(line.place, problem)
        found[row.slug][row.year] = Population(row.year, row.population, row.source)
    for known in rows.municipalities:
        listed = known.row
        if listed.population is None or listed.population_year is None:
            continue
        series = found.get(listed.slug, {}).get(listed.population_year)
        if series is None or series.inhabitants != listed.population:
            problem = say("the inhabitants of %(slug)s are others in the series", slug=listed.slug)
            faults.add(known.place, problem)
    return {
        slug: tuple(series[year] for year in sorted(series))
        for slug, series in sorted(found.items())
    }


def _changes(
    lines: Sequence[FileLine[ChangeEntry]], places: Mapping[str, LineOfFile], faults: Faults
) -> tuple[Change, ...]:
    found = []
    for line in lines:
        row = line.row
        for slug in (row.from_slug, row.to_slug):
            if slug not in places:
                faults.add(line.place, say("there is no municipality %(slug)s", slug=slug))
        if (row.from_slug == row.to_slug) != (row.kind is ChangeKind.RENAME):
            faults.add(line.place, say("only a change of name leads to the same municipality"))
        found.append(
            Change(
                day=row.date,
                kind=row.kind,
                before=row.from_slug,
                after=row.to_slug,
                part=row.share_note == PART,
                source=row.source_url,
            )
        )
    twice = [key for key, n in Counter((c.day, c.before, c.after) for c in found).items() if n > 1]
    for line in lines:
        if (line.row.date, line.row.from_slug, line.row.to_slug) in twice:
            faults.add(line.place, say("the change is there twice"))
    return tuple(sorted(found, key=lambda c: (c.day, c.before, c.after)))


def _earlier_names(lines: Sequence[FileLine[ChangeEntry]], faults: Faults) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        note = line.row.share_note or ""
        if line.row.kind is ChangeKind.RENAME:
            match = EARLIER_NAME.fullmatch(note)
            if match:
                found[line.row.to_slug].append(match["name"])
            else:
                problem = say(
                    "the note of a change of name is written like this: %(example)s",
                    example="named … until YYYY-MM-DD",
                )
                faults.add(line.place, problem)
        elif note not in ("", PART):
            problem = say("the note is empty or “%(name)s”, not “%(value)s”", name=PART, value=note)
            faults.add(line.place, problem)
    return found


def _check_lives(
    municipalities: Mapping[str, Municipality],
    changes: Sequence[Change],
    places: Mapping[str, LineOfFile],
    faults: Faults,
) -> None:
    followed = {change.before for change in changes if change.kind is not ChangeKind.RENAME}
    for slug, held in municipalities.items():
        if held.valid_from and held.valid_to and held.valid_to < held.valid_from:
            faults.add(places[slug], say("%(id)s ends before it begins", id=slug))
        if (held.valid_to is not None) != (slug in followed):
            faults.add(
                places[slug], say("%(id)s has either an end and a successor, or neither", id=slug)
            )


def told_apart(municipalities: Mapping[str, Municipality]) -> dict[str, Municipality]:
    """Namesakes with what tells them apart.

    Of those that bore a name one after the other, the earlier get their years, however they are
    related; another namesake gets its county. The one whose slug is the bare name needs neither.
    """
    by_name: dict[str, list[Municipality]] = defaultdict(list)
    for held in municipalities.values():
        by_name[held.name].append(held)
    found = {}
    for slug, held in municipalities.items():
        others = [other for other in by_name[held.name] if other.slug != slug]
        qualifier = None
        if any(_came_after(other, held) for other in others):
            qualifier = _years(held)
        elif others and slug != fold(held.name).replace(" ", "-"):
            qualifier = held.county
        found[slug] = replace(held, qualifier=qualifier)
    return found


def _came_after(later: Municipality, held: Municipality) -> bool:
    """Whether one began in the country when the other had ended, or after."""
    return (
        later.country is held.country
        and later.valid_from is not None
        and held.valid_to is not None
        and held.valid_to < later.valid_from
    )


def _years(held: Municipality) -> str:
    first = str(held.valid_from.year) if held.valid_from else ""
    last = str(held.valid_to.year) if held.valid_to else ""
    return f"{first}–{last}"
