"""Whether the releases of a database are those that were signed."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlmodel import Session

from app.domain.release import Release
from app.publishing.documents import export_sha256
from app.publishing.export import export
from app.queries.reading import Reading, releases
from app.upkeep.causes import Cause, known_cause
from app.upkeep.progress import counting


def releases_in(connection: Connection) -> tuple[Release, ...]:
    """Every release, newest first."""
    with Session(connection) as session:
        return releases(session)


def wrong_signatures(
    connection: Connection, signed: tuple[Release, ...] | None = None
) -> Iterator[Release]:
    """Reads releases back, whole, and gives those whose SHA-256 is not their own."""
    if signed is None:
        signed = releases_in(connection)
    with Session(connection) as session, counting("Releases", len(signed)) as counted:
        for release in counted(signed):
            found = export_sha256(export(Reading(session, release, remember=False)))
            if found != release.sha256:
                yield release
            session.expunge_all()


def corrupt_releases(
    connection: Connection, signed: tuple[Release, ...] | None = None
) -> Iterator[Cause]:
    """The same as causes: the database is damaged."""
    for release in wrong_signatures(connection, signed):
        words = f"Release {release.number} does not read back as it was published."
        yield known_cause("corrupt", words)
