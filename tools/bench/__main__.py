"""`make bench`: one run, one table. `ARGS=--help` says what can be chosen."""

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from app.config import ROOT
from tools.bench import databases
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.loader import Loader
from tools.bench.machine import machine
from tools.bench.parts import PARTS
from tools.bench.report import record
from tools.bench.table import Row, table


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all servers are ended too
    chosen = _arguments()
    facts = machine()
    print(facts)
    folder: Path = chosen.folder
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    rows: list[Row] = []
    try:
        with Loader() as loader:
            bench = Bench(
                folder=folder,
                environment=chosen.environment,
                loader=loader,
                rounds=chosen.rounds,
                seconds=chosen.seconds,
                connections=chosen.connections,
                sizes=chosen.sizes,
                real=databases.real(folder),
            )
            # One by one: a run that is broken off tells what it has.
            rows.extend(_rows(bench, chosen.only or list(PARTS)))
    finally:
        minutes = (time.monotonic() - began) / 60
        _tell(rows, minutes)
    if chosen.record:
        record(rows, facts, minutes)


def _tell(rows: list[Row], minutes: float) -> None:
    targets = [row for row in rows if row.target and row.result]
    missed = sum(row.missed for row in targets)
    print(f"\n{table(rows)}\n")
    print(f"{missed} of {len(targets)} targets missed; {minutes:.1f} minutes")


def _rows(bench: Bench, names: list[str]) -> Iterator[Row]:
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            yield from PARTS[name](bench)
        except NotMeasured as reason:
            yield Row(name, name, why_not=str(reason))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    add = parser.add_argument
    add("--only", nargs="+", choices=list(PARTS), help="these parts, not all")
    add("--record", action="store_true", help="write the table to docs/benchmarks.md")
    add(
        "--sizes",
        nargs="*",
        type=int,
        default=[1_000, 10_000],
        metavar="N",
        help="evaluations in made-up databases; 100000 takes minutes to make the first time",
    )
    add("--rounds", type=int, default=7, help="how often each is asked")
    add("--seconds", type=float, default=0.6, help="length of a round")
    add("--connections", type=int, default=32, help="connections of the load")
    add("--folder", type=Path, default=ROOT / "var" / "bench", help="where databases are kept")
    add(
        "--environment",
        type=Path,
        default=ROOT / "var" / "bench-env",
        help="where requirements-bench.lock is installed",
    )
    chosen = parser.parse_args()
    if chosen.record and chosen.only:
        parser.error("--record wants a whole run: leave out --only")
    return chosen


if __name__ == "__main__":
    main()
