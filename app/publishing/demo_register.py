"""Made-up municipalities: where they lie, how many live there, and how some became one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from app.domain.municipality import (
    Change,
    ChangeKind,
    Code,
    Country,
    Municipality,
    Population,
)
from app.domain.naming.spelling import fold
from app.publishing.demo_groups import with_made_up_details
from app.publishing.state import Register

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


def made_up_municipality(land: Land, name: str, number: int, chance: Random) -> Municipality:
    """A municipality of a name, somewhere in its country; `number` makes its code its own."""
    share = chance.random()
    held = Municipality(
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
    return with_made_up_details(held)


def _between(low: float, high: float, share: float) -> float:
    return low + (high - low) * share


def made_up_populations(chance: Random) -> tuple[Population, ...]:
    """Inhabitants year by year: most municipalities are small, some grow and some shrink."""
    size = int(chance.lognormvariate(9.0, 0.9)) + 400
    growth = chance.uniform(-0.012, 0.018)
    return tuple(
        Population(year, round(size * (1 + growth) ** (year - FIRST_YEAR)), SOURCE)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    )


class MadeUpRegister:
    """Municipalities with their inhabitants, as they are made up one after the other."""

    def __init__(self) -> None:
        self.municipalities: dict[str, Municipality] = {}
        self.populations: dict[str, tuple[Population, ...]] = {}
        self._changes: list[Change] = []

    def add(self, held: Municipality, chance: Random) -> None:
        """Takes in a municipality, and makes up its inhabitants."""
        self.municipalities[held.slug] = held
        self.populations[held.slug] = made_up_populations(chance)

    def merge(self, before: Sequence[str], code: int) -> str:
        """Makes one municipality of several, under the name of the first and with a new code.
        Returns the slug that the first goes by from then on."""
        slug, *gone = before
        whole, series = self.municipalities[slug], self.populations[slug]
        earlier = f"{slug}-til-2019"
        self._end(whole, earlier, series, "–2019")
        for other in gone:
            self._end(self.municipalities[other], other, self.populations[other], None)
        codes = (Code(str(code), MERGED_ON, None, SOURCE),)
        since = tuple(group for group in whole.groups if group.valid_from >= MERGED_ON)
        self.municipalities[slug] = replace(whole, valid_from=MERGED_ON, codes=codes, groups=since)
        self.populations[slug] = tuple(p for p in series if p.year >= 2020)
        self._changes += (
            Change(MERGED_ON, ChangeKind.MERGE, old, slug, part=False, source=SOURCE)
            for old in (earlier, *gone)
        )
        return earlier

    def _end(
        self, held: Municipality, slug: str, series: tuple[Population, ...], qualifier: str | None
    ) -> None:
        """Lets a municipality become a part of another: it goes on under a slug as it was."""
        last = date(2019, 12, 31)
        codes = tuple(replace(code, valid_to=last) for code in held.codes)
        self.municipalities[slug] = replace(
            held,
            slug=slug,
            valid_to=last,
            codes=codes,
            qualifier=qualifier,
            groups=tuple(group for group in held.groups if group.valid_from <= last),
        )
        self.populations[slug] = tuple(p for p in series if p.year <= 2019)

    def whole(self) -> Register:
        """The register, when all that is made up is there."""
        changes = sorted(self._changes, key=lambda c: (c.day, c.before, c.after))
        return Register(
            dict(sorted(self.municipalities.items())),
            dict(sorted(self.populations.items())),
            tuple(changes),
        )
