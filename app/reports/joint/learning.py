"""What they can learn from each other: best practice, gaps, who teaches whom, in which order."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import Line
from app.contents.comparisons.sections import Star
from app.contents.comparisons.together import AlikeLine, Complement, FirstStep, TaughtArea
from app.domain.decimals import points_of
from app.domain.evaluation import FindingKind
from app.domain.evaluation_parts import FINDING_HEADINGS, is_star_of_area
from app.domain.learning import area_of_star
from app.domain.message import Message, Points, say
from app.reports.document import Block, Bullets, Grid, Section, Text, Tone
from app.reports.evaluation.area_chapters import star_text
from app.reports.joint.material import JointMaterial
from app.reports.joint.saying import (
    area_name,
    known_points,
    line_name,
    linked_name,
    names_of,
    with_points,
)
from app.reports.telling import Teller
from app.web.words.runs import Run

SEPARATOR: Final = (Run(" · "),)
COLON: Final = (Run(": "),)
COMMA: Final = (Run(", "),)


def learning(found: JointMaterial, tell: Teller) -> Section:
    """All of it; where points of two are known for no area, what can be said without them."""
    can = found.content.can_learn_together
    blocks: tuple[Block, ...] = ()
    if not can:
        blocks = tell.paragraph(_why_nothing(found), tone=Tone.MISSING)
    sections = (
        *((_best(found, tell),) if can else ()),
        _questions(found, tell),
        *_stars(found, tell),
        *((_gaps(found, tell),) if can else ()),
        *_weak_in_several(found, tell),
        *((_complementary(found, tell),) if can else ()),
        *_alike(found, tell),
        *((_order(found, tell),) if can else ()),
    )
    title = tell.plain(say("What they can learn from each other"))
    return Section("learning", title, blocks, sections)


def _why_nothing(found: JointMaterial) -> Message:
    if not found.content.areas.allowed.allowed:
        return say("Their areas cannot be compared, because the methods differ.")
    return say(
        "The points of no area are known for two of them, so nobody can be said to be ahead of "
        "another, and no gap to be shared."
    )


def _best(found: JointMaterial, tell: Teller) -> Section:
    """Who is the best in each area, where that may be said at all, and what the report praises."""
    content, blocks = found.content, list[Block]()
    lines = content.areas.lines
    if any(cell.best for line in lines for cell in line.cells):
        blocks.append(
            Grid(
                tell.plain(say("The best in each area")),
                (
                    tell.plain(say("Area")),
                    tell.plain(say("The best")),
                    tell.plain(say("Strengths in the report")),
                ),
                tuple(_best_row(found, line, tell) for line in lines),
            )
        )
    blocks += tell.paragraph(content.best_words, tone=Tone.NOTE)
    return Section("best", tell.plain(say("Best practice per area")), tuple(blocks))


def _best_row(found: JointMaterial, line: Line, tell: Teller) -> tuple[Text, ...]:
    best = [
        (one, cell.figure.score)
        for one, cell in zip(found.compared, line.cells, strict=True)
        if cell.best and cell.figure.score is not None
    ]
    if not best:
        nobody = (
            say("nobody stands out")
            if line.known > 1
            else say("points known for fewer than two of them")
        )
        return (tell.text(line_name(line)), tell.text(nobody), ())
    strengths: Text = ()
    for one, _ in best:
        area = one.evaluation.area(int(line.measure.value))
        for strength in area.findings_of(FindingKind.STRENGTH):
            strengths += (*(SEPARATOR if strengths else ()), *tell.finding(strength))
    return (
        tell.text(line_name(line)),
        tell.text(*(with_points(one, line, score) for one, score in best)),
        strengths,
    )


def _questions(found: JointMaterial, tell: Teller) -> Section:
    """Who stands out on single questions."""
    asked, leading = found.content.questions, found.together.questions
    title = tell.plain(say("Question by question"))
    blocks: list[Block] = list(tell.paragraph(asked.words, tone=Tone.MISSING))
    if not asked.allowed.allowed and asked.allowed.reason:
        blocks += tell.paragraph(asked.allowed.reason, tone=Tone.MISSING)
    if asked.areas:
        if leading:
            blocks.append(
                Grid(
                    tell.plain(say("Who has clearly more points on a question")),
                    (
                        tell.plain(say("Question")),
                        tell.plain(say("Evaluation")),
                        tell.plain(say("Points")),
                        tell.plain(say("Max")),
                    ),
                    tuple(
                        (
                            tell.text(
                                one.line.definition.code,
                                one.line.definition.label,
                            ),
                            tell.text(one.holder.name),
                            tell.points(one.score, one.decimals),
                            tell.points(one.line.definition.max, 0),
                        )
                        for one in leading
                    ),
                    frozenset((2, 3)),
                )
            )
        blocks += tell.paragraph(
            say(
                "On single questions nobody is called the best: how small a difference matters "
                "there has not been settled."
            ),
            _question_limit(found) if leading else None,
            tone=Tone.NOTE,
        )
    return Section("best-questions", title, tuple(blocks))


def _question_limit(found: JointMaterial) -> Message:
    area = found.content.version.areas[0]
    ten = area.max / 10
    return say(
        "Clearly more is our own rule, for a question worth %(max)s points at least %(limit)s more "
        "than the next, and for others in keeping with that.",
        max=Points(ten, 0),
        limit=Points(found.content.small.of_question(ten, area.max)),
    )


def _stars(found: JointMaterial, tell: Teller) -> tuple[Section, ...]:
    """Every gold star among them: whom to learn what from."""
    stars = found.content.gold_stars
    title = tell.plain(say("Gold stars among them"))
    if not stars:
        none = say("None of them has a gold star that we know of.")
        return (Section("stars", title, tell.paragraph(none, tone=Tone.MISSING)),)
    return (Section("stars", title, (Bullets(tuple(_star(found, star, tell) for star in stars)),)),)


def _star(found: JointMaterial, star: Star, tell: Teller) -> Text:
    version = found.rules.instrument.version(star.holder.version)
    no = area_of_star(star.star, version)
    where = (*COMMA, *tell.text(area_name(version.area(no)))) if no is not None else ()
    return (*linked_name(star.holder, tell), *where, *COLON, *star_text(star.star, tell))


def area_stars(found: JointMaterial, no: int, tell: Teller) -> tuple[Text, ...]:
    """The gold stars of one area, with who holds them."""
    return tuple(
        (*linked_name(star.holder, tell), *COLON, *star_text(star.star, tell))
        for star in found.content.gold_stars
        if is_star_of_area(star.star, found.rules.instrument.version(star.holder.version).area(no))
    )


def _gaps(found: JointMaterial, tell: Teller) -> Section:
    """Where none of those whose points are known got half."""
    content = found.content
    blocks: list[Block] = [
        *tell.paragraph(
            say(
                "Where all whose points are known got under half of the points that can be given. "
                "Half is our own limit."
            ),
            tone=Tone.NOTE,
        )
    ]
    if content.area_gaps:
        blocks += tell.bullets(
            [
                say(
                    "%(area)s: %(points)s.",
                    area=line_name(line),
                    points=known_points(line, found.compared),
                )
                for line in content.area_gaps
            ]
        )
    else:
        blocks += tell.paragraph(say("They share no such area."))
    if content.question_gaps:
        blocks += tell.paragraph(say("Questions on which it is so:"))
        blocks += tell.bullets(
            [
                say("%(code)s %(label)s", code=line.definition.code, label=line.definition.label)
                for line in content.question_gaps
            ]
        )
    return Section("gaps", tell.plain(say("Shared gaps")), tuple(blocks))


def _weak_in_several(found: JointMaterial, tell: Teller) -> tuple[Section, ...]:
    """The areas in which the reports of several name challenges or weaknesses."""
    said = []
    for area in found.areas:
        for kind in (FindingKind.CHALLENGE, FindingKind.WEAKNESS):
            having = [
                one for one in found.compared if one.evaluation.area(area.no).findings_of(kind)
            ]
            if len(having) > 1:
                said.append(
                    say(
                        "%(area)s, %(kind)s: %(names)s.",
                        area=area_name(area),
                        kind=FINDING_HEADINGS[kind],
                        names=names_of(having),
                    )
                )
    if not said:
        return ()
    title = tell.plain(say("Challenges and weaknesses that several have"))
    note = tell.paragraph(
        say("What they are stands in the chapter of each area. They need not be the same ones."),
        tone=Tone.NOTE,
    )
    return (Section("weak-in-several", title, (*tell.bullets(said), *note)),)


def _complementary(found: JointMaterial, tell: Teller) -> Section:
    """Who is clearly ahead in what, and who can teach each other."""
    title = tell.plain(say("Who can teach whom"))
    if found.together.why_not:
        return Section(
            "complementary", title, tell.paragraph(*found.together.why_not, tone=Tone.MISSING)
        )
    taught = found.together.taught
    if not taught:
        nobody = say("In no area is anybody clearly ahead of another.")
        return Section("complementary", title, tell.paragraph(nobody))
    table = Grid(
        tell.plain(say("Who is clearly ahead in each area")),
        (
            tell.plain(say("Area")),
            tell.plain(say("The most points")),
            tell.plain(say("Clearly behind")),
        ),
        tuple(
            (
                tell.text(line_name(one.line)),
                tell.text(_ahead(found, one)),
                tell.text(_behind(found, one)),
            )
            for one in taught
        ),
    )
    both = tuple(
        tell.text(*said) for one in found.together.complements for said in [_each_other(one)]
    )
    pairs: tuple[Block, ...] = (
        (*tell.paragraph(say("These can teach each other:")), Bullets(both))
        if both
        else tell.paragraph(say("No two of them are each clearly ahead of the other in something."))
    )
    return Section("complementary", title, (table, *pairs))


def _ahead(found: JointMaterial, one: TaughtArea) -> Message:
    score = _score(found, one.line, one.strongest[0])
    return say(
        "%(names)s: %(points)s",
        names=names_of(one.strongest),
        points=points_of(one.line.measure, score, one.line.decimals),
    )


def _score(found: JointMaterial, line: Line, of: Compared) -> Decimal:
    score = line.cells[found.compared.index(of)].figure.score
    assert score is not None  # noqa: S101 - who is ahead has points
    return score


def _behind(found: JointMaterial, one: TaughtArea) -> Message:
    return say(
        "%(names)s",
        names=tuple(
            say(
                "%(name)s (%(points)s behind)",
                name=other.name,
                points=points_of(one.line.measure, points, one.line.decimals),
            )
            for other, points in one.behind
        ),
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


def _alike(found: JointMaterial, tell: Teller) -> tuple[Section, ...]:
    """What is too near to be told apart, as a list."""
    said = [one for line in found.together.alike for one in [_alike_words(found, line)]]
    if not said:
        return ()
    title = tell.plain(say("Differences too small to matter"))
    return (Section("alike", title, tell.bullets(said)),)


def _alike_words(found: JointMaterial, one: AlikeLine) -> Message:
    if one.all:
        return say(
            "%(area)s, all about the same: %(points)s.",
            area=line_name(one.line),
            points=known_points(one.line, found.compared),
        )
    return say(
        "%(area)s, about the same: %(pairs)s.",
        area=line_name(one.line),
        pairs=tuple(
            say("%(first)s as %(other)s", first=first.name, other=other.name)
            for first, other in one.pairs
        ),
    )


def _order(found: JointMaterial, tell: Teller) -> Section:
    """What to begin with, by a rule of our own that is said."""
    title = tell.plain(say("A suggested order of learning"))
    if found.together.why_not:
        return Section("order", title, tell.paragraph(*found.together.why_not, tone=Tone.MISSING))
    steps = found.together.order
    if not steps:
        nothing = say("Nobody is clearly ahead in any area, and they share no gap.")
        return Section("order", title, tell.paragraph(nothing))
    return Section(
        "order",
        title,
        (
            Bullets(tuple(tell.text(*_step(found, step)) for step in steps), numbered=True),
            *tell.paragraph(
                say(
                    "The order is our own rule, and no advice of the evaluators: first the areas "
                    "in which one of them is clearly ahead of another, those first in which the "
                    "last is furthest behind, because help is nearest there. Then the gaps that "
                    "they share, for which all of them have to ask others."
                ),
                tone=Tone.NOTE,
            ),
        ),
    )


def _step(found: JointMaterial, step: FirstStep) -> tuple[Message, ...]:
    if step.taught is None:
        return (say("%(area)s: a gap that they share.", area=line_name(step.line)),)
    first = step.taught
    said = say(
        "%(area)s: %(learners)s can learn from %(teachers)s.",
        area=line_name(step.line),
        learners=names_of([other for other, _ in first.behind]),
        teachers=names_of(first.strongest),
    )
    if not step.is_gap:
        return (said,)
    return (said, say("But all of them are under half of the points."))
