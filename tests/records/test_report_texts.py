"""What evaluators write for the report: part of the record where there is any, else not named."""

import json
from typing import Any

import pytest
from sqlalchemy import Engine

from app.bounds import QUESTION_TEXT_CHARACTERS, REPORT_TEXT_CHARACTERS
from app.database import session_factory
from app.domain.evaluation import Evaluation
from app.domain.message import LocalText
from app.models import DatasetKind, Origin, QuestionResultRow
from app.publishing.build_evaluations import build_evaluation
from app.publishing.faults import Faults, in_english
from app.publishing.parse import EVALUATION, read_text
from app.publishing.release import Publication, publish
from app.queries import evaluations
from app.queries.reading import open_reading
from app.records.document import in_json
from app.records.evaluation import evaluation_document, evaluation_rows, read_evaluation
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state, with_evaluation
from tests.publishing.texts_written import CLOSING, PREFACE, QUESTION, with_texts

HEMNE = evaluation_of(real_state(), "hemne-2018")
WRITTEN = with_texts(HEMNE)
BEFORE = {
    "ale-2020": "4826be0796d774d8ca2b57296f19b45ad4efebbd9d53c8f74ea7b3b9150ae1ca",
    "hemne-2018": "461ab441ee0b0b2ec1a95b1313aee693d46e558b5fc66b8f561a901cf8431936",
}
"""The SHA-256s that two evaluations were published with before there were such texts."""


def from_file(changes: dict[str, Any], question: Any = None) -> tuple[Evaluation | None, list[str]]:
    """The evaluation of a file with some changes, and what is wrong with that file."""
    file = json.loads((SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8"))
    file |= changes
    if question is not None:
        file["areas"][0]["questions"][0]["text"] = question
    faults, state = Faults(), real_state()
    parsed = read_text(json.dumps(file), "seed/evaluations/hemne-2018.json", EVALUATION, faults)
    built = build_evaluation(parsed, state.instrument, state.register, faults) if parsed else None
    return built, [in_english(fault.problem) for fault in faults.found]


def test_they_are_read_from_a_file_and_back_from_the_document() -> None:
    written = {
        "preface": PREFACE.texts,
        "closing": {"texts": CLOSING.texts, "unofficial": ["sv"]},
    }
    built, faults = from_file(written, QUESTION.texts)
    assert (built, faults) == (WRITTEN, [])
    assert built is not None
    content = in_json(evaluation_document(built, "2").content)
    assert content["preface"] == {"texts": {**PREFACE.texts}, "unofficial": []}
    assert content["areas"][0]["questions"][0]["text"]["texts"] == {**QUESTION.texts}
    assert read_evaluation(content, HEMNE.gold_stars) == built


@pytest.mark.parametrize("id", BEFORE)
def test_what_has_none_is_the_record_that_it_was(id: str) -> None:
    found = evaluation_of(real_state(), id)
    document = evaluation_document(found, real_state().instrument.family_of(found.version))
    assert document.sha256 == BEFORE[id]
    assert document.content.keys().isdisjoint({"preface", "closing"})
    rows = evaluation_rows(document.content)
    assert rows.columns["told"].keys().isdisjoint({"preface", "closing"})
    assert [row for row in rows.children[QuestionResultRow] if row["text"] is not None] == []


def test_each_text_is_of_the_record() -> None:
    plain = evaluation_document(HEMNE, "2").sha256
    written = evaluation_document(WRITTEN, "2").sha256
    assert plain != written


def test_a_release_gives_back_what_was_published(seeded: Engine) -> None:
    changed = with_evaluation(real_state(), WRITTEN)
    published = publish(seeded, Publication(changed, Origin.SEED, DatasetKind.REAL))
    assert published.release is not None
    with session_factory(seeded)() as session:
        now, before = open_reading(session), open_reading(session, 1)
        assert evaluations.evaluation(now, "hemne-2018") == WRITTEN
        assert evaluations.evaluation(before, "hemne-2018") == HEMNE


@pytest.mark.parametrize(
    "text",
    [
        "",
        " a",
        "a ",
        "a\n\n\nb",
        "a\n b",
        "a \nb",
        "a\rb",
        "a\tb",
        "a\x00b",
        "a\N{RIGHT-TO-LEFT OVERRIDE}b",
        "a\N{ZERO WIDTH SPACE}b",
        "a\N{LINE SEPARATOR}b",
        17,
        None,
    ],
)
def test_what_no_such_text_may_be(text: object) -> None:
    for changes, question in (
        ({"preface": {"nb": text}}, None),
        ({"closing": {"texts": {"nb": "a", "nn": text}, "unofficial": []}}, None),
        ({}, {"en": text}),
    ):
        built, faults = from_file(changes, question)
        assert built is None
        assert len(faults) == 1


@pytest.mark.parametrize(
    "value", ["a", {}, {"de": "a"}, {"texts": {"nb": "a"}, "unofficial": ["sv"]}]
)
def test_what_is_no_text_in_languages(value: object) -> None:
    for changes, question in (({"preface": value}, None), ({"closing": value}, None), ({}, value)):
        built, faults = from_file(changes, question)
        assert built is None
        assert len(faults) == 1


def test_the_longest_may_be_and_a_longer_one_may_not() -> None:
    for most, field in ((REPORT_TEXT_CHARACTERS, "preface"), (REPORT_TEXT_CHARACTERS, "closing")):
        assert from_file({field: {"nb": "a" * most, "sv": "b" * most}})[1] == []
        (fault,) = from_file({field: {"nb": "a" * (most + 1)}})[1]
        assert fault == f"{field}: The text has {most + 1} characters; {most} is the most."
    most = QUESTION_TEXT_CHARACTERS
    assert from_file({}, {"nb": "a" * most, "sv": "b" * most})[1] == []
    (fault,) = from_file({}, {"nb": "a", "sv": "a" * (most + 1)})[1]
    assert fault.startswith("areas.0.questions.0.text: The text has")


def test_paragraphs_and_their_lines_in_the_language_of_the_reader() -> None:
    text = LocalText({"nb": "a\nb\n\nc", "en": "d"})
    assert text.paragraphs_in("nn") == (("a", "b"), ("c",))
    assert text.paragraphs_in("en") == (("d",),)
