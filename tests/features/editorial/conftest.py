"""The site with an account for each role, and providers that vouch for others."""

from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from app.editorial import oidc
from app.main import create_app
from app.web.site import Site
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.features.editorial.desk import Browser, add_accounts, browsing
from tests.features.editorial.provider import CLIENT, SECRET, OwnProvider, own_provider
from tests.features.editorial.visits import EDITORS, ROLES


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


@pytest.fixture
def begin(
    use_database: UseDatabase, desk_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Browser]]:
    """A browser of a site where one signs in by the provider at an address."""
    open_ones = []

    def started(issuer: str, **chosen: str) -> Browser:
        given = {
            "OIDC_ISSUER": issuer,
            "OIDC_CLIENT_ID": CLIENT,
            "OIDC_CLIENT_SECRET": SECRET,
            "OIDC_ROLES": ROLES,
            "SITE_URL": "http://127.0.0.1:8000",
        } | {name.upper(): value for name, value in chosen.items()}
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        oidc.provider.cache_clear()
        use_database(desk_url)
        manager = browsing(create_app())
        open_ones.append(manager)
        return manager.__enter__()

    yield started
    for manager in open_ones:
        manager.__exit__(None, None, None)
    oidc.provider.cache_clear()


@pytest.fixture
def own() -> Iterator[OwnProvider]:
    with own_provider() as found:
        found.claims = dict(EDITORS)
        yield found
