"""A chapter for each area: points, questions, findings, gold stars, and whom to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.evaluations.areas import AreaPart, QuestionRow
from app.contents.twins.lessons import AreaLesson, Contact
from app.domain.evaluation import DiscrepancyKind
from app.domain.message import say, say_n
from app.domain.score import Measure
from app.domain.wording.instrument import GOLD_STARS_JUDGED
from app.domain.wording.standing import absence_words, short_rank_words
from app.domain.wording.untranslated import findings_language_words
from app.queries.gold_stars import GivenStar
from app.reports.document import (
    Block,
    Bullets,
    PointBox,
    ReportSection,
    RunText,
    TableBlock,
    Tone,
)
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.shared_blocks import (
    FINDINGS_MISSING,
    all_findings,
    star_text,
    unknown_areas,
)
from app.reports.teller import Teller


@dataclass(frozen=True, slots=True)
class First:
    """The areas, by anchor, in which findings and gold stars stand for the first time: there it is
    said whose words and whose judgement they are."""

    findings: str | None
    stars: str | None


def chapters(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The areas of which anything is known, in the order of the method; then the others in one."""
    lessons = {lesson.definition.no: lesson for lesson in found.twins.profile}
    known = [part for part in found.content.areas if is_known(part)]
    unknown = [part for part in found.content.areas if not is_known(part)]
    starred = {no for no, lesson in lessons.items() if lesson.stars}
    first = First(
        findings=next((part.anchor for part in known if part.result.findings), None),
        stars=next(
            (part.anchor for part in known if part.gold_stars or part.definition.no in starred),
            None,
        ),
    )
    return (
        *(_chapter(found, part, lessons.get(part.definition.no), first, tell) for part in known),
        *(unknown_areas([one.definition for one in unknown], tell) if found.knows_anything else ()),
    )


def is_known(part: AreaPart) -> bool:
    """Whether anything is known of the area."""
    return part.result.figure.score is not None or part.has_more or bool(part.words)


def _chapter(
    found: EvaluationMaterial,
    part: AreaPart,
    lesson: AreaLesson | None,
    first: First,
    tell: Teller,
) -> ReportSection:
    no = part.definition.no
    blocks: list[Block] = [_box(found, part, tell)]
    if part.definition.definition:
        blocks += tell.paragraph(part.definition.definition)
    if part.questions:
        blocks.append(_questions(found, part, tell))
        blocks += _sum(part, tell)
    elif part.no_questions and found.content.has_questions:
        blocks += tell.paragraph(part.no_questions, tone=Tone.MISSING)
    blocks += [
        block
        for remark in part.discrepancies
        if remark.kind is not DiscrepancyKind.RECONSTRUCTED_DIGIT
        for block in tell.paragraph(remark.text, tone=Tone.NOTE)
    ]
    judged = tell.paragraph(GOLD_STARS_JUDGED) if part.anchor == first.stars else ()
    own_stars = _stars(part, judged, tell)
    sections = (
        *_texts(part, tell),
        *_findings(found, part, first, tell),
        *own_stars,
        *_learning(part, lesson, () if own_stars else judged, tell),
    )
    return ReportSection(
        part.anchor, tell.plain(part.definition.name), tuple(blocks), sections, number=str(no)
    )


def _box(found: EvaluationMaterial, part: AreaPart, tell: Teller) -> PointBox:
    """The points, with the year and all that is said of them."""
    figure = part.result.figure
    among = found.content.areas_among
    rank = among.ranks.get(Measure.of_area(part.definition.no)) if among else None
    beside = [str(found.evaluation.year)]
    beside += [tell.plain(said) for said in part.words]
    if rank is not None:
        beside.append(tell.plain(say("Rank: %(rank)s", rank=short_rank_words(rank))))
    known = figure.score is not None
    return PointBox(
        tell.plain(say("Points")),
        tell.number(figure.score, found.content.area_decimals)
        if figure.score is not None
        else tell.plain(absence_words(figure.missing))
        if figure.missing
        else "",
        tell.plain(say("out of %(max)s", max=str(int(figure.max)))) if known else "",
        float(figure.share) if figure.share is not None else None,
        tuple(beside),
    )


def _questions(found: EvaluationMaterial, part: AreaPart, tell: Teller) -> TableBlock:
    rows: list[tuple[RunText, ...]] = [
        (
            tell.link(
                say("%(code)s %(label)s", code=row.definition.code, label=row.definition.label),
                f"/sporsmal/{found.evaluation.version}/{row.definition.code}",
            ),
            tell.figure(row.figure, part.question_decimals),
            tell.points(row.definition.max, 0),
            tell.text(tell.share(row.figure)),
            _remarks(row, tell),
        )
        for row in part.questions
    ]
    parts = [tell.part(row.figure) for row in part.questions]
    total, strong = part.sum_of_questions, frozenset[int]()
    if total is not None:
        strong = frozenset((len(rows),))
        parts.append(tell.part(total))
        rows.append(
            (
                tell.text(say("Sum of the questions")),
                tell.figure(total, part.question_decimals),
                tell.points(total.max, 0),
                tell.text(tell.share(total)),
                (),
            )
        )
    heads = (say("Question"), say("Points"), say("Max"), say("Share"), say("Remarks"))
    kept = [at for at in range(len(heads)) if at < 4 or any(row[4] for row in rows)]
    return TableBlock(
        tell.plain(say("The questions of area %(no)s", no=str(part.definition.no))),
        tuple(tell.plain(heads[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        frozenset((1, 2, 3)),
        strong=strong,
        share=3,
        parts=tuple(parts),
    )


def _remarks(row: QuestionRow, tell: Teller) -> RunText:
    """What stands beside the points of a question."""
    note = row.result.note if row.result else None
    return tell.text(
        say("Gold star") if row.gold_stars else None,
        say("One digit worked out") if row.reconstructed else None,
        note,
    )


def _sum(part: AreaPart, tell: Teller) -> Sequence[Block]:
    """That the known questions do not give all points of the area, where it is so."""
    definition = part.definition
    told = any(one.kind is DiscrepancyKind.MAXIMA_INCOMPLETE for one in part.discrepancies)
    if told or not definition.points_not_shown:
        return ()
    return tell.paragraph(
        say(
            "The area can give %(max)s points, but the questions printed add up to %(sum)s.",
            max=str(int(definition.max)),
            sum=str(int(definition.max - definition.points_not_shown)),
        ),
        tone=Tone.NOTE,
    )


def _texts(part: AreaPart, tell: Teller) -> tuple[ReportSection, ...]:
    """What the evaluators wrote of single questions."""
    return tuple(
        ReportSection(
            f"question-{row.definition.code.replace('.', '-')}",
            tell.plain(row.definition.label),
            tell.quotation(row.result.text),
            number=row.definition.code,
        )
        for row in part.questions
        if row.result is not None and row.result.text is not None
    )


def _findings(
    found: EvaluationMaterial, part: AreaPart, first: First, tell: Teller
) -> tuple[ReportSection, ...]:
    """The three columns. Where no area has any, the appendix says so once."""
    title = tell.plain(say("Strengths, challenges and weaknesses"))
    anchor = f"{part.anchor}-findings"
    if not found.content.has_findings:
        return ()
    if not part.result.findings:
        missing = tell.paragraph(FINDINGS_MISSING, tone=Tone.MISSING)
        return (ReportSection(anchor, title, missing),)
    retold = (
        tell.paragraph(
            found.content.retold_words,
            findings_language_words((found.evaluation,), tell.language),
        )
        if part.anchor == first.findings
        else ()
    )
    return (ReportSection(anchor, title, (*retold, all_findings(part.finding_columns, tell))),)


def _stars(part: AreaPart, judged: Sequence[Block], tell: Teller) -> tuple[ReportSection, ...]:
    """Its own gold stars in the area."""
    if not part.gold_stars:
        return ()
    return (
        ReportSection(
            f"{part.anchor}-stars",
            tell.plain(say("Gold stars")),
            (*judged, Bullets(tuple(star_text(star, tell) for star in part.gold_stars))),
        ),
    )


def alike(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Who is looked among for somebody to learn from, by which rule, and in which areas nobody
    there does better: said once, before the chapters that name somebody."""
    twins = found.twins
    if not twins.profile:
        return ()
    blocks = [*tell.paragraph(*twins.lead[:-1]), *tell.paragraph(twins.looked_among_words)]
    blocks += [
        passage for reason in twins.cautions for passage in tell.paragraph(reason, tone=Tone.NOTE)
    ]
    nobody = (
        say_n(
            "Area %(areas)s: %(words)s",
            "Areas %(areas)s: %(words)s",
            len(areas),
            areas=areas,
            words=words,
        )
        for words, areas in (twins.nobody_better.items() if twins.rows else ())
    )
    return (ReportSection("alike", tell.plain(twins.title), (*blocks, *tell.bullets([*nobody]))),)


def _learning(
    part: AreaPart, lesson: AreaLesson | None, judged: Sequence[Block], tell: Teller
) -> tuple[ReportSection, ...]:
    """Who among those like it does better, with their gold stars there; none where nobody does."""
    if lesson is None:
        return ()
    blocks: list[Block] = []
    if lesson.contacts:
        said = say(
            "Of those like %(name)s, these have clearly more points in this area:",
            name=lesson.name,
        )
        blocks += tell.paragraph(said)
        blocks.append(Bullets(tuple(_contact(one, lesson, tell) for one in lesson.contacts)))
    if lesson.other_stars:
        said = say(
            "Gold stars in this area of others like %(name)s, which need not have more points:",
            name=lesson.name,
        )
        blocks += tell.paragraph(said)
        blocks.append(Bullets(tuple(_given_star(star, tell) for star in lesson.other_stars)))
    if not blocks:
        return ()
    title = tell.plain(say("Whom to learn from"))
    return (ReportSection(f"{part.anchor}-learn", title, (*judged, *blocks)),)


def _contact(one: Contact, lesson: AreaLesson, tell: Teller) -> RunText:
    summary = one.twin.summary
    named = tell.link(
        say("%(name)s %(year)s", name=summary.name, year=str(summary.year)),
        f"/kommuner/{summary.municipality}/{summary.path}",
    )
    points = tell.text(
        say(
            ": %(points)s, %(more)s.",
            points=tell.number(one.better.score, lesson.decimals),
            more=one.more_words(lesson.decimals),
        ),
        *(
            say(
                "Gold star in %(year)s: %(practice)s.",
                year=str(star.evaluation.year),
                practice=star.star.practice,
            )
            for star in one.stars
        ),
    )
    return (*named, *points)


def _given_star(given: GivenStar, tell: Teller) -> RunText:
    evaluation = given.evaluation
    named = tell.link(
        say("%(name)s %(year)s", name=evaluation.name, year=str(evaluation.year)),
        f"/kommuner/{evaluation.municipality}/{evaluation.path}",
    )
    return (*named, *tell.text(say(": %(practice)s", practice=given.star.practice)))
