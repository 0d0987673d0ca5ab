"""Learn from: for each weak area or question the twins that do better, and their gold stars."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.decimals import decimals_of
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.learning import (
    Better,
    Twin,
    Weakness,
    area_of_star,
    better_than,
    weaknesses,
)
from app.domain.message import LocalText, Message, Points, say, say_n
from app.domain.method import AreaDefinition, Instrument, MethodVersion, QuestionDefinition
from app.domain.peers import ComparisonSet
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.wording.sets import member_name
from app.queries.gold_stars import GivenStar

MOST_BETTER: Final = 3
"""Twins that are shown for an area or a question; whoever has called three has enough to do."""

MOST_QUESTIONS: Final = 10
"""Questions that are shown, the weakest of those on which a twin does better."""


MOST_WITH_POINTS_NAMED: Final = 6
"""Twins that are named for having points but not more."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A twin that does better, with its gold stars there: whom to call about what."""

    better: Better
    stars: tuple[GivenStar, ...]

    @property
    def twin(self) -> Twin:
        return self.better.twin

    def more_words(self, decimals: int) -> Message:
        """How much better, with as many decimals as the points beside it."""
        return say("%(points)s more", points=Points(self.better.more, decimals))


@dataclass(frozen=True, slots=True)
class AreaLesson:
    """An area: why it is called weak, where it is, and the twins that do better.

    `other_stars` are gold stars there of twins that are not among those shown as better.
    """

    definition: AreaDefinition
    score: Decimal
    median: Decimal | None
    why: tuple[Weakness, ...]
    contacts: tuple[Contact, ...]
    left_out: int
    """Twins that do better as well and are not shown."""
    other_stars: tuple[GivenStar, ...]
    with_points: tuple[str, ...] = ()
    """The twins, by name and year, whose points for the area may be compared."""
    twins: int = 0
    """How many were looked among."""
    name: str = ""
    """Of the municipality that looks for somebody to learn from."""

    @property
    def is_weak(self) -> bool:
        return bool(self.why)

    @property
    def better_ids(self) -> tuple[str, ...]:
        """The evaluations of the twins that are shown as better."""
        return tuple(one.twin.summary.id for one in self.contacts)

    @property
    def nobody_words(self) -> Message | None:
        """Why no twin is named: that none has more points, or that they have none known."""
        n = len(self.with_points)
        if self.contacts:
            return None
        if not n:
            return say(
                "Of those like %(name)s, we have no points to compare with for any.", name=self.name
            )
        if n == self.twins:
            return say(
                "Of those like %(name)s, none has clearly more points.",
                name=self.name,
            )
        if n > MOST_WITH_POINTS_NAMED:
            return say(
                "Of those like %(name)s, %(n)s have points to compare with, and none has "
                "clearly more.",
                name=self.name,
                n=n,
            )
        return say_n(
            "Of those like %(name)s, only %(names)s has points to compare with, and not clearly "
            "more.",
            "Of those like %(name)s, only %(names)s have points to compare with, and none has "
            "clearly more.",
            n,
            name=self.name,
            names=self.with_points,
        )

    @property
    def stars(self) -> tuple[GivenStar, ...]:
        """Every gold star of the twins in the area."""
        return (*(star for one in self.contacts for star in one.stars), *self.other_stars)

    @property
    def decimals(self) -> int:
        """With how many decimals the points of the area are shown."""
        better = [one.better.score for one in self.contacts]
        return decimals_of([self.score, self.median, *better])

    @property
    def why_words(self) -> Message:
        score = Points(self.score, self.decimals)
        if self.median is None or Weakness.UNDER_MEDIAN not in self.why:
            return say("%(points)s points: less than half of the maximum.", points=score)
        if Weakness.UNDER_HALF not in self.why:
            return say(
                "%(points)s points: below the median of %(median)s.",
                points=score,
                median=Points(self.median, self.decimals),
            )
        return say(
            "%(points)s points: less than half of the maximum, and below the median of %(median)s.",
            points=score,
            median=Points(self.median, self.decimals),
        )


@dataclass(frozen=True, slots=True)
class QuestionLesson:
    """A question with under half of its points, and the twins that do better on it."""

    definition: QuestionDefinition
    score: Decimal
    contacts: tuple[Contact, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Stars:
    """Gold stars of twins: all, and by area those whose area is known and is the same."""

    all: tuple[GivenStar, ...]
    by_area: Mapping[int, Sequence[GivenStar]]


@dataclass(frozen=True, slots=True)
class LessonBasis:
    """What lessons are drawn from: oneself, the twins, and what is known of both."""

    own: EvaluationSummary
    evaluation: Evaluation
    twins: tuple[Twin, ...]
    evaluations: Mapping[str, Evaluation]
    """The twins' evaluations in full, by id, where questions may be compared."""
    stars: Stars
    set: ComparisonSet
    rules: Rules

    @property
    def version(self) -> MethodVersion:
        return self.rules.instrument.version(self.own.version)


def sorted_stars(given: Sequence[GivenStar], family: str, instrument: Instrument) -> Stars:
    """Gold stars by area, in the order given. Areas are the same within a family only."""
    placed: dict[int, list[GivenStar]] = {}
    for one in given:
        no = area_of_star(one.star, instrument.version(one.evaluation.version))
        if no is not None and one.evaluation.family == family:
            placed.setdefault(no, []).append(one)
    return Stars(tuple(given), placed)


def area_profile(basis: LessonBasis) -> tuple[AreaLesson, ...]:
    """Every area with points of one's own, in method order, and who does better there."""
    return tuple(
        _area_lesson(basis, measure, score)
        for measure in AREA_MEASURES
        if (score := basis.own.score(measure)) is not None
    )


def weak_areas(profile: Iterable[AreaLesson]) -> tuple[AreaLesson, ...]:
    """The weak areas, the one with the fewest points first; among equals in method order."""
    weak = (lesson for lesson in profile if lesson.why)
    return tuple(sorted(weak, key=lambda lesson: (lesson.score, lesson.definition.no)))


def question_lessons(basis: LessonBasis) -> tuple[QuestionLesson, ...]:
    """The weak questions on which a twin does better, the weakest first."""
    found = [
        lesson
        for area in basis.version.areas
        for definition in area.questions
        if (lesson := _question_lesson(basis, area, definition)) is not None
    ]
    return tuple(sorted(found, key=lambda lesson: lesson.score / lesson.definition.max))


def cautions(found: Iterable[AreaLesson]) -> tuple[LocalText, ...]:
    """What must be known where versions are compared with caution, each once."""
    reasons = (
        contact.better.comparability.reason for lesson in found for contact in lesson.contacts
    )
    return tuple(dict.fromkeys(reason for reason in reasons if reason is not None))


def _area_lesson(basis: LessonBasis, measure: Measure, score: Decimal) -> AreaLesson:
    definition = basis.version.area(int(measure.value))
    statistics = basis.set.measures[measure].statistics
    median = statistics.median if statistics else None
    why = weaknesses(score, definition.max, median, basis.rules.small.area)
    better = better_than(
        score,
        basis.own.version,
        [(twin, twin.summary.score(measure)) for twin in basis.twins],
        basis.rules.small.area,
        Level.AREA,
        basis.rules.instrument.comparability,
    )
    between = basis.rules.instrument.comparability.between
    known = [
        twin
        for twin in basis.twins
        if twin.summary.score(measure) is not None
        and between(basis.own.version, twin.summary.version, Level.AREA).allowed
    ]
    stars = basis.stars.by_area.get(definition.no, ())
    shown = better[:MOST_BETTER]
    ahead = {one.twin.municipality for one in shown}
    return AreaLesson(
        definition=definition,
        score=score,
        median=median,
        why=why,
        contacts=_contacts(shown, stars),
        left_out=len(better) - len(shown),
        other_stars=tuple(s for s in stars if s.evaluation.municipality not in ahead),
        with_points=tuple(member_name(twin.summary) for twin in known),
        twins=len(basis.twins),
        name=basis.own.name,
    )


def _question_lesson(
    basis: LessonBasis, area: AreaDefinition, definition: QuestionDefinition
) -> QuestionLesson | None:
    own = _score(basis.evaluation, definition.code)
    limit = basis.rules.small.of_question(definition.max, area.max)
    if own is None or not weaknesses(own, definition.max, None, limit):
        return None
    better = better_than(
        own,
        basis.own.version,
        [
            (twin, _score(basis.evaluations.get(twin.summary.id), definition.code))
            for twin in basis.twins
        ],
        limit,
        Level.QUESTION,
        basis.rules.instrument.comparability,
    )
    if not better:
        return None
    stars = [
        given
        for given in basis.stars.by_area.get(area.no, ())
        if given.star.question == definition.code and given.evaluation.version == basis.own.version
    ]
    shown = better[:MOST_BETTER]
    return QuestionLesson(definition, own, _contacts(shown, stars), len(better) - len(shown))


def _contacts(better: Sequence[Better], stars: Sequence[GivenStar]) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            one,
            tuple(s for s in stars if s.evaluation.municipality == one.twin.municipality),
        )
        for one in better
    )


def _score(evaluation: Evaluation | None, code: str) -> Decimal | None:
    result = evaluation.question(code) if evaluation else None
    return result.figure.score if result else None
