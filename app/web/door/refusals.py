"""What a client is told whose request is not answered by the application: a page, or problem+json.

These have to cost next to nothing, since they are for those who ask too much. So a page is made
once for each status and language, as that of the first page, and not for the address asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from app import bounds
from app.config import settings
from app.domain.message import Message, say
from app.web.addresses import asked_language, split_language
from app.web.api.suffixes import API
from app.web.error_pages import TITLES, Problem, answer, wants_json
from app.web.headers import HEADERS

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
class Asked:
    """What is known of a request that is refused, which may be part of it only."""

    path: str = "/"
    query: bytes = b""
    accept: bytes = b""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer, whole. Header names are in lower case."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


def refusal(status: int, asked: Asked, retry_after: int = bounds.RETRY_AFTER_SECONDS) -> Refusal:
    """The answer to one who is refused, in the form and language that the address asks for.

    `retry_after` is in seconds, and said with 429 and 503 alone.

    Raises:
        KeyError: nobody is refused with this status.
    """
    language, inner = split_language(asked.path.removeprefix(settings().root_path))
    if inner.startswith(API):
        language = asked_language(asked.query.decode("latin-1"))
    request = _request(asked.path, inner, language, asked.accept)
    if wants_json(request):
        found = _said(status, answer(request, _problem(status)))
    else:
        found = _page(status, language)
    if status not in (429, 503):
        return found
    wait = (b"retry-after", b"%d" % retry_after)
    return Refusal(status, (*found.headers, wait), found.body)


@lru_cache(maxsize=64)
def _page(status: int, language: str) -> Refusal:
    return _said(status, answer(_request("/", "/", language, b""), _problem(status)))


def _said(status: int, response: Response) -> Refusal:
    own = {name for name, _ in response.raw_headers}
    safe = ((name.lower().encode(), value.encode()) for name, value in HEADERS.items())
    headers = [header for header in response.raw_headers if header[0] != b"retry-after"]
    headers += [header for header in safe if header[0] not in own]
    return Refusal(status, tuple(headers), bytes(response.body))


def _problem(status: int) -> Problem:
    slug, title, detail = _PROBLEMS[status]
    return Problem(status, slug, title, detail)


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
