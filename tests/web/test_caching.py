"""Answers that are kept: what browsers may keep, when an answer is made anew, and in which form.

The application behind is a small one that counts how often it is asked.
"""

import asyncio
import gzip
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

import brotli
import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from app.domain.release import DatabaseState, Signature
from app.web.answering import encodings
from app.web.answering.answer_store import Answer, AnswerStore
from app.web.answering.cache_headers import REVALIDATED
from app.web.answering.caching import Answers
from app.web.answering.newest import Newest
from app.web.errors import refusals
from app.web.program import STARTED
from tests import event_loop
from tests.web.asking import Answered, ask

PUBLISHED = datetime(2026, 11, 24, tzinfo=UTC)
LONG = "<p>Hemne fikk 433 av 800 poeng.</p>" * 100
FILE = bytes(n % 251 for n in range(1000))
BR = (("Accept-Encoding", "gzip, br"),)
GZIP = (("Accept-Encoding", "gzip"),)


@dataclass
class Inner:
    """An application that notes what it was asked."""

    asked: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        self.asked.append(f"{request.method} {request.url.path}")
        await self._answer(request)(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        match request.url.path:
            case "/long":
                return HTMLResponse(LONG)
            case "/ready":
                return JSONResponse(
                    {"asked": len(self.asked)}, headers={"Cache-Control": "no-store"}
                )
            case "/own":
                return HTMLResponse("<p>nyere</p>", headers={"Cache-Control": REVALIDATED})
            case "/missing":
                return JSONResponse({"status": 404}, 404)
            case "/file":
                return Response(FILE, headers={"Content-Disposition": "attachment"})
            case "/picture":
                return Response(b"\x89PNG" + b"a" * 1000, media_type="image/png")
            case "/exchanged":  # a file that is another one when it is read for the first time
                request.state.read.of_two = len(self.asked) == 1
                return JSONResponse({"asked": len(self.asked)})
            case "/in flux":
                request.state.read.of_two = True
                return HTMLResponse("<p>begge</p>")
            case "/newest":
                return JSONResponse({"newest": request.state.newest_release})
            case _:
                return HTMLResponse("<p>kort</p>")


class Reworded(Inner):
    """The same in another version."""

    def _answer(self, request: Request) -> Response:
        return HTMLResponse(LONG.replace("fikk", "nådde"))


@dataclass
class Releases:
    """Where the database stands, as it would say itself."""

    newest: int | None = 1
    sha256: str = "a"
    lookups: int = 0
    silent: bool = False
    published: datetime = PUBLISHED

    def look_up(self) -> DatabaseState | None:
        self.lookups += 1
        if self.silent:
            raise OSError("no database")
        if self.newest is None:
            return None
        return DatabaseState(Signature(self.newest, self.sha256, self.published), self.sha256)

    def listen(self) -> int | None:
        return None

    def hear(self) -> bool:
        return False

    def close(self) -> None:
        pass


@dataclass
class Kept:
    """An application behind kept answers. Every request looks the release up."""

    inner: Inner = field(default_factory=Inner)
    releases: Releases = field(default_factory=Releases)
    megabytes: int = 1

    def __post_init__(self) -> None:
        newest = Newest(self.releases, 0)
        self.answers = Answers(self.inner, newest, refusals.refuse, self.megabytes)

    def get(self, path: str, query: bytes = b"", method: str = "GET", **headers: Any) -> Answered:
        given = tuple((name.replace("_", "-"), value) for name, value in headers.items())
        return ask(self.answers, path, query, method, given)

    @property
    def times(self) -> int:
        return len(self.inner.asked)


def http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def test_the_same_question_is_answered_from_memory() -> None:
    kept = Kept()
    first, second = kept.get("/"), kept.get("/")
    assert (first.status, first.body, first.headers) == (second.status, second.body, second.headers)
    assert kept.times == 1


def test_another_path_or_query_is_another_question() -> None:
    kept = Kept()
    tags = {kept.get(path, query).headers["etag"] for path, query in (("/", b""), ("/", b"q=a"))}
    tags.add(kept.get("/en").headers["etag"])
    assert len(tags) == 3
    assert kept.times == 3


def test_what_was_read_of_two_databases_is_read_again() -> None:
    kept = Kept()
    assert json.loads(kept.get("/exchanged").body) == {"asked": 2}
    assert json.loads(kept.get("/exchanged").body) == {"asked": 2}
    before = kept.times
    kept.get("/in flux")
    kept.get("/in flux")
    assert kept.times == before + 4  # read again each time, and never kept


def test_etags_are_strong_and_answered_with_304() -> None:
    kept = Kept()
    first = kept.get("/long", accept_encoding="br")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert tag.endswith('"')
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = kept.get("/long", accept_encoding="br", if_none_match=known)
        assert (again.status, again.body) == (304, b"")
        of_the_body = {"content-length", "content-type", "content-encoding"}
        assert of_the_body <= set(first.headers)
        assert again.headers == {
            name: value for name, value in first.headers.items() if name not in of_the_body
        }
        assert again.headers["cache-control"] == REVALIDATED
    assert kept.get("/long", accept_encoding="br", if_none_match='"other"').status == 200
    assert kept.times == 1


def test_a_304_takes_only_the_look_at_the_newest_release() -> None:
    kept = Kept()
    tag = kept.get("/long").headers["etag"]
    before = kept.releases.lookups
    assert kept.get("/long", if_none_match=tag).status == 304
    assert kept.releases.lookups == before + 1
    assert kept.times == 1


def test_a_frozen_answer_takes_no_look_at_all() -> None:
    kept = Kept()
    tag = kept.get("/long", b"release=1").headers["etag"]
    before = kept.releases.lookups
    assert kept.get("/long", b"release=1").status == 200
    assert kept.get("/long", b"release=1", if_none_match=tag).status == 304
    assert kept.releases.lookups == before
    assert kept.times == 1


def test_a_new_release_empties_the_memory_and_changes_the_tag() -> None:
    kept = Kept()
    before = kept.get("/").headers["etag"]
    kept.releases.newest = 2
    after = kept.get("/", if_none_match=before)
    assert after.status == 200
    assert after.headers["etag"] != before
    assert kept.times == 2


def test_an_application_is_told_the_newest_release() -> None:
    kept = Kept()
    assert json.loads(kept.get("/newest").body) == {"newest": 1}
    kept.releases.newest = 7
    assert json.loads(kept.get("/newest").body) == {"newest": 7}


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


def test_what_says_itself_that_it_does_not_last_takes_a_look() -> None:
    kept = Kept()
    kept.get("/own", b"release=1")
    before = kept.releases.lookups
    kept.get("/own", b"release=1")
    assert kept.releases.lookups == before + 1


def test_each_form_has_its_own_bytes_and_its_own_tag() -> None:
    kept = Kept()
    br, packed, plain = (
        kept.get("/long", accept_encoding="gzip, deflate, br"),
        kept.get("/long", accept_encoding="gzip"),
        kept.get("/long"),
    )
    assert br.headers["content-encoding"] == "br"
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert brotli.decompress(br.body) == gzip.decompress(packed.body) == plain.body
    assert plain.text == LONG
    assert len({a.headers["etag"] for a in (br, packed, plain)}) == 3
    for answered in (br, packed, plain):
        assert answered.headers["vary"] == "Accept-Encoding"
        assert answered.headers["content-length"] == str(len(answered.body))


@pytest.mark.parametrize(
    "accepted, encoding",
    [
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("identity", None),
        ("*", "br"),
        ("*;q=0", None),
        ("gzip;q=0.5, *;q=0", "gzip"),
        ("BR", "br"),
        ("br;q=x", None),
        ("deflate", None),
    ],
)
def test_only_what_is_accepted_is_sent(accepted: str, encoding: str | None) -> None:
    answered = Kept().get("/long", accept_encoding=accepted)
    assert answered.headers.get("content-encoding") == encoding


def test_what_most_send_is_found_as_it_is_read() -> None:
    for accepted, encoding in encodings.COMMON.items():
        assert encodings.read(accepted) == encoding


@pytest.mark.parametrize(
    "accepted, encoding",
    [
        (b"gzip, " + b"x" * 2_000_000, "gzip"),
        (b"x, " * 1000 + b"br", "identity"),
        (b"br;q=0." + b"0" * 300, "identity"),
    ],
)
def test_of_a_long_list_only_the_beginning_is_read(accepted: bytes, encoding: str) -> None:
    assert encodings.best_encoding(accepted) == encoding
    assert accepted not in encodings.COMMON


def test_what_is_short_or_packed_already_is_sent_as_it_is() -> None:
    kept = Kept()
    assert "content-encoding" not in kept.get("/", accept_encoding="br").headers
    assert "content-encoding" not in kept.get("/picture", accept_encoding="br").headers


@pytest.mark.parametrize("path", ["/", "/long", "/ready", "/missing"])
def test_head_has_the_headers_of_get_and_no_body(path: str) -> None:
    head = Kept().get(path, method="HEAD", accept_encoding="br")
    get = Kept().get(path, accept_encoding="br")
    assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")


def test_head_fills_the_memory_for_get() -> None:
    kept = Kept()
    kept.get("/long", method="HEAD")
    assert kept.get("/long").text == LONG
    assert kept.inner.asked == ["GET /long"]


def test_errors_and_what_says_so_are_not_kept() -> None:
    kept = Kept()
    for path in ("/missing", "/missing", "/ready", "/ready"):
        assert "etag" not in kept.get(path).headers
    assert kept.times == 4


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_pass_through(method: str) -> None:
    kept = Kept()
    kept.get("/")
    kept.get("/", method=method)
    assert kept.inner.asked == ["GET /", f"{method} /"]
    assert kept.get("/").status == 200
    assert kept.times == 2


def test_where_the_database_is_silent_what_is_kept_is_still_answered() -> None:
    kept = Kept()
    first = kept.get("/long")
    kept.releases.silent = True
    assert kept.get("/long").body == first.body
    assert kept.times == 1


def test_nothing_is_kept_before_there_is_a_release() -> None:
    kept = Kept(releases=Releases(newest=None))
    kept.get("/")
    kept.get("/")
    assert kept.times == 2


def test_without_memory_every_question_is_answered_anew_and_right() -> None:
    kept = Kept(megabytes=0)
    first = kept.get("/long")
    assert kept.get("/long", if_none_match=first.headers["etag"]).status == 304
    assert kept.times == 2


def test_many_who_ask_at_once_are_answered_by_one_making() -> None:
    kept = Kept()

    async def crowd() -> list[int]:
        async def one() -> int:
            status: list[int] = []

            async def send(message: Any) -> None:
                if message["type"] == "http.response.start":
                    status.append(message["status"])

            async def receive() -> Any:
                return {"type": "http.request", "body": b"", "more_body": False}

            scope = {
                "type": "http",
                "method": "GET",
                "path": "/long",
                "query_string": b"",
                "headers": [],
            }
            await kept.answers(scope, receive, send)
            return status[0]

        return await asyncio.gather(*(one() for _ in range(20)))

    assert event_loop.run(crowd()) == [200] * 20
    assert kept.times == 1


def answer(size: int) -> Answer:
    return Answer(b'"x"', {}, {"body": b"x" * size}, {})


def test_the_memory_is_bounded_and_forgets_what_was_used_longest_ago() -> None:
    store = AnswerStore(100_000)
    for n in range(10):
        store.put((f"/{n}", b"", "br"), answer(5_000))
        store.get(("/0", b"", "br"))
    for n in range(10, 20):
        store.put((f"/{n}", b"", "br"), answer(5_000))
        store.get(("/0", b"", "br"))
    assert len(store) * answer(5_000).size <= 100_000
    assert store.get(("/0", b"", "br")) is not None
    assert store.get(("/1", b"", "br")) is None
    assert store.get(("/19", b"", "br")) is not None


def test_what_would_take_too_much_is_not_kept() -> None:
    store = AnswerStore(100_000)
    store.put(("/", b"", "br"), answer(50_000))
    assert len(store) == 0


def test_putting_the_same_again_takes_no_more() -> None:
    store = AnswerStore(100_000)
    for _ in range(100):
        store.put(("/", b"", "br"), answer(5_000))
    store.put(("/a", b"", "br"), answer(5_000))
    assert len(store) == 2
    store.clear()
    assert len(store) == 0
