"""The site as it is run: `kompass serve` in a process of its own, on a free port of loopback."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from app import bounds
from app.config import ROOT
from tests import event_loop
from tests.serving.client import PATIENCE, Answer, CutOff, Hung, ask

SECONDS_TO_START: Final = 40
SITE_URL: Final = "http://kompass.test"
"""The same for every site, so that answers of two can be compared byte by byte."""


@dataclass
class Site:
    """A server that runs, and its log."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    def get(self, address: str, *, within: float = PATIENCE, **headers: str) -> Answer:
        """One answer; header names are given with `_` for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return event_loop.run(ask(self.port, address, within=within, headers=named))

    def get_all(self, addresses: Sequence[str], *, within: float = PATIENCE) -> list[Answer]:
        """Answers to readers who all ask at once."""
        return event_loop.run(at_once(self.port, addresses, within=within))

    def get_each(self, addresses: Sequence[str]) -> dict[str, Answer]:
        """The right answer of each address. Told to come again, it does: what is asked first of a
        process that has just started takes longest."""
        return {
            address: self.becomes(address, lambda a: a.status == 200, within=SECONDS_TO_START)[0]
            for address in addresses
        }

    def becomes(
        self, address: str, right: Callable[[Answer], bool], *, within: float
    ) -> tuple[Answer, float]:
        """The first right answer, and the seconds that it took. Fails after `within` seconds."""
        began = time.monotonic()
        last: Answer | Exception | None = None
        while time.monotonic() - began < within:
            try:
                last = self.get(address, within=within)
            except (Hung, CutOff) as error:
                last = error
            else:
                if right(last):
                    return last, time.monotonic() - began
            time.sleep(0.02)
        raise AssertionError(f"{address} did not become right in {within:g} s: {last!r:.400}")

    def end(self, *, within: float) -> float:
        """Tells the server to end, and says how many seconds it took.

        Raises:
            subprocess.TimeoutExpired: it goes on.
        """
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(within)
        return time.monotonic() - began

    def lines(self) -> list[str]:
        """What the server has logged so far."""
        return self.log.read_text(encoding="utf-8").splitlines()

    def memory(self) -> float:
        """Megabytes that the processes of the server take."""
        taken: int = sum(found.memory_info().rss for found in self._processes())
        return taken / 1e6

    def seconds_worked(self) -> float:
        """Seconds of processor time that the server has used."""
        times = [found.cpu_times() for found in self._processes()]
        worked: float = sum(taken.user + taken.system for taken in times)
        return worked

    def _processes(self) -> list[psutil.Process]:
        first = psutil.Process(self.process.pid)
        return [first, *first.children(recursive=True)]


async def at_once(port: int, addresses: Sequence[str], *, within: float = PATIENCE) -> list[Answer]:
    return await asyncio.gather(*(ask(port, address, within=within) for address in addresses))


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def environment(url: str, **settings: object) -> dict[str, str]:
    """The environment of a command. Readers here share one address, so their rate has no limit."""
    chosen = {"DATABASE_URL": url, "SITE_URL": SITE_URL, "RATE_LIMIT": 0, **settings}
    return {**os.environ, **{name: str(value) for name, value in chosen.items()}}


@contextmanager
def running(
    folder: Path,
    url: str,
    *,
    workers: int = 1,
    descriptors: int | None = None,
    port: int | None = None,
    **settings: object,
) -> Iterator[Site]:
    """A site on a database. It is up when `/healthz` answers, whatever the database does."""
    port = port or free_port()
    log = folder / f"site-{port}.log"
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port)]
    if workers > 1:
        command += ["--workers", str(workers)]
    if descriptors is not None:
        command = ["sh", "-c", f'ulimit -n {descriptors} && exec "$@"', "sh", *command]
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(url, **settings),
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    site = Site(process, port, log)
    try:
        _wait_until_up(site)
        yield site
    finally:
        _make_end(process)


def _wait_until_up(site: Site) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if site.process.poll() is not None:
            raise AssertionError(f"the site did not start:\n{site.log.read_text()[-2000:]}")
        with suppress(CutOff):
            if site.get("/healthz", within=SECONDS_TO_START).status == 200:
                return
        time.sleep(0.05)
    raise AssertionError("the site did not start in time")


def _make_end(process: "subprocess.Popen[bytes]") -> None:
    """Ends a server and all its workers, whatever state they are in."""
    if process.poll() is not None:
        return
    workers = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.wait(bounds.PROMISE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for worker in workers:
        with suppress(psutil.NoSuchProcess):
            worker.kill()


def command(url: str, *words: str) -> "subprocess.Popen[str]":
    """Starts the `kompass` command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", *words],
        cwd=ROOT,
        env=environment(url),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
