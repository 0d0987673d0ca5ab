"""What is said of one evaluation: its result, how much is known, and what is missing and why."""

from dataclasses import replace

import pytest

from app.domain.evaluation import AreaResult, DetailLevel, Evaluation, GoldStar, GoldStarScope
from app.domain.evaluation_parts import stars_of_area, stars_of_no_area
from app.domain.message import LocalText
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country, EvaluationPopulation, Population, PopulationBasis
from app.domain.score import Figure, MissingKind
from app.domain.wording.evaluation import (
    DETAIL_WORDS,
    known_words,
    population_words,
    result_words,
    unknown_words,
)
from tests.domain import hemne
from tests.domain.examples import HUNDRED, evaluation, said

ALL_EIGHT = dict.fromkeys(range(1, 9), 50)


@pytest.fixture
def report(version_2_1: MethodVersion) -> Evaluation:
    found = evaluation(hemne.areas(version_2_1), hemne.total(version_2_1))
    return replace(found, detail=DetailLevel.QUESTIONS)


def missing(evaluated: Evaluation, method: MethodVersion) -> list[str]:
    return [said(message) for message in unknown_words(evaluated, method)]


@pytest.mark.parametrize(
    "areas,total,words",
    [
        (ALL_EIGHT, "433.0", "Hemne scored 433 out of 800 points in its 2018 evaluation."),
        ({}, 0, "Hemne scored 0 out of 800 points in its 2018 evaluation."),
        (ALL_EIGHT, None, "The total is not known here, only the points of the eight areas."),
        ({3: 0}, None, "The total is not known here, only some areas."),
        ({}, None, "but we have not found the figures in the sources we have read."),
    ],
)
def test_the_result_in_a_sentence(
    areas: dict[int, int], total: str | int | None, words: str
) -> None:
    found = said(result_words("Hemne", evaluation(areas, total)))
    assert found.endswith(words)
    assert found.startswith("Hemne")
    assert "2018" in found


def test_every_detail_level_says_how_much_is_known(report: Evaluation) -> None:
    two = replace(evaluation({1: 40, 5: 50}), detail=DetailLevel.SOME_AREAS)
    words = known_words(two)
    assert words is not None
    assert said(words) == "The points of 2 of the eight areas are known."
    words = known_words(report)
    assert words is not None
    assert "45 questions in eight areas" in said(words)
    for level in DetailLevel:
        held = known_words(replace(report, detail=level))
        assert (held is None) == (level is DetailLevel.KNOWN)
        assert held is None or said(held).endswith(".")
    assert len({said(DETAIL_WORDS[level]) for level in DetailLevel}) == len(DetailLevel)


def test_areas_with_some_of_their_questions_are_not_said_to_have_none(report: Evaluation) -> None:
    partly, none = (
        known_words(replace(found, detail=DetailLevel.AREAS))
        for found in (report, evaluation(ALL_EIGHT))
    )
    assert partly is not None
    assert none is not None
    assert "not those of every question" in said(partly)
    assert "not those of the questions" in said(none)


def test_everything_that_is_missing_is_named_with_its_reason(version_2_1: MethodVersion) -> None:
    areas = evaluation({1: 40, 2: 41, 3: 42, 4: 43, 5: 44}).areas[:7]
    withdrawn = AreaResult(8, Figure(None, None, HUNDRED, MissingKind.WITHDRAWN))
    assert missing(evaluation((*areas, withdrawn)), version_2_1) == [
        "The total: not found in the sources we have read.",
        "The points of areas 6 and 7: not found in the sources we have read.",
        "The points of area 8: withdrawn.",
        "The points of the questions: not found in the sources we have read.",
        "Strengths, challenges and weaknesses: not found in the sources we have read.",
        "The number of inhabitants is not known here, so no size group can be given.",
    ]


def test_a_whole_evaluation_lacks_only_what_it_lacks(
    report: Evaluation, version_2_1: MethodVersion
) -> None:
    assert [words.split(":")[0] for words in missing(report, version_2_1)] == [
        "Strengths, challenges and weaknesses",
        "The number of inhabitants is not known here, so no size group can be given.",
    ]
    bare = replace(report.areas[4], questions=())
    fewer = replace(report, areas=(*report.areas[:4], bare, *report.areas[5:]))
    assert "The points of the questions in area 5" in missing(fewer, version_2_1)[0]


def test_a_version_without_a_list_of_questions_says_that(instrument: Instrument) -> None:
    found = missing(evaluation({}, 400), instrument.version("2.0"))
    assert found[0] == "The points of the eight areas: not found in the sources we have read."
    assert "the list of questions of method version 2.0" in found[1]


@pytest.mark.parametrize(
    "basis,ends",
    [
        (PopulationBasis.SAME_YEAR, "in 2018"),
        (PopulationBasis.EARLIER_YEAR, "in 2018, the nearest earlier year with a figure"),
        (PopulationBasis.LATER_YEAR, "in 2018, the nearest later year with a figure"),
    ],
)
def test_inhabitants_have_their_year_and_it_is_marked(basis: PopulationBasis, ends: str) -> None:
    used = EvaluationPopulation(Population(2018, 4213, "a register"), basis)
    assert said(population_words(used, Country.NORWAY)) == f"4,213 inhabitants {ends}"


def test_a_gold_star_belongs_to_the_area_of_its_question(version_2_1: MethodVersion) -> None:
    def star(ident: str, area: int | None, question: str | None) -> GoldStar:
        scope = GoldStarScope.AREA if area else GoldStarScope.UNKNOWN
        return GoldStar(ident, "hemne-2018", scope, area, question, LocalText({"en": "Good"}))

    stars = (star("a", None, "5.1"), star("b", 5, None), star("c", 6, None), star("d", None, None))
    found = replace(evaluation(), gold_stars=stars)
    assert [one.id for one in stars_of_area(found, version_2_1.area(5))] == ["a", "b"]
    assert stars_of_area(found, version_2_1.area(1)) == ()
    assert [one.id for one in stars_of_no_area(found, version_2_1)] == ["d"]
