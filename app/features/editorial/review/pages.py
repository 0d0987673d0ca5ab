"""`/redaksjon/utkast/{draft}`: a draft, what it changes in public, and its steps."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import HTMLResponse, Response

from app.bounds import TEXT_CHARACTERS
from app.database import Session
from app.domain.clock import OSLO
from app.domain.editing import Actor
from app.domain.message import LocalText, Message, say
from app.domain.plain_text import plain_line
from app.editorial import drafts, workflow
from app.editorial.checking import check
from app.editorial.draft import Draft, DraftConflict, NotAllowed, NotReady
from app.editorial.kinds import based_on
from app.errors import Unavailable
from app.features.dependencies import DeskReadingDep, DeskSessionDep, desk_reading
from app.features.editorial.fields import Sent, SentDep, whole_number
from app.features.editorial.review.content import OverviewContent, overview_content
from app.features.editorial.review.effects import effects_of
from app.features.editorial.workspace import (
    Workspace,
    WorkspaceDep,
    WorkspaceParametersDep,
    led_to,
    show,
    writing_engine,
)
from app.publishing.faults import RejectedError
from app.publishing.release import Publication
from app.queries.reading import Reading
from app.web.words.languages import language_of

router = APIRouter()

DraftId = Annotated[int, Path(ge=1, le=2**31 - 1)]
HOME: Final = "/redaksjon"
YEARS: Final = range(2000, 2200)
"""In which a draft may have its dates."""


@dataclass(frozen=True, slots=True)
class AskedStep:
    """A step that somebody wants to take with a draft, and what it takes."""

    request: Request
    workspace: WorkspaceDep
    session: DeskSessionDep
    reading: DeskReadingDep
    draft_id: DraftId
    sent: SentDep

    @property
    def actor(self) -> Actor:
        return self.workspace.actor

    @property
    def comment(self) -> str:
        """What was said at the step, which may become public.

        Raises:
            NotReady: it is too long.
        """
        return _comment(self.sent)


StepDep = Annotated[AskedStep, Depends()]


@router.get("/redaksjon/utkast/{draft_id}")
def overview_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    draft_id: DraftId,
    parameters: WorkspaceParametersDep,
) -> HTMLResponse:
    draft = drafts.get(session, workspace.actor, draft_id)
    found, built = _overview(session, reading, workspace, draft)
    if found.may_approve and built is not None:
        # Seen before it is approved. Where working it out takes too long, the link is still there.
        with suppress(Unavailable):
            found = replace(found, effects=effects_of(draft_id, built, reading))
    return _shown(request, workspace, found, done=parameters.done)


@router.post("/redaksjon/utkast/{draft_id}/send-inn")
def submit(asked: StepDep) -> Response:
    def step() -> str:
        acknowledged = asked.sent.all("acknowledged")
        workflow.submit(asked.session, asked.actor, asked.draft_id, asked.comment, acknowledged)
        return "submitted"

    return _stepped(asked, step)


@router.post("/redaksjon/utkast/{draft_id}/send-tilbake")
def send_back(asked: StepDep) -> Response:
    def step() -> str:
        if not asked.comment:
            raise NotReady(say("Say why it is sent back, so that it can be mended."))
        workflow.send_back(asked.session, asked.actor, asked.draft_id, asked.comment)
        return "sent-back"

    return _stepped(asked, step)


@router.post("/redaksjon/utkast/{draft_id}/datoer")
def set_dates(asked: StepDep) -> Response:
    def step() -> str:
        embargo = _moment(asked.sent["embargo-at"])
        reply = _moment(asked.sent["reply-until"], time(23, 59))
        workflow.set_dates(asked.session, asked.actor, asked.draft_id, embargo, reply)
        return "dated"

    return _stepped(asked, step)


@router.post("/redaksjon/utkast/{draft_id}/forkast")
def discard(asked: StepDep) -> Response:
    def step() -> str:
        drafts.discard(asked.session, asked.actor, asked.draft_id, asked.comment)
        return "discarded"

    return _stepped(asked, step)


@router.post("/redaksjon/utkast/{draft_id}/star")
def let_stand(asked: StepDep) -> Response:
    """Somebody has seen what became public meanwhile, and wants the draft to stand as it is."""

    def step() -> str:
        version = whole_number(asked.sent["version"])
        drafts.base_anew(asked.session, asked.actor, asked.draft_id, version)
        return "saved"

    return _stepped(asked, step)


@router.post("/redaksjon/utkast/{draft_id}/godkjenn")
def approve(
    request: Request,
    workspace: WorkspaceDep,
    draft_id: DraftId,
    sent: SentDep,
    session: DeskSessionDep,
) -> Response:
    """Publishes in a transaction of its own, before this request's own has begun."""
    try:
        done = workflow.approve(
            writing_engine(),
            workspace.actor,
            draft_id,
            _comment(sent),
            language=language_of(request),
            version=whole_number(sent["version"]),
        )
    except (NotAllowed, NotReady, DraftConflict, RejectedError) as error:
        reading = desk_reading(request, session)
        asked = AskedStep(request, workspace, session, reading, draft_id, sent)
        return _refused(asked, error)
    if isinstance(done, workflow.Scheduled):
        return led_to(request, f"/redaksjon/utkast/{draft_id}", "scheduled")
    said = "published" if done.release is not None else "unchanged"
    return led_to(request, f"/redaksjon/utkast/{draft_id}", said)


def _stepped(asked: AskedStep, step: Callable[[], str]) -> Response:
    """Takes a step, and leads to the draft; where it cannot be taken, the page says why and keeps
    what was typed."""
    try:
        done = step()
    except (NotReady, DraftConflict, RejectedError) as error:
        return _refused(asked, error)
    return led_to(asked.request, f"/redaksjon/utkast/{asked.draft_id}", done)


def _refused(
    asked: AskedStep, error: NotAllowed | NotReady | DraftConflict | RejectedError
) -> HTMLResponse:
    draft = drafts.get(asked.session, asked.actor, asked.draft_id)
    found, _ = _overview(asked.session, asked.reading, asked.workspace, draft)
    problem: Message | LocalText
    if isinstance(error, RejectedError):
        problem, status = say("There are still faults. They are listed below."), 422
    else:
        problem, status = error.message, error.status
    shown = replace(found, problem=problem, typed=asked.sent.fields, is_untouched=False)
    return _shown(asked.request, asked.workspace, shown, status)


def _overview(
    session: Session, reading: Reading, workspace: Workspace, draft: Draft
) -> tuple[OverviewContent, Publication | None]:
    """The draft with what the checks say, and what it would make public. One that is done is not
    checked any more."""
    now = datetime.now(UTC)
    found = overview_content(reading, workspace.actor, draft, None, now)
    if not found.is_open:
        return found, None
    checked = check(session, draft)
    found = overview_content(reading, workspace.actor, draft, checked, now)
    bases = based_on(session, draft.items)
    outdated = any(bases[item.kind, item.key] != item.based_on for item in draft.items)
    return replace(found, is_outdated=outdated), checked.built


def _shown(
    request: Request,
    workspace: Workspace,
    found: OverviewContent,
    status: int = 200,
    done: str | None = None,
) -> HTMLResponse:
    return show(
        request, workspace, "editorial/review/index.html", found, HOME, status=status, done=done
    )


def _comment(sent: Sent) -> str:
    """What was said at a step, which may become public.

    Raises:
        NotReady: it is too long.
    """
    said = plain_line(sent["comment"])
    if len(said) > TEXT_CHARACTERS:
        raise NotReady(say("This is too long: at most %(n)s characters.", n=TEXT_CHARACTERS))
    return said


def _moment(text: str, at: time = time(8)) -> datetime | None:
    """A day, or a day with a time, of the clock that hangs on the wall there.

    Raises:
        NotReady: it is neither, or so far off that no clock comes to it.
    """
    written = text.strip().replace(" ", "T")
    if not written:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise NotReady(say("Write a date such as 2026-05-31, or 2026-05-31 08:00."))
    if "T" not in written:
        found = datetime.combine(found.date(), at)
    return (found if found.tzinfo else found.replace(tzinfo=OSLO)).astimezone(UTC)
