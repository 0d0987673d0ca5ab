"""What an area has to do with those of other method versions."""

import pytest

from app.domain.evaluation import Source
from app.domain.method import Instrument
from app.domain.method_relatives import incomparable_versions, related_areas, source_named
from app.domain.score import Level
from tests.publishing.changing import real_state


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return real_state().instrument


def test_inside_a_family_an_area_keeps_its_number(instrument: Instrument) -> None:
    """2.0 and 2.1 are one family (the method data), and 2.1 is the later one."""
    version = instrument.versions["2.1"]
    (related,) = related_areas(instrument, version, 5, Level.AREA)
    assert (related.version.version, related.area.no) == ("2.0", 5)
    assert related.is_earlier
    assert related.later is version
    assert related.changes is version.summary
    (back,) = related_areas(instrument, instrument.versions["2.0"], 5, Level.AREA)
    assert (back.version, back.is_earlier, back.later) == (version, False, version)


def test_a_family_of_one_version_has_no_relatives(instrument: Instrument) -> None:
    assert related_areas(instrument, instrument.versions["2020"], 1, Level.AREA) == ()


def test_versions_of_other_families_are_named_with_their_reason(instrument: Instrument) -> None:
    found = incomparable_versions(instrument, instrument.versions["2.1"], Level.AREA)
    assert {one.version.version for one in found} <= {"1.0", "2020"}
    assert found
    assert all(one.reason.in_language("nb") for one in found)


@pytest.mark.parametrize(
    "written, source",
    [
        (None, None),
        ("", None),
        ("KS-K 3/2018", Source("KS-K 3/2018", None)),
        ("https://www.skr.se/kompass?a=1", Source("skr.se", "https://www.skr.se/kompass?a=1")),
        ("http://ks.no", Source("ks.no", "http://ks.no")),
    ],
)
def test_a_source_is_called_by_its_title_or_its_site(
    written: str | None, source: Source | None
) -> None:
    assert source_named(written) == source
