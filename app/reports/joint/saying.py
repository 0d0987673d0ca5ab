"""Words that several sections of a joint report need."""

from collections.abc import Sequence
from decimal import Decimal

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import ComparedFigure, Line
from app.contents.comparisons.together import scores_of
from app.domain.decimals import points_of
from app.domain.message import Message, Value, say
from app.domain.method import AreaDefinition
from app.domain.score import Measure
from app.domain.wording.sets import named_points
from app.reports.document import Text
from app.reports.joint.material import evaluation_path
from app.reports.telling import Teller


def line_name(line: Line) -> Message:
    """The total, or an area by number and name."""
    if line.measure is Measure.TOTAL or line.name is None:
        return say("Total")
    return say("%(no)s %(name)s", no=line.measure.value, name=line.name)


def area_name(area: AreaDefinition) -> Message:
    """An area by number and name."""
    return say("%(no)s %(name)s", no=str(area.no), name=area.name)


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


def cell(found: ComparedFigure, decimals: int, tell: Teller) -> Text:
    """A figure as a table has it: with what must be known of it, or what stands in its place."""
    return tell.text(
        *(
            said
            for said in (
                say("%(points)s", points=_points(found.figure.score, decimals))
                if found.figure.score is not None
                else None,
                say("(%(words)s)", words=say("best")) if found.best else None,
                say("(%(words)s)", words=say("One digit worked out"))
                if found.reconstructed
                else None,
            )
            if said is not None
        )
    ) or tell.figure(found.figure, decimals)


def _points(value: Decimal, decimals: int) -> Value:
    return points_of(Measure.AREA_1, value, decimals)


def linked_name(one: Compared, tell: Teller) -> Text:
    """An evaluation with the way to its page."""
    return tell.link(say("%(title)s", title=one.name), evaluation_path(one))
