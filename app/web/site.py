"""The application itself: FastAPI, with the kept answers before anything else."""

import contextlib
import logging
import sys
from collections.abc import AsyncIterator, Collection, Iterable
from threading import Lock
from typing import Any, Final, Protocol

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Match
from starlette.types import Message, Receive, Scope, Send

from app import bounds
from app.config import Settings, networks
from app.database import close_connections
from app.web.addresses import WATCHED, Addresses
from app.web.answering.caching import Answers
from app.web.answering.finishing import may_be_kept
from app.web.answering.kept_files import clear_up
from app.web.answering.negotiated import Negotiated
from app.web.answering.newest import Newest
from app.web.api.description import description
from app.web.api.formats import API
from app.web.errors import pages as error_pages
from app.web.errors import refusals
from app.web.headers import SecurityHeaders
from app.web.made_up import NotIndexed
from app.web.observing.current import Routed
from app.web.observing.observed import Observed
from app.web.observing.workers import telling
from app.web.page.assets import PREFIX, Assets
from app.web.parameters import check_request, declared_parameters
from app.web.private import PrivatePages
from app.web.rate_limits import RateLimits
from app.web.root_path import inside, without_root

logger = logging.getLogger(__name__)

_ASSETS: Final = f"{PREFIX}/"
_OPERATIONS: Final = frozenset({"/.well-known/security.txt", *(f"/{name}" for name in WATCHED)})
"""What those ask who run or watch the site: it waits behind no reader."""


class Beside(Protocol):
    """What goes on as long as the site runs, and ends with it."""

    def going_on(self) -> contextlib.AbstractAsyncContextManager[None]: ...


class Site(FastAPI):
    """Looks among the kept answers first: those need nothing of what the framework sets up."""

    def __init__(self, newest: Newest, chosen: Settings) -> None:
        super().__init__(
            title="Kommunekompasset",
            docs_url=None,
            redoc_url=None,
            openapi_url=None,  # an ordinary address, with the checks of every other
            redirect_slashes=False,
            dependencies=[Depends(check_request)],
            lifespan=_watching,
        )
        self.newest = newest
        self.beside: list[Beside] = []
        """What goes on beside readers as long as the site runs."""
        self.observed = Observed(self.framework, may_be_kept)
        self.answers = Answers(self.observed, newest, refusals.refuse, chosen.cache_megabytes)
        self.negotiated = Negotiated(self.answers)
        exempt = networks(chosen.rate_limit_exempt)
        self.private = PrivatePages(self.negotiated, self.observed, newest, refusals.refuse, chosen)
        self.limited = RateLimits(self.private, chosen.rate_limit, exempt)
        self._root = chosen.root_path
        self._pages: dict[str, list[APIRoute]] = {}
        self._describing = Lock()
        self.mount(PREFIX, Assets())
        # Added last is met first.
        self.add_middleware(Routed)
        self.add_middleware(error_pages.UnexpectedErrors)
        self.add_middleware(NotIndexed)
        self.add_middleware(Addresses, parameters_at=self.parameters_at)
        self.add_middleware(SecurityHeaders)

    def include_routers(self, routers: Iterable[APIRouter]) -> None:
        """Takes in all routes. Where several pages fit an address, the one answers that has a word
        of its own where the others have a parameter, in whatever order they come."""
        routes = [r for router in routers for r in router.routes if isinstance(r, APIRoute)]
        described = [route for route in routes if route.path.startswith(API)]
        pages = [route for route in routes if not route.path.startswith(API)]
        pages.sort(key=_where_parameters_stand)
        for route in pages:
            self._pages.setdefault(_first_word(route.path), []).append(route)
        for word, alike in self._pages.items():
            self.include_router(_Beginning(word, [*alike]), include_in_schema=False)
        self.include_router(APIRouter(routes=[*described]))

    def parameters_at(self, path: str) -> Collection[str] | None:
        """The names of the parameters that the page at a path takes, None where there is no page:
        the API refuses what it does not know, and says so."""
        for route in self._pages.get(_first_word(path), ()):
            if route.path_regex.match(path):
                return declared_parameters(route)
        return None

    def openapi(self) -> dict[str, Any]:
        """The description of the API, made once."""
        with self._describing:
            if self.openapi_schema is None:
                self.openapi_schema = description(self.routes)
            return self.openapi_schema

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._root:
            scope = without_root(scope, self._root)
        try:
            if scope["type"] == "lifespan" or _is_beside(scope["path"]):
                await self.framework(*_as_get(scope, receive, send))
            else:
                await self.limited(scope, receive, send)
        except Exception:
            if scope["type"] != "http":
                raise
            logger.exception("unexpected error outside the application")
            with contextlib.suppress(RuntimeError):  # the answer had begun: it stays a torso
                await refusals.apologise(scope, receive, send)

    async def framework(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers by the routes and all that stands before them; what is kept has no need of it."""
        await super().__call__(scope, receive, send)


@contextlib.asynccontextmanager
async def _watching(site: FastAPI) -> AsyncIterator[None]:
    """Looks for new releases as long as the site runs."""
    assert isinstance(site, Site)  # noqa: S101
    sys.setswitchinterval(bounds.SWITCH_SECONDS)
    try:
        async with site.newest.watched(), telling(), contextlib.AsyncExitStack() as beside:
            for one in site.beside:
                await beside.enter_async_context(one.going_on())
            yield
    finally:
        close_connections()
        clear_up()


class _Beginning(APIRouter):
    """The routes whose addresses begin with the same word: no other address is held against the
    rest of them, which is most of what finding a route takes."""

    def __init__(self, word: str, routes: list[BaseRoute]) -> None:
        super().__init__(routes=routes)
        self._word = word

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if _first_word(inside(scope["path"], scope.get("root_path", ""))) != self._word:
            return Match.NONE, {}
        return super().matches(scope)


def _first_word(path: str) -> str:
    return path[1:].partition("/")[0]


def _where_parameters_stand(route: APIRoute) -> list[bool]:
    return ["{" in part for part in route.path.split("/")]


def _is_beside(path: str) -> bool:
    """Whether an address needs neither a turn nor the database: nobody waits for those."""
    return path in _OPERATIONS or path.startswith(_ASSETS)


def _as_get(scope: Scope, receive: Receive, send: Send) -> tuple[Scope, Receive, Send]:
    """What can be fetched can be asked after."""
    if scope.get("method") != "HEAD":
        return scope, receive, send

    async def without_body(message: Message) -> None:
        await send({**message, "body": b""} if "body" in message else message)

    return {**scope, "method": "GET"}, receive, without_body
