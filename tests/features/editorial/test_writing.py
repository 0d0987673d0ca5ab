"""An evaluation is written in its form: what is typed is kept, right or wrong, and never lost."""

from urllib.parse import urlencode

import pytest

from app import bounds
from app.domain.language import LANGUAGES
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, page_of, seen, send, value_of
from tests.features.editorial.writing import NEW, new_draft, points_of_hemne, written_draft
from tests.pages.checks import text_of


@pytest.fixture
def evaluator(browser: Browser) -> Browser:
    browser.sign_in("evaluator")
    return browser


def test_a_new_evaluation_is_an_empty_form(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    page = seen(evaluator, f"{draft}/1")
    assert page.heading == "Rindal 2018"
    assert value_of(page, "score-1.1") == ""
    assert text_of(page.by_id("total-sum")) == "–"


@pytest.mark.parametrize(
    "asked, field",
    [
        ({"municipality": ""}, "municipality"),
        ({"municipality": "finnes-ikke"}, "municipality"),
        ({"year": "18"}, "year"),
        ({"year": "tjueatten"}, "year"),
        ({"version": "9.9"}, "version"),
        ({"municipality": "hemne"}, "year"),  # public already
    ],
)
def test_what_cannot_be_made_is_said_at_its_field(
    evaluator: Browser, asked: dict[str, str], field: str
) -> None:
    whole = {"municipality": "rindal", "year": "2018", "version": "2.1"} | asked
    page = page_of(NEW, send(evaluator, NEW, NEW, whole), 422)
    assert f"#{field}" in page.links(page.by_id("problems"))


def test_a_second_evaluation_of_a_year_is_named_with_its_version(evaluator: Browser) -> None:
    draft = new_draft(evaluator, "hemne", "2018", "2020")
    fields = {"source-title": "Rapport", "total": "400"}
    page_of(f"{draft}/1", send(evaluator, f"{draft}/1", f"{draft}/1", fields))
    will_be = f"{draft}/forhandsvisning?side=/kommuner/hemne/2018-v2020"
    assert will_be in seen(evaluator, f"{draft}/folger").links()


def test_what_was_typed_is_there_again_and_summed(evaluator: Browser) -> None:
    draft = written_draft(evaluator)
    page = seen(evaluator, f"{draft}/1")
    assert value_of(page, "score-1.1") == "7,5"
    assert value_of(page, "stated-2") == "37"
    assert text_of(page.by_id("sum-2")) == "37,4"
    assert text_of(page.by_id("total-sum")) == "433"


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_are_shown_with_the_decimal_sign_of_the_language(
    evaluator: Browser, language: str
) -> None:
    draft = written_draft(evaluator)
    prefix = LANGUAGES[language].prefix
    page = seen(evaluator, f"{prefix}{draft}/1")
    sign = "." if language == "en" else ","
    assert value_of(page, "score-1.1") == f"7{sign}5"
    action = f"{prefix}{draft}/1"
    again = page_of(action, evaluator.post(action, filled_in(page, action)))
    assert filled_in(again, action) == filled_in(page, action) | {
        "version": value_of(again, "version")
    }


def test_what_is_wrong_is_kept_and_told_beside_its_field(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    wrong = {"score-1.1": "femten", "score-1.2": "99", "total": "900"}
    page = page_of(f"{draft}/1", send(evaluator, f"{draft}/1", f"{draft}/1", wrong))
    assert {"#score-1.1", "#score-1.2", "#total"} <= set(page.links(page.by_id("problems")))
    for field, text in (("score-1.1", "femten"), ("score-1.2", "99"), ("total", "900")):
        assert value_of(page, field) == text
        assert page.by_id(field).get("aria-invalid") == "true"
        assert page.by_id(field).get("aria-describedby") == f"{field}-error"
    later = seen(evaluator, f"{draft}/1")
    assert value_of(later, "score-1.1") == "femten"


def test_faults_of_the_checks_lead_to_their_fields(evaluator: Browser) -> None:
    draft = written_draft(evaluator, **{"source-url": "ikke en adresse"})
    page = seen(evaluator, f"{draft}/1")
    assert "#source-url" in page.links(page.by_id("problems"))
    overview = seen(evaluator, draft)
    assert f"{draft}/1#source-url" in overview.links()
    assert not overview.find_all("form", action=f"{draft}/send-inn")


def test_rows_are_added_and_removed_without_scripts(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    action = f"{draft}/1"
    stars = {"star-0-practice-nb": "Åpne møter", "star-0-for": "1", "then": "gold-stars"}
    page = page_of(action, send(evaluator, action, action, stars))
    assert value_of(page, "star-0-practice-nb") == "Åpne møter"
    assert value_of(page, "star-1-practice-nb") == ""
    page = page_of(action, send(evaluator, action, action, {"star-0-remove": "1"}))
    assert value_of(page, "star-0-practice-nb") == ""


def test_findings_are_lines(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    action = f"{draft}/1"
    send(evaluator, action, action, {"strengths-3": "Klar visjon\r\n\r\n  God rapportering  "})
    page = seen(evaluator, action)
    assert value_of(page, "strengths-3") == "Klar visjon\nGod rapportering"


def test_of_two_who_edit_the_second_sees_both_and_loses_nothing(
    evaluator: Browser, other: Browser
) -> None:
    draft = new_draft(evaluator)
    action = f"{draft}/1"
    other.sign_in("editor")
    mine = filled_in(seen(other, action), action)
    send(evaluator, action, action, {"score-1.1": "7,5", "score-1.2": "9"})
    page = page_of(action, other.post(action, mine | {"score-1.1": "8", "total": "433"}), 409)
    rows = page.table("conflict-table").rows
    assert ["Spørsmål 1.1", "8", "7,5"] in rows
    assert value_of(page, "score-1.1") == "8"
    assert value_of(page, "total") == "433"
    page_of(action, other.post(action, filled_in(page, action)))
    assert value_of(seen(evaluator, action), "score-1.1") == "8"


def test_what_saves_itself_never_takes_over_the_version_of_another(
    evaluator: Browser, other: Browser
) -> None:
    draft = new_draft(evaluator)
    action = f"{draft}/1"
    other.sign_in("editor")
    mine = filled_in(seen(other, action), action)
    send(evaluator, action, action, {"score-1.1": "7,5"})
    answered = other.post(action, mine | {"score-1.1": "8"}, headers={"HX-Request": "true"})
    assert (answered.status_code, answered.text) == (409, "")
    page_of(action, other.post(action, mine | {"score-1.1": "8"}), 409)
    assert value_of(seen(evaluator, action), "score-1.1") == "7,5"


def test_saving_may_lead_to_the_draft(evaluator: Browser) -> None:
    draft = new_draft(evaluator)
    answered = send(evaluator, f"{draft}/1", f"{draft}/1", {"then": "overview"})
    assert led_to(answered) == f"{draft}?done=saved"


def test_a_draft_of_somebody_else_is_not_there(evaluator: Browser, other: Browser) -> None:
    other.sign_in("editor")
    draft = new_draft(other)
    for path in (draft, f"{draft}/1", f"{draft}/historie", f"{draft}/folger"):
        assert evaluator.get(path).status_code == 404
    seen(evaluator, "/redaksjon")
    answered = evaluator.post(f"{draft}/1", {**points_of_hemne(), "version": "1"})
    assert answered.status_code == 404


def test_texts_for_the_report_are_typed_in_fields_of_several_lines(evaluator: Browser) -> None:
    draft = written_draft(evaluator)
    typed = {
        "text-preface-nb": "Takk.\r\n\r\n\r\nHer er den.",
        "text-closing-sv": "Råd",
        "text-2.3-nb": "Bra.\r\n\r\nMen.",
    }
    assert send(evaluator, f"{draft}/1", f"{draft}/1", typed).status_code == 200
    page = seen(evaluator, f"{draft}/1")
    assert value_of(page, "text-preface-nb") == "Takk.\n\nHer er den."
    assert value_of(page, "text-2.3-nb") == "Bra.\n\nMen."
    assert {page.by_id(name).tag for name in typed} == {"textarea"}
    assert page.by_id("text-closing-sv").get("lang") == "sv"
    assert send(evaluator, f"{draft}/1", f"{draft}/1").status_code == 200
    again = seen(evaluator, f"{draft}/1")
    assert filled_in(again, f"{draft}/1") | {"version": ""} == filled_in(page, f"{draft}/1") | {
        "version": ""
    }
    preview = f"{draft}/forhandsvisning?side=/kommuner/rindal/2018"
    shown = seen(evaluator, preview, checked=False)
    assert "Her er den." in shown.words


def test_what_is_wrong_with_a_text_is_told_at_its_field(evaluator: Browser) -> None:
    draft = written_draft(evaluator)
    wrong = {"text-preface-nb": "<b>Takk</b>", "text-2.3-sv": "a" * 5_001}
    page = page_of(f"{draft}/1", send(evaluator, f"{draft}/1", f"{draft}/1", wrong))
    links = page.links(page.by_id("problems"))
    assert {"#text-preface-nb", "#text-2.3-sv"} <= set(links)


def test_a_form_with_the_longest_texts_in_every_language_is_taken(evaluator: Browser) -> None:
    """Forty-five questions: the door lets as much in, and it is there again."""
    draft = written_draft(evaluator)
    page = seen(evaluator, f"{draft}/1")
    fields = filled_in(page, f"{draft}/1")
    line = "Praksisen på området følgjes opp år for år, og ho er god å lære av.\n"
    long = {
        name: (line * 80)[: 10_000 if name.split("-")[1] in ("preface", "closing") else 5_000]
        for name in fields
        if name.startswith("text-")
    }
    assert len(long) == 4 * 47
    sent = {**fields, **{name: text.strip() for name, text in long.items()}}
    body = urlencode({n: v.replace("\n", "\r\n") for n, v in sent.items()})
    assert bounds.SMALL_FORM_BYTES < len(body) < bounds.DESK_BODY_BYTES
    assert evaluator.post(f"{draft}/1", sent).status_code == 200
    assert value_of(seen(evaluator, f"{draft}/1"), "text-8.1-en") == long["text-8.1-en"].strip()
