"""Averages as a table, computed and published ones in rows of their own, and as a cube."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import EvaluationSummary, Source
from app.domain.message import LocalText, Message, Say, say
from app.domain.peers import MeasureSet
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.domain.statistics import Statistics
from app.features.averages.set_wording import reason_words
from app.features.averages.sets import AveragesAsked, AverageSet
from app.web.api.attribution import CAVEAT, TAKE_PART
from app.web.api.evaluation_cube import measure_name
from app.web.api.fields import source_fields
from app.web.api.jsonstat import Cube, Dimension, DimensionRole, Flag, Point
from app.web.api.tables import CellKind, Field, Table, several, table

STATISTICS = (
    ("n", say("Municipalities")),
    ("coverage_known", say("Municipalities known to be evaluated")),
    ("mean", say("Average")),
    ("median", say("Median")),
    ("lower_quartile", say("Lower quartile")),
    ("upper_quartile", say("Upper quartile")),
    ("minimum", say("Lowest")),
    ("maximum", say("Highest")),
)


@dataclass(frozen=True, slots=True)
class AverageRow:
    """One average: of a set (`found`), or what somebody else has published."""

    countries: str
    family: str
    size_group: str | None
    group: str | None
    measure: Measure
    found: MeasureSet | None
    published: ReferenceAverage | None = None
    mean_of_few: Decimal | None = None
    """Where the reader asks for it, and the set stands for nobody else."""
    names_members: bool = True

    @property
    def named(self) -> tuple[EvaluationSummary, ...]:
        """The members, where they are to be named."""
        return self.found.members if self.found and self.names_members else ()

    @property
    def coverage_known(self) -> int | None:
        return self.found.coverage.known if self.found else None

    @property
    def representative(self) -> bool | None:
        return self.found.unrepresentative is None if self.found else None

    @property
    def statistics(self) -> Statistics | None:
        return self.found.statistics if self.found else None

    @property
    def n(self) -> int | None:
        if self.found is not None:
            return self.found.n
        return self.published.n if self.published else None

    @property
    def source(self) -> Source | None:
        return self.published.source if self.published else None

    def published_as(self, statistic: ReferenceStatistic) -> Decimal | None:
        if self.published is None or self.published.statistic is not statistic:
            return None
        return self.published.figures[self.measure]

    @property
    def mean(self) -> Decimal | None:
        found = self.statistics
        return found.mean if found else self.published_as(ReferenceStatistic.MEAN)

    @property
    def median(self) -> Decimal | None:
        found = self.statistics
        return found.median if found else self.published_as(ReferenceStatistic.MEDIAN)


def averages_table(averages_asked: AveragesAsked, words: Say) -> Table:
    """A row for each measure of each set, and for each published average beside it."""
    fields: tuple[Field[AverageRow], ...] = (
        Field("countries", CellKind.CODE, say("The countries put together"), lambda r: r.countries),
        Field(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda r: r.family,
        ),
        Field(
            "size_group",
            CellKind.TEXT,
            say("Size group in the year of the evaluation"),
            lambda r: r.size_group,
        ),
        Field(
            "group",
            CellKind.CODE,
            say("The group that the evaluations count in, by scheme and code; empty for all"),
            lambda r: r.group,
        ),
        Field(
            "measure",
            CellKind.CODE,
            say("The total, or the number of the area"),
            lambda r: r.measure.value,
        ),
        Field(
            "name",
            CellKind.TEXT,
            say("Name"),
            lambda r: words(measure_name(r.measure, averages_asked.version)),
        ),
        Field(
            "kind",
            CellKind.TEXT,
            say("Whether we have computed it or somebody else has published it"),
            lambda r: "published" if r.published else "computed",
        ),
        Field("n", CellKind.INTEGER, say("Municipalities"), lambda r: r.n),
        Field(
            "coverage_known",
            CellKind.INTEGER,
            say("Municipalities known to be evaluated; empty where no source says"),
            lambda r: r.coverage_known,
        ),
        Field(
            "representative",
            CellKind.YES_NO,
            say("Whether it stands for those it is drawn from; empty of a published average"),
            lambda r: r.representative,
        ),
        Field("mean", CellKind.NUMBER, say("Average"), lambda r: r.mean),
        Field("median", CellKind.NUMBER, say("Median"), lambda r: r.median),
        Field(
            "lower_quartile",
            CellKind.NUMBER,
            say("Lower quartile (type 7), from eight on"),
            lambda r: s.lower_quartile if (s := r.statistics) else None,
        ),
        Field(
            "upper_quartile",
            CellKind.NUMBER,
            say("Upper quartile (type 7), from eight on"),
            lambda r: s.upper_quartile if (s := r.statistics) else None,
        ),
        Field(
            "minimum",
            CellKind.POINTS,
            say("Lowest"),
            lambda r: s.minimum if (s := r.statistics) else None,
        ),
        Field(
            "maximum",
            CellKind.POINTS,
            say("Highest"),
            lambda r: s.maximum if (s := r.statistics) else None,
        ),
        Field(
            "mean_of_few",
            CellKind.NUMBER,
            say("Mean of those with figures, where asked for; it stands for nobody else"),
            lambda r: r.mean_of_few,
        ),
        Field(
            "reason",
            CellKind.TEXT,
            say("Why there is no average, where there is none"),
            lambda r: words(why) if r.found and (why := reason_words(r.found)) else None,
        ),
        Field(
            "members",
            CellKind.TEXT,
            say("The evaluations that it is made of"),
            lambda r: (
                several(m.id for m in r.found.members) if r.found and r.names_members else None
            ),
        ),
        *source_fields(lambda r: r.source),
        Field(
            "published_average",
            CellKind.TEXT,
            say("Which published average"),
            lambda r: words(r.published.label) if r.published else None,
        ),
        Field(
            "basis",
            CellKind.TEXT,
            say("Whether the figures are printed, reconstructed, deduced or from an opinion piece"),
            lambda r: r.published.basis if r.published else None,
        ),
        Field(
            "n_basis",
            CellKind.TEXT,
            say("Where the number was read"),
            lambda r: r.published.n_basis if r.published else None,
        ),
        Field(
            "n_source",
            CellKind.TEXT,
            say("The source of the number, if another"),
            lambda r: s.title if r.published and (s := r.published.n_source) else None,
        ),
        Field(
            "n_source_url",
            CellKind.TEXT,
            say("Where that is found"),
            lambda r: s.url if r.published and (s := r.published.n_source) else None,
        ),
    )
    rows = tuple(row for one in averages_asked.sets for row in _rows(one))
    return table("averages", averages_asked.title, fields, rows, _notes(averages_asked))


def averages_cube(averages_asked: AveragesAsked, words: Say) -> Cube:
    """The computed statistics by countries and measure; too few members are flagged."""
    sets = {_countries(one): one for one in averages_asked.sets}
    return Cube(
        label=averages_asked.title,
        dimensions=(
            Dimension("countries", say("Country"), DimensionRole.GEO, tuple((c, c) for c in sets)),
            Dimension(
                "area",
                say("Area"),
                DimensionRole.NONE,
                tuple((m.value, words(measure_name(m, averages_asked.version))) for m in Measure),
            ),
            Dimension(
                "statistic",
                say("Statistic"),
                DimensionRole.METRIC,
                tuple((id, words(label)) for id, label in STATISTICS),
            ),
        ),
        points=tuple(
            _point(countries, found, id)
            for countries, one in sets.items()
            for found in one.found.measures.values()
            for id, _ in STATISTICS
        ),
        notes=(CAVEAT, TAKE_PART, *_notes(averages_asked)),
    )


def _point(countries: str, measure_set: MeasureSet, statistic: str) -> Point:
    at = (countries, measure_set.measure.value, statistic)
    if statistic == "n":
        return Point(at, measure_set.n)
    if statistic == "coverage_known":
        coverage = measure_set.coverage
        missing = Flag.CANNOT_EXIST if coverage.by_country else Flag.NOT_FOUND
        return Point(at, coverage.known, missing if coverage.known is None else None)
    value = getattr(measure_set.statistics, statistic, None)
    return Point(at, value, Flag.TOO_FEW if value is None else None)


def _rows(one: AverageSet) -> Iterator[AverageRow]:
    scope, countries = one.found.scope, _countries(one)
    group = scope.group.key if scope.group else None
    for measure, found in one.found.measures.items():
        yield AverageRow(
            countries,
            scope.family,
            scope.size_group,
            group,
            measure,
            found,
            mean_of_few=one.mean_of_few(found),
            names_members=one.names_members,
        )
        for average in one.published:
            if measure in average.figures:
                yield AverageRow(
                    average.country.value,
                    scope.family,
                    scope.size_group,
                    group,
                    measure,
                    None,
                    average,
                )


def _countries(one: AverageSet) -> str:
    return "+".join(country.value for country in one.countries)


def _notes(averages_asked: AveragesAsked) -> tuple[Message | LocalText, ...]:
    """What each set is made of, and what to be careful about."""
    notes: list[Message | LocalText] = []
    for one in averages_asked.sets:
        notes += [*one.words, *one.cautions]
        if one.few and averages_asked.bias is not None:
            notes.append(averages_asked.bias)
    return tuple(dict.fromkeys(notes))
