"""Assistants that ask a site with the real data, or with the made-up ones."""

import pytest

from app.main import create_app
from tests.conftest import UseDatabase
from tests.features.assistants.asking import Assistant
from tests.pages.client import Client
from tests.pages.conftest import changed_site as changed_site


@pytest.fixture
def assistant(use_database: UseDatabase, real_url: str) -> Assistant:
    use_database(real_url)
    return Assistant(create_app())


@pytest.fixture
def demo_assistant(use_database: UseDatabase, demo_url: str) -> Assistant:
    use_database(demo_url)
    return Assistant(create_app())


@pytest.fixture
def later_assistant(changed_site: Client) -> Assistant:
    """Of a site where an evaluation has been withdrawn, see `tests.pages.changed`."""
    return Assistant(create_app())
