"""JSON-stat: the same figures as in CSV, names where there are any, in the order of every list."""

import csv
import io
import json
import re
from typing import Any

import pandas as pd
import pytest
from pyjstat import pyjstat

from tests.databases import SEED
from tests.pages.client import Client

NOT_A_READER = "ignore:Shouldn't use this function:DeprecationWarning"
ALPHABET = " -–()0123456789abcdefghijklmnopqrstuvwxyzæøå"
SAME = str.maketrans({"ä": "æ", "ö": "ø", "é": "e", "á": "a", "ü": "u"})
LISTS = (
    "/api/v1/evaluations",
    "/api/v1/evaluations?country=SE",
    "/api/v1/evaluations?family=2&country=NO",
    "/api/v1/municipalities",
)


def suffixed(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}.{suffix}{mark}{query}"


def cube(site: Client, address: str) -> dict[str, Any]:
    found: dict[str, Any] = site.json(suffixed(address, "jsonstat"))
    return found


def read(found: dict[str, Any]) -> pd.DataFrame:
    frame = pyjstat.Dataset.read(json.dumps(found)).write("dataframe", naming="id")
    assert isinstance(frame, pd.DataFrame)
    return frame[frame["value"].notna()]


def rows(site: Client, address: str) -> list[dict[str, str]]:
    text = site.http.get(suffixed(address, "csv")).text
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.filterwarnings(NOT_A_READER)
@pytest.mark.parametrize("address", LISTS)
def test_the_figures_are_those_of_the_table(site: Client, address: str) -> None:
    in_cube = {
        (row["municipality"], row["year"], row["method_version"], row["area"]): row["value"]
        for _, row in read(cube(site, address)).iterrows()
    }
    columns = {"total": "total", **{f"area_{no}": str(no) for no in range(1, 9)}}
    in_table = {
        (row["municipality"], row["year"], row["method_version"], area): float(row[column])
        for row in rows(site, address)
        for column, area in columns.items()
        if row[column]
    }
    assert in_cube == in_table
    assert in_table


@pytest.mark.filterwarnings(NOT_A_READER)
@pytest.mark.parametrize(
    "address", ["/api/v1/municipalities/karlskrona", "/api/v1/evaluations/hemne-2018"]
)
def test_so_are_those_of_one(site: Client, address: str) -> None:
    measured = [row for row in rows(site, address) if row["level"] != "question" and row["score"]]
    in_table = sorted((row["code"] or "total", float(row["score"])) for row in measured)
    frame = read(cube(site, address))
    assert sorted(zip(frame["area"], frame["value"], strict=True)) == in_table


@pytest.mark.parametrize("address", LISTS)
def test_only_what_is_known_is_written(site: Client, address: str) -> None:
    """Most municipalities were evaluated in few of the years, and by one version in each."""
    found = cube(site, address)
    figures = sum(bool(row[c]) for row in rows(site, address) for c in row if _is_figure(c))
    assert len(found["value"]) == figures
    assert None not in found["value"].values()
    assert len(found["status"]) <= 9 * len(rows(site, address))


def _is_figure(column: str) -> bool:
    return column == "total" or re.fullmatch(r"area_\d", column) is not None


@pytest.mark.parametrize("address", LISTS)
def test_municipalities_stand_as_in_every_list(site: Client, address: str) -> None:
    category = cube(site, address)["dimension"]["municipality"]["category"]
    names = [category["label"][slug] for slug in category["index"]]
    assert names == sorted(names, key=_in_the_alphabet)
    if address == "/api/v1/evaluations":
        assert names.index("Ale") < names.index("Vallentuna") < names.index("Ängelholm")


def _in_the_alphabet(name: str) -> list[int]:
    return [ALPHABET.index(letter) for letter in name.casefold().translate(SAME)]


def test_areas_bear_their_names_where_the_method_is_one(site: Client) -> None:
    category = cube(site, "/api/v1/evaluations?family=2&lang=nb")["dimension"]["area"]["category"]
    assert category["label"] == {"total": "Samlet", **area_names("2.1")}
    assert "note" not in category


def test_where_it_is_not_a_note_says_what_each_version_calls_them(site: Client) -> None:
    category = cube(site, "/api/v1/evaluations?lang=nb")["dimension"]["area"]["category"]
    assert category["label"]["4"] == "Område 4"
    names = {version: area_names(version) for version in ("1.0", "2.0", "2.1", "2020")}
    assert names["2.0"]["4"] == names["2.1"]["4"]
    assert category["note"]["4"] == [
        f"1.0: {names['1.0']['4']}",
        f"2.0, 2.1: {names['2.1']['4']}",
        f"2020: {names['2020']['4']}",
    ]
    assert set(category["note"]) == set("12345678")


def area_names(version: str) -> dict[str, str]:
    text = (SEED / "methods" / f"{version}.json").read_text(encoding="utf-8")
    return {str(area["no"]): area["name"]["texts"]["nb"] for area in json.loads(text)["areas"]}
