"""The table of a run, and its place in the document."""

import datetime
from dataclasses import replace

import pytest

from app.config import ROOT
from tools.bench.machine import Machine
from tools.bench.report import FILE, HEADING, with_run
from tools.bench.spread import Spread
from tools.bench.table import Row, at_least, at_most, number, table

MACHINE = Machine(
    date=datetime.date(2026, 11, 28),
    commit="0123abc",
    processor="A processor",
    cores=2,
    gigabytes=24,
    system="Linux x86_64",
    python="3.11.7",
    load=0.1,
)


def cells(row: Row) -> list[str]:
    """The cells of a row, as the table shows them."""
    return [cell.strip() for cell in table([row]).splitlines()[-1].strip("|").split("|")]


def test_a_row_shows_its_result_its_range_and_whether_the_target_is_kept() -> None:
    row = Row("g", "rate", "9/s", "10/s", Spread(0.9, 0.85, 0.93), "%", at_least(0.95))
    assert cells(row) == [
        "rate", "9/s", "10/s", "90.0 % (85.0 % to 93.0 %)", "≥ 95.0 %", "MISSED",
    ]  # fmt: skip
    assert row.missed


def test_a_target_that_is_just_kept_is_kept() -> None:
    assert cells(Row("g", "w", result=Spread(25, 20, 30), unit="ms", target=at_most(25)))[3:] == [
        "25.0 ms (20.0 ms to 30.0 ms)",
        "≤ 25.0 ms",
        "met",
    ]


def test_what_was_not_measured_says_why_and_has_no_verdict() -> None:
    row = Row("g", "w", target=at_least(1), why_not="no nginx")
    assert cells(row)[3:] == ["not measured: no nginx", "≥ 1.00 ×", ""]
    assert not row.missed


def test_a_single_round_has_no_range() -> None:
    assert cells(Row("g", "w", result=Spread(2, 2, 2)))[3] == "2.00 ×"


def test_groups_are_named_once_and_columns_line_up() -> None:
    rows = [Row("first", "a"), Row("first", "a longer one"), Row("second", "b")]
    lines = table(rows).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [
        "**first**",
        "a",
        "a longer one",
        "**second**",
        "b",
    ]
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize(
    "value, shown",
    [(0.034, "0.03"), (9.876, "9.88"), (12.34, "12.3"), (123.4, "123"), (12345, "12 345")],
)
def test_figures_have_three_digits_that_count(value: float, shown: str) -> None:
    assert number(value) == shown


def test_a_run_replaces_the_one_before_and_nothing_else() -> None:
    rows = [Row("g", "w", result=Spread(2, 2, 2))]
    once = with_run(f"By hand.\n\n{HEADING}\nThe one before.\n", rows, MACHINE, 7.6)
    assert once.startswith(f"By hand.\n\n{HEADING}\n`make bench`, 8 minutes. 2026-11-28, commit")
    assert "The one before." not in once
    assert with_run(once, rows, MACHINE, 7.6) == once


def test_a_busy_machine_is_said_before_its_figures() -> None:
    document = f"{HEADING}\n"
    assert "busy" not in with_run(document, [], MACHINE, 1)
    assert "**The machine was busy" in with_run(document, [], replace(MACHINE, load=1.2), 1)


def test_there_is_a_place_for_the_run_in_the_document() -> None:
    assert FILE.is_relative_to(ROOT)
    with_run(FILE.read_text(encoding="utf-8"), [], MACHINE, 1)
    with pytest.raises(ValueError, match="no heading"):
        with_run("nothing", [], MACHINE, 1)
