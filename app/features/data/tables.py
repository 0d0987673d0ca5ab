"""Releases and changes as tables."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.domain.correction import FigureChange
from app.domain.message import LocalText, say
from app.domain.release import Release
from app.features.data.changes_content import Differing
from app.features.data.columns import code, points, text, whole
from app.web.api.tables import Field, Table, table

REASON: Final = say("Why it was done, in the words of whoever did it")

Row = tuple[Differing, FigureChange | None]


def release_table(releases: Sequence[Release]) -> Table:
    """A row for each release."""
    fields: tuple[Field[Release], ...] = (
        whole("release", say("The number of the release"), lambda r: r.number),
        text(
            "published_at",
            say("When it was published, in UTC"),
            lambda r: r.published_at.isoformat(),
        ),
        text("summary", say("What it changed, in bokmål"), lambda r: r.summary),
        code(
            "sha256",
            say("The SHA-256 of the canonical export of everything public"),
            lambda r: r.sha256,
        ),
        text("reason", REASON, lambda r: _own_words(r.reason)),
        code("reason_language", say("The language of those words"), lambda r: _own(r.reason)),
        text("office", say("Which office published it"), lambda r: r.office),
        code(
            "ledger_hash",
            say("The hash of the ledger's last line about it"),
            lambda r: r.ledger_hash,
        ),
    )
    return table("releases", say("Releases of the data"), fields, releases)


def _own(reason: LocalText | None) -> str | None:
    """The language that a reason was given in."""
    return None if reason is None else next(iter(reason.texts))


def _own_words(reason: LocalText | None) -> str | None:
    return None if reason is None else next(iter(reason.texts.values()))


def change_table(found: Sequence[Differing], since: int) -> Table:
    """A row for each record that differs; several where several of its figures do."""
    rows: list[Row] = [(one, figure) for one in found for figure in (one.figures or (None,))]
    fields: tuple[Field[Row], ...] = (
        text("kind", say("The kind of record"), lambda row: row[0].change.kind),
        code("key", say("The record"), lambda row: row[0].change.key),
        text(
            "change",
            say("Whether it was added, changed or removed"),
            lambda row: row[0].change.change,
        ),
        whole("release", say("The release that it happened in"), lambda row: row[0].change.release),
        code(
            "measure",
            say("The figure that differs: total, the number of an area or the code of a question"),
            lambda row: row[1].code if row[1] else None,
        ),
        points("old_score", say("Points before"), _old),
        points("new_score", say("Points now"), _new),
        points("old_stated", say("Points in print before"), _old_stated),
        points("new_stated", say("Points in print now"), _new_stated),
        text("reason", REASON, lambda row: _own_words(row[0].reason)),
        code(
            "old_sha256",
            say("The SHA-256 of the record's canonical document before"),
            lambda row: row[0].change.old_sha256,
        ),
        code(
            "new_sha256",
            say("The SHA-256 of the record's canonical document now"),
            lambda row: row[0].change.new_sha256,
        ),
    )
    title = say("What changed since release %(number)s", number=str(since))
    return table("changes", title, fields, rows)


def _old(row: Row) -> Decimal | None:
    return row[1].old.score if row[1] and row[1].old else None


def _new(row: Row) -> Decimal | None:
    return row[1].new.score if row[1] and row[1].new else None


def _old_stated(row: Row) -> Decimal | None:
    return row[1].old.stated if row[1] and row[1].old else None


def _new_stated(row: Row) -> Decimal | None:
    return row[1].new.stated if row[1] and row[1].new else None
