"""Which findings stand for the others: worked out by hand on a small evaluation."""

from dataclasses import replace

from app.domain.evaluation import Evaluation, Finding, FindingKind
from app.domain.headlines import headlines
from tests.domain.examples import evaluation

STRENGTH, CHALLENGE, WEAKNESS = FindingKind


def with_findings(found: dict[int, list[tuple[FindingKind, str]]]) -> Evaluation:
    """Area 1 has 40 points, area 2 has 70, area 3 has 55; the others have none."""
    plain = evaluation({1: 40, 2: 70, 3: 55}, 433)
    return replace(
        plain,
        areas=tuple(
            replace(
                area,
                findings=tuple(Finding(kind, text, "nb") for kind, text in found.get(area.no, ())),
            )
            for area in plain.areas
        ),
    )


def test_strengths_are_of_the_highest_areas_and_the_others_of_the_lowest() -> None:
    found = headlines(
        with_findings(
            {
                1: [(STRENGTH, "a"), (WEAKNESS, "b")],
                2: [(STRENGTH, "c"), (WEAKNESS, "d")],
                3: [(STRENGTH, "e"), (WEAKNESS, "f")],
            }
        )
    )
    assert [(one.kind, one.count) for one in found] == [(STRENGTH, 3), (WEAKNESS, 3)]
    assert [[(no, f.text) for no, f in one.findings] for one in found] == [
        [(2, "c"), (3, "e"), (1, "a")],
        [(1, "b"), (3, "f"), (2, "d")],
    ]


def test_one_of_each_area_before_a_second_of_any_and_three_in_all() -> None:
    (found,) = headlines(
        with_findings({1: [(CHALLENGE, "a")], 2: [(CHALLENGE, t) for t in ("b", "c", "d")]})
    )
    assert found.count == 4
    assert [(no, f.text) for no, f in found.findings] == [(1, "a"), (2, "b"), (2, "c")]


def test_an_area_without_points_comes_last() -> None:
    (found,) = headlines(with_findings({3: [(WEAKNESS, "a")], 8: [(WEAKNESS, "b")]}))
    assert [no for no, _ in found.findings] == [3, 8]
    assert headlines(with_findings({})) == ()
