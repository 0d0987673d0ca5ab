"""What a story is, and what the rules that find stories are given."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Level
from app.domain.stated import StatedPlacing


class StoryKind(StrEnum):
    """What a story is about, in the order in which stories are told, and its name in addresses.

    An address stands for the rule: a later release may tell it of somebody else.
    """

    CLIMB = "storst-framgang"
    HIGHEST = "hoyest-med-nyeste-metode"
    ABOVE_AVERAGE = "over-snittet"
    FIRST_IN_NORWAY = "forst-i-norge"
    FIRST_IN_SWEDEN = "forst-i-sverige"
    LOWEST_AREAS = "der-poengene-er-lavest"
    CONTRAST = "sterkest-og-svakest"
    GOLD_STARS = "flest-gullstjerner"
    SMALL_AMONG_LARGE = "liten-blant-store"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of a release that stories are found in."""

    evaluations: EvaluationTable
    references: tuple[ReferenceAverage, ...]
    rules: Rules
    placings: Mapping[str, tuple[StatedPlacing, ...]]
    """The places that sources state, by evaluation; those among all ever evaluated at least."""
    stars: Mapping[str, int]
    """How many gold stars are known of each municipality that has any."""

    def families(self) -> Iterator[str]:
        """The method families whose own results may be compared without caution, newest first."""
        instrument = self.rules.instrument
        for family, versions in reversed(tuple(instrument.families.items())):
            between = instrument.comparability.between
            if all(
                between(v.version, v.version, level).reason is None
                for v in versions
                for level in (Level.TOTAL, Level.AREA)
            ):
                yield family


class Story(ABC):
    """Something that the figures tell, with the set it rests on."""

    __slots__ = ()

    @property
    @abstractmethod
    def kind(self) -> StoryKind:
        """By which rule it was found."""

    @property
    @abstractmethod
    def about(self) -> tuple[EvaluationSummary, ...]:
        """The evaluations that it is told of; none where it is of no single municipality."""

    @property
    def beside(self) -> tuple[EvaluationSummary, ...]:
        """The others that it names."""
        return ()

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.kind.value

    @property
    def evaluations(self) -> tuple[EvaluationSummary, ...]:
        """Every evaluation whose figures it shows."""
        return (*self.about, *self.beside)
