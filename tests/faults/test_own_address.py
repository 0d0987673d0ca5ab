"""A site that nobody has told its address is known by where it listens."""

import pytest

from tests.serving.fixtures import Serve, on_sqlite


@on_sqlite
@pytest.mark.parametrize("workers", [1, 2])
def test_the_next_page_is_on_the_port_that_answers(
    own_url: str, serve: Serve, workers: int
) -> None:
    site = serve(own_url, workers=workers, SITE_URL="")
    address = "/api/v1/evaluations?limit=70"
    following = site.get_each([address])[address].json()["next"]
    own = f"http://127.0.0.1:{site.port}"
    assert following.startswith(f"{own}/api/v1/evaluations?")
    rest = following.removeprefix(own)
    assert len(site.get_each([rest])[rest].json()["items"]) == 102 - 70
