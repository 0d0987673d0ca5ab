"""Which method versions may be set side by side: the rules of the seed, and their algebra."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.comparability import (
    Comparability,
    ComparabilityRule,
    ComparabilityRules,
    Verdict,
    difference,
)
from app.domain.message import LocalText
from app.domain.method import Instrument
from app.domain.score import Level

YES, CAUTION, NO = Verdict.YES, Verdict.CAUTION, Verdict.NO
STRICTNESS = {YES: 0, CAUTION: 1, NO: 2}


@pytest.mark.parametrize(
    "a,b,total,area,question",
    [
        ("2.1", "2.1", YES, YES, YES),
        ("2.0", "2.0", YES, YES, YES),
        ("2020", "2020", YES, YES, YES),
        ("1.0", "1.0", CAUTION, CAUTION, NO),
        ("2.0", "2.1", CAUTION, CAUTION, NO),
        ("1.0", "2.0", NO, NO, NO),
        ("1.0", "2.1", NO, NO, NO),
        ("1.0", "2020", NO, NO, NO),
        ("2.0", "2020", CAUTION, NO, NO),
        ("2.1", "2020", CAUTION, NO, NO),
    ],
)
def test_every_pair_of_versions_has_its_verdicts(
    instrument: Instrument, a: str, b: str, total: Verdict, area: Verdict, question: Verdict
) -> None:
    """What the reports and the sites of the method say (the reference on method versions)."""
    wanted = {Level.TOTAL: total, Level.AREA: area, Level.QUESTION: question}
    for level, verdict in wanted.items():
        assert instrument.comparability.between(a, b, level).verdict is verdict
        assert instrument.comparability.between(b, a, level).verdict is verdict


def test_who_asks_first_makes_no_difference(instrument: Instrument) -> None:
    rules = instrument.comparability
    for a, b, level in product(instrument.versions, instrument.versions, Level):
        assert rules.between(a, b, level) == rules.between(b, a, level)


def test_whatever_is_not_a_plain_yes_says_why(instrument: Instrument) -> None:
    for a, b, level in product(instrument.versions, instrument.versions, Level):
        found = instrument.comparability.between(a, b, level)
        assert (found.reason is None) == (found.verdict is YES)
        assert found.reason is None or {"nb", "nn", "sv", "en"} <= set(found.reason.texts)
        assert found.level is level


def test_a_level_has_a_reason_of_its_own_where_one_is_given(instrument: Instrument) -> None:
    between = instrument.comparability.between
    total, area = between("2.1", "2020", Level.TOTAL), between("2.1", "2020", Level.AREA)
    assert total.reason is not None
    assert area.reason is not None
    assert "0–800" in total.reason.in_language("en")
    assert "one to one" in area.reason.in_language("en")


def test_a_pair_that_no_rule_names_is_not_compared(instrument: Instrument) -> None:
    rules = instrument.comparability
    found = rules.between("2.1", "2031", Level.TOTAL)
    assert not found.allowed
    assert found.reason == rules.unlisted_reason
    assert rules.between("2031", "2031", Level.TOTAL).allowed


def test_members_of_a_family_may_be_set_side_by_side_and_others_not(
    instrument: Instrument,
) -> None:
    for a, b in product(instrument.versions, instrument.versions):
        allowed = instrument.comparability.between(a, b, Level.AREA).allowed
        assert allowed == (instrument.family_of(a) == instrument.family_of(b))


@given(
    st.sets(st.sampled_from(["1.0", "2.0", "2.1", "2020", "2031"])),
    st.sampled_from(list(Level)),
)
def test_among_several_the_strictest_pair_decides(
    instrument: Instrument, versions: set[str], level: Level
) -> None:
    pairs = [
        instrument.comparability.between(a, b, level).verdict
        for a, b in product(versions, repeat=2)
    ]
    found = instrument.comparability.among([*versions, *versions], level)
    assert found.verdict is max(pairs, key=STRICTNESS.__getitem__, default=YES)
    assert (found.reason is None) == (found.verdict is YES)


def test_caution_does_not_hide_a_later_no() -> None:
    def rule(a: str, b: str, verdict: Verdict) -> ComparabilityRule:
        reason = LocalText({"en": f"{a} and {b}"})
        return ComparabilityRule(frozenset((a, b)), dict.fromkeys(Level, verdict), reason, None, {})

    rules = ComparabilityRules(
        (rule("a", "b", NO), rule("a", "c", CAUTION), rule("b", "c", CAUTION)),
        LocalText({"en": "unlisted"}),
    )
    found = rules.among(["c", "b", "a"], Level.TOTAL)
    assert found.verdict is NO
    assert found.reason == LocalText({"en": "a and b"})


@pytest.mark.parametrize("verdict,wanted", [(YES, "5.5"), (CAUTION, "5.5"), (NO, None)])
def test_a_difference_is_computed_only_where_it_may_be(
    verdict: Verdict, wanted: str | None
) -> None:
    found = difference(Decimal("38.9"), Decimal("33.4"), Comparability(verdict, Level.AREA))
    assert found == (None if wanted is None else Decimal(wanted))


@pytest.mark.parametrize("a,b", [(None, 1), (1, None), (None, None)])
def test_a_missing_figure_has_no_difference(a: int | None, b: int | None) -> None:
    first, second = (None if figure is None else Decimal(figure) for figure in (a, b))
    assert difference(first, second, Comparability(YES, Level.TOTAL)) is None
