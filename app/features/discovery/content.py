"""The pages there are to be found, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.method import Instrument
from app.domain.release import Release
from app.queries import evaluations, gold_stars, method, register
from app.queries.reading import Reading

SINGLE: Final = (
    "/",
    "/kommuner",
    "/omrader",
    "/gullstjerner",
    "/utvikling",
    "/kart",
    "/metode",
    "/sammenlign",
    "/data",
    "/data/endringer",
    "/data/api",
    "/om",
    "/om/data",
    "/om/tilgjengelighet",
    "/om/personvern",
)
"""Pages that exist once."""


@dataclass(frozen=True, slots=True)
class SiteMapContent:
    """The paths of all pages, without language, and when their data were last published."""

    paths: tuple[str, ...]
    published_at: datetime


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """What there is, for a description in few words."""

    release: Release
    evaluations: int
    municipalities: int
    years: tuple[int, int] | None
    gold_stars: int
    instrument: Instrument


def site_map_content(reading: Reading) -> SiteMapContent:
    """Every page that may be indexed. Six statements."""
    return SiteMapContent(tuple(_paths(reading)), reading.release.published_at)


def _paths(reading: Reading) -> Iterator[str]:
    known = evaluations.summaries(reading)
    evaluated = dict.fromkeys(e.municipality for e in known)
    yield from SINGLE
    yield from (f"/kommuner/{slug}" for slug in evaluated)
    yield from (f"/kommuner/{slug}/tvillinger" for slug in evaluated)
    yield from dict.fromkeys(f"/kommuner/{e.municipality}/{e.path}" for e in known)
    yield from _method_paths(method.instrument(reading))
    yield from (
        f"/kommuner/{m.slug}"
        for m in register.all_municipalities(reading)
        if m.slug not in evaluated
    )


def _method_paths(instrument: Instrument) -> Iterator[str]:
    for version in instrument.versions.values():
        yield f"/metode/{version.version}"
        for area in version.areas:
            yield f"/omrader/{version.version}/{area.no}"
            yield from (
                f"/sporsmal/{version.version}/{question.code}" for question in area.questions
            )


def summary_content(reading: Reading) -> SummaryContent:
    """Reads what the summary needs. Six statements."""
    known = evaluations.summaries(reading)
    years = [e.year for e in known]
    return SummaryContent(
        release=reading.release,
        evaluations=len(known),
        municipalities=len({e.municipality for e in known}),
        years=(min(years), max(years)) if years else None,
        gold_stars=len(gold_stars.gold_stars(reading)),
        instrument=method.instrument(reading),
    )
