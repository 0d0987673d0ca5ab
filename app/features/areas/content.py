"""One area: what it asks, how the points are spread, who does it best, and its gold stars."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.distribution import area_scores
from app.domain.evaluation import Source
from app.domain.evaluation_parts import is_star_of_area
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.method_relatives import (
    IncomparableVersion,
    RelatedArea,
    incomparable_versions,
    related_areas,
    source_named,
)
from app.domain.score import Level, Measure
from app.domain.wording.sets import versions_words
from app.errors import NotFound
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method as method_queries
from app.queries import reference as reference_queries
from app.queries.gold_stars import GivenStar
from app.queries.reading import Reading
from app.web.results import Measured, ResultFilters, ResultList, result_list


@dataclass(frozen=True, slots=True)
class AreaContent:
    """Everything on the page of an area. Its results are those of the whole family."""

    version: MethodVersion
    area: AreaDefinition
    results: ResultList
    caution: tuple[Message | LocalText, ...]
    """What must be known where the results listed are of versions that differ."""
    stars: tuple[GivenStar, ...]
    """Newest first."""
    relatives: tuple[RelatedArea, ...]
    apart: tuple[IncomparableVersion, ...]
    is_default_family: bool

    @property
    def path(self) -> str:
        return area_path(self.version, self.area)

    @property
    def api_path(self) -> str:
        """The address of the same as data."""
        return f"/api/v1/methods/{self.version.version}/areas/{self.area.no}"

    @property
    def title(self) -> Message:
        return say(
            "Area %(no)s in version %(version)s: %(name)s",
            no=str(self.area.no),
            version=self.version.version,
            name=self.area.name,
        )

    @property
    def description(self) -> Message:
        return say(
            "What area %(no)s of Kommunekompasset, %(name)s, covers, how the points are spread"
            " among municipalities, who does it best, and which practices to learn from.",
            no=str(self.area.no),
            name=self.area.name,
        )

    @property
    def figure_title(self) -> Message:
        return say(
            "Area %(no)s, %(name)s: the points of each municipality",
            no=str(self.area.no),
            name=self.area.name,
        )

    @property
    def star_filters(self) -> dict[str, object]:
        """What finds the gold stars of the area among all of them."""
        found: dict[str, object] = {"area": self.area.no}
        return found if self.is_default_family else {**found, "version": self.version.version}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Of the method and of the gold stars; each result names its own source on its page."""
        read = (source_named(self.version.source), *(given.source for given in self.stars))
        return tuple(dict.fromkeys(source for source in read if source is not None))


def area_path(version: MethodVersion, area: AreaDefinition) -> str:
    """The address of an area's page."""
    return f"/omrader/{version.version}/{area.no}"


def area_content(reading: Reading, version: str, no: str, parameters: ResultFilters) -> AreaContent:
    """Reads what the page needs in a fixed number of queries.

    Raises:
        NotFound: there is no such version or area; those there are stand nearby.
    """
    rules = method_queries.rules(reading)
    instrument = rules.instrument
    found, area = _area_at(instrument, version, no)
    measure = Measure.of_area(area.no)
    summaries = evaluation_queries.summaries(reading)
    scored = area_scores(summaries, found.family, measure)
    measured = Measured(
        area.max,
        versions_words(instrument, found.family),
        found.family,
        summaries.where("family", found.family),
        rules.small.limit(measure),
        tuple(
            average
            for average in reference_queries.reference_averages(reading)
            if average.family == found.family and measure in average.figures
        ),
        measure,
    )
    results = result_list(scored, measured, parameters, rules, summaries)
    return AreaContent(
        version=found,
        area=area,
        results=results,
        caution=_caution(instrument, results.versions),
        stars=star_queries.newest_first(
            _stars(star_queries.gold_stars(reading), instrument, found.family, area.no),
            reading.collation,
        ),
        relatives=related_areas(instrument, found, area.no, Level.AREA),
        apart=incomparable_versions(instrument, found, Level.AREA),
        is_default_family=found.family == instrument.default_family,
    )


def _area_at(instrument: Instrument, version: str, no: str) -> tuple[MethodVersion, AreaDefinition]:
    found = instrument.versions.get(version)
    if found is None:
        raise NotFound(
            say(
                "There is no method version with this name. There are %(versions)s.",
                versions=tuple(instrument.versions),
            ),
            [
                (say("Areas of version %(version)s", version=name), f"/omrader/{name}/1")
                for name in instrument.versions
            ],
        )
    for area in found.areas:
        if str(area.no) == no:
            return found, area
    raise NotFound(
        say("Version %(version)s has the areas below, and no other.", version=version),
        [(numbered(area), area_path(found, area)) for area in found.areas],
    )


def numbered(area: AreaDefinition) -> Message:
    """An area with its number."""
    return say("%(no)s. %(name)s", no=str(area.no), name=area.name)


def _caution(instrument: Instrument, versions: frozenset[str]) -> tuple[Message | LocalText, ...]:
    reason = instrument.comparability.among(versions, Level.AREA).reason
    if reason is None:
        return ()
    return (
        say_n(
            "Results of version %(versions)s are set side by side here, with caution.",
            "Results of versions %(versions)s are set side by side here, with caution.",
            len(versions),
            versions=tuple(sorted(versions)),
        ),
        reason,
    )


def _stars(
    given: Sequence[GivenStar], instrument: Instrument, family: str, no: int
) -> list[GivenStar]:
    """The gold stars of the area and its questions in any version of the family."""
    return [
        one
        for one in given
        if one.evaluation.family == family
        and is_star_of_area(one.star, instrument.versions[one.evaluation.version].area(no))
    ]
