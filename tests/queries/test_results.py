"""Points for a question, and what reports find in its area, against the seed files."""

import json
from decimal import Decimal
from typing import Any

import pytest

from app.domain.evaluation import FindingKind
from app.queries.reading import Reading
from app.queries.results import finding_counts, question_scores
from tests.databases import SEED
from tests.statements import count_queries, forgetting


def hemne() -> Any:
    text = (SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal)


def test_every_question_of_hemne_is_found_with_its_points(real: Reading) -> None:
    questions = [q for area in hemne()["areas"] for q in area["questions"]]
    assert len(questions) == 45
    for question in questions:
        (found,) = question_scores(real, "2.1", question["code"])
        assert found.evaluation.id == "hemne-2018"
        assert found.score == question["score"], question["code"]
        assert found.reconstructed is question.get("reconstructed", False)


@pytest.mark.parametrize("version, code", [("2.0", "5.1"), ("2.1", "2.5"), ("2.1", "")])
def test_what_no_source_has_is_not_there(real: Reading, version: str, code: str) -> None:
    assert question_scores(real, version, code) == ()


def test_findings_are_counted_by_kind(real: Reading) -> None:
    names = {"strength": "strengths", "challenge": "challenges", "weakness": "weaknesses"}
    for area in hemne()["areas"]:
        counted = finding_counts(real, "2.1", area["no"])["hemne-2018"]
        expected = {kind: len(area["findings"].get(names[kind.value], ())) for kind in FindingKind}
        assert dict(counted) == {kind: n for kind, n in expected.items() if n}
    assert finding_counts(real, "2.0", 1) == {}


def test_made_up_questions_are_many(demo_reading: Reading) -> None:
    found = question_scores(demo_reading, "2.1", "5.1")
    assert len(found) > 50
    assert {r.evaluation.version for r in found} == {"2.1"}
    assert all(0 <= r.score <= 15 for r in found)


def test_statements(real: Reading, demo_reading: Reading) -> None:
    for reading in (real, demo_reading):
        for query, most in (
            (lambda r=reading: question_scores(r, "2.1", "5.1"), 3),
            (lambda r=reading: finding_counts(r, "2.1", 5), 1),
        ):
            with forgetting(), count_queries(reading.session.get_bind()) as count:
                query()
            assert int(count) <= most
