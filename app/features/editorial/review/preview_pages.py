"""What a draft makes of the public site, seen before it is public: pages, and what changes."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from app.domain.message import say
from app.editorial import drafts
from app.editorial.checking import check
from app.editorial.draft import NotReady
from app.editorial.previewing import preview
from app.errors import NotFound
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.review.content import public_path
from app.features.editorial.review.effects import effects_of
from app.features.editorial.review.seen import SEEN
from app.features.editorial.workspace import (
    Workspace,
    WorkspaceDep,
    WorkspaceParameters,
    show,
    writing_engine,
)
from app.publishing.release import Publication
from app.web.addresses import address
from app.web.previewing import HARMLESS, made_harmless, page_within
from app.web.words.languages import language_of, translate

router = APIRouter()

DraftId = Annotated[int, Path(ge=1, le=2**31 - 1)]
HOME: Final = "/redaksjon"


class PreviewParameters(WorkspaceParameters):
    """Which page is looked at: its path without language, with its parameters."""

    side: Annotated[str | None, Query(max_length=300)] = None


@router.get("/redaksjon/utkast/{draft_id}/folger")
def effects_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    draft_id: DraftId,
) -> HTMLResponse:
    draft = drafts.get(session, workspace.actor, draft_id)
    wanted = check(session, draft).built
    if wanted is None:
        raise NotReady(say("There is nothing to see yet: the draft has faults."))
    found = effects_of(draft_id, wanted, reading)
    return show(request, workspace, "editorial/review/effects.html", found, HOME)


@router.get("/redaksjon/utkast/{draft_id}/forhandsvisning")
async def preview_page(
    request: Request,
    workspace: WorkspaceDep,
    draft_id: DraftId,
    parameters: Annotated[PreviewParameters, Query()],
    session: DeskSessionDep,
) -> Response:
    """The public page itself, made by the routes that make it for everybody."""
    wanted, first = await run_in_threadpool(_wanted, session, workspace, draft_id)
    path, _, query = (parameters.side or first).partition("?")
    if not path.startswith(SEEN):
        raise NotFound(say("Only pages that the draft is about can be seen beforehand."))
    language = language_of(request)
    looking = preview(writing_engine(), wanted)
    reading = await run_in_threadpool(looking.__enter__)
    try:
        site = request.app
        whole = address(path, language)
        page = await page_within(site.framework, request.scope, whole, reading, query)
    finally:
        await run_in_threadpool(looking.__exit__, None, None, None)
    own = f"/redaksjon/utkast/{draft_id}"

    def inside(target: str) -> str | None:
        if not target.startswith(SEEN):
            return None
        return address(f"{own}/forhandsvisning", language, [("side", target)])

    html = made_harmless(page.html, _banner(address(own, language), language), inside)
    return HTMLResponse(html, page.status, {**HARMLESS, "Content-Language": language})


def _wanted(
    session: DeskSessionDep, workspace: Workspace, draft_id: int
) -> tuple[Publication, str]:
    """What the draft would make public, and the page of its first record."""
    draft = drafts.get(session, workspace.actor, draft_id)
    wanted = check(session, draft).built
    if wanted is None:
        raise NotReady(say("There is nothing to see yet: the draft has faults."))
    paths = [path for item in draft.items if (path := public_path(item))]
    return wanted, paths[0] if paths else "/kommuner/"


def _banner(back: str, language: str) -> str:
    said = translate(say("This is how the page will be. It is not public."), language)
    link = translate(say("Back to the draft"), language)
    banner = Markup('<p class="notice notice--synthetic">{} <a href="{}">{}</a></p>')
    return str(banner.format(said, back, link))
