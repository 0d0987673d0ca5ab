"""A true scale of time, and lines that stop where the method changes or a figure is missing."""

from decimal import Decimal

import pytest

from app.charts.history.drawing import HistoryPoint
from app.charts.look import Role
from app.charts.timescale import Break
from tests.charts.drawn import (
    NAMESPACE,
    UNKNOWN,
    coordinates,
    groups,
    history,
    lines,
    markup,
    parsed,
    texts,
    told,
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


def places(svg: str) -> dict[str, tuple[float, float]]:
    return told(groups(parsed(svg), Role.SUBJECT)[0])


def test_years_lie_as_far_apart_as_they_are_and_values_as_high() -> None:
    shown = history(point(2007, 0), point(2011, 400), point(2019, 800))
    (x0, y0), (x1, y1), (x2, y2) = places(markup(shown, "h")).values()
    assert (x2 - x1) / (x1 - x0) == pytest.approx(8 / 4, abs=0.001)
    assert y0 - y1 == pytest.approx(y1 - y2, abs=0.02)
    assert y0 > y1 > y2


def test_the_line_breaks_between_families_and_the_break_says_why() -> None:
    svg = markup(VALLENTUNA, "h")
    root = parsed(svg)
    first, second, third = places(svg).values()
    (line,) = lines(groups(root, Role.SUBJECT)[0])
    assert list(coordinates(line)) == [first, second]
    (dashed,) = root.findall(f".//{NAMESPACE}line[@class='figure-break']")
    assert second[0] < float(dashed.attrib["x1"]) < third[0]
    assert dashed.attrib["x1"] == dashed.attrib["x2"]
    assert "New method" in " ".join(texts(root))
    assert {"555", "603", "648"} <= set(texts(root))


def test_what_is_missing_is_an_open_mark_on_the_base_line_and_breaks_the_line() -> None:
    shown = history(point(2010, 0), point(2012, 300), point(2014, None), point(2016, 500))
    svg = markup(shown, "h")
    root = parsed(svg)
    found = places(svg)
    (opened,) = root.findall(f".//{NAMESPACE}circle[@class='series-open']")
    assert opened.findtext(f"{NAMESPACE}title") == f"2014, version 2: {UNKNOWN}"
    assert float(opened.attrib["cy"]) == found["2010, version 2: 0"][1]
    assert len(lines(groups(root, Role.SUBJECT)[0])) == 1
    assert texts(root).count(UNKNOWN) == 1


def test_two_in_a_year_and_one_alone_can_be_drawn() -> None:
    alone = markup(history(point(2018, 433)), "h")
    twice = markup(history(point(2018, 433), point(2018, 420, "3")), "h")
    assert len(places(alone)) == 1
    (x0, _), (x1, _) = places(twice).values()
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
