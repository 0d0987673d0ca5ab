"""The table of evaluations says exactly what a plain count over the same evaluations says."""

from decimal import Decimal
from operator import and_, or_, sub
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import evaluation_table
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.grouped_bits import GroupedBits
from app.domain.listing import listed, standing_for
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.ordered_figures import OrderedFigures
from app.domain.score import Measure
from app.domain.statistics import describe, rank
from tests.domain.examples import several, summary
from tests.domain.test_comparison_sets import evaluations

SIZES = st.lists(st.integers(1, 5), max_size=12)
TENTHS = st.integers(0, 8000).map(lambda n: Decimal(n).scaleb(-1))
FEW = st.sampled_from([Decimal("10.0"), Decimal("20.0"), Decimal("30.0")])
"""Figures are read in tenths, whole points too."""


@given(SIZES, st.randoms(use_true_random=False))
def test_groups_of_bits_are_counted_as_one_by_one(sizes: list[int], random: Random) -> None:
    bits = GroupedBits(sizes)
    groups = [list(range(start, start + n)) for start, n in zip(bits.starts, sizes, strict=True)]
    held = {place for group in groups for place in group if random.random() < 0.4}
    whole = bits.of_places(held)
    things = list(range(bits.width))

    def places(of: int) -> list[int]:
        return list(bits.chosen(of, things))

    touched = [group for group in groups if held & set(group)]
    assert places(bits.all) == [place for group in groups for place in group]
    assert places(whole) == sorted(held)
    assert places(bits.first_of_each(whole)) == [min(held & set(group)) for group in touched]
    assert places(bits.whole_groups(whole)) == [place for group in touched for place in group]
    assert bits.count_groups(whole) == len(touched)


@given(
    st.lists(TENTHS | FEW, max_size=30),
    TENTHS | FEW,
    st.sampled_from([Decimal(0), Decimal("0.9"), Decimal(3)]),
    st.data(),
)
def test_leaving_one_out_is_the_same_as_never_having_had_it(
    figures: list[Decimal], own: Decimal, limit: Decimal, data: st.DataObject
) -> None:
    known = OrderedFigures.of(figures)
    assert known.statistics == describe(figures)
    assert known.rank(own, limit) == rank(own, figures, limit)
    if figures:
        gone = data.draw(st.integers(0, len(figures) - 1))
        rest = figures[:gone] + figures[gone + 1 :]
        left = known.without(figures[gone])
        assert list(left) == sorted(rest)
        assert left[:3] == sorted(rest)[:3]
        assert left.statistics == describe(rest)
        assert str(left.statistics) == str(describe(rest))
        assert left.rank(own, limit) == rank(own, rest, limit)


@given(
    evaluations(),
    st.sampled_from([None, *Country]),
    st.sampled_from([None, "small", "large"]),
    st.sampled_from([None, 2012, 2030]),
    st.sampled_from([None, 2009, 2016]),
    st.sampled_from([None, Measure.TOTAL, Measure.AREA_1]),
    st.sampled_from(Collation),
)
def test_what_is_selected_counted_and_listed(
    field: list[EvaluationSummary],
    country: Country | None,
    size: str | None,
    first: int | None,
    last: int | None,
    measure: Measure | None,
    collation: Collation,
) -> None:
    table = EvaluationTable(field, collation)
    chosen = table.years(first, last)
    if country is not None:
        chosen &= table.where("country", country)
    if size is not None:
        chosen = chosen.where("size_group", size)
    wanted = [
        one
        for one in field
        if country in (None, one.country)
        and size in (None, one.size_group)
        and (first or 0) <= one.year <= (last or 9999)
    ]
    assert {one.id for one in chosen} == {one.id for one in wanted}
    assert len(chosen) == len(wanted)
    assert chosen.municipalities == len({one.municipality for one in wanted})
    assert chosen.values("year") == sorted({one.year for one in wanted})
    assert all(one in chosen for one in wanted)

    latest: dict[str, EvaluationSummary] = {}
    for one in sorted(wanted, key=lambda e: (e.year, e.id)):
        held = latest.get(one.municipality)
        if measure is None or measure in one.figures or not (held and measure in held.figures):
            latest[one.municipality] = one
    shown = standing_for(chosen, measure)
    assert {one.municipality: one for one in shown} == latest

    by_name = sorted(latest.values(), key=lambda e: (collation.key(e.name), e.municipality))
    assert list(listed(shown, "name", None)) == by_name
    by_year = sorted(by_name, key=lambda e: -e.year)
    assert list(listed(shown, "year", None)) == by_year
    assert listed(shown, "year", None)[2:5] == by_year[2:5]
    assert [listed(shown, "year", None)[at] for at in range(len(by_year))] == by_year
    if measure is not None:
        scored = [one for one in by_name if measure in one.figures]
        without = [one for one in by_name if measure not in one.figures]
        ordered = [*sorted(scored, key=lambda e: -e.figures[measure]), *without]
        assert list(listed(shown, measure.value, measure)) == ordered
        assert listed(shown, measure.value, measure)[1:9] == ordered[1:9]
    oldest = sorted(wanted, key=lambda e: (collation.key(e.name), e.municipality, e.year, e.id))
    assert list(listed(chosen, None, None, oldest_first=True)) == oldest


def test_selections_in_different_orders_are_never_mixed() -> None:
    """Their bits stand for other evaluations."""
    field = [summary(name) for name in ("Ål", "Östersund", "Älvdalen")]
    norwegian = EvaluationTable(field, Collation.NORWEGIAN)
    swedish = EvaluationTable(field, Collation.SWEDISH)
    assert [one.name for one in norwegian.all] == ["Älvdalen", "Östersund", "Ål"]
    assert [one.name for one in swedish.all] == ["Ål", "Älvdalen", "Östersund"]
    assert norwegian.all.held == swedish.all.held
    for mix in (and_, or_, sub):
        with pytest.raises(ValueError, match="order"):
            mix(norwegian.all, swedish.all)


def test_of_nothing_nothing_is_selected() -> None:
    table = EvaluationTable.of([])
    assert (len(table), table.all.municipalities, list(table.all)) == (0, 0, [])
    assert table.figures(table.all.held, Measure.TOTAL).statistics is None
    assert list(table.years(None, None)) == list(table.with_figures) == []
    assert len(listed(table.all, "year", None)) == 0


def test_what_is_kept_in_order_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation_table, "MOST_WORDS_KEPT", 25)
    table = EvaluationTable.of(several(20))
    wide, narrow = table.all, table.all.without("m00")
    kept = table.figures(wide.held, Measure.TOTAL)
    assert table.figures(wide.held, Measure.TOTAL) is kept
    assert len(table.figures(narrow.held, Measure.TOTAL)) == len(kept) - 1
    assert table.figures(wide.held, Measure.TOTAL) is not kept
    assert table.figures(wide.held, Measure.TOTAL) == kept
