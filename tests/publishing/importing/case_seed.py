"""The municipalities of the import cases as a seed folder, so that both doors can be tried on them.

The method is the real one. Nothing has been evaluated there yet.
"""

import csv
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.databases import SEED

CASES = Path(__file__).parent / "cases"
_ENDED = "-til-2019"
_HEIR = "storvik"


def write_case_seed(folder: Path) -> Path:
    """Makes the folder; returns it."""
    register = folder / "register"
    shutil.copytree(SEED / "methods", folder / "methods")
    (folder / "evaluations").mkdir()
    register.mkdir()
    for name in ("coverage.json", "reference-averages.json"):
        (folder / name).write_text("[]", encoding="utf-8")
    shutil.copy(SEED / "register" / "group-schemes.json", register)
    for table in (SEED / "register").glob("*.csv"):
        head = table.read_text(encoding="utf-8").splitlines()[0]
        (register / table.name).write_text(f"{head}\n", encoding="utf-8")
    with (CASES / "register.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    _add(register / "municipalities.csv", [_municipality(row) for row in rows])
    _add(register / "codes.csv", [[row["slug"], row["code"], "", "", "case"] for row in rows])
    _add(
        register / "populations.csv",
        [[row["slug"], "2018", row["population"], "case"] for row in rows],
    )
    ended = [row["slug"] for row in rows if row["slug"].endswith(_ENDED)]
    source = "https://example.org/case"
    _add(
        register / "changes.csv",
        [["2020-01-01", "merge", slug, _HEIR, "", source] for slug in ended],
    )
    return folder


def _municipality(row: dict[str, str]) -> list[str]:
    until = "2019-12-31" if row["slug"].endswith(_ENDED) else ""
    of_register = [row[name] for name in ("slug", "country", "name", "name_alt", "county")]
    return [*of_register, row["population"], "2018", "60", "10", "", until]


def _add(table: Path, rows: Iterable[Sequence[str]]) -> None:
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
