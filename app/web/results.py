"""The list behind a distribution: which municipalities are in it, in which order, page by page.

Pages of areas and of questions show the same list, each of its own points.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import Field

from app.domain.distribution import Scored, Spread, latest_scored, places, spreads
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country, alphabetical
from app.domain.statistics import MINIMUM_MEMBERS, Rank
from app.domain.wording_sets import size_group_words
from app.errors import unknown_value
from app.web.facets import Choices, Facet, Option, counted
from app.web.paging import Pages, page_of
from app.web.parameters import HIGHEST_PAGE, LONGEST_TEXT, PageParameters

ResultSort: TypeAlias = Literal["score", "name", "year"]


class ResultFilters(PageParameters):
    """Which results of an area or a question are wanted, and in which order."""

    country: Country | None = None
    county: str | None = Field(None, max_length=LONGEST_TEXT)
    size_group: str | None = Field(None, max_length=LONGEST_TEXT)
    sort: ResultSort | None = None


class ResultParameters(ResultFilters):
    """The same for a page, which shows the list part by part."""

    page: int = Field(1, ge=1, le=HIGHEST_PAGE)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A municipality's latest result, with its place where places are given."""

    result: Scored
    place: Rank | None


@dataclass(frozen=True, slots=True)
class ResultList:
    """The results that fit, as they are listed and as they are spread."""

    parameters: ResultParameters
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
                "%(n)s municipality has a figure here.",
                "%(n)s municipalities have figures here.",
                self.n,
            )
        return say_n(
            "%(n)s of the %(known)s municipalities with figures here fits the choices.",
            "%(n)s of the %(known)s municipalities with figures here fit the choices.",
            self.n,
            known=self.known,
        )

    @property
    def why_no_places(self) -> Message | None:
        """Why nobody has a place, where there is anybody to have one."""
        if self.has_places or not self.n:
            return None
        if len(self.spreads) > 1:
            return say("Places are given within one country. Choose a country to see them.")
        return say(
            "Too few have this figure for places: at least %(least)s are needed.",
            least=MINIMUM_MEMBERS + 1,
        )


def result_list(
    results: Sequence[Scored],
    parameters: ResultParameters,
    instrument: Instrument,
    evaluations: Iterable[EvaluationSummary],
) -> ResultList:
    """Filters, orders and cuts into pages. `evaluations` are all there are: they name the counties.

    Raises:
        BadParameter: a county or size group that does not exist.
        NotFound: the list has no such page.
    """
    _check(parameters, instrument, evaluations)
    fitting = latest_scored(_admitted(results, parameters))
    given = places(fitting)
    ordered = _ordered(fitting, parameters.sort or "score")
    every = [ResultRow(r, given.get(r.evaluation.municipality)) for r in ordered]
    pages, shown = page_of(every, parameters.page)
    return ResultList(
        parameters=parameters,
        known=len(latest_scored(results)),
        every=tuple(every),
        rows=tuple(shown),
        pages=pages,
        spreads=spreads(fitting),
        facets=_facets(results, parameters, instrument),
        sort_options=_sort_options(parameters),
        has_places=bool(given),
    )


def _check(
    parameters: ResultParameters, instrument: Instrument, evaluations: Iterable[EvaluationSummary]
) -> None:
    allowed: dict[str, tuple[str | None, list[str]]] = {
        "size_group": (parameters.size_group, [g.code for g in instrument.size_scheme.groups]),
        "county": (parameters.county, list(EvaluationTable.of(evaluations).values("county"))),
    }
    for name, (value, values) in allowed.items():
        if value is not None and value not in values:
            raise unknown_value(name, value, values)


_FITS: Mapping[str, Callable[[Scored, str], bool]] = {
    "country": lambda result, value: result.evaluation.country == value,
    "county": lambda result, value: result.evaluation.county == value,
    "size_group": lambda result, value: result.evaluation.size_group == value,
}


def _admitted(
    results: Iterable[Scored], parameters: ResultParameters, without: str | None = None
) -> list[Scored]:
    """The results that every filter admits, or every one but `without`."""
    chosen = {name: getattr(parameters, name) for name in _FITS if name != without}
    return [
        result
        for result in results
        if all(value is None or _FITS[name](result, value) for name, value in chosen.items())
    ]


def _ordered(fitting: Sequence[Scored], sort: ResultSort) -> list[Scored]:
    by_name = sorted(
        fitting, key=lambda r: (alphabetical(r.evaluation.name), r.evaluation.municipality)
    )
    match sort:
        case "name":
            return by_name
        case "year":
            return sorted(by_name, key=lambda r: -r.evaluation.year)
        case "score":
            return sorted(by_name, key=lambda r: -r.score)


def _sort_options(parameters: ResultParameters) -> tuple[Option, ...]:
    chosen = parameters.sort or "score"
    return tuple(
        Option(value, label, None, value == chosen)
        for value, label in (
            ("score", say("Points, highest first")),
            ("name", say("Name")),
            ("year", say("Year, newest first")),
        )
    )


def _facets(
    results: Sequence[Scored], parameters: ResultParameters, instrument: Instrument
) -> tuple[Facet, ...]:
    counties = sorted({r.evaluation.county for r in results}, key=alphabetical)
    if parameters.county is not None and parameters.county not in counties:
        counties.append(parameters.county)
    offered = (
        ("country", say("Country"), say("Both"), _COUNTRIES),
        ("county", say("County"), say("All"), [(county, county) for county in counties]),
        (
            "size_group",
            say("Size"),
            say("All"),
            [(g.code, size_group_words(g.code)) for g in instrument.size_scheme.groups],
        ),
    )
    return tuple(
        counted(
            Choices(name, label, every, values, _FITS[name], getattr(parameters, name)),
            _admitted(results, parameters, without=name),
            lambda result: result.evaluation.municipality,
        )
        for name, label, every, values in offered
    )


_COUNTRIES = [(Country.NORWAY, say("Norway")), (Country.SWEDEN, say("Sweden"))]
