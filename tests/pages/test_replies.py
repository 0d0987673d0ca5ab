"""A municipality's reply, where the evaluation is: on its page, in the API and in the data set."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from app.domain.reply import Reply
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened
from tests.publishing.changing import evaluation_of, real_state, with_evaluation

PAGE, DATA = "/kommuner/hemne/2018", "/api/v1/evaluations/hemne-2018"
TEXT = 'Vi er "einige" i det meste & <script>alert(1)</script>.\n\n=1+1\nToppen, bra.'
REPLY = Reply(TEXT, "nn", date(2019, 1, 15), "Kommunedirektøren <b>i</b> Hemne")


@pytest.fixture
def answered(use_database: UseDatabase, seeded: Engine) -> Iterator[Client]:
    """The site with a reply to Hemne 2018 in release 2."""
    state = real_state()
    changed = with_evaluation(state, replace(evaluation_of(state, "hemne-2018"), reply=REPLY))
    published = publish(seeded, Publication(changed, Origin.SEED, DatasetKind.REAL))
    assert published.release is not None
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


@pytest.mark.parametrize(
    "prefix, heading, day",
    [
        ("/en", "The municipality's reply", "15 January 2019"),
        ("", None, "15. januar 2019"),
        ("/nn", None, "15. januar 2019"),
        ("/sv", None, "15 januari 2019"),
    ],
)
def test_the_page_quotes_it(answered: Client, prefix: str, heading: str | None, day: str) -> None:
    page = answered.get(f"{prefix}{PAGE}")
    assert heading is None or heading in page.words
    assert 'Vi er "einige" i det meste & <script>alert(1)</script>.' in page.words
    assert f"Kommunedirektøren <b>i</b> Hemne, {day}." in page.words
    html = answered.http.get(f"{prefix}{PAGE}").text
    assert "<script>alert(1)" not in html
    assert ('<blockquote lang="nn">' in html) is (prefix != "/nn")
    assert "=1+1<br>Toppen, bra." in html


def test_the_api_has_it_to_the_letter(answered: Client) -> None:
    assert answered.json(DATA)["reply"] == {
        "text": TEXT,
        "lang": "nn",
        "day": "2019-01-15",
        "office": "Kommunedirektøren <b>i</b> Hemne",
    }
    assert answered.json("/api/v1/evaluations/hareid-2019")["reply"] is None


def test_the_release_before_has_none(answered: Client) -> None:
    assert answered.json(f"{DATA}?release=1")["reply"] is None
    assert "blockquote lang" not in answered.http.get(f"{PAGE}?release=1").text


def test_a_reply_is_no_correction(answered: Client) -> None:
    (change,) = answered.json("/api/v1/changes?since=1")["items"]
    assert (change["key"], change["change"], change["figures"]) == ("hemne-2018", "changed", [])
    assert answered.json(DATA)["corrections"] == []


def test_the_data_set_has_a_table_of_them(answered: Client) -> None:
    text = answered.http.get("/data/tables/replies.csv").text
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert row["evaluation"] == "hemne-2018"
    assert row["day"] == "2019-01-15"
    assert row["language"] == "nn"
    assert "Toppen, bra." in row["text"]
