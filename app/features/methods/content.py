"""The page about the method: what is measured, what may be compared, and what we decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from app.domain.evaluation import Source
from app.domain.groups import SizeGroup
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument, MethodVersion, ScoringCriterion
from app.domain.method_relatives import source_named
from app.domain.wording.bias import bias_words
from app.domain.wording.instrument import CRITERIA_NOT_APART, EVIDENCE, VOLUNTARY
from app.features.methods.choices import EditorialChoice, editorial_choices, span_words
from app.features.methods.pairs import LevelMatrix, matrices
from app.features.methods.sources import READ_IN
from app.queries import bias, evaluations, method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the table of versions. `family` are the versions it shares areas with."""

    definition: MethodVersion
    family: tuple[str, ...]
    evaluations: int
    source: Source | None

    @property
    def years(self) -> Message:
        return years_words(self.definition)

    @property
    def questions(self) -> int:
        """How many questions are known; 0 where none is."""
        return sum(len(area.questions) for area in self.definition.areas)


@dataclass(frozen=True, slots=True)
class SizeLine:
    """A size group with how many evaluations here belong to it."""

    group: SizeGroup
    span: Message
    evaluations: int


@dataclass(frozen=True, slots=True)
class StrategyShare:
    """What the first question of each area, that about strategy, can give in all."""

    version: str
    points: Decimal
    max: Decimal


@dataclass(frozen=True, slots=True)
class MethodsContent:
    """Everything on the page. `strategy` is None where no version has known questions."""

    voluntary: ClassVar = VOLUNTARY
    evidence: ClassVar = EVIDENCE
    criteria_not_apart: ClassVar = CRITERIA_NOT_APART

    newest: MethodVersion
    versions: tuple[VersionLine, ...]
    matrices: tuple[LevelMatrix, ...]
    criteria: tuple[ScoringCriterion, ...]
    scoring_note: LocalText
    sizes: tuple[SizeLine, ...]
    without_size: int
    size_basis: LocalText
    choices: tuple[EditorialChoice, ...]
    bias: Message | None
    """How far the results that we have lie from what was published."""
    strategy: StrategyShare | None

    @property
    def title(self) -> Message:
        return say("The method, and what may be compared")

    @property
    def description(self) -> Message:
        return say(
            "How Kommunekompasset evaluates the way a municipality is governed and led, which "
            "versions there are, what may be compared, and what the points do not show."
        )

    @property
    def read_in(self) -> Mapping[str, Source]:
        """Where the facts that the page tells were read."""
        return READ_IN

    @property
    def questions_unknown(self) -> tuple[str, ...]:
        """The versions whose questions are not known here."""
        return tuple(line.definition.version for line in self.versions if not line.questions)


def methods_content(reading: Reading) -> MethodsContent:
    """Reads what the page needs."""
    instrument = method.instrument(reading)
    found = evaluations.summaries(reading)
    scheme = instrument.size_scheme
    return MethodsContent(
        newest=instrument.newest_of(instrument.default_family),
        versions=tuple(
            version_line(instrument, version, len(found.where("version", version.version)))
            for version in instrument.versions.values()
        ),
        matrices=matrices(instrument),
        criteria=instrument.criteria,
        scoring_note=instrument.scoring_note,
        sizes=tuple(
            SizeLine(g, span_words(g), len(found.where("size_group", g.code)))
            for g in scheme.groups
        ),
        without_size=len(found.where("size_group", None)),
        size_basis=scheme.basis,
        choices=editorial_choices(
            reading.small, int(reading.least_share * 100), int(reading.least_likeness * 100)
        ),
        bias=bias_words(bias.publication_biases(reading)),
        strategy=_strategy_share(instrument),
    )


def version_line(
    instrument: Instrument, version: MethodVersion, evaluations_here: int
) -> VersionLine:
    """A version with what it shares areas with."""
    family = tuple(v.version for v in instrument.families[version.family])
    return VersionLine(version, family, evaluations_here, source_named(version.source))


def years_words(version: MethodVersion) -> Message:
    """The years that a version was in use."""
    if version.year_to is None:
        return say("from %(year)s", year=str(version.year_from))
    return say("%(first)s–%(last)s", first=str(version.year_from), last=str(version.year_to))


def _strategy_share(instrument: Instrument) -> StrategyShare | None:
    """In the newest version with known questions, each area begins with one about strategy."""
    known = [version for version in instrument.versions.values() if version.has_questions]
    if not known:
        return None
    newest = known[-1]
    firsts = (area.questions[0].max for area in newest.areas if area.questions)
    return StrategyShare(newest.version, sum(firsts, Decimal(0)), newest.max)
