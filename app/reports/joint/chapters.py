"""A chapter for each area: points, questions and findings of all of them."""

from app.contents.comparisons.measure_lines import Line
from app.contents.comparisons.questions import QuestionArea, QuestionLine
from app.domain.evaluation_parts import finding_columns
from app.domain.message import say
from app.domain.method import AreaDefinition
from app.domain.score import Measure
from app.reports.document import (
    Block,
    Bullets,
    ReportSection,
    RunText,
    TableBlock,
    Tone,
)
from app.reports.joint.learning import area_stars, area_stars_of
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import STAR, cell, linked_name, names_of
from app.reports.shared_blocks import all_findings, unknown_areas
from app.reports.teller import SPACE, Teller


def chapters(found: JointMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The areas of which anything is known, in the order of the method; then the others in one.
    None where they are not the same ones."""
    lines = {line.measure: line for line in found.content.areas.lines}
    asked = {area.definition.no: area for area in found.content.questions.areas}
    known = [area for area in found.areas if _is_known(found, area)]
    if not known:
        return ()  # the section of the areas has said it
    unknown = [area for area in found.areas if area not in known]
    return (
        *(
            _chapter(found, area, lines[Measure.of_area(area.no)], asked.get(area.no), tell)
            for area in known
        ),
        *unknown_areas(unknown, tell),
    )


def _is_known(found: JointMaterial, area: AreaDefinition) -> bool:
    """Whether anything is known of the area, of anybody."""
    return bool(area_stars_of(found, area.no)) or any(
        result.figure.score is not None or result.findings
        for one in found.compared
        for result in [one.evaluation.area(area.no)]
    )


def _chapter(
    found: JointMaterial,
    area: AreaDefinition,
    line: Line,
    asked: QuestionArea | None,
    tell: Teller,
) -> ReportSection:
    anchor = f"area-{area.no}"
    blocks: list[Block] = list(tell.paragraph(area.definition)) if area.definition else []
    blocks.append(_points(found, line, tell))
    if asked is not None:
        blocks.append(_questions(found, asked, tell))
    stars = area_stars(found, area.no, tell)
    sections = list(_findings(found, area, tell))
    if stars:
        title = tell.plain(say("Gold stars"))
        sections.append(ReportSection(f"{anchor}-stars", title, (Bullets(stars),)))
    return ReportSection(
        anchor, tell.plain(area.name), tuple(blocks), tuple(sections), number=str(area.no)
    )


def _points(found: JointMaterial, line: Line, tell: Teller) -> TableBlock:
    return TableBlock(
        tell.plain(say("Points in area %(no)s", no=line.measure.value)),
        (
            tell.plain(say("Evaluation")),
            tell.plain(say("Points")),
            tell.plain(say("Max")),
            tell.plain(say("Share")),
        ),
        tuple(
            (
                linked_name(one, tell),
                cell(figure, line.decimals, tell),
                tell.points(line.max, 0),
                tell.text(tell.share(figure.figure)),
            )
            for one, figure in zip(found.compared, line.cells, strict=True)
        ),
        frozenset((1, 2, 3)),
    )


def _questions(found: JointMaterial, asked: QuestionArea, tell: Teller) -> TableBlock:
    """The questions of those who have them, with the gold stars that they gave."""
    known = found.content.questions.known
    given = {(star.holder.id, star.star.question) for star in found.content.gold_stars}

    def points(line: QuestionLine, at: int) -> RunText:
        found = cell(line.cells[at], asked.decimals, tell)
        starred = (known[at].id, line.definition.code) in given
        return (*found, *SPACE, *tell.text(STAR)) if starred else found

    return TableBlock(
        tell.plain(say("Points per question, area %(no)s", no=str(asked.definition.no))),
        (
            tell.plain(say("Question")),
            tell.plain(say("Max")),
            *(tell.plain(one.name) for one in known),
        ),
        tuple(
            (
                tell.text(line.definition.code, line.definition.label),
                tell.points(line.definition.max, 0),
                *(points(line, at) for at in range(len(known))),
            )
            for line in asked.lines
        ),
        frozenset(range(1, 2 + len(known))),
    )


def _findings(
    found: JointMaterial, area: AreaDefinition, tell: Teller
) -> tuple[ReportSection, ...]:
    """Strengths, challenges and weaknesses of each; of whom there are some elsewhere and none here,
    that. Who has none at all is named once, at the end."""
    anchor = f"area-{area.no}-findings"
    results = [(one, one.evaluation.area(area.no)) for one in found.compared]
    having = tuple(
        ReportSection(
            f"{anchor}-{one.id.replace('.', '-')}",
            tell.plain(one.name),
            (all_findings(finding_columns(result), tell),),
        )
        for one, result in results
        if result.findings
    )
    without = [
        one
        for one, result in results
        if not result.findings and any(other.findings for other in one.evaluation.areas)
    ]
    if not having and not without:
        return ()
    blocks: tuple[Block, ...] = ()
    if without:
        missing = say(
            "Strengths, challenges and weaknesses of %(names)s: not found in the sources we have "
            "read.",
            names=names_of(without),
        )
        blocks = tell.paragraph(missing, tone=Tone.MISSING)
    title = tell.plain(say("Strengths, challenges and weaknesses"))
    return (ReportSection(anchor, title, blocks, having),)
