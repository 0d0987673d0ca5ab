"""`kompass template` and `kompass export`: files to fill in, and what is public as files."""

from collections.abc import Sequence
from pathlib import Path

import typer

from app.database import open_session
from app.domain.language import SOURCE
from app.domain.message import LocalText
from app.errors import NotFound
from app.publishing.export import export
from app.publishing.workbook.files import EXPORTS, template
from app.queries import evaluations, method, reading
from app.web.words.languages import words


def write_template(version: str, output: Path | None, language: str, count: int) -> None:
    """An empty workbook, in the folder that one stands in where no other place is named."""
    with open_session() as session:
        instrument = method.instrument(reading.open_reading(session))
    found = instrument.versions.get(version)
    if found is None:
        known = ", ".join(instrument.versions)
        raise typer.BadParameter(f"there is no method version {version}: {known}")
    content = template(found, instrument, words(language), evaluations=count)
    _write(content, output or Path(f"kommunekompasset-{version}.xlsx"))


def write_release(number: int | None, output: Path | None) -> None:
    """A release as one record a line."""
    with open_session() as session:
        text = export(reading.open_reading(session, number))
    _write(text.encode(), output)


def write_evaluations(
    number: int | None, ids: Sequence[str], form: str, output: Path | None, *, everything: bool
) -> None:
    """Evaluations of a release, as a file that can be brought in again.

    Raises:
        NotFound: one is not there.
    """
    with open_session() as session:
        read = reading.open_reading(session, number)
        if everything:
            found = evaluations.all_evaluations(read)
        else:
            found = evaluations.evaluations(read, ids)
        missing = set(ids) - {one.id for one in found}
        if missing:
            named = ", ".join(sorted(missing))
            raise NotFound(LocalText({SOURCE: f"There is no evaluation {named} here."}))
        content = EXPORTS[form](found, method.instrument(read), words(SOURCE))
    _write(content, output)


def _write(content: bytes, output: Path | None) -> None:
    """Bytes as they are: the terminal's own encoding would change them."""
    if output is None:
        typer.echo(content, nl=False)
        return
    output.write_bytes(content)
    typer.echo(f"{output}: {len(content)} bytes", err=True)
