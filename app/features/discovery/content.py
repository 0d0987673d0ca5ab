"""The pages there are to be found, some at a time: there may be very many."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.county import county_path
from app.domain.method import Instrument
from app.domain.release import Release
from app.queries import keys, method
from app.queries.extent import Extent, extent
from app.queries.reading import Reading
from app.queries.stories import told_stories

SINGLE: Final = (
    "/",
    "/kommuner",
    "/omrader",
    "/gullstjerner",
    "/utvikling",
    "/innsikt",
    "/kart",
    "/fylker",
    "/grupper",
    "/metode",
    "/sammenlign",
    "/data",
    "/data/endringer",
    "/data/api",
    "/om",
    "/om/data",
    "/om/kvalitet",
    "/om/tilgjengelighet",
    "/om/personvern",
)
"""Pages that exist once."""

PAGES_OF_ONE: Final = 2
"""Pages of a municipality: its own, and where it has been evaluated that of its twins. Pages of an
evaluation: its own, and its report."""


@dataclass(frozen=True, slots=True)
class SiteMapContent:
    """The paths of some pages, without language, and when their data were last published."""

    paths: tuple[str, ...]
    published_at: datetime


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """What there is, for a description in few words."""

    release: Release
    extent: Extent
    instrument: Instrument


class SiteMap:
    """Every page that may be indexed, in parts of at most so many paths.

    Where all of them fit there is one part. Else pages that exist once come first, then those of
    municipalities, then those of evaluations. Each part is read by itself, by keys alone.
    """

    def __init__(self, reading: Reading, most: int) -> None:
        """Counts the pages. Six statements, and those of the stories where nobody has read them."""
        self._reading = reading
        instrument = method.instrument(reading)
        self._single = (
            *SINGLE,
            *_method_paths(instrument),
            *_group_paths(instrument),
            *(county_path(name) for name in keys.county_names(reading)),
            *(f"/innsikt/{story.slug}" for story in told_stories(reading)),
        )
        self._municipalities = keys.municipality_count(reading)
        held = extent(reading)
        self._evaluations = held.evaluations
        self._most = max(PAGES_OF_ONE, most)
        self.count = len(self._single) + self._municipalities
        self.count += held.municipalities + PAGES_OF_ONE * self._evaluations

    @property
    def published_at(self) -> datetime:
        return self._reading.release.published_at

    @property
    def parts(self) -> int:
        """How many parts there are."""
        if self.count <= self._most:
            return 1
        return 1 + self._municipality_parts + -(-self._evaluations // self._at_once)

    def part(self, number: int) -> SiteMapContent:
        """The pages of a part, which is one of 1 to `parts`. Three statements at most."""
        return SiteMapContent(tuple(self._paths(number)), self.published_at)

    @property
    def _at_once(self) -> int:
        """Municipalities of a part, or evaluations."""
        return self._most // PAGES_OF_ONE

    @property
    def _municipality_parts(self) -> int:
        return -(-self._municipalities // self._at_once)

    def _paths(self, number: int) -> Iterator[str]:
        if self.parts == 1:
            yield from self._single
            yield from self._of_municipalities(0, self._municipalities)
            yield from self._of_evaluations(0, self._evaluations)
            return
        later = number - 2
        further = later - self._municipality_parts
        if number == 1:
            yield from self._single
        elif further < 0:
            yield from self._of_municipalities(later * self._at_once, self._at_once)
        else:
            yield from self._of_evaluations(further * self._at_once, self._at_once)

    def _of_municipalities(self, start: int, count: int) -> Iterator[str]:
        slugs = keys.municipality_keys(self._reading, start, count)
        evaluated = keys.evaluated_among(self._reading, slugs)
        for slug in slugs:
            yield f"/kommuner/{slug}"
            if slug in evaluated:
                yield f"/kommuner/{slug}/tvillinger"

    def _of_evaluations(self, start: int, count: int) -> Iterator[str]:
        for slug, id in keys.evaluation_keys(self._reading, start, count):
            path = f"/kommuner/{slug}/{id.removeprefix(slug + '-')}"
            yield path
            yield f"{path}/rapport"


def _group_paths(instrument: Instrument) -> Iterator[str]:
    return (f"/grupper/{group.scheme}/{group.code}" for group in instrument.groups.values())


def _method_paths(instrument: Instrument) -> Iterator[str]:
    for version in instrument.versions.values():
        yield f"/metode/{version.version}"
        for area in version.areas:
            yield f"/omrader/{version.version}/{area.no}"
            yield from (
                f"/sporsmal/{version.version}/{question.code}" for question in area.questions
            )


def summary_content(reading: Reading) -> SummaryContent:
    """Reads what the summary needs. Four statements."""
    return SummaryContent(reading.release, extent(reading), method.instrument(reading))
