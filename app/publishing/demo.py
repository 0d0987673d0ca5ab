"""Made-up municipalities for demonstrations, tests and benchmarks: the same ones every time.

Names are put together from syllables and never those of a real municipality. Points follow a
simple model: each municipality has a level of its own, each area a difficulty, and time a trend.
The instrument is the real one, so that every page can be seen full.
"""

from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

from sqlalchemy import Engine

from app.domain.evaluation import Evaluation
from app.domain.method import Instrument
from app.domain.municipality import Country, Municipality, Population
from app.domain.naming.spelling import fold
from app.models import DatasetKind, Origin
from app.publishing.demo_coverage import made_up_counts
from app.publishing.demo_evaluations import made_up_evaluations
from app.publishing.demo_groups import with_made_up_peers, with_made_up_schemes
from app.publishing.demo_many import many_made_up
from app.publishing.demo_references import made_up_references
from app.publishing.demo_register import (
    NORWAY,
    SWEDEN,
    Land,
    MadeUpRegister,
    made_up_municipality,
)
from app.publishing.progress import Tell, untold
from app.publishing.release import Publication, Published, publish
from app.publishing.seed import read_folder
from app.publishing.state import State

SEED = 2018


def publish_demo(
    engine: Engine, folder: Path, evaluations: int | None = None, tell: Tell = untold
) -> Published:
    """Publishes made-up municipalities with the instrument of a seed folder: those of the
    demonstration, or as many as a number of evaluations takes.

    Raises:
        ValueError: the number of evaluations is none that can be made.
        RejectedError: the folder has faults.
        WrongDataset: the database holds real data.
    """
    real = read_folder(folder)
    names = {fold(m.name) for m in real.register.municipalities.values()}
    if evaluations is None:
        state = made_up_state(real.instrument, names)
    else:
        state = many_made_up(real.instrument, names, evaluations)
    return publish(engine, Publication(state, Origin.DEMO, DatasetKind.DEMO), tell=tell)


def made_up_state(instrument: Instrument, taken: set[str]) -> State:
    """The whole made-up state; no name is among those taken (folded)."""
    instrument = with_made_up_schemes(instrument)
    chance = Random(SEED)  # noqa: S311 - the same numbers every time is what is wanted
    made = MadeUpRegister()
    for land in (NORWAY, SWEDEN):
        for held in _municipalities(land, taken, chance):
            made.add(held, chance)
    _merge(made, chance)
    evaluations = [
        evaluation
        for slug, held in made.municipalities.items()
        for evaluation in _evaluations(held, made.populations[slug], instrument, chance)
    ]
    references = made_up_references(evaluations)
    counts = made_up_counts(evaluations, instrument)
    evaluations.sort(key=lambda e: e.id)
    whole = made.whole()
    register = replace(whole, municipalities=with_made_up_peers(whole.municipalities))
    return State(instrument, register, references, counts, tuple(evaluations))


def _municipalities(land: Land, taken: set[str], chance: Random) -> list[Municipality]:
    names = [a + b for a, b in product(land.beginnings, land.endings) if fold(a + b) not in taken]
    return [
        made_up_municipality(land, name, number, chance)
        for number, name in enumerate(chance.sample(sorted(names), land.count))
    ]


def _merge(made: MadeUpRegister, chance: Random) -> None:
    """Lets some Norwegian neighbours become one, so that lineage can be seen."""
    norwegian = sorted(s for s, m in made.municipalities.items() if m.country is Country.NORWAY)
    chosen = chance.sample(norwegian, 12)
    for number in range(4):
        made.merge(sorted(chosen[number * 3 : number * 3 + 3]), 7901 + number)


def _evaluations(
    held: Municipality,
    population: tuple[Population, ...],
    instrument: Instrument,
    chance: Random,
) -> list[Evaluation]:
    """None to four evaluations."""
    level = chance.gauss(0.5, 0.11)
    how_many = min(len(population), chance.choices((0, 1, 2, 3, 4), (8, 30, 30, 22, 10))[0])
    return [*made_up_evaluations(held, population, level, how_many, instrument, chance)]
