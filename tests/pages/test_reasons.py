"""Why something was corrected or withdrawn, in the words of whoever did it, where it is told."""

import csv
import io
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.database import engine_for, session_factory
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.publishing.state import State
from app.publishing.vouching import vouch
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened
from tests.publishing.changing import real_state, with_total, without_evaluation
from tests.statements import count_queries, forgetting

WRONG = 'Avskriftsfeil: 448 var <b>trykt</b> på 100 % av "sidene"'
GONE = "Kommunen har bedt om det"
OFFICE = "Redaksjonen & <i>co</i>"
KRAMFORS, SKAUN = "/kommuner/kramfors/2013", "/kommuner/skaun/2017"


def published(engine: Engine, state: State, reason: str | None) -> None:
    wanted = Publication(
        state,
        Origin.SEED,
        DatasetKind.REAL,
        reason=reason,
        reason_language="nb" if reason else None,
    )
    release = publish(engine, wanted).release
    assert release is not None
    with session_factory(engine)() as session, session.begin():
        vouch(session, release.number, OFFICE, str(release.number) * 64)


@pytest.fixture
def reasoned(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """Release 2 corrects Kramfors 2013, release 3 withdraws Skaun 2017, 4 gives no reason."""
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    state = with_total(real_state(), "kramfors-2013", "441")
    published(seeded, state, WRONG)
    state = without_evaluation(state, "skaun-2017")
    published(seeded, state, GONE)
    published(seeded, with_total(state, "ovre-eiker-2015", "379"), None)
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


@pytest.mark.parametrize("page", [KRAMFORS, "/kommuner/kramfors"])
def test_a_corrected_page_says_why(reasoned: Client, page: str) -> None:
    assert f"The reason given: {WRONG}" in reasoned.get(f"/en{page}").words
    html = reasoned.http.get(f"/en{page}").text
    assert "<b>trykt" not in html
    assert '<span lang="nb">Avskriftsfeil' in html
    assert "The reason given" not in reasoned.get(f"/en{page}?release=1").words


def test_a_correction_without_a_reason_gives_none(reasoned: Client) -> None:
    words = reasoned.get("/en/kommuner/ovre-eiker/2015").words
    assert "was corrected on" in words
    assert "The reason given" not in words


@pytest.mark.parametrize("query", ["", "?release=3", "?release=4"])
def test_a_withdrawn_page_says_when_and_why(reasoned: Client, query: str) -> None:
    words = reasoned.get(f"/en{SKAUN}{query}", 410).words
    assert f"The reason given: {GONE}" in words
    assert "with release 3. The last release that held it is 2." in words


def test_programs_are_told_why_it_was_withdrawn(reasoned: Client) -> None:
    gone = reasoned.problem("/api/v1/evaluations/skaun-2017?lang=en", 410)
    assert (gone["reason"], gone["reason_lang"], gone["last_release"]) == (GONE, "nb", 2)


def test_the_list_of_changes_has_reason_office_and_ledger(reasoned: Client) -> None:
    words = reasoned.get("/en/data/endringer").words
    for said in (
        f"The reason given: {WRONG}",
        f"The reason given: {GONE}",
        f"Published by {OFFICE}.",
        "2" * 64,
        "3" * 64,
    ):
        assert said in words
    assert words.count("The reason given") == 2
    assert words.count("Published by") == 3


def test_the_api_tells_of_releases(reasoned: Client) -> None:
    told = {one["number"]: one for one in reasoned.json("/api/v1/releases")["items"]}
    assert told[2]["reason"] == {"text": WRONG, "lang": "nb", "unofficial": False}
    assert [told[n]["office"] for n in (1, 2, 3, 4)] == [None, OFFICE, OFFICE, OFFICE]
    assert [told[n]["ledger_hash"] for n in (1, 3)] == [None, "3" * 64]
    assert [told[n]["reason"] for n in (1, 4)] == [None, None]
    rows = list(csv.DictReader(io.StringIO(reasoned.http.get("/api/v1/releases.csv").text)))
    assert [row["reason"] for row in rows] == ["", GONE, WRONG, ""]
    assert [row["reason_language"] for row in rows] == ["", "nb", "nb", ""]


def test_the_api_tells_of_records_what_they_were_and_are(reasoned: Client) -> None:
    told = {one["key"]: one for one in reasoned.json("/api/v1/changes?since=1")["items"]}
    corrected, withdrawn = told["kramfors-2013"], told["skaun-2017"]
    assert corrected["reason"]["text"] == WRONG
    assert corrected["old_sha256"] != corrected["new_sha256"]
    assert len(corrected["old_sha256"]) == len(corrected["new_sha256"]) == 64
    assert (withdrawn["change"], withdrawn["new_sha256"]) == ("removed", None)
    assert withdrawn["reason"]["text"] == GONE
    assert told["ovre-eiker-2015"]["reason"] is None
    (before,) = reasoned.json("/api/v1/changes?since=1&release=2")["items"]
    assert before["new_sha256"] == corrected["new_sha256"]


def test_the_api_tells_of_corrections(reasoned: Client) -> None:
    (told,) = reasoned.json("/api/v1/evaluations/kramfors-2013")["corrections"]
    assert told["reason"]["text"] == WRONG


def test_feeds_say_it_with_each_entry(reasoned: Client) -> None:
    text = reasoned.http.get("/en/feed.atom").text
    assert text.count("The reason given") == 2
    assert "Kommunen har bedt om det" in text
    assert "<b>trykt" not in text


def test_what_is_there_takes_no_statement_more(reasoned: Client) -> None:
    """A reason stands in the row of its release, which is read anyway."""
    engine = engine_for(settings().database_url)
    counted = []
    for release in ("2", "4"):
        with forgetting(), count_queries(engine) as count:
            assert reasoned.http.get(f"{KRAMFORS}?release={release}").status_code == 200
        counted.append(len(count.statements))
    assert counted[0] == counted[1]
