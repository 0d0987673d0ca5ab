"""Results over time: averages, published averages, records and the number evaluated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.contents.averages.sizes import Sizes, sizes
from app.contents.averages.wording import (
    average_words,
    lead_words,
    record_words,
    results_words,
)
from app.domain.comparability import Comparability
from app.domain.decimals import OF_TOTALS, decimals_of
from app.domain.development import Development, HighestEver, YearResult, development, record
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.publication_bias import publication_bias
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording.bias import bias_words
from app.domain.wording.sets import country_words, versions_words
from app.queries import evaluations as evaluation_queries
from app.queries import method, origins, reference
from app.queries.memory import remembered_in_order
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of a family, as it stands in the table."""

    result: YearResult
    family: str
    versions: Message
    starts_family: bool

    @property
    def of_year_words(self) -> Message:
        return results_words(self.result.of_year)

    @property
    def until_then_words(self) -> Message:
        return average_words(self.result.until_then)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """The record of the total or of an area. `name` is None for the total."""

    record: HighestEver
    name: LocalText | None
    words: Message
    decimals: int


@dataclass(frozen=True, slots=True)
class FamilyRecords:
    """The records of a family: the total, and every area that enough have points for."""

    family: str
    versions: Message
    rows: tuple[RecordRow, ...]
    areas_left_out: int

    @property
    def left_out_words(self) -> Message | None:
        """That some areas are not in the table, where that is so."""
        if not self.areas_left_out:
            return None
        return say_n(
            "%(n)s area is left out: too few municipalities have points for it.",
            "%(n)s areas are left out: too few municipalities have points for them.",
            self.areas_left_out,
        )


@dataclass(frozen=True, slots=True)
class CountryPart:
    """Everything about one country. `published` are averages that others have computed."""

    country: Country
    name: Message
    development: Development
    rows: tuple[YearRow, ...]
    published: tuple[ReferenceAverage, ...]
    records: tuple[FamilyRecords, ...]
    sizes: Sizes | None
    """By size group, in the family that pages compare in."""
    sizes_versions: Message

    @property
    def slug(self) -> str:
        """The country in addresses and ids."""
        return self.country.value.lower()

    def published_of(self, family: str) -> tuple[ReferenceAverage, ...]:
        """The published averages of the total in one family, over municipalities of every size."""
        return tuple(one for one in self.published_totals if one.family == family)

    def record_of(self, family: str) -> HighestEver | None:
        """That of the total, where the family was used in the country."""
        rows = (row for one in self.records if one.family == family for row in one.rows)
        return next((row.record for row in rows if row.name is None), None)

    @property
    def has_averages(self) -> bool:
        """Whether there is any computed average over time."""
        return any(row.result.until_then.statistics for row in self.rows)

    @property
    def has_records(self) -> bool:
        return any(row.record.highest is not None for one in self.records for row in one.rows)

    @property
    def published_totals(self) -> tuple[ReferenceAverage, ...]:
        """The published averages of the total over municipalities of every size."""
        return tuple(
            one for one in self.published if one.size_group is None and Measure.TOTAL in one.figures
        )


@dataclass(frozen=True, slots=True)
class AveragesContent:
    """Everything on the page."""

    lead: tuple[Message, ...]
    countries: tuple[CountryPart, ...]
    cautions: tuple[Comparability, ...]
    """Why versions of one family must be compared with care."""
    bias: Message | None
    """How far the results that we have lie from what was published, where they stand for nobody
    else."""
    maximum: Decimal
    family: str
    """The family that pages compare in."""
    least_share: Decimal
    """The share of those known to be evaluated that an average needs, 0–1."""
    origins: Mapping[str, Source]
    """Where every evaluation was read, by its id."""
    least: int = MINIMUM_MEMBERS

    @property
    def title(self) -> Message:
        return say("Development over time")

    @property
    def has_averages(self) -> bool:
        return any(part.has_averages for part in self.countries)

    @property
    def description(self) -> Message:
        return say(
            "How many municipalities have been evaluated with Kommunekompasset each year, averages "
            "over time in Norway and Sweden, and the highest results that we know of."
        )

    def part(self, slug: str) -> CountryPart | None:
        return next((part for part in self.countries if part.slug == slug), None)


@remembered_in_order
def averages_content(reading: Reading) -> AveragesContent:
    """Reads what the page needs in a fixed number of queries."""
    rules = method.rules(reading)
    evaluations = evaluation_queries.summaries(reading)
    published = reference.reference_averages(reading)
    parts = [
        _part(country, evaluations, published, rules)
        for country in Country
        if evaluations.where("country", country)
    ]
    family = rules.instrument.default_family
    return AveragesContent(
        lead=tuple(
            lead_words(p.development, family, p.published_of(family), p.record_of(family), rules)
            for p in parts
        ),
        countries=tuple(parts),
        cautions=_cautions(rules.instrument, parts),
        bias=bias_words(publication_bias(published, evaluations, rules.coverage)),
        maximum=max(version.max for version in rules.instrument.versions.values()),
        family=family,
        least_share=rules.coverage.least_share,
        origins=origins.evaluation_sources(reading),
    )


def _part(
    country: Country,
    evaluations: Sequence[EvaluationSummary],
    published: Sequence[ReferenceAverage],
    rules: Rules,
) -> CountryPart:
    instrument = rules.instrument
    family = instrument.default_family
    found = development(evaluations, country, list(instrument.families), rules.coverage)
    rows = [
        YearRow(year, one.family, versions_words(instrument, one.family), year is one.years[0])
        for one in found.families
        for year in one.years
    ]
    return CountryPart(
        country=country,
        name=country_words(country),
        development=found,
        rows=tuple(rows),
        published=tuple(average for average in published if average.country is country),
        records=tuple(_records(evaluations, country, one.family, rules) for one in found.families),
        sizes=sizes(country, family, EvaluationTable.of(evaluations), published, rules),
        sizes_versions=versions_words(instrument, family),
    )


def _records(
    evaluations: Sequence[EvaluationSummary], country: Country, family: str, rules: Rules
) -> FamilyRecords:
    """The records of the total and of each area; areas are named as in the newest version."""
    version = rules.instrument.newest_of(family)
    records = [record(evaluations, country, family, measure, rules) for measure in Measure]
    known = [found for found in records if found.highest is not None]
    of_areas = decimals_of(
        figure
        for found in known
        if found.measure is not Measure.TOTAL
        for figure in (found.highest, *(near.figures[found.measure] for near in found.near))
    )
    rows = []
    for found in records:
        measure = found.measure
        name = None if measure.area is None else version.area(measure.area).name
        decimals = OF_TOTALS if measure is Measure.TOTAL else of_areas
        if measure is Measure.TOTAL or found.highest is not None:
            rows.append(RecordRow(found, name, record_words(found, decimals), decimals))
    left_out = 1 + len(AREA_MEASURES) - len(rows)
    return FamilyRecords(family, versions_words(rules.instrument, family), tuple(rows), left_out)


def _cautions(instrument: Instrument, parts: Sequence[CountryPart]) -> tuple[Comparability, ...]:
    families = dict.fromkeys(one.family for part in parts for one in part.development.families)
    found = (
        instrument.comparability.among(
            [version.version for version in instrument.families[family]], Level.TOTAL
        )
        for family in families
    )
    return tuple(dict.fromkeys(one for one in found if one.reason is not None))
