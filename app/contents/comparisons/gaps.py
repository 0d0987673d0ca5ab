"""The gaps that those compared share, and of how many areas and questions that is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.comparisons.measure_lines import Line
from app.contents.comparisons.questions import QuestionLine
from app.contents.comparisons.scope import QuestionScope, Scope
from app.domain.message import Message, say


@dataclass(frozen=True, slots=True)
class SharedGaps:
    """Each list with what it is a list of."""

    areas: Sequence[Line]
    questions: Sequence[QuestionLine]
    area_scope: Scope
    question_scope: QuestionScope

    @property
    def no_area(self) -> Message:
        """That they share no area, of those of which that is known."""
        return self.area_scope.within(say("they share no gap."), say("They share no such area."))

    @property
    def question_words(self) -> tuple[Message, ...]:
        """What stands before the questions, or that there are none; nothing where no question is
        known for two."""
        known = self.question_scope
        if not known.known:
            return ()
        unknown = (known.unknown,) if known.unknown else ()
        if not self.questions:
            none = known.within(say("they share no gap."), say("They share no such question."))
            return (none, *unknown)
        if known.is_whole:
            return (say("Questions on which it is so:"),)
        return (*unknown, say("Questions on which it is so, of %(these)s:", these=known.these))
