"""The server's side of HTTP/1.1, within bounds: uvicorn's, which has none of its own.

What is too long, too much or too slow is refused while it arrives and is not collected. A refusal
is a whole answer in the site's own shape; what the client goes on to send is thrown away for a
while, since closing at once would take the answer from it.

Counted is, at no cost worth naming, what has arrived since the last head or piece of a body was
whole. Where several requests share a segment, the last of them may be twice as long as others.
"""

import asyncio
import re
from collections.abc import Collection
from typing import Any, ClassVar, Final, cast
from urllib.parse import unquote
from weakref import WeakKeyDictionary

import httptools
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.server import ServerState

from app import bounds
from app.config import settings
from app.web.door.bodies import body_bytes_at
from app.web.door.corked import Corked
from app.web.door.descriptors import room
from app.web.door.watch import ConnectionWatch, Quiet
from app.web.errors.refusals import RefusedRequest, refusal
from app.web.observing.counts import TurnedAway, counts
from app.web.root_path import inside

_BEFORE_TARGET: Final = re.compile(rb"\s*[A-Z]+ +")
_TARGET: Final = re.compile(rb"[^ \r\n]*")
_ACCEPT: Final = re.compile(rb"\r\naccept:([^\r\n]*)", re.IGNORECASE)
_WATCHES: Final[WeakKeyDictionary[ServerState, ConnectionWatch]] = WeakKeyDictionary()


def open_connections() -> int:
    """How many there are in this process."""
    return sum(map(len, _WATCHES.values()))


class _RefusedError(Exception):
    """Ends the parsing of what arrives."""


_REASONS: Final = {
    400: TurnedAway.REQUEST,
    408: TurnedAway.REQUEST,
    413: TurnedAway.BODY,
    414: TurnedAway.ADDRESS,
    431: TurnedAway.HEADERS,
    503: TurnedAway.CONNECTIONS,
}


class BoundedProtocol(HttpToolsProtocol):
    """One connection. The bounds are those of `app.bounds`, and can be others in a subclass."""

    header_bytes: ClassVar[int] = bounds.HEADER_BYTES
    header_count: ClassVar[int] = bounds.HEADER_COUNT
    address_bytes: ClassVar[int] = bounds.ADDRESS_BYTES
    body_bytes: ClassVar[int] = bounds.BODY_BYTES
    pipelined: ClassVar[int] = bounds.PIPELINED
    header_seconds: ClassVar[float] = bounds.HEADER_SECONDS
    keep_alive_seconds: ClassVar[float] = bounds.KEEP_ALIVE_SECONDS
    send_seconds: ClassVar[float] = bounds.SEND_SECONDS
    linger_seconds: ClassVar[float] = bounds.LINGER_SECONDS
    parting_seconds: ClassVar[float] = bounds.PARTING_SECONDS
    watch_seconds: ClassVar[float] = bounds.WATCH_SECONDS
    most_connections: ClassVar[int] = bounds.CONNECTIONS

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.url = b""
        self.headers = []
        self._watch = self._watch_of(server_state)
        self._asked = self._answered = 0
        self._unfinished = 0
        """Bytes that have arrived since a head or a piece of a body was last whole."""
        self._body_bytes = 0
        self._most_bytes = self.body_bytes
        self._deaf = False
        """Nothing that arrives is read any more."""
        self._leaving = False
        self._has_room = True
        self._refusing: int | None = None
        self._last_words = b""
        self._made = self._silent_since = 0
        self._mark: tuple[int, ...] = ()
        self._marked = 0.0

    def _watch_of(self, server_state: ServerState) -> ConnectionWatch:
        found = _WATCHES.get(server_state)
        if found is None:
            most = min(self.most_connections, room().connections)
            connections = cast("Collection[BoundedProtocol]", self.connections)
            found = ConnectionWatch(self.loop, connections, most, every=self.watch_seconds)
            _WATCHES[server_state] = found
        return found

    # --- connections -------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._silent_since = self.server_state.total_requests
        self._made = self._watch.next_number()
        self._has_room = self._watch.enter(self)

    def shutdown(self) -> None:
        """Lets what is under way end, and one last request be asked: it may be on its way."""
        self._leaving = True
        if self._asked != self._answered:
            self.cycle.keep_alive = False
        else:
            self.loop.call_later(self.parting_seconds, self._part)

    def _part(self) -> None:
        if self._asked == self._answered:
            self.transport.close()

    def quiet(self) -> Quiet | None:
        if self._asked != self._answered or not (self._has_room or self._deaf):
            return None
        if self.transport.is_closing() or self.transport.get_write_buffer_size():
            return None
        return bool(self._unfinished), self._silent_since, self._made

    def drop(self) -> None:
        self.connections.discard(self)
        self.transport.abort()

    def check(self, now: float) -> None:
        waiting = self.transport.get_write_buffer_size()
        mark = (self._asked, self._answered, waiting, bool(self._unfinished), self._deaf)
        if mark != self._mark:
            self._mark, self._marked = mark, now
            return
        lasted = now - self._marked
        if waiting:
            if lasted >= self.send_seconds:
                self._watch.note("dropped, took no answer")
                self.drop()
        elif self._asked == self._answered:
            self._check_silence(lasted)

    def _check_silence(self, lasted: float) -> None:
        if self._deaf or self.transport.is_closing():
            if lasted >= self.linger_seconds:
                self.drop()
        elif self._unfinished:
            if lasted >= self.header_seconds:
                self._refuse(408)
        elif lasted >= (self.keep_alive_seconds if self._asked else self.header_seconds):
            self.transport.close()

    # --- what arrives ------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        if self._deaf:
            return
        self._unfinished += len(data)
        if self._unfinished > self.header_bytes:
            self._unfinished -= len(data)
            self._receive_in_pieces(data)
        else:
            self._parse(data)

    def _receive_in_pieces(self, data: bytes) -> None:
        """Gives the parser no more at once than a head may have."""
        while data and not self._deaf:
            piece = data[: self.header_bytes - self._unfinished]
            if not piece:
                self._refuse(431)
                return
            data = data[len(piece) :]
            self._unfinished += len(piece)
            self._parse(piece)

    def _parse(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            # Answered as if it had not been asked for; what follows may be anything.
            self.cycle.keep_alive = False
            self._deaf = True
        except httptools.HttpParserError as error:
            if isinstance(error.__context__, _RefusedError):
                self._refuse(self._refusing)
            else:
                self._refuse(400, data)

    def _stop(self, status: int | None) -> None:
        """Ends the parsing, to refuse with a status; with None, to say no more."""
        self._refusing = status
        raise _RefusedError

    def on_url(self, url: bytes) -> None:
        self.url += url
        if len(self.url) > self.address_bytes:
            self._stop(414)

    def on_headers_complete(self) -> None:
        self._unfinished = self._body_bytes = 0
        if len(self.headers) > self.header_count:
            self._stop(431)
        if not self._has_room:
            self._find_room()
        if self.pipeline and len(self.pipeline) >= self.pipelined:
            self._stop(None)
        self._most_bytes = self.body_bytes
        if self.parser.get_method() != b"GET":
            self._check_length()
        super().on_headers_complete()
        corked = Corked(self.transport, self.on_response_complete)
        self.cycle.transport = cast("asyncio.Transport", corked)
        self.cycle.on_response = corked.complete
        self._asked += 1
        if self._leaving:
            self.cycle.keep_alive = False

    def _find_room(self) -> None:
        if self._watch.full:
            self._stop(503)
        self._has_room = True

    def _check_length(self) -> None:
        self._most_bytes = max(self.body_bytes, body_bytes_at(self._path(), self.headers))
        for name, value in self.headers:
            if name == b"content-length" and int(value) > self._most_bytes:
                self._stop(413)

    def _path(self) -> str:
        """The path that is asked for, without the root."""
        path = unquote(self.url.partition(b"?")[0].decode("latin-1"))
        return inside(path, settings().root_path)

    def on_body(self, body: bytes) -> None:
        self._unfinished = 0
        self._body_bytes += len(body)
        if self._body_bytes > self._most_bytes:
            self._stop(None)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unfinished = 0
        cycle = self.cycle
        if not cycle.response_complete:
            cycle.more_body = False
            cycle.message_event.set()

    # --- what is answered --------------------------------------------------------------------

    def on_response_complete(self) -> None:
        """Begins with the next request, if one is waiting. No timer is set: the watch has them."""
        self.server_state.total_requests += 1
        self._silent_since = self.server_state.total_requests
        self._answered += 1
        if self.transport.is_closing():
            return
        if self.pipeline:
            cycle, app = self.pipeline.pop()
            self._start_asgi_task(cycle, app)
        elif self._deaf:
            self._depart()
        if not self.pipeline:  # no more is read while what has been read waits
            self.flow.resume_reading()

    def _refuse(self, status: int | None, data: bytes = b"") -> None:
        """Answers with a refusal after everything that was asked before, and listens no more.

        `data` is what could not be understood. Without a status, the connection just ends.
        """
        self._deaf = True
        if status is None:
            self._watch.note("not read to the end")
        else:
            self._watch.note(f"refused with {status}")
            counts.turned_away[_REASONS[status]] += 1
            self._last_words = self._refusal(status, data)
        if self._asked == self._answered:
            self._depart()
            self.flow.resume_reading()

    def _refusal(self, status: int, data: bytes) -> bytes:
        said = refusal(status, self._known(data))
        headers = (*self.server_state.default_headers, *said.headers, (b"connection", b"close"))
        lines = b"".join(b"%s: %s\r\n" % header for header in headers)
        body = b"" if self.parser.get_method() == b"HEAD" else said.body
        return STATUS_LINE[status] + lines + b"\r\n" + body

    def _known(self, data: bytes) -> RefusedRequest:
        """What is known of the request. The parser keeps some of it to itself when it fails."""
        given = dict(self.headers)
        target, accept = self.url, given.get(b"accept", b"")
        if not target and (method := _BEFORE_TARGET.match(data)):
            target = data[method.end() :]
        if not accept and (found := _ACCEPT.search(data)):
            accept = found[1]
        address = _TARGET.match(target[: self.address_bytes])
        path, _, query = (address[0] if address else b"").partition(b"?")
        inner = inside(unquote(path.decode("latin-1")), settings().root_path)
        return RefusedRequest(inner or "/", query, accept, given.get(b"accept-language", b""))

    def _depart(self) -> None:
        """Says the last words, and closes when the client does or has been waited for."""
        if self._last_words:
            self.transport.write(self._last_words)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        else:
            self.transport.close()
