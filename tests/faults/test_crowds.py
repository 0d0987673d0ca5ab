"""More readers than can be worked for at once, all asking for something new."""

import pytest

from app import bounds
from tests.serving.addresses import KINDS
from tests.serving.crowd import each_answers, meet
from tests.serving.fixtures import Serve

READERS = 120
SECONDS = 5


@pytest.mark.parametrize("megabytes", [0, 64])
def test_a_crowd_of_cold_readers_is_a_queue(own_url: str, serve: Serve, megabytes: int) -> None:
    site = serve(own_url, CACHE_MEGABYTES=megabytes)
    met = meet(site, readers=READERS, seconds=SECONDS, seed=megabytes)
    met.was_served(slack=2)
    assert met.left > 0
    each_answers(site, KINDS, within=2 * bounds.PROMISE_SECONDS)
