"""The request that is being answered, for whoever tells of it meanwhile, in whatever thread."""

import random
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

NO_ROUTE: Final = "none"
"""The route of requests that no address of the site answers."""

_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


@dataclass(slots=True)
class Current:
    """A request. Threads that work for it share the object, so what one notes is seen by all."""

    method: str
    """`other` where the client made one up."""

    request_id: str = field(default_factory=lambda: f"{random.getrandbits(48):012x}")
    """Tells requests apart, and is no secret."""
    release: int | None = None
    routed: Scope | None = None
    """The scope in which the router leaves the route that it finds."""
    root: str = ""
    """The `root_path` before, which grows by the path of an application that is mounted."""

    @property
    def route(self) -> str:
        """The address as the site declares it, such as `/kommuner/{slug}`. Never the one asked."""
        scope = self.routed or {}
        path = getattr(scope.get("route"), "path", None)
        if isinstance(path, str) and path:
            return path
        mounted: str = scope.get("root_path", "")[len(self.root) :]
        return mounted or NO_ROUTE


current: Final[ContextVar[Current | None]] = ContextVar("current_request", default=None)


def method_of(scope: Scope) -> str:
    """The method of a request, out of a few."""
    method: str = scope["method"]
    return method if method in _METHODS else "other"


def request_id() -> str | None:
    """The id of the request that is being answered, for error pages. None outside of requests."""
    request = current.get()
    return request.request_id if request else None


def note_release(number: int) -> None:
    """Says which release the request is answered from."""
    if request := current.get():
        request.release = number


class Routed:
    """Stands closest to the router, whose finding is not seen further out: the scope is copied on
    the way in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if request := current.get():
            request.routed, request.root = scope, scope.get("root_path", "")
        await self.app(scope, receive, send)
