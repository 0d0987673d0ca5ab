"""`kompass report`: the same files as the site has, whole or not at all."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.commands.reporting import write_whole
from app.database import create, session_factory
from app.queries.reading import open_reading
from app.reports import jobs
from app.reports.jobs import FORMATS, Job, ReportFormat, ReportKind, prepare
from tests.test_cli import Run, told


def built(engine: Engine, kind: ReportKind, ids: tuple[str, ...], format: ReportFormat) -> bytes:
    """What the site writes."""
    reader = create(engine.url.render_as_string(hide_password=False))
    with session_factory(reader)() as session:
        found = prepare(open_reading(session), Job(kind, ids, "nb", format)).write()
    reader.dispose()
    return found


@pytest.mark.parametrize(
    "command, kind, format",
    [
        (("evaluation", "hemne-2018"), ReportKind.EVALUATION, ReportFormat.PDF),
        (
            ("evaluation", "hemne-2018", "--format", "docx"),
            ReportKind.EVALUATION,
            ReportFormat.DOCX,
        ),
        (("joint", "hemne-2018", "hareid-2019"), ReportKind.JOINT, ReportFormat.PDF),
        (("sheet", "hemne-2018"), ReportKind.SHEET, ReportFormat.PDF),
        (("sheet", "hemne-2018", "--format", "docx"), ReportKind.SHEET, ReportFormat.DOCX),
        (("slides", "hemne-2018"), ReportKind.SLIDES, ReportFormat.PPTX),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else str(value),
)
def test_the_file_is_that_of_the_site(
    run: Run,
    configured: Engine,
    tmp_path: Path,
    command: tuple[str, ...],
    kind: ReportKind,
    format: ReportFormat,
) -> None:
    path = tmp_path / "written"
    code, _, said = told(run("report", *command, "--output", str(path)))
    assert code == 0, said
    ids = tuple(word for word in command[1:] if word.endswith(("-2018", "-2019")))
    assert path.read_bytes() == built(configured, kind, ids, format)
    assert str(path) in said
    assert list(tmp_path.glob(".written*")) == []


def test_without_a_name_it_has_that_of_the_site(
    run: Run, configured: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", "sheet", "hemne-2018", "-l", "sv", "--release", "1").exit_code == 0
    assert (tmp_path / "kommunekompasset-sheet-hemne-2018-r1-sv.pdf").is_file()


@pytest.mark.parametrize(
    "command, code, words",
    [
        (("evaluation", "hemne-1999"), 1, "There is no such evaluation"),
        (("evaluation", "hemne-2018", "--release", "99"), 1, "There is no release 99"),
        (("evaluation", "hemne-2018", "--language", "de"), 2, "there is no language de"),
        (("evaluation", "hemne-2018", "--format", "pptx"), 2, "'pptx' is not one of 'pdf', 'docx'"),
        (("joint", "hemne-2018", "--format", "pptx"), 2, "'pptx' is not one of 'pdf', 'docx'"),
        (("sheet", "hemne-2018", "--format", "pptx"), 2, "'pptx' is not one of 'pdf', 'docx'"),
        (("joint", "hemne-2018"), 1, "two to five evaluations"),
        (("joint", "hemne-2011", "hemne-2018"), 1, "of several municipalities"),
        (("slides", "hemne-2018", "--output", "/nowhere/at/all.pptx"), 2, "there is no folder"),
    ],
)
def test_what_cannot_be_is_said_in_a_line_and_nothing_is_written(
    run: Run,
    configured: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    ended, said, error = told(run("report", *command))
    assert ended == code
    assert words in " ".join(f"{said} {error}".replace("│", " ").split())
    assert "Traceback" not in error
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kind", ReportKind)
def test_only_what_there_is_of_a_kind_is_offered(run: Run, kind: ReportKind) -> None:
    shown = run("report", kind, "--help").output
    offered = [format for format in ReportFormat if format in shown]
    assert offered == ([] if len(FORMATS[kind]) == 1 else [*FORMATS[kind]])


def test_what_stood_there_stays_until_the_new_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"before")
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o444


class Panic(BaseException):
    """What libraries in another language raise is no `Exception`."""


def test_what_a_library_raises_is_an_error_like_others(
    run: Run,
    configured: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def panic() -> bytes:
        raise Panic("no such glyph")

    monkeypatch.setattr(jobs, "prepare", lambda *_: jobs.Prepared("never", panic))
    path = tmp_path / "never.pdf"
    code, said, error = told(run("report", "sheet", "hemne-2018", "--output", str(path)))
    assert code == 1
    assert "no such glyph" in f"{said} {error}"
    assert not path.exists()
