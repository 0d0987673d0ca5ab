"""Sessions, links to choose a password, and attempts that failed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.editing import Actor, Role
from app.editorial import accounts, attempts, reset_links, sessions
from app.editorial.accounts import Account, AccountFault
from app.errors import NotFound
from app.models.editorial import LoginAttemptRow, LoginSessionRow, ResetLinkRow

TERMINAL = Actor(None, "kommandolinjen", Role.ADMINISTRATOR, at_terminal=True)
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
NEW = "et nytt passord"


@pytest.fixture
def session(empty: Engine) -> Session:
    return Session(empty, expire_on_commit=False)


def made(session: Session, login: str = "red") -> Account:
    return accounts.add(session, TERMINAL, login, "Etaten", Role.EDITOR, now=NOW)


def test_a_token_is_known_and_not_kept(session: Session) -> None:
    with session:
        account = made(session)
        token = sessions.begin(session, account.id, NOW)
        found = sessions.find(session, token, NOW)
        assert found is not None
        assert found.account == account
        (row,) = session.exec(select(LoginSessionRow))
        assert token not in str(row.model_dump())
        assert len(bytes.fromhex(token)) == 32
        assert found.csrf == row.csrf != token
        for wrong in ("", "x", token[:-1], token.upper(), row.token_sha256, "0" * 64):
            assert sessions.find(session, wrong, NOW) is None


def test_a_session_ends_without_a_request_and_ends_after_its_time(session: Session) -> None:
    """Twelve hours at most, and two without a request."""
    with session:
        token = sessions.begin(session, made(session).id, NOW)
        assert sessions.find(session, token, NOW + 2 * HOUR - SECOND)
        assert sessions.find(session, token, NOW + 2 * HOUR) is None
        now = NOW
        while now < NOW + 11 * HOUR:
            now += HOUR
            found = sessions.find(session, token, now)
            assert found is not None
            assert sessions.is_to_be_noted(found, now)
            sessions.note_seen(session, token, now)
        assert sessions.find(session, token, NOW + 12 * HOUR - SECOND)
        assert sessions.find(session, token, NOW + 12 * HOUR) is None


def test_that_somebody_was_seen_is_not_written_with_every_request(session: Session) -> None:
    with session:
        token = sessions.begin(session, made(session).id, NOW)
        found = sessions.find(session, token, NOW)
        assert found is not None
        assert not sessions.is_to_be_noted(found, NOW + MINUTE - SECOND)
        assert sessions.is_to_be_noted(found, NOW + MINUTE)


def test_who_signs_in_again_has_another_token_and_the_old_one_ends(session: Session) -> None:
    with session:
        account = made(session)
        first = sessions.begin(session, account.id, NOW)
        elsewhere = sessions.begin(session, account.id, NOW)
        second = sessions.begin(session, account.id, NOW, first)
        assert len({first, elsewhere, second}) == 3
        assert sessions.find(session, first, NOW) is None
        assert sessions.find(session, elsewhere, NOW)
        sessions.end_all(session, account.id)
        assert sessions.find(session, elsewhere, NOW) is None
        assert sessions.find(session, second, NOW) is None


def test_what_has_ended_is_taken_away(session: Session) -> None:
    with session:
        account = made(session)
        for day in range(5):
            sessions.begin(session, account.id, NOW + timedelta(days=day))
        assert len(session.exec(select(LoginSessionRow)).all()) == 1


# --- links ---------------------------------------------------------------------------------------


def test_a_link_sets_a_password_once(session: Session) -> None:
    with session:
        account = made(session)
        sessions.begin(session, account.id, NOW)
        token = reset_links.make(session, account, NOW)
        assert token not in str([r.model_dump() for r in session.exec(select(ResetLinkRow))])
        assert reset_links.find(session, token, NOW) == account
        with pytest.raises(AccountFault):
            reset_links.use(session, token, "for kort", NOW)
        session.rollback()


def test_a_link_is_used_up(session: Session) -> None:
    with session:
        account = made(session)
        signed_in = sessions.begin(session, account.id, NOW)
        token = reset_links.make(session, account, NOW)
        reset_links.use(session, token, NEW, NOW)
        assert accounts.kept_password(session, "red").is_right(NEW)
        assert sessions.find(session, signed_in, NOW) is None
        with pytest.raises(NotFound):
            reset_links.find(session, token, NOW)
        with pytest.raises(NotFound):
            reset_links.use(session, token, "noe helt annet", NOW)
        assert accounts.kept_password(session, "red").is_right(NEW)


def test_a_link_is_good_for_a_day_and_the_newest_alone(session: Session) -> None:
    with session:
        account = made(session)
        first = reset_links.make(session, account, NOW)
        second = reset_links.make(session, account, NOW)
        with pytest.raises(NotFound):
            reset_links.find(session, first, NOW)
        assert reset_links.find(session, second, NOW + 24 * HOUR - SECOND) == account
        for wrong in (second.upper(), "", "0" * 64):
            with pytest.raises(NotFound):
                reset_links.find(session, wrong, NOW)
        with pytest.raises(NotFound):
            reset_links.find(session, second, NOW + 24 * HOUR)


def test_who_is_closed_or_vouched_for_has_no_link(session: Session) -> None:
    with session:
        account = made(session)
        token = reset_links.make(session, account, NOW)
        closed = accounts.set_enabled(session, TERMINAL, account.id, False)
        with pytest.raises(NotFound):
            reset_links.find(session, token, NOW)
        vouched = accounts.add(
            session, TERMINAL, "v2", "Etaten", Role.EDITOR, subject="https://i|1"
        )
        for one in (closed, vouched):
            with pytest.raises(AccountFault):
                reset_links.make(session, one, NOW)


# --- attempts ------------------------------------------------------------------------------------


def tried(session: Session, times: int, key: attempts.AttemptKey, now: datetime = NOW) -> timedelta:
    for _ in range(times):
        attempts.note(session, [key], now)
    return attempts.wait(session, [key], now)


def test_the_first_attempts_are_free_and_then_one_waits_longer_and_longer(
    session: Session,
) -> None:
    """Five are free; then fifteen seconds, twice as long each time, and fifteen minutes at most."""
    with session:
        key = attempts.of_login("red")
        assert tried(session, 4, key) == timedelta()
        waits = [tried(session, 1, key).total_seconds() for _ in range(9)]
        assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]
        assert attempts.wait(session, [key], NOW + timedelta(seconds=899)) == SECOND
        assert attempts.wait(session, [key], NOW + timedelta(seconds=900)) == timedelta()
        assert attempts.wait(session, [key], NOW + HOUR) == timedelta()


def test_whoever_it_is_and_wherever_from_is_counted_apart(session: Session) -> None:
    with session:
        one, other = attempts.of_login("red"), attempts.of_login("annen")
        whence = attempts.of_address("203.0.113.7")
        tried(session, 20, one)
        assert attempts.wait(session, [other, whence], NOW) == timedelta()
        assert attempts.wait(session, [other, one], NOW) > timedelta()
        assert attempts.of_login(" RED ") == one
        assert tried(session, 29, whence) == timedelta()
        assert tried(session, 1, whence) == 15 * SECOND


def test_who_signs_in_begins_anew_and_takes_only_their_own_back(session: Session) -> None:
    with session:
        login, whence = attempts.of_login("red"), attempts.of_address("203.0.113.7")
        for _ in range(40):
            attempts.note(session, [login, whence], NOW)
        attempts.forget(session, login)
        attempts.take_back(session, whence, NOW)
        assert attempts.wait(session, [login], NOW) == timedelta()
        assert attempts.wait(session, [whence], NOW) > timedelta()
        assert len(session.exec(select(LoginAttemptRow)).all()) == 39


def test_of_attempts_nothing_is_kept_but_a_hash_and_that_for_a_day(session: Session) -> None:
    with session:
        tried(session, 3, attempts.of_login("red@kommune.example"))
        tried(session, 3, attempts.of_address("203.0.113.7"))
        kept = str([row.model_dump() for row in session.exec(select(LoginAttemptRow))])
        assert "red" not in kept
        assert "203.0.113" not in kept
        tried(session, 1, attempts.of_login("b2"), NOW + 25 * HOUR)
        assert len(session.exec(select(LoginAttemptRow)).all()) == 1


def test_processes_count_together(empty: Engine) -> None:
    key = attempts.of_login("red")
    for _ in range(6):
        with Session(empty) as session, session.begin():
            attempts.note(session, [key], NOW)
    with Session(empty) as session:
        assert attempts.wait(session, [key], NOW) == 30 * SECOND
