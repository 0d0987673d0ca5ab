"""Every page of the workspace is a valid page in every language, and leads where one may go."""

import pytest

from app.domain.language import LANGUAGES
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, page_of, seen
from tests.features.editorial.writing import submitted, written_draft

CSV = "Område;Poeng\n1;39\n2;37\n".encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_a_page(browser: Browser, other: Browser, language: str) -> None:
    prefix = LANGUAGES[language].prefix
    browser.sign_in("evaluator")
    other.sign_in("administrator")
    draft = written_draft(browser)
    own = ("/redaksjon", "/redaksjon/ny", "/redaksjon/filer", draft, f"{draft}/1")
    for path in (*own, f"{draft}/historie", f"{draft}/folger"):
        seen(browser, prefix + path)
    submitted(browser, draft)
    for path in (
        "/redaksjon/ko",
        "/redaksjon/poster",
        "/redaksjon/poster?q=hemne",
        "/redaksjon/poster?page=2",
        "/redaksjon/poster/hemne-2018",
        "/redaksjon/logg",
        draft,
    ):
        seen(other, prefix + path)


def test_the_menu_has_what_one_may_go_to(browser: Browser, other: Browser) -> None:
    browser.sign_in("evaluator")
    other.sign_in("administrator")
    for who, hidden in ((browser, True), (other, False)):
        page = seen(who, "/redaksjon")
        menu = page.links(page.find_all("nav", class_="workspace-nav")[0])
        assert "/redaksjon/filer" in menu
        assert ("/redaksjon/logg" not in menu) is hidden
        assert ("/redaksjon/kontoer" not in menu) is hidden
        for path in menu:
            assert who.get(path).status_code == 200, path


def test_the_scripts_of_the_workspace_are_loaded_nowhere_else(browser: Browser) -> None:
    browser.sign_in("evaluator")
    assert "/static/editorial." in browser.get("/redaksjon").text
    for path in ("/", "/kommuner/hemne/2018", "/data"):
        assert "/static/editorial." not in browser.get(path).text


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.1", "2020"])
def test_the_workbook_of_a_version_can_be_had(browser: Browser, version: str) -> None:
    browser.sign_in("evaluator")
    answered = browser.get(f"/redaksjon/mal/{version}.xlsx")
    assert answered.status_code == 200
    assert answered.content[:2] == b"PK"
    assert f"{version}.xlsx" in answered.headers["content-disposition"]


def test_there_is_no_workbook_of_a_version_that_is_not_there(browser: Browser) -> None:
    browser.sign_in("evaluator")
    assert browser.get("/redaksjon/mal/9.9.xlsx").status_code == 404


def bring_in(browser: Browser, name: str, content: bytes) -> str:
    fields = filled_in(seen(browser, "/redaksjon/filer"), "/redaksjon/filer")
    fields.pop("file", None)
    files = {"file": (name, content, "application/octet-stream")}
    return led_to(browser.post("/redaksjon/filer", fields, files=files))


def test_a_file_is_kept_looked_at_and_removed(browser: Browser, other: Browser) -> None:
    browser.sign_in("evaluator")
    path = bring_in(browser, "poeng.csv", CSV)
    page = seen(browser, path)
    assert "poeng.csv" in page.heading
    assert path in seen(browser, "/redaksjon/filer").links()
    other.sign_in("editor")
    assert other.get(path).status_code == 200
    assert led_to(browser.post(f"{path}/fjern")) == "/redaksjon/filer?done=removed"
    assert browser.get(path).status_code == 404


def test_a_file_of_somebody_else_is_not_there(browser: Browser, other: Browser) -> None:
    browser.sign_in("editor")
    path = bring_in(browser, "poeng.csv", CSV)
    other.sign_in("evaluator")
    assert other.get(path).status_code == 404


def test_an_empty_file_is_refused(browser: Browser) -> None:
    browser.sign_in("evaluator")
    fields = filled_in(seen(browser, "/redaksjon/filer"), "/redaksjon/filer")
    fields.pop("file", None)
    files = {"file": ("tom.csv", b"", "text/csv")}
    answered = browser.post("/redaksjon/filer", fields, files=files)
    assert answered.status_code == 422


def test_who_has_made_nothing_yet_is_told_what_to_do_first(browser: Browser) -> None:
    browser.sign_in("evaluator")
    page = seen(browser, "/redaksjon")
    ways = set(page.links(page.find_all("dl", class_="first-steps")[0]))
    assert ways == {"/redaksjon/filer", "/redaksjon/filer#workbooks", "/redaksjon/ny"}
    written_draft(browser)
    assert not seen(browser, "/redaksjon").find_all("dl", class_="first-steps")


def test_pages_of_administrators_have_the_frame_of_the_workspace(browser: Browser) -> None:
    browser.sign_in("administrator")
    for path in ("/redaksjon/kontoer", "/redaksjon/tips", f"{written_draft(browser)}/tilsvar"):
        page = seen(browser, path)
        assert page.find_all("nav", class_="workspace-nav"), path
        assert page.find_all("form", class_="workspace-who"), path


@pytest.mark.parametrize(
    "path, status",
    [
        ("/redaksjon/utkast/9999", 404),
        ("/redaksjon/utkast/9999/1", 404),
        ("/redaksjon/filer/9999", 404),
        ("/redaksjon/finnes-ikke", 404),
        ("/redaksjon/ko", 403),
        ("/redaksjon/kontoer", 403),
        ("/redaksjon/passord/" + "a" * 64, 404),
        ("/redaksjon/logg?before=x", 400),
    ],
)
def test_an_error_leads_back_to_where_one_works(browser: Browser, path: str, status: int) -> None:
    browser.sign_in("evaluator")
    page = page_of(path, browser.get(path), status)
    assert "/redaksjon" in page.links()
    assert not page.find_all("form", class_="search-box")
    english = page_of(f"/en{path}", browser.get(f"/en{path}"), status)
    assert "/en/redaksjon" in english.links()


def test_errors_of_the_public_site_know_nothing_of_it(browser: Browser) -> None:
    for path in ("/redaksjonen", "/kommuner/finnes-ikke"):
        page = page_of(path, browser.get(path), 404)
        assert "/redaksjon" not in page.links()
