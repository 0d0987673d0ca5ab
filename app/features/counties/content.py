"""What is said of counties: their municipalities, and what is known of those evaluated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.county import County, county_called
from app.domain.message import Message, say
from app.domain.municipality import Country, Municipality
from app.domain.wording.counties import county_count_words, county_quote, former_words
from app.domain.wording.sets import country_words
from app.errors import NotFound
from app.queries import counties as county_queries
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method, reference
from app.queries.gold_stars import GivenStar, newest_first
from app.queries.reading import Reading
from app.web.member_results import MemberResults, member_results

ALL: Final = (say("Counties"), "/fylker")


@dataclass(frozen=True, slots=True)
class CountedCounty:
    """A county with how many of its municipalities are evaluated: of those of today, and of those
    that no longer exist."""

    county: County
    evaluated: int
    former_evaluated: int

    @property
    def count_words(self) -> Message:
        shown = self.former_evaluated if self.county.is_former else self.evaluated
        return county_count_words(self.county, shown)

    @property
    def former_words(self) -> Message | None:
        """What is said of those that no longer exist, where others do and any is evaluated."""
        if self.county.is_former or not self.former_evaluated:
            return None
        return former_words(self.former_evaluated)


@dataclass(frozen=True, slots=True)
class CountryCounties:
    """The counties of a country: those of today, and those of before."""

    country: Country
    present: tuple[CountedCounty, ...]
    former: tuple[CountedCounty, ...]

    @property
    def name(self) -> Message:
        return country_words(self.country)


@dataclass(frozen=True, slots=True)
class CountiesContent:
    """Everything on the page of all counties."""

    countries: tuple[CountryCounties, ...]

    @property
    def title(self) -> Message:
        return say("Counties")

    @property
    def description(self) -> Message:
        return say(
            "The counties of Norway and Sweden, and how many municipalities in each are evaluated "
            "with Kommunekompasset, as far as we know."
        )


@dataclass(frozen=True, slots=True)
class CountyContent:
    """Everything on the page of a county."""

    counted: CountedCounty
    results: MemberResults
    evaluations: int
    """How many evaluations the API has of it."""
    others: Sequence[Municipality]
    """Those of today, or in a county of before those of then, of which no evaluation is known."""
    stars: tuple[GivenStar, ...]
    on_map: tuple[Municipality, ...]
    """Those of today, and of those of before the evaluated."""
    evaluated: Mapping[str, int]
    """The year of the latest evaluation of each that has any, by slug."""

    @property
    def county(self) -> County:
        return self.counted.county

    @property
    def title(self) -> Message:
        return say("%(county)s: results of Kommunekompasset", county=self.county.name)

    @property
    def description(self) -> Message:
        return self.counted.count_words

    @property
    def quotes(self) -> tuple[Message, ...]:
        said = county_quote(self.county, self.counted.evaluated)
        return () if said is None else (said,)


def counties_content(reading: Reading) -> CountiesContent:
    """Reads every county with how many of its municipalities are evaluated."""
    evaluated = evaluation_queries.summaries(reading).municipalities
    counted = [_counted(county, evaluated) for county in county_queries.counties(reading)]
    return CountiesContent(
        tuple(
            CountryCounties(
                country,
                tuple(c for c in counted if c.county.country is country and c.county.present),
                tuple(c for c in counted if c.county.country is country and c.county.is_former),
            )
            for country in Country
            if any(c.county.country is country for c in counted)
        )
    )


def county_content(reading: Reading, written: str) -> CountyContent:
    """Reads what the page needs in a fixed number of queries. `written` is a part of an address.

    Raises:
        NotFound: there is no such county.
    """
    county = county_called(written, county_queries.counties(reading))
    if county is None:
        raise NotFound(say("There is no county with this name in the register."), [ALL])
    table = evaluation_queries.summaries(reading)
    everybody = (*county.present, *county.former)
    chosen = table.among(m.slug for m in everybody)
    counted = _counted(county, table.municipalities)
    given = star_queries.gold_stars_by_municipality(reading)
    return CountyContent(
        counted=counted,
        results=member_results(
            chosen,
            method.rules(reading),
            reference.reference_averages(reading),
            {m.slug: m for m in everybody},
            is_group=False,
        ),
        evaluations=len(chosen),
        others=[m for m in (county.present or county.former) if not table.of_municipality(m.slug)],
        stars=newest_first(
            (star for m in everybody for star in given.get(m.slug, ())), reading.collation
        ),
        on_map=(
            *county.present,
            *(m for m in county.former if table.of_municipality(m.slug)),
        ),
        evaluated={e.municipality: e.year for e in chosen.latest},
    )


def _counted(county: County, evaluated: Iterable[str]) -> CountedCounty:
    return CountedCounty(
        county,
        sum(m.slug in evaluated for m in county.present),
        sum(m.slug in evaluated for m in county.former),
    )
