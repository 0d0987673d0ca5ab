"""The one average behind all of those compared: whose it is, and when there is none."""

from collections.abc import Sequence
from decimal import Decimal

from app.contents.comparisons.average import SharedAverage, shared_average
from app.contents.comparisons.compared import Compared
from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES
from tests.domain.conftest import instrument, rules
from tests.domain.counts import NOBODY_COUNTED
from tests.domain.examples import evaluation, reference, said, summary

__all__ = ["instrument", "rules"]


def everybody(count: int, **about: object) -> list[EvaluationSummary]:
    """With 10, 20, 30 … points in every area."""
    return [
        summary(f"m{at}", areas=dict.fromkeys(range(1, 9), 10 * at), **about)  # type: ignore[arg-type]
        for at in range(1, count + 1)
    ]


def average(
    shown: Sequence[EvaluationSummary],
    of: Sequence[EvaluationSummary],
    rules: Rules,
    references: Sequence[ReferenceAverage] = (),
) -> SharedAverage | None:
    compared = [Compared(one, evaluation()) for one in shown]
    return shared_average(compared, of, references, rules)


def test_it_counts_everybody_those_shown_among_them(rules: Rules) -> None:
    """10, 20 … 80 points: 45 on average, and half of the eight between 27.5 and 62.5."""
    of = everybody(8)
    found = average(of[:3], of, rules)
    assert found is not None
    assert set(found.figures.values()) == {Decimal(45)}
    assert set(found.figures) == set(AREA_MEASURES)
    assert found.middle is not None
    assert set(found.middle.limits.values()) == {(Decimal("27.5"), Decimal("62.5"))}
    assert said(found.name) == "average of 8 Norwegian municipalities, those shown among them"
    assert found.source is None


def test_under_eight_there_is_an_average_without_a_middle_half(rules: Rules) -> None:
    of = everybody(5)
    found = average(of[:2], of, rules)
    assert found is not None
    assert set(found.figures.values()) == {Decimal(30)}
    assert found.middle is not None
    assert not found.middle.limits


def test_where_ours_stands_for_nobody_else_the_published_one_is_drawn(rules: Rules) -> None:
    of = everybody(8)
    nobody = Rules(rules.instrument, rules.small, NOBODY_COUNTED)
    assert average(of[:2], of, nobody) is None
    published = reference(figures=dict.fromkeys(AREA_MEASURES, 52))
    found = average(of[:2], of, nobody, [published])
    assert found is not None
    assert set(found.figures.values()) == {Decimal(52)}
    assert (found.middle, found.source) == (None, published.source)
    totals_only = reference()
    assert average(of[:2], of, nobody, [totals_only]) is None


def test_there_is_none_across_countries_or_families_or_of_one_alone(rules: Rules) -> None:
    norwegian, swedish = everybody(8), everybody(8, country=Country.SWEDEN)
    newer = everybody(8, family="2020")
    assert average([norwegian[0], swedish[1]], [*norwegian, *swedish], rules) is None
    assert average([norwegian[0], newer[1]], [*norwegian, *newer], rules) is None
    assert average(norwegian[:1], norwegian, rules) is None
