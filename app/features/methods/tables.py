"""The method as tables: a row for each version, and for each area and question of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.message import LocalText, Say, say
from app.features.methods.content import MethodsContent, VersionLine
from app.features.methods.version.content import VersionContent
from app.web.api.fields import measure_fields, source_fields
from app.web.api.tables import CellKind, Field, Table, table


@dataclass(frozen=True, slots=True)
class PartRow:
    """An area or a question."""

    level: str
    code: str
    label: LocalText
    max: Decimal
    definition: LocalText | None = None


def methods_table(content: MethodsContent, versions: Sequence[VersionLine], words: Say) -> Table:
    """A row for each version. Why versions may not be compared stands in the notes."""
    fields: tuple[Field[VersionLine], ...] = (
        Field(
            "method_version", CellKind.CODE, say("Method version"), lambda v: v.definition.version
        ),
        Field(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda v: v.definition.family,
        ),
        Field(
            "year_from", CellKind.INTEGER, say("The first year"), lambda v: v.definition.year_from
        ),
        Field(
            "year_to",
            CellKind.INTEGER,
            say("The last year; empty where it is in use"),
            lambda v: v.definition.year_to,
        ),
        Field("max", CellKind.POINTS, say("The most points there are"), lambda v: v.definition.max),
        Field("areas", CellKind.INTEGER, say("Areas"), lambda v: len(v.definition.areas)),
        Field("questions", CellKind.INTEGER, say("Questions known"), lambda v: v.questions),
        Field(
            "indicators",
            CellKind.INTEGER,
            say("Indicators"),
            lambda v: v.definition.indicator_count,
        ),
        Field("evaluations", CellKind.INTEGER, say("Evaluations here"), lambda v: v.evaluations),
        Field("summary", CellKind.TEXT, say("Summary"), lambda v: words(v.definition.summary)),
        *source_fields(lambda v: v.source),
    )
    reasons = (reason.reason for matrix in content.matrices for reason in matrix.reasons)
    return table("methods", content.title, fields, versions, tuple(dict.fromkeys(reasons)))


def method_table(content: VersionContent, words: Say) -> Table:
    """Each area before its questions."""
    version = content.version.version
    fields: tuple[Field[PartRow], ...] = (
        Field("method_version", CellKind.CODE, say("Method version"), lambda row: version),
        *measure_fields(lambda row: row.level, lambda row: row.code, lambda row: words(row.label)),
        Field("max", CellKind.POINTS, say("The most points there are"), lambda row: row.max),
        Field(
            "definition",
            CellKind.TEXT,
            say("What the area is about, where the sources say so"),
            lambda row: words(row.definition) if row.definition else None,
        ),
    )
    notes = (
        content.version.summary,
        *(reason.reason for beside in content.beside for reason in beside.reasons),
    )
    name = f"method-{version}"
    return table(name, content.title, fields, tuple(_rows(content)), tuple(dict.fromkeys(notes)))


def _rows(content: VersionContent) -> Iterator[PartRow]:
    for line in content.areas:
        area = line.definition
        yield PartRow("area", str(area.no), area.name, area.max, area.definition)
        for question in area.questions:
            yield PartRow("question", question.code, question.label, question.max)
