"""The databases that are measured: the real data, and made-up data of any size.

They lie in `var/bench` and are kept from run to run, since a large one takes minutes to make.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from app.config import ROOT
from tools.bench.filled import fill


def real(folder: Path) -> str:
    """The address of a database with the real data, brought up to date."""
    return _filled(folder / "real.db", "seed", again=True)


def filled(folder: Path) -> str:
    """The address of a database with the real data and one evaluation of which all is known."""
    seed = folder / "filled"
    shutil.rmtree(seed, ignore_errors=True)
    shutil.copytree(ROOT / "seed", seed)
    fill(seed)
    return _filled(folder / "filled.db", "seed", str(seed), again=True)


def made_up(folder: Path, evaluations: int) -> str:
    """The address of a database with so many made-up evaluations."""
    file = folder / f"demo-{evaluations}.db"
    return _filled(file, "demo", "--evaluations", str(evaluations))


def _filled(file: Path, *command: str, again: bool = False) -> str:
    url = f"sqlite:///{file}"
    _kompass(url, "db", "upgrade")
    if again or not _has_release(file):
        print(f"filling {file} …", file=sys.stderr, flush=True)
        _kompass(url, *command)
    return url


def _has_release(file: Path) -> bool:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT 1 FROM release").fetchone() is not None


def _kompass(url: str, *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "app.cli", *words],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
