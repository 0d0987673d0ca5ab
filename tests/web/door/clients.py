"""Clients of a small site: they send bytes as they are told, and read what comes."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

PATIENCE = 60.0
"""Seconds; whatever takes longer hangs."""

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@dataclass
class Answered:
    """One answer. Header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def problem(self) -> dict[str, Any]:
        assert self.headers["content-type"] == "application/problem+json"
        found: dict[str, Any] = json.loads(self.body)
        assert found["status"] == self.status
        return found


@dataclass
class Client:
    """One connection."""

    socket: socket.socket
    read: bytes = b""
    sent_all: bool = True

    def send(self, data: bytes) -> "Client":
        """Sends what the other side takes."""
        try:
            self.socket.sendall(data)
        except OSError:  # closed meanwhile; what was answered before can still be read
            self.sent_all = False
        return self

    def answer(self) -> Answered:
        """The next answer, whole."""
        head, _, self.read = self._until(lambda: b"\r\n\r\n" in self.read).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (ln.partition(":") for ln in lines)
        }
        length = int(headers["content-length"])
        body = self._until(lambda: len(self.read) >= length)[:length]
        self.read = self.read[length:]
        return Answered(int(first.split()[1]), headers, body)

    def is_closed(self) -> bool:
        """Whether the other side ends the connection, and has said no more. Waits for it."""
        try:
            return self.socket.recv(1) == b"" and not self.read
        except ConnectionError:
            return not self.read

    def close(self) -> None:
        self.socket.close()

    def _until(self, there: Callable[[], bool]) -> bytes:
        while not there():
            more = self.socket.recv(65536)
            if not more:
                raise EOFError(f"closed after {self.read[:200]!r}")
            self.read += more
        return self.read


@dataclass
class Site:
    """A site that is running."""

    process: "subprocess.Popen[str]"
    port: int
    clients: list[Client] = field(default_factory=list)

    def connect(self, receive_bytes: int = 0) -> Client:
        """A new connection, which keeps no more than so many bytes unread where that is given."""
        made = socket.socket()
        if receive_bytes:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        made.settimeout(PATIENCE)
        self.clients.append(Client(made))
        made.connect(("127.0.0.1", self.port))
        return self.clients[-1]

    def ask(self, data: bytes = GET) -> Answered:
        """The answer to the one who sends this on a connection of its own."""
        client = self.connect().send(data)
        try:
            return client.answer()
        finally:
            client.close()

    def get(self, path: str) -> str:
        answered = self.ask(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert answered.status == 200
        return answered.body.decode()

    def wait_for(self, true: Callable[[], bool]) -> None:
        """Waits until something is so; it fails where it never is."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end
            time.sleep(0.02)

    @property
    def memory(self) -> int:
        """Bytes that the process holds in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) * 1024

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)


@contextmanager
def running(**chosen: Any) -> Iterator[Site]:
    """A small site with the settings that `small_site` takes. Nothing that a client does may be an
    error there."""
    command = [sys.executable, "-m", "tests.web.door.small_site", json.dumps(chosen)]
    with TemporaryFile("w+") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout is not None
        site = Site(process, int(process.stdout.readline()))
        try:
            yield site
        finally:
            for client in site.clients:
                client.close()
            process.kill()
            process.wait()
            process.stdout.close()
        log.seek(0)
        said = log.read()
    assert "Traceback" not in said, said
