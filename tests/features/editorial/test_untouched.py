"""What nobody has written yet is guidance; what somebody has saved or submitted has faults."""

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import page_of, seen, send
from tests.features.editorial.test_workspace_pages import bring_in
from tests.features.editorial.writing import new_draft
from tests.pages.client import Page


def faults(page: Page) -> list[str]:
    """Where the faults that are shown lead."""
    shown = [
        *page.find_all("ul", class_="fault-list"),
        *page.find_all("div", class_="error-summary"),
    ]
    return [link for one in shown for link in page.links(one)]


def test_a_new_draft_says_what_to_fill_in_and_has_no_faults(browser: Browser) -> None:
    browser.sign_in("evaluator")
    for version in ("2.1", "1.0", "2020"):
        draft = new_draft(browser, year="2019", version=version)
        form = seen(browser, f"{draft}/1")
        assert faults(form) == []
        assert "Fyll ut tittelen på rapporten" in form.words
        assert not form.find_all("input", aria_invalid="true")
        overview = seen(browser, draft)
        assert faults(overview) == []
        assert f"{draft}/1#source-title" in overview.links()
        assert "Teksten er tom" not in overview.words
        assert not overview.find_all("form", action=f"{draft}/send-inn")


def test_what_was_saved_has_its_faults(browser: Browser) -> None:
    browser.sign_in("evaluator")
    draft = new_draft(browser)
    saved = page_of(draft, send(browser, f"{draft}/1", f"{draft}/1", {"stated-1": "39"}))
    assert "#source-title" in faults(saved)
    assert f"{draft}/1#source-title" in faults(seen(browser, draft))
    assert "#source-title" in faults(seen(browser, f"{draft}/1"))


def test_saving_it_empty_is_saving_it(browser: Browser) -> None:
    browser.sign_in("evaluator")
    draft = new_draft(browser)
    saved = page_of(draft, send(browser, f"{draft}/1", f"{draft}/1"))
    assert "#source-title" in faults(saved)
    assert f"{draft}/1#source-title" in faults(seen(browser, draft))


def test_submitting_it_empty_tells_the_faults(browser: Browser) -> None:
    browser.sign_in("evaluator")
    draft = new_draft(browser)
    seen(browser, draft)
    refused = page_of(draft, browser.post(f"{draft}/send-inn", {"comment": ""}), 422)
    assert f"{draft}/1#source-title" in faults(refused)


def test_a_file_with_faults_tells_them_at_once(browser: Browser) -> None:
    browser.sign_in("evaluator")
    page = seen(browser, bring_in(browser, "feil.csv", "Område;Poeng\n1;139\n".encode()))
    assert page.by_id("problems") is not None
