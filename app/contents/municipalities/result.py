"""The evaluation that a municipality's page shows, beside the others and beside its own size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.charts.areas import Drawn
from app.charts.spider.figure import FEWEST_AXES
from app.charts.spread import AreaSpread
from app.contents.municipalities.beside import (
    Beside,
    OfferedComparison,
    beside_of,
    choices_for,
    drawn_of,
    members_sentence,
    offered,
    shown_comparisons,
    totals,
    why_no_average,
)
from app.contents.municipalities.cells import BesideCell, cells, widened
from app.contents.municipalities.nearer import nearer_in_time
from app.domain.absence import NotCompared
from app.domain.comparison_choice import (
    Comparison,
    ComparisonChoice,
    ComparisonKind,
    choose_comparison,
)
from app.domain.consistency import discrepancies
from app.domain.decimals import decimals_of
from app.domain.evaluation import (
    AreaResult,
    Discrepancy,
    Evaluation,
    EvaluationSummary,
    Finding,
    FindingKind,
    GoldStar,
    Source,
)
from app.domain.evaluation_parts import extreme_areas, finding_columns, stars_of_area
from app.domain.evaluation_table import EvaluationTable
from app.domain.headlines import Headlines, headlines
from app.domain.message import Message
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.publication_bias import publication_bias
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.wording.bias import bias_words
from app.domain.wording.sets import comparison_words
from app.domain.wording.standing import absence_words
from app.domain.wording.stated import direction_words

MOST_BESIDE: Final = 2
"""Others that are drawn beside the municipality: as many as a spider has room for."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area of the result. `cells` follow the columns of the table and the spider's polygons;
    `beside` are those that the area is compared with."""

    definition: AreaDefinition
    result: AreaResult
    cells: tuple[BesideCell, ...]
    beside: tuple[Beside, ...]
    gold_stars: tuple[GoldStar, ...]
    discrepancies: tuple[Discrepancy, ...]
    stated_direction: Message | None

    @property
    def not_compared(self) -> NotCompared | None:
        """Why figures that are known are compared with nothing; None where they are, or none is."""
        if self.beside or not any(cell.value is not None for cell in self.cells):
            return None
        return NotCompared.OWN_MISSING

    @property
    def standing_words(self) -> tuple[Message, ...]:
        """How the area stands beside the first it is compared with."""
        said = list(self.beside[0].standing) if self.beside else []
        if self.not_compared:
            said.append(absence_words(self.not_compared))
        return tuple(said)

    @property
    def finding_columns(self) -> tuple[tuple[FindingKind, Message, tuple[Finding, ...]], ...]:
        """Strengths, challenges and weaknesses, each under its heading."""
        return finding_columns(self.result)


@dataclass(frozen=True, slots=True)
class Result:
    """One evaluation with its comparisons."""

    evaluation: Evaluation
    version: MethodVersion
    total: tuple[Beside, ...]
    total_discrepancies: tuple[Discrepancy, ...]
    areas: tuple[AreaRow, ...]
    drawn: tuple[Drawn, ...]
    """What spider and bars show, the municipality first; empty where there is too little."""
    drawn_words: tuple[Message, ...]
    spread: AreaSpread
    """How the others lie around the areas."""
    nearer: tuple[Message, ...]
    """Published averages of single areas that are nearer in time than those shown."""
    too_few: Message | None
    """Why there is no computed average for the areas, where there is none."""
    bias: Message | None
    """How far the results that we have lie from what was published, where a mean of the few is
    shown."""
    members: Message | None
    """Whose totals we have, where they stand for nobody else."""
    choices: tuple[OfferedComparison, ...]
    """The comparisons that the visitor can choose between; none where there is only one."""
    highest: tuple[AreaDefinition, ...]
    """The area with the most points, and another that is about the same; none where more are."""
    lowest: tuple[AreaDefinition, ...]

    @property
    def columns(self) -> tuple[Message | str, ...]:
        """Names of what each area is set beside, in the order of `AreaRow.cells`."""
        return tuple(cell.name for cell in self.areas[0].cells)

    def drawn_beside(self, *, dots: bool) -> tuple[EvaluationSummary, ...]:
        """Everybody whose points figures of the areas show, or are an average or a middle half of;
        with `dots` each of the set is drawn."""
        found = [one for cell in self._drawn_cells for one in _behind(cell)]
        if dots or self.spread.middle:
            found += self.spread.everybody
        return tuple({one.id: one for one in found}.values())

    @property
    def published_beside(self) -> tuple[Source, ...]:
        """Who published the averages that figures of the areas show."""
        found = (cell.comparison.reference for cell in self._drawn_cells)
        return tuple(dict.fromkeys(one.source for one in found if one))

    @property
    def _drawn_cells(self) -> tuple[BesideCell, ...]:
        return self.areas[0].cells[:MOST_BESIDE]

    @property
    def compared_with(self) -> Message | str | None:
        """Whom the words on each area compare it with, where it is the same for all."""
        names = [row.beside[0].name for row in self.areas if row.beside]
        return names[0] if names and all(name == names[0] for name in names) else None

    @property
    def has_stated_directions(self) -> bool:
        """Whether the source says how any area has changed."""
        return any(row.stated_direction for row in self.areas)

    @property
    def area_decimals(self) -> int:
        """With how many decimals the areas are shown, and those beside them."""
        return decimals_of(
            value
            for row in self.areas
            for value in (row.result.figure.score, *(cell.value for cell in row.cells))
        )

    @property
    def has_areas(self) -> bool:
        return any(row.result.figure.score is not None for row in self.areas)

    @property
    def has_findings(self) -> bool:
        return any(row.result.findings for row in self.areas)

    @property
    def headlines(self) -> tuple[Headlines, ...]:
        """The findings that stand for the others, by kind."""
        return headlines(self.evaluation)

    @property
    def findings_count(self) -> int:
        return sum(len(row.result.findings) for row in self.areas)

    @property
    def has_questions(self) -> bool:
        return any(row.result.questions for row in self.areas)


def result(
    evaluation: Evaluation,
    table: EvaluationTable,
    references: Sequence[ReferenceAverage],
    wished: ComparisonKind | None,
    rules: Rules,
) -> Result:
    """Sets an evaluation beside others (design rule 5), for its total and for its areas."""
    summary = table.by_id[evaluation.id]
    version = rules.instrument.version(evaluation.version)
    areas = tuple(
        Measure.of_area(area.no) for area in evaluation.areas if area.figure.score is not None
    )

    def choose(measures: Sequence[Measure], size_group: str | None) -> ComparisonChoice:
        return choose_comparison(summary, table, references, measures, rules.coverage, size_group)

    total_choices = choices_for(choose, (Measure.TOTAL,), summary)
    area_choices = choices_for(choose, areas, summary) if areas else ()
    total_shown = shown_comparisons(total_choices, wished)
    area_shown = tuple(
        widened(comparison, table, summary, rules.coverage)
        for comparison in shown_comparisons(area_choices, wished)
    )
    found = discrepancies(evaluation, version)
    return Result(
        evaluation=evaluation,
        version=version,
        total=totals(summary, total_shown, rules, evaluation.stated_placings),
        total_discrepancies=tuple(d for d in found if d.measure is Measure.TOTAL),
        areas=_areas(evaluation, summary, area_shown, rules, found),
        drawn=drawn_of(summary, area_shown) if len(areas) >= FEWEST_AXES else (),
        spread=AreaSpread.of(area_shown[0].set.measures if area_shown else {}),
        drawn_words=tuple(comparison_words(c, rules.instrument) for c in area_shown),
        nearer=nearer_in_time(summary, area_shown, references, version),
        too_few=why_no_average(area_shown),
        bias=_bias((*total_shown, *area_shown), table, references, rules),
        members=members_sentence(total_choices),
        choices=offered((*total_choices, *area_choices), wished),
        highest=extreme_areas(evaluation, version, rules.small, highest=True),
        lowest=extreme_areas(evaluation, version, rules.small, highest=False),
    )


def _behind(cell: BesideCell) -> Iterable[EvaluationSummary]:
    """Whose points a figure is, or is an average of."""
    if cell.member is not None:
        return (cell.member,)
    if cell.comparison.kind is ComparisonKind.PUBLISHED:
        return ()
    measures = cell.comparison.set.measures.items()
    return (one for measure, of in measures if measure.area is not None for one in of.members)


def _bias(
    comparisons: Sequence[Comparison],
    table: EvaluationTable,
    references: Sequence[ReferenceAverage],
    rules: Rules,
) -> Message | None:
    """The remark that belongs beside every mean of the few."""
    means = (ComparisonKind.FEW, ComparisonKind.COMBINED)
    if not any(one.kind in means and not one.representative for one in comparisons):
        return None
    return bias_words(publication_bias(references, table, rules.coverage))


def _areas(
    evaluation: Evaluation,
    summary: EvaluationSummary,
    comparisons: Sequence[Comparison],
    rules: Rules,
    found: Sequence[Discrepancy],
) -> tuple[AreaRow, ...]:
    stated = evaluation.stated_changes
    besides = {
        measure: tuple(
            beside
            for comparison in comparisons
            if measure in comparison.measures
            for beside in beside_of(summary, comparison, measure, rules, evaluation.stated_placings)
        )
        for measure in AREA_MEASURES
    }
    values = [cell.value for measure in AREA_MEASURES for cell in cells(comparisons, measure)]
    decimals = decimals_of([*(area.figure.score for area in evaluation.areas), *values])
    rows = []
    for definition in rules.instrument.version(evaluation.version).areas:
        area, measure = evaluation.area(definition.no), Measure.of_area(definition.no)
        rows.append(
            AreaRow(
                definition,
                area,
                cells(comparisons, measure),
                tuple(replace(beside, decimals=decimals) for beside in besides[measure]),
                stars_of_area(evaluation, definition),
                tuple(d for d in found if d.measure is measure),
                direction_words(stated.areas[definition.no], stated.since)
                if stated and definition.no in stated.areas
                else None,
            )
        )
    return tuple(rows)
