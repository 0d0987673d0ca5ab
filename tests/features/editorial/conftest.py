"""The site with an account for each role."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.web.site import Site
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.features.editorial.desk import Browser, add_accounts, browsing


@pytest.fixture
def desk_url(backend: Backend, real_url: str) -> Iterator[str]:
    """A database of the test's own, with the real data and an account for each role."""
    made = backend.once("accounts", lambda _: backend.copy(real_url), add_accounts)
    own = backend.copy(made)
    yield own
    backend.drop(own)


@pytest.fixture
def desk_site(use_database: UseDatabase, desk_url: str) -> Site:
    use_database(desk_url)
    return create_app()


@pytest.fixture
def browser(desk_site: Site) -> Iterator[Browser]:
    with browsing(desk_site) as found:
        yield found


@pytest.fixture
def other(desk_site: Site, browser: Browser) -> Browser:
    """Another browser, at the same time."""
    base = browser.http.base_url
    return Browser(TestClient(desk_site, base_url=str(base), follow_redirects=False))
