"""The list behind a distribution: which municipalities are in it, in which order, page by page.

Pages of areas and of questions show the same list, each of its own points.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from app.domain.comparison_choice import newest_published
from app.domain.coverage import Coverage, Unrepresentative
from app.domain.decimals import decimals_of
from app.domain.distribution import Scored, Spread, latest_scored, places, spreads
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import Message, say, say_n
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.coverage import lack_words
from app.domain.wording.distribution import best_words, median_words
from app.domain.wording.published import PublishedMark, published_marks, published_words
from app.domain.wording.sets import levels_words, years_words
from app.web.api.formats import CUBES, TABLES
from app.web.filters.choice import FilterChoice, admitting
from app.web.filters.declared import BACKWARDS, BY_NAME, BY_YEAR, ORDER_WORDS, FilterParameters
from app.web.filters.evaluations import OF_WHAT_IS_KNOWN, Evaluations
from app.web.filters.facets import Facet, Option, options
from app.web.filters.filter import Known, check_values
from app.web.filters.several import each
from app.web.page.context import Counterpart
from app.web.page.paging import Pages, page_of
from app.web.parameters import Own, Page

ResultSort: TypeAlias = Literal["score", "name", "year"]
ResultSortBothWays: TypeAlias = Literal["score", "name", "year", "-score", "-name", "-year"]


class ResultFilters(FilterParameters):
    """Which results of an area or a question are wanted, and in which order."""

    sort: Annotated[
        ResultSortBothWays | None, Field(description=ORDER_WORDS, examples=["year"])
    ] = None

    @property
    def not_of_page(self) -> tuple[str, ...]:
        """The parameters that are chosen as no page takes them."""
        return ("sort",) if self.sort and self.sort.startswith(BACKWARDS) else ()

    @property
    def shown_page(self) -> int:
        """Which part of the list a page shows."""
        return 1

    @property
    def own(self) -> str | None:
        """The reader's municipality, which a page marks."""
        return None


class ResultParameters(ResultFilters):
    """The same for a page, which shows the list part by part."""

    sort: ResultSort | None = None
    page: Page = 1
    min: Own = None

    @property
    def shown_page(self) -> int:
        return self.page

    @property
    def own(self) -> str | None:
        return self.min


@dataclass(frozen=True, slots=True)
class Measured:
    """What the points are of: how many there are at most, the method versions in words, who could
    have them, and under which difference they are about the same.

    `published` are averages of it that somebody else published."""

    maximum: Decimal
    versions: Message
    family: str
    drawn_from: Selection
    """Every evaluation that asks for it, whether we have its points or not."""
    small: Decimal
    published: tuple[ReferenceAverage, ...] = ()
    measure: Measure | None = None
    """The area, where it is one."""


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of one country. `span` names the method versions and years it is over."""

    country: Country
    median: Decimal
    coverage: Coverage
    span: Message


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A municipality's latest result, with its place where places are given."""

    result: Scored
    place: Rank | None


@dataclass(frozen=True, slots=True)
class ResultList:
    """The results that fit, as they are listed and as they are spread."""

    parameters: ResultFilters
    measured: Measured
    known: int
    """Municipalities with a figure, whether they fit the choices or not."""
    every: tuple[ResultRow, ...]
    """All that fit, in the order chosen."""
    rows: tuple[ResultRow, ...]
    """Those of them that the page shows."""
    pages: Pages
    spreads: tuple[Spread, ...]
    facets: tuple[Facet, ...]
    sort_options: tuple[Option, ...]
    has_places: bool
    collation: Collation
    """The order of names."""
    published: tuple[ReferenceAverage, ...]
    """What others have published of exactly what was chosen, oldest first."""

    @property
    def measure(self) -> Measure | None:
        """The area, where it is one."""
        return self.measured.measure

    @property
    def decimals(self) -> int:
        """With how many decimals the points are shown."""
        return decimals_of(row.result.score for row in self.every)

    @property
    def n(self) -> int:
        return sum(spread.n for spread in self.spreads)

    @property
    def versions(self) -> frozenset[str]:
        """The method versions of those that fit."""
        return frozenset(
            result.evaluation.version for spread in self.spreads for result in spread.results
        )

    @property
    def medians(self) -> tuple[Message, ...]:
        """Country by country the middle, or why there is none."""
        maximum, versions = self.measured.maximum, self.measured.versions
        return tuple(median_words(spread, maximum, versions) for spread in self.spreads)

    @property
    def published_words(self) -> tuple[Message, ...]:
        """Country by country what others have published."""
        measure = self.measure
        if measure is None:
            return ()
        return tuple(
            published_words(country, found, measure)
            for country in Country
            if (found := self.published_of(country))
        )

    @property
    def middle_words(self) -> tuple[Message, ...]:
        """What is said of the middle, most telling first: what stands for a country, by country;
        what others have published; and why there is no median."""
        said = tuple(zip(self.spreads, self.medians, strict=True))
        computed = tuple(words for spread, words in said if spread.statistics is not None)
        lacking = tuple(words for spread, words in said if spread.statistics is None)
        return (*computed, *self.published_words, *lacking)

    @property
    def levels(self) -> Message | None:
        """What must be known where points of both countries stand in one list."""
        return levels_words([spread.country for spread in self.spreads])

    def published_of(self, country: Country) -> tuple[ReferenceAverage, ...]:
        return tuple(one for one in self.published if one.country is country)

    @property
    def published_marks(self) -> tuple[PublishedMark, ...]:
        """The same for the figure."""
        measure = self.measure
        if measure is None:
            return ()
        return published_marks(self.published, measure)

    @property
    def published_to_quote(self) -> tuple[tuple[ReferenceAverage, ...], ...]:
        """What can be quoted from where there is no middle: by country all that was published of
        those that have anything to quote; none where only some are chosen."""
        measure = self.measure
        if measure is None or self.n < self.known:
            return ()
        with_middle = {middle.country for middle in self.middles}
        found = (self.published_of(country) for country in Country if country not in with_middle)
        return tuple(some for some in found if newest_published(some, measure))

    @property
    def best(self) -> tuple[tuple[Message, ...], ...]:
        """Country by country who did best, in one or two sentences."""
        maximum, small = self.measured.maximum, self.measured.small
        return tuple(best_words(spread, maximum, small) for spread in self.spreads)

    @property
    def middles(self) -> tuple[Middle, ...]:
        """What can be quoted: the middle of each country with enough results; none where only some
        are chosen."""
        if self.n < self.known:
            return ()
        return tuple(
            Middle(spread.country, spread.statistics.median, spread.coverage, self._span(spread))
            for spread in self.spreads
            if spread.statistics is not None
        )

    def _span(self, spread: Spread) -> Message:
        years = years_words(*spread.years)
        return say("%(versions)s, %(years)s", versions=self.measured.versions, years=years)

    def counterpart(self, path: str) -> Counterpart:
        """The same as data. Without results there is nothing to make a cube of."""
        formats = CUBES if self.every else TABLES
        return Counterpart(
            path, formats, rows=self.n, codes=("code", "code_in_year", "method_version")
        )

    @property
    def figure_words(self) -> Message:
        """How to read the figure."""
        if self.has_median and self.published:
            return say(
                "Each mark is a municipality. The dashed line is the median: as many lie above it "
                "as below. Dotted lines are averages that others have published."
            )
        if self.has_median:
            return say(
                "Each mark is a municipality. The dashed line is the median: as many lie above it "
                "as below."
            )
        if self.published:
            return say(
                "Each mark is a municipality. Dotted lines are averages that others have published."
            )
        return say("Each mark is a municipality.")

    @property
    def has_median(self) -> bool:
        return any(spread.statistics for spread in self.spreads)

    @property
    def has_reconstructed(self) -> bool:
        return any(row.result.reconstructed for row in self.rows)

    @property
    def count(self) -> Message:
        """How many fit, once nothing is waited for."""
        if self.n == self.known:
            return say_n(
                "We have figures for %(n)s municipality.",
                "We have figures for %(n)s municipalities.",
                self.n,
            )
        return say_n(
            "%(n)s of the %(known)s municipalities that we have figures for matches your filters.",
            "%(n)s of the %(known)s municipalities that we have figures for match your filters.",
            self.n,
            known=self.known,
        )

    @property
    def why_no_places(self) -> Message | None:
        """Why nobody has a place, where there is anybody to have one."""
        if self.has_places or not self.n:
            return None
        if len(self.spreads) > 1:
            return say("Ranks are given within one country. Choose a country to see them.")
        only = self.spreads[0]
        return lack_words(only.coverage, only.unrepresentative or Unrepresentative.TOO_FEW)


def result_list(
    results: Sequence[Scored],
    measured: Measured,
    parameters: ResultFilters,
    rules: Rules,
    evaluations: Iterable[EvaluationSummary],
) -> ResultList:
    """Filters, orders and cuts into pages. `evaluations` are all there are: they name the counties.

    Raises:
        BadParameter: a county or size group that does not exist.
        NotFound: the list has no such page.
    """
    listed = EvaluationTable.of(evaluations).these(r.evaluation for r in results)
    known = Known(rules.instrument, listed)
    check_values(parameters, known)
    stock = Evaluations(known)
    filters, chosen = parameters.filters, parameters.chosen
    choice = FilterChoice(stock, filters, chosen, admitting(stock, filters, chosen))
    admitted = {evaluation.id for evaluation in choice.admitted()}
    collation = listed.table.collation
    fitting = latest_scored((r for r in results if r.evaluation.id in admitted), collation)
    found = spreads(fitting, _known(measured, parameters, rules))
    given = places(found, measured.small)
    sort = parameters.sort or "score"
    ordered = _ordered(fitting, sort, collation)
    every = [ResultRow(r, given.get(r.evaluation.municipality)) for r in ordered]
    pages, shown = page_of(every, parameters.shown_page)
    return ResultList(
        parameters=parameters,
        measured=measured,
        known=listed.municipalities,
        every=tuple(every),
        rows=tuple(shown),
        pages=pages,
        spreads=found,
        facets=choice.facets,
        sort_options=options(_ORDERS, sort),
        has_places=bool(given),
        collation=collation,
        published=_published(measured, parameters),
    )


def _published(measured: Measured, parameters: ResultFilters) -> tuple[ReferenceAverage, ...]:
    """The published averages of exactly those chosen: a country and a size group they know."""
    chosen = parameters.chosen
    if chosen.keys() - PUBLISHED_BY:
        return ()
    country, size_group = chosen.get("country"), chosen.get("size_group")
    return tuple(
        one
        for one in measured.published
        if (country is None or one.country in each(country)) and one.size_group == size_group
    )


def _known(
    measured: Measured, parameters: ResultFilters, rules: Rules
) -> Callable[[Country], Coverage]:
    """How many of those who fit were evaluated, country by country. What is known of an
    evaluation does not count: it is what coverage measures."""
    filters = parameters.filters
    about = {
        name: value for name, value in parameters.chosen.items() if name not in OF_WHAT_IS_KNOWN
    }
    stock = Evaluations(Known(rules.instrument, measured.drawn_from))
    fitting = FilterChoice(stock, filters, about, admitting(stock, filters, about)).admitted()

    def known(country: Country) -> Coverage:
        return rules.coverage.coverage(fitting, (country,), measured.family)

    return known


def _ordered(
    fitting: Sequence[Scored], sort: ResultSortBothWays, collation: Collation
) -> list[Scored]:
    """By what is asked for; those that are alike in it by name."""
    by_name = sorted(
        fitting, key=lambda r: (collation.key(r.evaluation.name), r.evaluation.municipality)
    )
    match sort:
        case "name":
            return by_name
        case "year":
            return sorted(by_name, key=lambda r: -r.evaluation.year)
        case "score":
            return sorted(by_name, key=lambda r: -r.score)
        case "-name":
            return by_name[::-1]
        case "-year":
            return sorted(by_name, key=lambda r: r.evaluation.year)
        case "-score":
            return sorted(by_name, key=lambda r: r.score)


PUBLISHED_BY: Final = frozenset(("country", "size_group"))
"""Filters that averages of others are published by, too."""
_ORDERS: Final = (("score", say("Points, highest first")), BY_NAME, BY_YEAR)
