"""The parts of a sheet. What there is no room for stands on the page that its code leads to."""

from collections.abc import Iterable
from typing import Final

from app.contents.evaluations.content import EvaluationContent
from app.contents.municipalities.content import MunicipalityContent
from app.domain.message import Message, say
from app.domain.wording.evaluation import areas_without_points, total_missing_words
from app.reports.council import (
    FIRST_KNOWN,
    MOST_REMARKS,
    SMALL_MEANS_LITTLE,
    area_grid,
    area_notes,
    beside_grid,
    development_notes,
    finding_columns,
    findings_notes,
    spider,
    stars_words,
    total_notes,
    totals_grid,
)
from app.reports.document import Block, Columns, Passage, ReportSection, Tone
from app.reports.shared_blocks import (
    FINDINGS_MISSING,
    source_line,
    stated_list,
    total_box,
)
from app.reports.teller import Teller
from app.web.api.attribution import CAVEAT, TAKE_PART, attribution
from app.web.words.languages import Sayable

MOST_STATED: Final = 3


def total(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> ReportSection:
    """The total with what it stands beside, and of how many we have it."""
    title, figure = tell.plain(say("Total")), content.evaluation.total
    if figure.score is None:
        missing = tell.paragraph(total_missing_words(content.evaluation), tone=Tone.MISSING)
        return ReportSection(
            "total", title, (*missing, *stated_list(content.stated[:MOST_STATED], tell))
        )
    box = total_box(content.evaluation, tell)
    notes = _notes(total_notes(content, around), tell)
    return ReportSection("total", title, (box, *beside_grid(content, around, tell), *notes))


def areas(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> ReportSection:
    """The eight areas as a spider and a table: points, those beside, and changes."""
    title = tell.plain(say("The eight areas"))
    missing = [
        block
        for one in areas_without_points(content.evaluation)
        for block in tell.paragraph(one, tone=Tone.MISSING)
    ]
    if not content.has_areas:
        return ReportSection("areas", title, tuple(missing))
    return ReportSection(
        "areas",
        title,
        (
            *spider(content, around, tell),
            area_grid(content, around, tell),
            *missing,
            *_notes(area_notes(content, around), tell),
        ),
    )


def findings(content: EvaluationContent, tell: Teller) -> ReportSection:
    """Three strengths and three weaknesses, and the gold stars."""
    title = tell.plain(say("Strengths and weaknesses"))
    columns = finding_columns(content, tell)
    blocks: tuple[Block, ...] = tell.paragraph(FINDINGS_MISSING, tone=Tone.MISSING)
    if columns:
        note = tell.paragraph(*findings_notes(content, tell), tone=Tone.NOTE)
        blocks = (Columns(columns), *note)
    stars = stars_words(content.evaluation.gold_stars)
    return ReportSection("findings", title, (*blocks, *(tell.paragraph(stars) if stars else ())))


def development(around: MunicipalityContent, tell: Teller) -> ReportSection:
    """Its own totals one after the other."""
    grid = totals_grid(around, tell)
    notes = _notes(development_notes(around), tell)
    blocks = (*grid, *notes) if grid else tell.paragraph(FIRST_KNOWN)
    return ReportSection("development", tell.plain(say("Own development")), blocks)


def limits(content: EvaluationContent, tell: Teller) -> ReportSection:
    """What must be known of all figures, and what is missing that no other part says is."""
    said_elsewhere: list[Message | None] = [
        total_missing_words(content.evaluation),
        FINDINGS_MISSING,
        *areas_without_points(content.evaluation),
    ]
    unknown = [one for one in content.unknown if one not in said_elsewhere]
    said: list[Sayable] = [
        CAVEAT,
        TAKE_PART,
        SMALL_MEANS_LITTLE,
        *unknown[:MOST_REMARKS],
    ]
    return ReportSection("limits", tell.plain(say("What this does not say")), tell.bullets(said))


def sources(content: EvaluationContent, tell: Teller) -> ReportSection:
    """Where the figures were read, and which release they are of."""
    return ReportSection(
        "sources",
        tell.plain(say("Source and citation")),
        (
            Passage(source_line(content.evaluation.source, tell), Tone.NOTE),
            *tell.paragraph(attribution(tell.release), tone=Tone.NOTE),
        ),
    )


def _notes(said: Iterable[Sayable], tell: Teller) -> tuple[Block, ...]:
    """Remarks below what they are about, each once."""
    return tuple(
        block for one in dict.fromkeys(said) for block in tell.paragraph(one, tone=Tone.NOTE)
    )
