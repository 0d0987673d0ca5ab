"""What those compared can do together: who can teach whom, what is no difference, where to begin.

Only where the method and the countries let them be put in order (design rules 4 to 6); else
`why_not` says why nothing of it is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from app.contents.comparisons.compared import Compared, of_one_family
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.levels import mixes_countries
from app.contents.comparisons.measure_lines import (
    Line,
    best,
    may_be_best,
    tells_differences,
)
from app.contents.comparisons.questions import QuestionLine
from app.contents.comparisons.wording import AREAS_APART, no_order_words
from app.domain.comparability import Comparability
from app.domain.gap import SmallDifference
from app.domain.learning_together import alike, leads, order_of_learning, teaching
from app.domain.message import Message, say
from app.domain.weighted import Weighed, WeightedMean, weighted_mean


@dataclass(frozen=True, slots=True)
class TaughtArea:
    """An area in which some are clearly ahead of others, each with its points. All of the strongest
    are about the same, and ahead of all of those behind; `furthest` is how far the last is behind
    the first."""

    line: Line
    strongest: tuple[tuple[Compared, Decimal], ...]
    behind: tuple[tuple[Compared, Decimal], ...]
    furthest: Decimal


@dataclass(frozen=True, slots=True)
class Complement:
    """Two of whom each is clearly ahead of the other in some areas."""

    first: Compared
    other: Compared
    first_ahead: tuple[Line, ...]
    other_ahead: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """A measure with all of its pairs that are about the same; `all` where every pair is."""

    line: Line
    pairs: tuple[tuple[Compared, Compared], ...]
    all: bool


@dataclass(frozen=True, slots=True)
class LeadingQuestion:
    """A question on which one has clearly more points than the next."""

    line: QuestionLine
    holder: Compared
    score: Decimal
    decimals: int


@dataclass(frozen=True, slots=True)
class FirstStep:
    """An area to begin with: somebody can teach, or all of them have to ask others."""

    line: Line
    taught: TaughtArea | None
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Together:
    """`why_not` is empty where it is said who is ahead of whom."""

    why_not: tuple[Message, ...]
    taught: tuple[TaughtArea, ...] = ()
    complements: tuple[Complement, ...] = ()
    alike: tuple[AlikeLine, ...] = ()
    questions: tuple[LeadingQuestion, ...] = ()
    order: tuple[FirstStep, ...] = ()


def together(content: CompareContent) -> Together:
    """All that is said of it, from the lines of the page."""
    compared, areas = content.compared, content.areas
    questions = _leading(content)
    same = tuple(
        one
        for line in _told_lines(content)
        if (one := _alike(line, compared, content.small)) is not None
    )
    if not areas.allowed.allowed:
        return Together((AREAS_APART,), alike=same, questions=questions)
    if not _may_be_ordered(compared, areas.allowed):
        return Together((no_order_words(compared),), alike=same, questions=questions)
    limit = content.small.area
    taught = {
        at: found
        for at, line in enumerate(areas.lines)
        if (found := _taught(line, compared, limit)) is not None
    }
    gaps = {areas.lines.index(line) for line in content.area_gaps}
    steps = order_of_learning([scores_of(line) for line in areas.lines], limit, gaps)
    return Together(
        (),
        tuple(taught.values()),
        _complements(areas.lines, compared, limit),
        same,
        questions,
        tuple(FirstStep(areas.lines[at], taught.get(at), at in gaps) for at in steps),
    )


def _may_be_ordered(compared: Sequence[Compared], allowed: Comparability) -> bool:
    """Whether it may be said who is ahead of whom. Under a caution, of two only: of them the gap is
    told, but several are put in no order."""
    if len(compared) == 2:
        return tells_differences(compared, allowed)
    return may_be_best(compared, allowed)


def scores_of(line: Line) -> tuple[Decimal | None, ...]:
    """The points of a line, in the order of those compared."""
    return tuple(cell.figure.score for cell in line.cells)


def _told_lines(content: CompareContent) -> tuple[Line, ...]:
    """The lines of which it is told what lies how far apart, the total first."""
    total = content.totals.line
    totals = (
        (total,)
        if total is not None and tells_differences(content.compared, content.totals.allowed)
        else ()
    )
    told = tells_differences(content.compared, content.areas.allowed)
    return (*totals, *(content.areas.lines if told else ()))


def _alike(line: Line, compared: Sequence[Compared], small: SmallDifference) -> AlikeLine | None:
    limit, scores = small.limit(line.measure), scores_of(line)
    pairs = tuple((compared[a], compared[b]) for a, b in alike(scores, limit))
    if not pairs:
        return None
    return AlikeLine(line, pairs, not leads(scores, limit))


def _taught(line: Line, compared: Sequence[Compared], limit: Decimal) -> TaughtArea | None:
    scores = scores_of(line)
    found = teaching(scores, limit)
    if found is None:
        return None

    def with_scores(places: Sequence[int]) -> tuple[tuple[Compared, Decimal], ...]:
        return tuple((compared[at], score) for at in places if (score := scores[at]) is not None)

    return TaughtArea(
        line, with_scores(found.teachers), with_scores(found.learners), found.furthest
    )


def _complements(
    lines: Sequence[Line], compared: Sequence[Compared], limit: Decimal
) -> tuple[Complement, ...]:
    ahead: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        for one in leads(scores_of(line), limit):
            ahead.setdefault((one.first, one.other), []).append(line)
    return tuple(
        Complement(compared[a], compared[b], tuple(ahead[a, b]), tuple(ahead[b, a]))
        for a, b in combinations(range(len(compared)), 2)
        if (a, b) in ahead and (b, a) in ahead
    )


def _leading(content: CompareContent) -> tuple[LeadingQuestion, ...]:
    """The questions on which one stands out, by the limit that holds for a single question. Nobody
    is called the best for it."""
    asked = content.questions
    if not may_be_best(asked.known, asked.allowed):
        return ()
    return tuple(
        LeadingQuestion(line, asked.known[at], score, area.decimals)
        for area in asked.areas
        for line in area.lines
        for scores in [[cell.figure.score for cell in line.cells]]
        for limit in [content.small.of_question(line.definition.max, area.definition.max)]
        for at in best(scores, limit)
        if (score := scores[at]) is not None
    )


@dataclass(frozen=True, slots=True)
class WeightedLine:
    """A measure of all taken together, as we calculate it."""

    line: Line
    found: WeightedMean
    members: tuple[Compared, ...]
    left_out: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class WeightedPicture:
    """The means of total and areas by inhabitants, or why there are none."""

    total: WeightedLine | None
    areas: tuple[WeightedLine, ...]
    why_not: tuple[Message, ...] = ()
    areas_why_not: tuple[Message, ...] = ()

    @property
    def lines(self) -> tuple[WeightedLine, ...]:
        return (*self.areas, *((self.total,) if self.total else ()))


def weighted_picture(content: CompareContent, overlapping: Sequence[str] = ()) -> WeightedPicture:
    """Averages need one method family and, where nobody has tested the levels, one country (design
    rule 5). `overlapping` are names of those that are, in part or whole, the same place in other
    years: their inhabitants would count twice."""
    compared = content.compared
    if overlapping:
        return WeightedPicture(None, (), (_overlap_words(overlapping),))
    if not tells_differences(compared, content.totals.allowed):
        return WeightedPicture(None, (), _no_mean(compared))
    total = content.totals.line
    weighed = _weighted(total, compared) if total is not None else None
    areas: tuple[WeightedLine, ...] = ()
    areas_why: tuple[Message, ...] = ()
    if tells_differences(compared, content.areas.allowed):
        found = [_weighted(line, compared) for line in content.areas.lines]
        areas = tuple(one for one in found if one is not None)
    else:
        areas_why = (AREAS_APART,)
    if weighed is None and not areas:
        return WeightedPicture(None, (), (_too_few(),))
    return WeightedPicture(weighed, areas, (), areas_why)


def _weighted(line: Line, compared: Sequence[Compared]) -> WeightedLine | None:
    found = weighted_mean(
        Weighed(one.id, score, one.summary.inhabitants)
        for one, score in zip(compared, scores_of(line), strict=True)
    )
    if found is None:
        return None
    members = tuple(one for one in compared if one.id in found.members)
    return WeightedLine(
        line, found, members, tuple(one for one in compared if one.id not in found.members)
    )


def _overlap_words(names: Sequence[str]) -> Message:
    return say(
        "Not calculated: %(names)s are the same place or parts of it, whose inhabitants would "
        "count twice.",
        names=tuple(names),
    )


def _no_mean(compared: Sequence[Compared]) -> tuple[Message, ...]:
    said = []
    if mixes_countries(compared):
        said.append(say("Not calculated: the levels of the two countries may differ."))
    if not of_one_family(compared):
        said.append(say("Not calculated: points from different methods cannot be safely compared."))
    return tuple(said)


def _too_few() -> Message:
    return say("Not calculated: it needs points and inhabitants of at least two of them.")
