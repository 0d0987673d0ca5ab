"""What an editor has published belongs to the editor: the seed leaves it alone and says so."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from app.domain.message import LocalText
from app.models import DatasetKind, EvaluationRevision, GoldStarRevision, Origin
from app.publishing.diff import RecordKey
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

KRAMFORS = record("kramfors-2013")


def edited(engine: Engine, state: State, *only: RecordKey) -> Published:
    """An editor publishes some records of a state."""
    wanted = Publication(state, Origin.EDITOR, DatasetKind.REAL, frozenset(only))
    return publish(engine, wanted)


def test_an_editor_publishes_the_records_that_are_meant_and_no_other(seeded: Engine) -> None:
    state = with_total(real_state(), "kramfors-2013", "449")
    state = with_total(state, "ovre-eiker-2015", "379")
    before = exported(seeded).splitlines()
    published = edited(seeded, state, KRAMFORS)
    assert published.release is not None
    assert published.release.summary == "Endret: 1 evaluering."
    changed = set(before) ^ set(exported(seeded).splitlines())
    assert all('"key":"kramfors-2013"' in line for line in changed)
    assert len(changed) == 2


def test_the_seed_does_not_overwrite_an_editor_and_reports_what_it_kept(seeded: Engine) -> None:
    edited(seeded, with_total(real_state(), "kramfors-2013", "449"), KRAMFORS)
    before = everything(seeded)
    published = seed(seeded, SEED)
    assert published.release is None
    assert [(kept.table, kept.key) for kept in published.kept] == [
        (EvaluationRevision, "kramfors-2013")
    ]
    assert everything(seeded) == before


def test_the_seed_changes_the_rest_beside_what_an_editor_has_published(
    seeded: Engine, seed_copy: Path
) -> None:
    edited(seeded, with_total(real_state(), "kramfors-2013", "449"), KRAMFORS)
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 450')
    edit(seed_copy / "evaluations/ovre-eiker-2015.json", '"total": 378', '"total": 379')
    published = seed(seeded, seed_copy)
    assert published.release is not None
    assert published.release.summary == "Endret: 1 evaluering."
    assert [kept.key for kept in published.kept] == ["kramfors-2013"]
    text = exported(seeded)
    assert '"score":379.0' in text
    assert '"score":449.0' in text
    assert '"score":450.0' not in text.partition('"key":"kramfors-2013"')[2].partition("\n")[0]


def test_what_an_editor_has_published_stays_when_the_seed_no_longer_has_it(
    seeded: Engine, seed_copy: Path
) -> None:
    edited(seeded, with_total(real_state(), "kramfors-2013", "449"), KRAMFORS)
    (seed_copy / "evaluations/kramfors-2013.json").unlink()
    assert seed(seeded, seed_copy).release is None
    assert '"key":"kramfors-2013"' in exported(seeded)


def test_a_seed_that_says_the_same_as_the_editor_has_nothing_to_report(
    seeded: Engine, seed_copy: Path
) -> None:
    edited(seeded, with_total(real_state(), "kramfors-2013", "449"), KRAMFORS)
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    published = seed(seeded, seed_copy)
    assert (published.release, published.kept) == (None, ())


def test_an_editor_corrects_what_an_editor_has_published(seeded: Engine) -> None:
    for total in ("449", "450"):
        edited(seeded, with_total(real_state(), "kramfors-2013", total), KRAMFORS)
    assert numbers(seeded) == [3, 2, 1]
    assert '"score":449.0' not in exported(seeded).partition('"key":"kramfors-2013"')[2][:2000]


def test_an_editor_takes_out_what_is_meant_and_missing(seeded: Engine) -> None:
    stars = evaluation_of(real_state(), "ovre-eiker-2015").gold_stars
    meant = (record("ovre-eiker-2015"), *map(star_record, stars))
    published = edited(seeded, without_evaluation(real_state(), "ovre-eiker-2015"), *meant)
    assert published.release is not None
    assert published.release.summary == "Tatt ut: 1 evaluering og 2 Gullstjerner."
    assert "ovre-eiker-2015" not in exported(seeded)
    assert "ovre-eiker-2015" in exported(seeded, 1)


def test_a_gold_star_is_a_record_of_its_own(seeded: Engine) -> None:
    found = evaluation_of(real_state(), "hemne-2018")
    (star,) = found.gold_stars
    reworded = replace(star, practice=LocalText({"nb": "Målstyring som virker"}))
    state = with_evaluation(real_state(), replace(found, gold_stars=(reworded,)))
    published = edited(seeded, state, star_record(star))
    assert published.release is not None
    assert published.release.summary == "Endret: 1 Gullstjerne."
    kept = seed(seeded, SEED).kept
    assert [(k.table, k.key) for k in kept] == [(GoldStarRevision, "hemne-2018/1")]
