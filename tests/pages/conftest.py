"""The whole application on the real and on the made-up data, on both databases."""

from collections.abc import Iterator

import pytest

from tests.conftest import UseDatabase
from tests.pages.client import Client, opened


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
