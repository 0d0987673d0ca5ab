"""Hemne 2018 from an empty workbook: downloaded, filled in, brought in, approved by somebody else,
corrected by another workbook, and withdrawn."""

from pathlib import Path
from typing import Any

import feedparser
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_publishing import HEMNE, People, approve, own_address, status, submit
from tests.browser.test_publishing import desk as desk
from tests.browser.test_publishing import people as people
from tests.commands.bringing import fill

pytestmark = pytest.mark.browser

HEAD = {
    "municipality": "Hemne",
    "year": HEMNE["year"],
    "report_number": HEMNE["report_number"],
    "source.title": HEMNE["source"]["title"],
}
SCORES = {q["code"]: q["score"] for area in HEMNE["areas"] for q in area["questions"]}


def bring_in(page: Page, desk: str, workbook: Path) -> str:
    """Brings a workbook in, in which nothing is wrong or open; returns the address of its draft."""
    page.goto(f"{desk}/en/redaksjon/filer")
    page.locator("#file").set_input_files(workbook)
    page.locator("form.upload-form button[type=submit]").click()
    page.wait_for_url("**/redaksjon/filer/*")
    page.locator('form[action$="/utkast"] button').click()
    page.wait_for_url("**/redaksjon/utkast/*")
    return own_address(page)


def withdraw(page: Page, desk: str) -> str:
    page.goto(f"{desk}/en/redaksjon/poster/hemne-2018")
    page.get_by_role("button", name="Withdraw").first.click()
    page.wait_for_url("**?done=created")
    return own_address(page)


def total_in(page: Page, desk: str, release: int) -> Any:
    answer = page.request.get(f"{desk}/api/v1/evaluations/hemne-2018?release={release}")
    return answer.json()["total"]["score"] if answer.ok else answer.status


def change_in(page: Page, desk: str, release: int) -> Any:
    """What programs are told of the evaluation in a release."""
    path = f"{desk}/api/v1/changes?since={release - 1}&release={release}"
    items = page.request.get(path).json()["items"]
    return next(item["change"] for item in items if item["key"] == "hemne-2018")


def test_hemne_2018_goes_from_an_empty_workbook_to_four_releases(
    people: People, desk: str, tmp_path: Path
) -> None:
    evaluator, editor, second = map(people.sign_in, ("evaluator", "editor", "second"))
    evaluator.goto(f"{desk}/en/redaksjon/filer")
    with evaluator.expect_download() as download:
        evaluator.locator('a[href$="/redaksjon/mal/2.1.xlsx"]').click()
    workbook = tmp_path / "hemne.xlsx"
    download.value.save_as(workbook)
    fill(workbook, HEAD, SCORES)

    draft = bring_in(evaluator, desk, workbook)
    submit(evaluator)
    assert total_in(editor, desk, 1) == 404
    approve(editor, draft, "")
    assert total_in(editor, desk, 2) == pytest.approx(sum(SCORES.values()))

    fill(workbook, {}, {"1.1": 8.5})
    correction = bring_in(evaluator, desk, workbook)
    submit(evaluator)
    approve(editor, correction, "A misprint in question 1.1")
    corrected = sum(SCORES.values()) - SCORES["1.1"] + 8.5
    assert total_in(editor, desk, 3) == pytest.approx(corrected)

    withdrawal = withdraw(second, desk)
    submit(second)
    approve(editor, withdrawal, "The municipality asked for it")
    assert [total_in(editor, desk, n) for n in (1, 4)] == [404, 410]
    assert total_in(editor, desk, 2) != total_in(editor, desk, 3)
    assert status(editor, f"{desk}/kommuner/hemne/2018") == 410

    # What is told of it: to readers by feeds, to programs by changes, to editors by the ledger.
    feed = feedparser.parse(editor.request.get(f"{desk}/en/kommuner/hemne/feed.atom").body())
    assert len(feed.entries) >= 3
    assert [change_in(editor, desk, n) for n in (2, 3, 4)] == ["added", "changed", "removed"]
    editor.goto(f"{desk}/en/redaksjon/logg")
    expect(editor.locator("main")).to_contain_text("The ledger holds")
