"""An evaluation as the API answers it, wherever one is answered (design §5)."""

from collections.abc import Sequence
from typing import Any

from app.domain.consistency import discrepancies
from app.domain.evaluation import (
    AreaResult,
    Discrepancy,
    Evaluation,
    GoldStar,
    QuestionResult,
    StatedComparison,
    StatedPlacing,
)
from app.domain.message import LocalText, Message
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Municipality
from app.domain.score import Figure, MissingKind
from app.domain.wording import missing_words
from app.domain.wording_stated import comparison_stated_words, placing_words
from app.web.api.schemas import Out, Points, Text, local, said
from app.web.languages import translate


class MissingOut(Out):
    """Why a figure is absent: the kind for programs, the words for people."""

    kind: str
    text: str


class FigureOut(Out):
    """`score` is ours, `stated` what the source prints; one of score and missing is null."""

    score: Points | None
    max: Points
    stated: Points | None
    missing: MissingOut | None


class MunicipalityRef(Out):
    """Which municipality: its slug never changes, its code may."""

    slug: str
    name: str
    code: str | None
    country: str


class PopulationOut(Out):
    """Inhabitants that the size group rests on; `basis` says whether the year is another."""

    value: int
    year: int
    basis: str


class QuestionOut(FigureOut):
    code: str
    label: Text
    reconstructed: bool
    gold_star: bool
    note: Text | None


class FindingOut(Out):
    """A strength, challenge or weakness, retold in our own words."""

    kind: str
    text: str
    lang: str


class AreaOut(FigureOut):
    no: int
    name: Text
    questions: list[QuestionOut]
    findings: list[FindingOut]


class GoldStarOut(Out):
    """A practice most others can learn from; never derived from a score."""

    scope: str
    area: int | None
    question: str | None
    practice: Text
    why: Text | None
    lang: str
    year: int


class StatedComparisonOut(Out):
    """What the source itself says of its standing; kept as stated."""

    against: Text
    areas: dict[str, str]
    clearly: list[int]
    text: str


class StatedPlacingOut(Out):
    scope: str
    measure: str
    rank: int | None
    band: str | None
    of: int | None
    size_group: str | None
    text: str


class StatedChangesOut(Out):
    since: int
    areas: dict[str, str]


class DiscrepancyOut(Out):
    """Figures of the source that disagree. `measure` is `total` or the number of an area."""

    kind: str
    text: str
    measure: str | None
    question: str | None


class SourceOut(Out):
    title: str
    url: str | None


class EvaluationOut(Out):
    """Everything public about one evaluation."""

    id: str
    municipality: MunicipalityRef
    year: int
    method_version: str
    method_version_basis: str
    family: str
    detail: str
    population: PopulationOut | None
    size_group: str | None
    total: FigureOut
    areas: list[AreaOut]
    gold_stars: list[GoldStarOut]
    stated_comparisons: list[StatedComparisonOut]
    stated_changes: StatedChangesOut | None
    stated_placings: list[StatedPlacingOut]
    discrepancies: list[DiscrepancyOut]
    notes: list[Text]
    source: SourceOut
    report_number: str | None


def evaluation_out(
    evaluation: Evaluation, method: MethodVersion, municipality: Municipality, language: str
) -> EvaluationOut:
    """The evaluation with its texts in a language."""
    return EvaluationOut(**evaluation_fields(evaluation, method, municipality, language))


def evaluation_fields(
    evaluation: Evaluation, method: MethodVersion, municipality: Municipality, language: str
) -> dict[str, Any]:
    """The same as fields, for a shape that adds some of its own."""
    found = discrepancies(evaluation, method)
    return {
        "id": evaluation.id,
        "municipality": municipality_ref(municipality),
        "year": evaluation.year,
        "method_version": evaluation.version,
        "method_version_basis": evaluation.version_basis.value,
        "family": method.family,
        "detail": evaluation.detail.value,
        "population": _population(evaluation),
        "size_group": evaluation.size_group,
        "total": FigureOut(**figure_fields(evaluation.total, language)),
        "areas": [
            _area(definition, evaluation.area(definition.no), evaluation.gold_stars, language)
            for definition in method.areas
        ],
        "gold_stars": [gold_star_out(s, evaluation.year, language) for s in evaluation.gold_stars],
        "stated_comparisons": [_comparison(c, language) for c in evaluation.stated_comparisons],
        "stated_changes": _changes(evaluation),
        "stated_placings": [_placing(p, evaluation, language) for p in evaluation.stated_placings],
        "discrepancies": [discrepancy_out(d, language) for d in found],
        "notes": [local(note, language) for note in evaluation.notes],
        "source": SourceOut(title=evaluation.source.title, url=evaluation.source.url),
        "report_number": evaluation.report_number,
    }


def municipality_ref(municipality: Municipality) -> MunicipalityRef:
    return MunicipalityRef(
        slug=municipality.slug,
        name=municipality.label,
        code=municipality.code,
        country=municipality.country.value,
    )


def figure_fields(figure: Figure, language: str) -> dict[str, Any]:
    """The fields of `FigureOut`."""
    return {
        "score": figure.score,
        "max": figure.max,
        "stated": figure.stated,
        "missing": None if figure.missing is None else missing_out(figure.missing, language),
    }


def missing_out(kind: MissingKind, language: str) -> MissingOut:
    return MissingOut(kind=kind.value, text=translate(missing_words(kind), language))


def gold_star_out(star: GoldStar, year: int, language: str) -> GoldStarOut:
    return GoldStarOut(
        scope=star.scope.value,
        area=star.area,
        question=star.question,
        practice=local(star.practice, language),
        why=_optional(star.why, language),
        lang=star.practice.language_for(language),
        year=year,
    )


def _area(
    definition: AreaDefinition, area: AreaResult, stars: Sequence[GoldStar], language: str
) -> AreaOut:
    labels = {question.code: question.label for question in definition.questions}
    starred = {star.question for star in stars if star.question is not None}
    return AreaOut(
        no=definition.no,
        name=local(definition.name, language),
        questions=[_question(q, labels.get(q.code), starred, language) for q in area.questions],
        findings=[
            FindingOut(kind=f.kind.value, text=f.text, lang=f.language) for f in area.findings
        ],
        **figure_fields(area.figure, language),
    )


def _question(
    question: QuestionResult, label: LocalText | None, starred: set[str], language: str
) -> QuestionOut:
    return QuestionOut(
        code=question.code,
        label=local(label or LocalText({language: question.code}), language),
        reconstructed=question.reconstructed,
        gold_star=question.code in starred,
        note=_optional(question.note, language),
        **figure_fields(question.figure, language),
    )


def _population(evaluation: Evaluation) -> PopulationOut | None:
    found = evaluation.population
    if found is None:
        return None
    return PopulationOut(
        value=found.population.inhabitants, year=found.population.year, basis=found.basis.value
    )


def _comparison(stated: StatedComparison, language: str) -> StatedComparisonOut:
    return StatedComparisonOut(
        against=local(stated.against, language),
        areas={str(no): standing.value for no, standing in sorted(stated.areas.items())},
        clearly=list(stated.clearly),
        text=translate(comparison_stated_words(stated), language),
    )


def _placing(stated: StatedPlacing, evaluation: Evaluation, language: str) -> StatedPlacingOut:
    return StatedPlacingOut(
        scope=stated.scope.value,
        measure=stated.measure.value,
        rank=stated.rank,
        band=stated.band.value if stated.band else None,
        of=stated.of,
        size_group=stated.size_group,
        text=translate(placing_words(stated, evaluation.country), language),
    )


def _changes(evaluation: Evaluation) -> StatedChangesOut | None:
    stated = evaluation.stated_changes
    if stated is None:
        return None
    return StatedChangesOut(
        since=stated.since,
        areas={str(no): direction.value for no, direction in sorted(stated.areas.items())},
    )


def discrepancy_out(found: Discrepancy, language: str) -> DiscrepancyOut:
    text: Message | LocalText = found.text
    return DiscrepancyOut(
        kind=found.kind.value,
        text=said(text, language) or "",
        measure=found.measure.value if found.measure else None,
        question=found.question,
    )


def _optional(text: LocalText | None, language: str) -> Text | None:
    return None if text is None else local(text, language)
