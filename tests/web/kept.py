"""A small application behind kept answers, which counts how often it is asked."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from app.domain.release import DatabaseState, Signature
from app.web.answering.cache_headers import REVALIDATED
from app.web.answering.caching import Answers
from app.web.answering.newest import Newest
from app.web.errors import refusals
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
