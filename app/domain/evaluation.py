"""An evaluation: one municipality, one year, one method version, and all that its source says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.correction import Correction
from app.domain.groups import EvaluationGroup, size_key
from app.domain.message import LocalText, Message
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Country, EvaluationPopulation, beside_county
from app.domain.reply import Reply
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
    """The points of one question. `reconstructed`: a digit was lost in print and worked out.

    `text` is what the evaluators wrote of it for the report, in paragraphs."""

    code: str
    figure: Figure
    reconstructed: bool = False
    note: LocalText | None = None
    text: LocalText | None = None


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
    SOURCES_DIFFER = "sources-differ"
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
    missing: Mapping[Measure, MissingKind] = field(default_factory=dict)
    """Why measures that have no score have none."""
    qualifier: str | None = None
    """What the name has behind it, which is the municipality's label."""

    @property
    def official_name(self) -> str:
        """The municipality's name without what tells it from its namesakes."""
        return self.name.removesuffix(f" ({self.qualifier})") if self.qualifier else self.name

    @property
    def beside_county(self) -> str:
        """What the municipality is called where its county stands beside."""
        return beside_county(self.official_name, self.qualifier, self.county)

    @property
    def group_keys(self) -> tuple[str, ...]:
        """The keys of all the groups that it counts in, that of its size among them."""
        if self.size_group is None:
            return self.official_groups
        return (*self.official_groups, size_key(self.size_group))

    def score(self, measure: Measure) -> Decimal | None:
        return self.figures.get(measure)

    def why_missing(self, measure: Measure) -> MissingKind | None:
        """Why it has no figure; None where it has one. What nothing is said of was not found."""
        if measure in self.figures:
            return None
        return self.missing.get(measure, MissingKind.NOT_FOUND)

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
    groups: tuple[EvaluationGroup, ...] = ()
    """The groups that it counts in by official schemes; its size group stands apart."""
    reply: Reply | None = None
    """What the municipality itself says of it."""
    preface: LocalText | None = None
    """What the evaluators wrote before everything else in the report, in paragraphs."""
    closing: LocalText | None = None
    """What they wrote at its end: advice, as a rule."""
    corrections: tuple[Correction, ...] = ()
    """What releases have changed in its figures, newest first. Known of what is read from a
    release, and no part of the record itself."""

    def area(self, no: int) -> AreaResult:
        """The result of area `no`.

        Raises:
            KeyError: the version has no such area.
        """
        for area in self.areas:
            if area.no == no:
                return area
        raise KeyError(no)

    def figure(self, measure: Measure) -> Figure:
        return self.total if measure.area is None else self.area(measure.area).figure

    def question(self, code: str) -> QuestionResult | None:
        """The result of a question, or None where it is not public."""
        for area in self.areas:
            for question in area.questions:
                if question.code == code:
                    return question
        return None

    @property
    def path(self) -> str:
        """What follows the municipality in the address of its page: `2018`, or `2018-v2.1`."""
        return self.id.removeprefix(self.municipality + "-")


def evaluation_id(municipality: str, year: int, version: str | None = None) -> str:
    """`hemne-2018`; with a version (for a second one in a year) `hemne-2018-v2.1`."""
    return f"{municipality}-{year}" if version is None else f"{municipality}-{year}-v{version}"


def area_figure(
    definition: AreaDefinition,
    questions: tuple[QuestionResult, ...],
    stated: Decimal | None,
    missing: MissingKind = MissingKind.NOT_FOUND,
) -> Figure:
    """An area's figure: the sum of its questions where every known question has points."""
    parts: list[Decimal | None] | None = None
    if definition.questions and questions:
        by_code = {question.code: question.figure.score for question in questions}
        parts = [by_code.get(question.code) for question in definition.questions]
    return figure_from_parts(parts, stated, definition.max, missing)


def total_figure(
    method: MethodVersion,
    areas: tuple[AreaResult, ...],
    stated: Decimal | None,
    missing: MissingKind = MissingKind.NOT_FOUND,
) -> Figure:
    """The total: the sum over all questions where every area is complete, else as stated.

    Stated area figures are rounded, so their sum never replaces a stated total.
    """
    parts: list[Decimal | None] | None = None
    if method.has_questions:
        by_number = {area.no: area for area in areas}
        parts = [
            _sum_of_questions(definition, by_number.get(definition.no))
            for definition in method.areas
        ]
    return figure_from_parts(parts, stated, method.max, missing)


def _sum_of_questions(definition: AreaDefinition, area: AreaResult | None) -> Decimal | None:
    if area is None or not definition.questions:
        return None
    scores = {question.code: question.figure.score for question in area.questions}
    found = [scores.get(question.code) for question in definition.questions]
    known = [score for score in found if score is not None]
    return sum(known, Decimal(0)) if len(known) == len(found) else None


def detail_of(method: MethodVersion, total: Figure, areas: tuple[AreaResult, ...]) -> DetailLevel:
    """The detail level that the figures themselves show: `questions` only where all are known."""
    known = [area for area in areas if area.figure.score is not None]
    if areas and all(_sum_of_questions(method.area(area.no), area) is not None for area in areas):
        return DetailLevel.QUESTIONS
    if areas and len(known) == len(areas):
        return DetailLevel.AREAS
    if known:
        return DetailLevel.SOME_AREAS
    return DetailLevel.KNOWN if total.score is None else DetailLevel.TOTAL
