"""`/mcp`: where assistants speak to the site (Model Context Protocol, streamable HTTP).

Each question is a POST that is answered by itself: there are no sessions, so any of several
processes may answer.
"""

from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.errors import KompassError
from app.web.addresses import ASSISTANTS
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.errors.pages import answer, failure_of

if TYPE_CHECKING:
    from app.features.assistants.server import AssistantServer

router = APIRouter()


class ForAssistants(KompassError):
    """An address that answers questions, and is no page."""

    status = 405
    slug = "for-assistants"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


class Exchange(Response):
    """One question and its answer, which the library of the protocol reads and writes."""

    def __init__(self, assistants: "AssistantServer") -> None:
        super().__init__()
        self._assistants = assistants

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._assistants.exchange(scope, receive, send)


@router.api_route(ASSISTANTS, methods=["GET", "POST"], include_in_schema=False)
async def assistants(request: Request) -> Response:
    if request.method != "POST":
        return answer(request, failure_of(ForAssistants()), {"Allow": "POST"})
    return Exchange(await run_in_threadpool(_server_of, request.app))


def _server_of(site: FastAPI) -> "AssistantServer":
    """The server over the API of a site, made once. It is fetched when the first assistant asks:
    with the library of the protocol a process takes a fourth more memory."""
    from app.features.assistants.asking import client_of
    from app.features.assistants.server import AssistantServer

    known: AssistantServer | None = getattr(site.state, "assistants", None)
    if known is None:
        known = AssistantServer(site.openapi(), client_of(site))
        site.state.assistants = known
    return known
