"""Log lines: their fields, that nobody can forge one, and that no password is in them."""

import logging
import os
import re
import unicodedata
from pathlib import Path

import pytest

from app import bounds
from app.web.observing.current import Current, current, note_release
from app.web.observing.logs import JsonLines, TextLines, scrub
from tests.web.observing.logbook import both, logbook

logger = logging.getLogger("app.test")

FORGED = "2026-11-28T12:00:00.000Z ERROR   app.database: all is lost"
HOSTILE = [
    f"a\n{FORGED}",
    f"a\r\n{FORGED}",
    f"a\r{FORGED}",
    f"a\x0b{FORGED}",
    f"a\x0c{FORGED}",
    f"a\x1c\x1d\x1e{FORGED}",
    f"a\x85{FORGED}",
    f"a\u2028{FORGED}",
    f"a\u2029{FORGED}",
    "\x1b[31mred\x1b[0m \x07 \x00 \x7f \x9b31m",
    "\u202egnorw\u202c \u2066inside\u2069 \u200f",
    '"}\n{"level": "ERROR"',
]


def test_a_line_for_machines_says_everything_there_is(tmp_path: Path) -> None:
    with logbook(tmp_path, "json") as book:
        before = current.set(Current("GET"))
        note_release(7)
        logger.info("made in %s", "Ås", extra={"status": 200, "duration_ms": 12.3})
        current.reset(before)
    (said,) = book.objects
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", said.pop("time"))
    assert re.fullmatch(r"[0-9a-f]{12}", said.pop("request_id"))
    assert said == {
        "level": "INFO",
        "logger": "app.test",
        "message": "made in Ås",
        "method": "GET",
        "route": "none",
        "release": 7,
        "status": 200,
        "duration_ms": 12.3,
        "worker": os.getpid(),
    }


def test_a_line_for_people_says_the_same(tmp_path: Path) -> None:
    with logbook(tmp_path, "text") as book:
        before = current.set(Current("GET", request_id="0123456789ab", release=7))
        logger.info("made in %s", "Ås")
        logger.info("GET none 200", extra={"status": 200, "duration_ms": 12.3})
        current.reset(before)
    first, second = book.lines
    time = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
    assert re.fullmatch(
        rf"{time} INFO    app\.test: made in Ås request_id=0123456789ab method=GET route=none"
        rf" release=7 worker={os.getpid()}",
        first,
    )
    assert re.fullmatch(
        rf"{time} INFO    app\.test: GET none 200 request_id=0123456789ab release=7"
        rf" duration_ms=12\.3 worker={os.getpid()}",
        second,
    )


def test_the_time_is_utc_and_that_of_the_event(tmp_path: Path) -> None:
    record = logging.LogRecord("app.test", logging.INFO, __file__, 1, "then", (), None)
    record.created = 1_800_000_000.0459
    with logbook(tmp_path, "json") as book:
        logger.handle(record)
    assert book.objects[0]["time"] == "2027-01-15T08:00:00.045Z"


@both
def test_what_else_a_record_carries_is_left_out(tmp_path: Path, log_format: str) -> None:
    with logbook(tmp_path, log_format) as book:
        logger.info("a", extra={"client": "192.0.2.7", "color_message": "b"})
    assert "192.0.2.7" not in book.text
    assert "color" not in book.text


@both
@pytest.mark.parametrize("message", HOSTILE)
def test_no_message_begins_a_line_or_moves_the_cursor(
    tmp_path: Path, log_format: str, message: str
) -> None:
    with logbook(tmp_path, log_format) as book:
        logger.info("heard: %s", message)
        logger.info("next")
    assert len(book.lines) == 2
    assert not [sign for sign in book.text if unicodedata.category(sign) == "Cc" and sign != "\n"]
    assert not set("\u202e\u202c\u2066\u2069\u200f\u2028\u2029") & set(book.text)


@both
@pytest.mark.parametrize("message", HOSTILE)
def test_no_error_begins_a_line_that_looks_like_one(
    tmp_path: Path, log_format: str, message: str
) -> None:
    with logbook(tmp_path, log_format) as book:
        try:
            raise ValueError(message)
        except ValueError:
            logger.exception("unexpected")
    if log_format == "json":
        assert len(book.objects) == 1
        assert "ValueError" in book.objects[0]["exc_info"]
    else:
        assert len(book.lines) > 2
        assert all(line.startswith("  | ") for line in book.lines[1:])
        assert any("test_logs.py" in line for line in book.lines)


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "postgresql+psycopg://kompass:hemmelig@db/kompass does not answer",
            "postgresql+psycopg://kompass:***@db/kompass does not answer",
        ),
        ("postgresql://:hemmelig@/x", "postgresql://:***@/x"),
        ("postgresql://k:hem@me/lig:@db", "postgresql://k:***@db"),
        ("postgresql://k@db:5432/x?password=hemmelig&a=1", "postgresql://k@db:5432/x?password=***&a=1"),
        ("host=db password=hemmelig user=k", "host=db password=*** user=k"),
        ("https://kompass.example:8000/a@b", "https://kompass.example:***@b"),
        ("http://127.0.0.1:8000 (CTRL+C to quit)", "http://127.0.0.1:8000 (CTRL+C to quit)"),
        ("sqlite:///var/kompass.db", "sqlite:///var/kompass.db"),
    ],
)  # fmt: skip
def test_passwords_are_scrubbed(text: str, expected: str) -> None:
    assert scrub(text) == expected


@both
def test_no_password_in_any_part_of_a_line(tmp_path: Path, log_format: str) -> None:
    url = "postgresql+psycopg://kompass:hemmelig@db/kompass"
    with logbook(tmp_path, log_format) as book:
        try:
            raise OSError(f"cannot reach {url}")
        except OSError:
            logger.exception("the database at %s", url)
        logger.info(f"the database at {url}")  # noqa: G004
    assert len(book.lines) > 1
    assert "hemmelig" not in book.text


@both
def test_a_line_has_an_end(tmp_path: Path, log_format: str) -> None:
    with logbook(tmp_path, log_format) as book:
        try:
            raise ValueError("y" * 1_000_000 + "the end")
        except ValueError:
            logger.exception("x" * 1_000_000)
    assert len(book.text) < 2 * bounds.LOG_CHARACTERS + 1_000
    assert "the end" in book.text


@pytest.mark.parametrize("line", [TextLines, JsonLines], ids=["text", "json"])
def test_half_a_character_does_not_end_the_log(line: type[logging.Formatter]) -> None:
    """Formatted here and not logged: what collects the lines of tests cannot pass it on."""
    record = logging.LogRecord("app.test", logging.INFO, "", 1, "lone \ud800 half", (), None)
    assert "lone" in line().format(record).encode("utf-8", "backslashreplace").decode()
