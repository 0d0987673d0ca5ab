"""Two sites to ask: one with the real data, one with made-up data."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 120
"""Seconds until a site answers that has to fill its database first."""


@contextlib.contextmanager
def site(folder: Path, kind: str) -> Iterator[str]:
    """The address of a site with data of this kind, as long as it is needed."""
    port = _free_port()
    database = folder / f"{kind}.db"
    database.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "CACHE_FOLDER": str(folder / f"cache-{kind}"),
    }
    kompass = [sys.executable, "-m", "app.cli"]
    log = (folder / f"{kind}.log").open("w", encoding="utf-8")
    if kind == "demo":
        for step in (["db", "upgrade"], ["demo"]):
            subprocess.run([*kompass, *step], cwd=ROOT, env=environment, stdout=log, check=True)
    start = "start" if kind == "real" else "serve"
    server = subprocess.Popen([*kompass, start], cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait()
        log.close()


def fetched(address: str) -> Any:
    with urlopen(address) as answer:  # noqa: S310 (of a site that was started here)
        return json.load(answer)


def values_of(address: str) -> dict[str, Any]:
    """What to ask a site for: things that it has."""
    api = f"{address}/api/v1/evaluations"
    (first,) = fetched(f"{api}?detail=questions&version=2.1&limit=1")["items"]
    (second,) = fetched(f"{api}?detail=areas&version=2.0&limit=1")["items"]
    return {
        "slug": first["municipality"]["slug"],
        "id": first["id"],
        "version": "2.1",
        "no": 5,
        "code": "5.1",
        "e": [first["id"], second["id"]],
        "since": 0,
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError):
            fetched(f"{address}/api/v1/config")
            return
        time.sleep(0.2)
    raise SystemExit(f"the site at {address} does not answer")
