"""The application itself: FastAPI, with the kept answers before anything else."""

from collections.abc import Callable
from typing import Any

from fastapi import Depends, FastAPI
from starlette.types import Receive, Scope, Send

from app.config import settings
from app.web import error_pages
from app.web.addresses import Addresses
from app.web.api.description import description
from app.web.assets import PREFIX, Assets
from app.web.caching import Answers
from app.web.headers import SecurityHeaders
from app.web.parameters import check_request
from app.web.root_path import under


class Site(FastAPI):
    """Looks among the kept answers first: those need nothing of what the framework sets up."""

    def __init__(
        self, newest_release: Callable[[], int | None], seconds: float, megabytes: int
    ) -> None:
        super().__init__(
            title="Kommunekompasset",
            docs_url=None,
            redoc_url=None,
            openapi_url=None,  # an ordinary address, with the checks of every other
            redirect_slashes=False,
            dependencies=[Depends(check_request)],
        )
        self.answers = Answers(self.awake, newest_release, seconds, megabytes)
        self._outermost = under(settings().root_path, self.answers)
        self.mount(PREFIX, Assets())
        # Added last is met first.
        self.add_middleware(error_pages.UnexpectedErrors)
        self.add_middleware(Addresses)
        self.add_middleware(SecurityHeaders)

    def openapi(self) -> dict[str, Any]:
        """The description of the API, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = description(self.routes)
        return self.openapi_schema

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._outermost(scope, receive, send)

    async def awake(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The whole application."""
        await super().__call__(scope, receive, send)
