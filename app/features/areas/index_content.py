"""All areas of all method versions, with how much is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.comparability import Comparability
from app.domain.comparison_choice import published_averages
from app.domain.coverage import Coverage
from app.domain.decimals import decimals_of
from app.domain.evaluation_table import Selection
from app.domain.message import LocalText, Message, Points, Value, say, say_n
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Level, Measure
from app.domain.wording.coverage import coverage_words
from app.domain.wording.published import published_figure_words
from app.domain.wording.sets import country_words
from app.queries import evaluations as evaluation_queries
from app.queries import method as method_queries
from app.queries import reference as reference_queries
from app.queries.memory import remembered_in_order
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class CountryFigure:
    """What is known of an area in one country. `median` is None where those with a figure are too
    few to stand for the country."""

    country: Country
    coverage: Coverage
    median: Decimal | None
    published: tuple[ReferenceAverage, ...]
    """Averages of the area that others have published, oldest first."""
    measure: Measure

    @property
    def n(self) -> int:
        return self.coverage.n

    def median_words(self, decimals: int) -> Message | None:
        """The median with its coverage, where there is one; `decimals` are those of the table."""
        if self.median is None:
            return None
        return say(
            "%(points)s (%(coverage)s)",
            points=Points(self.median, decimals),
            coverage=coverage_words(self.coverage),
        )

    @property
    def published_words(self) -> Message | None:
        """What others have published, where they have."""
        if not self.published:
            return None
        return say_n(
            "published average %(figures)s",
            "published averages %(figures)s",
            len(self.published),
            figures=tuple(published_figure_words(one, self.measure) for one in self.published),
        )

    @property
    def lack_words(self) -> Message | None:
        """Why there is no median, where there is none."""
        if self.median is not None:
            return None
        if not self.n:
            return say("no figures")
        return say("no median: %(coverage)s", coverage=coverage_words(self.coverage))


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area with what its family knows of it, country by country."""

    definition: AreaDefinition
    n: int
    countries: tuple[CountryFigure, ...]


@dataclass(frozen=True, slots=True)
class FamilyPart:
    """A family: the areas of its newest version, and the older versions that share them."""

    version: MethodVersion
    older: tuple[MethodVersion, ...]
    lines: tuple[AreaLine, ...]
    comparability: Comparability
    """How far areas of the family's versions may be set side by side."""

    @property
    def anchor(self) -> str:
        return f"family-{self.version.family}"

    @property
    def has_figures(self) -> bool:
        return any(line.n for line in self.lines)

    @property
    def decimals(self) -> int:
        """With how many decimals the medians are shown."""
        return decimals_of(figure.median for line in self.lines for figure in line.countries)

    @property
    def heading(self) -> Message:
        names: tuple[Value, ...] = tuple(v.version for v in (*self.older, self.version))
        return say_n(
            "Areas of version %(versions)s",
            "Areas of versions %(versions)s",
            len(names),
            versions=names,
        )

    @property
    def has_definitions(self) -> bool:
        return any(line.definition.definition for line in self.lines)


@dataclass(frozen=True, slots=True)
class AreasContent:
    """Everything on the page."""

    families: tuple[FamilyPart, ...]
    reasons: tuple[LocalText, ...]
    """Why areas of different families are not set side by side."""

    @property
    def title(self) -> Message:
        return say("Focus areas")

    @property
    def description(self) -> Message:
        return say(
            "The eight focus areas of Kommunekompasset in each method version: what they "
            "cover, how many municipalities have figures, and where the middle lies."
        )

    @property
    def countries(self) -> tuple[tuple[Country, Message], ...]:
        return tuple((country, country_words(country)) for country in Country)


@remembered_in_order
def areas_content(reading: Reading) -> AreasContent:
    """Reads what the page needs in a fixed number of queries."""
    rules = method_queries.rules(reading)
    instrument = rules.instrument
    summaries = evaluation_queries.summaries(reading)
    references = reference_queries.reference_averages(reading)
    found = []
    for family, versions in instrument.families.items():
        evaluated = summaries.where("family", family)
        published = [one for one in references if one.family == family]
        lines = tuple(
            _line(area, evaluated, family, published, rules) for area in versions[-1].areas
        )
        found.append(
            FamilyPart(
                version=versions[-1],
                older=versions[:-1],
                lines=lines,
                comparability=instrument.comparability.among(
                    (v.version for v in versions), Level.AREA
                ),
            )
        )
    newest_first = sorted(found, key=lambda part: -part.version.year_from)
    return AreasContent(
        families=tuple(sorted(newest_first, key=lambda part: _rank(part, instrument))),
        reasons=_reasons(instrument),
    )


def _rank(part: FamilyPart, instrument: Instrument) -> tuple[bool, bool]:
    """The family that pages compare in comes first, then those with figures."""
    return (part.version.family != instrument.default_family, not part.has_figures)


def _line(
    area: AreaDefinition,
    evaluated: Selection,
    family: str,
    published: Sequence[ReferenceAverage],
    rules: Rules,
) -> AreaLine:
    measure = Measure.of_area(area.no)
    found = []
    for country in Country:
        scope = SetScope(frozenset((country,)), family)
        own = comparison_set(scope, evaluated, (measure,), rules.coverage).measures[measure]
        statistics = own.statistics
        found.append(
            CountryFigure(
                country,
                own.coverage,
                statistics.median if statistics else None,
                tuple(reversed(published_averages(published, scope, (measure,)))),
                measure,
            )
        )
    return AreaLine(area, sum(figure.n for figure in found), tuple(found))


def _reasons(instrument: Instrument) -> tuple[LocalText, ...]:
    newest = [versions[-1].version for versions in instrument.families.values()]
    reasons = [
        instrument.comparability.between(a, b, Level.AREA).reason
        for at, a in enumerate(newest)
        for b in newest[at + 1 :]
    ]
    return tuple(dict.fromkeys(reason for reason in reasons if reason is not None))
