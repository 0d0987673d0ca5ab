"""What evaluators wrote for the report, where the evaluation is: page, API and data set."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from app.domain.message import LocalText
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened
from tests.publishing.changing import evaluation_of, real_state, with_evaluation
from tests.publishing.texts_written import CLOSING, QUESTION, with_texts

PAGE, DATA = "/kommuner/hemne/2018", "/api/v1/evaluations/hemne-2018"
WICKED = 'Takk & <script>alert(1)</script>.\n\n=1+1\n"Toppen", bra.'


@pytest.fixture
def answered(use_database: UseDatabase, seeded: Engine) -> Iterator[Client]:
    """The site with texts of Hemne 2018 in release 2."""
    state = real_state()
    written = with_texts(evaluation_of(state, "hemne-2018"))
    written = replace(written, preface=LocalText({"nb": WICKED}))
    changed = with_evaluation(state, written)
    published = publish(seeded, Publication(changed, Origin.SEED, DatasetKind.REAL))
    assert published.release is not None
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_the_page_has_them_folded_with_their_language(answered: Client, prefix: str) -> None:
    page = answered.get(f"{prefix}{PAGE}")
    assert "Takk & <script>alert(1)</script>." in page.words
    html = answered.http.get(f"{prefix}{PAGE}").text
    assert "<script>alert(1)" not in html
    assert "=1+1<br>&#34;Toppen&#34;, bra.</p>" in html
    mark = "" if prefix == "" else ' lang="nb"'
    whole = re.sub(r">\s+<", "><", html)
    assert f"<div{mark}><p>Takk &amp; &lt;script&gt;" in whole
    assert f"<div{mark}><p>Strategien er fra 2016.</p>" in whole
    closing = {"/sv": "Börja med område 2."}.get(prefix, "Begynn med område 2.")
    assert f"<p>{closing}</p>" in html
    pieces = html.split('<details class="ds-details">')
    folded = [one.partition("</details>")[0] for one in pieces]
    for text in ("=1+1", closing, "Strategien er fra 2016."):
        assert [text in one for one in folded].count(True) == 1


def test_the_text_on_a_question_stands_below_its_row(answered: Client) -> None:
    html = answered.http.get(f"/en{PAGE}").text
    rows = html.partition('aria-labelledby="questions-1"')[2].partition("</table>")[0].split("<tr>")
    (at,) = (n for n, row in enumerate(rows) if "Text on question 1.1" in row)
    assert "/sporsmal/2.1/1.1" in rows[at - 1]
    assert "/sporsmal/2.1/1.2" in rows[at + 1]
    headings = rows[1].count("<th")
    assert f'<td colspan="{headings}">' in rows[at]


def test_our_own_translation_is_marked(answered: Client) -> None:
    pages = [answered.http.get(f"{prefix}{PAGE}").text for prefix in ("", "/sv")]
    marked = [html.partition("Vårt råd:")[2].partition("</details>")[0] for html in pages]
    assert '<p class="small">(' in marked[1]
    assert '<p class="small">(' not in marked[0]


def test_the_api_has_them_to_the_letter(answered: Client) -> None:
    found = answered.json(DATA)
    assert found["preface"] == {"text": WICKED, "lang": "nb", "unofficial": False}
    assert answered.json(f"{DATA}?lang=sv")["closing"] == {
        "text": CLOSING.texts["sv"],
        "lang": "sv",
        "unofficial": True,
    }
    first, second, *_ = found["areas"][0]["questions"]
    told = ("text", "lang", "unofficial")
    assert [first[name] for name in told] == [QUESTION.texts["nb"], "nb", False]
    assert [second[name] for name in told] == [None, None, None]


def test_what_has_none_says_so(answered: Client) -> None:
    for address in ("/api/v1/evaluations/hareid-2019", f"{DATA}?release=1"):
        found = answered.json(address)
        assert (found["preface"], found["closing"]) == (None, None)
        texts = {q["text"] for area in found["areas"] for q in area["questions"]}
        assert texts <= {None}
    assert "Takk" not in answered.http.get(f"{PAGE}?release=1").text
    assert 'id="report-texts"' not in answered.http.get("/kommuner/hareid/2019").text


def test_texts_are_no_correction(answered: Client) -> None:
    (change,) = answered.json("/api/v1/changes?since=1")["items"]
    assert (change["key"], change["change"], change["figures"]) == ("hemne-2018", "changed", [])
    assert answered.json(DATA)["corrections"] == []


def rows_of(client: Client, table: str) -> list[dict[str, str]]:
    text = client.http.get(f"/data/tables/{table}.csv").text
    return [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]


def test_the_data_set_has_them(answered: Client) -> None:
    preface, closing = rows_of(answered, "report_texts")
    assert (preface["evaluation"], preface["part"]) == ("hemne-2018", "preface")
    assert "Toppen" in preface["text_nb"]
    assert (closing["part"], closing["text_sv"]) == ("closing", CLOSING.texts["sv"])
    assert closing["text_unofficial"] == "sv"
    written = [row for row in rows_of(answered, "questions") if row["text_nb"]]
    assert [(r["evaluation"], r["question"], r["text_nb"]) for r in written] == [
        ("hemne-2018", "1.1", QUESTION.texts["nb"])
    ]
