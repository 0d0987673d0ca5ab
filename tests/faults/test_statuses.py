"""A database that cannot be used is one status, whatever the matter is and whichever kind it is."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from alembic import command
from alembic.config import Config

from app.config import ROOT
from tests import event_loop
from tests.databases import Backend, writing
from tests.serving.addresses import KINDS
from tests.serving.checks import is_not_ready, is_secured, is_unavailable
from tests.serving.client import Answer, ask
from tests.serving.databases import (
    PASSWORD,
    cutting_connections,
    execute,
    file_of,
    with_password,
)
from tests.serving.fixtures import Serve, on_postgres, on_sqlite
from tests.serving.process import Site

PAGE: Final = 4096


def overwrite(file: Path, start: int, length: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(b"\xa5" * length)


def size(file: Path) -> int:
    return file.stat().st_size


SPOILED: Final[dict[str, Callable[[Path], object]]] = {
    "header": lambda file: overwrite(file, 0, 100),
    "middle": lambda file: overwrite(file, size(file) // 3, size(file) // 3),
    "all but the first page": lambda file: overwrite(file, PAGE, size(file) - PAGE),
    "truncated": lambda file: os_truncate(file, size(file) // 2),
    "not a database": lambda file: file.write_text("Kommunekompasset\n" * 400, encoding="utf-8"),
    "empty": lambda file: file.write_bytes(b""),
}


def os_truncate(file: Path, length: int) -> None:
    with file.open("r+b") as opened:
        opened.truncate(length)


def older(url: str) -> None:
    """Takes all migrations back but the first."""
    config = Config(ROOT / "alembic.ini")
    with writing(url) as engine, engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")


def renamed(url: str) -> None:
    execute(url, "ALTER TABLE evaluation RENAME COLUMN year TO annus")


def from_the_future(url: str) -> None:
    execute(
        url,
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE schema_support SET oldest_reader = '9999'",
    )


def answers_are_right_or_503(site: Site) -> list[Answer]:
    """Asks for each kind. What cannot be answered is one status, in few words."""
    began = len(site.lines())
    answers = site.get_all(KINDS)
    for answer in answers:
        if answer.status == 200:
            is_secured(answer)
        else:
            is_unavailable(answer)
    ready = site.get("/readyz")
    said_little(site, began, len(KINDS))
    is_not_ready(ready)
    return answers


def said_little(site: Site, began: int, requests: int) -> None:
    """A line a request, and one for what went wrong; never a traceback, nor a secret."""
    lines = site.lines()
    assert [line for line in lines if line.startswith("Traceback")] == []
    assert len(lines) - began <= 2 * requests + 5, lines[began : began + 20]
    assert PASSWORD not in "\n".join(lines)


@on_sqlite
@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_file(own_url: str, serve: Serve, how: str) -> None:
    SPOILED[how](file_of(own_url))
    answers = answers_are_right_or_503(serve(own_url))
    assert {answer.status for answer in answers} >= {503}


@pytest.mark.parametrize("wrong", [older, renamed])
def test_tables_that_are_not_those_of_the_code(
    own_url: str, serve: Serve, wrong: Callable[[str], None]
) -> None:
    wrong(own_url)
    answers = answers_are_right_or_503(serve(own_url))
    assert {answer.status for answer in answers} >= {503}


def test_tables_that_the_code_is_too_old_for(own_url: str, serve: Serve) -> None:
    from_the_future(own_url)
    answers_are_right_or_503(serve(own_url))


def test_a_database_without_tables(backend: Backend, serve: Serve) -> None:
    url = backend.new("bare-faults")
    answers = answers_are_right_or_503(serve(url))
    assert {answer.status for answer in answers} == {503}
    backend.drop(url)


def no_rights(url: str) -> str:
    execute(url, "DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN")
    return with_password(url, username="stranger")


def no_such_database(url: str) -> str:
    return with_password(url, database="nowhere")


def nobody_there(_url: str) -> str:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    return f"postgresql://kompass:{PASSWORD}@127.0.0.1:{port}/kompass"


@on_postgres
@pytest.mark.parametrize("where", [no_rights, no_such_database, nobody_there])
def test_a_database_that_lets_nobody_in(
    own_url: str, serve: Serve, where: Callable[[str], str]
) -> None:
    answers = answers_are_right_or_503(serve(where(own_url)))
    assert {answer.status for answer in answers} == {503}


@on_postgres
def test_connections_that_are_cut_again_and_again(own_url: str, serve: Serve) -> None:
    site = serve(with_password(own_url), CACHE_MEGABYTES=0)
    answers: list[Answer] = []

    async def reader(number: int) -> None:
        for turn in range(8):
            address = KINDS[(number + turn) % len(KINDS)]
            answers.append(await ask(site.port, address))

    async def crowd() -> None:
        await asyncio.gather(*(reader(number) for number in range(16)))

    began = len(site.lines())
    with cutting_connections(own_url, every=0.03):
        event_loop.run(crowd())
    for answer in answers:
        if answer.status == 200:
            is_secured(answer)
        else:
            is_unavailable(answer)
    said_little(site, began, len(answers))
    site.becomes("/readyz", lambda a: a.status == 200, within=5)
    site.get_each(KINDS)
