"""The proxy's own configuration, in a real nginx before the real site."""

import asyncio
import getpass
import gzip
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from app.config import ROOT
from tests import databases, event_loop
from tests.pages.changed import publish_changes
from tests.serving.fixtures import Serve, on_sqlite
from tests.serving.process import Site, free_port

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
pytestmark = pytest.mark.soak

PAGE = "/kommuner/hemne"
SECONDS = 10


def begin_proxy(folder: Path, upstream: int) -> Site:
    """nginx with the configuration as it is, but for where it listens, asks and writes."""
    port = free_port()
    written = CONFIGURATION.read_text(encoding="utf-8")
    for stands, wanted in (
        ("/tmp/", f"{folder}/"),
        ("site:8000", f"127.0.0.1:{upstream}"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
    ):
        assert stands in written
        written = written.replace(stands, wanted)
    own = folder / "nginx.conf"
    own.write_text(written, encoding="utf-8")
    log = folder / "nginx.log"
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    as_me = f"daemon off; user {getpass.getuser()};"
    with log.open("wb") as into:
        process = subprocess.Popen(
            [nginx, "-e", "stderr", "-p", str(folder), "-c", str(own), "-g", as_me],
            stdout=into,
            stderr=subprocess.STDOUT,
        )
    return Site(process, port, log)


@pytest.fixture
def site(serve: Serve, own_url: str) -> Site:
    return serve(own_url)


@pytest.fixture
def proxy(tmp_path: Path, site: Site) -> Iterator[Site]:
    begun = begin_proxy(tmp_path, site.port)
    try:
        begun.becomes("/healthz", lambda answer: answer.status == 200, within=SECONDS)
        yield begun
    finally:
        begun.process.terminate()
        begun.process.wait(SECONDS)


@on_sqlite
def test_what_was_asked_for_once_is_there(site: Site, proxy: Site) -> None:
    first = proxy.get(PAGE)
    again = proxy.get(PAGE)
    assert (first.status, first.headers["x-cache"]) == (200, "MISS")
    # Within the second it is given out, later after a question that a 304 answers.
    assert again.headers["x-cache"] in ("HIT", "REVALIDATED")
    assert again.body == first.body == site.get(PAGE).body
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    head, _ = proxy.becomes(
        PAGE, lambda answer: answer.headers["x-cache"] == "REVALIDATED", within=SECONDS
    )
    assert head.body == first.body


@on_sqlite
def test_packing_passes_through_and_makes_three_classes(site: Site, proxy: Site) -> None:
    plain = proxy.get(PAGE)
    packed = proxy.get(PAGE, accept_encoding="gzip, deflate, br, zstd")
    zipped = proxy.get(PAGE, accept_encoding="deflate, gzip;q=0.8")
    assert "content-encoding" not in plain.headers
    assert (packed.headers["content-encoding"], zipped.headers["content-encoding"]) == (
        "br",
        "gzip",
    )
    assert brotli.decompress(packed.body) == gzip.decompress(zipped.body) == plain.body
    assert len({found.headers["etag"] for found in (plain, packed, zipped)}) == 3
    for accepted, packing in (("br", "br"), ("x, br;q=1.0", "br"), ("br;q=0, gzip", "gzip")):
        found = proxy.get(PAGE, accept_encoding=accepted)
        assert found.headers["content-encoding"] == packing
        assert found.headers["x-cache"] != "MISS"
    refused = proxy.get(PAGE, accept_encoding="br;q=0, gzip;q=0.0, zebra")
    assert "content-encoding" not in refused.headers
    assert refused.headers["x-cache"] != "MISS"


@on_sqlite
def test_readers_who_know_it_are_told_that_it_is_the_same(proxy: Site) -> None:
    etag = proxy.get(PAGE).headers["etag"]
    for address in (PAGE, PAGE, "/static/nothing"):
        known = proxy.get(address, if_none_match=etag)
        assert (known.status, known.body) == ((304, b"") if address == PAGE else (404, known.body))


@on_sqlite
def test_errors_and_health_are_never_kept(proxy: Site) -> None:
    for address, status in (("/nothing", 404), ("/kommuner?page=0", 400), ("/healthz", 200)):
        for _ in range(2):
            found = proxy.get(address)
            assert (found.status, found.headers["x-cache"]) == (status, "MISS")
            assert "no-store" in found.headers["cache-control"]


@on_sqlite
def test_numbers_for_those_who_run_it_are_not_for_others(proxy: Site) -> None:
    found = proxy.get("/metrics")
    assert found.status == 404
    assert b"nginx" in found.body


@on_sqlite
def test_readers_do_not_notice_that_the_site_is_gone(site: Site, proxy: Site) -> None:
    before = {
        accepted: proxy.get(PAGE, accept_encoding=accepted) for accepted in ("", "gzip", "br")
    }
    site.end(within=20)
    stale, _ = proxy.becomes(
        PAGE, lambda answer: answer.headers["x-cache"] == "STALE", within=SECONDS
    )
    assert stale.body == before[""].body
    for accepted, kept in before.items():
        found = proxy.get(PAGE, accept_encoding=accepted)
        assert (found.status, found.body) == (200, kept.body)
    assert proxy.get(PAGE, if_none_match=stale.headers["etag"]).status == 304
    assert proxy.get("/kommuner/heim").status == 502


@on_sqlite
def test_a_publication_is_seen_behind_the_proxy(
    own_url: str, site: Site, proxy: Site, seed_copy: Path
) -> None:
    address = "/api/v1/releases"
    assert proxy.get(address).json()["release"] == 1
    with databases.writing(own_url) as engine:
        publish_changes(engine, seed_copy)
    newest = site.becomes(address, lambda answer: answer.json()["release"] == 3, within=SECONDS)
    seen = proxy.becomes(address, lambda answer: answer.json()["release"] == 3, within=SECONDS)
    assert seen[0].body == newest[0].body


@on_sqlite
def test_many_who_ask_for_the_same_are_one(site: Site, proxy: Site) -> None:
    found = proxy.get_all(["/sammenlign?e=hemne-2018&e=hareid-2019"] * 40)
    assert {answer.status for answer in found} == {200}
    assert len({answer.body for answer in found}) == 1
    assert sum(answer.headers["x-cache"] == "MISS" for answer in found) == 1


def test_the_site_learns_who_asks_and_not_who_they_say_they_are(tmp_path: Path) -> None:
    heads: list[str] = []

    async def heard() -> None:
        async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heads.append((await reader.readuntil(b"\r\n\r\n")).decode("latin-1"))
            writer.write(b"HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\n\r\n")
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(note, "127.0.0.1", 0)
        proxy = begin_proxy(tmp_path, server.sockets[0].getsockname()[1])
        try:
            await asyncio.to_thread(
                proxy.becomes, "/", lambda answer: answer.status == 204, within=SECONDS
            )
            heads.clear()
            await asyncio.to_thread(
                lambda: proxy.get(
                    "/kommuner?q=%C3%A5",
                    x_forwarded_for="203.0.113.9",
                    accept_encoding="gzip;q=1, br;q=0.5",
                )
            )
        finally:
            proxy.process.terminate()
            proxy.process.wait(SECONDS)
            server.close()

    event_loop.run(heard())
    lines = heads[0].lower().splitlines()
    assert lines[0] == "get /kommuner?q=%c3%a5 http/1.1"
    assert [line for line in lines if line.startswith("x-forwarded-for")] == [
        "x-forwarded-for: 127.0.0.1"
    ]
    assert "accept-encoding: br" in lines
