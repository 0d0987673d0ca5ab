"""Who made a release and why stands with it, and is no part of what is signed."""

from dataclasses import replace

from sqlalchemy import Engine

from app.database import session_factory
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.publishing.vouching import vouch
from app.queries.reading import open_reading
from tests.publishing.changing import exported, real_state, sha256s, with_total

WANTED = Publication(
    with_total(real_state(), "kramfors-2013", "441"), Origin.SEED, DatasetKind.REAL
)


def test_a_release_tells_of_who_made_it_and_why(seeded: Engine) -> None:
    publish(seeded, replace(WANTED, reason="Fordi", reason_language="nn"))
    signed, text = sha256s(seeded), exported(seeded)
    with session_factory(seeded)() as session, session.begin():
        vouch(session, 2, "Et kontor", "ab" * 32)
    with session_factory(seeded)() as session:
        release, first = open_reading(session).release, open_reading(session, 1).release
    assert release.reason is not None
    assert release.reason.texts == {"nn": "Fordi"}
    assert (release.office, release.ledger_hash) == ("Et kontor", "ab" * 32)
    assert (first.office, first.ledger_hash) == (None, None)
    assert (sha256s(seeded), exported(seeded)) == (signed, text)


def test_no_reason_is_none(seeded: Engine) -> None:
    publish(seeded, replace(WANTED, reason=""))
    with session_factory(seeded)() as session:
        assert open_reading(session).release.reason is None


def test_what_came_from_files_says_nothing(seeded: Engine) -> None:
    with session_factory(seeded)() as session:
        release = open_reading(session).release
    assert (release.reason, release.office, release.ledger_hash) == (None, None, None)
