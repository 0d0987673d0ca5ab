"""The rows of the list of municipalities: one each, in order, with places where they are given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, overload

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import Selection
from app.domain.gap import SmallDifference
from app.domain.listing import listed
from app.domain.municipality import Country, Municipality
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.domain.statistics import MINIMUM_MEMBERS, Rank
from app.features.municipality_list.brackets import BracketPart


@dataclass(frozen=True, slots=True)
class Entry:
    """A municipality that is listed, with the evaluation that stands for it, if there is one."""

    slug: str
    name: str
    country: Country
    county: str
    evaluation: EvaluationSummary | None
    beside_county: str = ""
    """What it is called where its county stands beside."""

    def score(self, measure: Measure) -> Decimal | None:
        return self.evaluation.score(measure) if self.evaluation else None


@dataclass(frozen=True, slots=True)
class AreaCell:
    """The points of an area, as a shade of five; `shade` is 0 where they are missing."""

    score: Decimal | None
    why: MissingKind | None
    shade: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """An entry as it is shown. `until` is the day on which the municipality ceased to exist.

    `points` are what the bar shows, `bar` is their share of the maximum in per cent.
    """

    entry: Entry
    until: date | None
    place: Rank | None
    points: Decimal | None = None
    bar: Decimal | None = None
    areas: tuple[AreaCell, ...] = ()
    brackets: tuple[BracketPart, ...] = ()


SHADES: Final = tuple(map(Decimal, (20, 40, 60, 80)))
"""Where one shade of an area's points ends and the next begins: steps of twenty points, our choice.

Points on a limit belong to the shade above it.
"""


def area_cells(evaluation: EvaluationSummary) -> tuple[AreaCell, ...]:
    """The eight areas of an evaluation, each as a shade."""
    return tuple(_cell(evaluation, measure) for measure in AREA_MEASURES)


def _cell(evaluation: EvaluationSummary, measure: Measure) -> AreaCell:
    score = evaluation.score(measure)
    if score is None:
        return AreaCell(None, evaluation.why_missing(measure), 0)
    return AreaCell(score, None, 1 + sum(score >= limit for limit in SHADES))


def entries(
    selection: Selection,
    without_evaluation: Sequence[Municipality],
    sort: str | None,
    measure: Measure | None,
    best_first: Sequence[str] | None = None,
    *,
    backwards: bool = False,
) -> Sequence[Entry]:
    """One entry a municipality, in the order asked for, else that of `best_first`, which a search
    has found; those without what is sorted by come last, by name. `backwards` turns the order
    round."""
    evaluated = Entries(
        listed(selection, sort, measure, best_first=best_first, backwards=backwards)
    )
    if not without_evaluation:
        return evaluated
    others = [
        Entry(m.slug, m.label, m.country, m.county, None, m.beside_county)
        for m in without_evaluation
    ]
    if sort is None and measure is None and best_first is not None:
        place = {slug: n for n, slug in enumerate(best_first)}
        return sorted((*evaluated, *others), key=lambda entry: place[entry.slug])
    key = selection.table.collation.key
    by_name = sorted((*evaluated, *others), key=lambda e: (key(e.name), e.slug))
    if measure is not None:
        return sorted(by_name, key=lambda e: _known_first(e.score(measure), backwards))
    if sort == "year":
        years = {e.slug: Decimal(e.evaluation.year) if e.evaluation else None for e in by_name}
        return sorted(by_name, key=lambda e: _known_first(years[e.slug], backwards))
    if sort == "county":
        return sorted(by_name, key=lambda entry: key(entry.county), reverse=backwards)
    return by_name[::-1] if backwards else by_name


def _known_first(number: Decimal | None, lowest_first: bool) -> tuple[bool, Decimal]:
    """For an order with what is missing at its end."""
    known = number or Decimal(0)
    return (number is None, known if lowest_first else -known)


class Entries(Sequence[Entry]):
    """The entries of municipalities that were evaluated, each made when it is looked at."""

    def __init__(self, evaluations: Sequence[EvaluationSummary]) -> None:
        self._evaluations = evaluations

    def __len__(self) -> int:
        return len(self._evaluations)

    def __iter__(self) -> Iterator[Entry]:
        return map(_entry, self._evaluations)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, int):
            return _entry(self._evaluations[at])
        return [_entry(evaluation) for evaluation in self._evaluations[at]]


def _entry(evaluation: EvaluationSummary) -> Entry:
    e = evaluation
    return Entry(e.municipality, e.name, e.country, e.county, e, e.beside_county)


class Ranks(Mapping[str, Rank]):
    """The place of each municipality by a measure, looked up when it is asked for."""

    def __init__(self, scored: Selection, measure: Measure, limit: Decimal) -> None:
        self._scored, self._measure, self._limit = scored, measure, limit

    def __len__(self) -> int:
        return len(self._scored)

    def __iter__(self) -> Iterator[str]:
        return (evaluation.municipality for evaluation in self._scored)

    def __getitem__(self, slug: str) -> Rank:
        for evaluation in self._scored.of(slug):
            figures = self._scored.figures(self._measure)
            rank = figures.rank_of(evaluation.figures[self._measure], self._limit)
            if rank is not None:
                return rank
        raise KeyError(slug)


def places(
    selection: Selection, measure: Measure | None, small: SmallDifference
) -> Mapping[str, Rank]:
    """The places by a measure, by slug. None across countries, and none where too few have it."""
    if measure is None or len(selection.values("country")) > 1:
        return {}
    scored = selection & selection.table.having(measure)
    return Ranks(scored, measure, small.limit(measure)) if len(scored) > MINIMUM_MEMBERS else {}
