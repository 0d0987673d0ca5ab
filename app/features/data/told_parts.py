"""The tables of what the sources of evaluations tell besides figures, and where those disagree."""

from collections.abc import Iterator

from app.domain.consistency import discrepancies
from app.domain.evaluation import Discrepancy
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, say
from app.domain.reply import Reply
from app.features.data.columns import (
    AREA,
    NOTE,
    POSITION,
    QUESTION,
    REPORT_TEXT,
    Within,
    code,
    day,
    local_texts,
    of_evaluation,
    text,
    whole,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.features.data.stated_parts import stated_parts
from app.web.api.tables import Field, table
from app.web.words.languages import translate


def told_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """What sources state of themselves is kept as stated."""
    return (
        _discrepancies(records),
        _notes(records),
        _replies(records),
        _report_texts(records),
        *stated_parts(records),
        _changes(records),
    )


def _discrepancies(records: ReleaseSlice) -> DatasetPart:
    def said(language: str) -> Field[Within[tuple[int, Discrepancy]]]:
        return text(
            f"text_{language}",
            say("What disagrees, in words"),
            lambda row: translate(row[1][1].text, language),
        )

    fields: tuple[Field[Within[tuple[int, Discrepancy]]], ...] = (
        of_evaluation(),
        whole("position", POSITION, lambda row: row[1][0]),
        text("kind", say("How figures disagree"), lambda row: row[1][1].kind.value),
        code(
            "measure",
            say("The figure it is about: total or the number of an area"),
            lambda row: row[1][1].measure,
        ),
        code("question", QUESTION, lambda row: row[1][1].question),
        *(said(language) for language in LANGUAGES),
    )
    rows = [
        (e, numbered)
        for e in records.evaluations
        for numbered in enumerate(discrepancies(e, records.instrument.version(e.version)), 1)
    ]
    found = table("discrepancies", say("Figures that disagree"), fields, rows)
    return DatasetPart(found, ("evaluation", "position"), ("evaluations",))


def _notes(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[int, LocalText]]], ...] = (
        of_evaluation(),
        whole("position", POSITION, lambda row: row[1][0]),
        *local_texts("note", NOTE, lambda row: row[1][1]),
    )
    rows = [(e, numbered) for e in records.evaluations for numbered in enumerate(e.notes, 1)]
    found = table("notes", say("Notes on evaluations"), fields, rows)
    return DatasetPart(found, ("evaluation", "position"), ("evaluations",))


def _replies(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[Reply]], ...] = (
        of_evaluation(),
        text("text", say("The reply, in the municipality's own words"), lambda row: row[1].text),
        code("language", say("The language that it is written in"), lambda row: row[1].language),
        day("day", say("The day on which it was given"), lambda row: row[1].day),
        text("office", say("Which office of the municipality gave it"), lambda row: row[1].office),
    )
    rows = [(e, e.reply) for e in records.evaluations if e.reply]
    found = table("replies", say("Replies of municipalities"), fields, rows)
    return DatasetPart(found, ("evaluation",), ("evaluations",))


def _report_texts(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[str, LocalText]]], ...] = (
        of_evaluation(),
        text("part", say("Which text: preface or closing"), lambda row: row[1][0]),
        *local_texts("text", REPORT_TEXT, lambda row: row[1][1]),
    )
    rows = [
        (e, (part, written))
        for e in records.evaluations
        for part, written in (("preface", e.preface), ("closing", e.closing))
        if written
    ]
    found = table("report_texts", say("Prefaces and closing parts of reports"), fields, rows)
    return DatasetPart(found, ("evaluation", "part"), ("evaluations",))


def _changes(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[int, int, str]]], ...] = (
        of_evaluation(),
        whole("since", say("Since which year"), lambda row: row[1][0]),
        whole("area", AREA, lambda row: row[1][1]),
        text(
            "direction", say("Up, stable or down, according to the source"), lambda row: row[1][2]
        ),
    )
    rows = list(_stated_changes(records))
    found = table("stated_changes", say("Developments that sources state"), fields, rows)
    return DatasetPart(found, ("evaluation", "area"), ("evaluations",))


def _stated_changes(records: ReleaseSlice) -> Iterator[Within[tuple[int, int, str]]]:
    for e in records.evaluations:
        if stated := e.stated_changes:
            for area, direction in sorted(stated.areas.items()):
                yield e, (stated.since, area, direction.value)
