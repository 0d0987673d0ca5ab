"""An evaluation's figures: what is summed, and which detail level they show."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.evaluation import (
    AreaResult,
    DetailLevel,
    Finding,
    FindingKind,
    area_figure,
    detail_of,
    evaluation_id,
    total_figure,
)
from app.domain.method import MethodVersion
from app.domain.score import Measure, MissingKind
from tests.domain import hemne
from tests.domain.examples import evaluation, scored, summary

ALL_EIGHT = dict.fromkeys(range(1, 9), 50)


def level(
    method: MethodVersion, areas: tuple[AreaResult, ...] | dict[int, int], total: int | None = None
) -> DetailLevel:
    found = evaluation(areas, total)
    return detail_of(method, found.total, found.areas)


@pytest.mark.parametrize(
    "areas,total,wanted",
    [
        ({}, None, DetailLevel.KNOWN),
        ({}, 400, DetailLevel.TOTAL),
        ({}, 0, DetailLevel.TOTAL),
        ({3: 77}, None, DetailLevel.SOME_AREAS),
        ({3: 0}, 433, DetailLevel.SOME_AREAS),
        (dict.fromkeys(range(2, 9), 50), 433, DetailLevel.SOME_AREAS),
        (ALL_EIGHT, None, DetailLevel.AREAS),
        (ALL_EIGHT, 400, DetailLevel.AREAS),
    ],
)
def test_the_figures_show_the_detail_level(
    version_2_1: MethodVersion, areas: dict[int, int], total: int | None, wanted: DetailLevel
) -> None:
    assert level(version_2_1, areas, total) is wanted


def test_every_question_of_every_area_is_the_most_detailed(version_2_1: MethodVersion) -> None:
    assert level(version_2_1, hemne.areas(version_2_1)) is DetailLevel.QUESTIONS


def test_a_question_left_out_or_missing_is_not_the_whole(version_2_1: MethodVersion) -> None:
    """The questions of an area are public only where all of them are."""
    first, *others = hemne.areas(version_2_1)
    fewer = replace(first, questions=first.questions[1:])
    assert level(version_2_1, (fewer, *others)) is DetailLevel.AREAS
    lost = replace(first.questions[0], figure=scored(None, 15))
    gap = replace(first, questions=(lost, *first.questions[1:]))
    assert level(version_2_1, (gap, *others)) is DetailLevel.AREAS
    bare = AreaResult(1, scored(None))
    assert level(version_2_1, (bare, *others)) is DetailLevel.SOME_AREAS


def test_an_area_with_a_question_left_out_is_as_stated(version_2_1: MethodVersion) -> None:
    definition, questions = version_2_1.area(1), hemne.questions_of(1)
    assert area_figure(definition, questions, Decimal(39)).score == Decimal("38.9")
    assert area_figure(definition, questions[1:], Decimal(39)).score == 39
    found = area_figure(definition, questions[1:], None, MissingKind.NOT_PUBLIC)
    assert (found.score, found.missing) == (None, MissingKind.NOT_PUBLIC)
    assert area_figure(definition, (), None).missing is MissingKind.NOT_FOUND


def test_a_total_is_summed_only_from_whole_areas(version_2_1: MethodVersion) -> None:
    """Rounded area figures never stand in for the questions of an area, nor for a total."""
    areas = list(hemne.areas(version_2_1))
    areas[4] = AreaResult(5, scored(58))
    found = total_figure(version_2_1, tuple(areas), Decimal(430))
    assert (found.score, found.stated) == (430, 430)
    assert total_figure(version_2_1, tuple(areas), None).missing is MissingKind.NOT_FOUND
    assert total_figure(version_2_1, tuple(areas[:4]), None).score is None
    eight = evaluation(ALL_EIGHT).areas
    assert total_figure(version_2_1, eight, None, MissingKind.WITHDRAWN).missing is (
        MissingKind.WITHDRAWN
    )


def test_an_area_is_not_scaled_up_to_the_points_that_are_not_printed(
    version_2_1: MethodVersion,
) -> None:
    definition = version_2_1.area(2)
    assert (definition.max, definition.points_not_shown) == (100, 15)
    found = area_figure(definition, hemne.questions_of(2), Decimal(37))
    assert (found.score, found.max) == (Decimal("37.4"), 100)


def test_figures_and_questions_are_found_by_name(version_2_1: MethodVersion) -> None:
    found = evaluation(hemne.areas(version_2_1), hemne.total(version_2_1))
    assert found.figure(Measure.TOTAL).score == Decimal("433.0")
    assert found.figure(Measure.AREA_3).score == Decimal("77.4")
    held = found.question("2.6")
    assert held is not None
    assert held.figure.score == Decimal("8.0")
    assert found.question("2.5") is None
    with pytest.raises(KeyError):
        found.area(9)


def test_findings_are_taken_by_kind_in_their_order() -> None:
    one, two = (Finding(FindingKind.STRENGTH, text, "nb") for text in ("en", "to"))
    weak = Finding(FindingKind.WEAKNESS, "svak", "nb")
    area = AreaResult(1, scored(39), findings=(one, weak, two))
    assert area.findings_of(FindingKind.STRENGTH) == (one, two)
    assert area.findings_of(FindingKind.CHALLENGE) == ()


@pytest.mark.parametrize(
    "version,ident,path", [(None, "nes-2018", "2018"), ("2.1", "nes-2018-v2.1", "2018-v2.1")]
)
def test_the_address_of_an_evaluation_is_in_its_id(
    version: str | None, ident: str, path: str
) -> None:
    assert evaluation_id("nes", 2018, version) == ident
    second = f"-v{version}" if version else ""
    assert summary("nes", second=second).path == path
    assert replace(evaluation(), id=ident, municipality="nes").path == path


def test_a_summary_has_no_score_for_what_is_missing() -> None:
    assert summary("lom", areas={1: 0}).score(Measure.AREA_1) == 0
    assert summary("lom", areas={1: 0}).score(Measure.TOTAL) is None
