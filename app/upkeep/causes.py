"""Why a database cannot be used, in words: one cause for one fault, on both databases.

The command line, `/readyz` and the log name a fault by the same slug. Messages of the databases
are looked at only where they give no code: PostgreSQL's library has none for a connection that did
not come about, SQLite none for a table or a column that is missing.
"""

import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sqlalchemy import exc
from sqlalchemy.engine import make_url


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, in a sentence, and what helps, in another. Neither names a secret."""

    slug: str
    detail: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.detail}\n{self.remedy}"


def no_folder(folder: Path) -> Cause:
    """A folder that is named is not there."""
    return Cause("no-folder", f"There is no folder {folder}.", f"Make it with: mkdir -p {folder}")


class UpkeepError(Exception):
    """Something that those who run the site have to be told."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(str(cause))
        self.cause = cause


_TRY_LATER: Final = "It is tried again by itself; look at the database if it stays so."

CAUSES: Final = MappingProxyType(
    {
        cause.slug: cause
        for cause in (
            Cause(
                "locked",
                "Another process is writing to the database, and has not ended in time.",
                "Wait until it has ended, or end it, and try again.",
            ),
            Cause(
                "full",
                "There is no room left on the disk.",
                "Make room and try again. Nothing has been written.",
            ),
            Cause(
                "read-only",
                "The database or its folder can be read but not written to.",
                "Give the right to write, or serve it as it is: kompass serve --read-only",
            ),
            Cause(
                "no-rights",
                "The database or its folder is there, but may not be used by this user.",
                "Give this user the rights to the file, the folder or the tables.",
            ),
            Cause(
                "refused",
                "Nobody answers where the database should be: the connection was refused.",
                "Start the database server, or correct host and port in DATABASE_URL.",
            ),
            Cause(
                "unreachable",
                "The database does not answer in time.",
                "Look at the server and the way to it, and at host and port in DATABASE_URL.",
            ),
            Cause(
                "too-slow",
                "The database has not finished a statement in time.",
                "Look for what keeps the database busy, and try again.",
            ),
            Cause(
                "busy",
                "All connections to the database are in use.",
                "Try again. If it stays so, allow more connections or run fewer processes.",
            ),
            Cause(
                "starting",
                "The database server is starting or ending.",
                _TRY_LATER,
            ),
            Cause(
                "lost",
                "The connection to the database broke.",
                _TRY_LATER,
            ),
            Cause(
                "no-database",
                "There is no such database.",
                "Correct DATABASE_URL, or make it: PostgreSQL's with createdb, a file with: "
                "kompass db upgrade",
            ),
            Cause(
                "wrong-password",
                "The database does not accept the user or the password.",
                "Correct both in DATABASE_URL.",
            ),
            Cause(
                "bad-address",
                "DATABASE_URL is not the address of a database.",
                "It is like sqlite:////folder/kompass.db or postgresql://user:password@host/name",
            ),
            Cause(
                "no-tables",
                "The database has no tables yet.",
                "They are made with: kompass db upgrade",
            ),
            Cause(
                "older-schema",
                "The tables are those of an older version of this program.",
                "They are brought up to date with: kompass db upgrade",
            ),
            Cause(
                "newer-schema",
                "The tables are those of a newer version of this program.",
                "Run that version, or restore a backup that this one made.",
            ),
            Cause(
                "changed-schema",
                "A table or a column is missing that this program knows.",
                "Somebody has changed the tables by hand: restore a backup with kompass restore",
            ),
            Cause(
                "corrupt",
                "The database is damaged.",
                "Move it away and put a backup in its place with: kompass restore",
            ),
            Cause(
                "not-a-database",
                "What stands there is not a database.",
                "Correct DATABASE_URL, or move it away and put a backup in its place.",
            ),
            Cause(
                "disk",
                "The disk does not give or take what the database asks of it.",
                "Look at the disk; kompass verify tells whether the data are whole.",
            ),
            Cause(
                "other-words",
                "The words to search for were made by the rules of another version.",
                "A search may miss some. They are made anew with: kompass db upgrade",
            ),
            Cause(
                "unpublished",
                "Nothing has been published yet.",
                "The data of the seed folder are published with: kompass seed",
            ),
        )
    }
)
"""Every cause there is, by its slug."""

_BY_STATE: Final = {
    "25006": "read-only",
    "28000": "wrong-password",
    "28P01": "wrong-password",
    "3D000": "no-database",
    "3F000": "no-tables",
    "40P01": "locked",
    "42501": "no-rights",
    "42703": "changed-schema",
    "42P01": "no-tables",
    "53100": "full",
    "53300": "busy",
    "55P03": "locked",
    "57014": "too-slow",
    "57P01": "lost",
    "57P02": "lost",
    "57P03": "starting",
    "57P05": "lost",
    "58030": "disk",
    "XX001": "corrupt",
    "XX002": "corrupt",
}
"""PostgreSQL's states of an error."""

_BY_CODE: Final = {
    sqlite3.SQLITE_PERM: "no-rights",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_INTERRUPT: "too-slow",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "no-database",
    sqlite3.SQLITE_NOTADB: "not-a-database",
}
"""SQLite's primary codes of an error."""

_BY_ERRNO: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "no-rights",
    errno.EPERM: "no-rights",
    errno.ECONNREFUSED: "refused",
    errno.ETIMEDOUT: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETUNREACH: "unreachable",
    errno.ECONNRESET: "lost",
    errno.EIO: "disk",
}

_BY_WORDS: Final = (
    ("no such table", "no-tables"),
    ("no such column", "changed-schema"),
    ("has no column named", "changed-schema"),
    ("password authentication failed", "wrong-password"),
    ("no password supplied", "wrong-password"),
    ("authentication failed", "wrong-password"),
    ("no pg_hba.conf entry", "wrong-password"),
    ("role ", "wrong-password"),
    ("database ", "no-database"),
    ("too many clients", "busy"),
    ("remaining connection slots", "busy"),
    ("starting up", "starting"),
    ("shutting down", "starting"),
    ("not accepting connections", "starting"),
    ("in recovery mode", "starting"),
    ("connection refused", "refused"),
    ("no such file or directory", "refused"),
    ("no answer within", "unreachable"),
    ("timeout", "unreachable"),
    ("timed out", "unreachable"),
    ("failed to resolve", "unreachable"),
    ("could not translate host name", "unreachable"),
    ("name or service not known", "unreachable"),
    ("no route to host", "unreachable"),
    ("network is unreachable", "unreachable"),
    ("server closed the connection", "lost"),
    ("connection", "lost"),
)
"""What a message says where there is no code, the telling before the general."""


def cause_of(error: BaseException, url: str = "") -> Cause | None:
    """Why a database could not be used, or None where the error is of another kind.

    `url` is the address of the database, where it is known: it tells a file that is missing from
    one that may not be opened.
    """
    if isinstance(error, UpkeepError):
        return error.cause
    if isinstance(error, exc.ArgumentError):
        return CAUSES["bad-address"]
    if isinstance(error, exc.TimeoutError):
        return CAUSES["busy"]
    if isinstance(error, exc.DisconnectionError):
        return CAUSES["lost"]
    if isinstance(error, exc.DBAPIError):
        return _of_driver(error, url)
    if isinstance(error, OSError):
        return _of_system(error)
    return None


def known_cause(slug: str, detail: str = "") -> Cause:
    """The cause, with a sentence of its own where there is more to say."""
    return replace(CAUSES[slug], detail=detail) if detail else CAUSES[slug]


def _of_driver(error: exc.DBAPIError, url: str) -> Cause:
    slug = next(_slugs(error.orig), None)
    if slug in ("no-database", "disk") and url.startswith("sqlite"):
        slug = _of_file(url, slug)
    if slug is None:
        said = str(error.orig).partition("\n")[0]
        return Cause("database-fault", f"The database says: {said}", _TRY_LATER)
    return CAUSES[slug]


def _slugs(orig: BaseException | None) -> Iterator[str]:
    """What an error of a driver may mean, the surest first."""
    state = getattr(orig, "sqlstate", None)
    if state in _BY_STATE:
        yield _BY_STATE[state]
    code = getattr(orig, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in _BY_CODE:
        yield _BY_CODE[code & 0xFF]
    if state is None or state.startswith("08"):
        said = str(orig).lower()
        yield from (slug for words, slug in _BY_WORDS if words in said)


def _of_file(url: str, slug: str) -> str:
    """What is the matter with an SQLite file that cannot be opened or read."""
    file = Path(make_url(url).database or "")
    try:
        if file.is_dir():
            return "not-a-database"
        return "no-rights" if slug == "no-database" and file.exists() else slug
    except OSError:
        return "no-rights"


def _of_system(error: OSError) -> Cause | None:
    if isinstance(error, TimeoutError):
        return CAUSES["unreachable"]
    slug = _BY_ERRNO.get(error.errno or 0)
    if slug is None:
        return None
    if error.filename is None:
        return CAUSES[slug]
    detail = CAUSES[slug].detail
    return known_cause(slug, f"{error.filename}: {detail[0].lower()}{detail[1:]}")
