"""Answers that are kept: what browsers may keep, when an answer is made anew, and in which form."""

import asyncio
import gzip
import json
from typing import Any

import brotli
import pytest

from app.web.answering import encodings
from app.web.answering.cache_headers import REVALIDATED
from tests import event_loop
from tests.web.kept import (
    LONG,
    Kept,
    Releases,
)


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
