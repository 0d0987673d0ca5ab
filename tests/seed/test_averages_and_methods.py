"""Published averages and the instrument, against typed facts of their sources."""

from decimal import Decimal

import pytest

from app.domain.municipality import Country
from app.domain.reference import (
    Breadth,
    CountBasis,
    ReferenceAverage,
    ReferenceBasis,
    ReferenceStatistic,
)
from app.domain.score import AREA_MEASURES, Level, Measure
from tests.publishing.changing import real_state

SPIDERS = {
    "se-2014-latest-40": (50, 54, 67, 55, 56, 55, 51, 66),
    "se-2021": (63, 65, 73, 64, 61, 59, 68, 64),
}
VERDICTS = {
    ("1.0", "1.0"): ("caution", "caution", "no"),
    ("1.0", "2.0"): ("no", "no", "no"),
    ("1.0", "2.1"): ("no", "no", "no"),
    ("1.0", "2020"): ("no", "no", "no"),
    ("2.0", "2.0"): ("yes", "yes", "yes"),
    ("2.0", "2.1"): ("caution", "caution", "no"),
    ("2.0", "2020"): ("caution", "no", "no"),
    ("2.1", "2.1"): ("yes", "yes", "yes"),
    ("2.1", "2020"): ("caution", "no", "no"),
    ("2020", "2020"): ("yes", "yes", "yes"),
}


def average(id: str) -> ReferenceAverage:
    return next(found for found in real_state().references if found.id == id)


PRINTED = ReferenceBasis.PRINTED
WORDS_FOR_OPINION = {
    "nb": "debattinnlegg",
    "nn": "debattinnlegg",
    "sv": "debattartikel",
    "en": "opinion piece",
}


def test_there_are_eight_published_averages() -> None:
    totals = {a.id: a.figures.get(Measure.TOTAL) for a in real_state().references}
    assert totals == {
        "no-2018": 359,
        "no-2018-small": 324,
        "se-2006-median": 409,
        "se-2014-latest-40": 455,
        "se-2017-april": 476,
        "se-2017-participants": 466,
        "se-2018-august": 475,
        "se-2021": None,
    }


def test_every_average_says_how_it_and_its_number_are_known() -> None:
    """359 follows from 324 and 35, and 55 is another report's: neither is printed as such."""
    for found in real_state().references:
        assert found.basis is not None, found.id
        assert found.n_basis is not None, found.id
        assert (found.n is None) == (found.n_basis is CountBasis.NOT_STATED), found.id
        assert (found.n_source is None) == (found.n_basis is not CountBasis.OTHER_SOURCE), found.id
    marked = {a.id: a.basis for a in real_state().references if a.basis is not PRINTED}
    assert marked == {
        "no-2018": ReferenceBasis.RECONSTRUCTED,
        "se-2018-august": ReferenceBasis.OPINION_PIECE,
    }
    elsewhere = {a.id: a.n_source for a in real_state().references if a.n_source}
    assert [*elsewhere] == ["no-2018"]
    assert "Herøy" in elsewhere["no-2018"].title
    all_of_them = {a.id for a in real_state().references if a.breadth is Breadth.ALL}
    assert all_of_them == {"no-2018", "se-2006-median", "se-2017-participants"}


def test_an_opinion_piece_is_called_one() -> None:
    found = average("se-2018-august")
    assert "debattartikel" in found.source.title
    for language, word in WORDS_FOR_OPINION.items():
        assert word in found.label.texts[language]


def test_the_averages_beside_hemne() -> None:
    everybody, small = average("no-2018"), average("no-2018-small")
    assert (everybody.n, everybody.size_group) == (55, None)
    assert (small.n, small.size_group) == (None, "small")
    for found in (everybody, small):
        assert (found.country, found.family, found.as_of) == (Country.NORWAY, "2", 2018)
        assert found.source.title == "KS-K rapport 3/2018"
        assert found.statistic is ReferenceStatistic.MEAN


@pytest.mark.parametrize("id", SPIDERS)
def test_averages_of_all_eight_areas(id: str) -> None:
    figures = average(id).figures
    assert tuple(figures[measure] for measure in AREA_MEASURES) == SPIDERS[id]


def test_a_median_is_called_one() -> None:
    medians = {a.id for a in real_state().references if a.statistic is ReferenceStatistic.MEDIAN}
    assert medians == {"se-2006-median"}


def test_versions_and_their_families() -> None:
    versions = real_state().instrument.versions
    assert {v.version: (v.family, v.year_from, v.year_to) for v in versions.values()} == {
        "1.0": ("1", 1997, 2009),
        "2.0": ("2", 2010, 2016),
        "2.1": ("2", 2016, 2019),
        "2020": ("2020", 2020, None),
    }
    for version in versions.values():
        assert [area.no for area in version.areas] == list(range(1, 9))
        assert version.max == Decimal(800)
    assert [v.version for v in versions.values() if v.has_questions] == ["2.1"]


@pytest.mark.parametrize("pair", VERDICTS, ids=" and ".join)
def test_which_versions_may_be_compared(pair: tuple[str, str]) -> None:
    rules = real_state().instrument.comparability
    for first, second in (pair, pair[::-1]):
        found = [
            rules.between(first, second, level).verdict
            for level in (Level.TOTAL, Level.AREA, Level.QUESTION)
        ]
        assert tuple(found) == VERDICTS[pair]
