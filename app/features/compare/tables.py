"""A comparison as a table, a row for each figure, and as a cube; only what may be compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.measure_lines import ComparedFigure, Line
from app.domain.message import LocalText, Message, Say, say
from app.domain.municipality import Municipality
from app.domain.score import Figure, Measure
from app.web.api.evaluation_cube import CubeRow, evaluation_cube
from app.web.api.fields import figure_fields, measure_fields, reconstructed_field, year_fields
from app.web.api.jsonstat import Cube
from app.web.api.tables import CellKind, Field, Table, table


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure of one evaluation. `code` is empty for the total."""

    of: Compared
    level: str
    code: str | None
    label: Message | LocalText
    cell: ComparedFigure

    @property
    def figure(self) -> Figure:
        return self.cell.figure


def compare_table(content: CompareContent, words: Say) -> Table:
    """Measure by measure, those compared in the order chosen."""
    fields: tuple[Field[ComparedRow], ...] = (
        *measure_fields(lambda row: row.level, lambda row: row.code, lambda row: words(row.label)),
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda row: row.of.id),
        Field(
            "name",
            CellKind.TEXT,
            say("The official name"),
            lambda row: row.of.summary.official_name,
        ),
        Field(
            "municipality_label",
            CellKind.TEXT,
            say("The name with what tells it from its namesakes"),
            lambda row: row.of.summary.name,
        ),
        *year_fields(lambda row: row.of.summary),
        *figure_fields(lambda row: row.figure),
        Field(
            "best",
            CellKind.YES_NO,
            say(
                "Whether it is called the best: in one country and method, and where it stands out"
            ),
            lambda row: row.cell.best,
        ),
        reconstructed_field(lambda row: row.cell.reconstructed),
    )
    return table("comparison", content.title, fields, tuple(_rows(content)), _notes(content))


def compare_cube(
    content: CompareContent, municipalities: Mapping[str, Municipality], words: Say
) -> Cube:
    """Total and areas of those compared, as far as they may be."""
    lines = _lines(content)
    rows = tuple(
        CubeRow(
            one.id,
            one.summary.municipality,
            one.summary.name,
            one.summary.year,
            one.version,
            one.summary.family,
            {line.measure: line.cells[index].figure.value for line in lines},
        )
        for index, one in enumerate(content.compared)
    )
    notes = _notes(content)
    return evaluation_cube(
        content.title, rows, content.version, words, content.collation, notes, municipalities
    )


def has_cube(content: CompareContent) -> bool:
    """Whether anything may be compared."""
    return bool(content.compared and _lines(content))


def _lines(content: CompareContent) -> tuple[Line, ...]:
    total = (content.totals.line,) if content.totals.line else ()
    return (*total, *content.areas.lines)


def _rows(content: CompareContent) -> Iterator[ComparedRow]:
    for line in _lines(content):
        total = line.measure is Measure.TOTAL
        level, code = ("total", None) if total else ("area", line.measure.value)
        for one, cell in zip(content.compared, line.cells, strict=True):
            yield ComparedRow(one, level, code, line.name or say("Total"), cell)
    for asked in content.questions.lines:
        for one, cell in zip(content.questions.known, asked.cells, strict=True):
            yield ComparedRow(one, "question", asked.definition.code, asked.definition.label, cell)


def _notes(content: CompareContent) -> tuple[Message | LocalText, ...]:
    """What is compared, what is not and why, and what disagrees in the figures."""
    said = (
        content.set_words,
        content.years_apart,
        *(content.levels.words if content.levels else ()),
        content.totals.allowed.reason,
        content.areas.allowed.reason,
        content.questions.allowed.reason,
        content.questions.words,
        *(remark.discrepancy.text for remark in content.remarks),
    )
    return tuple(dict.fromkeys(note for note in said if note is not None))
