"""The values of a figure as a file: CSV or a spreadsheet, exact, with what must be known."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from app.domain.message import Message, say
from app.domain.release import Release
from app.web.api.answers import frozen, table_file
from app.web.api.downloads import Wanted
from app.web.api.tables import CellKind, Column, Table
from app.web.pictures.figures import Figure
from app.web.words.languages import language_of, words


def figure_file(
    request: Request,
    release: Release,
    figure: Figure,
    notes: Sequence[Message],
    name: str,
    wanted: Wanted,
) -> Response:
    """The file in the reader's language."""
    language = language_of(request)
    found, dialect = wanted
    table, place = _table(figure, notes, name), frozen(request, release)
    answer = table_file(table, found, release, words(language), place, dialect)
    answer.headers["Content-Language"] = language
    return answer


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
