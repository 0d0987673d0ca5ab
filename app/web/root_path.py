"""The site under a path of a host that it shares with others, as `ROOT_PATH` says.

A proxy may pass the path on or take it off; both are understood. From here on nothing knows of it
but what writes addresses (`app.web.addresses`, `app.web.page.assets`, `app.config.Settings`).
"""

from typing import Final
from urllib.parse import quote

from starlette.types import Scope

from app.domain.language import LANGUAGES
from app.web.addresses import IN_EACH_LANGUAGE, WITHOUT_LANGUAGE

TAKEN: Final = WITHOUT_LANGUAGE | IN_EACH_LANGUAGE | set(LANGUAGES)
"""What addresses of the site begin with. A root path that does so, too, would leave it open, where
a proxy takes it off, whether `/data` under `/data` is the data or the first page."""


def without_root(scope: Scope, root: str) -> Scope:
    """A request with the root path taken off its path, where it begins with it. One that does not
    has lost it on its way, or was asked past the proxy, as a health check does."""
    if scope["type"] != "http":
        return scope
    inner = inside(scope["path"], root)
    return {**scope, "path": inner, "raw_path": quote(inner).encode()}


def inside(path: str, root: str) -> str:
    """A path as the site has it. Slashes too many before the root stand before what is left: where
    the site mends an address it has to see that there is something to mend."""
    begun = f"/{path.lstrip('/')}"
    if not root or (begun != root and not begun.startswith(f"{root}/")):
        return path
    return "/" * (len(path) - len(begun)) + begun.removeprefix(root)


def root_fault(root: str) -> str | None:
    """Why a root path will not do, or None."""
    first = root.split("/")[1] if root else ""
    return f"ROOT_PATH cannot begin with /{first}: pages of the site do" if first in TAKEN else None
