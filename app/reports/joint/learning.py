"""What they can learn from each other: best practice, gaps, who teaches whom, in which order."""

from decimal import Decimal
from typing import Final

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import Line, may_be_best
from app.contents.comparisons.sections import Star
from app.contents.comparisons.wording import AREAS_APART
from app.domain.evaluation import FindingKind
from app.domain.evaluation_parts import FINDING_HEADINGS, is_star_of_area
from app.domain.learning import area_of_star
from app.domain.message import Message, Points, say
from app.domain.wording.instrument import GOLD_STARS_JUDGED
from app.reports.document import (
    Block,
    Bullets,
    ReportSection,
    RunText,
    TableBlock,
    Tone,
)
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import (
    area_name,
    known_points,
    line_name,
    linked_name,
    names_of,
    points_cell,
)
from app.reports.joint.results import tells_of_best
from app.reports.joint.teaching import order, too_small, who_teaches_whom
from app.reports.shared_blocks import star_text
from app.reports.teller import Teller
from app.web.api.attribution import RETOLD_PRACTICES
from app.web.words.runs import Run

COLON: Final = (Run(": "),)
COMMA: Final = (Run(", "),)


def learning(found: JointMaterial, tell: Teller) -> ReportSection:
    """All of it; where points of two are known for no area, what can be said without them."""
    can = found.content.can_learn_together
    blocks: tuple[Block, ...] = ()
    if not can:
        blocks = tell.paragraph(_why_nothing(found), tone=Tone.MISSING)
    else:
        blocks = tell.paragraph(*found.content.gaps.area_scope.words, tone=Tone.MISSING)
    sections = (
        *(_best(found, tell) if can else ()),
        _questions(found, tell),
        *_stars(found, tell),
        *((_gaps(found, tell),) if can else ()),
        *_weak_in_several(found, tell),
        *((who_teaches_whom(found, tell),) if can else ()),
        *too_small(found, tell),
        *((order(found, tell),) if can else ()),
    )
    title = tell.plain(say("What they can learn from each other"))
    return ReportSection("learning", title, blocks, sections)


def _why_nothing(found: JointMaterial) -> Message:
    if not found.content.areas.allowed.allowed:
        return AREAS_APART
    return say(
        "The points of no area are known for two of them, so nobody can be said to be ahead of "
        "another, and no gap to be shared."
    )


def _best(found: JointMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Who is the best in each area, where that may be said at all, and what the report praises."""
    content, blocks = found.content, list[Block]()
    lines = content.areas.lines
    if any(cell.best for line in lines for cell in line.cells):
        blocks.append(
            TableBlock(
                tell.plain(say("The best in each area")),
                (tell.plain(say("Area")), tell.plain(say("The best"))),
                tuple(_best_row(found, line, tell) for line in lines),
            )
        )
    else:
        rule = None if tells_of_best(content) else content.best_words
        blocks += tell.paragraph(_nobody(found), rule, tone=Tone.NOTE)
    strengths = _strengths(found, tell)
    if strengths:
        blocks += tell.paragraph(say("Strengths of the best, retold in our own words"))
        blocks += strengths
    if not blocks:
        return ()  # why nobody may be called so stands with the totals
    return (ReportSection("best", tell.plain(say("Best practice per area")), tuple(blocks)),)


def _nobody(found: JointMaterial) -> Message | None:
    """That nobody stands out, where somebody might have been called the best."""
    content = found.content
    if not may_be_best(content.compared, content.areas.allowed):
        return None
    return content.gaps.area_scope.within(
        say("nobody stands out."), say("Nobody stands out in any area.")
    )


def _best_in(found: JointMaterial, line: Line) -> list[tuple[Compared, Decimal]]:
    return [
        (one, score)
        for one, cell in zip(found.compared, line.cells, strict=True)
        if cell.best and (score := cell.figure.score) is not None
    ]


def _strengths(found: JointMaterial, tell: Teller) -> tuple[Block, ...]:
    """The strengths of whoever is the best, area by area as a list, where the report has any."""
    blocks: list[Block] = []
    for line in found.content.areas.lines:
        for one, _ in _best_in(found, line):
            area = one.evaluation.area(int(line.measure.value))
            strengths = area.findings_of(FindingKind.STRENGTH)
            if strengths:
                blocks += tell.paragraph(
                    say("%(area)s, %(name)s:", area=line_name(line), name=one.name)
                )
                blocks.append(Bullets(tuple(tell.finding(strength) for strength in strengths)))
    return tuple(blocks)


def _best_row(found: JointMaterial, line: Line, tell: Teller) -> tuple[RunText, ...]:
    best = _best_in(found, line)
    if best:
        return (tell.text(line_name(line)), tell.text(points_cell(line, best)))
    if line.known > 1:
        nobody = say("nobody stands out")
    elif len(found.compared) == 2:
        nobody = say("points not known for both")
    else:
        nobody = say("points known for fewer than two of them")
    return (tell.text(line_name(line)), tell.text(nobody))


def _questions(found: JointMaterial, tell: Teller) -> ReportSection:
    """Who stands out on single questions."""
    asked, leading = found.content.questions, found.together.questions
    title = tell.plain(say("Question by question"))
    blocks: list[Block] = list(tell.paragraph(asked.words, tone=Tone.MISSING))
    if not asked.allowed.allowed and asked.allowed.reason:
        blocks += tell.paragraph(asked.allowed.reason, tone=Tone.MISSING)
    if asked.areas:
        if leading:
            blocks.append(
                TableBlock(
                    tell.plain(say("Who has clearly more points")),
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
    return ReportSection("best-questions", title, tuple(blocks))


def _question_limit(found: JointMaterial) -> Message:
    area = found.content.version.areas[0]
    ten = area.max / 10
    return say(
        "What we call clearly more is our own rule: on a question worth %(max)s points at least "
        "%(limit)s more than the next, and on others in keeping with that.",
        max=Points(ten, 0),
        limit=Points(found.content.small.of_question(ten, area.max)),
    )


def _stars(found: JointMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Every gold star among them: whom to learn what from."""
    stars = found.content.gold_stars
    title = tell.plain(say("Gold stars among them"))
    if not stars:
        none = say("None of them has a gold star that we know of.")
        return (ReportSection("stars", title, tell.paragraph(none, tone=Tone.MISSING)),)
    given = Bullets(tuple(_star(found, star, tell) for star in stars))
    judged = tell.paragraph(GOLD_STARS_JUDGED, RETOLD_PRACTICES, tone=Tone.NOTE)
    return (ReportSection("stars", title, (given, *judged)),)


def _star(found: JointMaterial, star: Star, tell: Teller) -> RunText:
    version = found.rules.instrument.version(star.holder.version)
    no = area_of_star(star.star, version)
    where = (*COMMA, *tell.text(area_name(version.area(no)))) if no is not None else ()
    return (*linked_name(star.holder, tell), *where, *COLON, *star_text(star.star, tell))


def area_stars_of(found: JointMaterial, no: int) -> tuple[Star, ...]:
    """The gold stars of one area."""
    version = found.rules.instrument.version
    return tuple(
        star
        for star in found.content.gold_stars
        if is_star_of_area(star.star, version(star.holder.version).area(no))
    )


def area_stars(found: JointMaterial, no: int, tell: Teller) -> tuple[RunText, ...]:
    """The same in words, with who holds them."""
    return tuple(
        (*linked_name(star.holder, tell), *COLON, *star_text(star.star, tell))
        for star in area_stars_of(found, no)
    )


def _gaps(found: JointMaterial, tell: Teller) -> ReportSection:
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
        blocks += tell.paragraph(content.gaps.no_area)
    blocks += tell.paragraph(*content.gaps.question_words)
    if content.question_gaps:
        blocks += tell.bullets(
            [
                say("%(code)s %(label)s", code=line.definition.code, label=line.definition.label)
                for line in content.question_gaps
            ]
        )
    return ReportSection("gaps", tell.plain(say("Shared gaps")), tuple(blocks))


def _weak_in_several(found: JointMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The areas in which several have challenges or weaknesses."""
    kinds = (FindingKind.CHALLENGE, FindingKind.WEAKNESS)
    rows = [
        (tell.text(area_name(area)), *(_holders(found, area.no, kind, tell) for kind in kinds))
        for area in found.areas
    ]
    kept = tuple(row for row in rows if row[1] or row[2])
    if not kept:
        return ()
    title = tell.plain(say("Challenges and weaknesses that several have"))
    heads = (say("Area"), *(FINDING_HEADINGS[kind] for kind in kinds))
    note = say("The chapter of each area says what they are. They need not be the same ones.")
    return (
        ReportSection(
            "weak-in-several",
            title,
            (
                TableBlock(title, tuple(tell.plain(head) for head in heads), kept),
                *tell.paragraph(note, tone=Tone.NOTE),
            ),
        ),
    )


def _holders(found: JointMaterial, no: int, kind: FindingKind, tell: Teller) -> RunText:
    """Whose reports have findings of a kind in an area, where there are several."""
    having = [one for one in found.compared if one.evaluation.area(no).findings_of(kind)]
    return tell.text(say("%(names)s", names=names_of(having))) if len(having) > 1 else ()
