"""`kompass report`: the reports of the site as files, made here and now."""

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from app.commands.declared import IdArgument, known_language
from app.reports.jobs import Job, ReportFormat, ReportKind

if TYPE_CHECKING:
    from app.reports.jobs import Prepared

reports = typer.Typer(help="Write a report as a file, as the site has it.", no_args_is_help=True)

LanguageOption: TypeAlias = Annotated[
    str, typer.Option("--language", "-l", help="The language it is told in.")
]
FormatOption: TypeAlias = Annotated[
    Literal["pdf", "docx"], typer.Option("--format", help="What is written.")
]
"""Of the kinds that can be had as both; slides are of one format."""
ReleaseOption: TypeAlias = Annotated[
    int | None, typer.Option("--release", min=1, help="As of this release; the newest without.")
]
FileOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="The file; named as by the site, and here, without."),
]


@reports.command(name="evaluation")
def report_evaluation(
    id: IdArgument,
    language: LanguageOption = "nb",
    format: FormatOption = "pdf",
    output: FileOption = None,
    release: ReleaseOption = None,
) -> None:
    """Write the report of an evaluation."""
    _write(ReportKind.EVALUATION, (id,), language, format, output, release)


@reports.command(name="joint")
def report_joint(
    ids: Annotated[
        list[str], typer.Argument(help="The ids of two to five evaluations.", metavar="ID...")
    ],
    language: LanguageOption = "nb",
    format: FormatOption = "pdf",
    output: FileOption = None,
    release: ReleaseOption = None,
) -> None:
    """Write the joint report of several municipalities, each with one evaluation."""
    _write(ReportKind.JOINT, ids, language, format, output, release)


@reports.command(name="sheet")
def report_sheet(
    id: IdArgument,
    language: LanguageOption = "nb",
    format: FormatOption = "pdf",
    output: FileOption = None,
    release: ReleaseOption = None,
) -> None:
    """Write the sheet of an evaluation for the council: one page as a PDF, or a document."""
    _write(ReportKind.SHEET, (id,), language, format, output, release)


@reports.command(name="slides")
def report_slides(
    id: IdArgument,
    language: LanguageOption = "nb",
    output: FileOption = None,
    release: ReleaseOption = None,
) -> None:
    """Write five slides on an evaluation for the council."""
    _write(ReportKind.SLIDES, (id,), language, ReportFormat.PPTX, output, release)


def _write(
    kind: ReportKind,
    ids: Sequence[str],
    language: str,
    format: str,
    output: Path | None,
    release: int | None,
) -> None:
    """Makes the file, and says where it is.

    Raises:
        typer.BadParameter: there is no such language or folder.
        KompassError: it cannot be made of these evaluations.
        OSError: it cannot be written.
    """
    from app.database import BACKGROUND, open_session
    from app.domain.language import LANGUAGES
    from app.queries.reading import open_reading
    from app.reports.jobs import prepare

    if output is not None and not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}")
    job = Job(kind, tuple(ids), known_language(language), ReportFormat(format))
    with open_session(BACKGROUND) as session:
        collation = LANGUAGES[language].collation
        prepared = prepare(open_reading(session, release, collation), job)
    path = output or Path(f"{prepared.stem}{job.format.suffix}")
    content = _written(prepared)
    write_whole(path, content)
    typer.echo(f"{path}: {len(content)} bytes", err=True)


def _written(prepared: "Prepared") -> bytes:
    """The file. What a library in another language raises is an error like others here.

    Raises:
        RuntimeError: the library panicked.
    """
    from app.reports.process import SPARING

    os.environ.update(SPARING)  # before the library begins
    try:
        return prepared.write()
    except (Exception, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise RuntimeError(f"the file could not be written: {error}") from error


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that is there whole or not at all; what stood there before stays until then.

    Raises:
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():  # a device, or a pipe: nothing can take its place
        path.write_bytes(content)
        return
    handle, unfinished = tempfile.mkstemp(".part", f".{path.name}.", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(unfinished, 0o666 & ~_mask())
        os.replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(unfinished)
        raise


def _mask() -> int:
    """What files of this process are not readable by; it can only be read by being set."""
    found = os.umask(0)
    os.umask(found)
    return found
