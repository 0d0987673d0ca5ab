"""What readers are told whom the application does not get to see: a page, or problem+json.

They ask too much, too many ask, or the application has failed. Such answers have to cost next to
nothing, so a page is made once for each problem and language, and the reader's own address is put
in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl, quote

from markupsafe import escape
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app import bounds
from app.domain.message import Message, say
from app.errors import KompassError
from app.web.addresses import asked_language, query_string, split_language
from app.web.api.formats import API
from app.web.error_pages import TITLES, Failure, answer, http_problem, problem_of, wants_json
from app.web.headers import completed, is_https

_ANYWHERE: Final = "/-anywhere-"

_PROBLEMS: Final[Mapping[int, tuple[str, Message, Message]]] = {
    400: (
        "malformed-request",
        say("The request could not be understood"),
        say("What was sent is not a request as HTTP has them."),
    ),
    408: (
        "request-timeout",
        say("The request took too long"),
        say("The request did not come to its end in time. Try again."),
    ),
    413: (
        "content-too-large",
        say("Too much was sent"),
        say("Nothing can be sent to this site. Only reading is possible."),
    ),
    414: (
        "address-too-long",
        TITLES[414],
        say("The address can hold at most %(n)s characters.", n=bounds.ADDRESS_BYTES),
    ),
    429: (
        "too-many-requests",
        TITLES[429],
        say("This network address has asked more often than the site allows. Try again shortly."),
    ),
    431: (
        "headers-too-large",
        say("The request has too many headers"),
        say("The headers of the request are too many or too long."),
    ),
    503: (
        "busy",
        say("The site is busy"),
        say("More people are reading than the site can answer just now. Try again shortly."),
    ),
}


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """What is known of a request that is refused, which may be part of it only. The path is that of
    the site, without the root."""

    path: str = "/"
    query: bytes = b""
    accept: bytes = b""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer, whole. Header names are in lower case."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


def refusal(
    status: int, refused: RefusedRequest, retry_after: int = bounds.RETRY_AFTER_SECONDS
) -> Refusal:
    """The answer to one who is refused, in the form and language that the address asks for.

    `retry_after` is in seconds, and said with 429 and 503 alone.

    Raises:
        KeyError: nobody is refused with this status.
    """
    return _of(Failure(status, *_PROBLEMS[status]), refused, retry_after)


async def refuse(error: KompassError, scope: Scope, receive: Receive, send: Send) -> None:
    """Tells a reader whom the application does not get to see."""
    await _tell(problem_of(error), scope, send)


async def apologise(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers for an application that has failed altogether."""
    await _tell(http_problem(500), scope, send)


async def _tell(problem: Failure, scope: Scope, send: Send) -> None:
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    asked = RefusedRequest(scope["path"], scope["query_string"], accept)
    found = _of(problem, asked, bounds.RETRY_AFTER_SECONDS)
    headers = list(found.headers)
    await send({"type": "http.response.start", "status": found.status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" else found.body
    await send({"type": "http.response.body", "body": body})


def _of(problem: Failure, refused: RefusedRequest, retry_after: int) -> Refusal:
    language, inner = split_language(refused.path)
    query = refused.query.decode("latin-1")
    if inner.startswith(API):
        language = asked_language(query)
    request = _request(refused.path, inner, language, refused.accept)
    if wants_json(request):
        found = answer(request, problem)
        status, headers, body = found.status_code, found.raw_headers, bytes(found.body)
    else:
        status, headers, body = _page(problem, language)
        here = escape(quote(inner) + query_string(parse_qsl(query)))
        body = body.replace(_ANYWHERE.encode(), here.encode())
    kept = [pair for pair in headers if pair[0] not in (b"retry-after", b"content-length")]
    kept = completed(kept, refused.path, https=is_https())
    kept.append((b"content-length", b"%d" % len(body)))
    if status in (429, 503):
        kept.append((b"retry-after", b"%d" % retry_after))
    return Refusal(status, tuple(kept), body)


@lru_cache(maxsize=128)
def _page(problem: Failure, language: str) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    found = answer(_request(_ANYWHERE, _ANYWHERE, language, b""), problem)
    return found.status_code, found.raw_headers, bytes(found.body)


def _request(full_path: str, inner: str, language: str, accept: bytes) -> Request:
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": full_path,
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"accept", accept)],
        "state": {"language": language, "path": inner, "full_path": full_path},
    }
    return Request(scope)
