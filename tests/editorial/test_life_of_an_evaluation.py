"""Hemne 2018 from a draft to a public evaluation, corrected, withdrawn, and never brought back."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from app.database import session_factory
from app.domain.editing import Actor, Role
from app.editorial import drafts, ledger
from app.editorial.draft import Draft, DraftItem
from app.models import EvaluationRevision, GoldStarRevision, ReleaseRow
from app.publishing.editors_own import LeftBecause
from app.publishing.seed import seed
from app.queries import evaluations
from app.queries.reading import open_reading
from app.queries.reading import releases as known_releases
from tests.databases import SEED
from tests.editorial.working import account, created, document, published, put, within
from tests.publishing.changing import numbers
from tests.statements import forgetting

HEMNE = "hemne-2018"


@pytest.fixture
def without_hemne(empty: Engine, seed_copy: Path) -> Engine:
    """A database with the real data, but for Hemne 2018."""
    (seed_copy / "evaluations" / f"{HEMNE}.json").unlink()
    seed(empty, seed_copy)
    return empty


def total_in(engine: Engine, number: int) -> Decimal | None:
    """The total of Hemne 2018 in a release; None where it is not there."""
    with session_factory(engine)() as session, forgetting():
        found = evaluations.evaluation(open_reading(session, number), HEMNE)
        return found.total.score if found else None


def stars_in(engine: Engine, number: int) -> int:
    with session_factory(engine)() as session, forgetting():
        found = evaluations.evaluation(open_reading(session, number), HEMNE)
        return len(found.gold_stars) if found else 0


def lived(engine: Engine) -> tuple[Actor, Actor]:
    """New, corrected and withdrawn: releases 2, 3 and 4."""
    author, editor = account(engine, "kari", Role.EVALUATOR), account(engine, "ola", Role.EDITOR)
    other = account(engine, "liv", Role.EDITOR)
    published(engine, author, editor, created(engine, author, put(HEMNE, document(HEMNE))))
    correction = within(engine, lambda s: drafts.correct(s, editor, HEMNE))
    changed = dict(correction.items[0].document or {})
    changed["areas"][0]["questions"][0]["score"] -= 1
    changed["gold_stars"] = []

    def save(session: Session) -> Draft:
        return drafts.save_item(session, editor, correction.id, 1, changed, correction.version)

    published(engine, editor, other, within(engine, save), "Poengene for 1.1 var feil")
    withdrawal = within(engine, lambda s: drafts.withdraw(s, editor, HEMNE))
    published(engine, editor, other, withdrawal, "Evalueringen gjaldt en annen kommune")
    return author, editor


def test_each_release_is_read_as_it_was(without_hemne: Engine) -> None:
    lived(without_hemne)
    assert numbers(without_hemne) == [4, 3, 2, 1]
    areas = document(HEMNE)["areas"]
    added = sum(Decimal(str(q["score"])) for area in areas for q in area["questions"])
    totals = [total_in(without_hemne, number) for number in (1, 2, 3, 4)]
    assert totals == [None, added, added - 1, None]
    assert [stars_in(without_hemne, number) for number in (1, 2, 3, 4)] == [0, 1, 0, 0]


def test_a_release_says_why_it_was_made(without_hemne: Engine) -> None:
    lived(without_hemne)
    with session_factory(without_hemne)() as session:
        found = session.execute(
            select(
                col(ReleaseRow.number), col(ReleaseRow.reason), col(ReleaseRow.reason_language)
            ).order_by(col(ReleaseRow.number))
        ).all()
    assert [tuple(row) for row in found] == [
        (1, None, None),
        (2, None, None),
        (3, "Poengene for 1.1 var feil", "nb"),
        (4, "Evalueringen gjaldt en annen kommune", "nb"),
    ]


def test_a_release_names_the_office_and_the_last_line_about_it(without_hemne: Engine) -> None:
    _, editor = lived(without_hemne)
    with session_factory(without_hemne)() as session:
        lines = ledger.entries(session)
        releases = {one.number: one for one in known_releases(session)}
    last = {line.release: line.hash for line in lines if line.release is not None}
    assert {n: releases[n].ledger_hash for n in (2, 3, 4)} == last
    assert (releases[1].office, releases[1].ledger_hash) == (None, None)
    assert releases[2].office == editor.office


def test_the_ledger_tells_all_of_it(without_hemne: Engine) -> None:
    author, editor = lived(without_hemne)
    with session_factory(without_hemne)() as session:
        lines = ledger.entries(session)
        assert ledger.verify(session) == len(lines)
        about = ledger.entries(session, kind="evaluation", key=HEMNE)
    steps = ["created", "submitted", "approved"]
    assert [line.step for line in lines] == [
        *(*steps, "published"),
        *(*steps, "corrected"),
        *(*steps, "withdrawn"),
    ]
    assert [(line.step, line.release, line.public) for line in about] == [
        ("published", 2, True),
        ("corrected", 3, True),
        ("withdrawn", 4, True),
    ]
    new, corrected, gone = about
    assert (new.old_sha256, gone.new_sha256) == (None, None)
    assert new.new_sha256 != corrected.new_sha256
    assert corrected.new_sha256 == gone.old_sha256
    assert [line.reason for line in about][1:] == [
        "Poengene for 1.1 var feil",
        "Evalueringen gjaldt en annen kommune",
    ]
    assert (lines[0].account, lines[3].account) == (author.account, editor.account)
    assert not any(line.public for line in lines if line.step in steps)


def test_the_seed_brings_nothing_back(without_hemne: Engine) -> None:
    lived(without_hemne)
    again = seed(without_hemne, SEED)
    assert again.release is None
    assert [(left.table, left.key, left.why) for left in again.left_out] == [
        (EvaluationRevision, HEMNE, LeftBecause.WITHDRAWN),
        (GoldStarRevision, f"{HEMNE}/1", LeftBecause.WITHDRAWN),
    ]
    assert [*again.told()] == [
        "Left as an editor withdrew it: evaluation hemne-2018",
        "Left as an editor withdrew it: gold_star hemne-2018/1",
    ]
    assert numbers(without_hemne) == [4, 3, 2, 1]


def test_an_editor_brings_it_back(without_hemne: Engine) -> None:
    author, editor = lived(without_hemne)
    published(without_hemne, author, editor, created(without_hemne, author, _as_it_was()))
    assert total_in(without_hemne, 5) == total_in(without_hemne, 2)
    assert seed(without_hemne, SEED).left_out == ()


def _as_it_was() -> DraftItem:
    return put(HEMNE, document(HEMNE))
