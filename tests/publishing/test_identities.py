"""What has been called something in public is never called anything else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.models import DatasetKind, Origin
from app.publishing.faults import RejectedError
from app.publishing.release import Publication, Published, publish
from app.publishing.seed import read_folder
from app.publishing.state import State
from tests.in_turn import in_turn
from tests.publishing.changing import everything, real_state
from tests.publishing.reforming import merged, reformed, renamed
from tests.publishing.saying import assert_told_in_every_language


def publish_state(engine: Engine, state: State) -> Published:
    return publish(engine, Publication(state, Origin.SEED, DatasetKind.REAL))


def handed_on(state: State) -> State:
    """The new Bærum gets the name that the old one had."""
    moved = renamed(state, "baerum", "baerum-til-2025")
    return merged(moved, "baerum")


def without_aliases(state: State) -> State:
    return replace(state, aliases=())


def other_id(state: State) -> State:
    """An evaluation is called after its method version, and nobody says so."""
    return replace(
        state,
        evaluations=tuple(
            replace(e, id="skaun-2017-v2.1") if e.id == "skaun-2017" else e
            for e in state.evaluations
        ),
    )


def told_in_every_language(error: RejectedError) -> None:
    for fault in error.faults:
        assert_told_in_every_language(fault, "")


@pytest.mark.parametrize(
    "change,told",
    [
        (
            lambda state: without_aliases(renamed(state, "hemne", "hemne-til-2019")),
            "hemne has been public and is called hemne-til-2019 now",
        ),
        (other_id, "skaun-2017 has been public and is called skaun-2017-v2.1 now"),
    ],
)
def test_a_name_that_would_lead_nowhere_is_refused(
    seeded: Engine, change: Callable[[State], State], told: str
) -> None:
    before = everything(seeded)
    with pytest.raises(RejectedError, match=told) as caught:
        publish_state(seeded, change(real_state()))
    told_in_every_language(caught.value)
    assert everything(seeded) == before


def test_a_name_is_not_handed_on(seeded: Engine) -> None:
    state = real_state()
    held = dict(state.register.municipalities)
    held["hemne"] = replace(held["hemne"], codes=held["skaun"].codes)
    wrong = replace(state, register=replace(state.register, municipalities=held))
    with pytest.raises(
        RejectedError, match="hemne was another municipality in release 1"
    ) as caught:
        publish_state(seeded, wrong)
    told_in_every_language(caught.value)


def test_what_was_renamed_is_found_for_ever(seeded: Engine) -> None:
    publish_state(seeded, renamed(real_state(), "hemne", "hemne-til-2019"))
    with pytest.raises(
        RejectedError, match="the municipality that was called hemne must always be found"
    ):
        publish_state(seeded, without_aliases(renamed(real_state(), "hemne", "hemne-til-2019")))


def test_a_reform_is_published_and_told(seeded: Engine) -> None:
    release = publish_state(seeded, reformed(real_state())).release
    assert release is not None
    assert release.summary == (
        "Nytt: 3 kommuner, 4 sammenslåinger og delinger og 1 tidligere adresse. Endret: 3 kommuner."
        " Fått ny adresse: 3 evalueringer, 1 Gullstjerne, 1 kommune og 1 sammenslåing eller deling."
    )
    assert publish_state(seeded, reformed(real_state())).release is None


@in_turn(
    "line, problem",
    [
        ("municipality,skaun,heim", "skaun is already the name of a municipality"),
        ("municipality,hemnes-old,nowhere", "nowhere is not there"),
        (
            "evaluation,hemne-2018,hemne-2011",
            "hemne-2018 is already the name of an evaluation",
        ),
        ("area,a,b", "kind"),
    ],
)
def test_a_wrong_alias_is_a_fault_of_its_line(seed_copy: Path, line: str, problem: str) -> None:
    (seed_copy / "register" / "aliases.csv").write_text(f"kind,old,new\n{line}\n", "utf-8")
    with pytest.raises(RejectedError) as caught:
        read_folder(seed_copy)
    assert problem in str(caught.value)
    assert "aliases.csv:2" in str(caught.value)
    told_in_every_language(caught.value)
