"""Two hundred who publish and are killed: what is public is the old release or the new one."""

import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from tests import databases
from tests.databases import Backend
from tests.publishing.changing import edit, exported, numbers, sha256s
from tests.serving.fixtures import Report
from tests.serving.process import command

pytestmark = pytest.mark.soak

KILLS = 100
"""On each database; half of the first release, half of the second."""
REPEATED = 10
"""Of so many, one is repeated to its end."""


def seeded(url: str, *words: str, killed_after: float | None = None) -> float:
    """Seconds that `kompass seed` took, to its end or until it was killed."""
    began = time.monotonic()
    process = command(url, "seed", *words)
    try:
        process.communicate(timeout=killed_after or 120)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        assert killed_after is not None, "seeding does not end"
    else:
        assert process.returncode == 0
    return time.monotonic() - began


def state(url: str) -> dict[int, str]:
    """Every release by its number, each read back and compared with what it was signed for."""
    with databases.writing(url) as engine:
        return {number: exported(engine, number) for number in numbers(engine)}


@pytest.mark.parametrize("first", [True, False])
def test_publishing_survives_being_killed(
    backend: Backend, empty_url: str, real_url: str, seed_copy: Path, first: bool, report: Report
) -> None:
    if not first:
        edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 441')
    before = empty_url if first else real_url
    whole = backend.copy(before)
    takes = seeded(whole, str(seed_copy))
    old, new = state(before), state(whole)
    assert len(new) == len(old) + 1
    with databases.writing(whole) as engine:
        signed = sha256s(engine)
    chance = Random(first)
    after: list[int] = []
    for turn in range(KILLS // 2):
        url = backend.copy(before)
        seeded(url, str(seed_copy), killed_after=chance.uniform(0.2, 1.0) * takes)
        found = state(url)
        assert found in (old, new), turn
        after.append(len(found) - len(old))
        if turn % REPEATED == 0:
            seeded(url, str(seed_copy))
            assert state(url) == new
            with databases.writing(url) as engine:
                assert sha256s(engine) == signed
        backend.drop(url)
    report(f"{after.count(0)} not written, {after.count(1)} written whole")
    assert 0 in after
    backend.drop(whole)
