"""The site under a path of a host that it shares with others, as `ROOT_PATH` says.

A proxy may pass the path on or take it off; both are understood. From here on nothing knows of it
but what writes addresses (`app.web.addresses`, `app.web.assets`, `app.config.Settings`).
"""

from collections.abc import Iterable
from urllib.parse import quote

from starlette.types import Scope

from app.web.languages import LANGUAGES


def without_root(scope: Scope, root: str) -> Scope:
    """A request with the root path taken off its path, where it begins with it. One that does not
    has lost it on its way, or was asked past the proxy, as a health check does."""
    if scope["type"] != "http":
        return scope
    path: str = scope["path"]
    if path != root and not path.startswith(f"{root}/"):
        return scope
    inner = path.removeprefix(root)
    return {**scope, "path": inner, "raw_path": quote(inner).encode()}


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
