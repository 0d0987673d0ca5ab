"""Made-up evaluations in any number, for measurements: the same ones every time.

Districts follow one another, each with as many municipalities and one merger among them, until
there are evaluations enough. What a district holds depends on its number alone, so a larger set
holds a smaller one. Evaluations are made when they are asked for, and again when they are asked
for again: a hundred thousand of them are not kept in memory.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from random import Random

from app.bounds import MADE_UP_EVALUATIONS
from app.domain.evaluation import Evaluation
from app.domain.method import Instrument
from app.domain.municipality import Country, Municipality, Population
from app.domain.naming.spelling import fold
from app.publishing.demo_coverage import made_up_counts
from app.publishing.demo_evaluations import made_up_evaluations
from app.publishing.demo_groups import with_made_up_schemes
from app.publishing.demo_references import made_up_references
from app.publishing.demo_register import (
    NORWAY,
    SWEDEN,
    Land,
    MadeUpRegister,
    made_up_municipality,
)
from app.publishing.state import State

SEED = "many"

MIDDLES = tuple(a + b for a, b in product("bdfghjklmnprstv", "aeiouy"))
"""What stands in the middle of a name. No real place is called Blåbabogen."""

IN_DISTRICT = ((NORWAY, 50), (SWEDEN, 30))
MERGED = 3
"""Municipalities of a district that became one."""

WEIGHTS = (4, 8, 12, 16, 20, 16, 12, 8, 4)
"""How often a municipality has no evaluation, one, two … eight; four on average."""

REFERENCES_FROM = 2_000
"""Evaluations that the made-up averages are taken of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The evaluations that a municipality has."""

    held: Municipality
    population: tuple[Population, ...]
    count: int

    def evaluations(self, instrument: Instrument) -> Iterator[Evaluation]:
        """All of them, oldest first."""
        chance = _chance("evaluations", self.held.slug)
        level = chance.gauss(0.5, 0.11)
        return made_up_evaluations(
            self.held, self.population, level, self.count, instrument, chance
        )


class ManyEvaluations(Collection[Evaluation]):
    """The evaluations of many plans, made anew each time they are gone through."""

    def __init__(self, plans: Collection[Plan], instrument: Instrument) -> None:
        self._plans, self._instrument = plans, instrument
        self._count = sum(plan.count for plan in plans)

    def __iter__(self) -> Iterator[Evaluation]:
        for plan in self._plans:
            yield from plan.evaluations(self._instrument)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, wanted: object) -> bool:
        return any(found == wanted for found in self)


def many_made_up(instrument: Instrument, taken: set[str], count: int) -> State:
    """A made-up state with so many evaluations; no name is among those taken (folded).

    Raises:
        ValueError: the number is below one or above the largest that can be made.
    """
    if not 1 <= count <= MADE_UP_EVALUATIONS:
        raise ValueError(f"the number of evaluations has to be 1 to {MADE_UP_EVALUATIONS}")
    instrument = with_made_up_schemes(instrument)
    names = {land.country: _names(land, taken) for land, _ in IN_DISTRICT}
    made = MadeUpRegister()
    plans: list[Plan] = []
    district, missing = 0, count
    while missing:
        chance = _chance("district", str(district))
        for slug in _district(made, district, names, chance):
            wanted = chance.choices(range(len(WEIGHTS)), WEIGHTS)[0]
            few = min(wanted, missing, len(made.populations[slug]))
            plans.append(Plan(made.municipalities[slug], made.populations[slug], few))
            missing -= few
        district += 1
    evaluations = ManyEvaluations(plans, instrument)
    references = made_up_references(islice(evaluations, REFERENCES_FROM))
    counts = made_up_counts(evaluations, instrument)
    return State(instrument, made.whole(), references, counts, evaluations)


def _chance(*about: str) -> Random:
    return Random("/".join((SEED, *about)))  # noqa: S311 - the same numbers every time are wanted


def _names(land: Land, taken: set[str]) -> list[str]:
    """Every name of a country, each once as it is folded, in an order that chance made."""
    parts = product(land.beginnings, MIDDLES, land.endings)
    folded = {fold(name): name for name in sorted("".join(part) for part in parts)}
    names = [name for key, name in sorted(folded.items()) if key not in taken]
    _chance("names", land.country).shuffle(names)
    return names


def _district(
    made: MadeUpRegister, number: int, names: Mapping[Country, list[str]], chance: Random
) -> list[str]:
    """Makes the municipalities of a district, of which some became one; returns their slugs."""
    slugs = []
    for land, count in IN_DISTRICT:
        for place in range(number * count, (number + 1) * count):
            held = made_up_municipality(land, names[land.country][place], place, chance)
            made.add(held, chance)
            slugs.append(held.slug)
    code = NORWAY.first_code + len(names[NORWAY.country]) + number
    slugs.append(made.merge(sorted(slugs[:MERGED]), code))
    return sorted(slugs)
