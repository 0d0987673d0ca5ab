"""The site under a path of a host that it shares with others, as `ROOT_PATH` says.

A proxy may pass the path on or take it off; both are understood. From here on nothing knows of it
but what writes addresses (`app.web.addresses`, `app.web.assets`, `app.config.Settings`).
"""

from collections.abc import Iterable
from urllib.parse import quote

from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.languages import LANGUAGES


def under(root: str, app: ASGIApp) -> ASGIApp:
    """The application with the root path taken off the paths that begin with it. Those that do
    not have lost it on their way, or were asked for past the proxy, as a health check does."""
    if not root:
        return app
    within = f"{root}/"

    async def at_the_top(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path: str = scope["path"]
            if path == root or path.startswith(within):
                inner = path.removeprefix(root)
                scope = {**scope, "path": inner, "raw_path": quote(inner).encode()}
        await app(scope, receive, send)

    return at_the_top


def check_root_path(root: str, paths: Iterable[str]) -> None:
    """Refuses a root path that addresses of the site begin with themselves: where a proxy takes it
    off, nobody could tell `/data` under `/data` from the first page there.

    Raises:
        ValueError: the root path begins like one of `paths`, or like a language.
    """
    first = root.split("/")[1] if root else ""
    taken = {path.split("/")[1] for path in paths if path.startswith("/")}
    if first and first in taken | set(LANGUAGES):
        raise ValueError(f"ROOT_PATH cannot begin with /{first}: pages of the site do")
