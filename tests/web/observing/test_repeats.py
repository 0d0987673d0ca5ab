"""A fault that comes a thousand times is told once, and then with its number."""

import logging
from pathlib import Path

from app.web.observing.repeats import QuietRepeats, Repeats, once_in_a_while
from tests.web.observing.logbook import logbook

logger = logging.getLogger("app.test")


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_told_once_and_then_once_in_thirty_seconds_with_the_number() -> None:
    clock = Clock()
    repeats = Repeats(30.0, clock)
    assert repeats.note("down") == 0
    assert [repeats.note("down") for _ in range(999)] == [None] * 999
    clock.now += 29.9
    assert repeats.note("down") is None
    clock.now += 0.1
    assert repeats.note("down") == 1_000
    assert repeats.note("down") is None


def test_each_cause_has_its_own_turn() -> None:
    repeats = Repeats(30.0, Clock())
    assert [repeats.note("down"), repeats.note("full")] == [0, 0]
    assert [repeats.note("down"), repeats.note("full")] == [None, None]


def test_no_more_causes_are_remembered_than_there_is_room_for() -> None:
    repeats = Repeats(30.0, Clock())
    for number in range(10_000):
        repeats.note(number)
        repeats.note("often")
    assert repeats.note("often") is None
    assert len(repeats._seen) <= 256


def test_warnings_are_told_once_and_information_always(tmp_path: Path) -> None:
    with logbook(tmp_path, "json") as book:
        for number in range(50):
            logger.warning("the database does not answer: %s", number)
            logger.info("still here")
            logger.warning("GET %s", number, extra={"status": 503})
            once_in_a_while(logger, "queue_full", "requests are turned away: %d wait", number)
    told = [said["message"] for said in book.objects]
    assert told.count("the database does not answer: 0") == 1
    assert sum(message.startswith("the database") for message in told) == 1
    assert sum(message.startswith("requests are") for message in told) == 1
    assert told.count("still here") == 50
    assert sum(message.startswith("GET") for message in told) == 50


def test_the_cause_and_the_number_are_fields_of_the_line() -> None:
    clock = Clock()
    quiet = QuietRepeats(Repeats(30.0, clock))
    first, second, third = (
        logging.makeLogRecord(
            {"name": "app.test", "levelno": logging.ERROR, "msg": "down", "cause": "connect"}
        )
        for _ in range(3)
    )
    assert quiet.filter(first)
    assert not hasattr(first, "repeats")
    assert not quiet.filter(second)
    clock.now += 31
    assert quiet.filter(third)
    assert vars(third)["repeats"] == 1


def test_errors_from_two_places_are_two_faults(tmp_path: Path) -> None:
    def here() -> None:
        raise ValueError("a")

    def there() -> None:
        raise ValueError("a")

    with logbook(tmp_path, "json") as book:
        for fails in (here, there, here, there, here):
            try:
                fails()
            except ValueError:
                logger.exception("unexpected")
    assert [said["exc_info"].splitlines()[-3].split()[-1] for said in book.objects] == [
        "here",
        "there",
    ]
