"""`/redaksjon/poster` with what is public, its history, and `/redaksjon/logg` with the ledger."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import HTMLResponse, Response

from app.database import Session
from app.domain.editing import Doing
from app.domain.ledger import LedgerBroken
from app.domain.message import say
from app.editorial import accounts, drafts, ledger
from app.editorial.kinds import item_kind
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.history.content import (
    LedgerContent,
    RecordContent,
    breaking,
    draft_history_content,
    holding,
    ledger_lines,
    public_content,
)
from app.features.editorial.titles import evaluation_title
from app.features.editorial.workspace import (
    WorkspaceDep,
    WorkspaceParameters,
    led_to,
    permit,
    show,
)
from app.queries.evaluations import evaluation, summaries
from app.web.parameters import LONGEST_TEXT, Page

router = APIRouter()

HOME: Final = "/redaksjon"
PUBLIC: Final = "/redaksjon/poster"
LEDGER: Final = "/redaksjon/logg"
ENTRIES: Final = 100
"""Entries of the ledger on one page."""

DraftId = Annotated[int, Path(ge=1, le=2**31 - 1)]
Key = Annotated[str, Path(pattern=r"^[0-9a-z.-]{1,120}$")]


class PublicParameters(WorkspaceParameters):
    """What the list of what is public takes."""

    q: Annotated[str, Query(max_length=LONGEST_TEXT)] = ""
    page: Page = 1


class LedgerParameters(WorkspaceParameters):
    """Up to which entry the ledger is shown, and whether all of it is verified."""

    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None
    whole: bool = False


@router.get("/redaksjon/utkast/{draft_id}/historie")
def draft_history_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    draft_id: DraftId,
) -> HTMLResponse:
    draft = drafts.get(session, workspace.actor, draft_id)
    public = {
        item.key: record.document if record else None
        for item in draft.items
        for record in [item_kind(item.kind).public(reading, item.key)]
    }
    entries = ledger.entries(session, draft=draft_id)
    found = draft_history_content(reading, draft, public, entries, _logins(session))
    return show(request, workspace, "editorial/history/draft.html", found, HOME)


@router.get(PUBLIC)
def public_page(
    request: Request,
    workspace: WorkspaceDep,
    reading: DeskReadingDep,
    parameters: Annotated[PublicParameters, Query()],
) -> HTMLResponse:
    permit(workspace.actor, Doing.CORRECT)
    found = public_content(summaries(reading), parameters.q, parameters.page)
    return show(request, workspace, "editorial/history/public.html", found, PUBLIC)


@router.get("/redaksjon/poster/{key}")
def record_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    key: Key,
) -> HTMLResponse:
    permit(workspace.actor, Doing.CORRECT)
    held = evaluation(reading, key)
    document = {"municipality": held.municipality, "year": held.year} if held else None
    found = RecordContent(
        title=evaluation_title(reading, key, document),
        key=key,
        entries=ledger_lines(
            ledger.entries(session, kind=drafts.EVALUATION, key=key), _logins(session)
        ),
        is_public=held is not None,
    )
    return show(request, workspace, "editorial/history/record.html", found, PUBLIC)


@router.post("/redaksjon/poster/{key}/rett")
def correct(
    request: Request, workspace: WorkspaceDep, session: DeskSessionDep, key: Key
) -> Response:
    draft = drafts.correct(session, workspace.actor, key)
    return led_to(request, f"/redaksjon/utkast/{draft.id}/1", "created")


@router.post("/redaksjon/poster/{key}/trekk")
def withdraw(
    request: Request, workspace: WorkspaceDep, session: DeskSessionDep, key: Key
) -> Response:
    draft = drafts.withdraw(session, workspace.actor, key)
    return led_to(request, f"/redaksjon/utkast/{draft.id}", "created")


@router.get(LEDGER)
def ledger_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    parameters: Annotated[LedgerParameters, Query()],
) -> HTMLResponse:
    """What was verified before is verified again where it is asked for: a page of a long ledger is
    soon there. Where the chain is broken, the entries up to there are shown first."""
    permit(workspace.actor, Doing.READ_LEDGER)
    newest = ledger.last_seq(session)
    try:
        whole = parameters.whole
        verified = ledger.verify(session) if whole else ledger.verify_on(session).seq
        holds, is_broken = holding(verified, newest), False
    except LedgerBroken as broken:
        holds, is_broken = breaking(broken), True
        newest = min(newest, broken.seq)
    last = newest if parameters.before is None else parameters.before - 1
    after = max(0, last - ENTRIES)
    entries = ledger.entries(session, after=after, most=last - after) if last else ()
    found = LedgerContent(
        title=say("Ledger"),
        holds=holds,
        is_broken=is_broken,
        entries=ledger_lines(entries, _logins(session)),
        older=after + 1 if after else None,
    )
    return show(request, workspace, "editorial/history/ledger.html", found, LEDGER)


def _logins(session: Session) -> dict[int, str]:
    """The logins of all accounts, which stand inside the workspace alone."""
    return {account.id: account.login for account in accounts.listed(session)}
