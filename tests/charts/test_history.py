"""A true scale of time, and lines that stop where the method changes or a figure is missing."""

from decimal import Decimal

import pytest

from app.charts.history.drawing import HistoryPoint
from app.charts.look import SeriesRole
from app.charts.timescale import Break
from tests.charts.drawn import (
    LAYOUTS,
    NAMESPACE,
    UNKNOWN,
    coordinates,
    groups,
    history,
    hits,
    lines,
    markup,
    numbered,
    parsed,
    places,
    said,
    texts,
)


def point(year: int, value: int | None, segment: str = "2") -> HistoryPoint:
    score = None if value is None else Decimal(value)
    return HistoryPoint(year, score, f"{year}, version {segment}", segment)


VALLENTUNA = history(
    point(2017, 555),
    point(2019, 603),
    point(2021, 648, "3"),
    breaks=(Break(2019, 2021, "New method"),),
)


def marks(svg: str) -> list[tuple[float, float]]:
    return places(groups(parsed(svg), SeriesRole.SUBJECT)[0])


def test_years_lie_as_far_apart_as_they_are_and_values_as_high() -> None:
    shown = history(point(2007, 0), point(2011, 400), point(2019, 800))
    (x0, y0), (x1, y1), (x2, y2) = marks(markup(shown, "h"))
    assert (x2 - x1) / (x1 - x0) == pytest.approx(8 / 4, abs=0.001)
    assert y0 - y1 == pytest.approx(y1 - y2, abs=0.02)
    assert y0 > y1 > y2


def test_the_line_breaks_between_families_and_the_break_says_why() -> None:
    svg = markup(VALLENTUNA, "h")
    root = parsed(svg)
    first, second, third = marks(svg)
    (line,) = lines(groups(root, SeriesRole.SUBJECT)[0])
    assert list(coordinates(line)) == [first, second]
    (dashed,) = root.findall(f".//{NAMESPACE}line[@class='figure-break']")
    assert second[0] < float(dashed.attrib["x1"]) < third[0]
    assert dashed.attrib["x1"] == dashed.attrib["x2"]
    assert "New method" in " ".join(texts(root))
    assert {"555", "603", "648"} <= set(texts(root))


@pytest.mark.parametrize("width", LAYOUTS)
def test_what_is_missing_is_an_open_mark_in_a_band_below_the_scale_and_breaks_the_line(
    width: float,
) -> None:
    shown = history(point(2010, 0), point(2012, 300), point(2014, None), point(2016, 500))
    root = parsed(markup(shown, "h", width))
    found = numbered(groups(root, SeriesRole.SUBJECT)[0])
    assert sorted(found) == [0, 1, 3]
    (opened,) = root.findall(f".//{NAMESPACE}circle[@class='series-open']")
    # In its own year, half way between its neighbours; so far below 0 that it is not taken for it.
    assert float(opened.attrib["cx"]) == pytest.approx((found[1][0] + found[3][0]) / 2, abs=0.02)
    assert float(opened.attrib["cy"]) >= found[0][1] + 2 * float(opened.attrib["r"])
    years = [float(t.attrib["y"]) for t in root.iter(f"{NAMESPACE}text") if t.text == "2014,"]
    assert float(opened.attrib["cy"]) < (years or [float(root.attrib["viewBox"].split()[3])])[0]
    assert len(lines(groups(root, SeriesRole.SUBJECT)[0])) == 1
    assert texts(root).count(UNKNOWN) == 1
    assert said(root)[2] == f"2014, version 2: {UNKNOWN}"


def test_where_nothing_is_missing_there_is_no_band() -> None:
    one, other = (point(2010, 0), point(2012, 300)), (point(2010, 0), point(2012, None))
    whole, gap = (parsed(markup(history(*shown), "h")) for shown in (one, other))
    tall, taller = (float(root.attrib["viewBox"].split()[3]) for root in (whole, gap))
    assert taller > tall


def test_columns_share_the_width_and_each_has_its_mark() -> None:
    root = parsed(markup(VALLENTUNA, "h"))
    assert said(root) == [
        "2017, version 2: 555",
        "2019, version 2: 603",
        "2021, version 3: 648",
    ]
    found = numbered(groups(root, SeriesRole.SUBJECT)[0])
    edges = []
    for at, hit in enumerate(hits(root)):
        left = float(hit.attrib["x"])
        right = left + float(hit.attrib["width"])
        edges += [left, right]
        assert left < found[at][0] < right
        assert float(hit.attrib["width"]) >= 24
    assert edges[1:-1:2] == pytest.approx(edges[2::2], abs=0.02), "they meet, and none overlaps"


def test_two_in_a_year_and_one_alone_can_be_drawn() -> None:
    alone = markup(history(point(2018, 433)), "h")
    twice = markup(history(point(2018, 433), point(2018, 420, "3")), "h")
    assert len(marks(alone)) == 1
    (x0, _), (x1, _) = marks(twice)
    assert x0 == x1


def test_close_years_do_not_write_over_one_another() -> None:
    years = [point(year, 400 + year - 2010) for year in (2003, 2010, 2011, 2012, 2013, 2018)]
    root = parsed(markup(history(*years), "h"))
    labels = [
        (float(t.attrib["x"]), float(t.attrib["y"]))
        for t in root.iter(f"{NAMESPACE}text")
        if (t.text or "").endswith(",")
    ]
    assert len(labels) == 6
    for at, (x, y) in enumerate(labels):
        for other_x, other_y in labels[at + 1 :]:
            assert abs(x - other_x) > 40 or abs(y - other_y) >= 15
