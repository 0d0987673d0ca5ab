"""The figure of totals over the years: a line for each municipality, one figure a method family."""

from app.charts.look import SeriesRole
from app.charts.slopes.drawing import SlopeLine, SlopePoint
from app.charts.slopes.figure import SlopesFigure
from app.charts.writing import Writer
from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.over_time import OverTime, rose_most
from app.contents.comparisons.wording import name_of
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.gap import Standing
from app.domain.message import Message, Say, say, say_n
from app.domain.score import Measure
from app.domain.wording.figures import history_title
from app.domain.wording.numbers import spelled
from app.domain.wording.sets import versions_used_words
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def slopes_figure(content: CompareContent, words: Say, at: int = 0) -> SlopesFigure | None:
    """The totals by methods of the family in this place; None where there is no such family. The
    marks are those that the municipalities have in the other figures."""
    if at >= len(content.over_time):
        return None
    found, roles = content.over_time[at], tuple(SeriesRole)
    return SlopesFigure(
        words(_title(content, found)),
        max=found.maximum,
        lines_over_time=tuple(
            SlopeLine(
                words(name_of(line.name, line.slug, content.own)),
                roles[line.first_chosen],
                tuple(
                    SlopePoint(one.year, one.score(Measure.TOTAL), str(segment))
                    for one, segment in zip(line.evaluations, line.segments, strict=True)
                ),
            )
            for line in found.lines
        ),
        none=words(say("not evaluated, as far as we know")),
        write=Writer(words, OF_TOTALS),
        subtitle=words(
            say(
                "Total, out of %(max)s points. %(versions)s",
                max=total_points(found.maximum),
                versions=versions_used_words([one.evaluation for one in _shown(content, found)]),
            )
        ),
    )


def slopes_provenance(content: CompareContent, at: int = 0) -> Provenance:
    """What has to be said of the lines of the family in this place."""
    found = content.over_time[at]
    shown = _shown(content, found)
    ids = {one.id for one in shown}
    basis = [
        say(
            "Every evaluation that we know of %(names)s by these methods. A line joins only "
            "results that can be compared.",
            names=tuple(line.name for line in found.lines),
        ),
        *([say("%(title)s", title=found.caution)] if found.caution else []),
        *(content.levels.words if content.levels else ()),
    ]
    remarks = [
        remark
        for remark in (*content.remarks, *content.line_remarks)
        if remark.of.id in ids and remark.discrepancy.measure is Measure.TOTAL
    ]
    sources = tuple(dict.fromkeys(one.evaluation.source for one in shown))
    return Provenance(tuple(basis), OF_SEVERAL, sources, len(remarks), "/sammenlign")


def _shown(content: CompareContent, found: OverTime) -> list[Compared]:
    """The evaluations of the lines, oldest first."""
    ids = {one.id for line in found.lines for one in line.evaluations}
    both = (*content.compared, *content.earlier_and_later)
    return sorted((one for one in both if one.id in ids), key=lambda one: one.summary.year)


def _title(content: CompareContent, found: OverTime) -> Message:
    """The ends of the only line; who rose the most, where one country and one method make that
    safe to say (decision 22); else how many rose."""
    moved = [line for line in found.lines if line.ends]
    if len(moved) == 1 and moved[0].ends:
        return history_title(moved[0].name, *moved[0].ends)
    may_order = found.caution is None and not content.levels
    first = rose_most(found, content.small.over_time.total) if may_order else None
    if first is None or first.ends is None:
        return risen_words(found)
    (first_year, before), (last_year, after) = first.ends
    return say(
        "%(name)s has risen the most: from %(before)s points in %(first)s to %(after)s in %(last)s",
        name=first.name,
        first=str(first_year),
        before=total_points(before),
        last=str(last_year),
        after=total_points(after),
    )


def risen_words(found: OverTime) -> Message:
    """How many of those with two totals have clearly more points than the first time."""
    changes = [line.change for line in found.lines if line.change]
    risen = sum(change.standing is Standing.ABOVE for change in changes)
    if not risen:
        return say(
            "None of the %(of)s has clearly more points than the first time",
            of=spelled(len(changes)),
        )
    if risen == len(changes) == 2:
        return say("Both have clearly more points than the first time")
    return say_n(
        "%(n)s of %(of)s has clearly more points than the first time",
        "%(n)s of %(of)s have clearly more points than the first time",
        risen,
        of=len(changes),
    )
