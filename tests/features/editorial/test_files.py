"""A file becomes a draft: what is understood is shown in its own table, what only a person knows is
asked, and what is wrong leads to its cell."""

import json

import pytest

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, page_of, seen, value_of
from tests.features.editorial.writing import HEMNE
from tests.pages.client import Page

FILES = "/redaksjon/filer"


@pytest.fixture
def evaluator(browser: Browser) -> Browser:
    browser.sign_in("evaluator")
    return browser


def bring_in(browser: Browser, name: str, content: bytes) -> str:
    fields = filled_in(seen(browser, FILES), FILES)
    fields.pop("file", None)
    files = {"file": (name, content, "application/octet-stream")}
    return led_to(browser.post(FILES, fields, files=files))


def can_be_drafted(page: Page, path: str) -> bool:
    return bool(page.find_all("form", action=f"{path}/utkast"))


def test_a_document_becomes_a_draft(evaluator: Browser) -> None:
    document = {**HEMNE, "municipality": "rindal", "gold_stars": []}
    path = bring_in(evaluator, "rindal.json", json.dumps(document).encode())
    page = seen(evaluator, path)
    assert can_be_drafted(page, path)
    draft = led_to(evaluator.post(f"{path}/utkast")).removesuffix("?done=created")
    assert "Rindal 2018" in seen(evaluator, draft).heading
    assert value_of(seen(evaluator, f"{draft}/1"), "score-1.1") == "7,5"
    assert draft in seen(evaluator, path).links()


def test_a_document_with_faults_becomes_none(evaluator: Browser) -> None:
    document = {**HEMNE, "municipality": "rindal", "total": 801}
    path = bring_in(evaluator, "rindal.json", json.dumps(document).encode())
    page = seen(evaluator, path)
    assert not can_be_drafted(page, path)
    assert "800" in page.words
    page_of(path, evaluator.post(f"{path}/utkast"), 422)


def test_several_evaluations_become_one_draft(evaluator: Browser) -> None:
    documents = [{**HEMNE, "municipality": slug, "gold_stars": []} for slug in ("rindal", "tynset")]
    path = bring_in(evaluator, "to.json", json.dumps(documents).encode())
    draft = led_to(evaluator.post(f"{path}/utkast")).removesuffix("?done=created")
    assert len(seen(evaluator, draft).table("records").rows) == 2


def test_the_empty_template_of_ours_is_known_and_asks_for_what_is_missing(
    evaluator: Browser,
) -> None:
    workbook = evaluator.get("/redaksjon/mal/2.1.xlsx").content
    path = bring_in(evaluator, "mal.xlsx", workbook)
    page = seen(evaluator, path)
    assert not can_be_drafted(page, path)


@pytest.mark.parametrize(
    "name, content",
    [
        ("rapport.pdf", b"%PDF-1.7\n"),
        ("bilde.png", b"\x89PNG\r\n\x1a\n"),
        ("tom.xlsx", b"PK\x03\x04"),
        ("uten.json", b"{"),
        ("uten-endelse", b"\x00\x01\x02"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(evaluator: Browser, name: str, content: bytes) -> None:
    path = bring_in(evaluator, name, content)
    page = seen(evaluator, path)
    assert not can_be_drafted(page, path)
    assert page.by_id("problems") is not None


def test_a_question_is_answered_and_the_file_read_again(evaluator: Browser) -> None:
    points = [39, 37, 77, 61, 58, 49, 48, 63]
    table = "".join(f"{no};{found}\n" for no, found in enumerate(points, 1))
    path = bring_in(evaluator, "rindal-2018.csv", f"Område;Poeng\n{table}".encode())
    page = seen(evaluator, path)
    named = next(name for name in filled_in(page, path) if ":municipality" in name)
    assert led_to(evaluator.post(path, {named: "rindal"})) == path
    again = seen(evaluator, path)
    assert named not in filled_in(again, path)
    assert led_to(evaluator.post(path, {"then": "anew"})) == path
    assert named in filled_in(seen(evaluator, path), path)


@pytest.mark.parametrize(
    "typed, is_known",
    [("Rindal", True), ("5061", True), ("rindal kommune", True), ("Xyz", False)],
)
def test_where_a_municipality_is_suggested_another_may_be_typed_in(
    evaluator: Browser, typed: str, is_known: bool
) -> None:
    table = "".join(f"Område {no};50\n" for no in range(1, 9))
    content = f"Kommune;Rindaal\nÅr;2018\n{table}".encode()
    path = bring_in(evaluator, "en-fil.csv", content)
    named = next(name for name in filled_in(seen(evaluator, path), path) if "municipality" in name)
    assert named.startswith("other:")
    assert led_to(evaluator.post(path, {named: typed})) == path
    again = filled_in(seen(evaluator, path), path)
    assert (named not in again) is is_known
    if not is_known:
        assert again[named] == typed
