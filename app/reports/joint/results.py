"""What each result is: totals, then the eight areas side by side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.charts.chart_table.figure import ChartTableFigure
from app.contents.comparisons.compared import ComparablePart
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.figures import FIGURES, table_figure
from app.contents.comparisons.measure_lines import Line, may_be_best
from app.domain.comparability import Comparability
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.message import Message, Say, say
from app.domain.wording.evaluation import VERSION_BASIS_WORDS, inhabitants_words
from app.reports.document import Block, Notice, ReportSection, RunText, TableBlock, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import cell, line_name, linked_name
from app.reports.pictures import picture
from app.reports.shared_blocks import in_brackets
from app.reports.teller import Teller
from app.web.pictures.figures import FigureMaker

MAKERS: Final = FIGURES.makers
WEBS: Final = ("webs", "webs-2", "webs-3")


def _marks(content: CompareContent, words: Say) -> ChartTableFigure | None:
    """The marks of all area by area, without the points, which stand in the table beside it."""
    figure = table_figure(content, words)
    if figure is None:
        return None
    return replace(figure, heads=(), rows=tuple(replace(row, texts=()) for row in figure.rows))


MARKS: Final = FigureMaker(_marks, MAKERS["table"].provenance)


def totals(found: JointMaterial, tell: Teller) -> ReportSection:
    """Every total, and how far two lie apart."""
    content, line = found.content, found.content.totals.line
    blocks: list[Block] = []
    if line is not None:
        rows = tuple(
            (
                linked_name(one, tell),
                cell(figure, OF_TOTALS, tell),
                tell.text(tell.share(figure.figure)),
                tell.text(
                    one.version,
                    in_brackets(VERSION_BASIS_WORDS[one.evaluation.version_basis]),
                ),
                tell.text(inhabitants_words(one.evaluation)),
            )
            for one, figure in zip(found.compared, line.cells, strict=True)
        )
        heads = (
            say("Evaluation"),
            say("Total (out of %(max)s)", max=total_points(line.max)),
            say("Share"),
            say("Method version"),
            say("Inhabitants"),
        )
        blocks.append(
            TableBlock(
                tell.plain(say("The evaluations and their totals")),
                tuple(tell.plain(head) for head in heads),
                rows,
                frozenset((1, 2)),
            )
        )
        if line.gap_words is not None:
            blocks += tell.paragraph(_gap(found, line.gap_words))
        if tells_of_best(content):
            blocks += tell.paragraph(content.best_words, tone=Tone.NOTE)
    title = tell.plain(say("The evaluations and their totals"))
    return ReportSection("totals", title, tuple(blocks))


def tells_of_best(content: CompareContent) -> bool:
    """Whether the totals say when somebody is called the best: where somebody is, in totals or
    areas, or where nobody may be although there are totals to compare."""
    total = content.totals.line
    if total is None:
        return False
    if any(cell.best for one in (total, *content.areas.lines) for cell in one.cells):
        return True
    return total.known > 1 and not may_be_best(content.compared, content.totals.allowed)


def _gap(found: JointMaterial, words: Message) -> Message:
    first, second = found.compared
    return say(
        "%(first)s compared with %(second)s: %(gap)s.",
        first=first.name,
        second=second.name,
        gap=words,
    )


def areas(found: JointMaterial, tell: Teller) -> ReportSection:
    """The areas in a table and side by side in a figure, or why they may not stand together, and
    each drawn by itself."""
    content = found.content
    title = tell.plain(say("The eight areas"))
    if not content.areas.lines:
        webs = tuple(block for name in WEBS for block in picture(tell, name, MAKERS[name], content))
        no = _refused(content.areas.allowed, content.areas.parts, tell)
        return ReportSection("areas", title, (no, *webs))
    if not content.areas.known:
        missing = say("The points of the areas have not been found in the sources we have read.")
        return ReportSection("areas", title, tell.paragraph(missing, tone=Tone.MISSING))
    table = _table(found, tell)
    drawn = (
        replace(block, told_beside=set(block.values.head[1:]) <= set(table.head))
        for block in picture(tell, "marks", MARKS, content)
    )
    return ReportSection("areas", title, (table, *drawn))


def _refused(allowed: Comparability, parts: Sequence[ComparablePart], tell: Teller) -> Notice:
    """That areas are not compared, why, and of whom they may be."""
    return Notice(
        tell.plain(say("The areas cannot be compared.")),
        (
            *((tell.text(allowed.reason),) if allowed.reason else ()),
            tell.text(
                say(
                    "So this report has no areas side by side: each stands in the municipality’s "
                    "own report."
                )
            ),
            *(tell.link(part.words, "/sammenlign", _query(part)) for part in parts),
        ),
        is_warning=True,
    )


def _query(part: ComparablePart) -> tuple[tuple[str, str], ...]:
    return tuple(("e", id) for id in part.ids)


def _table(found: JointMaterial, tell: Teller) -> TableBlock:
    content, total = found.content, found.content.totals.line
    lines = (*content.areas.lines, *((total,) if total is not None else ()))
    heads = [tell.plain(say("Area")), tell.plain(say("Max"))]
    heads += [tell.plain(one.name) for one in found.compared]
    is_pair = len(found.compared) == 2
    if is_pair:
        first, second = found.compared
        heads.append(
            tell.plain(
                say(
                    "%(first)s compared with %(second)s",
                    first=first.name,
                    second=second.name,
                )
            )
        )
    rows: list[tuple[RunText, ...]] = [
        (
            tell.text(line_name(line)),
            tell.points(line.max, 0),
            *(cell(figure, line.decimals, tell) for figure in line.cells),
            *((tell.text(line.gap_words),) if is_pair else ()),
        )
        for line in lines
    ]
    return TableBlock(
        tell.plain(say("Points per area")),
        tuple(heads),
        tuple(rows),
        frozenset(range(1, 2 + len(found.compared))) if _all_known(lines) else frozenset((1,)),
        strong=frozenset((len(rows) - 1,)) if total is not None else frozenset(),
    )


def _all_known(lines: Sequence[Line]) -> bool:
    """Whether there are points everywhere: words in their place need columns of words."""
    return all(cell.figure.score is not None for line in lines for cell in line.cells)
