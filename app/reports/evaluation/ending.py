"""How a report ends: advice, the municipality's reply, and the appendix."""

from collections.abc import Iterable

from app.contents.sources import sources_of
from app.domain.decimals import OF_TOTALS
from app.domain.evaluation import DiscrepancyKind
from app.domain.message import Message, say, say_n
from app.domain.stated import Source
from app.domain.wording.changes import figure_change_words
from app.domain.wording.instrument import GOLD_STARS_JUDGED
from app.reports.document import (
    Block,
    Bullets,
    ReportSection,
    RunText,
    TableBlock,
    Tone,
)
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.evaluation.not_here import not_here
from app.reports.framing import EVALUATION, list_section, sources_section
from app.reports.shared_blocks import SUGGESTION, WEAK_BY_OUR_RULE, area_cell, star_text, why_weak
from app.reports.teller import Teller


def closing(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The evaluators' advice, or that there is none here; then where the points are to be had.
    None where nothing of the evaluation is known."""
    written = found.evaluation.closing
    if not written and not found.knows_anything:
        return ()
    blocks: list[Block] = list(
        tell.quotation(written)
        if written
        else tell.paragraph(say("There is no advice of the evaluators here."), tone=Tone.MISSING)
    )
    weak = found.twins.areas
    if weak:
        blocks += tell.paragraph(WEAK_BY_OUR_RULE)
        blocks.append(
            Bullets(
                tuple(tell.text(why_weak(lesson)) for lesson in weak),
                numbered=True,
            )
        )
    blocks += tell.paragraph(SUGGESTION)
    return (ReportSection("closing", tell.plain(say("Advice and the way on")), tuple(blocks)),)


def reply(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """What the municipality itself says of it, where it has said anything."""
    given = found.evaluation.reply
    if given is None:
        return ()
    signed = say("%(office)s, %(day)s", office=given.office, day=given.day)
    blocks = (*tell.quotation(given.text, given.language), *tell.paragraph(signed, tone=Tone.NOTE))
    return (ReportSection("reply", tell.plain(say("The municipality's reply")), blocks),)


def appendix(
    found: EvaluationMaterial, tell: Teller, drawn: Iterable[Source] = ()
) -> ReportSection:
    """All points, what is missing, what disagrees, what was corrected, sources, and how to cite.
    `drawn` are the sources of the report's figures."""
    sections = (
        *_points_section(found, tell),
        *_loose_stars(found, tell),
        *list_section("missing", say("What is missing"), not_here(found), tell),
        *_remarks(found, tell),
        *_corrections(found, tell),
        *list_section("notes", say("Notes"), found.evaluation.notes, tell),
        _sources(found, tell, drawn),
    )
    return ReportSection("appendix", tell.plain(say("Appendix")), (), sections)


def _points_section(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    if found.result is None:
        return ()
    return (
        ReportSection("all-points", tell.plain(say("All points")), (_all_points(found, tell),)),
    )


def _all_points(found: EvaluationMaterial, tell: Teller) -> TableBlock:
    """A row for the total, each area and each question."""
    content, rows, strong = found.content, list[tuple[RunText, ...]](), set[int]()
    total = content.evaluation.total
    rows.append(
        (
            tell.text(say("Total")),
            tell.total(total),
            tell.points(total.stated, OF_TOTALS),
            tell.points(total.max, OF_TOTALS),
        )
    )
    strong.add(0)
    for part in content.areas:
        strong.add(len(rows))
        figure = part.result.figure
        rows.append(
            (
                area_cell(part.definition, tell),
                tell.figure(figure, content.area_decimals),
                tell.points(figure.stated, content.stated_decimals),
                tell.points(figure.max, 0),
            )
        )
        rows += [
            (
                tell.text(row.definition.code, row.definition.label),
                tell.figure(row.figure, 1),
                tell.points(row.figure.stated, 1),
                tell.points(row.definition.max, 0),
            )
            for row in part.questions
        ]
    heads = (say("Measure"), say("Points"), say("As printed"), say("Max"))
    kept = [at for at in range(len(heads)) if at != 2 or content.shows_stated]
    return TableBlock(
        tell.plain(say("All points")),
        tuple(tell.plain(heads[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        frozenset(range(1, len(kept))),
        strong=frozenset(strong),
    )


def _loose_stars(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    stars = found.content.loose_stars
    if not stars:
        return ()
    items = tuple(star_text(star, tell) for star in stars)
    title = tell.plain(say("Gold stars of which the area is not known"))
    told = found.content.area_stars or any(lesson.stars for lesson in found.twins.profile)
    judged = () if told else tell.paragraph(GOLD_STARS_JUDGED)
    return (ReportSection("loose-stars", title, (*judged, Bullets(items))),)


def _remarks(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Everything that disagrees, each with what it is about."""
    of_total = [remark.text for remark in found.content.total_discrepancies]
    of_areas = [
        say("Area %(no)s: %(remark)s", no=str(part.definition.no), remark=remark.text)
        for part in found.content.areas
        for remark in part.discrepancies
        if remark.kind is not DiscrepancyKind.RECONSTRUCTED_DIGIT
    ]
    title = say("Figures that disagree")
    said = (*of_total, *of_areas, *_digits(found))
    return list_section("discrepancies", title, said, tell)


def _digits(found: EvaluationMaterial) -> tuple[Message, ...]:
    """The questions of which a digit was worked out, in one sentence."""
    codes = tuple(
        remark.question
        for part in found.content.areas
        for remark in part.discrepancies
        if remark.kind is DiscrepancyKind.RECONSTRUCTED_DIGIT and remark.question
    )
    if not codes:
        return ()
    return (
        say_n(
            "A digit of question %(codes)s was lost in the source. It is worked out from the "
            "table, the heading and the sum of the area.",
            "A digit of each of questions %(codes)s was lost in the source. They are worked out "
            "from the tables, the headings and the sums of the areas.",
            len(codes),
            codes=codes,
        ),
    )


def _corrections(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    said = [
        say(
            "Release %(number)s, %(day)s: %(change)s",
            number=str(one.release.number),
            day=one.release.published_at.date(),
            change=figure_change_words(change),
        )
        for one in found.evaluation.corrections
        for change in one.figures
    ]
    return list_section("corrections", say("Corrections"), said, tell)


def _sources(found: EvaluationMaterial, tell: Teller, drawn: Iterable[Source]) -> ReportSection:
    """Where everything was read, the release, and how to cite."""
    history = found.around.history.rows if found.around.history else ()
    references = [one.comparison.reference for one in (found.result.total if found.result else ())]
    published = [
        source
        for one in references
        if one
        for source in (one.source, one.n_source)
        if source is not None
    ]
    lessons = found.twins.profile
    better = [one.twin.summary for lesson in lessons for one in lesson.contacts]
    read = (
        found.evaluation.source,
        *(row.evaluation.source for row in history),
        *published,
        *drawn,
        *sources_of(better, found.content.origins),
        *(star.source for lesson in lessons for star in lesson.stars),
    )
    title = say("%(title)s: %(subtitle)s", title=EVALUATION, subtitle=found.content.heading)
    path = f"{found.content.path}/rapport"
    return sources_section(tell, read, title, path)
