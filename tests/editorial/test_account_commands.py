"""`kompass user`: what it says, and what it makes."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from app.cli import app
from app.config import settings
from app.database import close_connections, open_desk
from app.domain.editing import Role
from app.editorial import accounts, reset_links, sessions
from tests.features.editorial.desk import now

Run = Callable[..., tuple[int, str, str]]
NEW = "et helt nytt passord"


@pytest.fixture
def run(empty: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs `kompass user` on a database with tables and nothing in them."""
    monkeypatch.setenv("DATABASE_URL", empty.url.render_as_string(hide_password=False))
    monkeypatch.setenv("SITE_URL", "https://kommune.example")
    monkeypatch.setenv("ROOT_PATH", "/kompass")
    settings.cache_clear()

    def run(*arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, ["user", *arguments], input=typed, catch_exceptions=False)
        return done.exit_code, done.stdout, done.stderr

    yield run
    close_connections()
    monkeypatch.undo()
    settings.cache_clear()


def token_in(said: str) -> str:
    """The token of the link that is printed, alone on its line."""
    link = said.splitlines()[-1]
    assert link.startswith("https://kommune.example/kompass/redaksjon/passord/")
    return urlsplit(link).path.rpartition("/")[2]


def is_right(login: str, password: str) -> bool:
    with open_desk(writes=False) as session:
        return accounts.kept_password(session, login).is_right(password)


def test_an_account_is_made_with_a_link_to_choose_a_password(run: Run) -> None:
    code, said, told = run("add", "red", "--office", "Etaten", "--role", "editor")
    assert (code, said.splitlines()[0]) == (0, "red is an editor now.")
    assert "24 hours" in told
    with open_desk(writes=True) as session:
        made = reset_links.use(session, token_in(said), NEW, now())
    assert (made.login, made.office, made.role) == ("red", "Etaten", Role.EDITOR)
    assert is_right("red", NEW)
    assert run("list")[1] == "red\teditor\topen\tEtaten\n"


def test_an_account_is_made_with_a_password_that_is_typed(run: Run) -> None:
    typed = f"{NEW}\n{NEW}\n"
    code, said, _ = run("add", "red", "--office", "Etaten", "--password", typed=typed)
    assert code == 0
    assert "passord/" not in said
    assert NEW not in said
    assert is_right("red", NEW)


def test_what_is_wrong_is_said_and_nothing_is_made(run: Run) -> None:
    run("add", "red", "--office", "Etaten")
    before = run("list")
    for arguments, told in (
        (("add", "RED", "--office", "Etaten"), "There is an account with this login already."),
        (("add", "r d", "--office", "Etaten"), "A login has 2 to 80"),
        (("add", "annen", "--office", " "), "An office has 1 to 120 characters."),
        (("disable", "nobody"), "There is no such account."),
        (("role", "nobody", "editor"), "There is no such account."),
        (("reset", "nobody"), "There is no such account."),
    ):
        code, said, error = run(*arguments)
        assert (code, said) == (1, "")
        assert error.startswith(told)
    assert run("add", "annen", "--office", "Etaten", "--role", "king")[0] == 2
    short = "kort\nkort\n"
    assert run("add", "annen", "--office", "E", "--password", typed=short)[0] == 1
    assert run("list") == before


def test_an_account_is_changed_and_closed(run: Run) -> None:
    run("add", "red", "--office", "Etaten", "--role", "evaluator")
    assert run("role", "red", "administrator")[1] == "red is an administrator now.\n"
    typed = f"{NEW}\n{NEW}\n"
    assert run("reset", "red", "--password", typed=typed)[0] == 0
    assert is_right("red", NEW)
    with open_desk(writes=True) as session:
        token = sessions.begin(session, accounts.by_login(session, "red").id, now())
    assert run("disable", "red")[1] == "red is closed.\n"
    with open_desk(writes=False) as session:
        assert sessions.find(session, token, now()) is None
    assert run("list")[1] == "red\tadministrator\tclosed\tEtaten\n"
    assert run("reset", "red")[0] == 1
    assert run("enable", "red")[1] == "red is open.\n"
    code, said, _ = run("reset", "red")
    assert code == 0
    with open_desk(writes=False) as session:
        assert reset_links.find(session, token_in(said), now()).login == "red"


def test_nobody_is_there_yet(run: Run) -> None:
    code, said, told = run("list")
    assert (code, said) == (0, "")
    assert "kompass user add" in told
