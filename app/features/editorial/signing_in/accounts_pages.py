"""Accounts, for administrators: who may sign in, as what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, ClassVar, Final, Literal

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import HTMLResponse, Response

from app.database import Session
from app.domain.editing import Actor, Role
from app.domain.message import LocalText, Message, say
from app.editorial import accounts, reset_links
from app.editorial.accounts import Account, AccountFault
from app.features.dependencies import DeskSessionDep
from app.features.editorial.access import AdministratorDep
from app.features.editorial.ledger_reasons import ROLE_NAMES
from app.features.editorial.signing_in.begun import SecretForm
from app.features.editorial.signing_in.pages import led_on
from app.features.editorial.workspace import Workspace, WorkspaceDep, show
from app.web.addresses import whole_address
from app.web.words.languages import language_of

router = APIRouter(include_in_schema=False)

ACCOUNTS: Final = "/redaksjon/kontoer"

ROLE_WORDS: Final = {
    Role.EVALUATOR: say("evaluator: brings in and changes own drafts"),
    Role.EDITOR: say("editor: all drafts, and publishes"),
    Role.ADMINISTRATOR: say("administrator: all that editors do, and accounts"),
}


class NewAccountForm(SecretForm):
    login: str = ""
    office: str = ""
    role: Role = Role.EVALUATOR


class AccountForm(SecretForm):
    doing: Literal["role", "office", "open", "close", "link"]
    role: Role = Role.EVALUATOR
    office: str = ""


@dataclass(frozen=True, slots=True)
class AccountsContent:
    """All accounts. `link` is shown once, to the one who asked for it; `problem` is why something
    was not done, and `typed` what had been written then."""

    accounts: tuple[Account, ...]
    own: int | None
    link: str | None = None
    link_for: str | None = None
    problem: Message | LocalText | None = None
    typed: NewAccountForm | None = None
    title: ClassVar[Message] = say("Accounts")
    description: ClassVar[None] = None
    roles: ClassVar[dict[Role, Message]] = ROLE_WORDS
    names: ClassVar[Mapping[Role, Message]] = ROLE_NAMES
    hours: ClassVar[int] = reset_links.HOURS


AccountNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get(ACCOUNTS)
def accounts_page(
    request: Request, workspace: WorkspaceDep, _actor: AdministratorDep, session: DeskSessionDep
) -> HTMLResponse:
    return _page(request, workspace, _content(session, workspace))


@router.post(ACCOUNTS)
def add_account(
    request: Request,
    workspace: WorkspaceDep,
    actor: AdministratorDep,
    session: DeskSessionDep,
    form: Annotated[NewAccountForm, Form()],
) -> Response:
    now = datetime.now(UTC)
    try:
        made = accounts.add(session, actor, form.login, form.office, form.role, now=now)
    except AccountFault as fault:
        refused = _content(session, workspace, problem=fault.message, typed=form)
        return _page(request, workspace, refused, 400)
    return _page(request, workspace, _linked(request, session, workspace, made, now))


@router.post(f"{ACCOUNTS}/{{number}}")
def change_account(
    request: Request,
    number: AccountNumber,
    workspace: WorkspaceDep,
    actor: AdministratorDep,
    session: DeskSessionDep,
    form: Annotated[AccountForm, Form()],
) -> Response:
    now = datetime.now(UTC)
    try:
        if form.doing == "link":
            account = accounts.get(session, number)
            return _page(request, workspace, _linked(request, session, workspace, account, now))
        _change(form)(session, actor, number, now)
    except AccountFault as fault:
        return _page(request, workspace, _content(session, workspace, problem=fault.message), 400)
    return led_on(request, ACCOUNTS)


def _change(form: AccountForm) -> Callable[[Session, Actor, int, datetime], Account]:
    """What a form asks for."""
    match form.doing:
        case "role":
            return lambda s, a, id, now: accounts.set_role(s, a, id, form.role, now)
        case "office":
            return lambda s, a, id, now: accounts.set_office(s, a, id, form.office, now)
        case _:
            opened = form.doing == "open"
            return lambda s, a, id, now: accounts.set_enabled(s, a, id, opened, now)


def _linked(
    request: Request, session: Session, workspace: Workspace, account: Account, now: datetime
) -> AccountsContent:
    token = reset_links.make(session, account, now)
    accounts.note_link(session, workspace.actor, account.id, now)
    link = whole_address(f"{reset_links.PATH}/{token}", language_of(request))
    return _content(session, workspace, link=link, link_for=account.login)


def _content(
    session: Session,
    workspace: Workspace,
    *,
    link: str | None = None,
    link_for: str | None = None,
    problem: Message | LocalText | None = None,
    typed: NewAccountForm | None = None,
) -> AccountsContent:
    listed = accounts.listed(session)
    return AccountsContent(listed, workspace.actor.account, link, link_for, problem, typed)


def _page(
    request: Request, workspace: Workspace, content: AccountsContent, status: int = 200
) -> HTMLResponse:
    template = "editorial/signing_in/accounts.html"
    return show(request, workspace, template, content, ACCOUNTS, status=status)
