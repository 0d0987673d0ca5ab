"""`/tilsvar/{token}`: a draft as its municipality reads it, and its reply."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.database import Session
from app.domain.clock import day_of
from app.domain.reply import WrittenReply
from app.editorial import replies
from app.editorial.checking import check
from app.editorial.replies import Invited, LinkState
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.access import check_origin
from app.features.editorial.replies.content import ClosedReply, ReplyContent, name_of
from app.web.addresses import address
from app.web.page.rendering import render
from app.web.words.languages import language_of

router = APIRouter(include_in_schema=False)

_STATUS: Final = {LinkState.REPLIED: 200, LinkState.CLOSED: 410}


class SentReply(BaseModel):
    """What the form sends."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str = ""
    language: str = ""
    office: str = ""


@router.get("/tilsvar/{token}")
def reply_page(
    request: Request, token: str, session: DeskSessionDep, _reading: DeskReadingDep
) -> HTMLResponse:
    found = replies.invited(session, token, _now())
    return _closed(request, found) or _shown(request, _content(session, token, found))


@router.post("/tilsvar/{token}")
def reply_given(
    request: Request,
    token: str,
    session: DeskSessionDep,
    _reading: DeskReadingDep,
    sent: Annotated[SentReply, Form()],
) -> Response:
    """The one reply; where it cannot be taken, the form with what was written."""
    check_origin(request)
    written = WrittenReply.of(sent.text, sent.language, sent.office)
    faults = written.faults()
    if not faults:
        found = replies.give(session, token, written, _now())
        closed = _closed(request, found) if found.state is LinkState.CLOSED else None
        return closed or RedirectResponse(address(f"/tilsvar/{token}", language_of(request)), 303)
    found = replies.invited(session, token, _now())
    closed = _closed(request, found)
    return closed or _shown(request, _content(session, token, found, written), 422)


def _content(
    session: Session, token: str, found: Invited, given: WrittenReply | None = None
) -> ReplyContent:
    """The draft, built as it would become public."""
    built = check(session, found.draft).built
    made = built.state.evaluations if built else ()
    evaluation = next((one for one in made if one.id == found.item.key), None)
    held = version = None
    if built is not None and evaluation is not None:
        held = built.state.register.municipalities.get(evaluation.municipality)
        version = built.state.instrument.version(evaluation.version)
    return ReplyContent(
        token,
        name_of(evaluation, held, found.draft.title),
        day_of(found.until),
        evaluation,
        version,
        given or WrittenReply("", "", ""),
        given.faults() if given else {},
    )


def _shown(request: Request, content: ReplyContent, status: int = 200) -> HTMLResponse:
    return render(request, "editorial/replies/index.html", content, status=status, noindex=True)


def _closed(request: Request, found: Invited) -> HTMLResponse | None:
    """The page of a link that is good for nothing more; None of one that is."""
    status = _STATUS.get(found.state)
    if status is None:
        return None
    content = ClosedReply(found.state)
    return render(request, "editorial/replies/closed.html", content, status=status, noindex=True)


def _now() -> datetime:
    return datetime.now(UTC)
