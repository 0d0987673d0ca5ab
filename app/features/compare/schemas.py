"""What the API answers of evaluations side by side.

What the method versions forbid is absent here as it is on the page: there is no line and no gap,
and `comparability` says why.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import AliasPath, Field

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.measure_lines import ComparedFigure, Line
from app.contents.comparisons.questions import Questions
from app.domain.evaluation import DetailLevel
from app.domain.score import Measure
from app.domain.wording.standing import gap_words
from app.web.api.comparing import ComparabilityOut, GapOut
from app.web.api.evaluation_document import (
    CorrectionOut,
    DiscrepancyOut,
    FigureOut,
    GoldStarOut,
    SourceOut,
)
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text, With


class ComparedOut(EvaluationRef):
    """One of those compared."""

    inherited_from = "summary"

    detail: DetailLevel = Field(validation_alias=AliasPath("summary", "detail"))
    source: SourceOut = Field(validation_alias=AliasPath("evaluation", "source"))
    corrections: list[CorrectionOut] = Field(
        validation_alias=AliasPath("evaluation", "corrections"),
        description="What releases have changed in its figures, newest first.",
    )


class CellOut(FigureOut):
    """One evaluation's figure. `best` is said within one country and method, and where it stands
    out."""

    inherited_from = "figure"

    evaluation: str
    best: bool
    reconstructed: bool


class LineGapOut(GapOut):
    """Across method families `standing` says only which is larger, and the text has the caution."""

    text: Said


class LineOut(Out):
    """One area, or the total: a figure for each of those compared."""

    measure: Measure = Field(description="`total`, or the number of the area.")
    name: Text | None
    max: Points
    figures: list[CellOut]
    gap: LineGapOut | None = Field(description="From the first to the second, where there are two.")


class QuestionLineOut(Out):
    """One question: a figure for each of those whose questions are known."""

    code: str = Field(validation_alias=AliasPath("definition", "code"))
    area: int
    label: Text = Field(validation_alias=AliasPath("definition", "label"))
    max: Points = Field(validation_alias=AliasPath("definition", "max"))
    figures: list[CellOut]


class LevelOut(Out):
    """Whether all may be compared at a level; else the largest parts of them that may."""

    comparability: ComparabilityOut = Field(validation_alias="allowed")
    parts: Annotated[list[list[str]], Of(lambda level: [part.ids for part in level.parts])]


class TotalsOut(LevelOut):
    """The totals of those compared, as far as the methods allow."""

    line: LineOut | None


class AreasOut(LevelOut):
    """The areas of those compared, as far as the methods allow."""

    lines: list[LineOut]


def _question_lines(questions: Questions) -> Iterator[With]:
    for area in questions.areas:
        for line in area.lines:
            figures = _figures(line.cells, questions.known)
            yield With(line, area=area.definition.no, figures=figures)


class QuestionsOut(Out):
    """`known` are those whose questions are known."""

    comparability: ComparabilityOut = Field(validation_alias="allowed")
    known: Annotated[list[str], Of(lambda questions: [one.id for one in questions.known])]
    remark: Said | None = Field(validation_alias="words")
    lines: Annotated[list[QuestionLineOut], Of(_question_lines)]


class SharedGapsOut(Out):
    """Where all of them got less than half of the points, and may want to learn together."""

    areas: Annotated[
        list[int],
        Of(lambda content: [line.measure.area for line in content.area_gaps if line.measure.area]),
    ]
    questions: Annotated[
        list[str], Of(lambda content: [line.definition.code for line in content.question_gaps])
    ]


class HeldStarOut(GoldStarOut):
    """A gold star, and the evaluation it was given in."""

    inherited_from = "star"

    year: int = Field(validation_alias=AliasPath("holder", "summary", "year"))
    evaluation: str = Field(validation_alias=AliasPath("holder", "id"))


class RemarkOut(DiscrepancyOut):
    """What disagrees in a figure shown here."""

    inherited_from = "discrepancy"

    evaluation: str = Field(validation_alias=AliasPath("of", "id"))


def _totals(content: CompareContent) -> With:
    line = content.totals.line
    return With(content.totals, line=line and _line(line, content.compared))


def _areas(content: CompareContent) -> With:
    return With(
        content.areas, lines=[_line(line, content.compared) for line in content.areas.lines]
    )


def _line(line: Line, compared: Iterable[Compared]) -> With:
    gap: object = line.gap
    if line.gap and line.across_families:
        gap = With(line.gap, text=line.gap_words)
    elif line.gap:
        gap = With(line.gap, text=gap_words(line.gap))
    return With(line, figures=_figures(line.cells, compared), gap=gap)


def _figures(cells: Iterable[ComparedFigure], compared: Iterable[Compared]) -> list[With]:
    """Each figure with the evaluation that it is of."""
    return [With(cell, evaluation=one.id) for one, cell in zip(compared, cells, strict=True)]


class CompareAnswer(Released):
    """Evaluations side by side; `answer` is what the page says first."""

    answer: list[Said] = Field(validation_alias="lead")
    comparison_set: Said | None = Field(
        validation_alias="set_words", description="Exactly what is compared, in words."
    )
    years_apart: Said | None
    levels: Annotated[
        list[Said], Of(lambda content: content.levels.words if content.levels else ())
    ] = Field(description="What must be known of the levels, where countries are mixed.")
    evaluations: list[ComparedOut] = Field(validation_alias="compared")
    total: Annotated[TotalsOut, Of(_totals)]
    areas: Annotated[AreasOut, Of(_areas)]
    questions: QuestionsOut
    shared_gaps: Annotated[SharedGapsOut, Of(lambda content: content)]
    gold_stars: list[HeldStarOut]
    discrepancies: list[RemarkOut] = Field(validation_alias="remarks")
    links: Links
