"""Fixtures of tests that run servers."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.databases import Backend
from tests.serving.process import Site, running

Serve: TypeAlias = Callable[..., Site]
"""Starts a site on a database: `serve(url, workers=2, CACHE_MEGABYTES=0)`."""

Report: TypeAlias = Callable[[str], None]
"""Shows a figure that was measured, whether the test passes or not."""

on_postgres = pytest.mark.only_on("postgres")
on_sqlite = pytest.mark.only_on("sqlite")


@pytest.fixture
def own_url(backend: Backend, real_url: str) -> Iterator[str]:
    """A database of the test's own with the real data in release 1."""
    url = backend.copy(real_url)
    yield url
    backend.drop(url)


@pytest.fixture
def other_url(backend: Backend, real_url: str) -> Iterator[str]:
    """Another like it."""
    url = backend.copy(real_url)
    yield url
    backend.drop(url)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts sites, and ends them with the test whatever has become of them."""
    with ExitStack() as started:

        def start(url: str, **settings: object) -> Site:
            return started.enter_context(running(tmp_path, url, **settings))  # type: ignore[arg-type]

        yield start


@pytest.fixture
def report(capfd: pytest.CaptureFixture[str]) -> Report:
    def show(text: str) -> None:
        with capfd.disabled():
            sys.stdout.write(f"\n{text}\n")

    return show
