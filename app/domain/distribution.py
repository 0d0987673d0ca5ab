"""How the points of many municipalities are spread, for one area or for one question.

Each municipality counts once, with its latest evaluation that has the figure, and countries are
never mixed (design rule 5): there is one spread, one median and one order of places a country, and
none of the latter two where the results stand for their own municipalities alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.coverage import Coverage, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.ordered_figures import OrderedFigures
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS, Rank, Statistics, describe


@dataclass(frozen=True, slots=True)
class Scored:
    """An evaluation with its points for what is looked at, an area or a question.

    `reconstructed`: a digit was lost in print and worked out.
    """

    evaluation: EvaluationSummary
    score: Decimal
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """The results of one country, highest first. There are no statistics where they are too few
    to stand for the country, for the reason in `unrepresentative`."""

    country: Country
    results: tuple[Scored, ...]
    coverage: Coverage
    statistics: Statistics | None
    unrepresentative: Unrepresentative | None = None

    @property
    def n(self) -> int:
        return len(self.results)

    @property
    def years(self) -> tuple[int, int]:
        """First and last evaluation year."""
        years = [found.evaluation.year for found in self.results]
        return min(years), max(years)


@dataclass(frozen=True, slots=True)
class Leaders:
    """Who has the most points in a set of at least five, and how many are about the same."""

    best: tuple[Scored, ...]
    close: int


def area_scores(
    evaluations: Iterable[EvaluationSummary], family: str, measure: Measure
) -> tuple[Scored, ...]:
    """Every evaluation of a family that has a figure for an area."""
    table = EvaluationTable.of(evaluations)
    known = table.where("family", family) & table.having(measure)
    return tuple(Scored(found, found.figures[measure]) for found in known)


def latest_scored(results: Iterable[Scored], collation: Collation) -> tuple[Scored, ...]:
    """Each municipality's latest result, highest first and by name where the points are equal."""
    latest: dict[str, Scored] = {}
    for found in sorted(results, key=lambda r: (r.evaluation.year, r.evaluation.id)):
        latest[found.evaluation.municipality] = found
    return tuple(
        sorted(
            latest.values(),
            key=lambda r: (-r.score, collation.key(r.evaluation.name), r.evaluation.id),
        )
    )


def spreads(results: Sequence[Scored], known: Callable[[Country], Coverage]) -> tuple[Spread, ...]:
    """The results country by country; countries without a result are left out. `known` says of
    how many in a country the results could be."""
    found = []
    for country in Country:
        own = tuple(result for result in results if result.evaluation.country is country)
        if own:
            found.append(_spread(country, own, known(country).of(len(own))))
    return tuple(found)


def _spread(country: Country, own: tuple[Scored, ...], coverage: Coverage) -> Spread:
    lack = Unrepresentative.TOO_FEW if len(own) < MINIMUM_MEMBERS else coverage.lack
    statistics = None if lack else describe(result.score for result in own)
    return Spread(country, own, coverage, statistics, lack)


def places(spreads: Sequence[Spread], limit: Decimal) -> Mapping[str, Rank]:
    """The places by municipality; less than `limit` points away is about the same.

    None across countries, none where a result has fewer than five others beside it, and none where
    the results stand for their own municipalities alone.
    """
    if len(spreads) != 1 or spreads[0].statistics is None:
        return {}
    results = spreads[0].results
    figures = OrderedFigures.of(result.score for result in results)
    ranks = {
        result.evaluation.municipality: figures.rank_of(result.score, limit) for result in results
    }
    return {slug: rank for slug, rank in ranks.items() if rank is not None}


def leaders(spread: Spread, small: Decimal) -> Leaders | None:
    """Who did best, or None under five results: then nobody is called the best (design rule 6).

    `small` is the difference under which points are about the same.
    """
    if spread.statistics is None:
        return None
    most = spread.statistics.maximum
    best = tuple(result for result in spread.results if result.score == most)
    others = [result for result in spread.results if result.score < most]
    close = sum(most - result.score < small for result in others)
    return Leaders(best, close)
