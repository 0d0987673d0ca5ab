"""Figures of a source that disagree are found, named by kind, and said in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.consistency import discrepancies
from app.domain.evaluation import AreaResult, Discrepancy, DiscrepancyKind, Evaluation
from app.domain.message import LocalText, Message
from app.domain.method import MethodVersion
from app.domain.score import Figure, Measure
from tests.domain import hemne
from tests.domain.examples import evaluation, said

ROUNDING = DiscrepancyKind.ROUNDING
CONTRADICTS = DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF


@pytest.fixture
def report(version_2_1: MethodVersion) -> Evaluation:
    return evaluation(hemne.areas(version_2_1), hemne.total(version_2_1))


def words(found: Discrepancy) -> str:
    assert isinstance(found.text, Message)
    return said(found.text)


@pytest.mark.parametrize(
    "total,kind",
    [
        ("400", None),
        ("404", ROUNDING),
        ("396", ROUNDING),
        ("400.1", ROUNDING),
        ("404.1", CONTRADICTS),
        ("395", CONTRADICTS),
    ],
)
def test_a_sum_within_four_points_is_rounding_and_beyond_that_a_contradiction(
    version_2_1: MethodVersion, total: str, kind: DiscrepancyKind | None
) -> None:
    found = discrepancies(evaluation(dict.fromkeys(range(1, 9), 50), total), version_2_1)
    assert [(one.kind, one.measure) for one in found] == ([(kind, Measure.TOTAL)] if kind else [])
    if kind:
        assert "add up to 400" in words(found[0])
        assert f"printed total is {total.removesuffix('.0')}." in words(found[0])
        assert ("does not explain" in words(found[0])) == (kind is CONTRADICTS)


@pytest.mark.parametrize(
    "areas,total",
    [(dict.fromkeys(range(1, 8), 50), 400), ({}, 400), (dict.fromkeys(range(1, 9), 50), None)],
)
def test_nothing_is_added_up_where_a_figure_is_missing(
    version_2_1: MethodVersion, areas: dict[int, int], total: int | None
) -> None:
    assert discrepancies(evaluation(areas, total), version_2_1) == ()


def test_hemnes_rounded_areas_make_432(report: Evaluation, version_2_1: MethodVersion) -> None:
    (found,) = (d for d in discrepancies(report, version_2_1) if d.kind is ROUNDING)
    assert found.measure is Measure.TOTAL
    assert "432" in words(found)
    assert "433" in words(found)


def test_the_maxima_of_area_2_make_85(report: Evaluation, version_2_1: MethodVersion) -> None:
    found = [
        d for d in discrepancies(report, version_2_1) if d.kind is DiscrepancyKind.MAXIMA_INCOMPLETE
    ]
    assert [one.measure for one in found] == [Measure.AREA_2]
    assert "85 points at most" in words(found[0])
    assert "out of 100" in words(found[0])


def test_maxima_are_not_remarked_on_where_no_question_is_shown(version_2_1: MethodVersion) -> None:
    assert discrepancies(evaluation({2: 37}), version_2_1) == ()


def test_five_digits_of_hemnes_report_are_reconstructed(
    report: Evaluation, version_2_1: MethodVersion
) -> None:
    found = [
        d
        for d in discrepancies(report, version_2_1)
        if d.kind is DiscrepancyKind.RECONSTRUCTED_DIGIT
    ]
    assert [one.question for one in found] == ["3.3", "3.4", "5.2", "5.4", "7.2"]
    assert [one.measure and one.measure.area for one in found] == [3, 3, 5, 5, 7]
    assert all(f"question {one.question} " in words(one) for one in found)


def test_hemnes_questions_agree_with_what_is_printed(
    report: Evaluation, version_2_1: MethodVersion
) -> None:
    assert CONTRADICTS not in {d.kind for d in discrepancies(report, version_2_1)}


@pytest.mark.parametrize(
    "stated,remarked",
    [("39.4", False), ("38.4", False), ("39.5", True), ("38", True), ("76", True)],
)
def test_an_area_printed_otherwise_than_its_questions_is_remarked_on(
    report: Evaluation, version_2_1: MethodVersion, stated: str, remarked: bool
) -> None:
    """Area 1 adds up to 38.9: whole points that are half a point away at most are rounding."""
    first, *others = report.areas
    printed = AreaResult(1, Figure(Decimal("38.9"), Decimal(stated), Decimal(100)), first.questions)
    changed = replace(report, areas=(printed, *others))
    found = [d for d in discrepancies(changed, version_2_1) if d.measure is Measure.AREA_1]
    assert [one.kind for one in found] == ([CONTRADICTS] if remarked else [])
    if remarked:
        assert "38.9" in words(found[0])
        assert f"prints {stated}" in words(found[0])


def test_a_total_printed_otherwise_than_its_questions_is_remarked_on(
    report: Evaluation, version_2_1: MethodVersion
) -> None:
    """Had the report printed only its 426, nobody should take our 433 for the report's."""
    changed = replace(report, total=Figure(Decimal(433), Decimal(426), Decimal(800)))
    found = [
        words(d)
        for d in discrepancies(changed, version_2_1)
        if d.kind is CONTRADICTS and "questions" in words(d)
    ]
    assert len(found) == 1
    assert "426" in found[0]
    assert "433" in found[0]


def test_recorded_discrepancies_come_first_and_are_kept(
    report: Evaluation, version_2_1: MethodVersion
) -> None:
    noticed = Discrepancy(DiscrepancyKind.STATED_TWICE, LocalText({"en": "426"}), Measure.TOTAL)
    found = discrepancies(replace(report, recorded_discrepancies=(noticed,)), version_2_1)
    assert found[0] == noticed
    assert found[1:] == discrepancies(report, version_2_1)
