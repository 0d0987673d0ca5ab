"""Plotly is given what the drawing shows: names, order, values, gaps, dashes and marks."""

import html
import json
import xml.etree.ElementTree as ET
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from app.charts.areas import AreasFigure
from app.charts.figure import PlottedFigure
from app.charts.history.drawing import HistoryPoint
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.timescale import Break
from tests.charts.drawn import (
    HEMNE_2018,
    LAYOUTS,
    NAMESPACE,
    bars,
    groups,
    history,
    markup,
    middle,
    parsed,
    points,
    series,
    several,
    spider,
)

AVERAGE = tuple(Decimal(n) / 7 for n in (364, 300, 250, 401, 333, 290, 222, 100))


def plotted_of(figure: AreasFigure) -> list[dict[str, Any]]:
    """The traces in the order of the series: the last lies on top, and that is the first."""
    return list(reversed(figure.plotly()["data"]))


@given(several())
def test_a_spider_has_the_same_values_names_and_order(shown: tuple[Series, ...]) -> None:
    figure = spider(shown)
    root = parsed(markup(figure, "s"))
    plotted = plotted_of(figure)
    assert [html.unescape(trace["name"]) for trace in plotted] == [
        html.unescape(html.escape(one.name, quote=False)) for one in shown
    ]
    for one, trace in zip(shown, plotted, strict=True):
        values = [None if v is None else float(v) for v in one.values]
        assert trace["r"] == [*values, values[0]]
        assert trace["text"][:8] == [points(v) for v in one.values]
        agree(trace, groups(root, one.role)[0])


def agree(trace: dict[str, Any], group: ET.Element) -> None:
    """The points that a finger finds lie where the marks are drawn, and carry their numbers."""
    drawn = [e for e in group if e.get("class") in {"series-mark", "series-bar"}]
    numbers = [int(shape.attrib["data-at"]) for shape in drawn]
    found = {
        at: place
        for at, place in zip(trace["meta"]["at"], trace["meta"]["places"], strict=False)
        if place is not None
    }
    assert list(found) == numbers
    for shape in drawn:
        x, y = middle(shape)
        if shape.get("class") == "series-bar":
            x = float(shape.attrib["x"]) + float(shape.attrib["width"])
        assert found[int(shape.attrib["data-at"])] == pytest.approx([x, y], abs=0.06)


@given(several())
def test_bars_have_the_same_values_names_and_order(shown: tuple[Series, ...]) -> None:
    figure = bars(shown)
    root = parsed(markup(figure, "b"))
    for one, trace in zip(shown, plotted_of(figure), strict=True):
        values = [None if v is None else float(v) for v in one.values]
        assert trace["x"] == values
        agree(trace, groups(root, one.role)[0])


@given(several())
def test_what_is_sent_is_plain_json(shown: tuple[Series, ...]) -> None:
    for plotted in (spider(shown).plotly(), bars(shown).plotly()):
        assert json.loads(json.dumps(plotted, allow_nan=False)) == plotted
        assert set(plotted) == {"data", "layout", "config"}
        assert "template" not in plotted["layout"]
        assert "bdata" not in json.dumps(plotted)


def test_points_are_exact_and_averages_are_not_rounded() -> None:
    subject, average = plotted_of(spider(series(HEMNE_2018, AVERAGE)))
    assert subject["r"][:8] == [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
    assert average["r"][0] == 52
    assert average["r"][1] == pytest.approx(300 / 7, rel=1e-15)


def test_axes_go_clockwise_from_the_top_in_the_order_of_the_method() -> None:
    plotted = spider(series(HEMNE_2018)).plotly()
    angular = plotted["layout"]["polar"]["angularaxis"]
    assert (angular["direction"], angular["rotation"]) == ("clockwise", 90)
    order = [str(no) for no in range(1, 9)]
    assert angular["categoryarray"] == order
    assert plotted["data"][0]["theta"] == [*order, "1"]
    assert plotted["layout"]["polar"]["radialaxis"]["range"] == [0, 100]


def test_series_look_as_in_the_drawing() -> None:
    figure = spider(series(HEMNE_2018, AVERAGE, HEMNE_2018))
    root = parsed(markup(figure, "s"))
    shapes = {"circle": "circle", "square": "rect", "triangle-up": "path"}
    for role, trace in zip(list(SeriesRole)[:3], plotted_of(figure), strict=True):
        group = groups(root, role)[0]
        line = next(p for p in group if p.get("class") == "series-line")
        dash = (line.get("stroke-dasharray") or "solid").replace(" ", "px,")
        assert trace["line"]["dash"].removesuffix("px") == dash
        mark = next(p for p in group if p.get("class") == "series-mark")
        assert mark.tag == NAMESPACE + shapes[trace["marker"]["symbol"]]
        assert trace["line"]["color"] == f"var(--figure-{role.value})"


def test_where_something_is_missing_the_line_is_not_joined_and_nothing_is_filled() -> None:
    row = [*HEMNE_2018[:4], None, *HEMNE_2018[5:]]
    whole, gap = plotted_of(spider(series(HEMNE_2018, row)))
    assert (whole["fill"], gap["fill"]) == ("toself", "none")
    assert gap["connectgaps"] is False
    assert gap["r"][4] is None


def test_each_point_tells_all_of_its_area_and_the_repeated_one_has_no_sentence() -> None:
    row = [*HEMNE_2018[:2], None, *HEMNE_2018[3:]]
    for trace in spider(series(HEMNE_2018, row)).plotly()["data"]:
        said = "Politisk styring og kontroll: Series subject 77.4, Series reference not known"
        assert trace["customdata"][2] == said
        assert trace["hovertext"][2] == (
            "<b>Politisk styring og kontroll</b>"
            "<br>Series subject: 77.4<br>Series reference: not known"
        )
        assert trace["customdata"][8] is None
        assert trace["hovertext"][8] == trace["hovertext"][0]
        assert len(trace["customdata"]) == len(trace["r"]) == len(trace["hovertext"]) == 9
        assert trace["meta"]["at"] == [0, 1, 2, 3, 4, 5, 6, 7, 0], "it belongs to the first area"


def test_markup_in_a_name_stays_text() -> None:
    named = Series("<b>Bø</b> & co", SeriesRole.SUBJECT, HEMNE_2018)
    trace = spider((named,)).plotly()["data"][0]
    assert trace["name"] == "&lt;b&gt;Bø&lt;/b&gt; &amp; co"
    assert "<b>Bø" not in trace["hovertext"][0]
    assert "<br>&lt;b&gt;Bø&lt;/b&gt; &amp; co: 38.9" in trace["hovertext"][0]
    assert trace["customdata"][0].endswith(": <b>Bø</b> & co 38.9")


def texts_of(plotted: dict[str, Any]) -> list[str]:
    return [note["text"] for note in plotted["layout"]["annotations"]]


@pytest.mark.parametrize("width", LAYOUTS)
@pytest.mark.parametrize("missing", [False, True])
def test_every_text_of_a_drawing_is_in_the_plotly_figure(width: float, *, missing: bool) -> None:
    row = [*HEMNE_2018[:4], None if missing else Decimal(7), *HEMNE_2018[5:]]
    history_shown = history(
        HistoryPoint(2011, None if missing else Decimal(400), "2011, version 2.0", "2"),
        HistoryPoint(2018, Decimal(433), "2018, version 2.1", "2"),
        HistoryPoint(2021, Decimal(500), "2021, version 2020", "3"),
        breaks=(Break(2018, 2021, "New method"),),
    )
    figures: list[PlottedFigure] = [spider(series(row, row)), bars(series(row, row)), history_shown]
    for figure in figures:
        svg, plotted = markup(figure, "x", width), figure.plotly(width)
        drawn = [text.text or "" for text in parsed(svg).iter(f"{NAMESPACE}text")]
        plain = [t.removeprefix("<b>").removesuffix("</b>") for t in texts_of(plotted)]
        assert sorted(drawn) == sorted(text for text in plain if text != "×")
        assert plotted["layout"]["height"] == float(parsed(svg).attrib["viewBox"].split()[3])


def test_a_history_has_gaps_and_no_zero_for_what_is_missing() -> None:
    shown = history(
        HistoryPoint(2007, None, "2007", "1"),
        HistoryPoint(2011, Decimal(440), "2011", "2"),
        HistoryPoint(2018, Decimal("433.5"), "2018", "2"),
        HistoryPoint(2021, Decimal(500), "2021", "3"),
        breaks=(Break(2007, 2011, "New"), Break(2018, 2021, "New")),
    )
    plotted = shown.plotly()
    (trace,) = plotted["data"]
    assert trace["x"] == [2007, None, 2011, 2018, None, 2021]
    assert trace["y"] == [None, None, 440, 433.5, None, 500]
    assert trace["connectgaps"] is False
    assert [s is None for s in trace["customdata"]] == [x is None for x in trace["x"]]
    dashed = [s for s in plotted["layout"]["shapes"] if s["line"].get("dash") == "4px,4px"]
    assert len(dashed) == 2
    # The points of the drawing are numbered without the gaps.
    assert trace["meta"]["at"] == [0, None, 1, 2, None, 3]
    agree(trace, groups(parsed(markup(shown, "h")), SeriesRole.SUBJECT)[0])


def test_both_layouts_go_to_the_script_by_the_name_of_their_width() -> None:
    found = bars(series(HEMNE_2018)).explorers()
    widths = {name: plotted["layout"]["width"] for name, plotted in found.items()}
    assert widths == {"narrow": 320, "wide": 600}
