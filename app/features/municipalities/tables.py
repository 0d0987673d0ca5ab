"""A municipality's own evaluations as a table, a row for each figure, and as a cube."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.contents.municipalities.content import MunicipalityContent
from app.domain.evaluation import Evaluation
from app.domain.message import LocalText, Message, Say, say
from app.domain.naming.spelling import Collation
from app.domain.score import Figure
from app.web.api.evaluation_cube import BREAKS, cube_row, evaluation_cube
from app.web.api.fields import figure_fields, measure_fields, reconstructed_field, year_fields
from app.web.api.jsonstat import Cube
from app.web.api.tables import CellKind, Field, Table, table


@dataclass(frozen=True, slots=True)
class EvaluationFigure:
    """One figure of one evaluation. `code` is empty for the total."""

    evaluation: Evaluation
    level: str
    code: str | None
    label: Message | LocalText
    figure: Figure
    reconstructed: bool = False


def municipality_table(content: MunicipalityContent, words: Say) -> Table:
    """Every figure of every own evaluation, newest first."""
    fields: tuple[Field[EvaluationFigure], ...] = (
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda row: row.evaluation.id),
        *year_fields(lambda row: row.evaluation),
        *measure_fields(lambda row: row.level, lambda row: row.code, lambda row: words(row.label)),
        *figure_fields(lambda row: row.figure),
        reconstructed_field(lambda row: row.reconstructed),
    )
    rows = tuple(row for e in content.evaluations for row in _rows(e, content))
    notes = (BREAKS, *content.unknown)
    return table(content.municipality.slug, content.title, fields, rows, notes)


def municipality_cube(content: MunicipalityContent, words: Say) -> Cube:
    """Totals and areas of all own evaluations."""
    instrument, name = content.instrument, content.municipality.label
    rows = tuple(cube_row(e, name, instrument.family_of(e.version)) for e in content.evaluations)
    names = instrument.names_for({row.family for row in rows})
    return evaluation_cube(
        content.title,
        rows,
        names,
        words,
        Collation.NORWEGIAN,  # of one municipality
        content.unknown,
        {content.municipality.slug: content.municipality},
        instrument.versions,
    )


def _rows(evaluation: Evaluation, content: MunicipalityContent) -> Iterator[EvaluationFigure]:
    yield EvaluationFigure(evaluation, "total", None, say("Total"), evaluation.total)
    for definition in content.instrument.version(evaluation.version).areas:
        area = evaluation.area(definition.no)
        yield EvaluationFigure(evaluation, "area", str(definition.no), definition.name, area.figure)
        labels = {question.code: question.label for question in definition.questions}
        for question in area.questions:
            yield EvaluationFigure(
                evaluation,
                "question",
                question.code,
                labels.get(question.code, say("Question %(code)s", code=question.code)),
                question.figure,
                question.reconstructed,
            )
