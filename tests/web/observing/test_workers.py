"""Two real processes behind one port: the numbers of both, whichever is asked."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.config import ROOT

PATIENCE = 30.0
"""Seconds after which something that should happen is taken not to."""


@dataclass
class Server:
    """The small site with two processes, in a folder of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    seen: Counter[str] = field(default_factory=Counter)
    """Requests answered by each process."""

    def get(self, path: str) -> bytes:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        finally:
            connection.close()

    def who(self) -> str:
        """Asks once, and says which process answered."""
        pid = str(json.loads(self.get("/who"))["pid"])
        self.seen[pid] += 1
        return pid

    def told(self, name: str, **labels: str) -> dict[str, float]:
        """A metric by process."""
        return {
            sample.labels.get("worker", ""): sample.value
            for family in text_string_to_metric_families(self.get("/metrics").decode())
            for sample in family.samples
            if sample.name == name and labels.items() <= sample.labels.items()
        }

    def kept(self) -> dict[str, float]:
        return self.told("kompass_answers_total", outcome="kept")

    def hold(self, name: str) -> Callable[[], None]:
        """Holds one process, so that the other answers what is asked next. Returns what ends it."""
        os.mkfifo(self.folder / name)
        held = Thread(target=self.get, args=(f"/hold/{name}",))
        held.start()
        until((self.folder / f"{name}.held").exists)

        def end() -> None:
            (self.folder / name).write_text("on", encoding="utf-8")
            held.join(PATIENCE)

        return end


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.web.observing.serve", str(port), "2"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=log,
        )
    found = Server(tmp_path, port, process)

    def both_answer() -> bool:
        try:
            return len(found.told("process_start_time_seconds")) == 2
        except OSError:
            return False

    try:
        until(both_answer)
        yield found
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def test_both_processes_are_counted_and_a_silent_or_killed_one_is_missed(server: Server) -> None:
    # One process is held, so that the other has to answer; then the other way round.
    end = server.hold("first")
    alone = server.who()
    for _ in range(9):
        assert server.who() == alone
    assert server.told("kompass_workers_silent") == {"": 1}
    assert server.kept() == {alone: 10}
    end()

    until(lambda: server.who() != alone)
    assert len(server.seen) == 2
    for _ in range(20):  # whoever is asked tells the same
        assert server.kept() == dict(server.seen)
    assert server.told("kompass_workers") == {"": 2}
    assert server.told("kompass_workers_silent") == {"": 0}
    assert set(server.told("process_resident_memory_bytes")) == set(server.seen)

    # A process that dies takes its numbers along, and its successor begins anew.
    (other,) = set(server.seen) - {alone}
    os.kill(int(other), signal.SIGKILL)

    def again() -> bool:
        try:
            kept = server.kept()
        except OSError:
            return False
        return len(kept) == 2 and other not in kept

    until(again)
    assert server.kept()[alone] == server.seen[alone]
    assert server.told("kompass_workers_silent") == {"": 0}

    # All that was logged is JSON, that of the server too.
    lines = (server.folder / "log").read_text(encoding="utf-8").splitlines()
    said = [json.loads(line) for line in lines]
    assert {"uvicorn.error", "app.requests"} <= {line["logger"] for line in said}
    assert {alone, other} <= {str(line["worker"]) for line in said}


def test_nothing_is_left_behind(server: Server) -> None:
    folders = {
        value.removeprefix(b"KOMPASS_WORKERS_FOLDER=").decode()
        for pid in server.told("process_start_time_seconds")
        for value in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        if value.startswith(b"KOMPASS_WORKERS_FOLDER=")
    }
    (folder,) = map(Path, folders)
    assert folder.stat().st_mode & 0o077 == 0
    assert len(list(folder.glob("*.sock"))) == 2
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(PATIENCE)
    assert not folder.exists()
