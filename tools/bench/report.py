"""Writes the last run into `docs/benchmarks.md`, in place of the one before."""

from collections.abc import Sequence
from typing import Final

from app.config import ROOT
from tools.bench.machine import Machine
from tools.bench.table import Row, table

FILE: Final = ROOT / "docs" / "benchmarks.md"
HEADING: Final = "## Last run\n"
"""All that follows is written by `make bench ARGS=--record`; what stands before is by hand."""


def with_run(document: str, rows: Sequence[Row], machine: Machine, minutes: float) -> str:
    """The document with this run as its last.

    Raises:
        ValueError: the document has no place for it.
    """
    before, heading, _ = document.partition(HEADING)
    if not heading:
        raise ValueError(f"there is no heading “{HEADING.strip()}” in the document")
    caution = (
        "**The machine was busy with other work: these figures are a first look, no more.**\n\n"
        if machine.busy
        else ""
    )
    took = f"`make bench`, {minutes:.0f} minutes. {machine}."
    return f"{before}{heading}\n{caution}{took}\n\n{table(rows)}\n"


def record(rows: Sequence[Row], machine: Machine, minutes: float) -> None:
    """Puts a run on record."""
    document = FILE.read_text(encoding="utf-8")
    FILE.write_text(with_run(document, rows, machine, minutes), encoding="utf-8")
