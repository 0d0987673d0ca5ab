"""What came, changed and left between releases."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.changes import (
    ChangeType,
    EvaluationRevisionFigures,
    Event,
    RecordChange,
    RecordKind,
    RecordRevision,
    changes_between,
    changes_in,
    figure_changes,
)
from app.domain.evaluation import GoldStar, GoldStarScope
from app.domain.message import LocalText
from app.domain.release import Release
from app.domain.score import Figure, MissingKind

HISTORY = (
    # Came in 1 and stayed.
    RecordRevision(RecordKind.EVALUATION, "stays", 1, None, "a"),
    # Changed in 2, and back in 3.
    RecordRevision(RecordKind.EVALUATION, "back", 1, 2, "a"),
    RecordRevision(RecordKind.EVALUATION, "back", 2, 3, "b"),
    RecordRevision(RecordKind.EVALUATION, "back", 3, None, "a"),
    # Left in 3.
    RecordRevision(RecordKind.GOLD_STAR, "leaves", 1, 3, "a"),
    # Came in 2, left in 4, and came again in 5.
    RecordRevision(RecordKind.MUNICIPALITY, "again", 2, 4, "a"),
    RecordRevision(RecordKind.MUNICIPALITY, "again", 5, None, "a"),
)


def told(since: int, until: int) -> list[tuple[str, str, int]]:
    return [(c.key, c.change.value, c.release) for c in changes_between(HISTORY, since, until)]


@pytest.mark.parametrize(
    "since, until, expected",
    [
        (1, 1, []),
        (1, 2, [("back", "changed", 2), ("again", "added", 2)]),
        (2, 3, [("back", "changed", 3), ("leaves", "removed", 3)]),
        # Changed and changed back is no change; a tombstone stays.
        (1, 3, [("leaves", "removed", 3), ("again", "added", 2)]),
        # Came and left in between is not told.
        (1, 4, [("leaves", "removed", 3)]),
        (1, 5, [("leaves", "removed", 3), ("again", "added", 5)]),
        (3, 4, [("again", "removed", 4)]),
        (0, 1, [("back", "added", 1), ("stays", "added", 1), ("leaves", "added", 1)]),
    ],
)
def test_between_two_releases(since: int, until: int, expected: list[tuple[str, str, int]]) -> None:
    assert told(since, until) == expected


def test_each_release_tells_its_own() -> None:
    found = {
        number: [(c.key, c.change) for c in changes]
        for number, changes in changes_in(HISTORY).items()
    }
    assert found == {
        1: [
            ("back", ChangeType.ADDED),
            ("stays", ChangeType.ADDED),
            ("leaves", ChangeType.ADDED),
        ],
        2: [("back", ChangeType.CHANGED), ("again", ChangeType.ADDED)],
        3: [("back", ChangeType.CHANGED), ("leaves", ChangeType.REMOVED)],
        4: [("again", ChangeType.REMOVED)],
        5: [("again", ChangeType.ADDED)],
    }


def figure(points: str | None, maximum: int = 100) -> Figure:
    if points is None:
        return Figure(None, None, Decimal(maximum), MissingKind.NOT_FOUND)
    return Figure(Decimal(points), Decimal(points), Decimal(maximum))


def figures(total: str | None, **parts: str | None) -> EvaluationRevisionFigures:
    return EvaluationRevisionFigures(
        "a-2018",
        "a",
        2018,
        "2.1",
        figure(total, 800),
        {code.strip("_").replace("_", "."): figure(points) for code, points in parts.items()},
    )


def test_only_figures_that_differ_are_told_total_first_and_areas_before_their_questions() -> None:
    before = figures("400", _1="50", _2="60", _10_1="3", _2_1="7", _2_6="5")
    after = figures("410", _1="50", _2="70", _10_1="4", _2_1="7", _2_6="15")
    found = [
        (c.code, c.old and c.old.score, c.new and c.new.score)
        for c in figure_changes(before, after)
    ]
    assert found == [("total", 400, 410), ("2", 60, 70), ("2.6", 5, 15), ("10.1", 3, 4)]


def test_a_figure_that_was_missing_or_not_there_is_told() -> None:
    found = figure_changes(figures(None, _1=None), figures("400", _1=None, _1_1="3"))
    assert [(c.code, c.old, c.new) for c in found] == [
        ("total", figure(None, 800), figure("400", 800)),
        ("1.1", None, figure("3")),
    ]


def test_what_goes_on_under_another_key_has_moved_and_not_come() -> None:
    revisions = (
        RecordRevision(RecordKind.EVALUATION, "old-2018", 1, 2, "a"),
        RecordRevision(RecordKind.EVALUATION, "new-2018", 2, None, "b"),
    )
    names = {(RecordKind.EVALUATION, "old-2018"): "new-2018"}
    (moved,) = changes_between(revisions, 1, 2, lambda kind, key: names.get((kind, key)))
    assert (moved.change, moved.key, moved.to) == (ChangeType.MOVED, "old-2018", "new-2018")
    assert (moved.old_sha256, moved.new_sha256) == ("a", "b")
    (left, came) = sorted(changes_between(revisions, 1, 2), key=lambda c: c.change, reverse=True)
    assert (left.change, left.old_sha256, left.new_sha256) == (ChangeType.REMOVED, "a", None)
    assert (came.change, came.old_sha256, came.new_sha256) == (ChangeType.ADDED, None, "b")


RELEASE = Release(3, datetime(2026, 3, 1, tzinfo=UTC), "", "", demo=False)


def event(
    before: EvaluationRevisionFigures | None, after: EvaluationRevisionFigures | None
) -> Event:
    kind = ChangeType.CHANGED if before and after else ChangeType.REMOVED
    change = RecordChange(RecordKind.EVALUATION, "a-2018", kind, 3, 1, 3)
    held = after or before
    assert held is not None
    return Event(change, RELEASE, "A", before, after, held)


def test_a_correction_concerns_the_areas_whose_figures_it_bears_on() -> None:
    before, after = figures("400", _1="50", _2_1="7"), figures("401", _1="51", _2_1="8")
    found = event(before, after)
    assert [f.code for f in found.figures] == ["total", "1", "2.1"]
    assert [no for no in range(1, 9) if found.concerns("2.1", no)] == [1, 2]
    assert not found.concerns("2020", 1)
    assert (found.page, found.last_release) == ("/kommuner/a/2018", None)


def test_what_left_concerns_the_areas_that_had_points() -> None:
    found = event(figures("400", _1="50", _2=None), None)
    assert found.figures == ()
    assert [no for no in range(1, 9) if found.concerns("2.1", no)] == [1]
    assert found.last_release == 2


def test_a_gold_star_concerns_its_own_area() -> None:
    star = GoldStar(
        "a-2018/1", "a-2018", GoldStarScope.QUESTION, None, "3.2", LocalText({"nb": "Mål"})
    )
    found = replace(event(figures("400"), figures("401")), star=star)
    assert [no for no in range(1, 9) if found.concerns("2.1", no)] == [3]
    assert not found.concerns("2.0", 3)
