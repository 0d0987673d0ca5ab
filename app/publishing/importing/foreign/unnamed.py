"""Figures among the areas of a table whose heading names none: what they are is asked."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.message import LocalText, Message, say
from app.publishing.importing.foreign.area_names import AreaNames, NamedArea
from app.publishing.importing.foreign.axis import MeasureAxis, MeasuredColumn, figure
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.headings import (
    Heading,
    MeasureKind,
    number_of_area,
)
from app.publishing.importing.foreign.notes import NOBODY, Notes
from app.publishing.importing.foreign.words import FigureRole, field_of, roles_of
from app.publishing.importing.understanding import Certainty

TOTAL_ANSWER = "total"
_KNOWN_ROLES = (
    FigureRole.CHANGE,
    FigureRole.MEAN,
    FigureRole.MEDIAN,
    FigureRole.RANK,
    FigureRole.MAXIMUM,
    FigureRole.SHARE,
)


def with_unnamed(axis: MeasureAxis, names: AreaNames, notes: Notes) -> MeasureAxis:
    """The axis with what was answered of headings that name no area, or two."""
    measures = dict(axis.measures)
    for column, measured in axis.measures.items():
        area = measured.heading.area
        if area is not None and area.contradicts:
            measures[column] = _settled(measured, area, axis, names, notes)
    if axis.has_questions:
        return replace(axis, measures=measures)
    left: set[int] = set()
    for column in _unnamed(axis):
        found = _asked(axis, column, names, notes)
        if found is None:
            left.add(column)
        else:
            measures[column] = found
    ordered = {column: measures[column] for column in sorted(measures)}
    return replace(axis, measures=ordered, between=axis.between | left)


def _settled(
    measured: MeasuredColumn, area: NamedArea, axis: MeasureAxis, names: AreaNames, notes: Notes
) -> MeasuredColumn:
    """A heading whose number is that of another area than its name: which one counts is asked."""
    spot = measured.spots[0]
    id = f"heading:{axis.grid.sheet}:{spot.where}"
    answer = notes.answer(id)
    choices = sorted({*area.by_version.values(), area.number or 0})
    if answer in {str(no) for no in choices}:
        return _of_number(measured.column, int(answer), (spot,), names)
    asked = say("“%(text)s” has the number of one area and the name of another.", text=spot.text)
    notes.ask(id, spot.place, asked, [(str(no), _named(no)) for no in choices])
    return measured


def _unnamed(axis: MeasureAxis) -> Iterable[int]:
    """Columns with figures among those that are measured, or right behind them while areas are
    missing, of which nothing is known."""
    first, last = min(axis.measures), max(axis.measures)
    areas = {no for m in axis.measures.values() if (no := _number(m)) is not None}
    columns = sorted({c for row in axis.records for c in axis.grid.row(row)})
    for column in columns:
        if column in axis.measures or column in axis.fields:
            continue
        if column <= first and not _bare_number(axis, column):
            continue
        if column in axis.between or (column > last and (len(areas) >= 8 or not axis.grid.down)):
            continue
        spots = _heads(axis, column)
        text = " ".join(spot.text for spot in spots)
        known = any(role in _KNOWN_ROLES for role in roles_of(text)) or field_of(text) is not None
        if not known and _has_points(axis, column):
            yield column


def _bare_number(axis: MeasureAxis, column: int) -> bool:
    """Whether a heading is the digit of an area alone, in an order that says nothing."""
    return any(number_of_area(spot) is not None for spot in _heads(axis, column))


def _has_points(axis: MeasureAxis, column: int) -> bool:
    spots = [s for row in axis.records if (s := axis.grid.at(row, column)) is not None]
    written = [figure(spot, axis.grid) for spot in spots]
    return any(w.is_figure and w.value is not None and 0 <= w.value <= 100 for w in written)


def _heads(axis: MeasureAxis, column: int) -> tuple[Spot, ...]:
    return tuple(s for row in axis.head if (s := axis.grid.at(row, column)) is not None)


def _number(measured: MeasuredColumn) -> int | None:
    area = measured.heading.area
    return None if area is None else area.likely


def _asked(axis: MeasureAxis, column: int, names: AreaNames, notes: Notes) -> MeasuredColumn | None:
    heads = _heads(axis, column)
    at = heads or tuple(s for r in axis.records if (s := axis.grid.at(r, column)) is not None)
    spot = at[0]
    id = f"heading:{axis.grid.sheet}:{spot.where}"
    answer = notes.answer(id)
    if answer in {str(no) for no in range(1, 9)}:
        return _of_number(column, int(answer), heads, names)
    if answer == TOTAL_ANSWER:
        return MeasuredColumn(column, Heading(MeasureKind.TOTAL), heads)
    if answer != NOBODY:
        text = spot.text if heads else ""
        asked = (
            say(
                "Which area is “%(text)s”? It has figures, and names none that is known.", text=text
            )
            if text
            else say("Which area are these figures of? They have no heading.")
        )
        choices: list[tuple[str, str | Message | LocalText]] = [
            (str(no), _named(no)) for no in range(1, 9)
        ]
        choices += [(TOTAL_ANSWER, say("The total")), (NOBODY, say("None: leave it out"))]
        notes.ask(id, spot.place, asked, choices, _suggested(axis, column))
        for one in at:
            notes.cell(one, say("Not known: it is asked about"), certainty=Certainty.CONFIRM)
    return None


def _suggested(axis: MeasureAxis, column: int) -> str:
    """The area between those before and behind it, where one is missing there."""
    before = [n for c, m in axis.measures.items() if c < column and (n := _number(m))]
    behind = [n for c, m in axis.measures.items() if c > column and (n := _number(m))]
    wanted = before[-1] + 1 if before else 0
    taken = {n for m in axis.measures.values() if (n := _number(m)) is not None}
    fits = 1 <= wanted <= 8 and wanted not in taken and (not behind or behind[0] > wanted)
    return str(wanted) if fits else ""


def _of_number(column: int, no: int, spots: tuple[Spot, ...], names: AreaNames) -> MeasuredColumn:
    return MeasuredColumn(column, Heading(MeasureKind.AREA, names.of_number(no)), spots)


def _named(no: int) -> Message:
    return say("Area %(no)s", no=no)
