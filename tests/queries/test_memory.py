"""What is remembered of a release is said of no other, not even of one with the same contents."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.database import session_factory
from app.domain.changes import ChangeType, changes_between
from app.publishing.seed import seed
from app.queries import changes, history
from app.queries.reading import open_reading
from tests.publishing.changing import edit, sha256s

STATED, CORRECTED = '"total": 448', '"total": 441'


@pytest.fixture
def there_and_back(seeded: Engine, seed_copy: Path) -> Engine:
    """Release 2 corrects the total of Kramfors 2013, and release 3 takes the correction back."""
    file = seed_copy / "evaluations" / "kramfors-2013.json"
    for before, after in ((STATED, CORRECTED), (CORRECTED, STATED)):
        edit(file, before, after)
        seed(seeded, seed_copy)
    return seeded


@pytest.mark.parametrize("order", [(1, 3), (3, 1)])
def test_two_releases_with_the_same_contents_have_each_their_own_past(
    there_and_back: Engine, order: tuple[int, int]
) -> None:
    signed = sha256s(there_and_back)
    assert sorted(signed) == [1, 2, 3]
    assert signed[1] == signed[3] != signed[2]
    with session_factory(there_and_back)() as session:
        for number in order:
            reading = open_reading(session, number)
            known = [release.number for release in history.known_releases(reading)]
            assert known == list(range(number, 0, -1))
            told = {event.release.number for event in history.events(reading)}
            assert told == set(known)
            newest = changes_between(changes.revisions(reading), number - 1, number)
            kramfors = [c.change for c in newest if c.key == "kramfors-2013"]
            assert kramfors == [ChangeType.ADDED if number == 1 else ChangeType.CHANGED]
