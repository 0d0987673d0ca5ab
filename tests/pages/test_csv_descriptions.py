"""The description beside each CSV file: found by its link, true of the file, and by the rules of
CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015)."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest

from app.config import settings
from tests.in_turn import in_turn
from tests.pages.client import Client
from tests.pages.test_api import ADDRESSES, suffixed, with_parameter

TYPES = {"string", "integer", "decimal", "date", "boolean"}
"""Built-in types of the vocabulary, those that the tables have use for."""
PREFIXES = {"dc", "schema", "rdfs", "xsd"}
"""Of those that the vocabulary has declared beforehand."""
OF_TABLES = {"@context", "url", "dialect", "tableSchema"}
OF_COLUMNS = {"name", "titles", "datatype"}
OF_DIALECTS = {"encoding", "delimiter", "quoteChar", "doubleQuote", "lineTerminators", "header"}
READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": lambda cell: int(required(r"-?\d+", cell)),
    "decimal": lambda cell: float(required(r"-?\d+(\.\d+)?", cell)),
    "date": date.fromisoformat,
    "boolean": lambda cell: {"true": True, "false": False}[cell],
}

each_address = in_turn("address", ADDRESSES)


def required(pattern: str, cell: str) -> str:
    assert re.fullmatch(pattern, cell), cell
    return cell


def linked(site: Client, address: str, relation: str, media_type: str) -> str:
    """The path that the answer leads to by this relation."""
    links = site.http.get(address).headers["link"]
    found = re.findall(rf'<([^>]*)>; rel="{relation}"; type="{re.escape(media_type)}"', links)
    assert len(found) == 1, links
    whole: str = found[0]
    assert whole.startswith(settings().site_url)
    return whole.removeprefix(settings().site_url)


def described(site: Client, address: str) -> dict[str, Any]:
    place = linked(site, suffixed(address, "csv"), "describedby", "application/csvm+json")
    answered = site.http.get(place)
    assert answered.status_code == 200
    assert answered.headers["content-type"] == "application/csvm+json"
    found: dict[str, Any] = answered.json()
    return found


@each_address
def test_the_file_leads_to_it_and_it_back(site: Client, address: str) -> None:
    found = described(site, address)
    file = suffixed(address, "csv")
    assert found["url"] == settings().site_url + file
    beside = suffixed(address, "csv-metadata.json")
    assert linked(site, beside, "describes", "text/csv") == file


@each_address
def test_it_is_true_of_the_file(site: Client, address: str) -> None:
    found = described(site, address)
    assert found["dialect"]["lineTerminators"] == ["\r\n"]
    content = site.http.get(suffixed(address, "csv")).content.decode(found["dialect"]["encoding"])
    reader = csv.reader(
        io.StringIO(content, newline=""), delimiter=found["dialect"]["delimiter"], strict=True
    )
    heads, *rows = reader
    columns = found["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == heads
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                READ[column["datatype"]](cell)


@each_address
def test_it_says_what_the_workbook_says(site: Client, address: str) -> None:
    columns = described(site, address)["tableSchema"]["columns"]
    book = openpyxl.load_workbook(io.BytesIO(site.http.get(suffixed(address, "xlsx")).content))
    sheet = [[cell.value for cell in row] for row in book["metadata"].rows][1:]
    assert [(c["name"], c["dc:description"]["@value"]) for c in columns] == [
        (name, meaning) for name, _, meaning in sheet
    ]
    for column, (_, kind, _) in zip(columns, sheet, strict=True):
        assert ("schema:unitText" in column) == (kind == "points")
        assert (column["datatype"] == "string") == (kind in ("text", "code"))


@each_address
def test_it_keeps_to_the_vocabulary(site: Client, address: str) -> None:
    found = described(site, address)
    assert found["@context"] == "http://www.w3.org/ns/csvw"
    assert own(found) == OF_TABLES
    assert found["dialect"].keys() <= OF_DIALECTS
    columns = found["tableSchema"]["columns"]
    assert found["tableSchema"].keys() == {"columns"}
    names = [column["name"] for column in columns]
    assert len(set(names)) == len(names)
    for column in columns:
        assert own(column) == OF_COLUMNS
        assert column["datatype"] in TYPES
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.]*", column["name"])
    for value in common_values(found):
        assert value.keys() <= {"@value", "@language", "@type", "@id"} | {"schema:name"}


def own(found: dict[str, Any]) -> set[str]:
    """The terms of the vocabulary itself; all others have a prefix that it knows."""
    others = {name.partition(":")[0] for name in found if ":" in name}
    assert others <= PREFIXES
    return {name for name in found if ":" not in name}


def common_values(found: dict[str, Any]) -> list[dict[str, Any]]:
    every = [found, *found["tableSchema"]["columns"]]
    values = [value for one in every for name, value in one.items() if ":" in name]
    flat = [v for value in values for v in (value if isinstance(value, list) else [value])]
    return [value for value in flat if isinstance(value, dict)]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_its_words_are_in_the_language_asked_for(site: Client, language: str) -> None:
    found = described(site, f"/api/v1/evaluations?lang={language}")
    assert found["dc:title"]["@language"] == language
    year = next(c for c in found["tableSchema"]["columns"] if c["name"] == "year")
    said = {"nb": "År", "en": "Year"}[language]
    assert year["dc:description"] == {"@value": said, "@language": language}


def test_made_up_data_are_called_so(demo_site: Client) -> None:
    remarks = described(demo_site, "/api/v1/evaluations?lang=en")["rdfs:comment"]
    assert remarks[0]["@value"].startswith("Made-up data")


def test_the_dialect_for_spreadsheets_has_none(site: Client) -> None:
    file = site.http.get("/api/v1/evaluations.csv?dialect=excel-no")
    assert "describedby" not in file.headers["link"]
    site.problem("/api/v1/evaluations.csv-metadata.json?dialect=excel-no", 400)


def test_what_is_no_table_has_none(site: Client) -> None:
    site.problem("/api/v1/config.csv-metadata.json", 404)
    site.problem("/api/v1/municipalities/hemne/what-if.csv-metadata.json", 404)
    site.problem("/api/v1/evaluations.json-metadata.json", 404)


def test_it_is_kept_as_every_answer(site: Client) -> None:
    address = with_parameter("/api/v1/evaluations.csv-metadata.json", "country=SE")
    first = site.http.get(address)
    again = site.http.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert first.headers["access-control-allow-origin"] == "*"
