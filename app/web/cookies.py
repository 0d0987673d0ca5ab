"""The one cookie of the site. Only who signs in to the workspace gets it: readers get none."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import Response

from app.config import settings

SESSION: Final = "kompass-sesjon"
"""Holds the token of a session, and nothing else."""
BEGUN: Final = "kompass-begynt"
"""Holds what a form for signing in, or a visit to a provider, is recognised by."""

_HOST: Final = "__Host-"
_SECURE: Final = "__Secure-"
"""Browsers believe a cookie with such a prefix only where it came by HTTPS, and one with the first
only for the whole host and no other, so that no neighbour can plant one. Under a path of a host
that is shared the second has to do: the first demands the path `/`."""

_ITSELF: Final = ("127.0.0.1", "localhost", "::1")


def is_secure() -> bool:
    """Whether a session may go by HTTPS alone: everywhere but on the machine itself."""
    site = urlsplit(settings().site_url)
    return site.scheme == "https" or site.hostname not in _ITSELF


def cookie_name(name: str) -> str:
    """What a cookie is called here."""
    if not is_secure():
        return name
    return f"{_SECURE if settings().root_path else _HOST}{name}"


def give_cookie(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """Gives the reader a cookie: no script sees it, and no other site has it sent along but by a
    link. Without `seconds` it ends with the browser."""
    response.set_cookie(
        cookie_name(name),
        value,
        max_age=seconds,
        path=settings().root_path or "/",
        secure=is_secure(),
        httponly=True,
        samesite="lax",
    )


def take_cookie(response: Response, name: str) -> None:
    """Takes it back."""
    give_cookie(response, name, "", 0)


def brings_session(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether a request claims to belong to somebody who is signed in. Whether it does is found out
    later."""
    wanted = f"{SESSION}=".encode()
    return any(name == b"cookie" and wanted in value for name, value in headers)
