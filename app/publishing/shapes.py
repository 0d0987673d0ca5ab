"""The shapes of the files that people write: what each may hold, and of what kind it has to be."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from app.domain.comparability import Verdict
from app.domain.coverage import CoverageUnit
from app.domain.evaluation import (
    DetailLevel,
    DiscrepancyKind,
    GoldStarScope,
    VersionBasis,
    YearBasis,
)
from app.domain.language import LanguageCode
from app.domain.municipality import Country
from app.domain.reference import Breadth, CountBasis, ReferenceBasis, ReferenceStatistic
from app.domain.score import Level, Measure, MissingKind
from app.domain.stated import (
    Direction,
    PeriodKind,
    PlacingBand,
    StatedDegree,
    StatedStanding,
    Territory,
)
from app.publishing.patterns import ADDRESS, AREA_NUMBER, GROUP_CODE, LIST_ID, SCHEME_ID
from app.publishing.text_shapes import Office, Paragraphs, QuestionText, ReportText, Text, Words
from app.publishing.unfit import no_number

LARGEST_COUNT = 2**31 - 1
"""The largest whole number that both databases hold."""


def points(value: Any) -> Decimal:
    """Points from a JSON number; a quoted number is a text, and text is not points.

    Raises:
        Unfit: it is not a number.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise no_number(value)
    return Decimal(str(value))


def without_sign(value: Decimal) -> Decimal:
    """The same points; minus zero is zero, or it would not read back as it was written."""
    return abs(value)


Points = Annotated[
    Decimal,
    BeforeValidator(points),
    Field(ge=0, le=1000, decimal_places=1),
    AfterValidator(without_sign),
]
Year = Annotated[int, Field(ge=1990, le=2100)]
AreaNumber = Annotated[int, Field(ge=1, le=8)]
AreaKey = Annotated[str, StringConstraints(pattern=AREA_NUMBER)]
Day = Annotated[date, Field(strict=True)]
Count = Annotated[int, Field(ge=1, le=LARGEST_COUNT)]


class Shape(BaseModel):
    """Nothing else than what is named, and nothing turned into another kind.

    Names are those of a record's content wherever a file says the same, so what is dumped can be
    read as content.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SourceShape(Shape):
    title: Words
    url: Annotated[str, StringConstraints(pattern=ADDRESS)] | None


class QuestionShape(Shape):
    code: Words
    score: Points | None = None
    missing: MissingKind | None = None
    reconstructed: bool = False
    note: Text | None = None
    text: QuestionText | None = None


class FindingsShape(Shape):
    lang: LanguageCode
    strengths: list[Words] = []
    challenges: list[Words] = []
    weaknesses: list[Words] = []


class AreaShape(Shape):
    no: AreaNumber
    stated: Points | None = None
    missing: MissingKind = MissingKind.NOT_FOUND
    questions: list[QuestionShape] = []
    findings: FindingsShape | None = None


class GoldStarShape(Shape):
    scope: GoldStarScope
    area: AreaNumber | None = None
    question: Words | None = None
    practice: Text
    why: Text | None = None


class DiscrepancyShape(Shape):
    kind: DiscrepancyKind
    measure: Measure | None
    question: Words | None = None
    text: Text


class ComparisonShape(Shape):
    against: Text
    areas: dict[AreaKey, StatedStanding] = {}
    clearly: list[AreaNumber] = []
    total: StatedStanding | None = None
    degree: StatedDegree | None = None
    source: SourceShape | None = None
    teller: Text | None = None


class ChangesShape(Shape):
    since: Year
    areas: dict[AreaKey, Direction]


class PeriodShape(Shape):
    kind: PeriodKind
    year: Year | None = None
    years: Count | None = None
    version: Words | None = None


class SizeLimitShape(Shape):
    group: Words | None = None
    below: Count | None = None
    own: bool = False


class ScopeShape(Shape):
    territory: Territory
    period: PeriodShape | None = None
    size: SizeLimitShape | None = None


class PlacingShape(Shape):
    scope: ScopeShape
    measure: Measure
    rank: Count | None = None
    band: PlacingBand | None = None
    better: Annotated[int, Field(ge=0, le=LARGEST_COUNT)] | None = None
    of: Count | None = None
    source: SourceShape | None = None
    teller: Text | None = None


class ReplyShape(Shape):
    """What the municipality says of its evaluation, signed by an office and by no person."""

    text: Paragraphs
    language: LanguageCode
    day: Day
    office: Office


class EvaluationShape(Shape):
    """One file in `evaluations/`. Areas that are not listed are not public in the source."""

    municipality: Words
    year: Year
    year_basis: YearBasis | None = None
    method_version: Words
    method_version_basis: VersionBasis
    detail: DetailLevel
    report_number: Words | None
    source: SourceShape
    total: Points | None
    total_missing: MissingKind = MissingKind.NOT_FOUND
    areas: list[AreaShape]
    gold_stars: list[GoldStarShape] = []
    discrepancies: list[DiscrepancyShape] = []
    stated_comparisons: list[ComparisonShape] = []
    stated_changes: ChangesShape | None = None
    stated_placings: list[PlacingShape] = []
    notes: list[Text] = []
    reply: ReplyShape | None = None
    preface: ReportText | None = None
    closing: ReportText | None = None


class QuestionDefinitionShape(Shape):
    code: Words
    max: Points
    label: Text


class AreaDefinitionShape(Shape):
    no: AreaNumber
    max: Points
    name: Text
    short: Text | None = None
    definition: Text | None = None
    note: Text | None = None
    questions: list[QuestionDefinitionShape] = []


class MethodShape(Shape):
    """One file in `methods/`."""

    version: Words
    family: Words
    year_from: Year
    year_to: Year | None
    indicator_count: Count | None
    source: Words | None
    summary: Text
    areas: list[AreaDefinitionShape]


class SizeGroupShape(Shape):
    code: Words
    min: Annotated[int, Field(ge=0)]
    max: Annotated[int, Field(ge=0)] | None


class SizeSchemeShape(Shape):
    code: Words
    basis: Text
    groups: Annotated[list[SizeGroupShape], Field(min_length=1)]


class CriterionShape(Shape):
    code: Words
    name: Text
    asks: Text


class RuleShape(Shape):
    versions: Annotated[list[Words], Field(min_length=2, max_length=2)]
    total: Verdict
    area: Verdict
    question: Verdict
    source: Words | None
    reason: Text
    level_reasons: dict[Level, Text] = {}


class InstrumentShape(Shape):
    """The file `methods/instrument.json`."""

    default_family: Words
    size_scheme: SizeSchemeShape
    scoring_note: Text
    criteria: list[CriterionShape]
    unlisted_reason: Text
    comparability: list[RuleShape]


class SchemeVersionShape(Shape):
    version: Words
    valid_from: Day
    valid_to: Day | None
    source: Words
    url: Annotated[str, StringConstraints(pattern=ADDRESS)] | None


class GroupShape(Shape):
    code: Annotated[str, StringConstraints(pattern=GROUP_CODE)]
    name: Text
    description: Text | None
    part_of: Text | None


class GroupSchemeShape(Shape):
    """One way of grouping of the list in `register/group-schemes.json`."""

    id: Annotated[str, StringConstraints(pattern=SCHEME_ID)]
    country: Country | None
    name: Text
    publisher: Words
    note: Text | None
    versions: Annotated[list[SchemeVersionShape], Field(min_length=1)]
    groups: Annotated[list[GroupShape], Field(min_length=1)]


class ReferenceShape(Shape):
    """One average of the list in `reference-averages.json`."""

    id: Annotated[str, StringConstraints(pattern=LIST_ID)]
    label: Text
    country: Country
    family: Words
    as_of: Year
    statistic: ReferenceStatistic
    n: Count | None
    size_group: Words | None
    total: Points | None
    areas: dict[AreaKey, Points]
    source: SourceShape
    basis: ReferenceBasis
    n_basis: CountBasis
    n_source: SourceShape | None = None
    breadth: Breadth | None = None
    note: Text | None = None


class KnownEvaluatedShape(Shape):
    """One count of the list in `coverage.json`."""

    id: Annotated[str, StringConstraints(pattern=LIST_ID)]
    country: Country
    family: Words | None
    unit: CoverageUnit
    since: Year | None
    as_of: Year
    n: Count
    at_least: bool
    approximate: bool
    source: SourceShape | None
    note: Text | None = None
