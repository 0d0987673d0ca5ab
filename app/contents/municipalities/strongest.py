"""The strongest true statement beside a result: page, quote and share image say the same one."""

from collections.abc import Iterator, Sequence

from app.contents.municipalities.beside import Beside
from app.contents.municipalities.history import History
from app.contents.municipalities.result import Result
from app.domain.comparison_choice import ComparisonKind
from app.domain.evaluation import Evaluation
from app.domain.message import Message
from app.domain.reference import at_first_hand
from app.domain.score import Measure
from app.domain.stated import StatedPlacing
from app.domain.wording.beside import (
    areas_sentence,
    beside_sentence,
    change_sentence,
    published_sentence,
    rank_sentence,
    stated_sentence,
)
from app.domain.wording.reference import mark_words


def strongest(found: Result, history: History | None) -> Message | None:
    """The first that there is of: the computed place, the place that the source states, the
    published averages, the own development. Never a single neighbour."""
    return next(_statements(found, history), None)


def _statements(found: Result, history: History | None) -> Iterator[Message]:
    yield from _computed(found.total)
    yield from _stated(found)
    yield from _published(found)
    yield from _development(found, history)


def _computed(total: Sequence[Beside]) -> Iterator[Message]:
    """Place and average, where the set stands for the country or the group."""
    for beside in total:
        if beside.comparison.kind is ComparisonKind.COMPUTED:
            if beside.rank is not None:
                yield rank_sentence(beside.rank, beside.comparison.scope)
            yield beside_sentence(beside.gap, beside.value, beside.phrase)


def own_placings(evaluation: Evaluation) -> tuple[StatedPlacing, ...]:
    """Places of the total that the evaluation's own source gives; what others tell of it stands
    further down."""
    return tuple(
        placing
        for placing in evaluation.stated_placings
        if placing.measure is Measure.TOTAL and placing.teller is None
    )


def _stated(found: Result) -> Iterator[Message]:
    for placing in own_placings(found.evaluation):
        yield stated_sentence(placing, found.evaluation.country)


def _published(found: Result) -> Iterator[Message]:
    """The averages that were published nearest in time, of the total or else of the areas."""
    nearest = _of_nearest_year(found.total)
    if nearest:
        gaps = [(beside.gap, beside.value) for beside in nearest]
        reference = nearest[0].comparison.reference
        if reference is not None:
            yield published_sentence(
                gaps, nearest[0].phrase, reference.as_of, mark_words(reference)
            )
    areas = [one for row in found.areas for one in _of_nearest_year(row.beside)[:1]]
    reference = areas[0].comparison.reference if areas else None
    if reference is not None:
        yield areas_sentence([one.gap.standing for one in areas], reference.as_of)


def _of_nearest_year(some: Sequence[Beside]) -> Sequence[Beside]:
    """Those over all sizes that were published of the same year as the first, which is nearest.
    None at second hand where there is any other."""
    published = [
        one
        for one in some
        if one.comparison.kind is ComparisonKind.PUBLISHED
        and one.comparison.scope.size_group is None
    ]
    references = [one.comparison.reference for one in published]
    leading = at_first_hand(reference for reference in references if reference is not None)
    first = leading[0].as_of if leading else None
    return [
        one
        for one, reference in zip(published, references, strict=True)
        if reference in leading and reference.as_of == first
    ]


def _development(found: Result, history: History | None) -> Iterator[Message]:
    for row in history.rows if history else ():
        change = row.change
        if row.evaluation.id == found.evaluation.id and change is not None and change.gap:
            yield change_sentence(change.gap, change.since)
