"""What the real process makes: the file that was asked for, or none."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from app import bounds
from app.config import settings
from app.database import BACKGROUND, engine_for, open_session
from app.publishing.seed import seed
from app.queries.reading import Reading, open_reading
from app.reports import worker
from app.reports.job_states import JobEnd, Stage
from app.reports.jobs import FORMATS, Job, ReportFormat, ReportKind, prepare
from app.reports.kept_name import kept_name
from app.reports.making import STEM, ReportFiles
from app.reports.process import COMMAND, WorkerProcess
from app.web import program
from app.web.program import fingerprint
from tests.conftest import UseDatabase
from tests.publishing.changing import edit
from tests.reports.asking import HEMNE, OTHERS, made, refusal
from tests.reports.conftest import LONGEST, Makers
from tests.reports.standing_in import FOLDER

DOCUMENT = replace(HEMNE, kind=ReportKind.SHEET, format=ReportFormat.DOCX)
"""What is made in the least time."""


def asked(reading: Reading, path: Path, job: Job = DOCUMENT) -> dict[str, Any]:
    """What the site asks its process."""
    return {
        "job": job.as_data(),
        "release": reading.release.number,
        "sha256": reading.release.sha256,
        "name": kept_name(reading, job),
        "program": fingerprint(),
        "path": str(path),
    }


def same_as_here(maker: ReportFiles, job: Job) -> bytes:
    """The file of the newest release, which is what this process writes just now."""
    with open_session() as session:
        reading = open_reading(session)
        content = made(maker, reading, job).path.read_bytes()
        assert content == prepare(reading, job).write()
    return content


def test_the_real_process_is_the_usual_one() -> None:
    assert COMMAND[1:] == ("-P", "-m", "app.reports.worker")
    assert FOLDER not in os.environ


@pytest.mark.on_both_databases
@pytest.mark.usefixtures("files_folder")
def test_another_process_makes_the_same_bytes_and_names_them_as_the_report_does(
    makers: Makers, real: Reading, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    found = made(makers(), real)
    here = prepare(real, HEMNE).write()
    assert here.startswith(b"%PDF-")
    assert found.path.read_bytes() == here
    assert found.sha256 == sha256(here).hexdigest()
    assert found.told[STEM] == "kommunekompasset-report-hemne-2018-r1-nb"


@pytest.mark.usefixtures("files_folder")
def test_each_file_that_is_offered_can_be_made(
    real: Reading, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    begin = {
        ReportFormat.PDF: b"%PDF-",
        ReportFormat.DOCX: b"PK\x03\x04",
        ReportFormat.PPTX: b"PK\x03\x04",
    }
    for kind, formats in FORMATS.items():
        ids = ("hemne-2018", "hareid-2019") if kind is ReportKind.JOINT else ("hemne-2018",)
        for format in formats:
            assert prepare(real, Job(kind, ids, "sv", format)).write().startswith(begin[format])


@pytest.mark.usefixtures("files_folder")
def test_one_process_speaks_every_language(
    makers: Makers, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    maker = makers()
    jobs = [replace(DOCUMENT, language=one.language) for one in (HEMNE, *OTHERS)]
    assert len({same_as_here(maker, job) for job in jobs}) == len(jobs)


@pytest.mark.usefixtures("files_folder")
@pytest.mark.parametrize(
    "name, value",
    [
        ("SITE_URL", "https://elsewhere.example"),
        ("ROOT_PATH", "/kompass"),
        ("PUBLISHER_NAME", "Somebody else"),
        ("SMALL_DIFFERENCE_TOTAL", "200"),
        ("LEAST_COVERAGE_PERCENT", "5"),
    ],
)
def test_other_settings_are_those_of_the_next_file(
    makers: Makers,
    real_url: str,
    use_database: UseDatabase,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
) -> None:
    use_database(real_url)
    maker = makers()
    before, pid = same_as_here(maker, DOCUMENT), maker.pid
    monkeypatch.setenv(name, value)
    settings.cache_clear()
    assert same_as_here(maker, DOCUMENT) != before
    assert maker.pid != pid


@pytest.mark.usefixtures("files_folder")
def test_a_correction_is_in_the_next_file_of_the_same_process(
    makers: Makers, seeded: Engine, seed_copy: Path, use_database: UseDatabase
) -> None:
    """And the release of before stays as it was, also when it is made afterwards."""
    use_database(seeded.url.render_as_string(hide_password=False))
    maker, job = makers(), replace(DOCUMENT, ids=("kramfors-2013",))
    other = replace(job, language="sv")
    before, pid = same_as_here(maker, job), maker.pid
    with open_session() as session:
        first = prepare(open_reading(session, 1), other).write()
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    seed(seeded, seed_copy)
    assert same_as_here(maker, job) != before
    with open_session() as session:
        old = open_reading(session, 1)
        assert made(maker, old, job).path.read_bytes() == before
        assert made(maker, old, other).path.read_bytes() == first
    assert maker.pid == pid


@pytest.mark.usefixtures("files_folder")
def test_a_database_in_the_place_of_another_makes_nothing_of_the_other(
    makers: Makers,
    real_url: str,
    demo_url: str,
    use_database: UseDatabase,
    tmp_path: Path,
) -> None:
    """Under a living process. Both have a release 1."""
    own = copied(real_url, tmp_path)
    use_database(f"sqlite:///{own}")
    maker = makers()
    same_as_here(maker, DOCUMENT)
    pid = maker.pid
    with open_session() as session:
        reading = open_reading(session)
        shutil.copy(database_file(demo_url), tmp_path / "demo.db")
        os.replace(tmp_path / "demo.db", own)
        error = refusal(maker, reading, replace(DOCUMENT, language="sv"))
    assert "has changed meanwhile" in str(error.message)
    assert (error.retry_after or 0) <= bounds.REPORT_PASSING_SECONDS
    assert maker.pid == pid


def database_file(url: str) -> Path:
    path = make_url(url).database
    if path is None or not url.startswith("sqlite"):
        pytest.skip("a server's database is no file")
    return Path(path)


def copied(url: str, folder: Path) -> Path:
    """A copy of a database that the test may spoil."""
    return Path(shutil.copy(database_file(url), folder / "own.db"))


def when_read(url: str, do: Callable[[int], None]) -> None:
    """Does something whenever the maker of files has read: told how often it has."""
    counted = 0

    @event.listens_for(engine_for(url, purpose=BACKGROUND), "after_cursor_execute")
    def read(*_: object) -> None:
        nonlocal counted
        counted += 1
        do(counted)


@pytest.mark.parametrize("at", [1, 2, 5])
def test_somebody_who_writes_meanwhile_keeps_nobody_from_a_file(
    real_url: str, use_database: UseDatabase, tmp_path: Path, at: int
) -> None:
    own = copied(real_url, tmp_path)
    use_database(url := f"sqlite:///{own}")
    when_read(url, lambda n: os.utime(own) if n == at else None)
    with open_session() as session:
        what = asked(open_reading(session), tmp_path / "made")
    worker.make(what, lambda stage: None)
    with open_session() as session:
        here = prepare(open_reading(session), DOCUMENT).write()
    assert (tmp_path / "made").read_bytes() == here


def test_a_database_that_never_holds_still_is_given_up(
    real_url: str, use_database: UseDatabase, tmp_path: Path
) -> None:
    own = copied(real_url, tmp_path)
    use_database(url := f"sqlite:///{own}")
    with open_session() as session:
        what = asked(open_reading(session), tmp_path / "never")
    times: list[int] = []

    def touch(n: int) -> None:
        times.append(n)
        os.utime(own, ns=(n, n))

    when_read(url, touch)
    with pytest.raises(worker.NeverStill):
        worker.make(what, lambda stage: None)
    assert len(times) >= bounds.REPORT_READS
    assert not (tmp_path / "never").exists()


def test_a_database_that_breaks_meanwhile_is_no_file(
    makers: Makers, real_url: str, use_database: UseDatabase, tmp_path: Path
) -> None:
    own = copied(real_url, tmp_path)
    use_database(url := f"sqlite:///{own}")
    with open_session() as session:
        what = asked(open_reading(session), tmp_path / "never")
    when_read(url, lambda n: own.unlink(missing_ok=True) if n == 2 else None)
    with pytest.raises(SQLAlchemyError):
        worker.make(what, lambda stage: None)
    assert not (tmp_path / "never").exists()


def test_a_site_without_a_database_says_so_and_tries_again_soon(
    makers: Makers, real: Reading, tmp_path: Path, use_database: UseDatabase
) -> None:
    use_database(f"sqlite:///{tmp_path / 'nothing.db'}")
    error = refusal(makers(), real)
    assert error.status == 503
    assert "database" in str(error.message)
    assert (error.retry_after or 0) <= bounds.REPORT_PASSING_SECONDS


@pytest.mark.usefixtures("files_folder")
@pytest.mark.parametrize(
    "changed, ended",
    [
        ({"program": "another"}, JobEnd.OTHER_PROGRAM),
        ({"name": "of-other-libraries.docx"}, JobEnd.OTHER_PROGRAM),
        ({"sha256": "0" * 64}, JobEnd.OTHER_RELEASE),
        ({"release": 7}, JobEnd.OTHER_RELEASE),
        ({"path": "/dev/full"}, JobEnd.NO_ROOM),
        ({"path": "/nowhere/file.docx"}, JobEnd.NO_ROOM),
    ],
)
def test_what_is_not_what_was_asked_for_is_not_written(
    real: Reading,
    real_url: str,
    use_database: UseDatabase,
    tmp_path: Path,
    changed: dict[str, Any],
    ended: JobEnd,
) -> None:
    """Also of a program that was put in the place of the one that runs."""
    use_database(real_url)
    process = WorkerProcess(bounds.REPORT_MEMORY_BYTES)
    try:
        what = asked(real, tmp_path / "made")
        assert process.ask({**what, **changed}, LONGEST, lambda stage: None).ended is ended
        assert not (tmp_path / "made").exists()
        assert process.ask(what, LONGEST, lambda stage: None).ended is JobEnd.MADE
    finally:
        process.end()


def test_the_program_is_looked_at_anew_when_the_file_is_made(
    real: Reading, real_url: str, use_database: UseDatabase, tmp_path: Path
) -> None:
    """What was exchanged while it was written is noticed too."""
    use_database(real_url)
    what = asked(real, tmp_path / "never")

    def exchange(stage: object) -> None:
        what["program"] = "another"

    with pytest.raises(worker.OtherProgram):
        worker.make(what, exchange)
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("when", [Stage.READING, Stage.WRITING])
def test_a_file_of_the_program_that_cannot_be_read_is_another_program(
    real: Reading,
    real_url: str,
    use_database: UseDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    when: Stage,
) -> None:
    """A file that was found and is gone when it is to be read: a link that leads nowhere is one."""
    use_database(real_url)
    own = tmp_path / "site"
    (own / "app").mkdir(parents=True)
    (own / "app" / "part.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(program, "ROOT", own)
    fingerprint(anew=True)
    what = asked(real, tmp_path / "never")

    def exchange(stage: Stage) -> None:
        if stage is when:
            (own / "app" / "gone.py").symlink_to(own / "nowhere.py")

    exchange(Stage.READING)
    try:
        outcome = worker._outcome(partial(worker.make, what, exchange))
        assert outcome.ended is JobEnd.OTHER_PROGRAM
        assert not (tmp_path / "never").exists()
    finally:
        monkeypatch.undo()
        fingerprint(anew=True)


@pytest.mark.usefixtures("files_folder")
def test_it_is_the_program_of_the_site_wherever_that_was_started(
    makers: Makers,
    real_url: str,
    use_database: UseDatabase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use_database(real_url)
    other = tmp_path / "elsewhere" / "app"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('another program')", encoding="utf-8")
    monkeypatch.chdir(other.parent)
    assert same_as_here(makers(), DOCUMENT).startswith(b"PK")
