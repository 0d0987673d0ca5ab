"""What is asked after: by tag, by date, and a part of a file."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from app.web.answering.cache_headers import REVALIDATED
from app.web.program import STARTED
from tests.web.kept import (
    FILE,
    Kept,
    Releases,
    Reworded,
    http_date,
)


@pytest.mark.parametrize("path", ["/long", "/picture", "/newest"])
@pytest.mark.parametrize("query", [b"", b"release=1", b"q=a&release=1", b"q=release"])
def test_whatever_is_made_of_data_is_asked_after(path: str, query: bytes) -> None:
    """Also what is frozen: its data are, and the code that lays it out is not."""
    kept = Kept()
    first = kept.get(path, query)
    assert first.headers["cache-control"] == REVALIDATED
    again = kept.get(path, query, if_none_match=first.headers["etag"])
    assert (again.status, again.headers["cache-control"]) == (304, REVALIDATED)


def test_what_another_version_answers_is_not_taken_for_the_same() -> None:
    """The new version is another process, which words one thing otherwise."""
    before = Kept().get("/long", b"release=1")
    after = Kept(inner=Reworded()).get("/long", b"release=1", if_none_match=before.headers["etag"])
    assert after.status == 200
    assert after.headers["etag"] != before.headers["etag"]


def test_a_date_is_believed_where_no_tag_is_given() -> None:
    kept = Kept()
    first = kept.get("/long")
    modified = first.headers["last-modified"]
    when = parsedate_to_datetime(modified)
    for since, status in (
        (modified, 304),
        (http_date(when + timedelta(days=1)), 304),
        (when.strftime("%a %b %d %H:%M:%S %Y"), 304),  # as C writes it, which RFC 9110 allows
        (http_date(when - timedelta(seconds=1)), 200),
        ("yesterday", 200),
        ("Mon, 99 Nov 2026 00:00:00 GMT", 200),
        ("", 200),
    ):
        assert kept.get("/long", if_modified_since=since).status == status, since
    assert kept.get("/long", if_modified_since=modified, if_none_match='"other"').status == 200
    assert kept.get("/long", method="HEAD", if_modified_since=modified).status == 304
    assert kept.get("/missing", if_modified_since=modified).status == 404
    assert kept.get("/ready", if_modified_since=modified).status == 200


def test_what_is_published_is_newer_than_what_was_read_before() -> None:
    kept = Kept()
    before = kept.get("/long").headers["last-modified"]
    kept.releases.newest, kept.releases.published = 2, datetime.now(UTC) + timedelta(minutes=1)
    after = kept.get("/long", if_modified_since=before)
    assert after.status == 200
    assert parsedate_to_datetime(after.headers["last-modified"]) > parsedate_to_datetime(before)


def test_what_the_program_says_is_no_older_than_the_program() -> None:
    """Data of years ago, worded by a version that was started just now."""
    kept = Kept(releases=Releases(published=datetime(2020, 1, 1, tzinfo=UTC)))
    said = kept.get("/long").headers["last-modified"]
    assert parsedate_to_datetime(said) == STARTED.replace(microsecond=0)
    assert kept.get("/long", if_modified_since="Sat, 01 Jan 2022 00:00:00 GMT").status == 200


@pytest.mark.parametrize(
    "asked, status, sent",
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=5-", 206, slice(5, None)),
        ("bytes=-7", 206, slice(-7, None)),
        ("bytes=990-99999", 206, slice(990, None)),
        ("bytes=-99999", 206, slice(0, None)),
        ("bytes=1000-", 416, None),
        ("bytes=-0", 416, None),
        ("bytes=3-1", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,3-4", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
        ("bytes=0-" + "9" * 5000, 200, slice(None)),
    ],
)
def test_a_part_of_a_file_can_be_fetched(asked: str, status: int, sent: slice | None) -> None:
    kept = Kept()
    whole = kept.get("/file")
    assert whole.headers["accept-ranges"] == "bytes"
    found = kept.get("/file", range=asked)
    assert found.status == status
    if sent is not None:
        assert found.body == FILE[sent]
        assert found.headers["content-length"] == str(len(found.body))
    if status == 206:
        begin = len(FILE[: sent.start]) if sent and sent.start else 0
        end = begin + len(found.body) - 1
        assert found.headers["content-range"] == f"bytes {begin}-{end}/{len(FILE)}"
        assert found.headers["etag"] == whole.headers["etag"]


def test_a_part_is_sent_only_of_what_has_not_changed() -> None:
    kept = Kept()
    whole = kept.get("/file")
    for known, status in (
        (whole.headers["etag"], 206),
        (whole.headers["last-modified"], 206),
        ('"other"', 200),
        (f"W/{whole.headers['etag']}", 200),
        ("Sat, 01 Jan 2022 00:00:00 GMT", 200),
    ):
        assert kept.get("/file", range="bytes=0-3", if_range=known).status == status, known
    assert kept.get("/long", range="bytes=0-3").status == 200
    assert "accept-ranges" not in kept.get("/long").headers
    assert kept.get("/file", range="bytes=0-3", method="HEAD").status == 200
