"""A municipality's reply: part of the record where there is one, and nowhere named where not."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.evaluation import Evaluation
from app.domain.reply import LONGEST_REPLY, Reply
from app.publishing.build_evaluations import build_evaluation
from app.publishing.faults import Faults, in_english
from app.publishing.parse import EVALUATION, read_text
from app.records.document import canonical, in_json
from app.records.evaluation import evaluation_document, evaluation_rows, read_evaluation
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state

HEMNE = evaluation_of(real_state(), "hemne-2018")
GIVEN = {
    "text": "Vi kjenner oss att.\n\nDet einaste vi saknar, er:\nungdomsrådet.",
    "language": "nn",
    "day": "2018-11-30",
    "office": "Kommunedirektøren i Hemne",
}


def with_reply(reply: object) -> tuple[Evaluation | None, list[str]]:
    """The evaluation of a file that holds a reply, and what is wrong with that file."""
    file = json.loads((SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8"))
    faults = Faults()
    name = "seed/evaluations/hemne-2018.json"
    parsed = read_text(json.dumps(file | {"reply": reply}), name, EVALUATION, faults)
    state = real_state()
    known = (state.instrument, state.register)
    built = build_evaluation(parsed, *known, faults) if parsed else None
    return built, [in_english(fault.problem) for fault in faults.found]


def test_it_is_read_from_a_file_and_back_from_its_document() -> None:
    built, faults = with_reply(GIVEN)
    assert (built, faults) != (None, [])
    assert built is not None
    assert built.reply == Reply(
        GIVEN["text"], "nn", date(2018, 11, 30), "Kommunedirektøren i Hemne"
    )
    content = evaluation_document(built, "2").content
    assert in_json(content)["reply"] == GIVEN
    assert read_evaluation(in_json(content), HEMNE.gold_stars) == built


def test_what_has_no_reply_is_written_as_it_always_was() -> None:
    without, faults = with_reply(None)
    assert (without, faults) == (HEMNE, [])
    assert '"reply"' not in canonical(evaluation_document(HEMNE, "2").content)


def test_its_row_holds_what_a_database_takes_as_json() -> None:
    built, _ = with_reply(GIVEN)
    assert built is not None
    rows = evaluation_rows(evaluation_document(built, "2").content)
    assert json.loads(json.dumps(rows.columns["told"]))["reply"] == GIVEN
    assert "reply" not in evaluation_rows(evaluation_document(HEMNE, "2").content).columns["told"]


def test_paragraphs_and_their_lines() -> None:
    reply = Reply(GIVEN["text"], "nn", date(2018, 11, 30), "Hemne")
    assert reply.paragraphs == (
        ("Vi kjenner oss att.",),
        ("Det einaste vi saknar, er:", "ungdomsrådet."),
    )


@pytest.mark.parametrize(
    "change, named",
    [
        ({"text": ""}, "reply.text"),
        ({"text": " a"}, "reply.text"),
        ({"text": "a\n\n\nb"}, "reply.text"),
        ({"text": "a\rb"}, "reply.text"),
        ({"text": "a\tb"}, "reply.text"),
        ({"text": "a\x00b"}, "reply.text"),
        ({"text": "a\N{RIGHT-TO-LEFT OVERRIDE}b"}, "reply.text"),
        ({"text": "a\N{ZERO WIDTH SPACE}b"}, "reply.text"),
        ({"text": "a\N{LINE SEPARATOR}b"}, "reply.text"),
        ({"text": "a" * (LONGEST_REPLY + 1)}, "reply.text"),
        ({"language": "de"}, "reply.language"),
        ({"day": "30.11.2018"}, "reply.day"),
        ({"day": "2017-12-31"}, "a reply of 2017-12-31 is before the evaluation"),
        ({"office": "to\nlinjer"}, "reply.office"),
        ({"office": ""}, "reply.office"),
        ({"office": "a" * 121}, "reply.office"),
        ({"name": "somebody"}, "reply.name"),
    ],
)
def test_what_no_reply_may_be(change: dict[str, str], named: str) -> None:
    built, faults = with_reply(GIVEN | change)
    assert built is None
    assert len(faults) == 1
    assert faults[0].startswith(named)


def test_the_longest_reply_is_one() -> None:
    built, faults = with_reply(GIVEN | {"text": "a" * LONGEST_REPLY})
    assert faults == []
    assert built == replace(HEMNE, reply=replace(built.reply)) if built and built.reply else False
