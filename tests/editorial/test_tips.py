"""Tips: taken within limits, read by those who may, and forgotten in time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.config import settings
from app.database import close_connections, open_desk, session_factory
from app.domain.editing import Actor, Role
from app.domain.tips import CONTACT_DAYS, MOST_A_DAY, MOST_AN_HOUR, Tip, TipState, WrittenTip
from app.editorial import forgetting, tips
from app.editorial.draft import NotAllowed
from app.editorial.site_secret import secret_for_writing, site_secret
from app.editorial.tips import Sender, TipRefused
from app.errors import NotFound
from app.main import forget_in_time
from app.models.editorial import TipRow
from tests.conftest import UseDatabase

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WRITTEN = WrittenTip.of("error", "Hemne 2018", "Der står 426", "hvem@example.org")
KEEPER = Actor(None, "Redaksjonen", Role.ADMINISTRATOR)


def given(session: Session, address: str = "192.0.2.1", at: datetime = NOW) -> TipRefused | None:
    mark = tips.form_mark_again(session, at - timedelta(minutes=1))
    return tips.give(session, WRITTEN, Sender(address, mark), at)


def new(session: Session) -> tuple[Tip, ...]:
    return tips.listed(session, KEEPER, TipState.NEW)


def test_a_tip_is_kept_as_it_was_written(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        assert given(session) is None
    with session_factory(empty)() as session:
        (tip,) = new(session)
        assert tips.waiting(session) == 1
    assert (tip.kind, tip.about, tip.text) == ("error", "Hemne 2018", "Der står 426")
    assert (tip.contact, tip.state, tip.at) == ("hvem@example.org", TipState.NEW, NOW)


def test_no_address_of_a_network_is_kept(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        given(session, "192.0.2.1")
        given(session, "192.0.2.2")
        senders = list(session.scalars(select(col(TipRow.sender))))
    assert len(set(senders)) == 2
    assert all(sender is not None and len(sender) == 64 for sender in senders)


def test_one_address_may_tell_so_much_and_others_go_on(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        told = [given(session) for _ in range(MOST_AN_HOUR + 2)]
        assert told == [None] * MOST_AN_HOUR + [TipRefused.TOO_MANY] * 2
        assert given(session, "192.0.2.2") is None
        assert given(session, at=NOW + timedelta(hours=1)) is None
        assert len(new(session)) == MOST_AN_HOUR + 2


def test_a_day_has_its_limit_too(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        times = [NOW + timedelta(minutes=15 * n) for n in range(MOST_A_DAY + 1)]
        told = [given(session, at=at) for at in times]
        assert told == [None] * MOST_A_DAY + [TipRefused.TOO_MANY]
        assert given(session, at=NOW + timedelta(days=1, minutes=1)) is None


def test_nobody_reads_more_than_so_many(empty: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tips, "MOST_WAITING", 2)
    with session_factory(empty)() as session, session.begin():
        assert [given(session, f"192.0.2.{n}") for n in range(3)] == [
            None,
            None,
            TipRefused.TOO_MANY,
        ]
        tips.handle(session, KEEPER, new(session)[0].id, NOW)
        assert given(session, "192.0.2.9") is None


@pytest.mark.parametrize("mark", ["", "1.a", "no mark"])
def test_a_form_that_is_not_ours_is_not_taken(empty: Engine, mark: str) -> None:
    with session_factory(empty)() as session, session.begin():
        assert tips.give(session, WRITTEN, Sender("192.0.2.1", mark), NOW) is TipRefused.TOO_SOON
        assert new(session) == ()


def test_the_address_to_answer_to_goes_in_time(empty: Engine) -> None:
    last = timedelta(days=CONTACT_DAYS)
    with session_factory(empty)() as session, session.begin():
        given(session)
        tips.tidy(session, NOW + last - timedelta(seconds=1))
        assert new(session)[0].contact == "hvem@example.org"
        tips.tidy(session, NOW + last)
        session.expire_all()
        assert new(session)[0].contact is None
        assert new(session)[0].text == "Der står 426"


def test_where_tips_came_from_is_forgotten_after_a_day(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        given(session)
        tips.tidy(session, NOW + timedelta(days=1))
        assert list(session.scalars(select(col(TipRow.sender)))) == [None]


def test_it_is_known_when_there_is_something_to_forget(empty: Engine) -> None:
    """The clock looks without writing, and writes where it has to."""
    day, last = timedelta(days=1), timedelta(days=CONTACT_DAYS)
    with session_factory(empty)() as session, session.begin():
        assert not forgetting.is_due(session, NOW)
        given(session)
        assert [forgetting.is_due(session, NOW + age) for age in (day / 2, day)] == [False, True]
        tips.tidy(session, NOW + day)
        assert [forgetting.is_due(session, NOW + age) for age in (day, last)] == [False, True]
        tips.tidy(session, NOW + last)
        assert not forgetting.is_due(session, NOW + last * 2)


def test_the_site_forgets_by_itself(empty: Engine, use_database: UseDatabase) -> None:
    use_database(empty.url.render_as_string(hide_password=False))
    with session_factory(empty)() as session, session.begin():
        given(session, at=datetime.now(UTC) - timedelta(days=CONTACT_DAYS + 1))
    forget_in_time()
    with session_factory(empty)() as session:
        assert [tip.contact for tip in new(session)] == [None]


def test_the_next_tip_tidies_up(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        given(session)
        given(session, "192.0.2.2", NOW + timedelta(days=CONTACT_DAYS + 1))
        session.expire_all()
        assert [tip.contact for tip in new(session)] == ["hvem@example.org", None]


def test_it_is_dealt_with_and_deleted(empty: Engine) -> None:
    with session_factory(empty)() as session, session.begin():
        given(session)
        (tip,) = new(session)
        assert tips.forget_contact(session, KEEPER, tip.id).contact is None
        assert tips.handle(session, KEEPER, tip.id, NOW).handled_at == NOW
        assert new(session) == ()
        assert [t.id for t in tips.listed(session, KEEPER, TipState.HANDLED)] == [tip.id]
        tips.forget(session, KEEPER, tip.id)
        assert tips.listed(session, KEEPER, TipState.HANDLED) == ()
        with pytest.raises(NotFound):
            tips.forget(session, KEEPER, tip.id)


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.EDITOR])
def test_not_everybody_reads_them(empty: Engine, role: Role) -> None:
    other = Actor(1, "Et kontor", role)
    with session_factory(empty)() as session, session.begin():
        given(session)
        id = new(session)[0].id
        with pytest.raises(NotAllowed):
            tips.listed(session, other, TipState.NEW)
        with pytest.raises(NotAllowed):
            tips.handle(session, other, id, NOW)
        with pytest.raises(NotAllowed):
            tips.forget(session, other, id)
        with pytest.raises(NotAllowed):
            tips.forget_contact(session, other, id)


def test_the_secret_is_one_for_all_processes(empty: Engine, use_database: UseDatabase) -> None:
    use_database(empty.url.render_as_string(hide_password=False))
    with open_desk(writes=False) as session:
        made = site_secret(session)
    close_connections()
    settings.cache_clear()
    with session_factory(empty)() as session, session.begin():
        assert site_secret(session) == secret_for_writing(session) == made
    assert len(made) == 64
