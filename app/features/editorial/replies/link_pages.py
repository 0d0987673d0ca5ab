"""`/redaksjon/utkast/{draft}/tilsvar`: where an editor makes the municipality's link, and takes it
back."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, Response

from app.database import Session
from app.domain.clock import day_of
from app.domain.message import LocalText, Message
from app.editorial import drafts, replies
from app.editorial.draft import NotAllowed, NotReady
from app.features.dependencies import DeskSessionDep
from app.features.editorial.access import EditorDep
from app.features.editorial.replies.content import LinkContent
from app.features.editorial.workspace import Workspace, WorkspaceDep, show
from app.web.addresses import whole_address
from app.web.words.languages import language_of

router = APIRouter(include_in_schema=False)

DraftNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]


class LinkForm(BaseModel):
    """What is done with links."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    doing: Literal["make", "revoke"]
    csrf: str = ""


@router.get("/redaksjon/utkast/{draft}/tilsvar")
def link_page(
    request: Request,
    draft: DraftNumber,
    workspace: WorkspaceDep,
    _actor: EditorDep,
    session: DeskSessionDep,
) -> HTMLResponse:
    return _shown(request, workspace, session, draft)


@router.post("/redaksjon/utkast/{draft}/tilsvar")
def link_step(
    request: Request,
    draft: DraftNumber,
    workspace: WorkspaceDep,
    actor: EditorDep,
    session: DeskSessionDep,
    form: Annotated[LinkForm, Form()],
) -> Response:
    """Makes a link and shows it, once: nobody here can show it again."""
    now = datetime.now(UTC)
    if form.doing == "revoke":
        replies.revoke(session, actor, draft, now)
        return _shown(request, workspace, session, draft)
    try:
        made = replies.invite(session, actor, draft, now)
    except (NotReady, NotAllowed) as error:
        return _shown(request, workspace, session, draft, problem=error.message)
    link = whole_address(f"/tilsvar/{made.token}", language_of(request))
    return _shown(request, workspace, session, draft, link=link)


def _shown(
    request: Request,
    workspace: Workspace,
    session: Session,
    number: int,
    *,
    link: str | None = None,
    problem: Message | LocalText | None = None,
) -> HTMLResponse:
    draft = drafts.get(session, workspace.actor, number)
    until = replies.open_until(session, draft, datetime.now(UTC))
    content = LinkContent(
        number,
        draft.title,
        draft.reply_until and day_of(draft.reply_until),
        until and day_of(until),
        draft.replied_at,
        link,
        problem,
    )
    status = 422 if problem else 200
    template = "editorial/replies/link.html"
    return show(request, workspace, template, content, "/redaksjon/ko", status=status)
