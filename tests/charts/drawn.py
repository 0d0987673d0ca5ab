"""Figures to draw, and what is found in a finished drawing, without the maths of the drawers."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from app.charts import lettering
from app.charts.areas import Axis
from app.charts.bars.figure import BarsFigure
from app.charts.figure import Figure
from app.charts.history.drawing import HistoryPoint
from app.charts.history.figure import HistoryFigure
from app.charts.look import NARROW, TEXT_SIZE, WIDE, SeriesRole
from app.charts.parts import Series
from app.charts.spider.figure import SpiderFigure
from app.charts.writing import Writer
from app.web.words.languages import translate

METHODS = Path(__file__).resolve().parents[2] / "seed" / "methods"
VERSIONS = ("1.0", "2.0", "2.1", "2020")
LANGUAGES = ("nb", "nn", "sv", "en")
ROLES = tuple(SeriesRole)
LAYOUTS = (NARROW, WIDE)
UNKNOWN = "not known"
HEMNE_2018 = tuple(map(Decimal, ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")))

NAMESPACE = "{http://www.w3.org/2000/svg}"

values = st.decimals(0, 100, places=1) | st.none()
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


class Plain(Writer):
    """Writes points just as they were given."""

    def __call__(self, value: Decimal | None) -> str:
        return UNKNOWN if value is None else f"{value:f}"


points = Plain(partial(translate, language="en"), 1)


def markup(figure: Figure, id: str, width: float = WIDE) -> str:
    """The drawing of a figure as it stands in a page."""
    return figure.drawing(id, width).__html__()


def axes(version: str = "2.1", language: str = "nb") -> tuple[Axis, ...]:
    """The areas as the method's own file has them."""
    areas = json.loads((METHODS / f"{version}.json").read_text())["areas"]
    return tuple(
        Axis(area["name"]["texts"][language], area["short"][language], Decimal(str(area["max"])))
        for area in areas
    )


def series(*rows: Sequence[Decimal | None]) -> tuple[Series, ...]:
    return tuple(
        Series(f"Series {role.value}", role, tuple(row))
        for role, row in zip(ROLES, rows, strict=False)
    )


def spider(
    shown: tuple[Series, ...], on: tuple[Axis, ...] | None = None, **others: Any
) -> SpiderFigure:
    return SpiderFigure("Title", on or axes(), shown, write=points, **others)


def bars(
    shown: tuple[Series, ...], on: tuple[Axis, ...] | None = None, **others: Any
) -> BarsFigure:
    return BarsFigure("Title", on or axes(), shown, write=points, **others)


def history(*shown: HistoryPoint, **others: object) -> HistoryFigure:
    given = {"breaks": (), "max": Decimal(800), **others}
    return HistoryFigure(
        title="Title",
        points=shown,
        measure="Total",
        write=points,
        **given,  # type: ignore[arg-type]
    )


@st.composite
def several(draw: st.DrawFn, most: int = 3) -> tuple[Series, ...]:
    """One to three series of eight values, some of them missing."""
    rows = draw(st.lists(st.lists(values, min_size=8, max_size=8), min_size=1, max_size=most))
    return tuple(
        Series(draw(names), role, tuple(row)) for role, row in zip(ROLES, rows, strict=False)
    )


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def groups(root: ET.Element, role: SeriesRole) -> list[ET.Element]:
    """What is drawn in the colours of a role, in the order of drawing."""
    return root.findall(f".//{NAMESPACE}g[@class='figure-{role.value}']")


def edges(text: ET.Element) -> tuple[float, float]:
    """Where one line of text begins and ends at most."""
    measure = lettering.bold_width if text.get("font-weight") else lettering.width
    wide = float(text.get("textLength") or measure(text.text or "", TEXT_SIZE))
    x = float(text.attrib["x"])
    left = {None: x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor")]
    return left, left + wide


def places(within: ET.Element) -> list[tuple[float, float]]:
    """The middles of the marks, in the order of drawing."""
    return [middle(mark) for mark in within.iter() if mark.get("class") == "series-mark"]


def numbered(within: ET.Element) -> dict[int, tuple[float, float]]:
    """The middle of each mark, by the area, year or row that it is of."""
    found = [mark for mark in within.iter() if mark.get("class") == "series-mark"]
    numbers = {int(mark.attrib["data-at"]): middle(mark) for mark in found}
    assert len(numbers) == len(found), "no area has two marks of one series"
    return numbers


def told(within: ET.Element) -> dict[str, tuple[float, float]]:
    """Each mark that tells a mouse something: what it says, and its middle."""
    return {
        shape.findtext(f"{NAMESPACE}title", ""): middle(shape)
        for shape in within.iter()
        if shape.get("class") == "series-mark" and shape.find(f"{NAMESPACE}title") is not None
    }


def hits(root: ET.Element) -> list[ET.Element]:
    """The unseen shapes that answer to a mouse and a finger, which are numbered in order."""
    found = [shape for shape in root.iter() if shape.get("class") == "figure-hit"]
    assert [shape.get("data-at") for shape in found] == [str(at) for at in range(len(found))]
    return found


def said(root: ET.Element) -> list[str]:
    """What is told of each area, year or row."""
    return [shape.findtext(f"{NAMESPACE}title", "") for shape in hits(root)]


def middle(shape: ET.Element) -> tuple[float, float]:
    match shape.tag.removeprefix(NAMESPACE):
        case "circle":
            return float(shape.attrib["cx"]), float(shape.attrib["cy"])
        case "rect":
            x, y, width, height = (float(shape.attrib[a]) for a in ("x", "y", "width", "height"))
            return x + width / 2, y + height / 2
    (x, top), *others = coordinates(shape.attrib["d"])
    # A triangle begins at its top, and its middle lies as deep as its two other corners say:
    # eleven parts of eighteen from there to its base.
    return (x, top + (others[0][1] - top) * 11 / 18) if others else (x, top)


def coordinates(path: str) -> Iterator[tuple[float, float]]:
    for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path):
        yield float(x), float(y)


def lines(within: ET.Element) -> list[str]:
    """The paths of the lines, without crosses."""
    return [
        path.attrib["d"]
        for path in within.iter(f"{NAMESPACE}path")
        if path.get("class") == "series-line"
    ]


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{NAMESPACE}text")]
