"""How fast a warm page is, beside a bare ASGI application that answers the same bytes.

Both are served by one uvicorn worker on loopback and asked in turn, so that a drift of the
machine's speed touches both alike. The figure to quote is the ratio; a rate alone says more about
the machine. Load is bounded: a fixed number of connections for a fixed number of seconds.
"""

import argparse
import asyncio
import os
import platform
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONNECTIONS = 32

BARE = """
import pathlib, sys
body = pathlib.Path(sys.argv[1]).read_bytes()
headers = [
    (name.encode(), value.encode())
    for name, value in (line.split(": ", 1) for line in
                        pathlib.Path(sys.argv[2]).read_text().splitlines())
]

async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})

import uvicorn
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[3]), log_level="warning", access_log=False,
            lifespan="off", date_header=True, server_header=False)
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit("a server under test did not start")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("a server under test was not ready in time")


def fetch(port: int, path: str, encoding: str) -> tuple[bytes, list[tuple[str, str]]]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": encoding}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return answer.read(), [
            (name.lower(), value)
            for name, value in answer.getheaders()
            if name.lower() not in {"date", "server", "connection"}
        ]


async def one_connection(port: int, request: bytes, until: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answered = 0
    while time.monotonic() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1])
            for line in head.lower().split(b"\r\n")
            if line.startswith(b"content-length:")
        )
        await reader.readexactly(length)
        answered += 1
    writer.close()
    return answered


async def rate(port: int, path: str, encoding: str, seconds: float) -> float:
    """Answers a second over all connections."""
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {encoding}\r\n\r\n"
    ).encode()
    began = time.monotonic()
    answered = await asyncio.gather(
        *(one_connection(port, request, began + seconds) for _ in range(CONNECTIONS))
    )
    return sum(answered) / (time.monotonic() - began)


def measure(path: str, encoding: str, rounds: int, seconds: float, folder: Path) -> None:
    ours, bare = free_port(), free_port()
    site = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", "--host", "127.0.0.1", "--port", str(ours)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    servers = [site]
    try:
        wait_for(ours, site)
        body, headers = fetch(ours, path, encoding)
        (folder / "body").write_bytes(body)
        (folder / "headers").write_text("\n".join(f"{n}: {v}" for n, v in headers))
        twin = subprocess.Popen(
            [sys.executable, "-c", BARE, folder / "body", folder / "headers", str(bare)]
        )
        servers.append(twin)
        wait_for(bare, twin)
        ratios, rates = [], []
        for _ in range(rounds):
            pair = [asyncio.run(rate(port, path, encoding, seconds)) for port in (ours, bare)]
            ratios.append(pair[0] / pair[1])
            rates.append(pair)
        print(
            f"{path} ({len(body)} bytes, {encoding}): "
            f"{statistics.median(ratios):.0%} of the bare application's rate "
            f"(from {min(ratios):.0%} to {max(ratios):.0%}); "
            f"medians {statistics.median(r[0] for r in rates):.0f} and "
            f"{statistics.median(r[1] for r in rates):.0f} answers a second"
        )
    finally:
        for server in servers:
            server.terminate()
            server.wait(timeout=20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--path", action="append", help="an address to ask for")
    parser.add_argument("--encoding", default="br", help="br, gzip or identity")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3.0)
    wanted = parser.parse_args()
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for path in wanted.path or ["/", "/kommuner", "/kommuner/hemne"]:
        measure(path, wanted.encoding, wanted.rounds, wanted.seconds, folder)


if __name__ == "__main__":
    main()
