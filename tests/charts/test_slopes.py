"""Totals of several over the years: values on a true scale, lines that never join two methods."""

from decimal import Decimal

import pytest

from app.charts.look import NARROW, WIDE, SeriesRole
from app.charts.slopes.drawing import SlopeLine, SlopePoint
from app.charts.slopes.figure import SlopesFigure
from tests.charts.drawn import NAMESPACE, coordinates, middle, parsed, points, texts


def line(
    name: str, role: SeriesRole, *found: tuple[int, int | None] | tuple[int, int | None, str]
) -> SlopeLine:
    return SlopeLine(
        name,
        role,
        tuple(
            SlopePoint(
                one[0],
                None if one[1] is None else Decimal(one[1]),
                one[2] if len(one) > 2 else "2",
            )
            for one in found
        ),
    )


def slopes(*lines: SlopeLine) -> SlopesFigure:
    return SlopesFigure(
        "Title", max=Decimal(800), lines_over_time=lines, none="not evaluated", write=points
    )


HEMNE = line("Hemne", SeriesRole.SUBJECT, (2011, 440), (2018, 433))
ULSTEIN = line("Ulstein", SeriesRole.REFERENCE, (2013, 361), (2015, 433), (2017, 467), (2019, 534))


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_marks_lie_where_year_and_points_put_them(width: int) -> None:
    root = parsed(slopes(HEMNE, ULSTEIN).drawing("s", width).__html__())
    own = root.find(f".//{NAMESPACE}g[@data-series='subject']")
    assert own is not None
    (x1, y1), (x2, y2) = (middle(mark) for mark in own.findall(f"{NAMESPACE}circle"))
    others = root.find(f".//{NAMESPACE}g[@data-series='reference']/{NAMESPACE}path")
    assert others is not None
    found = list(coordinates(others.attrib["d"]))
    year = (x2 - x1) / 7
    assert [round((x - x1) / year, 1) for x, _ in found] == [2, 4, 6, 8]
    point = (y2 - y1) / 7
    for (_, y), points_of_year in zip(found, (361, 433, 467, 534), strict=True):
        assert abs((y1 - y) / point - (points_of_year - 440)) < 1


def test_the_values_of_both_ends_are_written_and_those_between_are_not() -> None:
    for drawing in slopes(HEMNE, ULSTEIN).drawings("s"):
        written = texts(parsed(drawing.__html__()))
        assert {"440", "433", "361", "534"} <= set(written)
        assert "467" not in written


def test_no_line_joins_two_segments_or_leaps_over_what_is_missing() -> None:
    broken = line(
        "A", SeriesRole.SUBJECT, (2008, 300, "1"), (2012, 400, "2"), (2014, None), (2016, 450)
    )
    root = parsed(slopes(broken, HEMNE).drawing("s").__html__())
    own = root.find(f".//{NAMESPACE}g[@data-series='subject']")
    assert own is not None
    assert not [one for one in own if one.get("class") == "series-line"]
    assert len(own.findall(f"{NAMESPACE}circle")) == 3
    crosses = [e for e in root.iter(f"{NAMESPACE}path") if "series-cross" in e.get("class", "")]
    assert len(crosses) == 1
    (_, top), *_ = coordinates(crosses[0].attrib["d"].partition("l")[0])
    base = max(
        float(e.attrib["y1"]) for e in root.iter(f"{NAMESPACE}line") if e.get("y1") == e.get("y2")
    )
    assert top > base, "in a band of its own, never on the line of 0"


def test_the_table_tells_what_was_not_evaluated_from_what_has_no_figure() -> None:
    unknown = line("B", SeriesRole.REFERENCE, (2018, None), (2019, 324))
    assert slopes(HEMNE, unknown).table() == (
        ("", "Hemne", "B"),
        ("2011", "440", "not evaluated"),
        ("2018", "433", points(None)),
        ("2019", "not evaluated", "324"),
    )
    assert slopes(HEMNE, unknown).cells()[2] == ("2018", Decimal(433), None)


def test_a_year_tells_all_that_lies_in_it() -> None:
    figure = slopes(HEMNE, line("Kramfors", SeriesRole.REFERENCE, (2011, 447), (2013, 446)))
    hits = [
        e for e in parsed(figure.drawing("s").__html__()).iter() if e.get("class") == "figure-hit"
    ]
    said = ["".join(e.itertext()) for e in hits]
    assert said == ["2011: Hemne 440, Kramfors 447", "2013: Kramfors 446", "2018: Hemne 433"]


def test_texts_lie_apart_also_where_six_are_about_the_same() -> None:
    lines = [
        line(f"M{at}", role, (2012, 400 + at), (2018, 430 - at))
        for at, role in zip(range(6), SeriesRole, strict=False)
    ]
    for width in (NARROW, WIDE):
        root = parsed(slopes(*lines).drawing("s", width).__html__())
        bold = [e for e in root.iter(f"{NAMESPACE}text") if e.get("font-weight") == "bold"]
        places = [(float(e.attrib["x"]), float(e.attrib["y"])) for e in bold]
        assert all(
            abs(x - other_x) > 20 or abs(y - other_y) >= 9
            for at, (x, y) in enumerate(places)
            for other_x, other_y in places[:at]
        )


def test_slopes_need_an_evaluation() -> None:
    with pytest.raises(ValueError, match="at least one"):
        slopes(line("A", SeriesRole.SUBJECT))
