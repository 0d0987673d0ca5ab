"""The ledger's chain: whatever is changed afterwards is found, and where."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.editing import LedgerStep
from app.domain.ledger import (
    FIRST,
    NOTHING,
    Chain,
    LedgerBroken,
    LedgerEntry,
    NamedEntry,
    bound,
    hash_of,
    verify,
)

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
COUNT = 6


def chained() -> list[LedgerEntry]:
    found: list[LedgerEntry] = []
    for n in range(COUNT):
        entry = LedgerEntry(
            0,
            AT + timedelta(minutes=n),
            7,
            "Kontoret",
            LedgerStep.PUBLISHED,
            n,
            "evaluation",
            f"hemne-{2010 + n}",
            n + 2,
            "a" * 64,
            "b" * 64,
            "Fordi",
            True,
        )
        found.append(bound(entry, found[-1] if found else None))
    return found


OTHER: dict[str, Any] = {
    "seq": 40,
    "at": AT - timedelta(days=1),
    "account": 8,
    "office": "Et annet kontor",
    "step": LedgerStep.WITHDRAWN,
    "draft": 99,
    "kind": "register",
    "key": "oslo-2012",
    "release": 1,
    "old_sha256": None,
    "new_sha256": "c" * 64,
    "reason": "Derfor",
    "public": False,
    "previous_hash": "d" * 64,
    "hash": "e" * 64,
}


def test_a_chain_that_nobody_touched_holds() -> None:
    assert verify(chained()) == COUNT
    assert verify([]) == 0
    assert chained()[0].previous_hash == FIRST


@pytest.mark.parametrize("name", [field.name for field in fields(LedgerEntry)])
@pytest.mark.parametrize("position", [0, 3, COUNT - 1])
def test_a_changed_field_is_found_at_its_entry(name: str, position: int) -> None:
    entries = chained()
    entries[position] = replace(entries[position], **{name: OTHER[name]})
    with pytest.raises(LedgerBroken) as broken:
        verify(entries)
    assert broken.value.seq == position + 1


@pytest.mark.parametrize("position", [0, 3, COUNT - 1])
def test_who_signs_the_changed_entry_anew_is_found_at_the_next(position: int) -> None:
    entries = chained()
    forged = replace(entries[position], reason="Noe annet")
    entries[position] = replace(forged, hash=hash_of(forged))
    if position == COUNT - 1:
        return  # the last one binds nothing yet: what was noted elsewhere of it has to be compared
    with pytest.raises(LedgerBroken) as broken:
        verify(entries)
    assert broken.value.seq == position + 2


MEDDLED: dict[str, tuple[Callable[[list[LedgerEntry]], list[LedgerEntry]], int]] = {
    "one taken away": (lambda found: found[:2] + found[3:], 3),
    "the first taken away": (lambda found: found[1:], 1),
    "one put in": (lambda found: [*found[:2], found[1], *found[2:]], 3),
    "two exchanged": (lambda found: [found[0], found[2], found[1], *found[3:]], 2),
}


@pytest.mark.parametrize("how", MEDDLED)
def test_entries_taken_out_put_in_or_exchanged_are_found(how: str) -> None:
    meddle, first = MEDDLED[how]
    with pytest.raises(LedgerBroken) as broken:
        verify(meddle(chained()))
    assert broken.value.seq == first


def test_the_hash_does_not_hang_on_the_zone_that_a_time_is_told_in() -> None:
    entry = chained()[0]
    elsewhere = replace(entry, at=entry.at.astimezone())
    assert hash_of(elsewhere) == entry.hash


CUT: dict[str, Callable[[list[LedgerEntry]], list[LedgerEntry]]] = {
    "one": lambda found: found[:-1],
    "many": lambda found: found[:2],
    "all": lambda found: [],
}


@pytest.mark.parametrize("how", CUT)
def test_entries_cut_off_at_the_end_are_missed_by_the_release_that_names_the_last(how: str) -> None:
    whole = chained()
    left = CUT[how](whole)
    named = NamedEntry(7, whole[-1].hash)
    assert verify(whole, named) == COUNT
    assert verify(left) == len(left)  # nothing else shows it
    with pytest.raises(LedgerBroken) as broken:
        verify(left, named)
    assert (broken.value.seq, broken.value.named) == (len(left) + 1, 7)


def test_entries_added_after_a_cut_do_not_hide_it() -> None:
    whole = chained()
    left = whole[:3]
    for entry in whole[3:]:
        left.append(bound(replace(entry, reason="Noe annet"), left[-1]))
    assert verify(left) == COUNT
    with pytest.raises(LedgerBroken, match="release 7"):
        verify(left, NamedEntry(7, whole[-1].hash))


def test_what_was_done_after_the_release_that_names_an_entry_is_no_fault() -> None:
    whole = chained()
    assert verify(whole, NamedEntry(5, whole[3].hash)) == COUNT


@pytest.mark.parametrize("stop", range(COUNT + 1))
@pytest.mark.parametrize("position", [0, 3, COUNT - 1])
def test_a_chain_is_verified_in_parts_like_all_at_once(stop: int, position: int) -> None:
    """Wherever it is stopped, and wherever the entry stands that a release names."""
    whole = chained()
    named = NamedEntry(position + 2, whole[position].hash)
    first = Chain(NOTHING, named)
    for entry in whole[:stop]:
        first.take(entry)
    then = Chain(first.verified, named)
    for entry in whole[stop:]:
        then.take(entry)
    then.end()
    assert (then.verified.seq, then.verified.hash) == (COUNT, whole[-1].hash)


def test_a_release_that_is_made_while_a_chain_is_verified_is_found_afterwards() -> None:
    whole = chained()
    first = Chain(NOTHING, NamedEntry(2, whole[0].hash))
    for entry in whole:
        first.take(entry)
    Chain(first.verified, NamedEntry(7, whole[-1].hash)).end()
