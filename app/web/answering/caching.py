"""Answers kept ready in memory, and the making of those that are not.

Meets every request first. An answer depends on the release, the address and the encoding, and on
nothing else in the request, so what was answered once is answered again until there is a new
release. Which one is the newest is asked in the background: what is kept goes out at once.
What is frozen at a release stays true as long as the database is the same.

What is not kept waits for its turn, is made once for all who ask, and is given up where nobody
waits for it any more. Nobody waits longer than the bounds say: they are told to ask again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from typing import Final, Literal, TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import bounds
from app.domain.message import say
from app.domain.release import Signature
from app.errors import KompassError, NoSuchPart, Unavailable, one_line
from app.web.addresses import ASSISTANTS
from app.web.answering.answer_store import Answer, AnswerKey, AnswerStore
from app.web.answering.encodings import best_encoding
from app.web.answering.finishing import as_it_is, finished, may_be_kept, sent_file
from app.web.answering.newest import Newest
from app.web.answering.sending import CONDITIONS, send_answer
from app.web.answering.turns import Crowded, Turns
from app.web.answering.works import Late, Work, Works
from app.web.api.formats import API
from app.web.observing.counts import TurnedAway, counts
from app.web.observing.observed import turned_away
from app.web.words.languages import accepted_language

logger = logging.getLogger(__name__)

Refuse: TypeAlias = Callable[[KompassError, Scope, Receive, Send], Awaitable[None]]
"""Tells a reader why there is no answer."""
Kind: TypeAlias = tuple[Literal["json", "html"], str]
"""Whether errors are told to a program or to a person, and the language that a program asks for.
Nothing that is kept depends on it."""
Asked: TypeAlias = tuple[AnswerKey, Kind, bool]
"""What an answer that is made depends on; the last is whether only its head is asked for, so that
nothing need begin. The application is shown nothing else of a request."""

_ACCEPTED: Final[Mapping[str, bytes]] = {"json": b"application/json", "html": b"text/html"}


class Read:
    """Where the application notes which release it has read from, and whether the database has
    become another one meanwhile, so that it may have read `of_two`. Where its answer is that
    something is being made, `awaits` is done when that is there, or cannot be: it is asked anew
    then."""

    __slots__ = ("awaits", "of_two", "release")

    def __init__(self) -> None:
        self.release: Signature | None = None
        self.of_two = False
        self.awaits: Future[None] | None = None


class Answers:
    """Answers from memory where it can, and fills the memory where it cannot."""

    def __init__(
        self,
        app: ASGIApp,
        newest: Newest,
        refuse: Refuse,
        megabytes: int,
        turns: Turns | None = None,
    ) -> None:
        self.app = app
        self.newest = newest
        self.turns = turns or Turns()
        self.works: Works[Asked, Answer] = Works()
        self.store = AnswerStore(megabytes * 1_000_000)
        self._refuse = refuse
        self._changes = newest.changes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            await self._pass_on(scope, receive, send)
            return
        key, wanted, conditional = _question(scope)
        newest = self.newest
        if newest.has_to_be_asked and not self._lasts(key):
            await newest.ask()
        if newest.changes != self._changes:
            self._changes = newest.changes
            self.store.clear()
        answer = self.store.get(key)
        if answer is None:
            answer = await self._made(key, wanted, scope, receive, send)
            if answer is None:
                return
        else:
            counts.kept += 1
        if conditional or answer.file is not None or scope["method"] == "HEAD":
            try:
                await send_answer(answer, scope, receive, send)
            except NoSuchPart as error:
                await self._refuse(error, scope, receive, send)
            return
        await send(answer.start)
        await send(answer.body)

    async def _made(
        self, key: AnswerKey, wanted: bytes, scope: Scope, receive: Receive, send: Send
    ) -> Answer | None:
        """An answer that is not kept. None where the reader has left, or has been told."""
        kind = _kind(wanted, scope)
        try:
            return await self.works.wait(
                (key, kind, scope["method"] == "HEAD"),
                lambda work: self._make(work, key, kind, scope),
                receive,
            )
        except Unavailable as error:
            turned_away(reason_of(error))
            await self._refuse(error, scope, receive, send)
            return None

    def _lasts(self, key: AnswerKey) -> bool:
        """Whether an answer is kept that needs no look at the newest release."""
        answer = self.store.get(key)
        return answer is not None and answer.lasting

    async def _make(self, work: Work[Answer], key: AnswerKey, kind: Kind, scope: Scope) -> Answer:
        """Lets the application answer, when it is this one's turn. Where something is being made,
        that is waited for without holding a turn, and the application asked once more."""
        answer, awaits = await self._answered(work, key, kind, scope)
        if awaits is None:
            return answer
        made = asyncio.wrap_future(awaits)
        done, _ = await asyncio.wait({made}, timeout=bounds.FILE_SECONDS)
        return (await self._answered(work, key, kind, scope))[0] if done else answer

    async def _answered(
        self, work: Work[Answer], key: AnswerKey, kind: Kind, scope: Scope
    ) -> tuple[Answer, "Future[None] | None"]:
        """The answer, and what it is worth waiting for."""
        self._check_database()
        async with self.turns.turn():
            self._check_database()
            work.begun = True
            before = self.newest.standing
            read, start, body = await self._read(scope, kind)
            if read.of_two:
                read, start, body = await self._read(scope, kind)
            if (file := sent_file(start)) is not None:
                return file, None
            if not may_be_kept(start):
                return as_it_is(start, body), read.awaits
            newest = before.newest if before else None
            answer = await finished(start, body, key, read.release, newest)
            self._keep(key, answer, read, before is self.newest.standing and not read.of_two)
            return answer, None

    async def _read(self, scope: Scope, kind: Kind) -> tuple[Read, Message, bytes]:
        """What the application answers, and what it has read for that."""
        read = Read()
        noted = {"newest_release": self.newest.number, "read": read}
        state = {**scope.get("state", {}), **noted, "only_head": scope["method"] == "HEAD"}
        form, language = kind
        headers = [(b"accept", _ACCEPTED[form]), (b"accept-language", language.encode())]
        shown = {"method": "GET", "headers": headers, "state": state}
        return read, *await self._asked({**scope, **shown})

    async def _asked(self, scope: Scope) -> tuple[Message, bytes]:
        """What the application answers. What it stumbles over afterwards spoils nothing."""
        capture = Capture()
        try:
            await self.app(scope, _nothing_more, capture)
        except Exception as error:
            if not capture.ended:
                raise
            logger.warning("after the answer of %s: %s", scope["path"], one_line(error))
        return capture.whole()

    def _keep(self, key: AnswerKey, answer: Answer, read: Read, unmoved: bool) -> None:
        """Keeps an answer, unless the database has moved on from where it was read."""
        standing = self.newest.standing
        if not unmoved or standing is None or self._changes != self.newest.changes:
            return
        if read.release is not None and not answer.lasting and read.release != standing.newest:
            self.newest.look_soon()
            return
        self.store.put(key, answer)

    def _check_database(self) -> None:
        if self.newest.silent:
            raise silent_database()

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is no question: it is answered when its turn comes, and never kept. Assistants ask
        the API: their questions wait for turns of their own, and who has one waits for no other."""
        if scope["path"] == ASSISTANTS:
            await self.app(scope, receive, send)
            return
        try:
            async with self.turns.turn():
                await self.app(scope, receive, send)
        except Unavailable as error:
            turned_away(reason_of(error))
            await self._refuse(error, scope, receive, send)


def silent_database() -> Unavailable:
    """What is told while the database stands still."""
    return Unavailable(say("The database does not answer just now. Try again in a few seconds."))


class Capture:
    """Holds an answer back until it is whole."""

    def __init__(self) -> None:
        self.start: Message | None = None
        self._body = bytearray()
        self.ended = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self._body += message.get("body", b"")
            self.ended = not message.get("more_body", False)

    def whole(self) -> tuple[Message, bytes]:
        """The answer.

        Raises:
            RuntimeError: the application has not given one.
        """
        if self.start is None or not self.ended:
            raise RuntimeError("the application has not answered")
        return self.start, bytes(self._body)


def _question(scope: Scope) -> tuple[AnswerKey, bytes, bool]:
    """What is asked for: the key, the `Accept`, and whether it depends on what the reader has."""
    accepted, wanted, conditional = b"", b"", False
    for name, value in scope["headers"]:
        if name == b"accept-encoding":
            accepted = value
        elif name == b"accept":
            wanted = value
        elif name in CONDITIONS:
            conditional = True
    return (scope["path"], scope["query_string"], best_encoding(accepted)), wanted, conditional


async def _nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def reason_of(error: Unavailable) -> TurnedAway:
    """Why one is turned away, as it is counted."""
    match error:
        case Crowded(full=True):
            return TurnedAway.QUEUE_FULL
        case Crowded():
            return TurnedAway.QUEUE_TIME
        case Late():
            return TurnedAway.REQUEST_TIME
        case _:
            return TurnedAway.DATABASE


def _kind(accepted: bytes, scope: Scope) -> Kind:
    """What of an `Accept` and an `Accept-Language` makes a difference."""
    program = b"json" in accepted and b"text/html" not in accepted
    languages = b""
    if scope["path"].startswith(API):  # a page is in the language of its address
        languages = dict(scope["headers"]).get(b"accept-language", b"")
    return "json" if program else "html", accepted_language(languages.decode("latin-1"))
