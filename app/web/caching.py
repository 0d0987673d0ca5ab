"""Answers kept ready in memory, and the headers that let browsers keep theirs.

Meets every request first. An answer depends on the release, the address and the encoding, and on
nothing else in the request, so what was answered once is answered again until there is a new
release. The newest release is looked up at most once in a while; for so long a page may lag behind.
What is frozen at a release stays true for ever, and is answered without asking. A release freezes
data and not layout: browsers may keep frozen files for good, but ask after frozen pages.
Where the database does not answer, what is kept is still true, and still answered.
"""

import logging
import time
from asyncio import Event, Lock
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hashlib import blake2b
from typing import Final
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.answer_store import Answer, AnswerStore, Key
from app.web.assets import PREFIX
from app.web.encodings import WORTH_COMPRESSING, best_encoding, compress

logger = logging.getLogger(__name__)

REVALIDATED: Final = "public, max-age=0, must-revalidate"
FROZEN: Final = "public, max-age=31536000, immutable"

_ASSETS: Final = f"{PREFIX}/"
_COMPRESSIBLE: Final = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/ld+json",
    "application/xml",
    "application/atom+xml",
    "image/svg",
)
_LARGE: Final = 100_000
"""Bytes; what is larger is compressed in a thread, so that others need not wait."""


class Answers:
    """Answers from memory where it can, and fills the memory where it cannot."""

    def __init__(
        self,
        app: ASGIApp,
        newest_release: Callable[[], int | None],
        seconds: float,
        megabytes: int,
    ) -> None:
        self.app = app
        self._newest_release = newest_release
        self._seconds = seconds
        self._store = AnswerStore(megabytes * 1_000_000)
        self._release: int | None = None
        self._due = 0.0
        self._looking = Lock()
        self._making: dict[Key, Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] != "http"
            or scope["method"] not in ("GET", "HEAD")
            or scope["path"].startswith(_ASSETS)
        ):
            await self.app(scope, receive, send)
            return
        accepted, known = b"", b""
        for name, value in scope["headers"]:
            if name == b"accept-encoding":
                accepted = value
            elif name == b"if-none-match":
                known = value
        key = (scope["path"], scope["query_string"], best_encoding(accepted))
        answer = self._store.get(key)
        if (answer is None or not answer.lasting) and time.monotonic() >= self._due:
            await self._look_up()
            answer = self._store.get(key)
        if answer is None:
            answer = await self._make(key, scope, receive, send)
            if answer is None:
                return
        if known and _is_known(answer.etag, known):
            await send(answer.not_modified)
            await send({"type": "http.response.body", "body": b""})
            return
        await send(answer.start)
        await send(answer.body if scope["method"] == "GET" else _NOTHING)

    async def _look_up(self) -> None:
        """Asks for the newest release; a new one empties the memory."""
        async with self._looking:
            if time.monotonic() < self._due:
                return
            try:
                newest = await to_thread.run_sync(self._newest_release)
            except Exception as error:  # whatever it is, the application will meet it too
                reason = str(error).partition("\n")[0]
                logger.warning("the newest release cannot be looked up: %s", reason)
            else:
                if newest != self._release:
                    self._store.clear()
                    self._release = newest
            self._due = time.monotonic() + self._seconds

    async def _make(self, key: Key, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Lets the application answer. None where it was sent on as it came."""
        async with self._one_at_a_time(key):
            kept = self._store.get(key)
            if kept is not None:
                return kept
            release = self._release
            state = {**scope.get("state", {}), "newest_release": release}
            inner = {**scope, "method": "GET", "state": state}
            capture = _Capture(send, with_body=scope["method"] == "GET")
            await self.app(inner, receive, capture)
            if capture.start is None:
                return None
            answer = await _answer(capture.start, bytes(capture.body), key, release)
            if release is not None and release == self._release:
                self._store.put(key, answer)
            return answer

    @asynccontextmanager
    async def _one_at_a_time(self, key: Key) -> AsyncIterator[None]:
        """Many who ask for the same at once wait for the first of them."""
        while (underway := self._making.get(key)) is not None:
            await underway.wait()
            if self._store.get(key) is None:
                break  # not one of those that are kept
        mine = Event()
        self._making.setdefault(key, mine)
        try:
            yield
        finally:
            if self._making.get(key) is mine:
                del self._making[key]
            mine.set()


_NOTHING: Final = {"type": "http.response.body", "body": b""}


class _Capture:
    """Holds back what may be kept, and sends on at once what may not."""

    def __init__(self, send: Send, *, with_body: bool) -> None:
        self.start: Message | None = None
        self.body = bytearray()
        self._send = send
        self._with_body = with_body

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _may_be_kept(message):
            self.start = message
        elif self.start is not None:
            self.body += message.get("body", b"")
        elif message["type"] == "http.response.start" or self._with_body:
            await self._send(message)
        elif not message.get("more_body", False):
            await self._send(_NOTHING)


def _may_be_kept(start: Message) -> bool:
    headers = MutableHeaders(scope=start)
    return start["status"] == 200 and "no-store" not in headers.get("cache-control", "")


async def _answer(start: Message, body: bytes, key: Key, release: int | None) -> Answer:
    """What the application said, compressed, with the headers for those who keep it."""
    _, query, encoding = key
    headers = MutableHeaders(scope={"headers": list(start["headers"])})
    kind = headers.get("content-type", "")
    if encoding != "identity" and len(body) >= WORTH_COMPRESSING and kind.startswith(_COMPRESSIBLE):
        body = (
            await to_thread.run_sync(compress, body, encoding)
            if len(body) > _LARGE
            else compress(body, encoding)
        )
        headers["Content-Encoding"] = encoding
    seen = blake2b(f"{release} {key[0]}".encode() + query + body, digest_size=16)
    headers["ETag"] = f'"{seen.hexdigest()}"'
    # An answer may say itself whether it lasts: the page of a frozen embed tells of newer releases.
    said = headers.get("Cache-Control")
    named = any(name == "release" for name, _ in parse_qsl(query.decode("latin-1")))
    frozen = said == FROZEN or (named and said != REVALIDATED)
    # The next version of the site may lay out a page anew, with other names of scripts and styles.
    for_good = frozen and not kind.startswith("text/html")
    headers["Cache-Control"] = FROZEN if for_good else REVALIDATED
    headers.add_vary_header("Accept-Encoding")
    headers["Content-Length"] = str(len(body))
    unchanged = [
        (name, value) for name, value in headers.raw if name in (b"etag", b"cache-control", b"vary")
    ]
    return Answer(
        headers["ETag"].encode(),
        {"type": "http.response.start", "status": 200, "headers": headers.raw},
        {"type": "http.response.body", "body": body},
        {"type": "http.response.start", "status": 304, "headers": unchanged},
        lasting=frozen,
    )


def _is_known(etag: bytes, known: bytes) -> bool:
    """Whether an `If-None-Match` names the answer."""
    if known == etag or known == b"*":
        return True
    return etag in (part.strip().removeprefix(b"W/") for part in known.split(b","))
