"""A real site on loopback and a real browser. Without Chromium these tests are skipped by name.

`KOMPASS_REQUIRE_BROWSER=1` turns the skip into a failure, as CI does.
"""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60


def _chromium() -> str | None:
    return next(
        (
            path
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (path := shutil.which(name))
        ),
        None,
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def serve(
    folder: Path, fill: Sequence[str], prepare: Callable[[dict[str, str]], None] | None = None
) -> Iterator[str]:
    """A site of its own: a fresh database, filled by `kompass seed` or `kompass demo`. `prepare`
    is given the environment of its commands before it is run."""
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.db'}",
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    command = [sys.executable, "-m", "app.cli"]
    for words in (["db", "upgrade"], [*fill]):
        subprocess.run(
            [*command, *words], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
    if prepare is not None:
        prepare(environment)
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(
        [*command, "serve", "--host", "127.0.0.1", "--port", str(port)],
        env=environment,
        cwd=ROOT,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _wait_until_ready(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail("the site did not start")
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail("the site was not ready in time")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with the real data."""
    yield from serve(tmp_path_factory.mktemp("real"), ["seed"])


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with made-up data."""
    yield from serve(tmp_path_factory.mktemp("demo"), ["demo"])


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    path = _chromium()
    if path is None:
        if os.environ.get("KOMPASS_REQUIRE_BROWSER"):
            pytest.fail("Chromium is missing, and KOMPASS_REQUIRE_BROWSER is set")
        pytest.skip("Chromium is missing")
    running = playwright_driver.chromium.launch(
        executable_path=path,
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ],
    )
    yield running
    running.close()


@dataclass
class Watched:
    """A page with what went wrong on it: script errors, refused by the policy, failed requests."""

    page: Page
    problems: list[str] = field(default_factory=list)


def watch(context: BrowserContext) -> Watched:
    watched = Watched(context.new_page())
    page = watched.page
    page.on("pageerror", lambda error: watched.problems.append(str(error)))
    page.on("console", lambda m: watched.problems.append(m.text) if m.type == "error" else None)
    page.on(
        "requestfailed",
        lambda r: (
            watched.problems.append(f"{r.url}: {r.failure}")
            if r.failure and "ERR_ABORTED" not in r.failure
            else None
        ),
    )
    return watched


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A page at desktop width; the test fails if anything went wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nb-NO")
    found = watch(context)
    yield found
    context.close()
    assert found.problems == []


@pytest.fixture
def page(watched: Watched) -> Page:
    return watched.page


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_page(browser: Browser) -> Iterator[Page]:
    """A page at the width of a small phone."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, locale="nb-NO"
    )
    found = watch(context)
    yield found.page
    context.close()
    assert found.problems == []


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def newspaper(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A page of another origin, and the file to write it into."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/page.html", tmp_path / "page.html"
    server.shutdown()
    running.join()
    server.server_close()
