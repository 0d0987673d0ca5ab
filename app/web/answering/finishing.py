"""How an answer is finished: compressed, signed, and with the headers for those who keep it."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.types import Message

from app.domain.release import Signature
from app.web.answering.answer_store import Answer, AnswerKey
from app.web.answering.cache_headers import FROZEN, REVALIDATED, cache_headers
from app.web.answering.encodings import WORTH_COMPRESSING, compress

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
_OF_THE_BODY: Final = frozenset(
    {b"content-length", b"content-type", b"content-encoding", b"content-disposition"}
)
"""What a 304 leaves out: all else is said again, as caches and browsers take the headers of a 304
for those of the answer. Without those of CORS, a page of another site may not even see it."""
FILE: Final = "X-Sent-File"
"""Where the application says which file is the body of its answer. Nobody outside sees it."""
_FILE: Final = FILE.lower().encode()


def may_be_kept(start: Message) -> bool:
    """Whether an answer that begins so may be given to others."""
    headers = MutableHeaders(scope=start)
    return start["status"] == 200 and "no-store" not in headers.get("cache-control", "")


def as_it_is(start: Message, body: bytes) -> Answer:
    """An answer for those who wait for it just now, and for nobody else."""
    begun = dict(start)
    return Answer(b"", begun, _body(body), begun, kept=False)


def sent_file(start: Message) -> Answer | None:
    """An answer whose body is a file, which is sent from disk and never held in memory."""
    headers: list[tuple[bytes, bytes]] = list(start["headers"])
    path = next((value for name, value in headers if name == _FILE), None)
    if path is None:
        return None
    said = [(name, value) for name, value in headers if name not in (_FILE, b"content-length")]
    said.append((b"accept-ranges", b"bytes"))
    etag = next((value for name, value in said if name == b"etag"), b"")
    return Answer(etag, _start(200, said), _body(b""), _unchanged(said), file=path.decode())


async def finished(
    start: Message, body: bytes, key: AnswerKey, release: Signature | None, newest: Signature | None
) -> Answer:
    """An answer that may be kept. `release` is the one it was read from, `newest` the newest one
    meanwhile."""
    path, query, encoding = key
    headers = MutableHeaders(scope={"headers": list(start["headers"])})
    kind = headers.get("content-type", "")
    if encoding != "identity" and len(body) >= WORTH_COMPRESSING and kind.startswith(_COMPRESSIBLE):
        if len(body) > _LARGE:
            body = await to_thread.run_sync(compress, body, encoding)
        else:
            body = compress(body, encoding)
        headers["Content-Encoding"] = encoding
    headers["ETag"] = _etag(release or newest, path, query, body)
    frozen = _is_frozen(headers, query)
    # The next version of the site may lay out a page anew, with other names of scripts and styles.
    for_good = frozen and not kind.startswith("text/html")
    headers["Cache-Control"] = FROZEN if for_good else REVALIDATED
    headers.update(cache_headers(headers["Cache-Control"], newest.number if newest else None))
    headers.add_vary_header("Accept-Encoding")
    headers["Content-Length"] = str(len(body))
    return Answer(
        headers["ETag"].encode(),
        _start(200, headers.raw),
        _body(body),
        _unchanged(headers.raw),
        lasting=frozen,
    )


def _etag(release: Signature | None, path: str, query: bytes, body: bytes) -> str:
    named = f"{release.number} {release.sha256}" if release else ""
    seen = blake2b(f"{named} {path}".encode() + query + body, digest_size=16)
    return f'"{seen.hexdigest()}"'


def _is_frozen(headers: MutableHeaders, query: bytes) -> bool:
    """An answer may say itself whether it lasts: the page of a frozen embed tells of newer
    releases."""
    said = headers.get("Cache-Control")
    named = any(name == "release" for name, _ in parse_qsl(query.decode("latin-1")))
    return said == FROZEN or (named and said != REVALIDATED)


def _unchanged(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, Any]:
    """The beginning of a 304 for an answer with these headers."""
    return _start(304, (pair for pair in headers if pair[0] not in _OF_THE_BODY))


def _start(status: int, headers: Iterable[tuple[bytes, bytes]]) -> dict[str, Any]:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def _body(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body}
