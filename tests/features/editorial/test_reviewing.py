"""A draft from its submission to its publication, its correction and its withdrawal, in pages."""

import pytest

from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, page_of, seen, send
from tests.features.editorial.writing import new_draft, submitted, written_draft


@pytest.fixture
def evaluator(browser: Browser) -> Browser:
    browser.sign_in("evaluator")
    return browser


@pytest.fixture
def editor(other: Browser) -> Browser:
    other.sign_in("editor")
    return other


def approve(browser: Browser, draft: str, reason: str = "") -> str:
    return led_to(send(browser, draft, f"{draft}/godkjenn", {"comment": reason}))


def test_a_draft_is_submitted_reviewed_and_published(evaluator: Browser, editor: Browser) -> None:
    draft = submitted(evaluator, written_draft(evaluator), "Klar")
    queue = seen(editor, "/redaksjon/ko")
    assert draft in queue.links()
    page = seen(editor, draft)
    assert "Klar" in page.words
    # What changes stands there before it is approved.
    assert f"{draft}/forhandsvisning?side=/kommuner/rindal/2018" in page.links()
    assert approve(editor, draft) == f"{draft}?done=published"
    assert editor.get("/kommuner/rindal/2018").status_code == 200
    done = seen(evaluator, draft)
    assert not done.find_all("form", action=f"{draft}/send-inn")
    assert not done.find_all("form", action=f"{draft}/forkast")


def test_remarks_have_to_be_acknowledged(evaluator: Browser) -> None:
    draft = written_draft(evaluator)
    action = f"{draft}/send-inn"
    page = page_of(draft, send(evaluator, draft, action, {"comment": "Uten å se"}), 422)
    assert "Uten å se" in page.text
    assert page.by_id("problem") is not None


def test_who_wrote_it_cannot_approve_it(editor: Browser) -> None:
    draft = submitted(editor, written_draft(editor))
    page = seen(editor, draft)
    assert not page.find_all("form", action=f"{draft}/godkjenn")
    refused = editor.post(f"{draft}/godkjenn", {"version": "1"})
    assert refused.status_code == 403
    assert editor.get("/kommuner/rindal/2018").status_code == 404


def test_an_evaluator_cannot_approve_and_sees_no_queue(evaluator: Browser) -> None:
    draft = submitted(evaluator, written_draft(evaluator))
    seen(evaluator, draft)
    assert evaluator.post(f"{draft}/godkjenn", {}).status_code == 403
    for path in ("/redaksjon/ko", "/redaksjon/poster", "/redaksjon/logg"):
        assert evaluator.get(path).status_code == 403


def test_a_draft_is_sent_back_with_what_has_to_be_mended(
    evaluator: Browser, editor: Browser
) -> None:
    draft = submitted(evaluator, written_draft(evaluator))
    action = f"{draft}/send-tilbake"
    page_of(draft, send(editor, draft, action, {"comment": " "}), 422)
    assert (
        led_to(send(editor, draft, action, {"comment": "Se på 1.1"})) == f"{draft}?done=sent-back"
    )
    assert "Se på 1.1" in seen(evaluator, draft).words
    assert f"{draft}/1" in seen(evaluator, draft).links()


def test_one_that_has_changed_since_it_was_read_is_not_approved(
    evaluator: Browser, editor: Browser
) -> None:
    draft = submitted(evaluator, written_draft(evaluator))
    sent = filled_in(seen(editor, draft), f"{draft}/godkjenn")
    send(editor, draft, f"{draft}/send-tilbake", {"comment": "Se på 1.1"})
    send(evaluator, f"{draft}/1", f"{draft}/1", {"score-1.1": "8"})
    submitted(evaluator, draft)
    page_of(draft, editor.post(f"{draft}/godkjenn", sent), 409)
    assert editor.get("/kommuner/rindal/2018").status_code == 404


def test_dates_are_those_of_the_clock_on_the_wall(evaluator: Browser, editor: Browser) -> None:
    draft = submitted(evaluator, written_draft(evaluator))
    action = f"{draft}/datoer"
    fields = {"embargo-at": "2090-07-01T08:00", "reply-until": ""}
    assert led_to(send(editor, draft, action, fields)) == f"{draft}?done=dated"
    page = seen(editor, draft)
    assert page.by_id("embargo-at").get("value") == "2090-07-01T08:00"
    assert approve(editor, draft) == f"{draft}?done=scheduled"
    assert editor.get("/kommuner/rindal/2018").status_code == 404
    assert draft in seen(editor, "/redaksjon/ko").links()


def test_a_wrong_date_is_told_and_kept(evaluator: Browser, editor: Browser) -> None:
    draft = submitted(evaluator, written_draft(evaluator))
    answered = send(editor, draft, f"{draft}/datoer", {"embargo-at": "i morgen"})
    page = page_of(draft, answered, 422)
    assert page.by_id("embargo-at").get("value") == "i morgen"


def test_a_draft_is_discarded_and_stays_for_the_history(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    answered = send(evaluator, draft, f"{draft}/forkast", {"comment": "Feil kommune"})
    assert led_to(answered) == f"{draft}?done=discarded"
    assert "Feil kommune" in seen(evaluator, draft).words


def test_what_is_public_is_corrected_and_withdrawn_by_drafts(
    editor: Browser, browser: Browser
) -> None:
    browser.sign_in("administrator")
    record = "/redaksjon/poster/hemne-2018"
    draft = led_to(send(editor, record, f"{record}/rett")).removesuffix("/1?done=created")
    send(editor, f"{draft}/1", f"{draft}/1", {"score-1.1": "8,5"})
    differing = seen(editor, f"{draft}/historie")
    assert differing.table("item-1-table").rows == [["Spørsmål 1.1", "7,5", "8,5"]]
    submitted(editor, draft)
    page_of(draft, send(browser, draft, f"{draft}/godkjenn", {"comment": ""}), 422)
    assert approve(browser, draft, "Feil i spørsmål 1.1") == f"{draft}?done=published"
    gone = led_to(send(editor, record, f"{record}/trekk")).removesuffix("?done=created")
    submitted(editor, gone)
    assert approve(browser, gone, "Kommunen ba om det") == f"{gone}?done=published"
    assert editor.get("/kommuner/hemne/2018").status_code == 410
    told = seen(editor, record)
    assert "Kommunen ba om det" in told.words
    assert "Feil i spørsmål 1.1" in told.words
    seen(editor, "/redaksjon/logg")


def test_the_preview_is_the_public_page_and_public_nowhere(evaluator: Browser) -> None:
    draft = written_draft(evaluator)
    answered = evaluator.get(f"{draft}/forhandsvisning")
    assert answered.status_code == 200
    assert "433" in answered.text
    assert "<script" not in answered.text
    assert answered.headers["cache-control"] == "no-store"
    assert "noindex" in answered.headers["x-robots-tag"]
    assert evaluator.get("/kommuner/rindal/2018").status_code == 404


@pytest.mark.parametrize("side", ["/data", "//example.org/", "/redaksjon", "https://example.org/"])
def test_only_pages_of_the_draft_are_previewed(evaluator: Browser, side: str) -> None:
    draft = written_draft(evaluator)
    assert evaluator.get(f"{draft}/forhandsvisning?side={side}").status_code == 404


def test_a_draft_with_faults_has_no_preview_yet(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    assert evaluator.get(f"{draft}/forhandsvisning").status_code == 422
    assert evaluator.get(f"{draft}/folger").status_code == 422
