"""Pages of what has been forgotten in time: they say so, and none of them breaks."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, update

from app.bounds import DISCARDED_DAYS, KEPT_UPLOAD_DAYS
from app.database import open_desk
from app.domain.editing import Actor, Role
from app.editorial import drafts, forgetting
from app.models.editorial import UploadRow
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import led_to, page_of, seen
from tests.features.editorial.test_files import FILES, bring_in
from tests.features.editorial.writing import HEMNE

EDITOR = Actor(None, "Kommandolinjen", Role.EDITOR, at_terminal=True)


@pytest.fixture
def editor(browser: Browser) -> Browser:
    browser.sign_in("editor")
    return browser


def a_file(browser: Browser) -> str:
    document = {**HEMNE, "municipality": "rindal", "gold_stars": []}
    return bring_in(browser, "rindal.json", json.dumps(document).encode())


def drafted(browser: Browser, path: str) -> str:
    seen(browser, path)
    return led_to(browser.post(f"{path}/utkast")).removesuffix("?done=created")


def years_later() -> None:
    """Everything that was brought in is old, and so is the day."""
    long_ago = datetime.now(UTC) - timedelta(days=KEPT_UPLOAD_DAYS)
    with open_desk(writes=True) as session:
        session.exec(update(UploadRow).where(col(UploadRow.id) > 0).values(created_at=long_ago))
        forgetting.forget(session, datetime.now(UTC))


def test_the_page_of_files_says_for_how_long(editor: Browser) -> None:
    a_file(editor)
    assert f"deleted after {KEPT_UPLOAD_DAYS} days" in editor.get(f"/en{FILES}").text


def test_a_file_that_is_gone_is_said_to_be(editor: Browser) -> None:
    path = a_file(editor)
    seen(editor, path)
    years_later()
    assert path not in seen(editor, FILES).links()
    assert f"{KEPT_UPLOAD_DAYS} days" in page_of(f"/en{path}", editor.get(f"/en{path}"), 404).words
    for sent in (path, f"{path}/utkast", f"{path}/fjern"):
        page_of(sent, editor.post(sent, {"then": "anew"}), 404)


def test_a_draft_is_whole_without_the_file_that_it_was_made_of(editor: Browser) -> None:
    path = a_file(editor)
    draft = drafted(editor, path)
    years_later()
    assert path in seen(editor, FILES).links()  # the draft is in work
    led_to(editor.post(f"{path}/fjern"))
    for page in (draft, f"{draft}/1", f"{draft}/historie", f"{draft}/forhandsvisning"):
        assert "Rindal" in editor.get(page).text


def test_the_pages_of_a_draft_that_was_given_up_say_that_it_was(editor: Browser) -> None:
    draft = drafted(editor, a_file(editor))
    number = int(draft.rsplit("/", 1)[1])
    long_ago = datetime.now(UTC) - timedelta(days=DISCARDED_DAYS)
    with open_desk(writes=True) as session:
        drafts.discard(session, EDITOR, number, "Feil fil", long_ago)
        forgetting.forget(session, datetime.now(UTC))
    assert "Rindal" in seen(editor, draft).heading
    assert "Feil fil" in seen(editor, f"{draft}/historie").words  # the ledger says why
    for page in ("", "/1", "/historie", "/forhandsvisning", "/folger"):
        assert editor.get(f"{draft}{page}").status_code in (200, 404, 422)
    assert editor.get("/redaksjon").status_code == 200
