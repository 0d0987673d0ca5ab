"""What the page of a question says, against the sources and computations of the test's own."""

import json
from collections import Counter
from decimal import Decimal
from statistics import median
from typing import Any

import pytest

from app.domain.message import Points, say
from app.errors import NotFound
from app.features.questions.content import QuestionContent, question_content
from app.features.questions.quote import quotes
from app.queries.evaluations import all_evaluations
from app.queries.reading import Reading
from app.web.results import ResultParameters
from app.web.words.languages import translate
from tests.databases import SEED

METHOD = json.loads((SEED / "methods" / "2.1.json").read_text(encoding="utf-8"))
CODES = [question["code"] for area in METHOD["areas"] for question in area["questions"]]


def page(reading: Reading, code: str, version: str = "2.1", **chosen: Any) -> QuestionContent:
    return question_content(reading, version, code, ResultParameters(**chosen))


def test_hemne_alone_is_named_and_nothing_is_averaged(real: Reading) -> None:
    found = page(real, "5.1")
    assert [row.result.evaluation.id for row in found.results.rows] == ["hemne-2018"]
    assert found.results.rows[0].result.score == Decimal("10.5")
    assert [translate(words, "en") for words in found.results.medians] == [
        (
            "Norway: we have figures only for Hemne 2018 (10.5). A median needs at least 5 "
            "municipalities, and at least half of those evaluated."
        )
    ]
    assert not found.results.has_places
    assert quotes(found) == ()
    assert [given.star.id for given in found.stars] == ["hemne-2018/1"]
    assert translate(found.findings["hemne-2018"], "en") == (
        "5 strengths, 6 challenges and 4 weaknesses"
    )


def test_worked_out_digits_are_marked(real: Reading) -> None:
    reconstructed = {code for code in CODES if page(real, code).results.has_reconstructed}
    assert reconstructed == {"3.3", "3.4", "5.2", "5.4", "7.2"}


def test_every_question_is_a_share_of_its_area_and_has_its_neighbours(real: Reading) -> None:
    for area in METHOD["areas"]:
        for question in area["questions"]:
            found = page(real, question["code"])
            assert found.area.no == area["no"]
            assert found.share == Decimal(question["max"]) / 100
            at = CODES.index(question["code"])
            assert (found.previous and found.previous.code) == (CODES[at - 1] if at else None)
            assert (found.next and found.next.code) == [*CODES, None][at + 1]


def test_the_middle_of_many_is_that_of_the_version_alone(demo_reading: Reading) -> None:
    latest: dict[str, Any] = {}
    for e in sorted(all_evaluations(demo_reading), key=lambda e: (e.year, e.id)):
        question = e.question("5.1")
        if e.version == "2.1" and question and question.figure.score is not None:
            latest[e.municipality] = e
    found = page(demo_reading, "5.1")
    assert found.results.n == len(latest)
    assert found.results.versions == {"2.1"}
    assert Counter(s.country for s in found.results.spreads for _ in s.results) == Counter(
        e.country for e in latest.values()
    )
    for spread, words in zip(found.results.spreads, found.results.medians, strict=True):
        own = [
            float(e.question("5.1").figure.score)
            for e in latest.values()
            if e.country is spread.country
        ]
        given = words.values["median"]
        assert isinstance(given, Points)
        assert float(given.value) == pytest.approx(median(own))
        said = [translate(quote, "en") for quote in quotes(found)]
        median_words = translate(say("%(median)s out of", median=given), "en")
        assert any(f" {median_words} " in one and f" {len(own)} of " in one for one in said)
    assert len(quotes(found)) == len(found.results.spreads)
    assert quotes(page(demo_reading, "5.1", country="NO")) == ()
    for spread, (words, *_) in zip(found.results.spreads, found.results.best, strict=True):
        assert words.values["points"] == Points(max(r.score for r in spread.results))


def test_nothing_is_said_of_which_question_it_came_from(real: Reading) -> None:
    found = page(real, "7.1")
    (before,) = found.relatives
    assert before.version.version == "2.0"
    assert before.comparability.reason is not None
    assert not before.comparability.allowed
    assert {other.version.version for other in found.apart} == {"1.0", "2020"}


@pytest.mark.parametrize(
    "version, code, nearby",
    [
        ("2.1", "2.5", ["2.1", "2.2", "2.3", "2.4", "2.6"]),
        ("2.1", "9.9", CODES),
        ("2.1", "", CODES),
        ("2.0", "5.1", [f"{n}.1" for n in range(1, 9)]),
        ("9", "5.1", [f"{n}.1" for n in range(1, 9)]),
    ],
)
def test_what_is_not_there_names_what_is(
    real: Reading, version: str, code: str, nearby: list[str]
) -> None:
    with pytest.raises(NotFound) as refused:
        page(real, code, version)
    assert [path for _, path in refused.value.nearby] == [f"/sporsmal/2.1/{n}" for n in nearby]
