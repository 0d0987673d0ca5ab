"""Readers pay nothing for the workspace: no statement more, and nothing that is kept is lost."""

from app.config import settings
from app.database import READING, engine_for
from tests.features.editorial.desk import Browser
from tests.statements import count_queries, forgetting

PAGE = "/kommuner/hemne/2018"
UNSEEN = ("/kommuner/hareid", "/en/kommuner/hareid", "/nn/kommuner/hareid")


def test_what_is_kept_stays_kept_while_people_work(browser: Browser, other: Browser) -> None:
    first = browser.get(PAGE)
    reading = engine_for(settings().database_url, purpose=READING)
    with count_queries(reading) as count:
        other.sign_in("administrator")
        other.get("/redaksjon/kontoer")
        other.post("/redaksjon/kontoer", {"login": "ny", "office": "Etaten", "role": "editor"})
        again = browser.get(PAGE)
    assert int(count) == 0
    assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])


def test_a_page_takes_as_many_statements_whoever_asks(browser: Browser, other: Browser) -> None:
    """Also where somebody asks who is signed in: nobody looks for their session."""
    reading = engine_for(settings().database_url, purpose=READING)
    counts = []
    with forgetting():
        for path in UNSEEN:
            with count_queries(reading) as count:
                assert other.http.get(path).status_code == 200
            counts.append([s for s in count.statements if "account" in s or "session" in s])
            counts.append([str(int(count))])
            if path == UNSEEN[0]:
                other.sign_in("administrator")
    nothing, number = counts[:2]
    assert nothing == []
    assert counts == [nothing, number] * len(UNSEEN)
