"""Bars are as long as their values, marks stand where theirs are, missing is said in words."""

from decimal import Decimal

import pytest
from hypothesis import given

from app.charts.areas import Axis
from app.charts.look import Role
from app.charts.parts import Series
from tests.charts.drawn import (
    HEMNE_2018,
    NAMESPACE,
    UNKNOWN,
    bars,
    groups,
    markup,
    parsed,
    series,
    several,
    texts,
    told,
)

FULL = (Decimal(100),) * 8


def lengths(svg: str) -> list[float]:
    group = groups(parsed(svg), Role.SUBJECT)[0]
    return [float(bar.attrib["width"]) for bar in group.iter(f"{NAMESPACE}rect")]


def test_a_bar_is_as_long_as_its_value() -> None:
    scale = lengths(markup(bars(series(FULL)), "b"))[0] / 100
    for length, value in zip(
        lengths(markup(bars(series(HEMNE_2018)), "b")), HEMNE_2018, strict=True
    ):
        assert length == pytest.approx(float(value) * scale, abs=0.01)


def test_marks_stand_where_a_bar_of_the_same_value_would_end() -> None:
    root = parsed(markup(bars(series(HEMNE_2018, HEMNE_2018)), "b"))
    subject = groups(root, Role.SUBJECT)[0]
    ends = [
        float(bar.attrib["x"]) + float(bar.attrib["width"])
        for bar in subject.iter(f"{NAMESPACE}rect")
    ]
    marks = [x for x, _ in told(groups(root, Role.REFERENCE)[0]).values()]
    assert marks == pytest.approx(ends, abs=0.02)


def test_every_value_is_printed_and_a_missing_one_is_said() -> None:
    row = [*HEMNE_2018[:6], None, Decimal(0)]
    root = parsed(markup(bars(series(row)), "b"))
    printed = texts(root)
    assert [text for text in printed if text in {str(v) for v in HEMNE_2018[:6]}] == [
        str(v) for v in HEMNE_2018[:6]
    ]
    assert printed.count(UNKNOWN) == 1
    assert len(groups(root, Role.SUBJECT)[0]) == 7, "a bar for 0 and none for what is missing"


def test_rows_of_different_maxima_share_one_scale() -> None:
    rows = (Axis("Ten", "Ten", Decimal(10)), Axis("Forty", "Forty", Decimal(40)))
    full = (Series("One", Role.SUBJECT, (Decimal(10), Decimal(40))),)
    ten, forty = lengths(markup(bars(full, rows), "b"))
    assert forty == pytest.approx(4 * ten, abs=0.02)


@given(several())
def test_nothing_known_is_lost_and_nothing_unknown_is_drawn(shown: tuple[Series, ...]) -> None:
    root = parsed(markup(bars(shown), "b"))
    for one in shown:
        css = "series-bar" if one.role is Role.SUBJECT else "series-mark"
        drawn = groups(root, one.role)[0].findall(f"./*[@class='{css}']")
        assert len(drawn) == sum(value is not None for value in one.values)
