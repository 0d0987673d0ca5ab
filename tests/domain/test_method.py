"""The instrument of the seed: versions, families, areas, and the questions that are known."""

from decimal import Decimal

import pytest

from app.domain.message import LocalText
from app.domain.method import AreaDefinition, Instrument, MethodVersion, QuestionDefinition
from app.domain.score import Measure
from tests.domain import hemne


def test_versions_of_a_family_stand_together_in_order_of_age(instrument: Instrument) -> None:
    families = {
        family: [version.version for version in versions]
        for family, versions in instrument.families.items()
    }
    assert list(families.values()) == [["1.0"], ["2.0", "2.1"], ["2020"]]
    assert families[instrument.default_family] == ["2.0", "2.1"]
    assert {instrument.newest_of(family).version for family in families} == {"1.0", "2.1", "2020"}
    assert instrument.family_of("2.0") == instrument.family_of("2.1")


def test_what_is_not_there_is_not_made_up(instrument: Instrument) -> None:
    with pytest.raises(KeyError):
        instrument.version("2031")
    with pytest.raises(KeyError):
        instrument.newest_of("3")
    with pytest.raises(KeyError):
        instrument.version("2.1").area(9)
    assert instrument.version("2.1").question("2.5") is None
    assert instrument.version("2.0").question("2.1") is None


def test_every_version_gives_800_points_in_eight_areas(instrument: Instrument) -> None:
    for version in instrument.versions.values():
        assert [Measure.of_area(area.no).area for area in version.areas] == list(range(1, 9))
        assert {area.max for area in version.areas} == {100}
        assert version.max == 800


def test_only_the_questions_of_2_1_are_known(instrument: Instrument) -> None:
    known = {name: version.has_questions for name, version in instrument.versions.items()}
    assert known == {"1.0": False, "2.0": False, "2.1": True, "2020": False}


def test_the_questions_of_2_1_are_those_that_the_report_prints(version_2_1: MethodVersion) -> None:
    printed = {
        question.code: question.figure.max
        for no in hemne.QUESTIONS
        for question in hemne.questions_of(no)
    }
    held = {q.code: q.max for area in version_2_1.areas for q in area.questions}
    assert held == printed
    assert len(held) == 45
    assert sum(held.values()) == 785
    found = version_2_1.question("8.7")
    assert found is not None
    assert found.max == 15


def test_points_that_no_question_carries_are_known_as_such(version_2_1: MethodVersion) -> None:
    short = {area.no: area.points_not_shown for area in version_2_1.areas if area.points_not_shown}
    assert short == {2: 15}


def test_without_questions_nothing_is_known_to_be_left_out() -> None:
    name = LocalText({"en": "An area"})
    bare = AreaDefinition(1, name, Decimal(100))
    assert bare.points_not_shown == 0
    question = QuestionDefinition("1.1", name, Decimal(15))
    assert AreaDefinition(1, name, Decimal(100), (question,)).points_not_shown == 85
