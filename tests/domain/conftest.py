"""The instrument as the seed files have it: rules are data, so the tests read the data."""

import pytest

from app.domain.gap import SmallDifference
from app.domain.method import Instrument, MethodVersion
from app.domain.rules import Rules
from app.publishing.build_method import build_instrument
from app.publishing.faults import Faults
from app.publishing.parse import INSTRUMENT, METHOD, read_file
from tests.databases import SEED
from tests.domain.counts import EVERYBODY_KNOWN


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    faults = Faults()
    folder = SEED / "methods"
    rules = read_file(folder / "instrument.json", SEED, INSTRUMENT, faults)
    versions = [
        read_file(path, SEED, METHOD, faults)
        for path in sorted(folder.glob("*.json"))
        if path.stem != "instrument"
    ]
    assert rules is not None
    assert not faults.found
    return build_instrument(rules, [version for version in versions if version], faults)


@pytest.fixture(scope="session")
def version_2_1(instrument: Instrument) -> MethodVersion:
    return instrument.version("2.1")


@pytest.fixture(scope="session")
def rules(instrument: Instrument) -> Rules:
    """The limits of a site which chooses none, where everybody evaluated is known."""
    return Rules(instrument, SmallDifference(), EVERYBODY_KNOWN)
