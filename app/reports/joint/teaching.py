"""Who among them can teach whom, what is too near to be told apart, and where to begin."""

from collections.abc import Sequence

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import Line
from app.contents.comparisons.together import AlikeLine, Complement, FirstStep
from app.domain.message import Message, say
from app.reports.document import Block, Bullets, ReportSection, TableBlock, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import known_points, line_name, name_in_list, names_of, points_cell
from app.reports.teller import Teller


def who_teaches_whom(found: JointMaterial, tell: Teller) -> ReportSection:
    """Who is clearly ahead in what, and who can teach each other."""
    title = tell.plain(say("Who can teach whom"))
    if found.together.why_not:
        return ReportSection(
            "complementary", title, tell.paragraph(*found.together.why_not, tone=Tone.MISSING)
        )
    taught = found.together.taught
    if not taught:
        nobody = found.content.gaps.area_scope.within(
            say("nobody is clearly ahead of another."),
            say("In no area is anybody clearly ahead of another."),
        )
        return ReportSection("complementary", title, tell.paragraph(nobody))
    table = TableBlock(
        tell.plain(say("Who is clearly ahead in each area")),
        (
            tell.plain(say("Area")),
            tell.plain(say("Clearly ahead")),
            tell.plain(say("Clearly behind")),
            tell.plain(say("From first to last")),
        ),
        tuple(
            (
                tell.text(line_name(one.line)),
                tell.text(points_cell(one.line, one.strongest)),
                tell.text(points_cell(one.line, one.behind)),
                tell.points(one.furthest, one.line.decimals),
            )
            for one in taught
        ),
        frozenset((3,)),
    )
    both = tuple(
        tell.text(*said) for one in found.together.complements for said in [_each_other(one)]
    )
    pairs: tuple[Block, ...] = (
        (*tell.paragraph(say("These can teach each other:")), Bullets(both))
        if both
        else tell.paragraph(_no_pair(found))
    )
    return ReportSection("complementary", title, (table, *pairs))


def _no_pair(found: JointMaterial) -> Message | None:
    """That no two are each ahead of the other, where more than one area could have shown it."""
    known = found.content.gaps.area_scope
    if known.known < 2:
        return None
    if known.is_pair:
        return known.within(
            say("only one of them is clearly ahead."),
            say("Only one of them is clearly ahead of the other, and nowhere behind."),
        )
    return known.within(
        say("no two of them are each clearly ahead of the other in something."),
        say("No two of them are each clearly ahead of the other in something."),
    )


def _each_other(one: Complement) -> tuple[Message, Message]:
    return (
        _is_ahead(one.first, one.other, one.first_ahead),
        _is_ahead(one.other, one.first, one.other_ahead),
    )


def _is_ahead(first: Compared, other: Compared, lines: Sequence[Line]) -> Message:
    return say(
        "%(first)s is clearly ahead of %(other)s in %(areas)s.",
        first=first.name,
        other=other.name,
        areas=tuple(line_name(line) for line in lines),
    )


def too_small(found: JointMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """What is too near to be told apart, as a list."""
    said = [words for line in found.together.alike for words in _alike_words(found, line)]
    if not said:
        return ()
    title = tell.plain(say("Differences too small to matter"))
    return (ReportSection("alike", title, tell.bullets(said)),)


def _alike_words(found: JointMaterial, one: AlikeLine) -> list[Message]:
    """All of them in a sentence where it is all, else those whom each is like."""
    area = line_name(one.line)
    if one.all:
        points = known_points(one.line, found.compared)
        if one.line.known < len(found.compared):
            return [
                say(
                    "%(area)s, all whose points are known are about the same: %(points)s.",
                    area=area,
                    points=points,
                )
            ]
        return [say("%(area)s, all about the same: %(points)s.", area=area, points=points)]
    others: dict[str, list[Compared]] = {}
    for first, other in one.pairs:
        others.setdefault(first.name, []).append(other)
    return [
        say(
            "%(area)s: %(name)s is about the same as %(others)s.",
            area=area,
            name=name,
            others=names_of(some),
        )
        for name, some in others.items()
    ]


def order(found: JointMaterial, tell: Teller) -> ReportSection:
    """What to begin with, by a rule of our own that is said."""
    title = tell.plain(say("A suggested order of learning"))
    if found.together.why_not:
        return ReportSection(
            "order", title, tell.paragraph(*found.together.why_not, tone=Tone.MISSING)
        )
    steps = found.together.order
    if not steps:
        nothing = found.content.gaps.area_scope.within(
            say("nobody is clearly ahead, and they share no gap."),
            say("Nobody is clearly ahead in any area, and they share no gap."),
        )
        return ReportSection("order", title, tell.paragraph(nothing))
    return ReportSection(
        "order",
        title,
        (
            Bullets(tuple(tell.text(*_step(found, step)) for step in steps), numbered=True),
            *tell.paragraph(*_order_rule(steps), tone=Tone.NOTE),
        ),
    )


def _order_rule(steps: Sequence[FirstStep]) -> tuple[Message, ...]:
    """The rule of the order, as much of it as these steps are put in order by; nothing where there
    is one step."""
    if len(steps) < 2:
        return ()
    taught = [step for step in steps if step.taught is not None]
    said = [say("The order is our own rule, and no advice of the evaluators.")]
    if len(taught) > 1:
        said.append(
            say(
                "Of the areas in which one of them is clearly ahead of another, those come first "
                "in which the last is furthest behind, because help is nearest there."
            )
        )
    if taught and len(taught) < len(steps):
        said.append(
            say(
                "The gaps in which none of them can teach another come last: for those they have "
                "to ask others."
            )
        )
    if not taught:
        said.append(say("These areas stand as the method has them."))
    return tuple(said)


def _step(found: JointMaterial, step: FirstStep) -> tuple[Message, ...]:
    if step.taught is None:
        area = name_in_list(step.line)
        if step.line.known < len(found.compared):
            return (say("%(area)s: a gap of all whose points are known.", area=area),)
        return (say("%(area)s: a gap that they share.", area=area),)
    first = step.taught
    said = say(
        "%(area)s: %(learners)s can learn from %(teachers)s.",
        area=name_in_list(step.line),
        learners=names_of([other for other, _ in first.behind]),
        teachers=names_of([one for one, _ in first.strongest]),
    )
    if not step.is_gap:
        return (said,)
    if step.line.known < len(found.compared):
        return (said, say("But all whose points are known are under half of the points."))
    return (said, say("But all of them are under half of the points."))
