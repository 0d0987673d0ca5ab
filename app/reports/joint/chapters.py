"""A chapter for each area: points, questions and findings of all of them."""

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.measure_lines import Line
from app.contents.comparisons.questions import QuestionArea
from app.domain.evaluation_parts import finding_columns
from app.domain.message import say
from app.domain.method import AreaDefinition
from app.domain.score import Measure
from app.reports.document import Block, Bullets, Column, Columns, Grid, Section, Text, Tone
from app.reports.evaluation.area_chapters import NONE
from app.reports.joint.learning import area_stars
from app.reports.joint.material import JointMaterial
from app.reports.joint.saying import cell, linked_name, names_of
from app.reports.telling import Teller


def chapters(found: JointMaterial, tell: Teller) -> tuple[Section, ...]:
    """The areas in the order of the method; none where they are not the same ones."""
    lines = {line.measure: line for line in found.content.areas.lines}
    asked = {area.definition.no: area for area in found.content.questions.areas}
    return tuple(
        _chapter(found, area, lines[Measure.of_area(area.no)], asked.get(area.no), tell)
        for area in found.areas
    )


def _chapter(
    found: JointMaterial,
    area: AreaDefinition,
    line: Line,
    asked: QuestionArea | None,
    tell: Teller,
) -> Section:
    anchor = f"area-{area.no}"
    blocks: list[Block] = list(tell.paragraph(area.definition)) if area.definition else []
    blocks.append(_points(found, line, tell))
    if asked is not None:
        blocks.append(_questions(found, asked, tell))
    stars = area_stars(found, area.no, tell)
    sections = [_findings(found, area, tell)]
    if stars:
        title = tell.plain(say("Gold stars"))
        sections.append(Section(f"{anchor}-stars", title, (Bullets(stars),)))
    return Section(
        anchor, tell.plain(area.name), tuple(blocks), tuple(sections), number=str(area.no)
    )


def _points(found: JointMaterial, line: Line, tell: Teller) -> Grid:
    return Grid(
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


def _questions(found: JointMaterial, asked: QuestionArea, tell: Teller) -> Grid:
    """The questions of those who have them, with what each got a gold star for."""
    known = found.content.questions.known
    given = {(star.holder.id, star.star.question) for star in found.content.gold_stars}

    def one_cell(at: int, one: Compared, row: int) -> Text:
        question = asked.lines[row]
        star = (one.id, question.definition.code) in given
        return (
            *cell(question.cells[at], asked.decimals, tell),
            *(tell.text("", say("(%(words)s)", words=say("Gold star"))) if star else ()),
        )

    return Grid(
        tell.plain(say("Points per question, area %(no)s", no=str(asked.definition.no))),
        (
            tell.plain(say("Question")),
            tell.plain(say("Max")),
            *(one.name for one in known),
        ),
        tuple(
            (
                tell.text(line.definition.code, line.definition.label),
                tell.points(line.definition.max, 0),
                *(one_cell(at, one, row) for at, one in enumerate(known)),
            )
            for row, line in enumerate(asked.lines)
        ),
        frozenset(range(1, 2 + len(known))),
    )


def _findings(found: JointMaterial, area: AreaDefinition, tell: Teller) -> Section:
    """Strengths, challenges and weaknesses of each; of whom there are none, that."""
    anchor = f"area-{area.no}-findings"
    results = [(one, one.evaluation.area(area.no)) for one in found.compared]
    having = tuple(
        Section(
            f"{anchor}-{one.id.replace('.', '-')}",
            one.name,
            (
                Columns(
                    tuple(
                        Column(
                            tell.plain(heading),
                            tuple(tell.finding(finding) for finding in findings),
                            tell.plain(NONE),
                            kind.value,
                        )
                        for kind, heading, findings in finding_columns(result)
                    )
                ),
            ),
        )
        for one, result in results
        if result.findings
    )
    without = [one for one, result in results if not result.findings]
    blocks: tuple[Block, ...] = ()
    if without:
        missing = say(
            "Strengths, challenges and weaknesses of %(names)s: not found in the sources we have "
            "read.",
            names=names_of(without),
        )
        blocks = tell.paragraph(missing, tone=Tone.MISSING)
    title = tell.plain(say("Strengths, challenges and weaknesses"))
    return Section(anchor, title, blocks, having)
