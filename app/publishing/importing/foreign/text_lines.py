"""Running text with areas in it: `1. name 61`, or a heading with its points on a line below.

The lines that name an area and points become a small table, which is read as any other.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from app.publishing.importing.foreign.area_names import AreaNames, NamedArea, Nearness
from app.publishing.importing.foreign.grid import Grid, Spot
from app.publishing.importing.foreign.headings import is_total
from app.publishing.importing.foreign.numbers import DecimalSign, read_number, tidy

FEWEST: Final = 2
LONGEST_LINE: Final = 300
"""Letters of a line that names an area and its points; a paragraph is longer."""

_POINTS: Final = (
    r"(?P<points>[-−–]?\d{1,3}(?!\d)(?:[.,]\d+)?[oO]?|\d[oOlI]|\.\.|:|i\.?t\.?|u\.?s\.?)"
    r"\s*(?P<unit>p|p\.|poeng|poäng|points?|%)?"
    r"\s*(?:,?\s*\(?(?:av|of|/|ut av|maks\w*\.?|max\w*\.?)\s*(?:totalt|maks|max)?\s*\d{2,3}\)?)?"
    r"\s*(?:p|p\.|poeng|poäng|points?)?\.?[*¹²³]?"
)
_LINE: Final = re.compile(
    rf"^(?P<name>.*?[^\s\d,.:;–—=|\t…-])\)?(?P<gap>[\s:;.…–—=|\t-]+|\s*\(\s*){_POINTS}\)?$", re.I
)
_NUMBERED: Final = re.compile(
    rf"^(?P<name>(?:fokus)?(?:område|omr\.?|area)\s?[1-8])\s*[:=–—-]+\s*{_POINTS}$", re.I
)
_NUMBER: Final = re.compile(
    r"^(?:(?:fokus)?(?:område|omr\.?|area)\s?)?(?P<no>[1-8])\b(?![.,]\d)", re.I
)
_POINTS_LINE: Final = re.compile(
    rf"^(?:poeng|poäng|skår|score|points?|resultat|sum)\s*[:=–-]?\s*{_POINTS}$", re.I
)
_OF_ALL: Final = re.compile(
    r"(?<![\d.,])(?P<points>\d{2,3}(?:[.,]\d)?)\s*(?:p|poeng|poäng|points)?\s*"
    r"(?:av|of|/|ut av)\s*(?:totalt|maksimalt|maximalt|maks\.?|max\.?|de|mulige|möjliga|i alt)?"
    r"\s*(?P<most>800)\b",
    re.I,
)


_ALONE: Final = re.compile(rf"^\(?{_POINTS}\)?$", re.I)
_AFTER_TOTAL: Final = re.compile(
    r"\b(?:totalt?|totalsumma?|totalpoeng|totalpoäng|sammanlagt|samlet|samla|i alt|til sammen|"
    r"tilsammen|sum|summa)\b\D{0,60}?(?<!\d)(?P<points>\d{2,3}(?:[.,]\d)?)(?!\d)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PointsLine:
    """A line with the points of an area, or of the total where `area` is None."""

    name: str
    area: NamedArea | None
    spot: Spot
    points: str


def lines_with_points(spots: Iterable[Spot], names: AreaNames) -> tuple[PointsLine, ...]:
    """The lines of a text that name an area, or the total, and its points."""
    found: list[PointsLine] = []
    numbered: list[tuple[int, int, PointsLine]] = []
    above: tuple[str, NamedArea | None] | None = None
    for spot in spots:
        text = spot.text
        if len(text) > LONGEST_LINE:
            above = None
            continue
        only = _POINTS_LINE.match(text) or _ALONE.match(text)
        if only is not None and above is not None:
            found.append(PointsLine(*above, spot, _written(only)))
            above = None
            continue
        line = _line(spot, names)
        if line is not None:
            found.append(line)
            above = None
        elif (other := _by_number(spot, names)) is not None:
            numbered.append((len(found), *other))
            above = None
        elif (heading := names.match(text)) is not None or is_total(text):
            above = (text, heading)
    return _with_numbered(found, numbered)


def _by_number(spot: Spot, names: AreaNames) -> tuple[int, PointsLine] | None:
    """A line with points that has the number of an area, and a name that is none of one."""
    found = _LINE.match(spot.text)
    number = _NUMBER.match(found["name"]) if found is not None else None
    if found is None or number is None:
        return None
    area = replace(names.of_number(int(number["no"])), nearness=Nearness.ALIKE)
    return int(number["no"]), PointsLine(found["name"].strip(), area, spot, _written(found))


def _with_numbered(
    found: list[PointsLine], numbered: Iterable[tuple[int, int, PointsLine]]
) -> tuple[PointsLine, ...]:
    """The lines with those whose number alone says which area they are of, where the list goes on
    there: to be confirmed, but not left out in silence."""
    for place, no, line in reversed([*numbered]):
        taken = {one.area.likely for one in found if one.area is not None}
        near = {one.area.likely for one in found[max(0, place - 1) : place + 1] if one.area}
        if no not in taken and near & {no - 1, no + 1}:
            found.insert(place, line)
    return tuple(found)


def _written(found: re.Match[str]) -> str:
    return found["points"] + (" %" if found["unit"] == "%" else "")


def _line(spot: Spot, names: AreaNames) -> PointsLine | None:
    found = _LINE.match(spot.text) or _NUMBERED.match(spot.text)
    if found is None:
        return None
    name = found["name"].strip()
    if is_total(name):
        return PointsLine("Totalt", None, spot, _written(found))
    area = names.match(name)
    return None if area is None else PointsLine(name, area, spot, _written(found))


def totals_in_sentences(spots: Iterable[Spot], added: Decimal | None) -> list[tuple[Spot, str]]:
    """What sentences call the total: every `n of 800`; without one, a number behind a word for the
    total that is what the areas add up to. Any other may be somebody else's."""
    lines = tuple(spots)
    found = [(spot, m["points"]) for spot in lines for m in _OF_ALL.finditer(spot.text)]
    if found or added is None:
        return list({points: (spot, points) for spot, points in found}.values())
    near = [(spot, m["points"]) for spot in lines for m in _AFTER_TOTAL.finditer(spot.text)]
    return [(spot, points) for spot, points in near if Decimal(points.replace(",", ".")) == added][
        :1
    ]


def split_lines(grid: Grid) -> Grid:
    """A text whose lines hold tabs or semicolons, as a table with a cell for each part."""
    for sign in ("\t", ";", "|"):
        parts = {row: spot.raw.split(sign) for (row, _), spot in grid.spots.items()}
        several = [row for row, cells in parts.items() if len(cells) > 1]
        if len(several) >= FEWEST and len(several) * 2 >= len(parts):
            return _split(grid, parts)
    return grid


def _split(grid: Grid, parts: Mapping[int, list[str]]) -> Grid:
    spots: dict[tuple[int, int], Spot] = {}
    for (row, _), spot in grid.spots.items():
        for column, raw in enumerate(parts[row], 1):
            if tidy(raw):
                place = replace(spot.place, cell=f"{spot.place.line}.{column}")
                spots[row, column] = Spot(place, raw, tidy(raw))
    return replace(grid, spots=spots, lines=())


def sum_of(lines: Iterable[PointsLine], sign: DecimalSign) -> Decimal | None:
    """What the areas of a list add up to; None where any cannot be read."""
    figures = [read_number(line.points, sign) for line in lines if line.area is not None]
    if any(not written.is_figure or written.value is None for written in figures):
        return None
    return sum((w.value for w in figures if w.value is not None), Decimal(0))
