"""Tables and releases for tests of the API's own mechanics."""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.domain.message import LocalText, Message, say
from app.domain.release import Release
from app.web.api.tables import Cell, CellKind, Column, Table

RELEASE = Release(7, datetime(2026, 3, 1, 12, 30, tzinfo=UTC), "A release", "ab" * 32)

COLUMNS = (
    Column("name", CellKind.TEXT, say("Name")),
    Column("code", CellKind.CODE, say("Code")),
    Column("inhabitants", CellKind.INTEGER, say("Inhabitants")),
    Column("score", CellKind.POINTS, say("Points")),
    Column("day", CellKind.DATE, say("Day")),
    Column("starred", CellKind.YES_NO, say("Starred")),
)
ROW: tuple[Cell, ...] = (
    "Hemne; «Øst», nord",
    "0112",
    4225,
    Decimal("38.9"),
    date(2018, 1, 2),
    True,
)
MISSING: tuple[Cell, ...] = ("Heim", "5055", None, None, None, False)


def example(*rows: tuple[Cell, ...]) -> Table:
    return Table("example", say("An example"), COLUMNS, rows, (say("A note."),))


def texts(*values: str) -> Table:
    """A table with one column of text."""
    return Table(
        "texts",
        say("Texts"),
        (Column("text", CellKind.TEXT, say("Text")),),
        tuple((value,) for value in values),
    )


def in_english(message: Message | LocalText) -> str:
    return message.in_language("en") if isinstance(message, LocalText) else message.key
