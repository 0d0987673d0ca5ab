"""Whatever the checks find wrong leads to a field that is on the page."""

import json
from typing import Any

import pytest

from app.domain.method import Instrument
from app.features.editorial.editing.faulty_fields import field_of
from app.features.editorial.editing.form import evaluation_form
from app.publishing.seed import read_folder
from tests.databases import SEED


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return read_folder(SEED).instrument


@pytest.fixture(scope="module")
def hemne() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8")
    )
    return found


@pytest.mark.parametrize(
    "cell, field",
    [
        ("areas.2.stated", "stated-3"),
        ("areas.0.questions.1", "score-1.2"),
        ("areas.0.questions.1.score", "score-1.2"),
        ("areas.0.questions.1.missing", "reason-1.2"),
        ("areas.1.findings.weaknesses.3", "weaknesses-2"),
        ("areas.1.findings.lang", "findings-language-2"),
        ("areas.1.missing", "missing-2"),
        ("areas.99.stated", "stated-1"),
        ("total", "total"),
        ("2", "stated-2"),
        ("source", "source-title"),
        ("source.title", "source-title"),
        ("source.url", "source-url"),
        ("report_number", "report-number"),
        ("gold_stars.0", "star-0-for"),
        ("gold_stars.0.practice", "star-0-practice-nb"),
        ("gold_stars.0.practice.sv", "star-0-practice-sv"),
        ("discrepancies.0", "discrepancy-0-kind"),
        ("discrepancies.0.measure", "discrepancy-0-measure"),
        ("discrepancies.0.text.en", "discrepancy-0-text-en"),
        ("notes.0", "note-0-text-nb"),
        ("preface", "text-preface-nb"),
        ("preface.texts.sv", "text-preface-sv"),
        ("closing.en", "text-closing-en"),
        ("areas.0.questions.1.text", "text-1.2-nb"),
        ("areas.0.questions.1.text.nn", "text-1.2-nn"),
        ("stated_placings.0.rank", "source-title"),
        ("", "source-title"),
        ("finnes.ikke", "source-title"),
    ],
)
def test_a_fault_leads_to_its_field(
    instrument: Instrument, hemne: dict[str, Any], cell: str, field: str
) -> None:
    form = evaluation_form(hemne, instrument.versions["2.1"], "nb")
    assert field_of(cell, hemne, form)[0] == field
