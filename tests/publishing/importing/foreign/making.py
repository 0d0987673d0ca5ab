"""Files as evaluators have them, made here, and what is understood of them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl

from app.domain.municipality import Code, Country, Municipality, Population
from app.domain.naming.index import NameIndex
from app.domain.naming.spelling import Collation
from app.publishing.importing.foreign.understand import understand_foreign
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.reading import read_tables
from app.publishing.importing.understanding import Understanding
from app.publishing.state import Register
from tests.publishing.changing import real_state

CASES = Path(__file__).parent.parent / "cases"

AREAS_NB = (
    "Offentlighet og demokrati",
    "Tilgjengelighet, innbygger- og brukerorientering",
    "Politisk styring og kontroll",
    "Lederskap, ansvar og delegasjon",
    "Resultatfokus og effektivitet",
    "Kommunen som arbeidsgiver",
    "Utviklingsstrategi og lærende organisasjon",
    "Kommunen som samfunnsutvikler",
)
AREAS_NN = (
    "Offentlegheit og demokrati",
    "Tilgjengelegheit, innbyggar- og brukarorientering",
    "Politisk styring og kontroll",
    "Leiarskap, ansvar og delegering",
    "Resultatfokus og effektivitet",
    "Kommunen som arbeidsgivar",
    "Utviklingsstrategi og lærande organisasjon",
    "Kommunen som samfunnsutviklar",
)
AREAS_SV = (
    "Offentlighet och demokrati",
    "Tillgänglighet och brukarorientering",
    "Politisk styrning och kontroll",
    "Ledarskap, ansvar och delegation",
    "Resultat och effektivitet",
    "Kommunen som arbetsgivare – personalpolitik",
    "Verksamhetsutveckling",
    "Kommunen som samhällsbyggare",
)
TENTHS = ("41,2", "36,8", "72,6", "58", "55,3", "47,1", "44,6", "60,4")
WHOLES = (36, 27, 51, 43, 46, 38, 47, 40)
OTHERS = (59, 62, 71, 55, 67, 58, 63, 66)
POINTS_OF_TENTHS = (41.2, 36.8, 72.6, 58, 55.3, 47.1, 44.6, 60.4)


@lru_cache
def known_of_cases() -> KnownBefore:
    """The real method, and the made-up municipalities of the cases."""
    found: dict[str, Municipality] = {}
    populations: dict[str, tuple[Population, ...]] = {}
    with (CASES / "register.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            slug = row["slug"]
            until = date(2019, 12, 31) if slug.endswith("-til-2019") else None
            found[slug] = Municipality(
                slug,
                Country(row["country"]),
                row["name"],
                (row["name_alt"],) if row["name_alt"] else (),
                row["county"],
                None,
                until,
                None,
                None,
                (Code(row["code"], None, until, "case"),),
            )
            populations[slug] = (Population(2018, int(row["population"]), "case"),)
    names = NameIndex(found.values(), Collation.NORWEGIAN)
    return KnownBefore(real_state().instrument, Register(found, populations, ()), names)


def understood(
    name: str, content: bytes, answers: Mapping[str, str] | None = None
) -> Understanding:
    """What is understood of a file with some answers."""
    return understand_foreign(read_tables(name, content), known_of_cases(), answers or {})


def case(name: str, answers: Mapping[str, str] | None = None) -> Understanding:
    """What is understood of one of the cases."""
    return understood(name, (CASES / name).read_bytes(), answers)


def table(rows: Iterable[Sequence[object]], sign: str = ";", encoding: str = "utf-8") -> bytes:
    """A table kept as text. None is an empty cell."""
    return "\r\n".join(
        sign.join("" if cell is None else str(cell) for cell in row) for row in rows
    ).encode(encoding)


def book(
    sheets: Mapping[str, Sequence[Sequence[object]]],
    merged: Iterable[str] = (),
    formats: Mapping[str, str] | None = None,
    hidden: Iterable[str] = (),
) -> bytes:
    """A workbook. `merged` and `formats` are of its first sheet."""
    made = openpyxl.Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    first = made.worksheets[0]
    for cells in merged:
        first.merge_cells(cells)
    for cell, format in (formats or {}).items():
        first[cell].number_format = format
    for name in hidden:
        made[name].sheet_state = "hidden"
    memory = io.BytesIO()
    made.save(memory)
    return memory.getvalue()


def stated(document: Mapping[str, Any]) -> list[float | None]:
    """The stated points of areas 1–8; None where there are none."""
    by_no = {area["no"]: area["stated"] for area in document["areas"]}
    return [by_no.get(no) for no in range(1, 9)]


def scores(document: Mapping[str, Any]) -> dict[str, float | None]:
    """The scores of all questions by code."""
    return {
        question["code"]: question.get("score")
        for area in document["areas"]
        for question in area.get("questions", ())
    }


def summary(found: Understanding) -> list[tuple[Any, ...]]:
    """Who, when, the total, and the areas of every evaluation of a file."""
    return [
        (d.get("municipality"), d.get("year"), d["total"], stated(d))
        for d in (one.document for one in found.candidates)
    ]


def asked(found: Understanding) -> set[str]:
    """What is asked about, without the places: `municipality`, `year`, `source` …"""
    return {question.id.partition(":")[0] for question in found.asked}
