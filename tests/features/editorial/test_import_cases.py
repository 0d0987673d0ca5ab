"""Every import case through both doors: the command line and the workspace in a browser.

What comes out is held against `expected.json`, and what one door makes of a file against what the
other makes of it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select
from typer.testing import CliRunner

from app.cli import app
from app.database import create
from app.main import create_app
from app.models.editorial import DraftItemRow, DraftRow
from app.publishing.seed import seed
from tests.conftest import UseDatabase
from tests.databases import Backend, migrate
from tests.features.editorial.desk import Browser, add_accounts, browsing
from tests.publishing.importing.case_seed import CASES, write_case_seed

EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
SOURCE = {"source": "Rapport (oppdiktet)"}
REPORT, YEARS, TEXT = (
    "01_ks_report_questions.xlsx",
    "02_two_years_and_mean.xlsx",
    "03_list_in_text.txt",
)
EXPORTED, SHARES, FAULTS, FINDINGS, NAMES = (
    "05_excel_export_cp1252.csv",
    "07_percent_cells.xlsx",
    "10_faults.csv",
    "11_findings.txt",
    "12_names_to_match.csv",
)
ANSWERS: Mapping[str, Mapping[str, str]] = {
    REPORT: SOURCE,
    YEARS: SOURCE,
    TEXT: SOURCE,
    EXPORTED: SOURCE,
    SHARES: {
        **SOURCE,
        "shares:Blad1:1": "points",
        "municipality:Blad1:1": "almeby",
        "year:Blad1:1": "2014",
    },
    FINDINGS: {**SOURCE, "municipality::1": "provoy", "year::1": "2018"},
}
"""What a person answers to what is asked about each file."""


@pytest.fixture
def case_url(
    backend: Backend, tmp_path_factory: pytest.TempPathFactory, use_database: UseDatabase
) -> Iterator[str]:
    """A database of the test's own, with the municipalities of the cases and accounts."""

    def fill(engine: Engine) -> None:
        migrate(engine)
        seed(engine, write_case_seed(tmp_path_factory.mktemp("cases") / "seed"))
        add_accounts(engine)

    made = backend.once("cases", backend.new, fill)
    own = backend.copy(made)
    use_database(own)
    yield own
    backend.drop(own)


@pytest.fixture
def browser(case_url: str) -> Iterator[Browser]:
    with browsing(create_app()) as found:
        found.sign_in("evaluator")
        yield found


def drafts(url: str) -> list[dict[str, Any]]:
    """What the drafts hold, each in the order of its items."""
    engine = create(url)
    statement = select(col(DraftItemRow.document)).order_by(
        col(DraftItemRow.draft_id), col(DraftItemRow.position)
    )
    with engine.connect() as connection:
        found = list(connection.execute(statement).scalars())
    engine.dispose()
    return found


def count(url: str) -> int:
    engine = create(url)
    with engine.connect() as connection:
        found = len(connection.execute(select(col(DraftRow.id))).all())
    engine.dispose()
    return found


def at_terminal(file: str) -> tuple[int, dict[str, Any]]:
    arguments = ["import", str(CASES / file), "--json"]
    for id, value in ANSWERS.get(file, {}).items():
        arguments += ["--answer", f"{id}={value}"]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    return result.exit_code, json.loads(result.stdout)


def in_browser(browser: Browser, file: str) -> str:
    """Brings a file in and answers what is asked; returns its page."""
    browser.get("/redaksjon/filer")
    content = (CASES / file).read_bytes()
    led = browser.post("/redaksjon/filer", files={"file": (file, content)})
    assert led.status_code == 303, led.text
    page = browser.get(led.headers["location"]).text
    if file in ANSWERS:
        answers = {f"answer:{id}": value for id, value in ANSWERS[file].items()}
        assert browser.post(led.headers["location"], answers).status_code == 303
        page = browser.get(led.headers["location"]).text
    return page


def stated(document: Mapping[str, Any]) -> dict[str, Any]:
    areas = {str(area["no"]): area.get("stated") for area in document["areas"]}
    return {no: areas.get(no) for no in map(str, range(1, 9))}


def scores(document: Mapping[str, Any]) -> dict[str, str]:
    return {
        question["code"]: str(Decimal(str(question["score"])).quantize(Decimal("0.1")))
        for area in document["areas"]
        for question in area["questions"]
    }


def check_report(one: Mapping[str, Any]) -> None:
    expected = EXPECTED[REPORT]
    assert scores(one) == expected["questions"]
    assert stated(one) == expected["area_stated"]
    assert one["total"] == expected["total_stated"]
    for name in ("municipality", "year", "method_version", "detail", "report_number"):
        assert one[name] == expected[name], name


def check_areas(document: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    assert stated(document) == expected["area_stated"]
    assert document.get("total") == expected["total_stated"]
    for name in ("municipality", "year", "method_version", "detail"):
        if name in expected and not str(expected[name]).startswith("("):
            assert document[name] == expected[name], name


def check_years(*documents: Mapping[str, Any]) -> None:
    *evaluations, mean = documents
    expected = EXPECTED[YEARS]
    for document, of in zip(evaluations, expected["evaluations"], strict=True):
        check_areas(document, of)
    average = expected["reference_average"]
    assert mean["areas"] == average["areas"]
    assert mean["total"] == average["total_stated"]
    assert (mean["country"], mean["statistic"], mean["n"]) == ("SE", "mean", 40)


def check_findings(document: Mapping[str, Any]) -> None:
    for no, expected in EXPECTED[FINDINGS]["areas"].items():
        found = next(a["findings"] for a in document["areas"] if a["no"] == int(no))
        for kind in ("strengths", "challenges", "weaknesses"):
            assert found.get(kind, []) == expected.get(kind, []), (no, kind)
        assert found["lang"] == expected["lang"]


def check_exported(*documents: Mapping[str, Any]) -> None:
    for document, of in zip(documents, EXPECTED[EXPORTED]["evaluations"], strict=True):
        check_areas(document, of)


CHECKS: Mapping[str, Callable[..., None]] = {
    REPORT: check_report,
    YEARS: check_years,
    TEXT: lambda one: check_areas(one, EXPECTED[TEXT]),
    EXPORTED: check_exported,
    SHARES: lambda one: check_areas(one, EXPECTED[SHARES]),
    FINDINGS: check_findings,
}


@pytest.mark.parametrize("file", CHECKS)
def test_both_doors_make_the_expected_drafts(case_url: str, browser: Browser, file: str) -> None:
    code, answer = at_terminal(file)
    assert code == 0, answer
    at_the_terminal = drafts(case_url)
    CHECKS[file](*at_the_terminal)
    page = in_browser(browser, file)
    action = re.search(r'action="([^"]*/redaksjon/filer/\d+/utkast)"', page)
    assert action, page
    made = browser.post(unescape(action[1]))
    assert made.status_code == 303, made.text
    assert drafts(case_url) == [*at_the_terminal, *at_the_terminal]


def test_both_doors_name_every_fault_and_make_nothing(case_url: str, browser: Browser) -> None:
    code, answer = at_terminal(FAULTS)
    assert code == 1
    told = {fault["line"]: fault["problem"] for fault in answer["faults"]}
    assert sorted(told) == [6, 7, 8, 9, 12, 13]
    for line, mark in {6: "105", 7: "3", 8: "48,95", 9: "5O", 12: "57", 13: "520"}.items():
        assert mark in told[line]
    page = in_browser(browser, FAULTS)
    for mark in ("105", "−3", "48,95", "5O", "57", "520"):
        assert mark in page
    assert re.search(r'action="[^"]*/utkast"', page) is None
    assert count(case_url) == 0


def test_names_alone_are_no_evaluation(case_url: str, browser: Browser) -> None:
    assert at_terminal(NAMES)[0] == 1
    in_browser(browser, NAMES)
    assert count(case_url) == 0
