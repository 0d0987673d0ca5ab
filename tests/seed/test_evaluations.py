"""The evaluations in the seed folder against typed facts of their sources."""

import json
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from app.domain.consistency import discrepancies
from app.domain.evaluation import DetailLevel, DiscrepancyKind, Evaluation
from app.domain.municipality import PopulationBasis
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.publishing.changing import evaluation_of, real_state

HEMNE_AREAS = ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
HEMNE_STATED = (39, 37, 77, 61, 58, 49, 48, 63)
HEMNE_QUESTIONS = {
    1: "7.5 9.0 4.4 14.0 4.0",
    2: "4.5 6.3 5.8 12.8 8.0",
    3: "13.9 18.4 16.0 20.0 9.1",
    4: "13.5 8.0 5.2 8.5 20.0 5.8",
    5: "10.5 18.8 4.5 10.4 7.5 6.7",
    6: "10.5 7.0 14.6 5.6 10.2 1.5",
    7: "7.5 25.0 7.4 6.5 1.4",
    8: "13.1 9.3 11.3 9.2 2.3 6.9 10.6",
}
"""As the report prints them, KS-K rapport 3/2018."""

TOTALS = {
    "ulstein-2013": 361,
    "ulstein-2015": 433,
    "ulstein-2017": 467,
    "ulstein-2019": 534,
    "vallentuna-2017": 555,
    "vallentuna-2019": 603,
    "vallentuna-2021": 648,
    "hemne-2011": 440,
    "hemne-2018": 433,
    "kramfors-2013": 448,
    "hareid-2017": 247,
    "hareid-2019": 324,
    "roros-2013": 254,
    "roros-2017": 396,
    "ovre-eiker-2015": 378,
    "enkoping-2018": 519,
    "karlskoga-2014": 450,
    "orebro-2012": 615,
}
AREA_SUMS = {
    "hareid-2019": 324,
    "kramfors-2013": 447,
    "grastorp-2014": 506,
    "karlskrona-2011": 415,
    "karlskrona-2014": 509,
    "orebro-2012": 615,
    "vallentuna-2021": 648,
}
"""What the stated areas add up to, where a source states all eight."""


def test_everything_is_there() -> None:
    found = real_state().evaluations
    assert len(found) == 102
    assert len({e.municipality for e in found}) == 57
    assert Counter(e.detail for e in found) == {
        DetailLevel.QUESTIONS: 1,
        DetailLevel.AREAS: 7,
        DetailLevel.SOME_AREAS: 3,
        DetailLevel.TOTAL: 29,
        DetailLevel.KNOWN: 62,
    }


@in_turn("id", TOTALS)
def test_totals_are_those_of_the_sources(id: str) -> None:
    assert evaluation_of(real_state(), id).total.stated == TOTALS[id]


def test_all_who_have_eight_areas_are_compared_with_their_sums() -> None:
    complete = {e.id for e in real_state().evaluations if e.detail is DetailLevel.AREAS}
    assert complete == set(AREA_SUMS)


@pytest.mark.parametrize("id", AREA_SUMS)
def test_stated_areas_add_up_as_in_the_sources(id: str) -> None:
    stated = [area.figure.stated for area in evaluation_of(real_state(), id).areas]
    assert sum(points for points in stated if points is not None) == AREA_SUMS[id]
    assert None not in stated


def test_hemne_is_whole() -> None:
    found = evaluation_of(real_state(), "hemne-2018")
    assert [str(area.figure.score) for area in found.areas] == list(HEMNE_AREAS)
    assert [area.figure.stated for area in found.areas] == list(HEMNE_STATED)
    assert found.total.score == Decimal("433.0") == sum(map(Decimal, HEMNE_AREAS))
    for area in found.areas:
        points = [Decimal(text) for text in HEMNE_QUESTIONS[area.no].split()]
        assert [question.figure.score for question in area.questions] == points
    reconstructed = {q.code for area in found.areas for q in area.questions if q.reconstructed}
    assert reconstructed == {"3.3", "3.4", "5.2", "5.4", "7.2"}
    assert [star.question for star in found.gold_stars] == ["5.1"]
    assert found.report_number == "KS-K rapport 3/2018"


def test_maxima_of_hemnes_version() -> None:
    version = real_state().instrument.version("2.1")
    sums = [sum(q.max for q in area.questions) for area in version.areas]
    assert sums == [100, 85, 100, 100, 100, 100, 100, 100]
    assert "2.5" not in [q.code for area in version.areas for q in area.questions]


def test_disagreements_of_hemne_and_kramfors_are_told() -> None:
    versions = real_state().instrument.versions

    def kinds(id: str) -> Counter[DiscrepancyKind]:
        found = evaluation_of(real_state(), id)
        return Counter(d.kind for d in discrepancies(found, versions[found.version]))

    assert kinds("kramfors-2013") == {DiscrepancyKind.ROUNDING: 1}
    hemne = kinds("hemne-2018")
    assert hemne[DiscrepancyKind.RECONSTRUCTED_DIGIT] == 5
    assert hemne[DiscrepancyKind.MAXIMA_INCOMPLETE] == 1
    assert hemne[DiscrepancyKind.STATED_TWICE] >= 1


@in_turn("found", real_state().evaluations, label=lambda e: e.id)
def test_an_evaluation_agrees_with_itself(found: Evaluation) -> None:
    """Its own sums, its municipality's country, and a source that can be found again."""
    municipality = real_state().register.municipalities[found.municipality]
    assert found.country is municipality.country
    assert found.source.title
    assert found.source.url or "KS-K rapport" in found.source.title
    assert len(found.areas) == 8
    stated = [area.figure.stated for area in found.areas]
    if found.total.stated is not None and None not in stated:
        difference = sum(map(Decimal, filter(None, stated))) - found.total.stated
        assert abs(difference) <= 4  # half a point for each of eight rounded areas
    assert found.population is not None
    assert found.size_group in {"small", "medium", "large"}


def test_norway_has_inhabitants_of_the_year_and_sweden_those_that_are_known() -> None:
    """Sweden counts on 31 December, so a year begins with the figure of the year before."""
    swedish = {*range(2002, 2020), 2021, 2024}
    for found in real_state().evaluations:
        assert found.population is not None
        years = swedish | ({2020, 2023} if found.municipality == "hoganas" else set())
        known = found.country == "NO" or found.year - 1 in years
        basis = PopulationBasis.SAME_YEAR if known else PopulationBasis.EARLIER_YEAR
        assert found.population.basis is basis, found.id
        if known:
            year = found.year - (found.country == "SE")
            assert found.population.population.year == year, found.id


def test_missing_totals_were_not_made_up() -> None:
    """Subtractions give 384 and 434; no source prints them, so there is no total."""
    for id in ("karlskoga-2010", "enkoping-2016"):
        assert evaluation_of(real_state(), id).total.score is None


def _texts(value: Any) -> list[dict[str, str]]:
    """Every text in languages inside a document."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if not isinstance(value, dict):
        return []
    if "code" in value and "part_of" in value:
        return _texts(value["description"])  # names of groups are in their publisher's languages
    if value and set(value) <= {"nb", "nn", "sv", "en"}:
        return [value]
    return [text for item in value.values() for text in _texts(item)]


@in_turn("path", sorted(SEED.rglob("*.json")), label=lambda p: p.stem)
def test_our_texts_are_in_all_four_languages(path: Any) -> None:
    for text in _texts(json.loads(path.read_text(encoding="utf-8"))):
        assert set(text) == {"nb", "nn", "sv", "en"}, text
