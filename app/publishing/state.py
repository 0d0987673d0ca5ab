"""Everything that a release makes public, as domain objects."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.aliases import Alias
from app.domain.coverage import KnownEvaluated
from app.domain.evaluation import Evaluation
from app.domain.method import Instrument
from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage


@dataclass(frozen=True, slots=True)
class Register:
    """Municipalities with their inhabitants (oldest year first), and how they became others."""

    municipalities: Mapping[str, Municipality]
    populations: Mapping[str, tuple[Population, ...]]
    changes: tuple[Change, ...]

    def population(self, slug: str) -> tuple[Population, ...]:
        return self.populations.get(slug, ())


@dataclass(frozen=True, slots=True)
class State:
    """A whole state: the same whether it is wanted, public now, or read back from a release.

    Evaluations may be made while they are gone through, so they are gone through as rarely as can
    be.
    """

    instrument: Instrument
    register: Register
    references: tuple[ReferenceAverage, ...]
    counts: tuple[KnownEvaluated, ...]
    evaluations: Collection[Evaluation]
    aliases: tuple[Alias, ...] = ()
