"""Lists of the API beside Datasette with the same rows."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from tools.bench import comparisons
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.servers import Server, free_port, get, site
from tools.bench.table import Row, at_least

LISTS: Final = ("evaluations", "municipalities")
GROUP: Final = "Lists as JSON beside Datasette with the same rows (one worker each, uncompressed)"
ONLY_ROWS: Final = "_shape=array&_nofacet=1&_nosuggest=1&_nocount=1"
"""Spares Datasette all it would work out beside the rows."""


def measure(bench: Bench) -> Iterator[Row]:
    """The first page of each list, out of the store and worked out anew."""
    if not bench.program("datasette").exists():
        raise NotMeasured("no Datasette")
    with (
        site(bench.folder, bench.real) as warm,
        site(bench.folder, bench.real, megabytes=0) as cold,
        _datasette(bench, _exported(warm, bench.folder / "lists.db")) as datasette,
    ):
        for listed in LISTS:
            ours = bench.order(f"/api/v1/{listed}", encoding="identity")
            rows = _rows(warm, ours.paths[0])
            beside = replace(ours, paths=[f"/lists/{listed}.json?_size={rows}&{ONLY_ROWS}"])
            if rows != _rows(datasette, beside.paths[0]):
                raise NotMeasured("Datasette does not answer as many rows")
            # Where nothing is kept, many who ask for the same at once may still share the work:
            # what it takes is seen by one reader alone.
            found = bench.in_turn(
                {
                    "warm": (warm, ours),
                    "other": (datasette, beside),
                    "cold": (cold, replace(ours, connections=1)),
                    "other, alone": (datasette, replace(beside, connections=1)),
                }
            )
            what = f"{ours.paths[0]} ({rows} rows) ÷ Datasette"
            other = found["other"]
            yield comparisons.rate(
                GROUP, f"{what}: warm", found["warm"], other, target=at_least(20)
            )
            yield comparisons.rate(
                GROUP, f"{what}: cold, one reader", found["cold"], found["other, alone"]
            )
            result = comparisons.ratio("processor", other, found["warm"])
            what = f"{ours.paths[0]}: Datasette's processor time an answer ÷ ours, warm"
            yield Row(GROUP, what, result=result)


def _exported(ours: Server, file: Path) -> Path:
    """The lists as the API gives them in CSV, as tables of an SQLite database."""
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        for name in LISTS:
            _, _, body = get(ours.port, f"/api/v1/{name}.csv")
            head, *rows = csv.reader(io.StringIO(body.decode("utf-8-sig")))
            columns = ", ".join(f'"{column}" NUMERIC' for column in head)
            database.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" * len(head))
            database.executemany(
                f'INSERT INTO "{name}" VALUES ({marks})',  # noqa: S608
                [[cell or None for cell in row] for row in rows],
            )
        database.commit()
    return file


def _datasette(bench: Bench, file: Path) -> Server:
    port = free_port()
    command = [str(bench.program("datasette")), "serve", "--immutable", str(file)]
    return Server("datasette", [*command, "--port", str(port)], port, bench.folder)


def _rows(server: Server, path: str) -> int:
    """How many rows an answer holds."""
    status, _, body = get(server.port, path)
    if status != 200:
        raise NotMeasured(f"{path} is answered with {status}")
    answer = json.loads(body)
    return len(answer["items"] if isinstance(answer, dict) else answer)
