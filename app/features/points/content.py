"""The list of points: evaluation by evaluation the total, the areas and the questions."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Annotated, overload

from pydantic import Field

from app.domain.changes import RecordKind
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.listing import listed
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.provenance import LastChange
from app.domain.score import AREA_MEASURES, Figure, Level, Measure
from app.errors import unknown_value
from app.queries import evaluations as evaluation_queries
from app.queries import method
from app.queries.named import named_municipalities
from app.queries.points import Questions, questions_asked
from app.queries.provenance import last_changes
from app.queries.reading import Reading
from app.queries.search import matching_slugs
from app.web.filters.declared import AreaNumber, DetailFilter, EvaluationFilterParameters
from app.web.filters.evaluations import evaluation_choice
from app.web.filters.named import EvaluationNames, Name, named_evaluations
from app.web.filters.several import Several

TITLE = say("Points of evaluations, a row for each figure")


class PointFilterParameters(EvaluationFilterParameters, EvaluationNames):
    """The filters of evaluations, and which of their figures are wanted."""

    detail: DetailFilter = None
    area: AreaNumber = None
    level: Annotated[
        Several[Level],
        Field(description="Only totals, areas or questions.", examples=[["total", "area"]]),
    ] = None
    measure: Annotated[
        Several[Name],
        Field(
            description="Only these figures: `total`, the number of an area, or the code of a "
            "question.",
            examples=[["total", "3"]],
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class MeasurePlace:
    """Which figure of an evaluation. `area` is that of a question; None for the total."""

    level: Level
    measure: str
    area: int | None


@dataclass(frozen=True, slots=True)
class PointPlace:
    """A figure that fits, by its evaluation and what it measures."""

    evaluation: EvaluationSummary
    place: MeasurePlace


@dataclass(frozen=True, slots=True)
class ListedPoint:
    """A figure with its evaluation and what it measures in words."""

    summary: EvaluationSummary
    evaluation: Evaluation
    place: MeasurePlace
    label: Message | LocalText
    figure: Figure
    reconstructed: bool
    change: LastChange


class PointPlaces(Sequence[PointPlace]):
    """The figures that fit, in order; each is made when it is looked at."""

    def __init__(
        self,
        evaluations: Sequence[EvaluationSummary],
        measures: Callable[[EvaluationSummary], Sequence[MeasurePlace]],
    ) -> None:
        self._evaluations, self._measures = tuple(evaluations), measures
        counts = (len(measures(evaluation)) for evaluation in self._evaluations)
        self._ends = list(accumulate(counts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> PointPlace: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PointPlace]: ...
    def __getitem__(self, at: int | slice) -> PointPlace | Sequence[PointPlace]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        index = bisect_right(self._ends, place)
        evaluation = self._evaluations[index]
        before = self._ends[index - 1] if index else 0
        (found,) = islice(self._measures(evaluation), place - before, place - before + 1)
        return PointPlace(evaluation, found)


def fitting_points(reading: Reading, parameters: PointFilterParameters) -> PointPlaces:
    """Reads what fits in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    p = parameters
    instrument = method.instrument(reading)
    table = evaluation_queries.summaries(reading)
    found = matching_slugs(reading, p.q)
    named = named_evaluations(p, table, named_municipalities(reading, p.municipality, p.code))
    choice = evaluation_choice(p, instrument, table, found, named=named)
    _check_measures(p.measure, instrument)
    questions = questions_asked(reading)
    chosen: dict[Questions, tuple[MeasurePlace, ...]] = {}

    def measures(evaluation: EvaluationSummary) -> Sequence[MeasurePlace]:
        asked = questions.get(evaluation.id, ())
        wanted = chosen.get(asked)
        if wanted is None:
            wanted = chosen[asked] = tuple(one for one in _measures(asked) if _is_wanted(one, p))
        return wanted

    return PointPlaces(
        listed(choice.admitted(), None, None, oldest_first=True, best_first=found), measures
    )


def _check_measures(asked: Sequence[str] | None, instrument: Instrument) -> None:
    codes = (
        question.code
        for version in instrument.versions.values()
        for area in version.areas
        for question in area.questions
    )
    allowed = tuple(dict.fromkeys([*(measure.value for measure in Measure), *codes]))
    for one in asked or ():
        if one not in allowed:
            raise unknown_value("measure", one, allowed)


def _measures(questions: Questions) -> Sequence[MeasurePlace]:
    """The total, then each area with its questions."""
    found = [MeasurePlace(Level.TOTAL, Measure.TOTAL.value, None)]
    for measure in AREA_MEASURES:
        found.append(MeasurePlace(Level.AREA, measure.value, measure.area))
        found += [
            MeasurePlace(Level.QUESTION, code, area)
            for area, code in questions
            if area == measure.area
        ]
    return found


def _is_wanted(place: MeasurePlace, parameters: PointFilterParameters) -> bool:
    p = parameters
    return (
        (p.level is None or place.level in p.level)
        and (p.measure is None or place.measure in p.measure)
        and (p.area is None or place.area == p.area)
    )


def listed_points(reading: Reading, places: Sequence[PointPlace]) -> tuple[ListedPoint, ...]:
    """Some of the figures, whole. Seven statements at most, one of them once a release."""
    versions = method.instrument(reading).versions
    ids = tuple(dict.fromkeys(place.evaluation.id for place in places))
    changes = last_changes(reading, RecordKind.EVALUATION, ids)
    known = {one.id: one for one in evaluation_queries.evaluations(reading, ids)}
    names = {
        (version.version, question.code): question.label
        for version in versions.values()
        for area in version.areas
        for question in area.questions
    }

    def point(one: PointPlace) -> ListedPoint:
        evaluation, place = known[one.evaluation.id], one.place
        change = changes[one.evaluation.id]
        if place.level is not Level.QUESTION:
            measure = Measure(place.measure)
            name: Message | LocalText = (
                say("Total")
                if measure.area is None
                else versions[evaluation.version].area(measure.area).name
            )
            figure = evaluation.figure(measure)
            return ListedPoint(one.evaluation, evaluation, place, name, figure, False, change)
        question = evaluation.question(place.measure)
        assert question is not None  # noqa: S101 - the same release was read
        name = names.get(
            (evaluation.version, place.measure), say("Question %(code)s", code=place.measure)
        )
        return ListedPoint(
            one.evaluation, evaluation, place, name, question.figure, question.reconstructed, change
        )

    return tuple(map(point, places))
