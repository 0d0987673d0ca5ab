"""An answer as it is sent to one reader: whole, a part of it, or the news that it is the same.

What a reader has already stands in `If-None-Match`, or in `If-Modified-Since` where that is all
that is known of it; what is wanted of a file in `Range` (RFC 9110, 13 and 14).
"""

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, Final

from starlette.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

from app.errors import NoSuchPart
from app.web.answering.answer_store import Answer
from app.web.observing.counts import counts

CONDITIONS: Final = frozenset({b"if-none-match", b"if-modified-since", b"range"})
"""The headers that make a difference to what is sent."""

NOTHING: Final = {"type": "http.response.body", "body": b""}

_NO_SUCH_PART: Final = 416
_RANGE: Final = rb"(?:\d{1,18}-\d{0,18}|-\d{1,18})"
_PARTS: Final = re.compile(rb"bytes=\s*%b(?:\s*,\s*%b){0,19}\s*" % (_RANGE, _RANGE))
"""What is longer is no list of parts: all of the file is sent, as RFC 9110 allows."""
_PART: Final = re.compile(rb"(\d+)-(\d+)")
_ONE_PART: Final = re.compile(rb"bytes=\s*(\d*)-(\d*)\s*")
_LONGEST_NUMBER: Final = 18


async def send_answer(answer: Answer, scope: Scope, receive: Receive, send: Send) -> None:
    """Sends it as the reader asks for it.

    Raises:
        NoSuchPart: it ends before the parts begin that are asked for; nothing has been sent.
    """
    headers = dict(scope["headers"])
    if answer.kept and _is_known(answer, headers):
        counts.not_modified += 1
        await send(answer.not_modified)
        await send(NOTHING)
    elif answer.file is not None:
        await _send_file(answer, scope, receive, send)
    elif scope["method"] == "GET":
        part = _part(answer, headers)
        await send(answer.start if part is None else _partly(answer, part))
        await send(answer.body if part is None else _cut(answer, part))
    else:
        await send(answer.start)
        await send(NOTHING)


def _is_known(answer: Answer, headers: Mapping[bytes, bytes]) -> bool:
    """Whether the reader has the answer. A date says something only where no tag is given."""
    tags = headers.get(b"if-none-match")
    if tags is not None:
        return names(tags, answer.etag)
    since = headers.get(b"if-modified-since")
    return since is not None and _is_as_old(answer, since)


def names(tags: bytes, etag: bytes) -> bool:
    """Whether an `If-None-Match` names an answer."""
    if tags in (etag, b"*"):
        return True
    return etag in (part.strip().removeprefix(b"W/") for part in tags.split(b","))


def _is_as_old(answer: Answer, since: bytes) -> bool:
    """Whether an answer is as it was at a time. What is no time says nothing."""
    modified, then = _seconds(_header(answer.start, b"last-modified")), _seconds(since)
    return modified is not None and then is not None and modified <= then


def _seconds(date: bytes) -> float | None:
    try:
        found = parsedate_to_datetime(date.decode("latin-1"))
        return found.replace(tzinfo=found.tzinfo or UTC).timestamp()
    except (ValueError, OverflowError):
        return None


def _header(start: Message, wanted: bytes) -> bytes:
    return next((value for name, value in start["headers"] if name == wanted), b"")


async def _send_file(answer: Answer, scope: Scope, receive: Receive, send: Send) -> None:
    """Sends a file, or the parts of it that are asked for. What is no list of parts is not asked
    for (RFC 9110, 14.2)."""
    said = {name.decode(): value.decode("latin-1") for name, value in answer.start["headers"]}
    headers = [(n, v) for n, v in scope["headers"] if n != b"range" or _is_list_of_parts(v)]
    missing = False

    async def watched(message: Message) -> None:
        nonlocal missing
        missing = missing or message.get("status") == _NO_SUCH_PART
        if not missing:
            await send(message)

    response = FileResponse(str(answer.file), headers=said)
    await response({**scope, "headers": headers}, receive, watched)
    if missing:
        raise NoSuchPart


def _is_list_of_parts(value: bytes) -> bool:
    if not _PARTS.fullmatch(value):
        return False
    return all(int(first) <= int(last) for first, last in _PART.findall(value))


def _part(answer: Answer, headers: Mapping[bytes, bytes]) -> tuple[int, int] | None:
    """Where the part of a kept file begins and ends that is asked for; None for all of it, also
    where several are: it stands in memory, and is no large one."""
    found = _ONE_PART.fullmatch(headers.get(b"range", b""))
    if found is None or not answer.kept or not _header(answer.start, b"accept-ranges"):
        return None
    known = headers.get(b"if-range")
    if known not in (None, answer.etag, _header(answer.start, b"last-modified")):
        return None
    first, last = found.groups()
    if not (first or last) or max(len(first), len(last)) > _LONGEST_NUMBER:
        return None
    if first and last and int(last) < int(first):
        return None
    length = len(answer.body["body"])
    begin = int(first) if first else max(0, length - int(last))
    end = min(length, int(last) + 1) if first and last else length
    if begin >= end:
        raise NoSuchPart
    return begin, end


def _partly(answer: Answer, part: tuple[int, int]) -> dict[str, Any]:
    """The beginning of an answer that is part of another."""
    begin, end = part
    headers = [pair for pair in answer.start["headers"] if pair[0] != b"content-length"]
    headers.append((b"content-length", b"%d" % (end - begin)))
    whole = len(answer.body["body"])
    headers.append((b"content-range", b"bytes %d-%d/%d" % (begin, end - 1, whole)))
    return {**answer.start, "status": 206, "headers": headers}


def _cut(answer: Answer, part: tuple[int, int]) -> dict[str, Any]:
    begin, end = part
    return {**answer.body, "body": answer.body["body"][begin:end]}
