"""Questions side by side: only where two or more have them, of versions that allow it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.comparisons.compared import Compared, may_compare
from app.contents.comparisons.measure_lines import ComparedFigure
from app.domain.comparability import Comparability
from app.domain.decimals import decimals_of
from app.domain.message import Message, say
from app.domain.method import AreaDefinition, Instrument, QuestionDefinition
from app.domain.score import Figure, Level, MissingKind


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question; a cell for each evaluation whose questions are known.

    No cell is called the best: nothing that the reports say settles how much one question may err.
    """

    definition: QuestionDefinition
    cells: tuple[ComparedFigure, ...]


@dataclass(frozen=True, slots=True)
class QuestionArea:
    """The questions of one area."""

    definition: AreaDefinition
    lines: tuple[QuestionLine, ...]

    @property
    def decimals(self) -> int:
        """With how many decimals the questions are shown."""
        return decimals_of(cell.figure.score for line in self.lines for cell in line.cells)


@dataclass(frozen=True, slots=True)
class Questions:
    """What is known question by question. `areas` is empty where nothing may be compared."""

    known: tuple[Compared, ...]
    allowed: Comparability
    areas: tuple[QuestionArea, ...]
    words: Message | None
    """For whom questions are known, where it is not for all."""

    @property
    def lines(self) -> tuple[QuestionLine, ...]:
        return tuple(line for area in self.areas for line in area.lines)


def questions(compared: Sequence[Compared], instrument: Instrument) -> Questions:
    """Sets the questions of those who have them side by side."""
    known = tuple(one for one in compared if _has_questions(one))
    # Where fewer than two have them, it is of the whole choice that one wants to know.
    allowed = may_compare(
        known if len(known) > 1 else compared, instrument.comparability, Level.QUESTION
    )
    areas: tuple[QuestionArea, ...] = ()
    if len(known) > 1 and allowed.allowed:
        versions = [instrument.version(one.version) for one in known]
        newest = max(versions, key=lambda v: (v.has_questions, v.year_from))
        areas = tuple(
            QuestionArea(
                area, tuple(_line(question, known, instrument) for question in area.questions)
            )
            for area in newest.areas
            if area.questions
        )
    return Questions(known, allowed, areas, _words(compared, known))


def _has_questions(one: Compared) -> bool:
    return any(
        question.figure.score is not None
        for area in one.evaluation.areas
        for question in area.questions
    )


def _line(
    definition: QuestionDefinition, known: Sequence[Compared], instrument: Instrument
) -> QuestionLine:
    cells = []
    for one in known:
        result = one.evaluation.question(definition.code)
        if result is None:
            asked = instrument.version(one.version).question(definition.code) is not None
            why = MissingKind.NOT_FOUND if asked else MissingKind.NOT_IN_VERSION
            cells.append(ComparedFigure(Figure(None, None, definition.max, why)))
        else:
            cells.append(ComparedFigure(result.figure, reconstructed=result.reconstructed))
    return QuestionLine(definition, tuple(cells))


def _words(compared: Sequence[Compared], known: Sequence[Compared]) -> Message | None:
    if len(known) == len(compared):
        return None
    if not known:
        return say("The points of single questions have not been found for any of them.")
    return say(
        "The points of single questions are known only for %(names)s.",
        names=tuple(one.name for one in known),
    )
