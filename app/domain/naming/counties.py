"""Norwegian counties by number, as they are and were.

The first two digits of a municipality's code are the number of its county (SSB, Klass 104:
classification of counties). No number has been given to another county.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from app.domain.municipality import Country, Municipality
from app.domain.naming.query import TYPE_WORDS
from app.domain.naming.spelling import Collation, fold

COUNTIES_BY_NUMBER: Final[Mapping[str, str]] = {
    # until 2017 (16, 17), until 2019
    "01": "Østfold",
    "02": "Akershus",
    "03": "Oslo",
    "04": "Hedmark",
    "05": "Oppland",
    "06": "Buskerud",
    "07": "Vestfold",
    "08": "Telemark",
    "09": "Aust-Agder",
    "10": "Vest-Agder",
    "11": "Rogaland",
    "12": "Hordaland",
    "14": "Sogn og Fjordane",
    "15": "Møre og Romsdal",
    "16": "Sør-Trøndelag",
    "17": "Nord-Trøndelag",
    "18": "Nordland",
    "19": "Troms",
    "20": "Finnmark",
    # from 2018 (50), from 2020, three of them until 2023
    "30": "Viken",
    "34": "Innlandet",
    "38": "Vestfold og Telemark",
    "42": "Agder",
    "46": "Vestland",
    "50": "Trøndelag",
    "54": "Troms og Finnmark",
    # from 2024
    "31": "Østfold",
    "32": "Akershus",
    "33": "Buskerud",
    "39": "Vestfold",
    "40": "Telemark",
    "55": "Troms",
    "56": "Finnmark",
}


_PRESENT: Final = frozenset(
    COUNTIES_BY_NUMBER[number]
    for number in (
        *("03", "11", "15", "18", "31", "32", "33", "34"),
        *("39", "40", "42", "46", "50", "55", "56"),
    )
)
_FORMER: Final = {fold(name): name for name in COUNTIES_BY_NUMBER.values() if name not in _PRESENT}


def counties_of(municipality: Municipality) -> tuple[str, ...]:
    """Every county that a municipality lies or has lain in, the register's first."""
    found = [municipality.county]
    if municipality.country is Country.NORWAY:
        numbers = (held.code[:2] for held in municipality.codes)
        found += [COUNTIES_BY_NUMBER[one] for one in numbers if one in COUNTIES_BY_NUMBER]
    return tuple(dict.fromkeys(found))


def former_county(text: str) -> str | None:
    """The county of before 2024 that a text names; None where it names none, or one that is there
    today as well, such as Østfold."""
    words = [word for word in fold(text).split() if word not in TYPE_WORDS]
    return _FORMER.get(" ".join(words))


def counties_after(
    name: str, municipalities: Iterable[Municipality], collation: Collation
) -> tuple[str, ...]:
    """The counties in which the municipalities of a former county lie today, by name. None where
    there never was one of that name."""
    found = {m.county for m in municipalities if m.is_current and name in counties_of(m)}
    return tuple(sorted(found, key=collation.key))
