"""What readers are told whom the application does not get to see: a page, or problem+json.

They ask too much, too many ask, or the application has failed. Such answers have to cost next to
nothing, so a page is made once for each problem and language, and the reader's own address is put
in.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlencode

from markupsafe import escape
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app import bounds
from app.domain.message import say
from app.errors import KompassError
from app.web.addresses import asked_language, is_upload, query_string, split_language
from app.web.api.formats import API
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.errors.pages import Failure, answer, failure_of, http_failure, wants_json
from app.web.headers import completed, is_https

_ANYWHERE: Final = "/-anywhere-"

_KINDS: Final = {
    kind.status: kind
    for kind in (
        PROBLEM_KINDS["malformed-request"],
        PROBLEM_KINDS["request-timeout"],
        PROBLEM_KINDS["content-too-large"],
        PROBLEM_KINDS["address-too-long"],
        PROBLEM_KINDS["too-many-requests"],
        PROBLEM_KINDS["headers-too-large"],
        PROBLEM_KINDS["busy"],
    )
}

_FILE_TOO_LARGE: Final = say(
    "A file can have at most %(n)s MB, and only who is signed in can send one.",
    n=bounds.UPLOAD_BYTES // 1_000_000,
)


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """What is known of a request that is refused, which may be part of it only. The path is that of
    the site, without the root."""

    path: str = "/"
    query: bytes = b""
    accept: bytes = b""
    languages: bytes = b""
    """Its `Accept-Language`."""


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
    kind = _KINDS[status]
    said = _FILE_TOO_LARGE if status == 413 and is_upload(refused.path) else kind.meaning
    return _of(Failure(status, kind, said), refused, retry_after)


async def refuse(error: KompassError, scope: Scope, receive: Receive, send: Send) -> None:
    """Tells a reader whom the application does not get to see."""
    await _tell(failure_of(error), scope, send)


async def apologise(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers for an application that has failed altogether."""
    await _tell(http_failure(500), scope, send)


async def _tell(failure: Failure, scope: Scope, send: Send) -> None:
    given = dict(scope["headers"])
    accept, languages = given.get(b"accept", b""), given.get(b"accept-language", b"")
    asked = RefusedRequest(scope["path"], scope["query_string"], accept, languages)
    found = _of(failure, asked, bounds.RETRY_AFTER_SECONDS)
    headers = list(found.headers)
    await send({"type": "http.response.start", "status": found.status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" else found.body
    await send({"type": "http.response.body", "body": body})


def _of(failure: Failure, refused: RefusedRequest, retry_after: int) -> Refusal:
    language, inner = split_language(refused.path)
    query = refused.query.decode("latin-1")
    if inner.startswith(API):
        language = asked_language(query)
    request = _request(refused.path, inner, language, refused)
    if wants_json(request):
        found = answer(request, failure)
        status, headers, body = found.status_code, found.raw_headers, bytes(found.body)
    else:
        status, headers, body = _page(failure, language)
        here = escape(quote(inner) + query_string(parse_qsl(query)))
        body = body.replace(_ANYWHERE.encode(), here.encode())
    kept = [pair for pair in headers if pair[0] not in (b"retry-after", b"content-length")]
    kept = completed(kept, refused.path, https=is_https())
    kept.append((b"content-length", b"%d" % len(body)))
    if status in (429, 503):
        kept.append((b"retry-after", b"%d" % retry_after))
    return Refusal(status, tuple(kept), body)


@lru_cache(maxsize=128)
def _page(failure: Failure, language: str) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    found = answer(_request(_ANYWHERE, _ANYWHERE, language, RefusedRequest()), failure)
    return found.status_code, found.raw_headers, bytes(found.body)


def _request(full_path: str, inner: str, language: str, refused: RefusedRequest) -> Request:
    chosen = [pair for pair in parse_qsl(refused.query.decode("latin-1")) if pair[0] == "lang"]
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": full_path,
        "root_path": "",
        "query_string": urlencode(chosen).encode(),
        "headers": [
            (b"host", b"localhost"),
            (b"accept", refused.accept),
            (b"accept-language", refused.languages),
        ],
        "state": {"language": language, "path": inner, "full_path": full_path},
    }
    return Request(scope)
