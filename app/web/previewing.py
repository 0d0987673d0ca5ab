"""A public page as it would be, for those who look at it before it is public.

The page is made by the routes that make it for everybody, of a reading that comes with the request.
It passes by everything that keeps, counts or tells of answers. Then it is made harmless: it says
what it is, runs no script, sends no form, and leads nowhere by accident.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from starlette.types import Message, Receive, Scope, Send

from app.config import settings
from app.web.addresses import split_language
from app.web.observing.current import current
from app.web.root_path import inside as rooted

PREVIEW: Final = "kompass.preview"
"""Under this name a request carries the reading that it is answered from."""

HARMLESS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
}
"""What a preview is sent with: nobody keeps it, finds it, or learns where it was."""

MOST_LED_ON: Final = 3
"""Addresses that one may lead to, one after the other."""

Framework = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class PreviewedPage:
    """What the routes answered. `path` is where that was, in case one address led to another."""

    status: int
    html: str
    path: str


async def page_within(
    framework: Framework, around: Scope, path: str, reading: object, query: str = ""
) -> PreviewedPage:
    """Asks the routes for a page, as it is in a reading. `around` is the request that it is for;
    `path` is the whole one, with its language."""
    status, body = 0, b""
    for _ in range(MOST_LED_ON):
        path = rooted(path, settings().root_path)
        status, headers, body = await _asked(framework, around, path, reading, query)
        if not 300 < status < 400:
            return PreviewedPage(status, body.decode(), path)
        target = urlsplit(headers.get(b"location", b"").decode())
        path, query = unquote(target.path), target.query
    return PreviewedPage(status, body.decode(), path)


async def _asked(
    framework: Framework, around: Scope, path: str, reading: object, query: str
) -> tuple[int, dict[bytes, bytes], bytes]:
    scope: dict[str, Any] = {
        name: around[name]
        for name in ("type", "asgi", "http_version", "scheme", "server", "client")
        if name in around
    }
    scope |= {
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [pair for pair in around["headers"] if pair[0] == b"host"]
        + [(b"accept", b"text/html")],
        "state": {"newest_release": None},
        PREVIEW: reading,
    }
    begun: dict[str, Any] = {}
    parts: list[bytes] = []

    async def capture(message: Message) -> None:
        if message["type"] == "http.response.start":
            begun.update(message)
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    before = current.set(None)  # the page is no request of its own: nobody counts it
    try:
        await framework(scope, _nothing_comes, capture)
    finally:
        current.reset(before)
    return begun["status"], dict(begun["headers"]), b"".join(parts)


async def _nothing_comes() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


_SCRIPT: Final = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_HEAD_LINK: Final = re.compile(
    r"<link\b[^>]*\brel=\"?(?:canonical|alternate|license|describedby)\b[^>]*>", re.IGNORECASE
)
_META: Final = re.compile(r"<meta\b[^>]*\b(?:property=\"og:|name=\"twitter:)[^>]*>", re.IGNORECASE)
_LINK: Final = re.compile(r"(<a\b[^>]*?)\shref=\"([^\"]*)\"", re.IGNORECASE)
_BODY: Final = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def made_harmless(html: str, banner: str, inside: Callable[[str], str | None]) -> str:
    """The page with a banner on top. `inside` says for a path without its language where in the
    preview it leads; every other link opens what is public now, beside the preview."""

    def led(found: re.Match[str]) -> str:
        begin, target = found[1], unescape(found[2])
        if target.startswith("#"):
            return found[0]
        own = urlsplit(target)
        if not own.netloc:
            within = split_language(own.path.removeprefix(settings().root_path))[1]
            if (there := inside(within)) is not None:
                return f'{begin} href="{escape(there)}"'
        return f'{begin} target="_blank" rel="noopener noreferrer" href="{found[2]}"'

    for taken_out in (_SCRIPT, _HEAD_LINK, _META):
        html = taken_out.sub("", html)
    html = _LINK.sub(led, html)
    return _BODY.sub(lambda found: found[0] + banner, html, count=1)
