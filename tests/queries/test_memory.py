"""What is remembered of a release is said of no other, worked out once, and bounded."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.database import engine_for, session_factory
from app.domain.changes import ChangeType, changes_between
from app.domain.naming.spelling import Collation
from app.errors import Unavailable
from app.publishing.seed import seed
from app.queries import changes, history
from app.queries import memory as memory_module
from app.queries.evaluations import summaries
from app.queries.memory import MEMORY, Memory, remembered, remembered_in_order
from app.queries.reading import Reading, open_reading
from app.queries.warming import READ_WHOLE, warm
from tests.conftest import UseDatabase
from tests.publishing.changing import edit, sha256s
from tests.statements import count_queries

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


@pytest.fixture
def memory() -> Memory:
    return Memory(most_releases=2, most_things=100)


def test_who_asks_meanwhile_waits_for_the_one_who_asked_first(memory: Memory) -> None:
    begun, go_on = Event(), Event()
    worked: list[int] = []

    def work_out() -> int:
        worked.append(1)
        begun.set()
        assert go_on.wait(20)
        return len(worked)

    with ThreadPoolExecutor(8) as readers:
        first = readers.submit(memory.answer, (1,), ("q",), work_out)
        assert begun.wait(20)
        others = [readers.submit(memory.answer, (1,), ("q",), work_out) for _ in range(7)]
        elsewhere = memory.answer((1,), ("another",), lambda: "not kept waiting")
        go_on.set()
        assert {found.result(20) for found in (first, *others)} == {1}
    assert elsewhere == "not kept waiting"


def test_an_error_is_told_to_all_and_not_kept(memory: Memory) -> None:
    begun, go_on = Event(), Event()

    def fail() -> int:
        begun.set()
        assert go_on.wait(20)
        raise OSError("gone")

    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(memory.answer, (1,), ("q",), fail)
        assert begun.wait(20)
        other = readers.submit(memory.answer, (1,), ("q",), fail)
        go_on.set()
        for found in (first, other):
            with pytest.raises(OSError, match="gone"):
                found.result(20)
    assert memory.answer((1,), ("q",), lambda: "back") == "back"


def test_nobody_waits_without_a_bound(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "SHARED_ANSWER_SECONDS", 0.05)
    begun, go_on = Event(), Event()

    def work_out() -> str:
        begun.set()
        assert go_on.wait(20)
        return "late"

    with ThreadPoolExecutor(1) as readers:
        first = readers.submit(memory.answer, (1,), ("q",), work_out)
        assert begun.wait(20)
        with pytest.raises(Unavailable):
            memory.answer((1,), ("q",), work_out)
        go_on.set()
        assert first.result(20) == "late"


def test_releases_read_in_turn_keep_their_answers(memory: Memory) -> None:
    asked: list[tuple[int, int]] = []

    def ask(release: int, query: int, things: int = 1) -> None:
        def work_out() -> list[int]:
            asked.append((release, query))
            return [0] * things

        memory.answer((release,), (query,), work_out)

    for _ in range(3):
        for query in range(200 // 10):
            ask(1, query)
            ask(2, query)
    assert len(asked) == 2 * 20
    ask(3, 0)  # a third release drives out the one that was used longest ago, whole
    ask(2, 5)
    assert len(asked) == 41
    ask(1, 5)
    assert asked[-1] == (1, 5)
    assert len(asked) == 42


def test_a_large_release_drives_out_others_and_stays_itself(memory: Memory) -> None:
    small = memory.answer((1,), ("q",), lambda: [1])
    assert memory.answer((1,), ("q",), lambda: [2]) is small
    large = memory.answer((2,), ("q",), lambda: [0] * 1_000)
    assert memory.answer((2,), ("q",), list) is large
    assert memory.answer((1,), ("q",), lambda: [3]) == [3]


def test_everything_that_pages_read_whole_can_be_read_beforehand(
    use_database: UseDatabase, demo_url: str
) -> None:
    use_database(demo_url)
    MEMORY.clear()
    engine = engine_for(settings().database_url)
    with session_factory(engine)() as session:
        warm(open_reading(session))
        with count_queries(engine) as count:
            warm(open_reading(session))
        assert int(count) == 1  # the release
        for collation in Collation:
            reading = open_reading(session, collation=collation)
            with count_queries(engine) as count:
                for query in READ_WHOLE:
                    query(reading)
            assert int(count) == 0, count.statements


def test_only_what_is_in_order_has_an_answer_for_each_order(
    use_database: UseDatabase, real_url: str
) -> None:
    use_database(real_url)
    MEMORY.clear()
    asked: list[tuple[str, Collation]] = []

    @remembered
    def once(reading: Reading) -> Collation:
        asked.append(("once", reading.collation))
        return reading.collation

    @remembered_in_order
    def each(reading: Reading) -> Collation:
        asked.append(("each", reading.collation))
        return once(reading)

    with session_factory(engine_for(settings().database_url))() as session:
        swedish = open_reading(session, collation=Collation.SWEDISH)
        norwegian = open_reading(session)
        for _ in range(2):
            assert once(swedish) is once(norwegian) is Collation.NORWEGIAN
            assert each(swedish) is each(norwegian) is Collation.NORWEGIAN
    assert asked == [
        ("once", Collation.NORWEGIAN),
        ("each", Collation.SWEDISH),
        ("each", Collation.NORWEGIAN),
    ]


def test_evaluations_are_read_once_for_all_orders(use_database: UseDatabase, demo_url: str) -> None:
    use_database(demo_url)
    MEMORY.clear()
    engine = engine_for(settings().database_url)
    with session_factory(engine)() as session:
        norwegian = summaries(open_reading(session))
        swedish_reading = open_reading(session, collation=Collation.SWEDISH)
        with count_queries(engine) as count:
            swedish = summaries(swedish_reading)
        assert int(count) == 0
        assert list(swedish) == list(norwegian)
        assert set(swedish.municipalities) == set(norwegian.municipalities)
        assert list(swedish.municipalities) != list(norwegian.municipalities)
        assert summaries(swedish_reading) is swedish
