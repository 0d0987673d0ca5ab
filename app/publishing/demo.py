"""Made-up municipalities for demonstrations, tests and benchmarks: the same ones every time.

Names are put together from syllables and never those of a real municipality. Points follow a
simple model: each municipality has a level of its own, each area a difficulty, and time a trend.
The instrument is the real one, so that every page can be seen full.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random

from sqlalchemy import Engine

from app.domain.evaluation import Evaluation
from app.domain.message import LocalText
from app.domain.method import Instrument
from app.domain.municipality import (
    Change,
    ChangeKind,
    Code,
    Country,
    Municipality,
    Population,
    fold,
)
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import AREA_MEASURES, Measure
from app.models import DatasetKind, Origin
from app.publishing.demo_evaluations import made_up_evaluation
from app.publishing.release import Publication, Published, publish
from app.publishing.seed import read_folder
from app.publishing.state import Register, State

SEED = 2018
FIRST_YEAR, LAST_YEAR = 2004, 2025
MERGED_ON = date(2020, 1, 1)
SOURCE = "Oppdiktet"
"""Where made-up figures come from."""


@dataclass(frozen=True, slots=True)
class Land:
    """What made-up names of a country are put together from, and how many there are."""

    country: Country
    count: int
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    counties: tuple[str, ...]
    first_code: int
    south: tuple[float, float]
    north: tuple[float, float]


NORWAY = Land(
    Country.NORWAY,
    210,
    ("Blå", "Fjær", "Glim", "Hegre", "Kvist", "Lyng", "Mose", "Myrk", "Nøtt", "Røyk", "Skarv"),
    (
        *("bogen", "brekka", "dalsund", "fossvik", "garden", "havn", "heimøy", "holmen", "kroken"),
        *("lia", "moen", "neset", "odden", "sletta", "strand", "tangen", "vang", "vatnet", "åsen"),
        "ør",
    ),
    ("Nordfylket", "Vestfylket", "Sørfylket", "Østfylket", "Innfylket"),
    7001,
    (58.6, 7.2),
    (69.2, 22.5),
)
SWEDEN = Land(
    Country.SWEDEN,
    130,
    ("Alm", "Blåbärs", "Gran", "Hassel", "Kråk", "Lind", "Rönn", "Smultron", "Tall", "Äng"),
    (
        *("berga", "boda", "fors", "hult", "köpa", "mon", "näset", "ryd", "sjöby", "stadby"),
        *("torpa", "viken", "ådala", "ökna"),
    ),
    ("Norra länet", "Västra länet", "Södra länet", "Östra länet"),
    8001,
    (56.1, 13.5),
    (66.8, 20.5),
)


def publish_demo(engine: Engine, folder: Path) -> Published:
    """Publishes the made-up municipalities with the instrument of a seed folder.

    Raises:
        RejectedError: the folder has faults.
        WrongDataset: the database holds real data.
    """
    real = read_folder(folder)
    names = {fold(m.name) for m in real.register.municipalities.values()}
    state = made_up_state(real.instrument, names)
    return publish(engine, Publication(state, Origin.DEMO, DatasetKind.DEMO))


def made_up_state(instrument: Instrument, taken: set[str]) -> State:
    """The whole made-up state; no name is among those taken (folded)."""
    chance = Random(SEED)  # noqa: S311 - the same numbers every time is what is wanted
    municipalities: dict[str, Municipality] = {}
    populations: dict[str, tuple[Population, ...]] = {}
    for land in (NORWAY, SWEDEN):
        for held in _municipalities(land, taken, chance):
            municipalities[held.slug] = held
            populations[held.slug] = _populations(held, chance)
    changes = _merge(municipalities, populations, chance)
    evaluations = tuple(
        evaluation
        for held in municipalities.values()
        for evaluation in _evaluations(held, populations[held.slug], instrument, chance)
    )
    register = Register(municipalities, dict(sorted(populations.items())), changes)
    references = _references(evaluations)
    return State(instrument, register, references, tuple(sorted(evaluations, key=lambda e: e.id)))


def _municipalities(land: Land, taken: set[str], chance: Random) -> list[Municipality]:
    names = [a + b for a, b in product(land.beginnings, land.endings) if fold(a + b) not in taken]
    found = []
    for number, name in enumerate(chance.sample(sorted(names), land.count)):
        share = chance.random()
        found.append(
            Municipality(
                slug=fold(name).replace(" ", "-"),
                country=land.country,
                name=name,
                other_names=(),
                county=chance.choice(land.counties),
                valid_from=None,
                valid_to=None,
                latitude=round(_between(land.south[0], land.north[0], share), 4),
                longitude=round(
                    _between(land.south[1], land.north[1], share) + chance.uniform(-0.9, 0.9), 4
                ),
                codes=(Code(str(land.first_code + number), None, None, SOURCE),),
            )
        )
    return found


def _between(low: float, high: float, share: float) -> float:
    return low + (high - low) * share


def _populations(held: Municipality, chance: Random) -> tuple[Population, ...]:
    """Inhabitants year by year: most municipalities are small, some grow and some shrink."""
    size = int(chance.lognormvariate(9.0, 0.9)) + 400
    growth = chance.uniform(-0.012, 0.018)
    return tuple(
        Population(year, round(size * (1 + growth) ** (year - FIRST_YEAR)), SOURCE)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    )


def _merge(
    municipalities: dict[str, Municipality],
    populations: dict[str, tuple[Population, ...]],
    chance: Random,
) -> tuple[Change, ...]:
    """Lets some Norwegian neighbours become one, so that lineage can be seen."""
    norwegian = sorted(s for s, m in municipalities.items() if m.country is Country.NORWAY)
    chosen = chance.sample(norwegian, 12)
    changes = []
    for number in range(4):
        before = sorted(chosen[number * 3 : number * 3 + 3])
        slug, *gone = before
        whole = municipalities[slug]
        earlier = f"{slug}-til-2019"
        municipalities[earlier] = _ended(whole, earlier, "–2019")
        series = populations[slug]
        populations[earlier] = tuple(p for p in series if p.year <= 2019)
        for other in gone:
            municipalities[other] = _ended(municipalities[other], other, None)
            populations[other] = tuple(p for p in populations[other] if p.year <= 2019)
        municipalities[slug] = Municipality(
            slug=slug,
            country=whole.country,
            name=whole.name,
            other_names=(),
            county=whole.county,
            valid_from=MERGED_ON,
            valid_to=None,
            latitude=whole.latitude,
            longitude=whole.longitude,
            codes=(Code(str(7901 + number), MERGED_ON, None, SOURCE),),
        )
        populations[slug] = tuple(p for p in series if p.year >= 2020)
        changes += [
            Change(MERGED_ON, ChangeKind.MERGE, old, slug, part=False, source=SOURCE)
            for old in (earlier, *gone)
        ]
    return tuple(sorted(changes, key=lambda c: (c.day, c.before, c.after)))


def _ended(held: Municipality, slug: str, qualifier: str | None) -> Municipality:
    last = date(2019, 12, 31)
    return Municipality(
        slug=slug,
        country=held.country,
        name=held.name,
        other_names=(),
        county=held.county,
        valid_from=None,
        valid_to=last,
        latitude=held.latitude,
        longitude=held.longitude,
        codes=tuple(Code(code.code, None, last, SOURCE) for code in held.codes),
        qualifier=qualifier,
    )


def _evaluations(
    held: Municipality,
    population: tuple[Population, ...],
    instrument: Instrument,
    chance: Random,
) -> list[Evaluation]:
    """None to four evaluations, in years when the municipality existed."""
    level = chance.gauss(0.5, 0.11)
    years = [p.year for p in population]
    how_many = min(len(years), chance.choices((0, 1, 2, 3, 4), (8, 30, 30, 22, 10))[0])
    return [
        made_up_evaluation(held, year, population, level, instrument, chance)
        for year in sorted(chance.sample(years, how_many))
    ]


def _references(evaluations: tuple[Evaluation, ...]) -> tuple[ReferenceAverage, ...]:
    """A published average of each country that is a little older than what is computed here."""
    found = []
    for country in Country:
        chosen = [
            e
            for e in evaluations
            if e.country is country and e.year in range(2010, 2019) and e.total.score is not None
        ]
        figures = {
            measure: _mean([e.figure(measure).score for e in chosen])
            for measure in (Measure.TOTAL, *AREA_MEASURES)
        }
        found.append(
            ReferenceAverage(
                id=f"demo-{country.lower()}-2018",
                label=LocalText(
                    {
                        "nb": "Oppdiktet snitt per 2018",
                        "nn": "Oppdikta snitt per 2018",
                        "sv": "Påhittat genomsnitt till och med 2018",
                        "en": "Made-up average as of 2018",
                    }
                ),
                country=country,
                family="2",
                as_of=2018,
                statistic=ReferenceStatistic.MEAN,
                n=len(chosen),
                size_group=None,
                figures=figures,
                source_title=SOURCE,
                source_url=None,
            )
        )
    return tuple(sorted(found, key=lambda a: (a.country, a.as_of, a.id)))


def _mean(scores: list[Decimal | None]) -> Decimal:
    known = [score for score in scores if score is not None]
    return (sum(known, Decimal(0)) / len(known)).quantize(Decimal(1))
