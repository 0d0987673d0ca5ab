"""The municipality's link: made by an editor, read by the municipality, good for one reply."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from app.config import settings
from app.database import engine_for, open_desk, session_factory
from app.domain.editing import Actor, Role
from app.editorial import drafts, workflow
from app.editorial.checking import check
from app.editorial.draft import Draft, DraftItem
from app.queries import evaluations
from app.queries.reading import open_reading
from tests.databases import SEED
from tests.features.editorial.desk import AT_TERMINAL, Browser
from tests.pages.checks import parsed, problems
from tests.statements import forgetting

HEMNE = "hemne-2018"
TEXT = 'Vi er "einige" & 3 < 4.\r\n\r\nTakk!'
SCRIPT = '"><script>alert(1)</script>'
FORM = {"text": TEXT, "language": "nn", "office": "Kommunedirektøren"}
LINK = re.compile(r"<code>(\S+/tilsvar/[0-9a-f]{64})</code>")


def drafted(days: int | None = 14) -> Draft:
    """A draft with other points for Hemne 2018, that may be replied to for some days."""
    changed = json.loads((SEED / "evaluations" / f"{HEMNE}.json").read_text(encoding="utf-8"))
    changed["areas"][0]["questions"][0]["score"] -= 1
    with open_desk(writes=True) as session:
        item = DraftItem("evaluation", HEMNE, document=changed)
        draft = drafts.create(session, AT_TERMINAL, "Hemne 2018", [item])
        until = None if days is None else datetime.now(UTC) + timedelta(days=days)
        return workflow.set_dates(session, AT_TERMINAL, draft.id, None, until)


def held(draft: Draft) -> Draft:
    with open_desk(writes=False) as session:
        return drafts.get(session, AT_TERMINAL, draft.id)


@pytest.fixture
def editor(browser: Browser) -> Browser:
    assert browser.sign_in("editor").status_code == 303
    return browser


def link(editor: Browser, draft: Draft) -> str:
    """The path of a new link."""
    path = f"/redaksjon/utkast/{draft.id}/tilsvar"
    editor.get(path)
    shown = editor.post(path, {"doing": "make"})
    assert shown.status_code == 200
    found = LINK.search(shown.text)
    assert found is not None
    assert found[1] not in editor.get(path).text
    return "/tilsvar/" + unescape(found[1]).rpartition("/")[2]


def test_from_a_link_to_a_public_reply(editor: Browser, other: Browser) -> None:
    draft = drafted()
    path = link(editor, draft)
    page = other.http.get(f"/en{path}")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-robots-tag"] == "noindex"
    assert page.headers["referrer-policy"] == "same-origin"
    assert "set-cookie" not in page.headers
    assert "Hemne (–2019) 2018" in page.text or "Hemne 2018" in page.text
    assert "432" in page.text
    sent = other.http.post(f"/en{path}", data=FORM)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/en{path}")
    assert "The reply has been received" in other.http.get(f"/en{path}").text
    with open_desk(writes=True) as session:
        seen = [str(remark) for remark in check(session, held(draft)).remarks]
        workflow.submit(session, AT_TERMINAL, draft.id, "", seen)
    engine = engine_for(settings().database_url, writes=True)
    another = Actor(None, "Et annet kontor", Role.EDITOR, at_terminal=True)
    workflow.approve(engine, another, draft.id, "Feil")
    with session_factory(engine)() as session, forgetting():
        found = evaluations.evaluation(open_reading(session), HEMNE)
    assert found is not None
    assert found.reply is not None
    assert found.reply.text == 'Vi er "einige" & 3 < 4.\n\nTakk!'
    public = other.http.get("/kommuner/hemne/2018").text
    assert "Kommunedirektøren" in public
    assert "<script>alert" not in public


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_what_is_wrong_is_said_and_nothing_is_lost(
    editor: Browser, other: Browser, prefix: str
) -> None:
    draft = drafted()
    path = prefix + link(editor, draft)
    wrong = (
        *(("text", " "), ("text", "a" * 6001), ("text", SCRIPT)),
        *(("language", SCRIPT), ("office", ""), ("office", SCRIPT)),
    )
    for field, value in wrong:
        shown = other.http.post(path, data=FORM | {field: value})
        assert shown.status_code == 422
        assert 'aria-invalid="true"' in shown.text
        assert "<script>alert" not in shown.text
    assert held(draft).replied_at is None


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_of_it_is_one_like_others(editor: Browser, other: Browser, prefix: str) -> None:
    draft = drafted()
    path = prefix + link(editor, draft)
    shown = [other.http.get(path), other.http.post(path, data={})]
    shown.append(editor.get(f"{prefix}/redaksjon/utkast/{draft.id}/tilsvar"))
    other.http.post(path, data=FORM)
    shown += [other.http.get(path), other.http.get(f"{prefix}/tilsvar/{'0' * 64}")]
    for answered in shown:
        headers = {name.lower(): value for name, value in answered.headers.items()}
        assert problems(parsed(path, headers, answered.text)) == []


def test_a_link_is_good_once(editor: Browser, other: Browser) -> None:
    draft = drafted()
    path = link(editor, draft)
    other.http.post(path, data=FORM)
    again = other.http.post(path, data=FORM | {"text": "Noko anna"})
    assert again.status_code == 303
    assert held(draft).reply_text == 'Vi er "einige" & 3 < 4.\n\nTakk!'


def test_a_link_that_is_taken_back_shows_nothing(editor: Browser, other: Browser) -> None:
    draft = drafted()
    path = link(editor, draft)
    editor.post(f"/redaksjon/utkast/{draft.id}/tilsvar", {"doing": "revoke"})
    for answered in (other.http.get(path), other.http.post(path, data=FORM)):
        assert answered.status_code == 410
        assert "432" not in answered.text
    assert held(draft).replied_at is None


@pytest.mark.parametrize("token", ["x", "0" * 64, "%00", "a" * 5000])
def test_what_is_no_link_is_not_there(editor: Browser, other: Browser, token: str) -> None:
    link(editor, drafted())
    assert other.http.get(f"/tilsvar/{token}").status_code in (404, 414)
    assert other.http.post(f"/tilsvar/{token}", data=FORM).status_code in (404, 414)


def test_no_link_without_a_day(editor: Browser) -> None:
    editor.get(f"/redaksjon/utkast/{drafted().id}/tilsvar")
    path = f"/redaksjon/utkast/{drafted(days=None).id}/tilsvar"
    assert "<form" not in editor.get(path).text.partition("<article")[2]
    refused = editor.post(path, {"doing": "make"})
    assert refused.status_code == 422
    assert "/tilsvar/" not in refused.text.replace(path, "")


def test_another_site_sends_no_reply(editor: Browser, other: Browser) -> None:
    draft = drafted()
    path = link(editor, draft)
    sent = other.http.post(path, data=FORM, headers={"Origin": "https://example.org"})
    assert sent.status_code == 403
    assert held(draft).replied_at is None


def test_a_draft_with_faults_is_not_shown_but_can_be_replied_to(
    editor: Browser, other: Browser
) -> None:
    draft = drafted()
    path = link(editor, draft)
    faulty = dict(draft.items[0].document or {}) | {"detail": "total"}
    with open_desk(writes=True) as session:
        drafts.save_item(session, AT_TERMINAL, draft.id, 1, faulty, held(draft).version)
    page = other.http.get(f"/en{path}")
    assert page.status_code == 200
    assert "cannot be shown just now" in page.text


def test_the_way_to_a_link_is_an_editors(browser: Browser) -> None:
    draft = drafted()
    browser.sign_in("evaluator")
    assert browser.get(f"/redaksjon/utkast/{draft.id}/tilsvar").status_code == 403
