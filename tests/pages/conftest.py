"""The whole application on the real and on the made-up data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.conftest import UseDatabase
from tests.pages.changed import publish_changes
from tests.pages.client import Client, opened
from tests.serving.process import free_port, running


@pytest.fixture
def site(use_database: UseDatabase, real_url: str) -> Iterator[Client]:
    """The site with the real data."""
    use_database(real_url)
    with opened() as client:
        yield client


@pytest.fixture
def demo_site(use_database: UseDatabase, demo_url: str) -> Iterator[Client]:
    """The site with the made-up data."""
    use_database(demo_url)
    with opened() as client:
        yield client


@pytest.fixture
def served(real_url: str, tmp_path: Path) -> Iterator[str]:
    """The address of a site with the real data that others can fetch from, and that calls itself by
    that address."""
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    with running(tmp_path, real_url, port=port, SITE_URL=own, CACHE_FOLDER=tmp_path / "files"):
        yield own


@pytest.fixture
def changed_site(
    use_database: UseDatabase, seeded: Engine, seed_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """The site with the real data and two releases after the first, see `tests.pages.changed`."""
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    publish_changes(seeded, seed_copy)
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client
