"""An evaluation: one municipality, one year, one method version, and all that its source says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.groups import EvaluationGroup, size_key
from app.domain.message import LocalText, Message
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Country, EvaluationPopulation
from app.domain.score import Figure, Measure, MissingKind, figure_from_parts
from app.domain.stated import Source as Source
from app.domain.stated import StatedChanges, StatedComparison, StatedPlacing


class DetailLevel(StrEnum):
    """How much of an evaluation is public in the sources read, most first."""

    QUESTIONS = "questions"
    AREAS = "areas"
    SOME_AREAS = "some-areas"
    TOTAL = "total"
    KNOWN = "known"
    """Evaluated, figures not public."""


class VersionBasis(StrEnum):
    """How we know which method version was used."""

    STATED = "stated"
    INFERRED = "inferred"


class YearBasis(StrEnum):
    """How we know the year, where the source does not state it as the year of the evaluation."""

    TITLE = "title"
    """The title of the report is all that was read, and the year stands in it."""
    OTHER_SOURCE = "other-source"
    """The report has lost it, and another source gives it."""
    INFERRED = "inferred"
    """It follows from when the source came."""


class FindingKind(StrEnum):
    """What a finding says about the municipality's practice."""

    STRENGTH = "strength"
    CHALLENGE = "challenge"
    WEAKNESS = "weakness"


@dataclass(frozen=True, slots=True)
class Finding:
    """One strength, challenge or weakness of an area, retold in our own words."""

    kind: FindingKind
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The points of one question. `reconstructed`: a digit was lost in print and worked out."""

    code: str
    figure: Figure
    reconstructed: bool = False
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class AreaResult:
    """What an evaluation says of one focus area. `questions` is empty where none is public."""

    no: int
    figure: Figure
    questions: tuple[QuestionResult, ...] = ()
    findings: tuple[Finding, ...] = ()

    def findings_of(self, kind: FindingKind) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.kind is kind)


class GoldStarScope(StrEnum):
    """What a gold star was given for."""

    QUESTION = "question"
    AREA = "area"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GoldStar:
    """A practice so good that most others can learn from it; never derived from a score."""

    id: str
    evaluation: str
    scope: GoldStarScope
    area: int | None
    question: str | None
    practice: LocalText
    why: LocalText | None = None


class DiscrepancyKind(StrEnum):
    """How figures of a source disagree."""

    ROUNDING = "rounding"
    STATED_TWICE = "stated-twice"
    SOURCE_CONTRADICTS_ITSELF = "source-contradicts-itself"
    MAXIMA_INCOMPLETE = "maxima-incomplete"
    RECONSTRUCTED_DIGIT = "reconstructed-digit"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Figures that disagree, shown where the figure is shown and never repaired in silence.

    `measure` is None where it concerns no single figure; `question` narrows it to one question.
    """

    kind: DiscrepancyKind
    text: Message | LocalText
    measure: Measure | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class EvaluationSummary:
    """The figures of an evaluation without their story: enough to list, sort and average."""

    id: str
    municipality: str
    name: str
    country: Country
    county: str
    year: int
    version: str
    family: str
    detail: DetailLevel
    size_group: str | None
    inhabitants: int | None
    figures: Mapping[Measure, Decimal]
    """Scores of the measures that are known; a missing measure is absent, never 0."""
    official_groups: tuple[str, ...] = ()
    """The keys of the groups that it counts in by official schemes (`app.domain.groups`)."""

    @property
    def group_keys(self) -> tuple[str, ...]:
        """The keys of all the groups that it counts in, that of its size among them."""
        if self.size_group is None:
            return self.official_groups
        return (*self.official_groups, size_key(self.size_group))

    def score(self, measure: Measure) -> Decimal | None:
        return self.figures.get(measure)

    @property
    def path(self) -> str:
        """What follows the municipality in the address of its page."""
        return self.id.removeprefix(self.municipality + "-")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything public about one evaluation. Areas come in method order, all eight always."""

    id: str
    municipality: str
    country: Country
    year: int
    version: str
    version_basis: VersionBasis
    detail: DetailLevel
    total: Figure
    areas: tuple[AreaResult, ...]
    source: Source
    report_number: str | None = None
    population: EvaluationPopulation | None = None
    size_group: str | None = None
    gold_stars: tuple[GoldStar, ...] = ()
    recorded_discrepancies: tuple[Discrepancy, ...] = ()
    stated_comparisons: tuple[StatedComparison, ...] = ()
    stated_changes: StatedChanges | None = None
    stated_placings: tuple[StatedPlacing, ...] = ()
    notes: tuple[LocalText, ...] = ()
    year_basis: YearBasis | None = None
    """None where the source states the year."""
