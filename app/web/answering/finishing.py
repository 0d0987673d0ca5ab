"""How an answer is finished: compressed, signed, and with the headers for those who keep it."""

from collections.abc import Iterable
from email.utils import format_datetime
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.types import Message

from app.domain.release import Signature
from app.web.answering.answer_store import Answer, AnswerKey
from app.web.answering.cache_headers import REVALIDATED, cache_headers
from app.web.answering.encodings import WORTH_COMPRESSING, compress
from app.web.program import STARTED

_COMPRESSIBLE: Final = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/ld+json",
    "application/rdf+xml",
    "application/csvm+json",
    "application/geo+json",
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
    lasting = _is_lasting(headers, query)
    headers["Last-Modified"] = _modified(release if lasting else newest or release)
    # Also what is frozen at a release: the next version of the site may lay it out, word it, and
    # work it out anew.
    headers["Cache-Control"] = REVALIDATED
    headers.update(cache_headers(headers["Cache-Control"], newest.number if newest else None))
    headers.add_vary_header("Accept-Encoding")
    if "Content-Disposition" in headers:  # a file to keep, which may be fetched in parts
        headers["Accept-Ranges"] = "bytes"
    headers["Content-Length"] = str(len(body))
    return Answer(
        headers["ETag"].encode(),
        _start(200, headers.raw),
        _body(body),
        _unchanged(headers.raw),
        lasting=lasting,
    )


def _etag(release: Signature | None, path: str, query: bytes, body: bytes) -> str:
    named = f"{release.number} {release.sha256}" if release else ""
    seen = blake2b(f"{named} {path}".encode() + query + body, digest_size=16)
    return f'"{seen.hexdigest()}"'


def _is_lasting(headers: MutableHeaders, query: bytes) -> bool:
    """An answer may say itself that it does not last: the page of a frozen embed tells of newer
    releases."""
    named = any(name == "release" for name, _ in parse_qsl(query.decode("latin-1")))
    return named and headers.get("Cache-Control") != REVALIDATED


def _modified(release: Signature | None) -> str:
    """When an answer can last have changed: with the data, or with the program and its settings,
    which are those that it was started with."""
    known = [STARTED, *([release.published_at] if release else [])]
    return format_datetime(max(known), usegmt=True)


def _unchanged(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, Any]:
    """The beginning of a 304 for an answer with these headers."""
    return _start(304, (pair for pair in headers if pair[0] not in _OF_THE_BODY))


def _start(status: int, headers: Iterable[tuple[bytes, bytes]]) -> dict[str, Any]:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def _body(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body}
