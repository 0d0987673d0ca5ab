"""What the commands of upkeep say, and their exit codes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from app.cli import app
from app.config import settings
from app.database import close_connections
from tests.publishing.changing import edit, sha256s

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run() -> Run:
    """Runs the command with arguments; what is not told in words is raised."""

    def run(*arguments: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
        return done.exit_code, done.stdout, done.stderr

    return run


@pytest.fixture
def configured(seeded: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The configured database, with the real data."""
    url = seeded.url.render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", url)
    settings.cache_clear()
    yield seeded
    close_connections()
    monkeypatch.undo()
    settings.cache_clear()


def test_a_backup_and_back(run: Run, configured: Engine, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    code, out, error = run("backup", str(file))
    assert (code, error) == (0, "")
    assert out.startswith(f"{file}: 1 release up to 1, ")
    again = f"{file} is there already.\nName another, or add --replace.\n"
    assert run("backup", str(file)) == (1, "", again)
    assert run("backup", str(tmp_path))[0] == 0
    code, out, error = run("verify", str(file))
    assert (code, error) == (0, "")
    assert out.endswith("It can be put back.\n")
    refused = "The database is not empty: it holds release 1.\nAdd --replace to put the backup in"
    assert run("restore", str(file))[2].startswith(refused)
    code, out, _ = run("restore", "--replace", "--continue-after", "4", str(file))
    assert code == 0
    assert out.endswith("The next release is 5.\n")
    whole = "The database is whole: 1 release, each as it was published.\n"
    assert run("verify") == (0, whole, "")


def test_a_backup_goes_into_a_folder_again_and_again(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    code, _, error = run("backup", f"{folder}/")
    assert (code, error) == (1, f"There is no folder {folder}.\nMake it with: mkdir -p {folder}\n")
    folder.mkdir()
    assert run("backup", f"{folder}/")[0] == 0
    assert [file.suffix for file in folder.iterdir()] == [".zip"]


@pytest.mark.parametrize(
    "target, words",
    [
        ("nowhere/b.zip", "There is no folder "),
        ("/dev/null/b.zip", "There is no folder /dev/null."),
    ],
)
def test_a_place_that_takes_no_backup(
    run: Run, configured: Engine, tmp_path: Path, target: str, words: str
) -> None:
    code, out, error = run("backup", str(tmp_path / target))
    assert (code, out) == (1, "")
    assert words in error
    assert len(error.splitlines()) <= 2


def test_a_backup_that_is_none(run: Run, configured: Engine, tmp_path: Path) -> None:
    for command in (["restore", "--replace"], ["verify"]):
        code, out, error = run(*command, str(tmp_path / "none.zip"))
        assert (code, out) == (1, "")
        assert error == f"{tmp_path}/none.zip: No such file or directory\n"


def test_the_number_to_go_on_from(run: Run, configured: Engine, seed_copy: Path) -> None:
    assert run("releases", "continue-after", "7") == (0, "The next release is 8.\n", "")
    refused = "The number 7 was used already: the next is 8.\n"
    assert run("releases", "continue-after", "6") == (1, "", refused)
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    assert run("seed", str(seed_copy)) == (0, "Release 8: Endret: 1 evaluering.\n", "")


def test_data_that_were_changed_are_found(run: Run, configured: Engine) -> None:
    with configured.begin() as connection:
        connection.execute(text("UPDATE evaluation SET year = 2001 WHERE key = 'hemne-2018'"))
    code, out, error = run("verify")
    assert (code, out) == (1, "")
    assert error.startswith("Release 1 does not read back as it was published.\n")
    code, out, _ = run("doctor")
    assert code == 1
    assert "WRONG  Newest release: Release 1 does not read back as it was published.\n" in out


def test_where_all_is_well(run: Run, configured: Engine) -> None:
    code, out, error = run("doctor")
    assert (code, error) == (0, "")
    assert out.endswith("All is well.\n")
    assert f"  ok   Newest release: 1, sha256 {sha256s(configured)[1]}\n" in out


def test_words_of_other_rules_are_named_and_made_anew(run: Run, configured: Engine) -> None:
    with configured.begin() as connection:
        connection.execute(text("UPDATE word_rules SET made_by = 'snowballstemmer 0.1, words 1'"))
    code, out, _ = run("doctor")
    assert code == 1
    assert "WRONG  Contents: The words to search for were made by snowballstemmer 0.1," in out
    assert "They are made anew with: kompass db upgrade\n" in out
    code, out, error = run("db", "upgrade")
    assert (code, error) == (0, "")
    assert out.endswith("The words to search for have been made anew.\n")
    assert run("doctor")[0] == 0


def test_a_seed_that_is_not_public(run: Run, configured: Engine, seed_copy: Path) -> None:
    kramfors = seed_copy / "evaluations/kramfors-2013.json"
    edit(kramfors, '"total": 448', '"total": 449')
    code, out, _ = run("doctor", "--seed", str(seed_copy))
    assert code == 1
    assert "WRONG  Seed folder: 1 records in seed/ are not public as they stand there.\n" in out
    edit(kramfors, '"total": 449', '"total": 801')
    assert (
        "1 faults in seed/, the first: seed/evaluations/kramfors-2013.json:12: the total"
        in (run("doctor", "--seed", str(seed_copy))[1])
    )


@pytest.mark.parametrize(
    "name, value, words",
    [
        ("SITE_URL", "kompass.example", "WRONG  Settings: SITE_URL: “kompass.example” is not an"),
        ("LOG_FORMAT", "xml", "WRONG  Settings: LOG_FORMAT: Input should be 'text' or 'json'."),
        ("RATE_LIMIT", "x", "WRONG  Settings: RATE_LIMIT: "),
        ("DATABASE_URL", "mysql://u:secret@h/d", "WRONG  Settings: DATABASE_URL: it is like sq"),
        ("READ_DATABASE_URL", "secret", "WRONG  Settings: READ_DATABASE_URL: it is like sqlite:"),
        ("ROOT_PATH", "/data", "WRONG  Settings: ROOT_PATH cannot begin with /data: pages of the "),
        ("HOST", "0.0.0.0", "SITE_URL leads to this machine alone"),
        ("SITE_URL", "https://kompass.example", "TRUSTED_PROXIES is empty"),
        ("TRUSTED_PROXIES", "0.0.0.0/0", "every client may say who it is"),
        ("READ_DATABASE_URL", "postgresql://u:secret@h/d", "READ_DATABASE_URL is of another kind"),
        ("DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/d", "Nobody answers where"),
        ("DATABASE_URL", "sqlite:////dev/null/d.db", "cannot be written to"),
    ],
)
def test_what_is_wrong_is_named(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    value: str,
    words: str,
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    monkeypatch.setenv("RATE_LIMIT", "600")
    monkeypatch.setenv(name, value)
    settings.cache_clear()
    code, out, error = run("doctor")
    monkeypatch.undo()
    settings.cache_clear()
    assert (code, error) == (1, "")
    assert words in out
    assert out.splitlines()[-1].endswith(" of these are wrong.")
    assert "secret" not in out


def test_what_is_wrong_in_the_program_is_told_in_a_line(
    run: Run, configured: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it arose is shown to those who ask for it."""
    with configured.begin() as connection:
        connection.execute(text("UPDATE evaluation SET told = '[]'"))
    code, out, error = run("export")
    assert (code, out) == (1, "")
    assert "Something is wrong in the program: " in error
    assert len(error.splitlines()) == 2
    code, _, error = run("--debug", "export")
    assert code == 1
    assert "Traceback" in error
