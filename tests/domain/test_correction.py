"""What a release changed in the figures of an evaluation."""

from datetime import UTC, datetime, timedelta

from app.domain.changes import (
    EvaluationRevisionFigures,
    RecordKind,
    RecordRevision,
    changes_in,
    corrections_in,
)
from app.domain.correction import FigureChange, seen_from
from app.domain.release import Release
from tests.domain.examples import scored

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
RELEASES = [Release(n, FIRST + timedelta(days=200 * (n - 1)), "", str(n)) for n in (1, 2, 3, 4)]
KIND = RecordKind.EVALUATION


def figures(id: str, total: int) -> EvaluationRevisionFigures:
    return EvaluationRevisionFigures(id, "hemne", 2018, "2.1", scored(total, 800), {})


def renamed(kind: RecordKind, key: str) -> str | None:
    return {"hemne-2018": "hemne-til-2019-2018"}.get(key)


REVISIONS = [
    RecordRevision(KIND, "hemne-2018", 1, 2, "a"),
    RecordRevision(KIND, "hemne-2018", 2, 3, "b"),
    RecordRevision(KIND, "hemne-til-2019-2018", 3, 4, "c"),
    RecordRevision(KIND, "hemne-til-2019-2018", 4, None, "d"),
    RecordRevision(KIND, "skaun-2017", 1, 3, "e"),
    RecordRevision(KIND, "lom-2016", 2, None, "f"),
]
KNOWN = {
    ("hemne-2018", 1): figures("hemne-2018", 400),
    ("hemne-2018", 2): figures("hemne-2018", 433),
    ("hemne-til-2019-2018", 3): figures("hemne-til-2019-2018", 433),
    ("hemne-til-2019-2018", 4): figures("hemne-til-2019-2018", 434),
}


def test_corrections_go_with_what_was_renamed() -> None:
    """The rename itself corrects nothing, and neither does what came or left."""
    found = corrections_in(changes_in(REVISIONS, renamed), KNOWN, RELEASES)
    assert set(found) == {"hemne-til-2019-2018"}
    first, second = found["hemne-til-2019-2018"]
    assert (first.release.number, second.release.number) == (2, 4)
    assert first.figures == (FigureChange("total", scored(400, 800), scored(433, 800)),)
    assert second.figures == (FigureChange("total", scored(433, 800), scored(434, 800)),)


def test_a_release_tells_those_of_the_twelve_months_before_it() -> None:
    found = corrections_in(changes_in(REVISIONS, renamed), KNOWN, RELEASES)["hemne-til-2019-2018"]
    newest, older = seen_from(RELEASES[3], found)
    assert (newest.release.number, newest.is_recent) == (4, True)
    assert (older.release.number, older.is_recent) == (2, False)  # 400 days before
    assert [one.is_recent for one in seen_from(RELEASES[1], found[:1])] == [True]
