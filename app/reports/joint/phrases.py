"""Words that several sections of a joint report need."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import ComparedFigure, Line
from app.contents.comparisons.together import scores_of
from app.domain.decimals import points_of
from app.domain.message import Message, Points, Value, say
from app.domain.method import AreaDefinition
from app.domain.score import Measure
from app.domain.wording.sets import named_points
from app.reports.document import RunText
from app.reports.joint.material import evaluation_path
from app.reports.shared_blocks import in_brackets
from app.reports.teller import Teller

TITLE: Final = say("Joint report on results of Kommunekompasset")
BEST: Final = in_brackets(say("best"))
WORKED_OUT: Final = in_brackets(say("One digit worked out"))
STAR: Final = in_brackets(say("Gold star"))


def line_name(line: Line) -> Message:
    """The total, or an area by number and name."""
    if line.measure is Measure.TOTAL or line.name is None:
        return say("Total")
    return say("%(no)s %(name)s", no=line.measure.value, name=line.name)


def name_in_list(line: Line) -> Message:
    """The same where the list has numbers of its own: "Area 3, Political steering"."""
    if line.measure is Measure.TOTAL or line.name is None:
        return say("Total")
    return say("Area %(no)s, %(name)s", no=line.measure.value, name=line.name)


def area_name(area: AreaDefinition) -> Message:
    """An area by number and name."""
    return say("%(no)s %(name)s", no=str(area.no), name=area.name)


def names_words(some: Sequence[Compared]) -> Message:
    """The names of evaluations by themselves."""
    return say("%(names)s", names=names_of(some))


def names_of(some: Sequence[Compared]) -> tuple[Value, ...]:
    """Evaluations as a list in a sentence."""
    return tuple(one.name for one in some)


def with_points(one: Compared, line: Line, score: Decimal) -> Message:
    """An evaluation with its points in a line."""
    return named_points(one.name, points_of(line.measure, score, line.decimals))


def known_points(line: Line, compared: Sequence[Compared]) -> tuple[Value, ...]:
    """Everybody whose points are known, with them."""
    return tuple(
        with_points(one, line, score)
        for one, score in zip(compared, scores_of(line), strict=True)
        if score is not None
    )


def points_cell(line: Line, some: Sequence[tuple[Compared, Decimal]]) -> Message:
    """Some with their points, as the cell of a table."""
    return say("%(names)s", names=tuple(with_points(one, line, score) for one, score in some))


def cell(found: ComparedFigure, decimals: int, tell: Teller) -> RunText:
    """A figure as a table has it: with what must be known of it, or what stands in its place."""
    score = found.figure.score
    if score is None:
        return tell.figure(found.figure, decimals)
    return tell.text(
        say("%(points)s", points=Points(score, decimals)),
        BEST if found.best else None,
        WORKED_OUT if found.reconstructed else None,
    )


def linked_name(one: Compared, tell: Teller) -> RunText:
    """An evaluation with the way to its page."""
    return tell.link(say("%(title)s", title=one.name), evaluation_path(one))
