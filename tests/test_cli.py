"""The `kompass` command: what it does, what it says, and its exit codes."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect
from typer.testing import CliRunner, Result

from app.cli import app
from app.config import ROOT, settings
from app.database import close_connections, create
from app.domain.naming.spelling import fold
from app.models import DatasetKind, EvaluationRevision, Origin
from app.publishing.demo import made_up_state
from app.publishing.documents import documents, export_sha256, export_text
from app.publishing.release import Publication, publish
from app.upkeep.causes import CAUSES
from app.upkeep.schema import this_program
from tests.databases import Backend
from tests.publishing.changing import (
    edit,
    exported,
    numbers,
    real_state,
    sha256s,
    with_total,
)

pytestmark = pytest.mark.on_both_databases

FIRST = (
    "Release 1: Første utgave: 102 evalueringer, 4 Gullstjerner, 768 kommuner, 126 sammenslåinger"
    " og delinger, 8 publiserte snitt, 14 opplysninger om antall evaluerte, 4 metodeversjoner,"
    " 3 kommunegrupperinger og 1 regelsett for metoden.\n"
)

Run = Callable[..., Result]
Point = Callable[[str], None]


@pytest.fixture
def run() -> Run:
    """Runs the command with arguments; what is not told in words is raised."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), catch_exceptions=False)

    return run


def told(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def point(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Makes an address that of the configured database."""

    def point(url: str) -> None:
        monkeypatch.setenv("DATABASE_URL", url)
        settings.cache_clear()

    yield point
    monkeypatch.undo()
    settings.cache_clear()


def _closed() -> None:
    """Closes what the command has kept open, so that the database can be dropped."""
    close_connections()


@pytest.fixture
def bare(backend: Backend, point: Callable[[str], None]) -> Iterator[str]:
    """A configured database without tables."""
    url = backend.new("bare")
    point(url)
    yield url
    _closed()
    backend.drop(url)


@pytest.fixture
def configured(seeded: Engine, point: Callable[[str], None]) -> Iterator[Engine]:
    """The configured database, with the real data."""
    url = seeded.url.render_as_string(hide_password=False)
    point(url)
    yield seeded
    _closed()


@pytest.mark.parametrize("command", [["seed"], ["demo"], ["releases"], ["export"]], ids=str)
def test_without_tables_the_way_to_make_them_is_told(
    run: Run, bare: str, command: list[str]
) -> None:
    cause = CAUSES["no-database" if bare.startswith("sqlite") else "no-tables"]
    assert told(run(*command)) == (1, "", f"{cause}\n")
    assert cause.remedy.endswith("kompass db upgrade")


def test_from_nothing_to_a_release(run: Run, bare: str) -> None:
    now = this_program().head
    assert told(run("db", "upgrade")) == (0, f"The tables are now at {now}; before: none.\n", "")
    assert told(run("db", "upgrade")) == (0, f"The tables are up to date ({now}).\n", "")
    assert told(run("releases")) == (0, "", "Nothing has been published yet.\n")
    assert told(run("export")) == (1, "", "Nothing has been published yet.\n")
    assert told(run("seed")) == (0, FIRST, "")
    assert told(run("seed")) == (0, "Nothing has changed.\n", "")
    code, out, _ = told(run("releases"))
    engine = create(bare)
    assert "evaluation" in inspect(engine).get_table_names()
    sha256 = sha256s(engine)[1]
    engine.dispose()
    assert code == 0
    (line,) = out.splitlines()
    assert line.startswith("1  20")
    assert f"  {sha256}  Første utgave" in line


def test_an_export_is_the_release_byte_for_byte(run: Run, configured: Engine) -> None:
    result = run("export", "1")
    assert result.exit_code == 0
    assert hashlib.sha256(result.stdout_bytes).hexdigest() == sha256s(configured)[1]
    assert run("export").stdout_bytes == result.stdout_bytes


@pytest.mark.parametrize("number", ["2", "0", "99999999999999999999"])
def test_a_release_that_is_not_there(run: Run, configured: Engine, number: str) -> None:
    code, out, error = told(run("export", number))
    assert (code, out) == (1, "")
    assert error == f"There is no release {number}.\n"


def test_an_export_of_no_number_is_a_wrong_use(run: Run, configured: Engine) -> None:
    code, out, error = told(run("export", "first"))
    assert (code, out) == (2, "")
    assert "Invalid value" in error


def test_releases_are_listed_newest_first(run: Run, configured: Engine, seed_copy: Path) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    assert told(run("seed", str(seed_copy))) == (0, "Release 2: Endret: 1 evaluering.\n", "")
    code, out, _ = told(run("releases"))
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["2", "1"]
    old = run("export", "1").stdout_bytes
    assert old.decode() == exported(configured, 1)
    assert old != run("export").stdout_bytes


def test_faults_are_told_with_a_code_of_their_own(
    run: Run, configured: Engine, seed_copy: Path
) -> None:
    kramfors = seed_copy / "evaluations/kramfors-2013.json"
    edit(kramfors, '"total": 448', '"total": 801')
    fault = "seed/evaluations/kramfors-2013.json:12: the total is above 800\n"
    ending = "1 fault. Nothing has been written.\n"
    assert told(run("seed", str(seed_copy))) == (2, "", fault + ending)
    edit(seed_copy / "evaluations/tynset-2015.json", '"year": 2015', '"year": 201')
    code, out, error = told(run("seed", str(seed_copy)))
    assert (code, out) == (2, "")
    assert len(error.splitlines()) == 3
    assert error.endswith("2 faults. Nothing has been written.\n")
    assert numbers(configured) == [1]


def test_a_folder_that_is_none(run: Run, configured: Engine, tmp_path: Path) -> None:
    code, _, error = told(run("seed", str(tmp_path / "nowhere")))
    assert code == 1
    assert error.startswith(f"There is no folder {tmp_path}/nowhere.\n")
    assert numbers(configured) == [1]


def test_what_an_editor_published_is_named(run: Run, configured: Engine) -> None:
    state = with_total(real_state(), "kramfors-2013", "449")
    only = frozenset({(EvaluationRevision, "kramfors-2013")})
    publish(configured, Publication(state, Origin.EDITOR, DatasetKind.REAL, only))
    kept = "Left as an editor published it: evaluation kramfors-2013\n"
    assert told(run("seed")) == (0, f"Nothing has changed.\n{kept}", "")


def test_made_up_data_are_refused_beside_real_ones(run: Run, configured: Engine) -> None:
    code, out, error = told(run("demo"))
    assert (code, out) == (1, "")
    assert error.startswith("The database holds real data")


def test_real_data_are_refused_beside_made_up_ones(run: Run, bare: str) -> None:
    assert run("db", "upgrade").exit_code == 0
    assert told(run("demo"))[1].startswith("Release 1: Første utgave: ")
    assert told(run("demo")) == (0, "Nothing has changed.\n", "")
    code, out, error = told(run("seed"))
    assert (code, out) == (1, "")
    assert error.startswith("The database holds demo data")


@pytest.mark.parametrize(
    "url,problem",
    [
        ("mysql://h/d", "DATABASE_URL: it is like sqlite:////folder/kompass.db or postgresql://"),
        ("nonsense", "DATABASE_URL: it is like sqlite:////folder/kompass.db or postgresql://"),
        ("postgresql://127.0.0.1:word/d", "DATABASE_URL: it is like sqlite:////folder/kompass.db"),
        ("postgresql://secret:word@127.0.0.1:1/d", "Nobody answers where the database should be"),
    ],
    ids=["another kind", "no address", "no port", "nobody there"],
)
@pytest.mark.parametrize(
    "command", [["db", "upgrade"], ["seed"], ["releases"], ["backup", "."], ["verify"]], ids=str
)
def test_a_database_that_cannot_be_used(
    run: Run, point: Callable[[str], None], command: list[str], url: str, problem: str
) -> None:
    point(url)
    code, out, error = told(run(*command))
    assert (code, out) == (1, "")
    assert error.startswith(problem)
    assert len(error.splitlines()) <= 2
    assert "word" not in error.replace("user:password", "")


def _outside(url: str, *arguments: str, **environment: str) -> bytes:
    """Runs the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from app.cli import app; app()", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, **environment},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_made_up_data_are_the_same_in_another_process_and_encoding(tmp_path: Path) -> None:
    """Neither the order of sets nor the terminal's letters may show in an export."""
    url = f"sqlite:///{tmp_path}/demo.db"
    _outside(url, "db", "upgrade")
    _outside(url, "demo", PYTHONHASHSEED="7", PYTHONIOENCODING="utf-8")
    text = _outside(url, "export", PYTHONIOENCODING="latin-1")
    taken = {fold(held.name) for held in real_state().register.municipalities.values()}
    wanted = export_text(documents(made_up_state(real_state().instrument, taken)))
    assert hashlib.sha256(text).hexdigest() == export_sha256(wanted)


@pytest.mark.parametrize("number", ["0", "-5", "100001", "1e3", "many"])
def test_a_number_that_cannot_be_made_up_is_refused_in_words(
    run: Run, empty: Engine, point: Callable[[str], None], number: str
) -> None:
    point(empty.url.render_as_string(hide_password=False))
    code, out, error = told(run("demo", f"--evaluations={number}"))
    assert (code, out) == (2, "")
    assert "Invalid value for '--evaluations'" in error
    assert numbers(empty) == []


def test_so_many_are_made_up_as_are_asked_for(run: Run, bare: str) -> None:
    assert run("db", "upgrade").exit_code == 0
    code, out, error = told(run("demo", "--evaluations", "12"))
    assert (code, error) == (0, "")
    assert out.startswith("Release 1: Første utgave: 12 evalueringer")
    assert told(run("demo", "--evaluations", "12")) == (0, "Nothing has changed.\n", "")
