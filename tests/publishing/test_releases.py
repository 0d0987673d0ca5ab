"""Releases: one for each change, each readable for ever, exactly as it was."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import Engine

from app.database import session_factory
from app.models import DatasetKind, Origin
from app.publishing.documents import documents, export_text
from app.publishing.release import Publication, publish
from app.publishing.seed import seed
from app.queries.reading import open_reading
from tests.databases import SEED
from tests.publishing.changing import (
    edit,
    everything,
    exported,
    numbers,
    real_state,
    sha256s,
    with_total,
)

KRAMFORS = Path("evaluations/kramfors-2013.json")


def test_the_first_seed_is_release_one_and_the_second_none(empty: Engine) -> None:
    first = seed(empty, SEED)
    assert first.release is not None
    assert (first.release.number, first.release.demo, first.kept) == (1, False, ())
    before = everything(empty)
    second = seed(empty, SEED)
    assert (second.release, second.kept) == (None, ())
    assert everything(empty) == before


def test_the_first_release_says_what_it_holds(seeded: Engine) -> None:
    # All but the gold stars and the rules are counted in the seed folder itself.
    lines = exported(seeded).splitlines()
    kinds = [line.partition('"kind":"')[2].partition('"')[0] for line in lines]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "evaluation": 102,
        "gold-star": 4,
        "municipality": 768,
        "change": 126,
        "reference-average": 8,
        "known-evaluated": 14,
        "group-scheme": 3,
        "method-version": 4,
        "instrument": 1,
    }


def test_the_signature_is_that_of_the_export(seeded: Engine) -> None:
    assert hashlib.sha256(exported(seeded).encode()).hexdigest() == sha256s(seeded)[1]


def test_what_is_read_back_is_what_the_folder_says(seeded: Engine) -> None:
    """The same on both databases, so that both sign the same data with the same SHA-256."""
    assert exported(seeded) == export_text(documents(real_state()))


def test_a_change_is_a_new_release_and_the_old_one_reads_back(
    seeded: Engine, seed_copy: Path
) -> None:
    before = exported(seeded, 1)
    edit(seed_copy / KRAMFORS, '"total": 448', '"total": 449')
    published = seed(seeded, seed_copy)
    assert published.release is not None
    assert (published.release.number, published.release.summary) == (2, "Endret: 1 evaluering.")
    assert exported(seeded, 1) == before
    changed = set(exported(seeded, 2).splitlines()) ^ set(before.splitlines())
    assert sorted(line.count('"score":449.0') for line in changed) == [0, 1]
    for number, sha256 in sha256s(seeded).items():
        assert hashlib.sha256(exported(seeded, number).encode()).hexdigest() == sha256


def test_what_comes_and_goes_comes_and_goes_by_release(seeded: Engine, seed_copy: Path) -> None:
    first = exported(seeded)
    (seed_copy / KRAMFORS).unlink()
    (seed_copy / "evaluations/ovre-eiker-2015.json").unlink()
    gone = seed(seeded, seed_copy)
    assert gone.release is not None
    assert gone.release.summary == "Tatt ut: 2 evalueringer og 2 Gullstjerner."
    assert "kramfors-2013" not in exported(seeded)
    assert seed(seeded, SEED).release is not None
    assert (exported(seeded, 1), exported(seeded, 3)) == (first, first)
    assert "kramfors-2013" not in exported(seeded, 2)
    assert numbers(seeded) == [3, 2, 1]


def test_unlike_figures_of_the_register_are_a_release_too(seeded: Engine, seed_copy: Path) -> None:
    """A later count of inhabitants changes the municipality, and the evaluation of that year."""
    old = exported(seeded)
    populations = seed_copy / "register/populations.csv"
    lines = populations.read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("hemne,2018,"))
    _, _, inhabitants, source = lines[place].split(",")
    lines[place] = f"hemne,2018,{int(inhabitants) + 1},{source}"
    populations.write_text("\n".join(lines) + "\n", encoding="utf-8")
    published = seed(seeded, seed_copy)
    assert published.release is not None
    assert published.release.summary == "Endret: 1 evaluering og 1 kommune."
    assert exported(seeded, 1) == old


def test_a_release_carries_a_whole_second_in_utc(seeded: Engine) -> None:
    at = datetime(2026, 3, 1, 0, 30, 5, 999_999, tzinfo=timezone(timedelta(hours=1)))
    wanted = Publication(
        with_total(real_state(), "kramfors-2013", "449"), Origin.SEED, DatasetKind.REAL
    )
    publish(seeded, wanted, now=at)
    with session_factory(seeded)() as session:
        release = open_reading(session, 2).release
    assert release.published_at == datetime(2026, 2, 28, 23, 30, 5, tzinfo=UTC)
    assert release.published_at.utcoffset() == timedelta(0)


def test_a_summary_of_ones_own_is_kept(seeded: Engine) -> None:
    wanted = Publication(
        with_total(real_state(), "kramfors-2013", "449"),
        Origin.SEED,
        DatasetKind.REAL,
        summary="Rettet et tall.",
    )
    published = publish(seeded, wanted)
    assert published.release is not None
    assert published.release.summary == "Rettet et tall."


def test_points_at_the_limits_read_back_exactly(seeded: Engine) -> None:
    totals = {"kramfors-2013": "0", "ovre-eiker-2015": "800", "roros-2017": "799.9"}
    state = real_state()
    for id, total in totals.items():
        state = with_total(state, id, total)
    publish(seeded, Publication(state, Origin.SEED, DatasetKind.REAL))
    found = [json.loads(line) for line in exported(seeded).splitlines()]
    read = {
        line["key"]: (line["record"]["total"]["score"], line["record"]["total"]["stated"])
        for line in found
        if line["kind"] == "evaluation" and line["key"] in totals
    }
    assert read == {id: (float(total), float(total)) for id, total in totals.items()}
