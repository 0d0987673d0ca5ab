"""Documents of before are read back to the letter, and those of now hold nothing that only programs
of now understand where programs of before look."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.evaluation import Discrepancy, DiscrepancyKind, Evaluation
from app.domain.message import LocalText
from app.domain.score import Measure
from app.domain.stated import (
    PeriodKind,
    PlacingBand,
    PlacingPeriod,
    PlacingScope,
    SizeLimit,
    StatedPlacing,
    Territory,
)
from app.records.document import canonical, in_json
from app.records.evaluation import evaluation_document, evaluation_rows, read_evaluation
from tests.publishing.changing import evaluation_of, real_state

HEMNE = evaluation_of(real_state(), "hemne-2018")
FIRST_SCOPES = (
    "country",
    "country-since-2010",
    "country-all-time",
    "country-size-group",
    "scandinavia",
)
"""The words that release 1 of the first version could have, written down then."""


def rewritten(content: dict[str, object]) -> Evaluation:
    """The evaluation that a document of the database tells of."""
    return read_evaluation(in_json(content), HEMNE.gold_stars)


def document(evaluation: Evaluation) -> dict[str, object]:
    return evaluation_document(evaluation, "2").content


@pytest.mark.parametrize("size_group", [None, "medium"])
def test_every_placing_of_before_is_written_as_it_was(size_group: str | None) -> None:
    places = ((7, None, 46), (7, None, None), (None, "top-quarter", 9), (None, "top-tenth", None))
    for scope, (rank, band, of) in product(FIRST_SCOPES, places):
        placing = {
            "scope": scope,
            "measure": "3",
            "rank": rank,
            "band": band,
            "of": of,
            "size_group": size_group,
        }
        before = document(HEMNE) | {"stated_placings": [placing, placing]}
        assert canonical(document(rewritten(before))) == canonical(before)
        assert len(rewritten(before).stated_placings) == 2


LATER = (
    StatedPlacing(PlacingScope(Territory.COUNTRY), Measure.TOTAL, better=22),
    StatedPlacing(PlacingScope(Territory.COUNTRY), Measure.TOTAL, band=PlacingBand.MIDDLE),
    StatedPlacing(
        PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.LAST_YEARS, years=5)),
        Measure.AREA_2,
        rank=3,
    ),
    StatedPlacing(
        PlacingScope(Territory.COUNTRY, size=SizeLimit(below=15_000)), Measure.TOTAL, rank=1
    ),
    StatedPlacing(
        PlacingScope(Territory.COUNTRY),
        Measure.TOTAL,
        rank=1,
        teller=LocalText({"nb": "en avis"}),
    ),
)


@pytest.mark.parametrize("later", LATER)
def test_what_came_later_stands_where_programs_of_before_do_not_look(later: StatedPlacing) -> None:
    known = StatedPlacing(PlacingScope(Territory.COUNTRY), Measure.TOTAL, rank=3, of=58)
    found = replace(HEMNE, stated_placings=(known, later))
    content = document(found)
    assert content["stated_placings"] == []
    assert rewritten(content) == found
    assert "placings" in evaluation_rows(content).columns["told"]


def test_a_discrepancy_between_sources_stands_apart_too() -> None:
    told = Discrepancy(DiscrepancyKind.SOURCES_DIFFER, LocalText({"nb": "To kilder."}))
    found = replace(HEMNE, recorded_discrepancies=(*HEMNE.recorded_discrepancies, told))
    content = document(found)
    assert content["discrepancies"] == document(HEMNE)["discrepancies"]
    assert rewritten(content) == found


def test_what_says_nothing_new_says_it_as_before() -> None:
    """No name that came later stands in a document that has nothing to put there."""
    names = {"placings", "discrepancies_between_sources", "year_basis"}
    for found in real_state().evaluations:
        content = evaluation_document(found, "2").content
        assert ("year_basis" in content) == (found.year_basis is not None)
        assert ("placings" in content) <= bool(found.stated_placings)
        if found.id in {"hemne-2018", "ulstein-2015"}:
            assert not names & set(content)
