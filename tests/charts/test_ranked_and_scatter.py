"""Results in order, and by size: lengths, heights and places against their values."""

import math
from dataclasses import replace
from decimal import Decimal

import pytest

from app.charts.look import NARROW, WIDE
from app.charts.ranked.drawing import MOST_ROWS, RankedBar
from app.charts.ranked.figure import RankedFigure
from app.charts.scatter.drawing import ScatterPoint
from app.charts.scatter.figure import ScatterFigure
from tests.charts.drawn import NAMESPACE, edges, middle, parsed, points, texts


def ranked(count: int) -> RankedFigure:
    bars = tuple(
        RankedBar(
            f"Place {at}",
            Decimal(800 - 10 * at),
            own=at == 2,
            earlier=at == 3,
            path=f"/kommuner/place-{at}",
        )
        for at in range(count)
    )
    return RankedFigure(
        "Title",
        bars=bars,
        max=Decimal(800),
        measure="Total",
        own_name="Place 2",
        others_name="another",
        earlier_name="before",
        write=points,
    )


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("count, side", [(5, "width"), (MOST_ROWS + 10, "height")])
def test_a_bar_is_as_long_as_its_value(width: int, count: int, side: str) -> None:
    root = parsed(ranked(count).drawing("r", width).__html__())
    bars = [
        bar for bar in root.iter(f"{NAMESPACE}rect") if bar.find(f"{NAMESPACE}title") is not None
    ]
    assert len(bars) == count
    unit = float(bars[0].attrib[side]) / 800
    for at, bar in enumerate(bars):
        assert float(bar.attrib[side]) == pytest.approx(unit * (800 - 10 * at), abs=0.05)
    assert bars[1].findtext(f"{NAMESPACE}title") == "Place 1: 790"


def test_own_and_earlier_are_marked_and_all_lead_to_their_pages() -> None:
    figure = ranked(MOST_ROWS + 1).linked(lambda path: f"/en{path}")
    root = parsed(figure.drawing("r").__html__())
    assert [a.get("href") for a in root.iter(f"{NAMESPACE}a")] == [
        f"/en/kommuner/place-{at}" for at in range(MOST_ROWS + 1)
    ]
    classes = [bar.get("class") for bar in root.iter(f"{NAMESPACE}rect") if list(bar)]
    assert classes[:4] == ["figure-other", "figure-other", "series-bar", "series-open"]
    assert {"Place 2: 780", "Place 3: 770"} <= set(texts(root)), "both are named"
    assert [entry.name for entry in figure.drawing("r").key] == ["Place 2", "before", "another"]
    assert figure.cells()[:2] == (("", "Total"), ("Place 0", Decimal(800)))
    assert figure.description.startswith("Place 0: 800. Place 1: 790")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_lines_lead_from_the_names_down_to_their_bars(width: int) -> None:
    root = parsed(ranked(MOST_ROWS + 10).drawing("r", width).__html__())
    bars = {
        bar.findtext(f"{NAMESPACE}title"): bar
        for bar in root.iter(f"{NAMESPACE}rect")
        if bar.find(f"{NAMESPACE}title") is not None
    }
    lines = [line for line in root.iter(f"{NAMESPACE}line") if line.get("class") == "figure-own"]
    assert len(lines) == 2
    for line, name in zip(lines, ("Place 2: 780", "Place 3: 770"), strict=True):
        bar = bars[name]
        left, wide = float(bar.attrib["x"]), float(bar.attrib["width"])
        assert left < float(line.attrib["x1"]) < left + wide
        assert float(line.attrib["y2"]) == pytest.approx(float(bar.attrib["y"]), abs=0.01)
        (text,) = [one for one in root.iter(f"{NAMESPACE}text") if one.text == name]
        assert 0 <= float(text.attrib["x"]) < width
        assert float(line.attrib["y1"]) < float(text.attrib["y"]) < float(line.attrib["y2"])


def scatter() -> ScatterFigure:
    return ScatterFigure(
        "Title",
        points=(
            ScatterPoint("Small", 1_000, Decimal(400), path="/kommuner/small"),
            ScatterPoint("Own", 10_000, Decimal(600), own=True),
            ScatterPoint("Large", 100_000, Decimal(200)),
        ),
        max=Decimal(800),
        measure="Total",
        across_name="Inhabitants",
        own_name="Own",
        others_name="others",
        across_axis="Number of inhabitants",
        axis="Total, out of 800 points",
        write=points,
    )


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_equal_ratios_lie_equally_far_apart_and_points_as_high(width: int) -> None:
    root = parsed(scatter().linked(str).drawing("s", width).__html__())
    marks = {
        mark.findtext(f"{NAMESPACE}title", "").partition(":")[0]: middle(mark)
        for mark in root.iter(f"{NAMESPACE}circle")
        if mark.find(f"{NAMESPACE}title") is not None
    }
    (x1, y1), (x2, y2), (x3, y3) = (marks[name] for name in ("Small", "Own", "Large"))
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.02)
    assert math.isclose((y1 - y2) / 200, (y3 - y1) / 200, abs_tol=0.001)
    assert [a.get("href") for a in root.iter(f"{NAMESPACE}a")] == ["/kommuner/small"]
    assert "1,000" in texts(root)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("name", ["Own", "A municipality with a rather long name 2018"])
def test_one_s_own_mark_is_named_and_both_scales_say_what_they_measure(
    width: int, name: str
) -> None:
    for inhabitants in (1_000, 10_000, 100_000):
        own = ScatterPoint(name, inhabitants, Decimal(600), own=True)
        figure = replace(scatter(), points=(*scatter().points[::2], own))
        root = parsed(figure.drawing("s", width).__html__())
        (text,) = [one for one in root.iter(f"{NAMESPACE}text") if one.text == name]
        left, right = edges(text)
        assert left >= 0
        assert right <= width
        (line,) = [one for one in root.iter(f"{NAMESPACE}line") if one.get("class") == "figure-own"]
        mark = next(
            one
            for one in root.iter(f"{NAMESPACE}circle")
            if one.findtext(f"{NAMESPACE}title", "").startswith(name)
        )
        assert line.attrib["x1"] == mark.attrib["cx"]
        assert float(line.attrib["y2"]) < float(mark.attrib["cy"])
        assert {"Number of inhabitants", "Total, out of 800 points"} <= set(texts(root))


def test_the_table_has_the_largest_first_with_both_measures() -> None:
    assert scatter().cells() == (
        ("", "Inhabitants", "Total"),
        ("Large", 100_000, Decimal(200)),
        ("Own", 10_000, Decimal(600)),
        ("Small", 1_000, Decimal(400)),
    )
    assert scatter().description.startswith("Small: 400, 1,000 inhabitants")
    assert [entry.name for entry in scatter().drawing("s").key] == ["Own", "others"]


def test_a_drawing_with_links_is_a_group_whose_marks_screen_readers_pass_by() -> None:
    """Nothing that can be pressed lies inside an image; the table has the links for everybody."""
    linked = parsed(scatter().linked(str).drawing("s").__html__())
    assert linked.get("role") == "group"
    hidden = linked.find(f"{NAMESPACE}g[@aria-hidden='true']")
    assert hidden is not None
    assert list(linked.iter(f"{NAMESPACE}a")) == list(hidden.iter(f"{NAMESPACE}a")) != []
    assert parsed(scatter().drawing("s").__html__()).get("role") == "img"
