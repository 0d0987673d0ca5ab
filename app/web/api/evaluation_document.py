"""An evaluation as the API answers it, wherever one is answered (design §5)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, TypeVar

from pydantic import AliasPath, BeforeValidator, Field

from app.domain.consistency import discrepancies
from app.domain.evaluation import (
    DetailLevel,
    Discrepancy,
    DiscrepancyKind,
    Evaluation,
    FindingKind,
    GoldStarScope,
    QuestionResult,
    VersionBasis,
    YearBasis,
)
from app.domain.message import LocalText
from app.domain.municipality import Country, PopulationBasis
from app.domain.score import Measure, MissingKind
from app.domain.stated import (
    Direction,
    PeriodKind,
    PlacingBand,
    PlacingScope,
    ScopeCode,
    StatedDegree,
    StatedStanding,
    Territory,
)
from app.domain.wording.changes import what_words
from app.domain.wording.placings import placing_words
from app.domain.wording.standing import absence_words
from app.domain.wording.stated import comparison_stated_words
from app.web.api.group_document import EvaluationGroupOut
from app.web.api.schemas import Context, Joined, Of, Out, Points, Said, Text, With


class MissingOut(Out):
    """Why a figure is absent: the kind for programs, the words for people."""

    kind: MissingKind = Field(validation_alias="value")
    text: Annotated[Said, Of(absence_words)]


class FigureOut(Out):
    """`score` is ours, `stated` what the source prints; one of score and missing is null."""

    score: Points | None
    max: Points
    stated: Points | None
    missing: MissingOut | None


class FigureChangeOut(Out):
    """A figure before and after; null where there was none."""

    measure: str = Field(
        validation_alias="code",
        description="`total`, the number of an area or the code of a question.",
    )
    text: Annotated[Said, Of(lambda change: what_words(change.code))]
    old: FigureOut | None
    new: FigureOut | None


class CorrectionOut(Out):
    """Figures of an evaluation that a release changed after they had been public."""

    release: int = Field(
        validation_alias=AliasPath("release", "number"),
        description="The release that it came with. The one before still has the old figures.",
    )
    published_at: datetime = Field(validation_alias=AliasPath("release", "published_at"))
    reason: Text | None = Field(
        validation_alias=AliasPath("release", "reason"),
        description="Why, in the words of whoever published it; null where nothing was said.",
    )
    figures: list[FigureChangeOut] = Field(description="The total, then areas and questions.")


class MunicipalityRef(Out):
    """Which municipality: its slug never changes, its code may."""

    slug: str
    name: str = Field(description="The official name.")
    label: str = Field(
        description="The name with what tells it from its namesakes, as pages show it."
    )
    qualifier: str | None = Field(
        description="What the label has behind the name: a county or years; null without namesakes."
    )
    code: str | None = Field(description="The newest official code.")
    country: Country


MunicipalityOf = Annotated[
    MunicipalityRef, Joined(lambda source, context: context.municipalities[source.municipality])
]
"""The municipality of what names it by its slug."""


CodeInYear = Annotated[
    str | None,
    Joined(
        lambda source, context: context.municipalities[source.municipality].code_in(source.year)
    ),
    Field(
        description="The official code of the municipality in the year of the evaluation, by which "
        "statistics of that year are joined; null where it is not known."
    ),
]


class PopulationOut(Out):
    """Inhabitants that the size group rests on; `basis` says whether the year is another."""

    value: int = Field(validation_alias=AliasPath("population", "inhabitants"))
    year: int = Field(validation_alias=AliasPath("population", "year"))
    basis: PopulationBasis


def _text(question: QuestionResult, context: Context) -> str | None:
    return question.text.in_language(context.language) if question.text else None


def _text_language(question: QuestionResult, context: Context) -> str | None:
    return question.text.language_for(context.language) if question.text else None


def _text_is_unofficial(question: QuestionResult, context: Context) -> bool | None:
    return question.text.is_unofficial(context.language) if question.text else None


class QuestionOut(FigureOut):
    """A question of an evaluation with its points."""

    inherited_from = "figure"

    code: str
    label: Text
    reconstructed: bool
    gold_star: bool
    note: Text | None
    text: Annotated[str | None, Joined(_text)] = Field(
        description="What the evaluators wrote of it for the report: paragraphs with an empty line "
        "between them; null where they wrote nothing here."
    )
    lang: Annotated[str | None, Joined(_text_language)] = Field(
        description="The language that `text` is in (BCP 47); null where there is none."
    )
    unofficial: Annotated[bool | None, Joined(_text_is_unofficial)] = Field(
        description="True where `text` is our own translation; null where there is none."
    )


class FindingOut(Out):
    """A strength, challenge or weakness, retold in our own words."""

    kind: FindingKind
    text: str
    lang: str = Field(validation_alias="language")


class AreaOut(FigureOut):
    """An area of an evaluation: its points, questions and findings."""

    inherited_from = "figure"

    no: int
    name: Text
    questions: list[QuestionOut]
    findings: list[FindingOut]


class GoldStarOut(Out):
    """A practice most others can learn from; never derived from a score."""

    scope: GoldStarScope
    area: int | None
    question: str | None
    practice: Text
    why: Text | None
    lang: Annotated[str, Joined(lambda star, context: star.practice.language_for(context.language))]
    year: int


Entry = TypeVar("Entry")


def _by_number(areas: Mapping[int, Entry]) -> dict[str, Entry]:
    return {str(no): areas[no] for no in sorted(areas)}


class SourceOut(Out):
    """What was read: a report, an article, a page."""

    title: str
    url: str | None


class StatedOut(Out):
    """What a source states of the municipality itself; kept as stated."""

    text: Said
    source: SourceOut | None = Field(
        description="Where it was read, if not in the source of the evaluation."
    )
    teller: Text | None = Field(
        description="Whose words they are, if not the municipality's or its report's."
    )


class StatedComparisonOut(StatedOut):
    """The standing of the total, of areas or of both beside an average."""

    text: Annotated[Said, Of(comparison_stated_words)]
    against: Text
    areas: Annotated[dict[str, StatedStanding], BeforeValidator(_by_number)] = Field(
        description="Only the areas that the source names."
    )
    clearly: list[int]
    total: StatedStanding | None
    degree: StatedDegree | None = Field(description="How far the total is, in the source's words.")


class PlacingPeriodOut(Out):
    """By when they were evaluated, or by which method version."""

    kind: PeriodKind
    year: int | None = Field(
        description="Null beside `since`, where the year cannot be read in the source."
    )
    years: int | None
    version: str | None


class SizeLimitOut(Out):
    """Of what size: one of our size groups, or under so many inhabitants."""

    group: str | None
    below: int | None
    own: bool = Field(
        description="The source says “its size group”; alone, its limits cannot be read."
    )


def _group(placing: With) -> str | None:
    scope = placing.scope
    return scope.size.group if isinstance(scope, PlacingScope) and scope.size else None


class StatedPlacingOut(StatedOut):
    """A place: as a number, as how many did better, or as a band. It is no wider than the source
    says: where that names no period, it may not mean all time."""

    scope: ScopeCode = Field(
        description="In one word where there is one, else `other`: read the fields beside it.",
        validation_alias=AliasPath("scope", "code"),
    )
    territory: Territory = Field(validation_alias=AliasPath("scope", "territory"))
    period: PlacingPeriodOut | None = Field(validation_alias=AliasPath("scope", "period"))
    size: SizeLimitOut | None = Field(validation_alias=AliasPath("scope", "size"))
    measure: Measure
    rank: int | None
    better: int | None = Field(description="How many had done better.")
    band: PlacingBand | None
    of: int | None
    size_group: Annotated[str | None, Of(_group)]


class StatedChangesOut(Out):
    """What the source says of the change since an earlier evaluation."""

    since: int
    areas: Annotated[dict[str, Direction], BeforeValidator(_by_number)]


class DiscrepancyOut(Out):
    """Figures of the source that disagree. `measure` is `total` or the number of an area."""

    kind: DiscrepancyKind
    text: Said
    measure: Measure | None
    question: str | None


def _family(evaluation: Evaluation, context: Context) -> str:
    return context.versions[evaluation.version].family


def _areas(evaluation: Evaluation, context: Context) -> Iterator[With]:
    """The areas in the order of the method, each with its name and those of its questions."""
    starred = {star.question for star in evaluation.gold_stars}
    for definition in context.versions[evaluation.version].areas:
        area = evaluation.area(definition.no)
        labels = {question.code: question.label for question in definition.questions}
        questions = [
            With(
                question,
                label=labels.get(question.code) or LocalText({context.language: question.code}),
                gold_star=question.code in starred,
            )
            for question in area.questions
        ]
        yield With(area, name=definition.name, questions=questions)


def _gold_stars(evaluation: Evaluation) -> Iterator[With]:
    return (With(star, year=evaluation.year) for star in evaluation.gold_stars)


def _placings(evaluation: Evaluation) -> Iterator[With]:
    return (
        With(placing, text=placing_words(placing, evaluation.country))
        for placing in evaluation.stated_placings
    )


def _discrepancies(evaluation: Evaluation, context: Context) -> tuple[Discrepancy, ...]:
    return discrepancies(evaluation, context.versions[evaluation.version])


class ReplyOut(Out):
    """What the municipality itself says of its evaluation, in its own words."""

    text: str = Field(description="As it was given: paragraphs with an empty line between them.")
    lang: str = Field(validation_alias="language")
    day: date = Field(description="The day on which it was given (YYYY-MM-DD).")
    office: str = Field(description="Which office of the municipality gave it.")


class EvaluationOut(Out):
    """Everything public about one evaluation."""

    id: str
    municipality: MunicipalityOf
    code_in_year: CodeInYear
    year: int
    year_basis: YearBasis | None = Field(
        description="How the year is known; null where the source states it."
    )
    method_version: str = Field(validation_alias="version")
    method_version_basis: VersionBasis = Field(validation_alias="version_basis")
    family: Annotated[str, Joined(_family)]
    detail: DetailLevel
    population: PopulationOut | None
    size_group: str | None
    groups: list[EvaluationGroupOut]
    total: FigureOut
    areas: Annotated[list[AreaOut], Joined(_areas)]
    gold_stars: Annotated[list[GoldStarOut], Of(_gold_stars)]
    stated_comparisons: list[StatedComparisonOut]
    stated_changes: StatedChangesOut | None
    stated_placings: Annotated[list[StatedPlacingOut], Of(_placings)]
    discrepancies: Annotated[list[DiscrepancyOut], Joined(_discrepancies)]
    notes: list[Text]
    reply: ReplyOut | None = Field(
        description="What the municipality itself says of it; null where it has said nothing here."
    )
    preface: Text | None
    closing: Text | None
    corrections: list[CorrectionOut] = Field(
        description="What releases have changed in its figures, newest first."
    )
    source: SourceOut
    report_number: str | None
