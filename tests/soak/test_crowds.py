"""Five hundred readers of cold pages for a minute."""

import pytest

from tests.serving.addresses import KINDS
from tests.serving.crowd import each_answers, meet
from tests.serving.fixtures import Report, Serve

pytestmark = pytest.mark.soak

FEW, MANY = 20, 500
SECONDS = 60
AFTERWARDS = 1.0
"""Seconds for each page when the crowd has gone."""
SAME_RATE = 0.9
"""What counts as no slower: two measurements of the same differ by as much."""


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("megabytes", [0, 64])
def test_a_crowd_is_served_as_fast_as_a_few(
    own_url: str, serve: Serve, workers: int, megabytes: int, report: Report
) -> None:
    site = serve(own_url, workers=workers, CACHE_MEGABYTES=megabytes)
    few = meet(site, readers=FEW, seconds=SECONDS / 3, seed=1)
    many = meet(site, readers=MANY, seconds=SECONDS, seed=2)
    report(f"{FEW}: {few}\n{MANY}: {many}\n{few.rate:.1f} and {many.rate:.1f} a second")
    few.was_served()
    many.was_served()
    each_answers(site, KINDS, within=AFTERWARDS)
    assert many.rate >= SAME_RATE * few.rate
