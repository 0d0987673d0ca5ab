"""Of how many areas or questions it can be said at all who is ahead and which gaps are shared.

It takes the points of two. Of the others it is unknown, which is not the same as no: a sentence
that says "none" names those that it is said of (design rule 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.comparisons.measure_lines import LineOfFigures
from app.domain.message import Message, say, say_n
from app.domain.wording.numbers import spelled


@dataclass(frozen=True, slots=True)
class Scope:
    """Areas by `known`, how many of them are known for at least two, of `of`. `is_whole` where
    nothing is missing of anybody: then what is said of them needs no more words."""

    known: int
    of: int
    is_whole: bool
    is_pair: bool

    @property
    def whom(self) -> Message:
        """For whom they are known, after "known for"."""
        return say("both") if self.is_pair else say("at least two of them")

    @property
    def these(self) -> Message:
        """Those known, as they are named in a sentence."""
        return say_n(
            "the one area known for %(whom)s",
            "the %(count)s areas known for %(whom)s",
            self.known,
            count=spelled(self.known),
            whom=self.whom,
        )

    @property
    def unknown(self) -> Message | None:
        """That it is unknown of the others, where there are any."""
        others = self.of - self.known
        if not others:
            return None
        return say_n(
            "Of the one other area it is unknown.",
            "Of the other %(count)s areas it is unknown.",
            others,
            count=spelled(others),
        )

    @property
    def words(self) -> tuple[Message, ...]:
        """Of which ones anything can be said, and that the others are unknown; nothing where all
        are known."""
        if self.unknown is None or not self.known:
            return ()
        return (
            say(
                "Who is ahead and which gaps they share can be said only of %(these)s.",
                these=self.these,
            ),
            self.unknown,
        )

    def within(self, said: Message, whole: Message) -> Message:
        """`whole` where everything is known, else what is said, of those known alone."""
        return (
            whole if self.is_whole else say("Of %(these)s: %(said)s", these=self.these, said=said)
        )


@dataclass(frozen=True, slots=True)
class QuestionScope(Scope):
    """The same of questions."""

    @property
    def these(self) -> Message:
        return say_n(
            "the one question known for %(whom)s",
            "the %(count)s questions known for %(whom)s",
            self.known,
            count=spelled(self.known),
            whom=self.whom,
        )

    @property
    def unknown(self) -> Message | None:
        others = self.of - self.known
        if not others:
            return None
        return say_n(
            "Of the one other question it is unknown.",
            "Of the other %(count)s questions it is unknown.",
            others,
            count=spelled(others),
        )


def scope(lines: Sequence[LineOfFigures], compared: int) -> Scope:
    """What is known of areas."""
    return Scope(*_counted(lines, compared))


def question_scope(lines: Sequence[LineOfFigures], compared: int) -> QuestionScope:
    """What is known of questions."""
    return QuestionScope(*_counted(lines, compared))


def _counted(lines: Sequence[LineOfFigures], compared: int) -> tuple[int, int, bool, bool]:
    counts = [sum(cell.figure.score is not None for cell in line.cells) for line in lines]
    return (
        sum(count > 1 for count in counts),
        len(counts),
        all(count == compared for count in counts),
        compared == 2,
    )
