"""Hemne 2018 from an empty form to four releases: typed by keyboard, approved by somebody else,
corrected and withdrawn. And the pages of the workspace as people meet them."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ROOT, serve, watch
from tests.browser.test_axe import in_light_and_dark

pytestmark = pytest.mark.browser

PASSWORD = "tre ord uten mening"
LOGINS = {"evaluator": "evaluator", "editor": "editor", "second": "editor"}
PREFACE = "Thanks to all who answered questions."
HEMNE: Mapping[str, Any] = json.loads(
    (ROOT / "seed" / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8")
)
"""What the report says, as somebody has typed it before."""

ADD_ACCOUNTS = """
import json
import sys

from app.database import open_desk
from app.domain.editing import Actor, Role
from app.editorial import accounts

terminal = Actor(None, "kommandolinjen", Role.ADMINISTRATOR, at_terminal=True)
logins, password = json.loads(sys.argv[1]), sys.argv[2]
with open_desk(writes=True) as session:
    for login, role in logins.items():
        office = f"Kontor {login}"
        accounts.add(session, terminal, login, office, Role(role), password=password)
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that has all evaluations but Hemne 2018, with accounts for those who work on it."""
    folder = tmp_path_factory.mktemp("desk")
    seed = folder / "seed"
    shutil.copytree(ROOT / "seed", seed)
    (seed / "evaluations" / "hemne-2018.json").unlink()

    def add_accounts(environment: dict[str, str]) -> None:
        command = [sys.executable, "-c", ADD_ACCOUNTS, json.dumps(LOGINS), PASSWORD]
        subprocess.run(command, env=environment, cwd=ROOT, check=True)

    yield from serve(folder, ["seed", str(seed)], add_accounts)


class People:
    """Each with a browser of their own."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser = browser
        self.site = site
        self.contexts: list[BrowserContext] = []
        self.problems: list[list[str]] = []

    def sign_in(self, login: str, *, scripts: bool = True) -> Page:
        context = self.browser.new_context(
            viewport={"width": 1280, "height": 900},
            locale="nb-NO",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        watched = watch(context)
        self.problems.append(watched.problems)
        page = watched.page
        page.goto(f"{self.site}/en/redaksjon")
        page.locator("[name=login]").fill(login)
        page.locator("[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator(".workspace-who")).to_contain_text(login)
        return page

    def leave(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def people(browser: Browser, desk: str) -> Iterator[People]:
    found = People(browser, desk)
    yield found
    found.leave()
    assert [said for problems in found.problems for said in problems] == []


def type_into(page: Page, field: str, text: str) -> None:
    """Types as people do: into the field, and on to the next one by the tab key."""
    page.locator(f'[id="{field}"]').focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def typed(points: float) -> str:
    return str(points)


def fill_in(page: Page) -> None:
    """The whole report, from its title to its total."""
    type_into(page, "source-title", HEMNE["source"]["title"])
    type_into(page, "text-preface-en", PREFACE)
    type_into(page, "report-number", HEMNE["report_number"])
    for area in HEMNE["areas"]:
        for question in area["questions"]:
            type_into(page, f"score-{question['code']}", typed(question["score"]))
        type_into(page, f"stated-{area['no']}", typed(area["stated"]))
        page.locator(f"details:has(#strengths-{area['no']}) > summary").press("Enter")
        for kind in ("strengths", "challenges", "weaknesses"):
            page.locator(f"#{kind}-{area['no']}").fill("\n".join(area["findings"][kind]))
    star = HEMNE["gold_stars"][0]
    page.locator("#star-0-for").select_option(star["question"])
    type_into(page, "star-0-practice-en", "Balanced management by objectives")
    type_into(page, "total", typed(HEMNE["total"]))


def begin(page: Page, desk: str, municipality: str, year: int) -> None:
    """A new draft, and the form of its evaluation."""
    page.goto(f"{desk}/en/redaksjon/ny")
    page.locator("#municipality").select_option(municipality)
    page.locator("#year").fill(str(year))
    page.locator("#version").select_option("2.1")
    page.get_by_role("button", name="Make the draft").click()
    page.wait_for_url("**/1?done=created")


def submit(page: Page) -> None:
    for box in page.locator("[name=acknowledged]").all():
        box.check()
    page.get_by_role("button", name="Submit for review").click()
    expect(page.locator(".notice").first).to_contain_text("submitted")


def approve(page: Page, draft: str, reason: str) -> None:
    page.goto(draft)
    page.locator("#approve ~ form #comment").fill(reason)
    page.get_by_role("button", name="Approve and publish now").click()
    expect(page.locator(".notice").first).to_contain_text("Published")


def own_address(page: Page) -> str:
    return page.url.partition("?")[0]


def status(page: Page, path: str) -> int:
    return page.request.get(path).status


def test_hemne_2018_is_written_reviewed_published_corrected_and_withdrawn(
    people: People, desk: str
) -> None:
    public = f"{desk}/en/kommuner/hemne/2018"
    evaluator, editor = people.sign_in("evaluator"), people.sign_in("editor")
    assert status(editor, public) == 404

    # Written by the evaluator, who never presses “Save”: it saves itself.
    evaluator.goto(f"{desk}/en/redaksjon/ny")
    evaluator.locator("#municipality").select_option("hemne")
    evaluator.locator("#year").fill("2018")
    evaluator.locator("#version").select_option("2.1")
    evaluator.get_by_role("button", name="Make the draft").press("Enter")
    evaluator.wait_for_url("**/utkast/*/1?done=created")
    fill_in(evaluator)
    expect(evaluator.locator("#sum-1")).to_have_text("38.9")
    expect(evaluator.locator("#total-sum")).to_have_text("433")
    expect(evaluator.locator("#saved")).to_contain_text("Saved at")
    evaluator.get_by_role("button", name="Save and go to the draft").click()
    evaluator.wait_for_url("**?done=saved")
    draft = own_address(evaluator)
    submit(evaluator)
    assert status(editor, public) == 404

    # Approved by somebody else, who sees what it changes.
    editor.goto(f"{desk}/en/redaksjon/ko")
    editor.get_by_role("link", name="Hemne 2018").click()
    as_it_will_be = f"{draft}/forhandsvisning?side=/kommuner/hemne/2018"
    links = editor.locator("[aria-labelledby=effects] a").all()
    shown = [link.evaluate("link => link.href") for link in links]
    assert as_it_will_be in shown
    assert "38.9" in editor.request.get(as_it_will_be).text()
    approve(editor, draft, "")
    assert status(editor, public) == 200
    assert PREFACE in editor.request.get(f"{public}/rapport").text()

    # Corrected: who corrects cannot approve it, and the public reads why.
    editor.goto(f"{desk}/en/redaksjon/poster/hemne-2018")
    editor.get_by_role("button", name=re.compile("^Correct")).click()
    editor.wait_for_url("**/1?done=created")
    type_into(editor, "score-1.1", "8.5")
    expect(editor.locator("#sum-1")).to_have_text("39.9")
    editor.get_by_role("button", name="Save and go to the draft").click()
    editor.wait_for_url("**?done=saved")
    correction = own_address(editor)
    submit(editor)
    editor.goto(correction)
    expect(editor.get_by_role("button", name="Approve and publish now")).to_have_count(0)
    second = people.sign_in("second")
    approve(second, correction, "A misprint in question 1.1")
    assert "39.9" in second.request.get(f"{public}").text()

    # Withdrawn: the page says so, and keeps its address.
    second.goto(f"{desk}/en/redaksjon/poster/hemne-2018")
    second.get_by_role("button", name=re.compile("^Withdraw")).click()
    second.wait_for_url("**?done=created")
    withdrawal = own_address(second)
    submit(second)
    approve(editor, withdrawal, "The municipality asked for it")
    assert status(editor, public) == 410

    # Four releases, each readable as it was, and a ledger that holds.
    read = {n: editor.request.get(f"{public}?release={n}") for n in range(1, 5)}
    assert [answer.status for answer in read.values()] == [404, 200, 200, 410]
    assert "38.9" in read[2].text()
    assert "39.9" in read[3].text()
    assert status(editor, f"{public}?release=5") == 404
    changes = editor.request.get(f"{desk}/en/data/endringer").text()
    assert "Hemne" in changes
    editor.goto(f"{desk}/en/redaksjon/logg")
    expect(editor.locator("main")).to_contain_text("The ledger holds")
    steps = (
        editor.locator("#ledger-table").locator("xpath=..").locator("tbody th").all_inner_texts()
    )
    about = [step for step in steps if step in ("Made public", "Corrected", "Withdrawn")]
    assert about == ["Withdrawn", "Corrected", "Made public"]


def test_a_draft_is_written_without_scripts(people: People, desk: str) -> None:
    page = people.sign_in("evaluator", scripts=False)
    begin(page, desk, "rindal", 2017)
    page.locator('[id="score-1.1"]').fill("7.5")
    page.locator('[id="score-1.2"]').fill("ninety")
    page.locator("#evaluation").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#sum-1")).to_have_text("7.5")
    expect(page.locator('[id="score-1.2"]')).to_have_value("ninety")
    expect(page.locator('[id="score-1.2-error"]')).to_contain_text("This is not a number")
    expect(page.locator("#problems a").first).to_have_attribute("href", "#score-1.2")


def test_a_draft_with_a_fault_is_saved_as_it_is_typed(people: People, desk: str) -> None:
    """A browser would keep the whole form from being sent because of one address."""
    page = people.sign_in("evaluator")
    begin(page, desk, "tynset", 2016)
    type_into(page, "source-url", "see the library")
    expect(page.locator("#saved")).to_contain_text("Saved at")
    expect(page.locator("#problems a").first).to_have_attribute("href", "#source-url")
    page.reload()
    expect(page.locator("#source-url")).to_have_value("see the library")


def test_of_two_who_edit_nothing_is_lost(people: People, desk: str) -> None:
    first, second = people.sign_in("editor"), people.sign_in("second")
    begin(first, desk, "tynset", 2017)
    second.goto(own_address(first))
    type_into(first, "score-1.1", "7.5")
    expect(first.locator("#saved")).to_contain_text("Saved at")
    type_into(second, "score-1.1", "8")
    expect(second.locator("#saved")).to_contain_text("Somebody else has changed this")
    expect(second.locator('[id="score-1.1"]')).to_have_value("8")
    second.locator("#evaluation").get_by_role("button", name="Save", exact=True).click()
    expect(second.locator("#conflict")).to_be_focused()
    expect(second.locator("#conflict")).to_contain_text("7.5")
    expect(second.locator('[id="score-1.1"]')).to_have_value("8")
    people.problems[1][:] = [said for said in people.problems[1] if "409" not in said]


def test_every_page_of_the_workspace_is_accessible(people: People, desk: str) -> None:
    page = people.sign_in("editor")
    page.goto(f"{desk}/en/redaksjon/ny")
    page.locator("#municipality").select_option("folldal")
    page.locator("#year").fill("2016")
    page.locator("#version").select_option("2.1")
    page.get_by_role("button", name="Make the draft").click()
    page.wait_for_url("**/1?done=created")
    form = own_address(page)
    draft = form.removesuffix("/1")
    page.locator('[id="score-1.1"]').fill("ninety")
    page.locator("#evaluation").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#problems")).to_be_focused()
    assert in_light_and_dark(page) == []
    for path in (
        f"{desk}/en/redaksjon",
        f"{desk}/en/redaksjon/ny",
        f"{desk}/en/redaksjon/filer",
        f"{desk}/en/redaksjon/ko",
        f"{desk}/en/redaksjon/poster?q=hemne",
        f"{desk}/en/redaksjon/poster/hemne-2011",
        f"{desk}/en/redaksjon/logg",
        draft,
        f"{draft}/historie",
        form,
    ):
        page.goto(path)
        assert in_light_and_dark(page) == [], path
        page.set_viewport_size({"width": 375, "height": 812})
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wider), path
        page.set_viewport_size({"width": 1280, "height": 900})


def test_a_file_is_sent_with_its_progress_and_looked_through(people: People, desk: str) -> None:
    page = people.sign_in("evaluator")
    page.goto(f"{desk}/en/redaksjon/filer")
    table = "Område;Poeng\n1;39\n2;37\n".encode()
    page.locator("#file").set_input_files(
        {"name": "poeng.csv", "mimeType": "text/csv", "buffer": table}
    )
    page.get_by_role("button", name="Bring it in").click()
    page.wait_for_url("**/filer/*")
    expect(page.locator("h1")).to_contain_text("poeng.csv")
    assert in_light_and_dark(page) == []
