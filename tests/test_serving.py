"""The site as it is started: settings that are refused, the door in its place, and the end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import bounds
from app.config import BadSettings, Settings, settings
from app.web.door.descriptors import room_in
from tests.web.door.clients import GET, PATIENCE, Client, Site

HEALTH = GET.replace(b"/", b"/healthz", 1)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "app.cli", "serve", *arguments]


@pytest.mark.parametrize(
    "name, value, said",
    [
        ("RATE_LIMIT", "-1", "RATE_LIMIT: Input should be greater than or equal to 0"),
        ("RATE_LIMIT_EXEMPT", "10.0.0.1/8", "RATE_LIMIT_EXEMPT: “10.0.0.1/8” is not an address"),
        ("TRUSTED_PROXIES", "*", "TRUSTED_PROXIES: “*” is not an address or a network"),
        ("TRUSTED_PROXIES", "127.0.0.1, nginx", "TRUSTED_PROXIES: “nginx” is not an address"),
        ("SITE_URL", "kompass.example", "SITE_URL: “kompass.example” is not an address such as"),
        ("SITE_URL", "ftp://kompass.example", "SITE_URL: “ftp://kompass.example” is not an add"),
        (
            "SITE_URL",
            "https://kompass.example/?lang=nb",
            "SITE_URL: “https://kompass.example/?lang=nb” is",
        ),
        ("LOG_FORMAT", "xml", "LOG_FORMAT: Input should be 'text' or 'json'"),
        ("RELEASE_TTL_SECONDS", "-1", "RELEASE_TTL_SECONDS: Input should be greater than or equa"),
        ("RELEASE_TTL_SECONDS", "nan", "RELEASE_TTL_SECONDS: Input should be a"),
        ("CACHE_MEGABYTES", "-5", "CACHE_MEGABYTES: Input should be greater than or equal to 0"),
        ("SMALL_DIFFERENCE_AREA", "-3", "SMALL_DIFFERENCE_AREA: Input should be greater than or "),
        ("DATABASE_URL", "mysql://u:secret@h/d", "DATABASE_URL: it is like sqlite:////folder/kom"),
        ("READ_DATABASE_URL", "secret", "READ_DATABASE_URL: it is like sqlite:////folder/kompass"),
    ],
)
def test_settings_that_cannot_be_are_refused_in_words(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    settings.cache_clear()
    with pytest.raises(BadSettings) as refused:
        settings()
    assert str(refused.value).startswith(said)
    assert len(str(refused.value).splitlines()) == 1
    assert "secret" not in str(refused.value)


def test_what_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READ_ONLY", "LOG_FORMAT", "ROOT_PATH", "READ_DATABASE_URL"):
        monkeypatch.setenv(name, "")
    found = Settings()
    assert (found.read_only, found.log_format, found.root_path) == (False, "text", "")


def test_the_command_says_every_setting_that_cannot_be() -> None:
    ended = subprocess.run(
        command("--port", "0"),
        env=os.environ | {"RATE_LIMIT": "many", "TRUSTED_PROXIES": "*"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert sorted(line.split(":")[0] for line in ended.stderr.splitlines()) == [
        "RATE_LIMIT",
        "TRUSTED_PROXIES",
    ]


@pytest.mark.parametrize("descriptors", [0, 64, 100, 256, 1024, 4096, 1_048_576])
def test_there_is_room_for_what_is_open_what_waits_and_what_is_closing(descriptors: int) -> None:
    room = room_in(descriptors)
    taken = room.connections + 2 * room.backlog + bounds.OWN_DESCRIPTORS
    assert taken <= max(descriptors, 100)
    assert 0 < room.connections <= bounds.CONNECTIONS
    assert 0 < room.backlog <= bounds.BACKLOG
    if descriptors >= 4096:
        assert (room.connections, room.backlog) >= (bounds.CONNECTIONS, 1000)


@contextmanager
def served(folder: Path, workers: int) -> Iterator[Site]:
    """The site itself, without a database: `/healthz` needs none."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    process = subprocess.Popen(
        command("--port", str(port), "--workers", str(workers)),
        env=os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'none.db'}"},
        stderr=subprocess.DEVNULL,
        text=True,
    )
    site = Site(process, port)
    try:
        site.wait_for(lambda: answers(site))
        yield site
    finally:
        for client in site.clients:
            client.close()
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE)


def answers(site: Site) -> bool:
    assert site.process.poll() is None
    try:
        return site.ask(HEALTH).status == 200
    except (ConnectionError, EOFError):
        return False


@pytest.mark.parametrize("workers", [1, 2])
def test_it_is_served_through_the_door_and_ends_politely(tmp_path: Path, workers: int) -> None:
    with served(tmp_path, workers) as site:
        assert site.ask(HEALTH[:-2] + b"X: " + b"a" * 2_000_000).status == 431
        assert site.ask("GET /bærum HTTP/1.1\r\nHost: a\r\n\r\n".encode()).status == 400
        kept = [site.connect() for _ in range(8)]
        assert {status(client) for client in kept} == {200}
        site.process.send_signal(signal.SIGTERM)
        told = set()
        while kept:  # each asks on, until it is told that this was the last answer
            for client in list(kept):
                answered = client.send(HEALTH).answer()
                told.add(answered.status)
                if answered.headers.get("connection") == "close":
                    kept.remove(client)
        assert told == {200}
        site.process.wait(bounds.SHUTDOWN_SECONDS)


def status(client: Client) -> int:
    return client.send(HEALTH).answer().status
