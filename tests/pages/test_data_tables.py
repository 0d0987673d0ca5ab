"""Each table of the data set at an address of its own, the description of them all, and the way to
the newest file of the whole."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pandas as pd
import pytest

from app.config import settings
from app.features.data import table_files
from tests.pages.client import Client
from tests.pages.spreadsheets import LOCALES, opened
from tests.pages.test_csv_descriptions import READ

DESCRIPTOR = "/data/datapackage.json"


def package(site: Client, number: int = 1) -> zipfile.ZipFile:
    content = site.http.get(f"/data/kommunekompasset-r{number}.zip").content
    return zipfile.ZipFile(io.BytesIO(content))


def tables(site: Client) -> list[str]:
    described = json.loads(package(site).read("datapackage.json"))
    return [resource["name"] for resource in described["resources"]]


def test_each_is_what_the_package_holds(site: Client) -> None:
    whole = package(site)
    names = tables(site)
    assert "questions" in names
    for name in names:
        answered = site.http.get(f"/data/tables/{name}.csv")
        assert answered.headers["content-type"] == "text/csv; charset=utf-8"
        assert answered.content == whole.read(f"data/{name}.csv"), name
        assert answered.headers["etag"] == f'"{hashlib.sha256(answered.content).hexdigest()}"'


def test_a_release_that_is_named_stays(changed_site: Client) -> None:
    newest = changed_site.http.get("/data/tables/evaluations.csv")
    first = changed_site.http.get("/data/tables/evaluations.csv?release=1")
    assert newest.content == package(changed_site, 3).read("data/evaluations.csv")
    assert first.content == package(changed_site, 1).read("data/evaluations.csv")
    assert first.content != newest.content
    assert "-r1.csv" in first.headers["content-disposition"]


def test_the_newest_is_asked_for_again_and_not_kept_for_good(site: Client) -> None:
    for address in ("/data/tables/areas.csv", "/data/tables/areas.xlsx?release=1"):
        first = site.http.get(address)
        assert "immutable" not in first.headers["cache-control"]
        again = site.http.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert again.status_code == 304


def test_a_file_is_called_otherwise_than_the_list_of_the_api(site: Client) -> None:
    own, list_ = (
        site.http.get(address).headers["content-disposition"]
        for address in ("/data/tables/evaluations.csv", "/api/v1/evaluations.csv")
    )
    assert own != list_


@pytest.mark.parametrize("name", ["nothing", "evaluations.csv", "..", "data"])
def test_what_is_no_table_is_not_found(site: Client, name: str) -> None:
    for suffix in ("csv", "xlsx", "csv-metadata.json"):
        assert site.http.get(f"/data/tables/{name}.{suffix}").status_code == 404


def test_the_way_to_the_newest(changed_site: Client) -> None:
    status, place = changed_site.redirect("/data/kommunekompasset-latest.zip")
    assert (status, place) == (307, "/data/kommunekompasset-r3.zip")
    _, older = changed_site.redirect("/data/kommunekompasset-latest.zip?release=2")
    assert older == "/data/kommunekompasset-r2.zip"


def test_the_description_says_where_each_is(site: Client) -> None:
    found = site.json(DESCRIPTOR)
    inside = json.loads(package(site).read("datapackage.json"))
    for here, there in zip(found["resources"], inside["resources"], strict=True):
        place = here["path"]
        own = f"{settings().site_url}/data/tables/{here['name']}.csv?release=1"
        assert place == own
        assert here == {**there, "path": place}


def test_programs_that_others_wrote_read_it_over_the_net(served: str) -> None:
    report = frictionless.validate(f"{served}{DESCRIPTOR}")
    assert report.valid, report.flatten(["name", "type", "message"])
    assert report.stats["tasks"] >= 14
    areas = pd.read_csv(f"{served}/data/tables/areas.csv", dtype={"missing": str})
    hemne = areas[areas["evaluation"] == "hemne-2018"]
    assert hemne["score"].tolist() == [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]


def test_each_has_its_description_beside_it(site: Client) -> None:
    for name in tables(site):
        answered = site.http.get(f"/data/tables/{name}.csv")
        place = f"/data/tables/{name}.csv-metadata.json"
        assert (
            f'<{place}>; rel="describedby"; type="application/csvm+json"'
            == (answered.headers["link"])
        )
        described = site.http.get(place)
        assert described.headers["content-type"] == "application/csvm+json"
        _true_of(described.json(), answered.text)


def _true_of(described: dict[str, Any], text: str) -> None:
    columns = described["tableSchema"]["columns"]
    heads, *rows = csv.reader(io.StringIO(text, newline=""))
    assert [column["titles"] for column in columns] == heads
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                READ[column["datatype"]](cell)
    key = [heads.index(name) for name in described["tableSchema"]["primaryKey"]]
    assert len({tuple(row[i] for i in key) for row in rows}) == len(rows)


@pytest.mark.parametrize("locale", LOCALES)
def test_workbooks_open_with_codes_as_texts(site: Client, locale: str, tmp_path: Path) -> None:
    names = ("evaluations", "questions", "codes", "method_questions")
    files = {f"{n}.xlsx": site.http.get(f"/data/tables/{n}.xlsx").content for n in names}
    found = opened(files, locale, tmp_path)
    for name in names:
        text = package(site).read(f"data/{name}.csv").decode()
        heads, *rows = csv.reader(io.StringIO(text, newline=""))
        shown, *cells = found[f"{name}.xlsx"]
        assert shown == heads
        for wanted in ("code", "question", "method_version", "evaluation", "municipality"):
            if wanted in heads:
                at = heads.index(wanted)
                assert [row[at] for row in cells] == [row[at] or None for row in rows]


def test_a_workbook_is_explained_in_the_readers_language(site: Client) -> None:
    for prefix, word in (("", "Områdene i metoden"), ("/en", "Areas of the method")):
        content = site.http.get(f"{prefix}/data/tables/method_areas.xlsx").content
        readme = openpyxl.load_workbook(io.BytesIO(content))["readme"]
        lines = [str(row[0].value) for row in readme.rows]
        assert lines[0] == word
        assert lines[-1].endswith("/data/tables/method_areas.csv?release=1")


def test_what_is_too_long_for_a_spreadsheet_is_csv_alone(
    site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_files, "LARGEST_WORKBOOK_ROWS", 10)
    assert site.http.get("/data/tables/questions.xlsx").status_code == 404
    assert site.http.get("/data/tables/questions.csv").status_code == 200


def test_the_page_leads_to_each(site: Client) -> None:
    links = site.get("/en/data").links()
    for name in tables(site):
        assert f"/en/data/tables/{name}.csv" in links
    frozen = site.get("/data?release=1").links()
    assert "/data/tables/areas.xlsx?release=1" in frozen
