"""The recipes on the page about the API do what they say: run as they stand there, where their
program is found, they read what the API has, codes and versions as the texts that they are."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from app.config import settings
from tests.pages.checks import parsed
from tests.pages.client import Client, Page

IDS = [
    f"{task}-{language}"
    for task in ("recipe", "table")
    for language in ("curl", "python", "r", "javascript", "power-query")
]
NEVER_NUMBERS = {"country", "detail", "size_group", "groups"}
"""Codes in letters."""


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        body: bytes = answer.read()
    return body


def recipe(site: str, id: str) -> str:
    address = f"{site}/en/data/api"
    text = fetched(address).decode()
    return "".join(Page(200, {}, text, parsed(address, {}, text)).by_id(id).itertext())


def rows(site: str, query: str = "") -> list[dict[str, str]]:
    text = fetched(f"{site}/api/v1/evaluations.csv{query}").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def run(program: str, *arguments: str, folder: Path) -> str:
    """What a program prints; skips where it is missing."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is missing")
    said = subprocess.run(
        [found, *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=120,
    )
    assert said.stderr == ""
    return said.stdout


def shown_municipality(site: str) -> dict[str, Any]:
    """The one that the recipes ask for."""
    (address,) = re.findall(r'"([^"]+)"', recipe(site, "recipe-curl"))
    found: dict[str, Any] = json.loads(fetched(address))
    return found


def points(score: float | None) -> str:
    return "missing" if score is None else f"{score:g}"


def printed(line: str) -> list[str]:
    """A line of a program with its points as `points` has them."""
    year, version, score = line.split()
    return [year, version, points(None if score in ("None", "null") else float(score))]


def printed_totals(site: str) -> list[list[str]]:
    return [
        [str(one["year"]), one["method_version"], points(one["total"]["score"])]
        for one in shown_municipality(site)["evaluations"]
    ]


def with_version(site: str, code: str) -> tuple[str, int]:
    """The version that a recipe looks for, and how many evaluations have it."""
    (version,) = set(re.findall(r'=== "(.+?)"|== "([\d.]+)"', code)[0]) - {""}
    return version, sum(row["method_version"] == version for row in rows(site))


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_they_ask_for_what_answers(demo_site: Client, prefix: str) -> None:
    page = demo_site.get(f"{prefix}/data/api")
    for id in IDS:
        code = "".join(page.by_id(id).itertext())
        addresses = re.findall(rf'"{re.escape(settings().site_address)}([^"]+)"', code)
        assert addresses, id
        for address in addresses:
            assert demo_site.http.get(address).status_code == 200, (id, address)


def test_the_columns_read_as_texts_are_all_that_look_like_numbers(site: Client) -> None:
    described = site.http.get("/api/v1/evaluations.csv-metadata.json").json()
    types = {one["name"]: one["datatype"] for one in described["tableSchema"]["columns"]}
    text = site.http.get("/api/v1/evaluations.csv").text
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    numbers = re.compile(r"\d+(\.\d+)?")
    look_so = {
        name
        for name in found[0]
        if str(types[name]) == "string" and any(numbers.fullmatch(row[name]) for row in found)
    }
    page = site.get("/en/data/api")
    for id in ("table-python", "table-r"):
        code = "".join(page.by_id(id).itertext())
        named = re.findall(r'"(\w+)": str', code) + re.findall(r'(\w+) = "character"', code)
        assert set(named) == look_so


def test_curl_fetches_the_files(served: str, tmp_path: Path) -> None:
    script = tmp_path / "fetch.sh"
    script.write_text(recipe(served, "table-curl"))
    run("bash", str(script), folder=tmp_path)
    assert (tmp_path / "evaluations.csv").read_bytes() == fetched(
        f"{served}/api/v1/evaluations.csv"
    )
    nordic = (tmp_path / "evaluations-excel.csv").read_text(encoding="utf-8-sig")
    assert nordic.splitlines()[0].startswith("municipality;")
    assert (tmp_path / "evaluations.xlsx").read_bytes()[:2] == b"PK"
    script.write_text(recipe(served, "recipe-curl"))
    assert json.loads(run("bash", str(script), folder=tmp_path)) == shown_municipality(served)


def test_python_prints_the_totals(served: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(recipe(served, "recipe-python"), {})
    told = [printed(line) for line in capsys.readouterr().out.splitlines()]
    assert told == printed_totals(served)
    assert told


def test_python_keeps_codes_and_versions(served: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, names = recipe(served, "table-python"), dict[str, Any]()
    exec(code, names)
    version, count = with_version(served, code)
    assert version == "2020"
    assert count > 0
    assert capsys.readouterr().out.splitlines()[0] == str(count)
    told = rows(served)
    for column in ("code", "code_in_year", "method_version", "family"):
        assert names["data"][column].fillna("").tolist() == [row[column] for row in told], column
    assert any(row["code"].startswith("0") for row in told)


def test_r_prints_the_totals(served: str, tmp_path: Path) -> None:
    script = tmp_path / "read.R"
    script.write_text(recipe(served, "recipe-r"), encoding="utf-8")
    _, *lines = run("Rscript", "--vanilla", str(script), folder=tmp_path).splitlines()
    slug = shown_municipality(served)["slug"]
    wanted = rows(served, f"?municipality={slug}")
    assert [line.split()[1:] for line in lines] == [
        [row["year"], row["method_version"], row["total"] or "NA"] for row in wanted
    ]
    assert lines


def test_r_compares_versions_as_texts(served: str, tmp_path: Path) -> None:
    code = recipe(served, "table-r")
    script = tmp_path / "read.R"
    script.write_text(f"{code}\nwriteLines(data$code)\n", encoding="utf-8")
    first, *codes = run("Rscript", "--vanilla", str(script), folder=tmp_path).splitlines()
    assert first.split() == ["[1]", str(with_version(served, code)[1])]
    assert codes == [row["code"] for row in rows(served)]


def test_javascript_prints_the_totals(served: str, tmp_path: Path) -> None:
    script = tmp_path / "read.mjs"
    script.write_text(recipe(served, "recipe-javascript"), encoding="utf-8")
    lines = run("node", str(script), folder=tmp_path).splitlines()
    assert [printed(line) for line in lines] == printed_totals(served)


def test_javascript_reads_a_list_to_its_end(served: str, tmp_path: Path) -> None:
    code = recipe(served, "table-javascript")
    script = tmp_path / "read.mjs"
    small = code.replace("limit=1000", "limit=7")
    assert small != code
    script.write_text(f"{small}\nconsole.log(evaluations.length);\n", encoding="utf-8")
    told = run("node", str(script), folder=tmp_path).split()
    assert told == [str(with_version(served, code)[1]), str(len(rows(served)))]


def test_power_query_reads_fields_that_are_there(served: str) -> None:
    """There is no program for it here: its addresses and the names of its fields are looked at."""
    one = shown_municipality(served)["evaluations"][0]
    code = recipe(served, "recipe-power-query")
    assert set(re.findall(r"_\[(\w+)\]", code)) <= one.keys()
    assert "score" in one["total"]
    columns = re.findall(r'\{"(\w+)", ', recipe(served, "table-power-query"))
    assert set(columns) <= rows(served)[0].keys()
    assert columns
