"""Blocks and sentences that several reports have, each made in one place."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.contents.municipalities.history import History, HistoryRow
from app.contents.twins.lessons import AreaLesson
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.evaluation import Evaluation, Finding, FindingKind, GoldStar
from app.domain.message import LocalText, Message, say
from app.domain.method import AreaDefinition
from app.domain.municipality import Municipality
from app.domain.stated import Source
from app.reports.document import (
    Block,
    Bullets,
    Columns,
    ListColumn,
    PointBox,
    ReportSection,
    RunText,
    TableBlock,
    Tone,
)
from app.reports.teller import SPACE, Teller

NO_FIGURE: Final = say("no figure")
NO_FINDINGS_OF_KIND: Final = say("None in the source.")
FINDINGS_MISSING: Final = say(
    "Strengths, challenges and weaknesses: not found in the sources we have read."
)
WEAK_BY_OUR_RULE: Final = say("By our own rule these areas are weak, the weakest first:")
SUGGESTION: Final = say(
    "Our own suggestion: choose a few areas, agree on what to do, and be evaluated again after two "
    "or three years."
)


def why_weak(lesson: AreaLesson) -> Message:
    """An area, and why it is called weak."""
    return say("%(area)s. %(why)s", area=lesson.definition.name, why=lesson.why_words)


def in_brackets(said: Message) -> Message:
    """A remark on what stands before it."""
    return say("(%(words)s)", words=said)


def source_line(source: Source, tell: Teller) -> RunText:
    """Where something was read, with the way there."""
    return (*tell.text(say("Source:")), *SPACE, *tell.outside(source.title, source.url))


def total_box(evaluation: Evaluation, tell: Teller, beside: tuple[str, ...] = ()) -> PointBox:
    """A total that is known."""
    total = evaluation.total
    return PointBox(
        tell.plain(say("Total")),
        tell.number(total.score, OF_TOTALS) if total.score is not None else "",
        tell.plain(say("out of %(max)s", max=total_points(total.max))),
        tell.part(total),
        beside,
    )


def totals_table(
    rows: Sequence[HistoryRow],
    tell: Teller,
    *,
    of: str | None = None,
    marked: int = -1,
    short: bool = False,
) -> TableBlock:
    """Evaluations of one municipality with their totals, and the change since the one before;
    `marked` is the row that the report is about. `of` is whose they are, where there are several.
    `short` is for where there is little room for why a total is missing."""
    caption = say("%(name)s: totals over time", name=of) if of else say("Totals over time")
    return TableBlock(
        tell.plain(caption),
        tuple(
            tell.plain(name)
            for name in (say("Year"), say("Method version"), say("Total"), say("Change"))
        ),
        tuple(
            (
                tell.text(str(row.evaluation.year)),
                tell.text(row.evaluation.version),
                tell.total(row.evaluation.total, short=short),
                tell.text(row.change_words),
            )
            for row in rows
        ),
        frozenset((2,)),
        narrow=frozenset((0, 1)),
        marked=frozenset((marked % len(rows),)),
    )


def caution_reasons(history: History) -> tuple[LocalText, ...]:
    """Why some of those cannot be set beside one another, or only with care; each reason once."""
    return tuple(dict.fromkeys(one.reason for one in history.cautions if one.reason))


def caution_notes(reasons: Iterable[LocalText], tell: Teller) -> tuple[Block, ...]:
    """Each of the reasons as a note of its own."""
    return tuple(block for one in reasons for block in tell.paragraph(one, tone=Tone.NOTE))


def areas_caption(municipality: Municipality, evaluation: Evaluation, tell: Teller) -> str:
    """What a table of the areas of one evaluation is called."""
    return tell.plain(
        say(
            "Points per area, %(name)s %(year)s, method version %(version)s",
            name=municipality.label,
            year=str(evaluation.year),
            version=evaluation.version,
        )
    )


def area_cell(area: AreaDefinition, tell: Teller, *, short: bool = False) -> RunText:
    """An area by number and name, as the first cell of its row has it."""
    return tell.text(str(area.no), area.short or area.name if short else area.name)


def unknown_areas(areas: Sequence[AreaDefinition], tell: Teller) -> tuple[ReportSection, ...]:
    """The areas of which nothing is known, by name; none where there are none."""
    if not areas:
        return ()
    said = say("Neither points nor findings of these areas are in the sources we have read.")
    names = Bullets(tuple(area_cell(area, tell) for area in areas))
    blocks: tuple[Block, ...] = (*tell.paragraph(said, tone=Tone.MISSING), names)
    return (ReportSection("areas-unknown", tell.plain(say("Areas we know nothing of")), blocks),)


def all_findings(
    columns: Iterable[tuple[FindingKind, Message, Sequence[Finding]]], tell: Teller
) -> Columns:
    """Strengths, challenges and weaknesses of an area, each under its heading."""
    return Columns(
        tuple(
            ListColumn(
                tell.plain(heading),
                tuple(tell.finding(one) for one in findings),
                tell.plain(NO_FINDINGS_OF_KIND),
                kind.value,
            )
            for kind, heading, findings in columns
        )
    )


def stated_list(said: Sequence[Message], tell: Teller) -> tuple[Block, ...]:
    """What a source says of the standing of a total, marked as such; none where it says nothing."""
    if not said:
        return ()
    return (*tell.paragraph(say("What the source itself says:")), *tell.bullets(said))


def star_text(star: GoldStar, tell: Teller) -> RunText:
    """A practice, the question it was given for, and why."""
    question = say("Question %(code)s.", code=star.question) if star.question else None
    return tell.text(star.practice, in_brackets(question) if question else None, star.why)
