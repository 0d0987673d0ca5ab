"""A development: years in proportion, lines that stop with the method, and the same in Plotly."""

import json
from decimal import Decimal
from itertools import pairwise

import pytest

from app.charts.development.drawing import AveragePoint, AverageSeries, Counts, YearCount
from app.charts.development.figure import DevelopmentFigure
from app.charts.look import Role
from app.charts.timescale import Break
from tests.charts.drawn import (
    NAMESPACE,
    coordinates,
    groups,
    lines,
    markup,
    parsed,
    points,
    texts,
    told,
)


def average(year: int, value: str, segment: str = "2") -> AveragePoint:
    return AveragePoint(year, Decimal(value), f"{year}: {value}", segment)


def series(role: Role, *found: AveragePoint, joined: bool = True) -> AverageSeries:
    return AverageSeries(f"Series {role.value}", role, found, joined)


def figure(*shown: AverageSeries, counts: dict[int, int] | None = None) -> DevelopmentFigure:
    given = counts or {2011: 3, 2013: 6, 2019: 2, 2021: 4}
    return DevelopmentFigure(
        title="Title",
        max=Decimal(800),
        series=shown,
        counts=Counts(
            "Evaluated",
            tuple(YearCount(year, n, f"{year}: {n} evaluated") for year, n in given.items()),
        ),
        breaks=(Break(2019, 2021, "New method"),),
        write=points,
    )


FULL = figure(
    series(
        Role.SUBJECT,
        average(2011, "400"),
        average(2013, "440"),
        average(2019, "480.5"),
        average(2021, "500", "2020"),
        average(2022, "510", "2020"),
    ),
    series(Role.REFERENCE, average(2013, "430"), joined=False),
    series(Role.SECOND_REFERENCE, average(2014, "359"), average(2018, "455"), joined=False),
)


def test_lines_join_within_a_family_only() -> None:
    root = parsed(markup(FULL, "d"))
    (subject,) = [g for g in groups(root, Role.SUBJECT) if told(g)]
    places = list(told(subject).values())
    first, second = lines(subject)
    assert list(coordinates(first)) == places[:3]
    assert list(coordinates(second)) == places[3:]
    (x,) = {float(e.attrib["x1"]) for e in root.iter() if e.get("class") == "figure-break"}
    assert places[2][0] < x < places[3][0]


def test_single_averages_are_not_joined() -> None:
    root = parsed(markup(FULL, "d"))
    for role in (Role.REFERENCE, Role.SECOND_REFERENCE):
        assert [line for group in groups(root, role) for line in lines(group)] == []


def test_years_and_values_are_in_proportion() -> None:
    root = parsed(markup(FULL, "d"))
    (x0, y0), (x1, y1), (x2, y2), *_ = told(groups(root, Role.SUBJECT)[0]).values()
    assert (x2 - x1) / (x1 - x0) == pytest.approx(3, abs=0.01)
    assert (y1 - y2) / (y0 - y1) == pytest.approx(40.5 / 40, abs=0.01)


def test_bars_are_as_high_as_there_are_evaluations_and_stand_on_one_line() -> None:
    root = parsed(markup(FULL, "d"))
    bars = [e for e in root.iter(f"{NAMESPACE}rect") if e.get("class") == "figure-count"]
    heights = [float(bar.attrib["height"]) for bar in bars]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2, 2 / 3, 4 / 3])
    feet = {round(float(b.attrib["y"]) + float(b.attrib["height"]), 1) for b in bars}
    assert len(feet) == 1
    assert {"3", "6", "2", "4"} <= set(texts(root))
    assert [bar.findtext(f"{NAMESPACE}title") for bar in bars][1] == "2013: 6 evaluated"


def test_the_years_that_are_written_do_not_meet() -> None:
    counts = dict.fromkeys(range(2004, 2026), 12)
    root = parsed(markup(figure(counts=counts), "d"))
    written = [t for t in root.iter(f"{NAMESPACE}text") if len(t.text or "") == 4]
    places = sorted(float(t.attrib["x"]) for t in written)
    assert len(places) > 2
    assert min(b - a for a, b in pairwise(places)) >= 36


def test_everything_lies_inside_the_drawing() -> None:
    for shown in (FULL, figure(), figure(counts={2018: 1})):
        root = parsed(markup(shown, "d"))
        width, height = map(float, root.attrib["viewBox"].split()[2:])
        for text in root.iter(f"{NAMESPACE}text"):
            assert 0 <= float(text.attrib["x"]) <= width
            assert 0 < float(text.attrib["y"]) <= height


def test_a_development_needs_a_year() -> None:
    with pytest.raises(ValueError, match="year"):
        Counts("C", ())


@pytest.mark.parametrize("shown", [FULL, figure(), figure(counts={2018: 1})])
def test_plotly_is_given_the_same(shown: DevelopmentFigure) -> None:
    plotted = shown.plotly()
    assert json.loads(json.dumps(plotted, allow_nan=False)) == plotted
    *averages, bars = plotted["data"]
    for one, trace in zip(shown.series, averages, strict=True):
        known = [y for y in trace["y"] if y is not None]
        assert known == [float(point.value) for point in one.points]
        assert [s for s in trace["customdata"] if s] == [point.said for point in one.points]
        assert trace["mode"] == ("lines+markers" if one.joined else "markers")
    assert bars["y"] == [count.count for count in shown.counts.years]
    root = parsed(markup(shown, "d"))
    plain = [
        n["text"].replace("<b>", "").replace("</b>", "") for n in plotted["layout"]["annotations"]
    ]
    assert sorted(plain) == sorted(texts(root))
    assert plotted["layout"]["height"] == float(root.attrib["viewBox"].split()[3])


def test_the_line_of_plotly_breaks_with_the_family() -> None:
    trace = FULL.plotly()["data"][0]
    assert trace["x"] == [2011, 2013, 2019, None, 2021, 2022]
    assert trace["connectgaps"] is False
