"""Headers that every answer carries, and the answer to those who ask before they ask (CORS).

Everything here is public and nothing depends on who asks, so every page of every other site may
read it. Where the site is under a name of its own by HTTPS, browsers are told to keep to that.
"""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.config import Settings, settings
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
    "Content-Security-Policy": _policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, ETag, Last-Modified, Retry-After, Content-Disposition",
}

EMBED: Final = "/embed"
EMBED_HEADERS: Final = HEADERS | {
    "Content-Security-Policy": _policy(frame_ancestors="*"),
}
"""For what is made to be shown in frames of other sites, and for nothing else."""

TWO_YEARS: Final = 63_072_000
HSTS: Final = f"max-age={TWO_YEARS}"
"""Without `includeSubDomains`: what else there is under the host is not ours to decide."""

PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class SecurityHeaders:
    """Adds the headers, where an answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        chosen = settings()
        self._embeds = _with_hsts(EMBED_HEADERS, chosen)
        self._others = _with_hsts(HEADERS, chosen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        embed = _is_embed(scope["path"])
        own = self._embeds if embed else self._others

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in own.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cross-Origin-Resource-Policy", _readers(headers, embed=embed))
            await send(message)

        if scope["method"] == "OPTIONS" and _is_preflight(scope):
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


def _with_hsts(headers: Mapping[str, str], chosen: Settings) -> Mapping[str, str]:
    """HTTPS for good, if readers come by HTTPS to a host that is all ours. Under a path the host is
    others' as well, and what is said of it is for whoever runs the proxy."""
    if chosen.root_path or not chosen.site_url.startswith("https://"):
        return headers
    return {**headers, "Strict-Transport-Security": HSTS}


def _readers(headers: MutableHeaders, *, embed: bool) -> str:
    """Whose pages a browser may load an answer into, without asking. Data, pictures, style sheets
    and embeds are made to be used elsewhere, also by pages that isolate themselves (COEP). Nobody
    needs a whole page of the site as part of another."""
    page = headers.get("content-type", "").startswith("text/html")
    return "same-site" if page and not embed else "cross-origin"


def _is_embed(path: str) -> bool:
    return split_language(path)[1].startswith(f"{EMBED}/")


def _is_preflight(scope: Scope) -> bool:
    return any(name == b"access-control-request-method" for name, _ in scope["headers"])
