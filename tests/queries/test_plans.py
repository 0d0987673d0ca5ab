"""No page reads a whole table: every statement of a warm page finds its rows by an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from app.config import settings
from app.database import engine_for
from app.queries.memory import MEMORY
from tests.conftest import UseDatabase
from tests.pages.client import opened

PAGES = (
    "/",
    "/kommuner/{slug}",
    "/kommuner/{slug}/{year}",
    "/kommuner/{slug}/1850",
    "/kommuner/ingen-slik",
    "/kommuner/{slug}/tvillinger",
    "/kommuner/{slug}/hva-om",
    "/sammenlign?e={slug}-{year}",
    "/sammenlign",
    "/kommuner?country=NO&size_group=small",
    "/kommuner?sort=total&page=2",
    "/kommuner?detail=none",
    "/omrader",
    "/omrader/2.1/1",
    "/sporsmal/2.1/1.1",
    "/utvikling",
    "/kart",
    "/gullstjerner",
    "/gullstjerner?q=innbyggere med",
    "/metode",
    "/om/data",
    "/api/v1/evaluations?sort=total",
    "/api/v1/evaluations/{slug}-{year}",
    "/api/v1/municipalities",
    "/api/v1/municipalities/{slug}",
    "/api/v1/compare?e={slug}-{year}",
    "/api/v1/averages",
)
SMALL = {"release", "dataset"}
"""Tables with a row for each release, or one."""

Sent = tuple[str, Any]


@contextmanager
def sent_to(engine: Engine) -> Iterator[list[Sent]]:
    """The selects that are sent meanwhile, with their parameters."""
    found: list[Sent] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


def read_whole(connection: Connection, statement: str, parameters: Any) -> set[str]:
    """The tables that the database reads from end to end to answer a statement.

    PostgreSQL does so with every small table, unless it is told that this is dear.
    """
    cursor = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps = [str(row[3]).split() for row in cursor.fetchall()]
        return {step[1] for step in steps if step[0] == "SCAN" and "INDEX" not in step}
    cursor.execute("SET enable_seqscan = off")
    cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
    ((plan,),) = cursor.fetchall()
    return set(scanned(plan[0]["Plan"]))


def scanned(step: dict[str, Any]) -> Iterator[str]:
    if step["Node Type"] == "Seq Scan":
        yield step["Relation Name"]
    for inner in step.get("Plans", ()):
        yield from scanned(inner)


def test_no_warm_page_reads_a_whole_table(
    use_database: UseDatabase, demo_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE_MEGABYTES", "0")
    use_database(demo_url)
    MEMORY.clear()
    engine = engine_for(settings().database_url)
    faults: dict[str, set[str]] = {}
    with opened() as client:
        first = client.http.get("/api/v1/evaluations?version=2.1&sort=total").json()["items"][0]
        names = {"slug": first["municipality"]["slug"], "year": str(first["year"])}
        asked = [page.format(**names) for page in PAGES]
        for address in asked:
            client.http.get(address)  # what is remembered of a release may be read whole, once
        with sent_to(engine) as statements, engine.connect() as connection:
            for address in asked:
                statements.clear()
                assert client.http.get(address).status_code in (200, 404), address
                for statement, parameters in tuple(statements):
                    whole = read_whole(connection, statement, parameters) - SMALL
                    if whole:
                        faults.setdefault(address, set()).update(whole)
    assert faults == {}
