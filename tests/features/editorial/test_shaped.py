"""Averages and counts in a form that is made from their shape: nothing is lost, whatever is
written."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from app.domain.language import LANGUAGES
from app.features.editorial.editing.shape_fields import SHAPES, Filled, groups_of
from app.features.editorial.editing.shaped import typed_shaped
from tests.databases import SEED
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, page_of, seen, send
from tests.features.editorial.test_untouched import faults
from tests.features.editorial.writing import submitted

LIST = "/redaksjon/tall"
KINDS = {
    "reference-average": json.loads((SEED / "reference-averages.json").read_text("utf-8")),
    "known-evaluated": json.loads((SEED / "coverage.json").read_text("utf-8")),
}
EVERY = [(kind, one["id"]) for kind, records in KINDS.items() for one in records]


@pytest.fixture
def editor(browser: Browser) -> Browser:
    browser.sign_in("editor")
    return browser


def corrected(browser: Browser, kind: str, key: str) -> str:
    path = led_to(send(browser, LIST, f"{LIST}/{kind}/{key}/rett"))
    return path.partition("?")[0]


def document(browser: Browser, form: str) -> dict[str, Any]:
    text = filled_in(seen(browser, f"{form}/json"), form)["document"]
    found: dict[str, Any] = json.loads(text)
    return found


def said(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a record says, in whichever of the two ways its texts are written."""
    return {name: texts_of(value) for name, value in record.items() if value is not None}


def texts_of(value: Any) -> Any:
    is_text = isinstance(value, dict) and set(value) == {"texts", "unofficial"}
    return value["texts"] if is_text and not value["unofficial"] else value


@pytest.mark.parametrize("kind", KINDS)
def test_saving_it_as_it_is_changes_nothing(editor: Browser, kind: str) -> None:
    form = ""
    for record in KINDS[kind]:
        form = corrected(editor, kind, record["id"])
        before = document(editor, form)
        assert said(before) == said(record)
        page = page_of(form, send(editor, form, form))
        assert faults(page) == []
        assert said(document(editor, form)) == said(record)
    told = seen(editor, f"{form.removesuffix('/1')}/folger")
    assert "Ingenting er ulikt" in told.words


def test_an_average_is_corrected_and_published(editor: Browser, other: Browser) -> None:
    other.sign_in("administrator")
    form = corrected(editor, "reference-average", "no-2018")
    draft = form.removesuffix("/1")
    changed = {"field-total": "361,0", "field-areas-3": "61,5", "field-n": "56", "then": "overview"}
    assert led_to(send(editor, form, form, changed)) == f"{draft}?done=saved"
    held = document(editor, form)
    assert (held["total"], held["areas"], held["n"]) == (361, {"3": 61.5}, 56)
    shown = seen(editor, draft).words
    assert "Alle evaluerte norske kommuner, versjon 2.0 og 2.1, per 2018" in shown
    told = seen(editor, f"{draft}/folger").words
    assert "Område 3: ikke med → 61,5" in told
    assert "359 → 361" in told
    assert editor.get(f"{draft}/forhandsvisning").status_code == 200
    submitted(editor, draft)
    done = send(other, draft, f"{draft}/godkjenn", {"comment": "Lest feil"})
    assert led_to(done) == f"{draft}?done=published"
    assert "361" in other.get("/utvikling").text


def test_a_new_count_is_filled_in_and_one_with_faults_says_what_it_needs(editor: Browser) -> None:
    made = send(editor, LIST, f"{LIST}/known-evaluated/ny", {"country": "SE", "year": "2024"})
    form = led_to(made).partition("?")[0]
    draft = form.removesuffix("/1")
    assert faults(seen(editor, form)) == []
    assert faults(seen(editor, draft)) == []
    assert f"{form}#field-n" in seen(editor, draft).links()
    page = page_of(form, send(editor, form, form, {"field-n": "mange"}))
    assert "#field-n" in faults(page)
    assert "#field-unit" in faults(page)
    assert "Skriv et helt tall." in page.words
    assert page.by_id("field-n").get("value") == "mange"
    assert "Input should" not in page.words
    assert "Input should" not in seen(editor, draft).words
    right = {"field-n": "30", "field-unit": "evaluations", "field-at_least": "1"}
    page = page_of(form, send(editor, form, form, right))
    assert faults(page) == []
    held = document(editor, form)
    assert (held["id"], held["n"], held["at_least"], held["source"]) == ("se-2024", 30, True, None)


def test_each_fault_leads_to_a_field_that_is_there(editor: Browser) -> None:
    for kind in KINDS:
        made = send(editor, LIST, f"{LIST}/{kind}/ny", {"country": "NO", "year": "2031"})
        form = led_to(made).partition("?")[0]
        fields = filled_in(seen(editor, form), form)
        wrong = {name: "?" for name in fields if name.startswith("field-")}
        page = page_of(form, send(editor, form, form, wrong))
        found = faults(page)
        assert found
        for target in found:
            assert page.by_id(target.removeprefix("#")) is not None
        overview = seen(editor, form.removesuffix("/1"))
        assert {f"{form}{target}" for target in found} == set(faults(overview))


def test_two_of_one_year_have_ids_of_their_own(editor: Browser) -> None:
    form = corrected(editor, "known-evaluated", "no-2-2018")
    made = send(editor, LIST, f"{LIST}/reference-average/ny", {"country": "NO", "year": "2018"})
    assert document(editor, led_to(made).partition("?")[0])["id"] == "no-2018-2"
    assert document(editor, form)["id"] == "no-2-2018"


def test_a_year_that_is_none_is_told_of(editor: Browser) -> None:
    action = f"{LIST}/reference-average/ny"
    page = page_of(LIST, send(editor, LIST, action, {"country": "SE", "year": "ifjor"}), 422)
    assert "#reference-average-year" in faults(page)
    assert page.by_id("reference-average-year").get("value") == "ifjor"


def test_somebody_elses_change_is_not_written_over(editor: Browser, other: Browser) -> None:
    other.sign_in("administrator")
    form = corrected(editor, "reference-average", "no-2018")
    mine = filled_in(seen(editor, form), form)
    assert send(other, form, form, {"field-n": "57"}).status_code == 200
    page = page_of(form, editor.post(form, {**mine, "field-n": "58"}), 409)
    assert page.by_id("field-n").get("value") == "58"
    assert document(editor, form)["n"] == 57


@pytest.mark.parametrize("who", ["evaluator", None])
def test_only_editors_come_there(browser: Browser, who: str | None) -> None:
    if who:
        browser.sign_in(who)
    assert browser.get(LIST).status_code == (403 if who else 303)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_pages_in_each_language(editor: Browser, language: str) -> None:
    prefix = LANGUAGES[language].prefix
    form = corrected(editor, "reference-average", "no-2018")
    for path in (LIST, form, f"{form}/json"):
        seen(editor, prefix + path)


VALUES = st.text(max_size=12)


@pytest.mark.parametrize("kind,key", EVERY[:1] + EVERY[-1:])
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_cannot_be_understood_is_kept(kind: str, key: str, data: st.DataObject) -> None:
    record = next(one for one in KINDS[kind] if one["id"] == key)
    single = [
        field
        for group in groups_of(SHAPES[kind], {})
        for field in group.fields
        if field.filled not in (Filled.TEXT, Filled.TICK)
    ]
    field = data.draw(st.sampled_from(single))
    written = data.draw(VALUES)
    found: Any = typed_shaped({field.id: written}, kind, record)
    assert found["id"] == key
    for part in field.way:
        found = found.get(part) if isinstance(found, dict) else None
    words = " ".join(written.split())
    if not words:
        assert found is None
    elif isinstance(found, str):
        assert " ".join(found.split()) == words
    else:
        assert isinstance(found, int | float)


def test_a_shape_with_a_value_that_has_no_field_is_refused() -> None:
    class Odd(BaseModel):
        parts: list[str]

    with pytest.raises(TypeError, match="parts"):
        groups_of(Odd, {})
