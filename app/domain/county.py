"""Counties as municipalities lie in them: their names, and their place in addresses.

The register knows of each municipality the county that it lies in, or lay in when it ceased to
exist. A county is found by its name, which is unique over both countries.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.municipality import Country, Municipality
from app.domain.naming.spelling import fold

_SWEDISH_ENDING: Final = "-lan"

_OTHER_LANGUAGES: Final[Mapping[str, str]] = {
    "trööndelage": "trondelag",
    "nordlánnda": "nordland",
    "nordlaante": "nordland",
    "romsa": "troms",
    "tromssa": "troms",
    "finnmárku": "finnmark",
    "finmarkku": "finnmark",
}
"""The official Sami and Kven names of Norwegian counties."""


@dataclass(frozen=True, slots=True)
class County:
    """A county with its municipalities, by name. `present` are those that exist today; `former`
    lay in it when they ceased to exist."""

    country: Country
    name: str
    present: tuple[Municipality, ...]
    former: tuple[Municipality, ...]

    @property
    def slug(self) -> str:
        return county_slug(self.name)

    @property
    def path(self) -> str:
        return county_path(self.name)

    @property
    def is_former(self) -> bool:
        """Whether no municipality of today lies in it."""
        return not self.present

    @property
    def members(self) -> int:
        return len(self.present)

    @property
    def former_members(self) -> int:
        return len(self.former)


@dataclass(frozen=True, slots=True)
class CountyCount:
    """How many municipalities a county has today, and how many lay in it when they ceased to exist;
    and of how many of either an evaluation is known."""

    country: Country
    name: str
    members: int
    former_members: int
    evaluated: int
    former_evaluated: int

    @property
    def is_former(self) -> bool:
        """Whether no municipality of today lies in it."""
        return not self.members


def county_slug(name: str) -> str:
    """A county's name in addresses: `Møre og Romsdal` is `more-og-romsdal`."""
    return fold(name).replace(" ", "-")


def county_path(name: str) -> str:
    """Where the page of a county is found."""
    return f"/fylker/{county_slug(name)}"


def county_called(written: str, counties: Sequence[County]) -> County | None:
    """The county that a part of an address means: by its name, by the Swedish one without “län”,
    or by an official name in another language; None where there is no such county."""
    wanted = county_slug(written)
    wanted = _IN_OTHER_LANGUAGES.get(wanted, wanted)
    for county in counties:
        if wanted in _written(county):
            return county
    return None


def _written(county: County) -> tuple[str, ...]:
    """`skane-lan` is also `skane`, and `hallands-lan` `hallands` and `halland`."""
    short = county.slug.removesuffix(_SWEDISH_ENDING)
    if county.country is not Country.SWEDEN or short == county.slug:
        return (county.slug,)
    return (county.slug, short, short.removesuffix("s"))


_IN_OTHER_LANGUAGES: Final = {county_slug(name): slug for name, slug in _OTHER_LANGUAGES.items()}
