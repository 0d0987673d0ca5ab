"""`kompass user`: accounts, at the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Final

import typer

from app.config import settings
from app.database import Session, open_desk
from app.domain.editing import Actor, Role
from app.editorial import accounts, reset_links
from app.editorial.accounts import Account, AccountFault, NoSuchAccount
from app.web.words.languages import translate

user = typer.Typer(help="Accounts of the workspace.", no_args_is_help=True)

TERMINAL: Final = Actor(None, "kommandolinjen", Role.ADMINISTRATOR, at_terminal=True)
"""Whoever can run the command can change everything."""

Login = Annotated[str, typer.Argument(help="What somebody signs in as.")]
ChosenRole = Annotated[Role, typer.Option("--role", help="What the account may do.")]


@user.command()
def add(
    login: Login,
    office: Annotated[str, typer.Option(help="Organisation or office. The public may see it.")],
    role: ChosenRole = Role.EVALUATOR,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for a password; a link is printed without.")
    ] = False,
) -> None:
    """Make an account."""
    typed = _typed() if password else None
    with _changing() as session:
        made = accounts.add(session, TERMINAL, login, office, role, password=typed)
        link = None if password else _link(session, made)
    typer.echo(f"{made.login} is {_article(made.role)} now.")
    _tell(made, link)


@user.command("list")
def show_all() -> None:
    """List the accounts."""
    with open_desk(writes=False) as session:
        listed = accounts.listed(session)
    for one in listed:
        typer.echo("\t".join((one.login, one.role, _state(one), one.office)))
    if not listed:
        typer.echo("There are no accounts yet. Make one by `kompass user add`.", err=True)


@user.command()
def disable(login: Login) -> None:
    """Shut an account out, at once and everywhere."""
    with _changing() as session:
        accounts.set_enabled(session, TERMINAL, accounts.by_login(session, login).id, False)
    typer.echo(f"{login} is closed.")


@user.command()
def enable(login: Login) -> None:
    """Let an account in again."""
    with _changing() as session:
        accounts.set_enabled(session, TERMINAL, accounts.by_login(session, login).id, True)
    typer.echo(f"{login} is open.")


@user.command("role")
def change_role(login: Login, role: Annotated[Role, typer.Argument()]) -> None:
    """Give an account another role. It has to sign in anew."""
    with _changing() as session:
        found = accounts.by_login(session, login)
        made = accounts.set_role(session, TERMINAL, found.id, role)
    typer.echo(f"{made.login} is {_article(made.role)} now.")


@user.command()
def reset(
    login: Login,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for a password; a link is printed without.")
    ] = False,
) -> None:
    """Let somebody choose a new password."""
    typed = _typed() if password else None
    link = None
    with _changing() as session:
        found = accounts.by_login(session, login)
        if typed is None:
            link = _link(session, found)
        else:
            accounts.set_password(session, TERMINAL, found.id, typed)
            typer.echo(f"{found.login} has a new password.")
    _tell(found, link)


@contextmanager
def _changing() -> Iterator[Session]:
    """What goes wrong is told in words, and nothing is changed then."""
    try:
        with open_desk(writes=True) as session:
            yield session
    except (AccountFault, NoSuchAccount) as fault:
        typer.echo(translate(fault.message, "en"), err=True)
        raise typer.Exit(1) from None


def _typed() -> str:
    written: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return written


def _link(session: Session, account: Account) -> str:
    token = reset_links.make(session, account, datetime.now(UTC))
    accounts.note_link(session, TERMINAL, account.id)
    return f"{settings().site_address}{reset_links.PATH}/{token}"


def _tell(account: Account, link: str | None) -> None:
    if link is not None:
        typer.echo(
            f"By this link {account.login} chooses a password. It is good for "
            f"{reset_links.HOURS} hours, and once:",
            err=True,
        )
        typer.echo(link)


def _state(account: Account) -> str:
    if not account.enabled:
        return "closed"
    if account.by_provider:
        return "by provider"
    return "open" if account.has_password else "no password yet"


def _article(role: Role) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"
