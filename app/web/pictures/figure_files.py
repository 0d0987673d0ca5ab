"""The values of a figure as a file: CSV or a spreadsheet, exact, with what must be known."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from app.domain.message import Message, say
from app.domain.release import Release
from app.web.api.attribution import about_lines
from app.web.api.csv_files import csv_file
from app.web.api.formats import Format
from app.web.api.tables import CellKind, Column, Table
from app.web.api.xlsx_files import xlsx_file
from app.web.pictures.figures import Figure
from app.web.words.languages import language_of, words


def figure_file(
    request: Request,
    release: Release,
    figure: Figure,
    notes: Sequence[Message],
    name: str,
    suffix: str,
) -> Response:
    """The file, named by the figure, the release and the language."""
    language = language_of(request)
    table = _table(figure, notes, name)
    found = Format.CSV if suffix == "csv" else Format.XLSX
    if found is Format.CSV:
        body = csv_file(table)
    else:
        said = words(language)
        body = xlsx_file(table, release, said, about_lines(table, release, said))
    file_name = f"kommunekompasset-{name}-{release.number}-{language}{found.suffix}"
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name}"',
        "Content-Language": language,
    }
    return Response(body, headers=headers, media_type=found.media_type)


def _table(figure: Figure, notes: Sequence[Message], name: str) -> Table:
    """Its columns bear the names that stand in the figure; what is missing is an empty cell."""
    head, *rows = figure.cells()
    title = say("%(title)s", title=figure.title)
    columns = tuple(
        Column(
            str(column) if column else "name",
            CellKind.POINTS if at else CellKind.TEXT,
            say("Points: %(name)s", name=str(column)) if at else title,
        )
        for at, column in enumerate(head)
    )
    return Table(name, title, columns, tuple(rows), tuple(notes))
