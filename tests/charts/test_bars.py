"""Bars are as long as their values, marks stand where theirs are, missing is said in words."""

from decimal import Decimal

import pytest
from hypothesis import given

from app.charts.areas import Axis
from app.charts.look import SeriesRole
from app.charts.parts import Series
from tests.charts.drawn import (
    HEMNE_2018,
    NAMESPACE,
    UNKNOWN,
    axes,
    bars,
    groups,
    hits,
    markup,
    numbered,
    parsed,
    places,
    said,
    series,
    several,
    texts,
)

FULL = (Decimal(100),) * 8


def lengths(svg: str) -> list[float]:
    group = groups(parsed(svg), SeriesRole.SUBJECT)[0]
    return [float(bar.attrib["width"]) for bar in group.iter(f"{NAMESPACE}rect")]


def test_a_bar_is_as_long_as_its_value() -> None:
    scale = lengths(markup(bars(series(FULL)), "b"))[0] / 100
    for length, value in zip(
        lengths(markup(bars(series(HEMNE_2018)), "b")), HEMNE_2018, strict=True
    ):
        assert length == pytest.approx(float(value) * scale, abs=0.01)


def test_marks_stand_where_a_bar_of_the_same_value_would_end() -> None:
    root = parsed(markup(bars(series(HEMNE_2018, HEMNE_2018)), "b"))
    subject = groups(root, SeriesRole.SUBJECT)[0]
    ends = [
        float(bar.attrib["x"]) + float(bar.attrib["width"])
        for bar in subject.iter(f"{NAMESPACE}rect")
    ]
    marks = [x for x, _ in places(groups(root, SeriesRole.REFERENCE)[0])]
    assert marks == pytest.approx(ends, abs=0.02)


def test_every_value_is_printed_and_a_missing_one_is_said() -> None:
    row = [*HEMNE_2018[:6], None, Decimal(0)]
    root = parsed(markup(bars(series(row)), "b"))
    printed = texts(root)
    assert [text for text in printed if text in {str(v) for v in HEMNE_2018[:6]}] == [
        str(v) for v in HEMNE_2018[:6]
    ]
    assert printed.count(UNKNOWN) == 1
    assert len(groups(root, SeriesRole.SUBJECT)[0]) == 7, "a bar for 0 and none for what is missing"


def test_rows_of_different_maxima_share_one_scale() -> None:
    rows = (Axis("Ten", "Ten", Decimal(10)), Axis("Forty", "Forty", Decimal(40)))
    full = (Series("One", SeriesRole.SUBJECT, (Decimal(10), Decimal(40))),)
    ten, forty = lengths(markup(bars(full, rows), "b"))
    assert forty == pytest.approx(4 * ten, abs=0.02)


def test_each_row_tells_all_of_its_series_to_whoever_points_anywhere_in_it() -> None:
    row = [*HEMNE_2018[:6], None, Decimal(0)]
    root = parsed(markup(bars(series(HEMNE_2018, row)), "b"))
    assert said(root) == [
        f"{axis.label}: Series subject {own}, Series reference {other or UNKNOWN}"
        for axis, own, other in zip(
            axes(), HEMNE_2018, [*map(str, row[:6]), None, "0"], strict=True
        )
    ]
    width = float(root.attrib["viewBox"].split()[2])
    marks = numbered(groups(root, SeriesRole.REFERENCE)[0])
    assert sorted(marks) == [0, 1, 2, 3, 4, 5, 7]
    before = 0.0
    for at, hit in enumerate(hits(root)):
        top, height = float(hit.attrib["y"]), float(hit.attrib["height"])
        assert top >= before, "rows do not share what answers"
        before = top + height
        assert (float(hit.attrib["x"]), float(hit.attrib["width"])) == (0, width)
        if at in marks:
            assert top < marks[at][1] < before


@given(several())
def test_nothing_known_is_lost_and_nothing_unknown_is_drawn(shown: tuple[Series, ...]) -> None:
    root = parsed(markup(bars(shown), "b"))
    for one in shown:
        css = "series-bar" if one.role is SeriesRole.SUBJECT else "series-mark"
        drawn = groups(root, one.role)[0].findall(f"./*[@class='{css}']")
        known = [at for at, value in enumerate(one.values) if value is not None]
        assert [int(shape.attrib["data-at"]) for shape in drawn] == known
