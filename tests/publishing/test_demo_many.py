"""Made-up evaluations in any number: so many, the same every time, spread over everything."""

import hashlib
import os
import subprocess
import sys
from statistics import mean

import pytest
from sqlalchemy import Engine

from app.bounds import MADE_UP_EVALUATIONS
from app.config import ROOT
from app.domain.municipality import Country, Lineage
from app.domain.naming.spelling import fold
from app.domain.score import Measure
from app.publishing.demo import publish_demo
from app.publishing.demo_many import ManyEvaluations, many_made_up
from app.publishing.documents import documents, export_text
from app.publishing.progress import Step
from app.publishing.state import State
from tests.databases import SEED
from tests.publishing.changing import everything, exported, numbers, real_state, sha256s

MANY = 1_500


def made(count: int) -> State:
    taken = {fold(held.name) for held in real_state().register.municipalities.values()}
    return many_made_up(real_state().instrument, taken, count)


@pytest.fixture(scope="module")
def many() -> State:
    return made(MANY)


@pytest.mark.parametrize("count", [1, 2, 317])
def test_there_are_exactly_as_many_as_were_asked_for(count: int) -> None:
    state = made(count)
    assert len(state.evaluations) == len(tuple(state.evaluations)) == count
    assert len({e.id for e in state.evaluations}) == count


def test_a_larger_set_holds_a_smaller_one(many: State) -> None:
    larger = {e.id: e for e in many.evaluations}
    assert all(larger[e.id] == e for e in made(700).evaluations)


def test_the_largest_set_can_be_named(many: State) -> None:
    """Names are the one thing that could run out."""
    state = made(MADE_UP_EVALUATIONS)
    assert len(state.evaluations) == MADE_UP_EVALUATIONS
    held = state.register.municipalities
    assert set(many.register.municipalities) < set(held)
    current = [m for m in held.values() if m.is_current]
    assert len({fold(m.name) for m in current}) == len(current)
    codes = [(m.country, code.code) for m in held.values() for code in m.codes]
    merged = len(state.register.changes) // 3
    assert len(set(codes)) == len(codes) == len(held)
    assert merged > 0


@pytest.mark.parametrize("count", [0, -1, MADE_UP_EVALUATIONS + 1])
def test_other_numbers_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="has to be 1 to 100000"):
        made(count)


def test_they_are_spread_over_everything(many: State) -> None:
    found = tuple(many.evaluations)
    assert {e.country for e in found} == set(Country)
    assert {e.year for e in found} == set(range(2004, 2026))
    assert {e.version for e in found} == set(many.instrument.versions)
    assert {e.size_group for e in found} == {"small", "medium", "large"}
    assert len({e.municipality for e in found}) > MANY / 6
    for e in found:
        version = many.instrument.versions[e.version]
        assert version.year_from <= e.year
        held = many.register.municipalities[e.municipality]
        assert held.valid_from is None or held.valid_from.year <= e.year
        assert held.valid_to is None or e.year <= held.valid_to.year


def test_some_have_become_one(many: State) -> None:
    lineage = Lineage(many.register.changes)
    heirs = {change.after for change in lineage.changes}
    assert len(heirs) >= MANY // 400
    assert all(len(lineage.predecessors(heir)) == 3 for heir in heirs)
    municipalities = many.register.municipalities
    assert not any(municipalities[change.before].is_current for change in lineage.changes)


def test_nothing_of_it_could_be_taken_for_real(many: State) -> None:
    real = real_state().register.municipalities.values()
    names = {
        fold(name) for held in real for name in (held.name, *held.other_names, *held.earlier_names)
    }
    assert not {fold(held.name) for held in many.register.municipalities.values()} & names
    sources = {e.source.title for e in many.evaluations}
    sources |= {average.source.title for average in many.references}
    sources |= {p.source for s in many.register.populations.values() for p in s}
    assert all(source.startswith("Oppdikt") for source in sources)


def test_averages_are_those_of_the_evaluations(many: State) -> None:
    for average in many.references:
        latest = {
            e.municipality: e.total.score
            for e in sorted(many.evaluations, key=lambda e: (e.year, e.id))
            if e.country is average.country and 2010 <= e.year <= 2018 and e.total.score is not None
        }
        chosen = list(latest.values())
        assert average.n == len(chosen)
        assert abs(average.figures[Measure.TOTAL] - mean(chosen)) <= 1


def test_evaluations_are_made_again_alike(many: State) -> None:
    assert isinstance(many.evaluations, ManyEvaluations)
    assert tuple(many.evaluations) == tuple(many.evaluations)
    assert next(iter(many.evaluations)) in many.evaluations
    assert "nothing" not in many.evaluations


def test_another_process_makes_the_same() -> None:
    script = (
        "import hashlib; from tests.publishing.test_demo_many import made;"
        "from app.publishing.documents import documents, export_text;"
        "print(hashlib.sha256(export_text(documents(made(40))).encode()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    here = export_text(documents(made(40)))
    assert there.stdout.decode().strip() == hashlib.sha256(here.encode()).hexdigest()


@pytest.fixture
def released(empty: Engine) -> Engine:
    """A database with 40 made-up evaluations."""
    publish_demo(empty, SEED, 40)
    return empty


def test_what_is_published_is_what_was_made(released: Engine) -> None:
    text = export_text(documents(made(40)))
    assert exported(released) == text
    assert sha256s(released)[1] == hashlib.sha256(text.encode()).hexdigest()


def test_the_same_number_again_makes_no_release(released: Engine) -> None:
    before = everything(released)
    assert publish_demo(released, SEED, 40).release is None
    assert everything(released) == before


def test_another_number_is_the_difference_as_a_new_release(released: Engine) -> None:
    first = exported(released)
    published = publish_demo(released, SEED, 60)
    assert published.release is not None
    assert "Nytt: 20 evalueringer" in published.release.summary
    assert "Tatt ut" not in published.release.summary
    assert exported(released, 2) == export_text(documents(made(60)))
    assert exported(released, 1) == first
    assert publish_demo(released, SEED).release is not None
    assert numbers(released) == [3, 2, 1]


def test_how_far_it_has_come_is_told(empty: Engine) -> None:
    told: list[tuple[Step, int, int]] = []
    publish_demo(empty, SEED, 40, lambda *words: told.append(words))
    assert list(dict.fromkeys(step for step, _, _ in told)) == list(Step)
    for step in Step:
        done = [(n, total) for at, n, total in told if at is step]
        assert done == sorted(done)
        assert done[-1][0] == done[-1][1] > 0
    assert (Step.COMPARING, 40, 40) in told
