"""Small webs: alike in size, each over the same average, with the names of its own method."""

import cmath
import math
from decimal import Decimal

import pytest

from app.charts.look import NARROW, SeriesRole
from app.charts.parts import Series
from app.charts.webs.figure import BROAD, Panel, WebsFigure
from tests.charts.drawn import (
    HEMNE_2018,
    NAMESPACE,
    UNKNOWN,
    axes,
    coordinates,
    middle,
    parsed,
    points,
    texts,
)

NAMES = tuple(axis.short for axis in axes("2.1", "en"))
OTHER = tuple(axis.short for axis in axes("2020", "en"))
AVERAGE = Series("Average", SeriesRole.AVERAGE, (Decimal(50),) * 8)
FULL = (Decimal(100),) * 8


def webs(*panels: Panel, **others: object) -> WebsFigure:
    given = {"average": AVERAGE, "write": points, **others}
    return WebsFigure("Title", panels=panels, **given)  # type: ignore[arg-type]


def panel(name: str, values: tuple[Decimal | None, ...] = FULL, names: object = NAMES) -> Panel:
    return Panel(name, "433 of 800", names, values)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [NARROW, BROAD])
def test_values_lie_on_their_axes_in_each_web(width: int) -> None:
    root = parsed(webs(panel("Full"), panel("Hemne", HEMNE_2018)).drawing("w", width).__html__())
    full, hemne = root.findall(f".//{NAMESPACE}g[@data-series='subject']")
    averages = root.findall(f".//{NAMESPACE}g[@data-series='average']")
    assert len(averages) == 2
    rim = [complex(*middle(mark)) for mark in full.findall(f"{NAMESPACE}circle")]
    radius = abs(rim[0] - rim[4]) / 2
    found = [complex(*middle(mark)) for mark in hemne.findall(f"{NAMESPACE}circle")]
    centre = None
    for mark in averages[1].findall(f"{NAMESPACE}path[@class='series-line']"):
        line = [complex(*place) for place in coordinates(mark.attrib["d"])]
        centre = (line[0] + line[4]) / 2
    assert centre is not None
    for at, (value, place) in enumerate(zip(HEMNE_2018, found, strict=True)):
        turn = cmath.exp(1j * (math.pi * at / 4 - math.pi / 2))
        assert abs(place - (centre + radius * float(value) / 100 * turn)) < 0.03


def test_wide_has_names_and_values_at_the_axes_and_narrow_names_once() -> None:
    figure = webs(panel("A", HEMNE_2018), panel("B", HEMNE_2018))
    narrow, wide = (texts(parsed(drawing.__html__())) for drawing in figure.drawings("w"))
    assert wide.count("77.4") == 2
    assert "77.4" not in narrow
    named = [text for text in narrow if text.endswith("Democracy")]
    assert named == ["1\N{NO-BREAK SPACE}Democracy"]
    assert narrow.count("8") == 2, "numbers at the axes"


def test_panels_of_other_methods_keep_their_own_names() -> None:
    figure = webs(panel("A"), panel("B", FULL, OTHER), average=None)
    narrow = texts(parsed(figure.drawings("w")[0].__html__()))
    for names in (NAMES, OTHER):
        assert all(any(word in " ".join(narrow) for word in (name,)) for name in names[:1])
    assert figure.cells()[2][0] == f"2 {NAMES[1]} / {OTHER[1]}"
    said = [
        title.text or ""
        for title in parsed(figure.drawing("w").__html__()).iter(f"{NAMESPACE}title")
    ]
    assert f"2 {NAMES[1]}: A 100" in said, "an area of another method is not told beside it"


def test_hits_tell_all_panels_and_the_average() -> None:
    root = parsed(webs(panel("A", HEMNE_2018), panel("B")).drawing("w").__html__())
    hits = root.findall(f".//{NAMESPACE}path[@class='figure-hit']")
    assert len(hits) == 16
    assert hits[2].findtext(f"{NAMESPACE}title") == f"3 {NAMES[2]}: A 77.4, B 100, Average 50"


def test_a_missing_value_is_a_cross_and_the_middle_half_a_ring() -> None:
    gap = (None, *HEMNE_2018[1:])
    figure = webs(
        panel("A", gap),
        middle=((Decimal(40), Decimal(60)),) * 8,
        middle_name="the middle half",
    )
    root = parsed(figure.drawing("w").__html__())
    assert len(root.findall(f".//{NAMESPACE}path[@class='series-line series-cross']")) == 1
    assert len(root.findall(f".//{NAMESPACE}path[@class='figure-middle']")) == 1
    assert [entry.name for entry in figure.drawing("w").key] == ["Average", "the middle half"]
    assert UNKNOWN in figure.description
    limits = ("the middle half: lower limit", "the middle half: upper limit")
    assert figure.cells()[1] == (f"1 {NAMES[0]}", None)
    assert figure.told_cells()[0] == ("", "A", "Average", *limits)
    assert figure.told_cells()[1] == (f"1 {NAMES[0]}", None, Decimal(50), Decimal(40), Decimal(60))


def test_what_lies_behind_a_panel_is_told_once() -> None:
    """As a panel of its own where it is one."""
    half, low = (Decimal(50),) * 8, (Decimal(10),) * 8
    first, second, third = (
        Panel(name, "", NAMES, values, before)
        for name, values, before in (("2011", half, low), ("2014", FULL, half), ("2017", low, FULL))
    )
    given = {"average": None, "before_name": "before"}
    whole = webs(first, second, third, **given)
    assert whole.told_cells()[0] == whole.cells()[0] == ("", "2011", "2014", "2017")
    part = webs(first, second, **given)
    assert part.told_cells()[0] == ("", "2011", "2014", "2011: before")
    assert part.told_cells()[1][1:] == (Decimal(50), Decimal(100), Decimal(10))


def test_a_panel_without_a_value_per_area_is_refused() -> None:
    with pytest.raises(ValueError, match="per area"):
        webs(Panel("A", "", NAMES, (Decimal(1),)))
