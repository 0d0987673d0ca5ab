"""What an editor has taken out stays out, whatever the seed folder says: of every kind."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from app.database import session_factory
from app.models import (
    DatasetKind,
    EvaluationRevision,
    KnownEvaluatedRevision,
    MunicipalityRevision,
    Origin,
    ReferenceAverageRevision,
    Revision,
)
from app.publishing.diff import RecordKey
from app.publishing.editors_own import LeftBecause
from app.publishing.release import Publication, Published, publish
from app.publishing.seed import seed
from app.publishing.state import State
from tests.databases import SEED
from tests.publishing.changing import (
    edit,
    evaluation_of,
    everything,
    exported,
    numbers,
    real_state,
    record,
    star_record,
    with_evaluation,
    with_total,
    without_evaluation,
)

HEMNE = "hemne-2018"


def edited(engine: Engine, state: State, *only: RecordKey) -> Published:
    return publish(engine, Publication(state, Origin.EDITOR, DatasetKind.REAL, frozenset(only)))


def withdrawn(engine: Engine, id: str) -> None:
    stars = map(star_record, evaluation_of(real_state(), id).gold_stars)
    edited(engine, without_evaluation(real_state(), id), record(id), *stars)


def left(published: Published) -> set[tuple[str, LeftBecause]]:
    return {(one.key, one.why) for one in published.left_out}


KINDS: dict[type[Revision], Callable[[State], tuple[State, str]]] = {
    ReferenceAverageRevision: lambda state: (
        replace(state, references=state.references[1:]),
        state.references[0].id,
    ),
    KnownEvaluatedRevision: lambda state: (
        replace(state, counts=state.counts[1:]),
        state.counts[0].id,
    ),
    EvaluationRevision: lambda state: (without_evaluation(state, "kramfors-2013"), "kramfors-2013"),
}
"""A state without a record of each kind, and the key of that."""


@pytest.mark.parametrize("table", KINDS, ids=lambda table: str(table.__tablename__))
def test_a_record_of_any_kind_stays_out(seeded: Engine, table: type[Revision]) -> None:
    state, key = KINDS[table](real_state())
    edited(seeded, state, (table, key))
    before = everything(seeded)
    again = seed(seeded, SEED)
    assert (again.release, left(again)) == (None, {(key, LeftBecause.WITHDRAWN)})
    assert everything(seeded) == before


def test_who_closed_a_revision_is_kept_with_it(seeded: Engine, seed_copy: Path) -> None:
    withdrawn(seeded, "kramfors-2013")
    (seed_copy / "evaluations/ovre-eiker-2015.json").unlink()
    seed(seeded, seed_copy)
    revision = EvaluationRevision
    statement = select(col(revision.key), col(revision.origin), col(revision.origin_out)).where(
        col(revision.release_out).is_not(None)
    )
    with session_factory(seeded)() as session:
        found = {tuple(row) for row in session.execute(statement)}
    assert found == {("kramfors-2013", "seed", "editor"), ("ovre-eiker-2015", "seed", "seed")}


def test_what_the_seed_itself_took_out_it_brings_back(seeded: Engine, seed_copy: Path) -> None:
    (seed_copy / "evaluations/kramfors-2013.json").unlink()
    seed(seeded, seed_copy)
    assert seed(seeded, SEED).release is not None
    assert '"key":"kramfors-2013"' in exported(seeded)


def test_a_withdrawn_evaluation_stays_out_when_its_file_changes(
    seeded: Engine, seed_copy: Path
) -> None:
    withdrawn(seeded, "kramfors-2013")
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 450')
    assert seed(seeded, seed_copy).release is None


def test_a_withdrawn_evaluation_stays_out_under_its_other_name(
    seeded: Engine, seed_copy: Path
) -> None:
    withdrawn(seeded, HEMNE)
    file = seed_copy / "evaluations" / f"{HEMNE}.json"
    version = json.loads(file.read_text(encoding="utf-8"))["method_version"]
    other = f"{HEMNE}-v{version}"
    file.rename(file.with_name(f"{other}.json"))
    again = seed(seeded, seed_copy)
    assert again.release is None
    assert left(again) == {
        (other, LeftBecause.SAME_EVALUATION),
        (f"{other}/1", LeftBecause.SAME_EVALUATION),
    }


def test_a_gold_star_that_an_editor_took_out_stays_out(seeded: Engine) -> None:
    found = evaluation_of(real_state(), HEMNE)
    (star,) = found.gold_stars
    edited(
        seeded,
        with_evaluation(real_state(), replace(found, gold_stars=())),
        record(HEMNE),
        star_record(star),
    )
    again = seed(seeded, SEED)
    assert (again.release, left(again)) == (None, {(star.id, LeftBecause.WITHDRAWN)})


@pytest.mark.parametrize("how", ["corrected", "withdrawn"])
def test_a_gold_star_that_the_seed_gets_later_does_not_join_what_is_an_editors(
    seeded: Engine, seed_copy: Path, how: str
) -> None:
    """It was never public, so nobody has closed it: it belongs to what an editor decides about."""
    if how == "withdrawn":
        withdrawn(seeded, HEMNE)
    else:
        found = evaluation_of(real_state(), HEMNE)
        area, *rest = found.areas
        changed = replace(found, areas=(replace(area, findings=area.findings[1:]), *rest))
        edited(seeded, with_evaluation(real_state(), changed), record(HEMNE))
    _with_another_star(seed_copy)
    before = exported(seeded)
    again = seed(seeded, seed_copy)
    assert again.release is None
    assert (f"{HEMNE}/2", LeftBecause.WITHDRAWN) in left(again)
    assert exported(seeded) == before


def _with_another_star(folder: Path) -> None:
    file = folder / "evaluations" / f"{HEMNE}.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["gold_stars"].append({"scope": "unknown", "practice": {"nb": "Noe mer"}})
    file.write_text(json.dumps(content), encoding="utf-8")


def test_the_stars_of_an_editors_evaluation_stay_when_the_seed_drops_its_file(
    seeded: Engine, seed_copy: Path
) -> None:
    """Nobody has touched the star: it is one with its evaluation."""
    found = evaluation_of(real_state(), HEMNE)
    area, *rest = found.areas
    changed = replace(found, areas=(replace(area, findings=area.findings[1:]), *rest))
    edited(seeded, with_evaluation(real_state(), changed), record(HEMNE))
    (seed_copy / "evaluations" / f"{HEMNE}.json").unlink()
    assert seed(seeded, seed_copy).release is None
    assert f'"key":"{HEMNE}/1"' in exported(seeded)


def test_what_rests_on_a_withdrawn_municipality_stays_out(seeded: Engine) -> None:
    """Kramfors is taken out whole; then the folder has an evaluation of it that never was."""
    register = real_state().register
    others = {slug: m for slug, m in register.municipalities.items() if slug != "kramfors"}
    theirs = {e.id for e in real_state().evaluations if e.municipality == "kramfors"}
    state = replace(
        real_state(),
        register=replace(register, municipalities=others),
        evaluations=tuple(e for e in real_state().evaluations if e.id not in theirs),
    )
    edited(seeded, state, (MunicipalityRevision, "kramfors"), *map(record, theirs))
    found = evaluation_of(real_state(), "kramfors-2013")
    later = replace(found, id="kramfors-2016", year=2016, gold_stars=())
    wanted = replace(real_state(), evaluations=(*real_state().evaluations, later))
    again = publish(seeded, Publication(wanted, Origin.SEED, DatasetKind.REAL))
    assert again.release is None
    assert left(again) == {
        ("kramfors", LeftBecause.WITHDRAWN),
        *((id, LeftBecause.WITHDRAWN) for id in theirs),
        ("kramfors-2016", LeftBecause.RESTS_ON_WITHDRAWN),
    }


def test_an_alias_does_not_take_the_name_of_what_an_editor_published(
    seeded: Engine, seed_copy: Path
) -> None:
    found = evaluation_of(real_state(), "kramfors-2013")
    mine = replace(found, id="kramfors-2017", year=2017, gold_stars=())
    state = replace(real_state(), evaluations=(*real_state().evaluations, mine))
    edited(seeded, state, record(mine.id))
    aliases = seed_copy / "register/aliases.csv"
    content = aliases.read_text(encoding="utf-8").rstrip("\n")
    aliases.write_text(f"{content}\nevaluation,kramfors-2017,kramfors-2013\n", encoding="utf-8")
    again = seed(seeded, seed_copy)
    assert (again.release, left(again)) == (
        None,
        {("evaluation/kramfors-2017", LeftBecause.NAME_TAKEN)},
    )


def test_all_else_of_the_seed_becomes_public_beside_what_is_left(
    seeded: Engine, seed_copy: Path
) -> None:
    withdrawn(seeded, HEMNE)
    edit(seed_copy / "evaluations/ovre-eiker-2015.json", '"total": 378', '"total": 379')
    again = seed(seeded, seed_copy)
    assert again.release is not None
    assert again.release.summary == "Endret: 1 evaluering."
    assert numbers(seeded) == [3, 2, 1]
    assert f'"key":"{HEMNE}"' not in exported(seeded)


def test_what_an_editor_replaced_is_not_put_back(seeded: Engine) -> None:
    edited(seeded, with_total(real_state(), "kramfors-2013", "449"), record("kramfors-2013"))
    again = seed(seeded, SEED)
    assert (again.release, again.left_out) == (None, ())
    assert [kept.key for kept in again.kept] == ["kramfors-2013"]


def test_what_an_editors_record_rests_on_is_not_taken_away(seeded: Engine) -> None:
    """The folder has no Kramfors any more, neither the municipality nor evaluations of it."""
    found = evaluation_of(real_state(), "kramfors-2013")
    mine = replace(found, id="kramfors-2017", year=2017, gold_stars=())
    state = replace(real_state(), evaluations=(*real_state().evaluations, mine))
    edited(seeded, state, record(mine.id))
    register = real_state().register
    others = {slug: m for slug, m in register.municipalities.items() if slug != "kramfors"}
    wanted = replace(
        real_state(),
        register=replace(register, municipalities=others),
        evaluations=tuple(e for e in real_state().evaluations if e.municipality != "kramfors"),
    )
    again = publish(seeded, Publication(wanted, Origin.SEED, DatasetKind.REAL))
    assert [(kept.table, kept.key) for kept in again.kept] == [(MunicipalityRevision, "kramfors")]
    public = exported(seeded)
    assert '"key":"kramfors-2017"' in public
    assert '"key":"kramfors"' in public
    assert '"key":"kramfors-2013"' not in public
