"""One evaluation as a table and as a cube: a row for the total, each area and each question."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.contents.evaluations.areas import AreaPart
from app.contents.evaluations.content import EvaluationContent
from app.domain.evaluation import GoldStarScope
from app.domain.message import LocalText, Message, Say, say
from app.domain.naming.spelling import Collation
from app.domain.score import Figure
from app.web.api.evaluation_cube import cube_row, evaluation_cube
from app.web.api.fields import figure_fields, measure_fields, reconstructed_field
from app.web.api.jsonstat import Cube
from app.web.api.tables import CellKind, Field, Table, table


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """The total, an area or a question. `code` is empty for the total."""

    level: str
    code: str | None
    label: Message | LocalText
    figure: Figure
    reconstructed: bool = False
    gold_star: bool = False


def evaluation_table(content: EvaluationContent, words: Say) -> Table:
    """All measures in the order of the method, each area before its questions."""
    id = content.evaluation.id
    fields: tuple[Field[MeasureRow], ...] = (
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda row: id),
        *measure_fields(lambda row: row.level, lambda row: row.code, lambda row: words(row.label)),
        *figure_fields(lambda row: row.figure),
        reconstructed_field(lambda row: row.reconstructed),
        Field(
            "gold_star",
            CellKind.YES_NO,
            say("Whether a gold star was given for it"),
            lambda row: row.gold_star,
        ),
    )
    found = content.total_discrepancies, *(part.discrepancies for part in content.areas)
    notes = [discrepancy.text for discrepancies in found for discrepancy in discrepancies]
    return table(id, content.title, fields, tuple(_rows(content)), notes)


def evaluation_figures(content: EvaluationContent, words: Say) -> Cube:
    """The total and the areas as a cube."""
    row = cube_row(content.evaluation, content.municipality.label, content.version.family)
    known = {content.municipality.slug: content.municipality}
    of_one = Collation.NORWEGIAN
    return evaluation_cube(content.title, (row,), content.version, words, of_one, (), known)


def _rows(content: EvaluationContent) -> Iterator[MeasureRow]:
    yield MeasureRow("total", None, say("Total"), content.evaluation.total)
    for part in content.areas:
        yield _area(part)
        for row in part.questions:
            yield MeasureRow(
                "question",
                row.definition.code,
                row.definition.label,
                row.figure,
                row.reconstructed,
                bool(row.gold_stars),
            )


def _area(part: AreaPart) -> MeasureRow:
    return MeasureRow(
        "area",
        str(part.definition.no),
        part.definition.name,
        part.result.figure,
        gold_star=any(star.scope is GoldStarScope.AREA for star in part.gold_stars),
    )
