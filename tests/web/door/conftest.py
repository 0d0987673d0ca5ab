"""One site for all tests of a file that need no other."""

from collections.abc import Iterator

import pytest

from tests.web.door.clients import Site, running


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A site with the bounds as they are, which still answers when the test is over."""
    with running() as found:
        yield found


@pytest.fixture(autouse=True)
def still_answers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a client has done, the next is answered."""
    yield
    if "site" in request.fixturenames:
        assert request.getfixturevalue("site").get("/after") == "hello /after"
