"""What is said of changes between releases: what came, what was corrected, what was withdrawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.changes import TOTAL, ChangeType, Event, RecordKind
from app.domain.correction import Correction, FigureChange
from app.domain.decimals import OF_TOTALS, decimals_of, rounded, total_points
from app.domain.evaluation import Evaluation
from app.domain.message import LocalText, Message, Points, say, say_n
from app.domain.score import Figure
from app.domain.wording.standing import absence_words


def evaluation_title(change: ChangeType, name: str, year: int) -> Message:
    """What happened to an evaluation, as a heading."""
    match change:
        case ChangeType.ADDED:
            return say("Added: the %(year)s evaluation of %(name)s", name=name, year=str(year))
        case ChangeType.CHANGED:
            return say(
                "%(name)s: correction of the evaluation of %(year)s", name=name, year=str(year)
            )
        case ChangeType.MOVED:
            return say("%(name)s: evaluation of %(year)s renamed", name=name, year=str(year))
        case ChangeType.REMOVED:
            return say("%(name)s: evaluation of %(year)s withdrawn", name=name, year=str(year))


def star_title(change: ChangeType, name: str, year: int) -> Message:
    """What happened to a gold star, as a heading."""
    match change:
        case ChangeType.ADDED:
            return say(
                "Added: a gold star for %(name)s, given in %(year)s", name=name, year=str(year)
            )
        case ChangeType.CHANGED:
            return say(
                "%(name)s: correction of a gold star given in %(year)s", name=name, year=str(year)
            )
        case ChangeType.MOVED:
            return say("%(name)s: gold star given in %(year)s renamed", name=name, year=str(year))
        case ChangeType.REMOVED:
            return say("%(name)s: gold star given in %(year)s withdrawn", name=name, year=str(year))


def event_title(event: Event) -> Message:
    """What happened, as a heading."""
    titled = evaluation_title if event.star is None else star_title
    return titled(event.change.change, event.name, event.evaluation.year)


def event_lines(event: Event) -> tuple[Message | LocalText, ...]:
    """What is told of it: a result that came, figures before and after, or what was withdrawn."""
    if event.change.change is ChangeType.REMOVED:
        return (WITHDRAWN_WORDS,)
    if event.star is not None:
        return (event.star.practice, *((event.star.why,) if event.star.why else ()))
    if event.change.change is ChangeType.ADDED:
        return (came_words(event.evaluation.total),)
    figures = tuple(map(figure_change_words, event.figures))
    if event.change.to is not None:
        return (
            say(
                "It was called %(old)s here and is called %(new)s now. The earlier addresses "
                "lead to it.",
                old=event.change.key,
                new=event.change.to,
            ),
            *figures,
        )
    return figures or (NO_FIGURE_CHANGED,)


def came_words(total: Figure) -> Message:
    """The result of an evaluation that came."""
    if total.score is None:
        return say("The total is not known here.")
    return say(
        "The total is %(points)s out of %(max)s points.",
        points=total_points(total.score),
        max=total_points(total.max),
    )


WITHDRAWN_WORDS = say(
    "It is no longer part of the data. The page still shows it as it was in the release before."
)
NO_FIGURE_CHANGED = say(
    "No points have changed; something else has, such as the source, a note or the number of "
    "inhabitants."
)


def what_words(code: str) -> Message:
    """Which figure: the total, an area or a question."""
    if code == TOTAL:
        return say("The total")
    if "." in code:
        return say("Question %(code)s", code=code)
    return say("Area %(no)s", no=code)


def figure_change_words(change: FigureChange) -> Message:
    """A figure before and after."""
    decimals = _decimals(change)
    return say(
        "%(what)s: %(old)s → %(new)s",
        what=what_words(change.code),
        old=_figure_words(change.old, decimals),
        new=_figure_words(change.new, decimals),
    )


def _decimals(change: FigureChange) -> int:
    """Those of a total, unless the correction is one of decimals."""
    scores = [figure.score for figure in (change.old, change.new) if figure is not None]
    if change.code != TOTAL:
        return decimals_of(scores)
    shown = {None if score is None else rounded(score, OF_TOTALS) for score in scores}
    return decimals_of(scores) if len(shown) < len(set(scores)) else OF_TOTALS


def _figure_words(figure: Figure | None, decimals: int) -> Message:
    if figure is not None and figure.missing is not None:
        return absence_words(figure.missing)
    if figure is None or figure.score is None:
        return say("not there")
    if figure.stated is not None and figure.stated != figure.score:
        return say(
            "%(points)s of %(max)s (%(stated)s in print)",
            points=Points(figure.score, decimals),
            max=Points(figure.max),
            stated=Points(figure.stated),
        )
    return say(
        "%(points)s of %(max)s", points=Points(figure.score, decimals), max=Points(figure.max)
    )


def reason_words(reason: LocalText) -> Message:
    """Why something was done, in the words of whoever did it."""
    return say("The reason given: %(reason)s", reason=reason)


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction as it is told beside the figure. `release` is the one it came with, `reason`
    why it was made, where that was said."""

    words: Message
    release: int
    reason: Message | None = None


def correction_lines(evaluations: Iterable[tuple[str, Evaluation]]) -> tuple[CorrectionLine, ...]:
    """What was corrected lately, of evaluations by the name of their municipality."""
    return tuple(
        CorrectionLine(
            correction_words(name, evaluation.year, one),
            one.release.number,
            reason_words(one.release.reason) if one.release.reason else None,
        )
        for name, evaluation in evaluations
        for one in evaluation.corrections
        if one.is_recent
    )


def correction_words(name: str, year: int, correction: Correction) -> Message:
    """When an evaluation was corrected, and the figures before and after."""
    return say(
        "The evaluation of %(name)s in %(year)s was corrected on %(day)s (release %(number)s). "
        "%(changes)s.",
        name=name,
        year=str(year),
        day=correction.release.published_at.date(),
        number=str(correction.release.number),
        changes=tuple(map(figure_change_words, correction.figures)),
    )


KIND_WORDS: Mapping[RecordKind, Message] = {
    RecordKind.EVALUATION: say("Evaluations"),
    RecordKind.GOLD_STAR: say("Gold stars"),
    RecordKind.MUNICIPALITY: say("Municipalities"),
    RecordKind.LINEAGE: say("Mergers and divisions"),
    RecordKind.REFERENCE_AVERAGE: say("Published averages"),
    RecordKind.KNOWN_EVALUATED: say("How many are known to be evaluated"),
    RecordKind.METHOD_VERSION: say("Method versions"),
    RecordKind.INSTRUMENT: say("Rules of the method"),
    RecordKind.GROUP_SCHEME: say("Groupings of municipalities"),
}
"""Kinds of record, as a table names them."""


def more_words(count: int) -> Message:
    """How many are not listed one by one."""
    return say_n("%(n)s more is in the data.", "%(n)s more are in the data.", count)
