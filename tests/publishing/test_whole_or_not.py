"""A release is made whole or not at all, by one writer at a time, and never of mixed data."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.models import DatasetKind, Origin
from app.publishing.demo import publish_demo
from app.publishing.faults import RejectedError
from app.publishing.release import (
    Publication,
    Published,
    ReadBackDiffers,
    WrongDataset,
    publish,
)
from app.publishing.seed import seed
from tests import databases
from tests.databases import SEED, Backend
from tests.publishing.changing import (
    edit,
    evaluation_of,
    everything,
    exported,
    numbers,
    real_state,
    record,
    with_evaluation,
    with_total,
)

LONGEST = 60
"""Seconds after which writers that wait for each other are given up."""


class Interrupted(Exception):
    """The machine stops here."""


@contextmanager
def interrupted_at(engine: Engine, statement: str) -> Iterator[None]:
    """Breaks off right after the first statement that begins so."""

    def stop(_conn: Any, _cursor: Any, sent: str, *_rest: Any) -> None:
        if sent.startswith(statement):
            raise Interrupted(sent)

    event.listen(engine, "after_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(engine, "after_cursor_execute", stop)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO dataset",
        "INSERT INTO municipality_code",
        "INSERT INTO finding",
        "UPDATE release",
    ],
)
def test_a_first_release_that_is_broken_off_leaves_nothing(empty: Engine, statement: str) -> None:
    before = everything(empty)
    with interrupted_at(empty, statement), pytest.raises(Interrupted):
        seed(empty, SEED)
    assert everything(empty) == before
    assert before["release"] == []


@pytest.mark.parametrize("statement", ["UPDATE evaluation", "INSERT INTO area_result"])
def test_a_change_that_is_broken_off_leaves_the_old_release(
    seeded: Engine, seed_copy: Path, statement: str
) -> None:
    before = everything(seeded)
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    with interrupted_at(seeded, statement), pytest.raises(Interrupted):
        seed(seeded, seed_copy)
    assert everything(seeded) == before
    published = seed(seeded, seed_copy)
    assert published.release is not None
    assert published.release.number == 2


def test_what_does_not_read_back_is_not_kept(seeded: Engine) -> None:
    """Minus zero has no place in whole tenths, so it comes back as another text."""
    found = evaluation_of(real_state(), "kramfors-2013")
    minus = Decimal("-0.0")
    spoiled = replace(found, total=replace(found.total, score=minus, stated=minus))
    before = everything(seeded)
    with pytest.raises(ReadBackDiffers):
        publish(
            seeded,
            Publication(with_evaluation(real_state(), spoiled), Origin.SEED, DatasetKind.REAL),
        )
    assert everything(seeded) == before


def test_faults_stop_everything(seeded: Engine, seed_copy: Path) -> None:
    before = everything(seeded)
    edit(seed_copy / "evaluations/ovre-eiker-2015.json", '"total": 378', '"total": 379')
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 801')
    with pytest.raises(RejectedError):
        seed(seeded, seed_copy)
    assert everything(seeded) == before


def _at_once(*writers: Callable[[], Published]) -> list[Published]:
    """Lets all of them begin at the same moment."""
    barrier = Barrier(len(writers), timeout=LONGEST)

    def run(writer: Callable[[], Published]) -> Published:
        barrier.wait()
        return writer()

    with ThreadPoolExecutor(len(writers)) as pool:
        running = [pool.submit(run, writer) for writer in writers]
        return [future.result(timeout=LONGEST) for future in running]


def test_three_who_seed_at_once_make_one_release(empty: Engine) -> None:
    published = _at_once(*[lambda: seed(empty, SEED)] * 3)
    made = [found.release.number for found in published if found.release is not None]
    assert made == [1]
    assert numbers(empty) == [1]


def test_two_who_change_different_things_at_once_both_get_their_release(seeded: Engine) -> None:
    def editor(id: str, total: str) -> Callable[[], Published]:
        wanted = Publication(
            with_total(real_state(), id, total),
            Origin.EDITOR,
            DatasetKind.REAL,
            frozenset({record(id)}),
        )
        return lambda: publish(seeded, wanted)

    published = _at_once(editor("kramfors-2013", "449"), editor("ovre-eiker-2015", "379"))
    assert {found.release.number for found in published if found.release} == {2, 3}
    newest = {line for line in exported(seeded).splitlines() if '"kind":"evaluation"' in line}
    for id, total in (("kramfors-2013", "449.0"), ("ovre-eiker-2015", "379.0")):
        (line,) = (line for line in newest if f'"key":"{id}"' in line)
        assert f'"score":{total}' in line


@pytest.fixture
def demo(backend: Backend, demo_url: str) -> Iterator[Engine]:
    """A database of the test's own with made-up data."""
    own = backend.copy(demo_url)
    with databases.writing(own) as engine:
        yield engine
    backend.drop(own)


def test_made_up_data_never_go_into_a_database_with_real_ones(seeded: Engine) -> None:
    before = everything(seeded)
    with pytest.raises(WrongDataset, match="holds real data, and demo data never"):
        publish_demo(seeded, SEED)
    assert everything(seeded) == before


def test_real_data_never_go_into_a_database_with_made_up_ones(demo: Engine) -> None:
    before = everything(demo)
    with pytest.raises(WrongDataset, match="holds demo data, and real data never"):
        seed(demo, SEED)
    assert everything(demo) == before


def test_the_made_up_data_published_twice_are_one_release(demo: Engine) -> None:
    published = publish_demo(demo, SEED)
    assert (published.release, published.kept) == (None, ())
    assert numbers(demo) == [1]
