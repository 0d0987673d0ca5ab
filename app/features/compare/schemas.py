"""What the API answers of evaluations side by side.

What the method versions forbid is absent here as it is on the page: there is no line and no gap,
and `comparability` says why.
"""

from collections.abc import Mapping, Sequence

from pydantic import Field

from app.domain.municipality import Municipality
from app.domain.release import Release
from app.features.compare.compared import ComparablePart, Compared
from app.features.compare.content import CompareContent
from app.features.compare.measure_lines import ComparedFigure, Line
from app.features.compare.questions import QuestionArea, QuestionLine
from app.web.api.comparing import ComparabilityOut, GapOut, comparability_out, gap_out
from app.web.api.evaluation_document import (
    DiscrepancyOut,
    FigureOut,
    GoldStarOut,
    SourceOut,
    discrepancy_out,
    figure_fields,
    gold_star_out,
)
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released, said
from app.web.languages import translate


class ComparedOut(EvaluationRef):
    """One of those compared."""

    detail: str
    source: SourceOut


class CellOut(FigureOut):
    """One evaluation's figure. `best` is said within one method and where it stands out."""

    evaluation: str
    best: bool
    reconstructed: bool


class LineOut(Out):
    """One area, or the total: a figure for each of those compared."""

    measure: str = Field(description="`total`, or the number of the area.")
    name: Text | None
    max: Points
    figures: list[CellOut]
    gap: GapOut | None = Field(description="From the first to the second, where there are two.")


class QuestionLineOut(Out):
    """One question: a figure for each of those whose questions are known."""

    code: str
    area: int
    label: Text
    max: Points
    figures: list[CellOut]


class LevelOut(Out):
    """Whether all may be compared at a level; else the largest parts of them that may."""

    comparability: ComparabilityOut
    parts: list[list[str]]


class TotalsOut(LevelOut):
    line: LineOut | None


class AreasOut(LevelOut):
    lines: list[LineOut]


class QuestionsOut(Out):
    """`known` are those whose questions are known."""

    comparability: ComparabilityOut
    known: list[str]
    remark: str | None
    lines: list[QuestionLineOut]


class SharedGapsOut(Out):
    """Where all of them got less than half of the points, and may want to learn together."""

    areas: list[int]
    questions: list[str]


class HeldStarOut(GoldStarOut):
    """A gold star, and the evaluation it was given in."""

    evaluation: str


class RemarkOut(DiscrepancyOut):
    """What disagrees in a figure shown here."""

    evaluation: str


class CompareAnswer(Released):
    """Evaluations side by side; `answer` is what the page says first."""

    answer: list[str]
    comparison_set: str | None = Field(description="Exactly what is compared, in words.")
    years_apart: str | None
    evaluations: list[ComparedOut]
    total: TotalsOut
    areas: AreasOut
    questions: QuestionsOut
    shared_gaps: SharedGapsOut
    gold_stars: list[HeldStarOut]
    discrepancies: list[RemarkOut]
    links: Link


def compare_answer(
    content: CompareContent,
    municipalities: Mapping[str, Municipality],
    release: Release,
    links: Link,
    language: str,
) -> CompareAnswer:
    """The answer in a language."""
    compared, questions = content.compared, content.questions
    return CompareAnswer(
        **released(release),
        answer=[translate(sentence, language) for sentence in content.lead],
        comparison_set=said(content.set_words, language),
        years_apart=said(content.years_apart, language),
        evaluations=[_compared(one, municipalities, language) for one in compared],
        total=TotalsOut(
            comparability=comparability_out(content.totals.allowed, language),
            parts=_parts(content.totals.parts),
            line=_line(content.totals.line, compared, language) if content.totals.line else None,
        ),
        areas=AreasOut(
            comparability=comparability_out(content.areas.allowed, language),
            parts=_parts(content.areas.parts),
            lines=[_line(line, compared, language) for line in content.areas.lines],
        ),
        questions=QuestionsOut(
            comparability=comparability_out(questions.allowed, language),
            known=[one.id for one in questions.known],
            remark=said(questions.words, language),
            lines=[
                _question(area, line, questions.known, language)
                for area in questions.areas
                for line in area.lines
            ],
        ),
        shared_gaps=SharedGapsOut(
            areas=[line.measure.area for line in content.area_gaps if line.measure.area],
            questions=[line.definition.code for line in content.question_gaps],
        ),
        gold_stars=[
            HeldStarOut(
                **gold_star_out(held.star, held.holder.summary.year, language).model_dump(),
                evaluation=held.holder.id,
            )
            for held in content.gold_stars
        ],
        discrepancies=[
            RemarkOut(
                **discrepancy_out(remark.discrepancy, language).model_dump(),
                evaluation=remark.of.id,
            )
            for remark in content.remarks
        ],
        links=links,
    )


def _compared(
    one: Compared, municipalities: Mapping[str, Municipality], language: str
) -> ComparedOut:
    summary, source = one.summary, one.evaluation.source
    reference = evaluation_ref(summary, municipalities[summary.municipality])
    return ComparedOut(
        **reference.model_dump(),
        detail=summary.detail.value,
        source=SourceOut(title=source.title, url=source.url),
    )


def _parts(parts: Sequence[ComparablePart]) -> list[list[str]]:
    return [list(part.ids) for part in parts]


def _line(line: Line, compared: Sequence[Compared], language: str) -> LineOut:
    return LineOut(
        measure=line.measure.value,
        name=None if line.name is None else local(line.name, language),
        max=line.max,
        figures=_cells(line.cells, compared, language),
        gap=gap_out(line.gap, language) if line.gap else None,
    )


def _question(
    area: QuestionArea, line: QuestionLine, known: Sequence[Compared], language: str
) -> QuestionLineOut:
    return QuestionLineOut(
        code=line.definition.code,
        area=area.definition.no,
        label=local(line.definition.label, language),
        max=line.definition.max,
        figures=_cells(line.cells, known, language),
    )


def _cells(
    cells: Sequence[ComparedFigure], compared: Sequence[Compared], language: str
) -> list[CellOut]:
    return [
        CellOut(
            evaluation=one.id,
            best=cell.best,
            reconstructed=cell.reconstructed,
            **figure_fields(cell.figure, language),
        )
        for one, cell in zip(compared, cells, strict=True)
    ]
