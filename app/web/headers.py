"""Headers that every answer carries, and the answer to those who ask before they ask (CORS).

Everything here is public and nothing depends on who asks, so every page of every other site may
read it: all but what is answered to one reader alone (`app.web.private`), which no other site may.
Where the site is under a name of its own by HTTPS, browsers are told to keep to that.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, TypeAlias

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.config import settings
from app.web.addresses import is_private, split_language

Pair: TypeAlias = tuple[bytes, bytes]
"""A header as the server wants it."""

_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
_NOT_FRAMED: Final = {"frame-ancestors": "'none'"}


def _policy(rules: Mapping[str, str]) -> str:
    return "; ".join(f"{what} {whence}" for what, whence in rules.items())


DENIED: Final = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "captured-surface-control",
    "compute-pressure",
    "digital-credentials-create",
    "digital-credentials-get",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "local-network",
    "local-network-access",
    "loopback-network",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
"""What a browser could do for a page and no page here asks for: sensors, devices, capture,
credentials, payment and following readers about. Names that Chromium does not know everywhere
(`bluetooth`, `web-share`) are left out, as it complains of each in the console."""

HEADERS: Final = {
    "Content-Security-Policy": _policy(_POLICY | _NOT_FRAMED),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Link, ETag, Last-Modified, Accept-Ranges, Content-Range, Retry-After, "
        "Content-Disposition, RateLimit, RateLimit-Policy, X-Request-Id"
    ),
}

EMBED: Final = "/embed"
EMBED_HEADERS: Final = HEADERS | {"Content-Security-Policy": _policy(_POLICY)}
"""For what is made to be shown in frames of others, and for nothing else. Nothing is said of who
may frame it: the star that could be said stands for sites alone, and shuts out apps and files."""

_FOR_ALL: Final = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")
PRIVATE_HEADERS: Final = {name: said for name, said in HEADERS.items() if name not in _FOR_ALL} | {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
"""For what is answered to one reader alone. Some of it is said whatever an answer says itself."""
_ALWAYS_PRIVATE: Final = frozenset(
    {b"cache-control", b"cross-origin-resource-policy", b"referrer-policy", b"x-robots-tag"}
    | {name.lower().encode() for name in _FOR_ALL}
)

TWO_YEARS: Final = 63_072_000
HSTS: Final = f"max-age={TWO_YEARS}"
"""Without `includeSubDomains`: what else there is under the host is not ours to decide."""

_CORP: Final = b"cross-origin-resource-policy"
_PAGES: Final[Pair] = (_CORP, b"same-site")
_THE_REST: Final[Pair] = (_CORP, b"cross-origin")
"""Whose pages a browser may load an answer into, without asking. Data, pictures, style sheets and
embeds are made to be used elsewhere, also by pages that isolate themselves (COEP). Nobody needs a
whole page of the site as part of another."""

READ: Final = "GET, HEAD"
"""What can be done with an address that does not say otherwise."""

PREFLIGHT: Final = {
    "Access-Control-Allow-Headers": "*, Authorization",
    "Access-Control-Max-Age": "86400",
}
"""Any header may come along: what others build with sends headers of its own, and none of them
makes a difference here. The star leaves out one, which has to be named."""


class SecurityHeaders:
    """Adds the headers, where an answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._https = is_https()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        path, https = scope["path"], self._https

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = completed(message.get("headers", ()), path, https=https)
                message = {**message, "headers": found}
            await send(message)

        if scope["method"] == "OPTIONS" and (answer := await self._options(scope, receive)):
            await answer(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)

    async def _options(self, scope: Scope, receive: Receive) -> Response | None:
        """The answer to what is asked before asking: of the whole server (`*`), or by a browser."""
        if scope["path"] == "*":
            return Response(status_code=204, headers={"Allow": READ})
        if not _is_preflight(scope) or is_private(scope["path"]):
            return None
        methods = await self._methods(scope, receive)
        headers = PREFLIGHT | {"Access-Control-Allow-Methods": methods}
        return Response(status_code=204, headers=headers)

    async def _methods(self, scope: Scope, receive: Receive) -> str:
        """What can be done with an address, as it says itself to one who asks for what it has
        not."""
        said = READ

        async def heard(message: Message) -> None:
            nonlocal said
            if message["type"] == "http.response.start":
                said = Headers(raw=list(message.get("headers", ()))).get("allow", said)

        shown = {**scope, "headers": [(b"accept", b"application/json")]}
        await self.app(shown, receive, heard)
        return said


@cache
def _as_sent(*, embed: bool = False, https: bool, private: bool = False) -> tuple[Pair, ...]:
    """The headers as the server wants them, made once: kept answers share them."""
    found = EMBED_HEADERS if embed else PRIVATE_HEADERS if private else HEADERS
    if https:
        found = {**found, "Strict-Transport-Security": HSTS}
    return tuple((name.lower().encode(), value.encode()) for name, value in found.items())


def completed(found: Iterable[Pair], path: str, *, https: bool) -> list[Pair]:
    """The headers of an answer at a path, with those that it has not set itself."""
    if is_private(path):
        own = [pair for pair in found if pair[0].lower() not in _ALWAYS_PRIVATE]
        taken = {name for name, _ in own}
        return own + [p for p in _as_sent(https=https, private=True) if p[0] not in taken]
    whole = list(found)
    named = dict(whole)
    embed = _is_embed(path)
    whole += (pair for pair in _as_sent(embed=embed, https=https) if pair[0] not in named)
    if _CORP not in named:
        page = named.get(b"content-type", b"").startswith(b"text/html")
        whole.append(_PAGES if page and not embed else _THE_REST)
    return whole


def is_https() -> bool:
    """Whether readers come by HTTPS to a host that is all ours. Under a path it is others' as well,
    and whoever runs the proxy decides."""
    chosen = settings()
    return chosen.site_url.startswith("https://") and not chosen.root_path


def _is_embed(path: str) -> bool:
    return split_language(path)[1].startswith(f"{EMBED}/")


def _is_preflight(scope: Scope) -> bool:
    return any(name == b"access-control-request-method" for name, _ in scope["headers"])
