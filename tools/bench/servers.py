"""Servers under test: each a process of its own on loopback, started and ended here."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from app.config import ROOT
from tools.bench import cores, processes
from tools.bench.faults import NotMeasured

SECONDS_TO_START = 120
SECONDS_TO_END = 20
SECONDS_TO_SETTLE = 900
"""The file of 100 000 evaluations is made in the background for minutes."""
SECONDS_AT_REST = 0.5
"""Without a hundredth of a second of processor time in so long, a server is at rest."""
NO_LIMIT = "1000000000"
"""Requests a minute that one address may make: the load has one address. Still counted."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class Server:
    """A command that answers on a port. What it says goes to a file in the folder."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        port: int,
        folder: Path,
        *,
        environment: Mapping[str, str] | None = None,
        ready: str = "/",
        on: frozenset[int] = cores.ONE,
    ) -> None:
        self.port = port
        self.seconds_to_start = 0.0
        self._name, self._command, self._ready, self._on = name, command, ready, on
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
        self._log = folder / f"{name}.log"

    def __enter__(self) -> Self:
        began = time.monotonic()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        cores.pin(self._process.pid, self._on)
        try:
            self._wait(began + SECONDS_TO_START)
        except BaseException:
            self._end()
            raise
        self.seconds_to_start = time.monotonic() - began
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        return self._process.pid

    def settle(self) -> None:
        """Waits until the server and all its workers have nothing more to do.

        One worker may answer while the others are still starting.
        """
        deadline = time.monotonic() + SECONDS_TO_SETTLE
        before = -1.0
        while (now := processes.seconds(self.pid)) != before and time.monotonic() < deadline:
            before = now
            time.sleep(SECONDS_AT_REST)

    def _wait(self, deadline: float) -> None:
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                break
            try:
                if get(self.port, self._ready)[0] == 200:
                    return
            except OSError:
                time.sleep(0.005)
        raise NotMeasured(f"{self._name} did not start; see {self._log}")

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            for pid in processes.family(self.pid):
                os.kill(pid, signal.SIGKILL)
            self._process.wait()


Headers = list[tuple[str, str]]


def get(port: int, path: str, encoding: str = "identity") -> tuple[int, Headers, bytes]:
    """One request: status, headers and body as they came over the wire."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    finally:
        connection.close()


def site(
    folder: Path,
    database: str,
    *,
    megabytes: int = 64,
    workers: int = 1,
    ready: str = "/readyz",
    on: frozenset[int] = cores.ONE,
    files: Path | None = None,
) -> Server:
    """Our own, as `kompass serve` runs it; with a store of 0 megabytes no answer is kept. Files are
    kept in a folder of their own where one is named."""
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    return Server(
        "site",
        [*command, "--workers", str(workers)],
        port,
        folder,
        environment={
            **site_environment(database, port, megabytes),
            "CACHE_FOLDER": str(files or ""),
        },
        ready=ready,
        on=on,
    )


def site_environment(database: str, port: int, megabytes: int = 64) -> dict[str, str]:
    """The settings of the site under test. All others are those it comes with."""
    return {
        "DATABASE_URL": database,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "CACHE_MEGABYTES": str(megabytes),
        "RATE_LIMIT": NO_LIMIT,
    }
