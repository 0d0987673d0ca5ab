"""The way back from an evaluation to its file: what is built from that is the same evaluation."""

import json
from dataclasses import replace
from datetime import date

from app.domain.evaluation import Evaluation
from app.domain.reply import Reply
from app.publishing.build_evaluations import build_evaluation
from app.publishing.documents import evaluation_documents
from app.publishing.evaluation_file import evaluation_file
from app.publishing.faults import Faults
from app.publishing.parse import EVALUATION, read_text
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state


def built(evaluation: Evaluation) -> Evaluation | None:
    """The evaluation by way of its file, where that has no faults."""
    faults = Faults()
    text = json.dumps(evaluation_file(evaluation))
    file = read_text(text, f"{evaluation.id}.json", EVALUATION, faults)
    state = real_state()
    assert file is not None, faults.found
    found = build_evaluation(file, state.instrument, state.register, faults)
    assert not faults.found
    return found


def test_every_evaluation_comes_back_as_it_was() -> None:
    for evaluation in real_state().evaluations:
        again = built(evaluation)
        assert again is not None
        instrument = real_state().instrument
        assert [found.text for found in evaluation_documents(again, instrument)] == [
            found.text for found in evaluation_documents(evaluation, instrument)
        ], evaluation.id


def test_scores_findings_and_stars_stand_as_in_the_source() -> None:
    path = SEED / "evaluations" / "hemne-2018.json"
    source = json.loads(path.read_text(encoding="utf-8"))
    file = evaluation_file(evaluation_of(real_state(), "hemne-2018"))
    assert file["total"] == source["total"]
    for area, given in zip(file["areas"], source["areas"], strict=True):
        assert [(q["code"], q["score"]) for q in area["questions"]] == [
            (q["code"], q["score"]) for q in given["questions"]
        ]
        for name in ("strengths", "challenges", "weaknesses"):
            assert area["findings"].get(name, []) == given["findings"].get(name, [])
    assert len(file["gold_stars"]) == len(source["gold_stars"])


def test_a_reply_is_in_the_file() -> None:
    reply = Reply("Vi er enige.", "nb", date(2019, 3, 5), "Kommunedirektøren")
    replied = replace(evaluation_of(real_state(), "hemne-2018"), reply=reply)
    said = {
        "text": "Vi er enige.",
        "language": "nb",
        "day": "2019-03-05",
        "office": "Kommunedirektøren",
    }
    assert evaluation_file(replied)["reply"] == said
