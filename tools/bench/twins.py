"""Servers that send the same bytes with the same headers as ours, and do nothing else."""

import shutil
import sys
from pathlib import Path
from typing import Final

from tools.bench.servers import Headers, Server, free_port

THEIR_OWN: Final = {"date", "server", "connection", "transfer-encoding"}
"""Headers that every server writes itself."""


def same(headers: Headers) -> set[tuple[str, str]]:
    """The headers that twins have in common."""
    return {(n.lower(), value) for n, value in headers if n.lower() not in THEIR_OWN}


def keep(folder: Path, headers: Headers, body: bytes) -> None:
    """Puts an answer where its twins find it."""
    lines = [f"{name.lower()}: {value}" for name, value in headers if name.lower() not in THEIR_OWN]
    (folder / "headers").write_text("\n".join(lines), encoding="latin-1")
    (folder / "body").write_bytes(body)


def bare(folder: Path) -> Server:
    """A bare ASGI application under one uvicorn worker."""
    port = free_port()
    app = [sys.executable, "-m", "uvicorn", "--factory", "tools.bench.bare:create_app"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--lifespan", "off"]
    quiet = ["--no-access-log", "--no-server-header", "--log-level", "warning"]
    environment = {"BENCH_ANSWER": str(folder)}
    return Server("bare", [*app, *where, *quiet], port, folder, environment=environment)


def nginx(folder: Path) -> Server | None:
    """One nginx process that sends the bytes from disk; None where there is no nginx."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        return None
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(_configuration(folder, port), encoding="latin-1")
    early = str(folder / "nginx-early.log")
    return Server("nginx", [program, "-e", early, "-p", folder, "-c", file], port, folder)


def _configuration(folder: Path, port: int) -> str:
    kind, added = "application/octet-stream", []
    for line in (folder / "headers").read_text(encoding="latin-1").splitlines():
        name, value = line.split(": ", 1)
        if name == "content-type":
            kind = value
        elif name != "content-length":
            added.append(f"add_header {name} {_quoted(value)};")
    kept = [f"{name}_temp_path {folder / 'nginx'};" for name in ("client_body", "proxy", "fastcgi")]
    kept += [f"{name}_temp_path {folder / 'nginx'};" for name in ("uwsgi", "scgi")]
    return "\n".join(
        [
            "daemon off; master_process off;",
            f"pid {folder / 'nginx.pid'}; error_log {folder / 'nginx-errors.log'};",
            "events { worker_connections 1024; }",
            "http {",
            "access_log off; etag off; server_tokens off; if_modified_since off;",
            "sendfile on; tcp_nopush on; open_file_cache max=100; keepalive_requests 1000000000;",
            *kept,
            f"server {{ listen 127.0.0.1:{port}; types {{ }} default_type {_quoted(kind)};",
            f"location / {{ alias {folder}/; try_files /body =404;",
            *added,
            "} } }",
        ]
    )


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
