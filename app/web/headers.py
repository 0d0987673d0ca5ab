"""Headers that every answer carries, and the answer to those who ask before they ask (CORS).

Everything here is public and nothing depends on who asks, so every page of every other site may
read it.
"""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.addresses import split_language

_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def _policy(**changed: str) -> str:
    rules = _POLICY | {name.replace("_", "-"): value for name, value in changed.items()}
    return "; ".join(f"{what} {whence}" for what, whence in rules.items())


HEADERS: Final = {
    "Content-Security-Policy": _policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Link, ETag, Last-Modified, Retry-After, Content-Disposition, RateLimit, RateLimit-Policy"
    ),
}

EMBED: Final = "/embed"
EMBED_HEADERS: Final = HEADERS | {
    "Content-Security-Policy": _policy(frame_ancestors="*"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For what is made to be shown on other sites, and for nothing else."""

PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class SecurityHeaders:
    """Adds the headers, where an answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        own = headers_for(scope["path"])

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in own.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["method"] == "OPTIONS" and (answer := _options(scope)):
            await answer(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


def headers_for(path: str) -> Mapping[str, str]:
    """The headers that an answer at a path carries."""
    return EMBED_HEADERS if _is_embed(path) else HEADERS


def _is_embed(path: str) -> bool:
    return split_language(path)[1].startswith(f"{EMBED}/")


def _options(scope: Scope) -> Response | None:
    """The answer to what is asked before asking: of the whole server (`*`), or by a browser."""
    if scope["path"] == "*":
        return Response(status_code=204, headers={"Allow": "GET, HEAD"})
    return Response(status_code=204, headers=PREFLIGHT) if _is_preflight(scope) else None


def _is_preflight(scope: Scope) -> bool:
    return any(name == b"access-control-request-method" for name, _ in scope["headers"])
