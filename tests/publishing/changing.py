"""Small changes to the real data, and what a database holds, for tests of publishing."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from app.database import session_factory
from app.domain.evaluation import Evaluation, GoldStar
from app.models import EvaluationRevision, GoldStarRevision
from app.publishing.diff import RecordKey
from app.publishing.export import export
from app.publishing.seed import read_folder
from app.publishing.state import State
from app.queries.reading import open_reading
from app.queries.reading import releases as read_releases
from tests.databases import SEED
from tests.statements import forgetting


@lru_cache
def real_state() -> State:
    """What the seed folder describes."""
    return read_folder(SEED)


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text that stands exactly once in a file."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {path.name}"
    path.write_text(content.replace(old, new), encoding="utf-8")


def of_older_tables() -> State:
    """What of the seed folder fits into tables of before 0006: the later ones stay empty."""
    state = real_state()
    municipalities = {
        slug: replace(
            found,
            names=(),
            groups=(),
            peers=(),
            tax_bases=(),
            area=None,
            language_form=None,
        )
        for slug, found in state.register.municipalities.items()
    }
    references = (
        replace(found, basis=None, n_basis=None, n_source=None, breadth=None)
        for found in state.references
    )
    return replace(
        state,
        instrument=replace(state.instrument, official_schemes=()),
        register=replace(state.register, municipalities=municipalities),
        references=tuple(references),
        counts=(),
        evaluations=tuple(
            replace(found, groups=(), year_basis=None) for found in state.evaluations
        ),
    )


def evaluation_of(state: State, id: str) -> Evaluation:
    return next(found for found in state.evaluations if found.id == id)


def with_total(state: State, id: str, total: str) -> State:
    """The state with another stated total of an evaluation whose questions are not known."""
    found = evaluation_of(state, id)
    points = Decimal(total)
    return with_evaluation(
        state, replace(found, total=replace(found.total, score=points, stated=points))
    )


def with_evaluation(state: State, changed: Evaluation) -> State:
    kept = tuple(changed if found.id == changed.id else found for found in state.evaluations)
    return replace(state, evaluations=kept)


def without_evaluation(state: State, id: str) -> State:
    return replace(state, evaluations=tuple(e for e in state.evaluations if e.id != id))


def record(id: str) -> RecordKey:
    """The record of an evaluation."""
    return EvaluationRevision, id


def star_record(star: GoldStar) -> RecordKey:
    return GoldStarRevision, star.id


def exported(engine: Engine, number: int | None = None) -> str:
    """The export of a release, read from the database and not from memory."""
    with session_factory(engine)() as session, forgetting():
        return export(open_reading(session, number))


def numbers(engine: Engine) -> list[int]:
    """The numbers of all releases, newest first."""
    with session_factory(engine)() as session:
        return [release.number for release in read_releases(session)]


def sha256s(engine: Engine) -> dict[int, str]:
    """What each release is signed with."""
    with session_factory(engine)() as session:
        return {release.number: release.sha256 for release in read_releases(session)}


def everything(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(str, connection.execute(select(table))))
            for table in SQLModel.metadata.sorted_tables
        }
