"""Files that are brought in: kept with their answers, for whoever brought them and for editors."""

import json
from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.domain.editing import Actor, Role
from app.editorial import uploads
from app.editorial.draft import NotAllowed, NotReady
from app.errors import NotFound
from app.queries.reading import open_reading
from tests.editorial.working import MORNING, TERMINAL, account, document, within


@pytest.fixture
def evaluator(seeded: Engine) -> Actor:
    return account(seeded, "kari", Role.EVALUATOR)


def kept(engine: Engine, actor: Actor, content: bytes = b"1;39") -> int:
    return within(engine, lambda session: uploads.keep(session, actor, "a.csv", content).id)


def _answer(actor: Actor, id: int, answers: dict[str, str], session: Session) -> None:
    uploads.answer(session, actor, id, answers)


def test_a_file_is_kept_as_it_is(seeded: Engine, evaluator: Actor) -> None:
    content = bytes(range(256)) * 100
    id = kept(seeded, evaluator, content)
    found = within(seeded, lambda session: uploads.kept_file(session, evaluator, id))
    assert (found.name, found.content, found.answers) == ("a.csv", content, {})


def test_answers_are_added_and_taken_back(seeded: Engine, evaluator: Actor) -> None:
    id = kept(seeded, evaluator)
    for answers in ({"year": "2018", "source": "Rapport"}, {"year": "2019"}, {"source": ""}):
        within(seeded, partial(_answer, evaluator, id, answers))
    found = within(seeded, lambda session: uploads.kept_file(session, evaluator, id))
    assert found.answers == {"year": "2019"}


def test_a_file_is_there_for_its_owner_and_for_editors(seeded: Engine, evaluator: Actor) -> None:
    id = kept(seeded, evaluator)
    editor = account(seeded, "ola", Role.EDITOR)
    stranger = account(seeded, "per", Role.EVALUATOR)
    assert within(seeded, lambda session: uploads.kept_file(session, editor, id)).id == id
    with pytest.raises(NotFound):
        within(seeded, lambda session: uploads.kept_file(session, stranger, id))
    with pytest.raises(NotFound):
        within(seeded, lambda session: uploads.remove(session, stranger, id))
    assert within(seeded, lambda session: uploads.kept_files(session, stranger)) == ()
    [listed] = within(seeded, lambda session: uploads.kept_files(session, evaluator))
    assert (listed.id, listed.content) == (id, b"")


def test_nobody_fills_the_database_with_files(
    seeded: Engine, evaluator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "KEPT_UPLOADS", 3)
    monkeypatch.setattr(uploads, "KEPT_UPLOADS_BYTES", 100)
    large = kept(seeded, evaluator, b"1" * 90)
    with pytest.raises(NotReady):
        kept(seeded, evaluator, b"1" * 11)
    kept(seeded, evaluator, b"12345")
    kept(seeded, evaluator, b"12345")
    with pytest.raises(NotReady):
        kept(seeded, evaluator, b"")
    kept(seeded, account(seeded, "per", Role.EVALUATOR), b"1" * 100)  # has room of its own
    within(seeded, lambda session: uploads.remove(session, evaluator, large))
    kept(seeded, evaluator, b"1" * 90)


def test_what_belongs_to_nobody_is_not_kept(seeded: Engine) -> None:
    with pytest.raises(NotAllowed):
        kept(seeded, TERMINAL)


def test_a_document_becomes_the_item_of_its_municipality_and_year(
    seeded: Engine,
) -> None:
    written = {**document("hemne-2018"), "municipality": "rindal"}
    content = json.dumps(written).encode()
    found = uploads.BroughtFile(1, "rindal.json", {}, MORNING, None, content)

    def looked(session: Session) -> list[str]:
        understood, checked = uploads.looked_through(open_reading(session), found)
        assert checked.faults == ()
        return [item.key for item in uploads.items_of(understood, checked)]

    assert within(seeded, looked) == ["rindal-2018"]
