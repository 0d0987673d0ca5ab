"""What is answered to one reader alone: the workspace, the right of reply, tips.

Nothing of it is kept, shared or made for several, and none of it takes a turn from readers: it has
turns of its own. It is within bounds like everything else: so many at once, so long in a queue, so
long to send what is sent, so long to be answered. A database that stands still is told of at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import bounds
from app.config import Settings
from app.domain.message import say
from app.errors import KompassError, NotFound, Unavailable
from app.web.addresses import is_private, is_upload
from app.web.answering.caching import Capture, Refuse, reason_of, silent_database
from app.web.answering.turns import Crowded, Turns
from app.web.answering.works import Work, Works
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.observing.observed import turned_away

_GET: Final = frozenset({"GET", "HEAD"})


class TooSlow(KompassError):
    """What was sent did not arrive in time."""

    status = 408
    slug = "request-timeout"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


class Stillness(Protocol):
    """Knows whether the database stands still."""

    @property
    def silent(self) -> bool: ...


Admits = Callable[[Scope], bool]
"""Whether somebody who wants to send a file is signed in. It may ask the database."""


class PrivatePages:
    """Answers private addresses, and passes everything else on to those who keep answers."""

    def __init__(
        self,
        public: ASGIApp,
        app: ASGIApp,
        database: Stillness,
        refuse: Refuse,
        chosen: Settings,
        seconds: float = bounds.DESK_SECONDS,
    ) -> None:
        self.turns = Turns(bounds.DESK_TURNS, bounds.DESK_QUEUE_LENGTH, bounds.QUEUE_SECONDS)
        self.admits: Admits | None = None
        self._public = public
        self._app = app
        self._database = database
        self._refuse = refuse
        self._works: Works[object, tuple[Message, bytes]] = Works(seconds)
        self._arriving = 0
        self._closed = not chosen.workspace or chosen.read_only

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if is_private(scope["path"]):
            return self._answer(scope, receive, send)
        return self._public(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._answered(scope, receive, send)
        except Unavailable as error:
            turned_away(reason_of(error))
            await self._refuse(error, scope, receive, send)
        except (NotFound, TooSlow) as error:
            await self._refuse(error, scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tells the reader, unless they have left.

        Raises:
            KompassError: what they are told instead.
        """
        if self._closed:
            raise NotFound(say("There is no workspace here: this site only shows results."))
        if self._database.silent:
            raise silent_database()
        body = b"" if scope["method"] in _GET else await self._arrived(scope, receive)
        if body is None:
            return
        shown = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        found = await self._works.wait(object(), lambda w: self._make(w, shown, body), receive)
        if found is not None:
            start, whole = found
            await send(start)
            whole = b"" if scope["method"] == "HEAD" else whole
            await send({"type": "http.response.body", "body": whole})

    async def _make(
        self, work: Work[tuple[Message, bytes]], scope: Scope, body: bytes
    ) -> tuple[Message, bytes]:
        """Lets the application answer, when it is this one's turn. It goes on where nobody waits
        any more: what has been begun to be published is published."""
        async with self.turns.turn():
            work.begun = True
            capture = Capture()
            await self._app(scope, _sent(body), capture)
            return capture.whole()

    async def _arrived(self, scope: Scope, receive: Receive) -> bytes | None:
        """What is sent, whole, before anything is done with it: who sends slowly holds no turn.
        None where they have left.

        Raises:
            Crowded: too many send files, or forms as large, just now.
            TooSlow: it did not arrive in time.
        """
        is_file = is_upload(scope["path"])
        if not is_file and not _is_large(scope):
            return await _read(receive, bounds.BODY_SECONDS)
        if self.admits is not None and not await run_in_threadpool(self.admits, scope):
            return b""  # none of it is read: whoever it is will be led to where one signs in
        if self._arriving >= bounds.UPLOADS_AT_ONCE:
            raise Crowded(full=True)
        self._arriving += 1
        try:
            return await _read(receive, bounds.UPLOAD_SECONDS if is_file else bounds.BODY_SECONDS)
        finally:
            self._arriving -= 1


def _is_large(scope: Scope) -> bool:
    """Whether more is on its way than most forms hold, or nobody says how much."""
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return True
    announced = headers.get(b"content-length", b"0")
    return not announced.isdigit() or int(announced) > bounds.SMALL_FORM_BYTES


async def _read(receive: Receive, seconds: float) -> bytes | None:
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return None
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise TooSlow from None


def _sent(body: bytes) -> Receive:
    """Gives the application what has arrived."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
