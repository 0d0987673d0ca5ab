"""A development: years in proportion, lines that stop with the method, and the same in Plotly."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest

from app.charts.development.drawing import AveragePoint, AverageSeries, Counts, YearCount
from app.charts.development.figure import DevelopmentFigure
from app.charts.look import SeriesRole
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.web.words.languages import translate
from tests.charts.drawn import (
    NAMESPACE,
    coordinates,
    groups,
    lines,
    markup,
    numbered,
    parsed,
    places,
    points,
    said,
    texts,
)


def average(year: int, value: str, segment: str = "2") -> AveragePoint:
    return AveragePoint(year, Decimal(value), f"{year}: {value}", segment)


def series(role: SeriesRole, *found: AveragePoint, joined: bool = True) -> AverageSeries:
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
        SeriesRole.SUBJECT,
        average(2011, "400"),
        average(2013, "440"),
        average(2019, "480.5"),
        average(2021, "500", "2020"),
        average(2022, "510", "2020"),
    ),
    series(SeriesRole.REFERENCE, average(2013, "430"), joined=False),
    series(SeriesRole.SECOND_REFERENCE, average(2014, "359"), average(2018, "455"), joined=False),
)


def test_lines_join_within_a_family_only() -> None:
    root = parsed(markup(FULL, "d"))
    (subject,) = groups(root, SeriesRole.SUBJECT)
    found = places(subject)
    first, second = lines(subject)
    assert list(coordinates(first)) == found[:3]
    assert list(coordinates(second)) == found[3:]
    (x,) = {float(e.attrib["x1"]) for e in root.iter() if e.get("class") == "figure-break"}
    assert found[2][0] < x < found[3][0]


def test_single_averages_are_not_joined() -> None:
    root = parsed(markup(FULL, "d"))
    for role in (SeriesRole.REFERENCE, SeriesRole.SECOND_REFERENCE):
        assert [line for group in groups(root, role) for line in lines(group)] == []


def test_years_and_values_are_in_proportion() -> None:
    root = parsed(markup(FULL, "d"))
    (x0, y0), (x1, y1), (x2, y2), *_ = places(groups(root, SeriesRole.SUBJECT)[0])
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
    assert [bar.get("data-at") for bar in bars] == ["0", "1", "4", "5"]


def test_a_year_tells_all_that_is_drawn_of_it_and_its_marks_carry_its_number() -> None:
    root = parsed(markup(FULL, "d"))
    assert said(root) == [
        "2011: 400. 2011: 3 evaluated",
        "2013: 440. 2013: 430. 2013: 6 evaluated",
        "2014: 359",
        "2018: 455",
        "2019: 480.5. 2019: 2 evaluated",
        "2021: 500. 2021: 4 evaluated",
        "2022: 510",
    ]
    expected = {
        SeriesRole.SUBJECT: [0, 1, 4, 5, 6],
        SeriesRole.REFERENCE: [1],
        SeriesRole.SECOND_REFERENCE: [2, 3],
    }
    for role, years in expected.items():
        assert list(numbered(groups(root, role)[0])) == years


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


@pytest.mark.parametrize("width", [320, 600])
def test_no_break_strikes_the_heading_of_the_counts_through(width: float) -> None:
    heading = "Evaluations in every year"
    shown = replace(
        FULL,
        counts=replace(FULL.counts, title=heading),
        breaks=(Break(2012, 2013, "Early"), Break(2019, 2021, "Late")),
    )
    root = parsed(markup(shown, "d", width))
    (said_at,) = (t for t in root.iter(f"{NAMESPACE}text") if "".join(t.itertext()) == heading)
    base = float(said_at.attrib["y"])
    breaks = [line for line in root.iter(f"{NAMESPACE}line") if line.get("class") == "figure-break"]
    assert len({line.attrib["x1"] for line in breaks}) == 2
    begins, ends = float(said_at.get("x", 0)), float(said_at.get("x", 0)) + 5 * len(heading)
    for line in breaks:
        crosses = float(line.attrib["y1"]) < base - 5 < float(line.attrib["y2"])
        assert not (crosses and begins < float(line.attrib["x1"]) < ends)


@pytest.mark.parametrize("above", ["380", "400", "420"])
def test_a_value_hides_no_mark(above: str) -> None:
    shown = figure(
        series(SeriesRole.REFERENCE, average(2018, above), joined=False),
        replace(series(SeriesRole.AVERAGE, average(2018, "359"), joined=False), written=True),
        counts={2011: 3, 2018: 2, 2024: 1},
    )
    root = parsed(markup(shown, "d"))
    (value,) = (t for t in root.iter(f"{NAMESPACE}text") if "".join(t.itertext()) == "359")
    x, base = float(value.attrib["x"]), float(value.attrib["y"])
    marks = [
        m
        for role in (SeriesRole.REFERENCE, SeriesRole.AVERAGE)
        for m in places(groups(root, role)[0])
    ]
    assert len(marks) == 2
    # Three bold figures of 13.5 are some 26 wide and 10 high.
    assert all(abs(x - at) > 13 or not base - 10 < y < base for at, y in marks)


def test_no_mark_hides_another() -> None:
    shown = figure(
        series(SeriesRole.SUBJECT, average(2018, "400"), average(2019, "405")),
        series(SeriesRole.REFERENCE, average(2018, "402"), average(2019, "500"), joined=False),
        series(SeriesRole.AVERAGE, average(2018, "398"), average(2019, "404"), joined=False),
    )
    root = parsed(markup(shown, "d"))
    marks = {
        role: places(groups(root, role)[0])
        for role in (SeriesRole.SUBJECT, SeriesRole.REFERENCE, SeriesRole.AVERAGE)
    }
    found = [place for of_one in marks.values() for place in of_one]
    assert len(found) == 6
    for n, (x, y) in enumerate(found):
        for across, up in found[n + 1 :]:
            assert abs(x - across) >= 9.9 or abs(y - up) >= 9.9
    # Those of the line stay in their years, and so does what is alone.
    (first, second), (beside, alone), _ = marks.values()
    assert alone[0] == pytest.approx(second[0], abs=0.06)
    assert beside[0] != pytest.approx(first[0], abs=0.06)


def test_where_years_lie_close_a_mark_stays_in_its_own() -> None:
    shown = figure(
        series(SeriesRole.SUBJECT, average(2010, "400")),
        series(SeriesRole.REFERENCE, average(2010, "402"), joined=False),
        counts=dict.fromkeys(range(1995, 2026), 2),
    )
    root = parsed(markup(shown, "d", 320))
    (line,), (beside,) = (
        places(groups(root, role)[0]) for role in (SeriesRole.SUBJECT, SeriesRole.REFERENCE)
    )
    year = (320 - 40) / 31
    assert 0 < abs(beside[0] - line[0]) < year / 2


def test_what_is_not_to_be_quoted_is_not_written_at_its_mark() -> None:
    def with_quiet(quiet: bool) -> list[str]:
        one = replace(average(2018, "475"), quiet=quiet)
        alone = replace(series(SeriesRole.AVERAGE, one, joined=False), written=True)
        return texts(parsed(markup(figure(alone), "d")))

    assert "475" in with_quiet(False)
    assert "475" not in with_quiet(True)


def test_a_development_needs_a_year() -> None:
    with pytest.raises(ValueError, match="year"):
        Counts("C", ())


@pytest.mark.parametrize("shown", [FULL, figure(), figure(counts={2018: 1})])
def test_plotly_is_given_the_same(shown: DevelopmentFigure) -> None:
    plotted = shown.plotly()
    assert json.loads(json.dumps(plotted, allow_nan=False)) == plotted
    bars, *averages = plotted["data"]
    # What is drawn last lies on top, and that is the first.
    for one, trace in zip(shown.series, reversed(averages), strict=True):
        known = [y for y in trace["y"] if y is not None]
        assert known == [float(point.value) for point in one.points]
        told = [s for s in trace["customdata"] if s]
        assert all(p.said in s for p, s in zip(one.points, told, strict=True))
        assert trace["meta"]["series"] == one.role.value
        marks = places(groups(parsed(markup(shown, "d")), one.role)[0])
        found = [place for place in trace["meta"]["places"] if place]
        assert found == [pytest.approx(mark, abs=0.06) for mark in marks]
        assert trace["mode"] == ("lines+markers" if one.joined else "markers")
    at = [*bars["meta"]["at"], *(n for one in averages for n in one["meta"]["at"])]
    sentences = [*bars["customdata"], *(s for one in averages for s in one["customdata"])]
    told = said(parsed(markup(shown, "d")))
    assert sentences == [None if number is None else told[number] for number in at]
    assert set(bars["customdata"]) <= set(said(parsed(markup(shown, "d"))))
    assert bars["y"] == [count.count for count in shown.counts.years]
    root = parsed(markup(shown, "d"))
    plain = [
        n["text"].replace("<b>", "").replace("</b>", "") for n in plotted["layout"]["annotations"]
    ]
    assert sorted(plain) == sorted(texts(root))
    assert plotted["layout"]["height"] == float(root.attrib["viewBox"].split()[3])


def test_the_line_of_plotly_breaks_with_the_family() -> None:
    trace = FULL.plotly()["data"][-1]
    assert trace["x"] == [2011, 2013, 2019, None, 2021, 2022]
    assert trace["connectgaps"] is False


def test_several_results_of_a_year_are_exact_in_cells_and_written_in_the_table() -> None:
    shown = figure(
        series(SeriesRole.REFERENCE, average(2011, "433.0"), average(2011, "378"), joined=False),
        counts={2011: 4},
    )
    written = replace(shown, write=Writer(partial(translate, language="nb"), 0))
    assert shown.cells()[1:] == (("2011", "433.0; 378", 4),)
    assert written.table()[1:] == (("2011", "433; 378", "4"),)
