"""An evaluation area by area: points, questions, findings, gold stars and what disagrees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.consistency import discrepancies
from app.domain.decimals import decimals_of
from app.domain.evaluation import (
    AreaResult,
    Discrepancy,
    Evaluation,
    Finding,
    FindingKind,
    GoldStar,
    QuestionResult,
)
from app.domain.evaluation_parts import finding_columns, stars_of_area
from app.domain.gap import Gap, SmallDifference, gap
from app.domain.message import Message, say
from app.domain.method import AreaDefinition, MethodVersion, QuestionDefinition
from app.domain.score import Figure, Measure, MissingKind
from app.domain.wording.standing import change_words
from app.domain.wording.stated import direction_words


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of the method with its points here; `result` is None where the source has none."""

    definition: QuestionDefinition
    result: QuestionResult | None
    gold_stars: tuple[GoldStar, ...]

    @property
    def figure(self) -> Figure:
        if self.result is None:
            return Figure(None, None, self.definition.max, MissingKind.NOT_FOUND)
        return self.result.figure

    @property
    def has_remarks(self) -> bool:
        return bool(self.gold_stars or (self.result and (self.reconstructed or self.result.note)))

    @property
    def reconstructed(self) -> bool:
        return self.result is not None and self.result.reconstructed


@dataclass(frozen=True, slots=True)
class AreaPart:
    """One area. `before` is the same area in the earlier evaluation it is set beside."""

    definition: AreaDefinition
    result: AreaResult
    questions: tuple[QuestionRow, ...]
    gold_stars: tuple[GoldStar, ...]
    discrepancies: tuple[Discrepancy, ...]
    stated_direction: Message | None
    before: Figure | None
    since: Gap | None
    """How far it lies from that, where both are known."""
    change: Message | None
    no_questions: Message | None
    """Why there is no table of questions, where there is none."""

    @property
    def anchor(self) -> str:
        return f"area-{self.definition.no}"

    @property
    def words(self) -> tuple[Message, ...]:
        """The change since the earlier evaluation, and what the source says of it."""
        return tuple(words for words in (self.change, self.stated_direction) if words)

    @property
    def finding_columns(self) -> tuple[tuple[FindingKind, Message, tuple[Finding, ...]], ...]:
        return finding_columns(self.result)

    @property
    def sum_of_questions(self) -> Figure | None:
        """All points of the questions out of all that they can give; None where one is missing."""
        scores = [row.figure.score for row in self.questions]
        known = [score for score in scores if score is not None]
        if not known or len(known) < len(scores):
            return None
        most = sum((row.definition.max for row in self.questions), Decimal(0))
        return Figure(sum(known, Decimal(0)), None, most)

    @property
    def question_decimals(self) -> int:
        """With how many decimals the questions and their sum are shown."""
        found = self.sum_of_questions
        scores = [row.figure.score for row in self.questions]
        return decimals_of([*scores, found.score if found else None])

    @property
    def findings(self) -> int:
        """How many strengths, challenges and weaknesses the report has of it."""
        return len(self.result.findings)

    @property
    def has_question_remarks(self) -> bool:
        return any(row.has_remarks for row in self.questions)

    @property
    def has_more(self) -> bool:
        """Whether there is more to say of the area than its row in the table says."""
        return bool(self.questions or self.result.findings or self.gold_stars or self.discrepancies)


def area_parts(
    evaluation: Evaluation,
    version: MethodVersion,
    earlier: Evaluation | None,
    small: SmallDifference,
) -> tuple[AreaPart, ...]:
    """The areas in method order. `earlier` may be compared with `evaluation` area by area."""
    found = discrepancies(evaluation, version)
    decimals = area_decimals(evaluation, earlier)
    return tuple(
        _part(evaluation, version, definition, earlier, small, found, decimals)
        for definition in version.areas
    )


def area_decimals(evaluation: Evaluation, earlier: Evaluation | None) -> int:
    """With how many decimals the areas are shown, beside those of an earlier evaluation."""
    shown = (evaluation, earlier) if earlier else (evaluation,)
    return decimals_of(area.figure.score for one in shown for area in one.areas)


def _part(
    evaluation: Evaluation,
    version: MethodVersion,
    definition: AreaDefinition,
    earlier: Evaluation | None,
    small: SmallDifference,
    found: Sequence[Discrepancy],
    decimals: int,
) -> AreaPart:
    area, measure = evaluation.area(definition.no), Measure.of_area(definition.no)
    stated, stars = evaluation.stated_changes, stars_of_area(evaluation, definition)
    before = earlier.figure(measure) if earlier else None
    since = None
    if before and before.score is not None and area.figure.score is not None:
        since = gap(area.figure.score, before.score, measure, small.over_time)
    return AreaPart(
        definition=definition,
        result=area,
        questions=_questions(area, definition, stars),
        gold_stars=stars,
        discrepancies=tuple(d for d in found if d.measure is measure),
        stated_direction=direction_words(stated.areas[definition.no], stated.since)
        if stated and definition.no in stated.areas
        else None,
        before=before,
        since=since,
        change=change_words(since, earlier.year, decimals) if since and earlier else None,
        no_questions=None if area.questions else _no_questions(version, definition),
    )


def _questions(
    area: AreaResult, definition: AreaDefinition, stars: Sequence[GoldStar]
) -> tuple[QuestionRow, ...]:
    """Every question of the area, in the order of the method; none where no points are known."""
    if not area.questions:
        return ()
    results: Mapping[str, QuestionResult] = {question.code: question for question in area.questions}
    return tuple(
        QuestionRow(
            question,
            results.get(question.code),
            tuple(star for star in stars if star.question == question.code),
        )
        for question in definition.questions
    )


def _no_questions(version: MethodVersion, definition: AreaDefinition) -> Message:
    if definition.questions:
        return say("The points of the questions were not found in the sources we have read.")
    return say(
        "The list of questions of method version %(version)s is not known to us.",
        version=version.version,
    )
