"""How an evaluation lies beside the municipality's own earlier ones."""

from dataclasses import replace
from typing import Final

from app.contents.municipalities import figures as own_figures
from app.contents.municipalities.history import History
from app.domain.message import say
from app.domain.wording.stated import short_direction_words
from app.reports.document import Block, ReportSection, RunText, TableBlock, Tone
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.pictures import picture
from app.reports.telling import Teller

FIGURES: Final = own_figures.FIGURES.makers


def over_time(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """Own totals with their breaks, own areas, and the direction of each area; none of the first
    evaluation of which the source says no change."""
    around, title = found.around, tell.plain(say("Own development"))
    history = around.history
    directions = _directions(found, tell)
    sections = (directions,) if directions else ()
    if history is None or len(history.rows) < 2:
        return (ReportSection("over-time", title, (), sections),) if sections else ()
    drawn = [
        # All totals stand in the table above it.
        replace(block, told_beside=name == "history")
        for name in ("history", "years", "webs")
        for block in picture(tell, name, FIGURES[name], around)
    ]
    blocks: list[Block] = [totals_over_time(history, tell), *drawn]
    cautions = dict.fromkeys(one.reason for one in history.cautions if one.reason)
    blocks += [block for reason in cautions for block in tell.paragraph(reason, tone=Tone.NOTE)]
    return (ReportSection("over-time", title, tuple(blocks), sections),)


def totals_over_time(
    history: History, tell: Teller, *, of: str | None = None, marked: int | None = None
) -> TableBlock:
    """Every own evaluation with its total, and the change since the one before; `marked` is the row
    that the report is about, the last where nothing is said. `of` is whose they are, where there
    are several."""
    caption = say("Totals over time")
    return TableBlock(
        tell.plain(say("%(name)s: totals over time", name=of) if of else caption),
        (
            tell.plain(say("Year")),
            tell.plain(say("Method version")),
            tell.plain(say("Total")),
            tell.plain(say("Change")),
        ),
        tuple(
            (
                tell.text(str(row.evaluation.year)),
                tell.text(row.evaluation.version),
                tell.total(row.evaluation.total),
                tell.text(row.change_words),
            )
            for row in history.rows
        ),
        frozenset((2,)),
        marked=frozenset((len(history.rows) - 1 if marked is None else marked,)),
    )


def _directions(found: EvaluationMaterial, tell: Teller) -> ReportSection | None:
    """How each area has changed: by its points, and as the source says."""
    rows: list[tuple[RunText, ...]] = []
    stated = found.evaluation.stated_changes
    for part in found.content.areas:
        said = stated.areas.get(part.definition.no) if stated else None
        rows.append(
            (
                tell.text(str(part.definition.no), part.definition.name),
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
