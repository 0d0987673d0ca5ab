"""Made-up groupings: schemes that nobody publishes, and who is in which of their groups."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from app.domain.groups import Group, GroupScheme, SchemeVersion
from app.domain.message import LocalText
from app.domain.method import Instrument
from app.domain.municipality import (
    Country,
    GroupMembership,
    Municipality,
    OfficialPeers,
    SurfaceArea,
    TaxBase,
)

FIRST, SECOND = date(2010, 1, 1), date(2020, 1, 1)
"""Versions begin on these days. Evaluations of before the first count in its groups, marked."""
GROUPS: Final = {Country.NORWAY: ("demo-no", 5), Country.SWEDEN: ("demo-se", 4)}
"""The scheme of each country, and how many groups it has."""
PEERS: Final = 7


def with_made_up_schemes(instrument: Instrument) -> Instrument:
    """The instrument with made-up groupings instead of the real ones."""
    return replace(instrument, official_schemes=tuple(map(_scheme, GROUPS)))


def _scheme(country: Country) -> GroupScheme:
    id, count = GROUPS[country]
    versions = (
        SchemeVersion("2010", FIRST, SECOND - timedelta(1), "Oppdiktet", None),
        SchemeVersion("2020", SECOND, None, "Oppdiktet", None),
    )
    return GroupScheme(
        id=id,
        country=country,
        name=LocalText(
            {
                "nb": "Oppdiktet inndeling",
                "nn": "Oppdikta inndeling",
                "sv": "Påhittad indelning",
                "en": "Made-up grouping",
            }
        ),
        publisher="Oppdiktet",
        versions=versions,
        groups=tuple(_group(id, str(number)) for number in range(1, count + 1)),
        note=LocalText(
            {
                "nb": "Inndelingen er oppdiktet. Hvem som er i hvilken gruppe, er tilfeldig.",
                "nn": "Inndelinga er oppdikta. Kven som er i kva gruppe, er tilfeldig.",
                "sv": "Indelningen är påhittad. Vem som är i vilken grupp är slumpmässigt.",
                "en": "The grouping is made up. Who is in which group is left to chance.",
            }
        ),
    )


def _group(scheme: str, code: str) -> Group:
    return Group(
        scheme,
        code,
        LocalText(
            {
                "nb": f"Oppdiktet gruppe {code}",
                "nn": f"Oppdikta gruppe {code}",
                "sv": f"Påhittad grupp {code}",
                "en": f"Made-up group {code}",
            }
        ),
    )


def with_made_up_details(held: Municipality) -> Municipality:
    """A municipality with groups, an area and, in Sweden, a tax base. They depend on it alone, so
    whatever else is made up stays as it is."""
    chance = Random(f"details/{held.slug}")  # noqa: S311 - the same every time is what is wanted
    scheme, count = GROUPS[held.country]
    before = chance.randint(1, count)
    after = before if chance.random() < 0.85 else chance.randint(1, count)
    derived = held.country is Country.NORWAY
    land = round(chance.lognormvariate(6.2, 0.9), 1)
    water = round(land * chance.uniform(0.01, 0.1), 1)
    return replace(
        held,
        groups=(
            GroupMembership(scheme, "2010", str(before), FIRST, SECOND - timedelta(1), derived),
            GroupMembership(scheme, "2020", str(after), SECOND, None),
        ),
        area=SurfaceArea(2020, round(land + water, 1), land, water, None),
        tax_bases=_tax_bases(chance) if held.country is Country.SWEDEN else (),
    )


def _tax_bases(chance: Random) -> tuple[TaxBase, ...]:
    start = chance.uniform(120_000, 190_000)
    return tuple(
        TaxBase(year, round(start * 1.03 ** (year - 2002))) for year in range(2002, 2023, 4)
    )


def with_made_up_peers(municipalities: Mapping[str, Municipality]) -> dict[str, Municipality]:
    """The municipalities, the Swedish ones with others that are called like them."""
    swedish = sorted(s for s, m in municipalities.items() if m.country is Country.SWEDEN)

    def peers(slug: str, kind: str) -> OfficialPeers:
        chance = Random(f"peers/{kind}/{slug}")  # noqa: S311 - the same every time
        others = [other for other in swedish if other != slug]
        return OfficialPeers(kind, 2024, tuple(sorted(chance.sample(others, PEERS))))

    return {
        slug: replace(held, peers=(peers(slug, "overall"), peers(slug, "socioeconomic")))
        if held.country is Country.SWEDEN
        else held
        for slug, held in municipalities.items()
    }
