"""How an evaluation lies beside the municipality's own earlier ones."""

from dataclasses import replace
from typing import Final

from app.contents.municipalities import figures as own_figures
from app.domain.message import say
from app.domain.wording.stated import short_direction_words
from app.reports.document import Block, Picture, ReportSection, RunText, TableBlock, Tone
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.pictures import picture
from app.reports.shared_blocks import area_cell, caution_notes, caution_reasons, totals_table
from app.reports.teller import Teller

FIGURES: Final = own_figures.FIGURES.makers


def over_time(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Own totals with their breaks, own areas, and the direction of each area; none of the first
    evaluation of which the source says no change."""
    title = tell.plain(say("Own development"))
    history = found.around.history
    directions = _directions(found, tell)
    sections = (directions,) if directions else ()
    if history is None or len(history.rows) < 2:
        return (ReportSection("over-time", title, (), sections),) if sections else ()
    totals = totals_table(history.rows, tell)
    # All totals stand in the table above it.
    drawn = [replace(block, told_beside=True) for block in _drawn("history", found, tell)]
    years = _drawn("years", found, tell)
    told = {head for block in years for head in block.values.head}
    # Webs of no other years have no other numbers.
    webs = [
        replace(block, told_beside=told.issuperset(block.values.head))
        for block in _drawn("webs", found, tell)
    ]
    blocks: list[Block] = [totals, *drawn, *years, *webs]
    blocks += caution_notes(caution_reasons(history), tell)
    return (ReportSection("over-time", title, tuple(blocks), sections),)


def _drawn(name: str, found: EvaluationMaterial, tell: Teller) -> tuple[Picture, ...]:
    return picture(tell, name, FIGURES[name], found.around)


def _directions(found: EvaluationMaterial, tell: Teller) -> ReportSection | None:
    """How each area has changed: by its points, and as the source says."""
    rows: list[tuple[RunText, ...]] = []
    stated = found.evaluation.stated_changes
    for part in found.content.areas:
        said = stated.areas.get(part.definition.no) if stated else None
        rows.append(
            (
                area_cell(part.definition, tell),
                tell.text(part.change) if part.change else (),
                tell.text(short_direction_words(said)) if said else (),
            )
        )
    columns = [(1, say("By the points here"))]
    if stated:
        year = str(stated.since)
        columns.append((2, say("Since %(year)s, according to the source", year=year)))
    kept = [(at, head) for at, head in columns if any(row[at] for row in rows)]
    if not kept:
        return None
    table = TableBlock(
        tell.plain(say("The direction of each area")),
        (tell.plain(say("Area")), *(tell.plain(head) for _, head in kept)),
        tuple((row[0], *(row[at] for at, _ in kept)) for row in rows),
    )
    ours = any(row[1] for row in rows)
    small = say("By the points here, small changes are not called a rise or a fall.")
    note = tell.paragraph(small, tone=Tone.NOTE) if ours else ()
    return ReportSection(
        "directions", tell.plain(say("The direction of each area")), (table, *note)
    )
