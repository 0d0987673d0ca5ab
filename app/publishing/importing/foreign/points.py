"""From a figure in a cell to points: within their bounds, or a fault that says how to mend it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.decimals import rounded
from app.domain.message import Message, say
from app.domain.score import MissingKind
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.foreign.numbers import NumberKind, plain_text
from app.publishing.importing.foreign.records import ReadValue

HUNDRED: Final = Decimal(100)
CHECK: Final = say("Check the figure against the report.")


@dataclass(frozen=True, slots=True)
class PointsRead:
    """Points, or why there are none. `meant` is what a faulty figure seems to mean: sums are
    compared with it, and nothing else. `unsure` has to be confirmed."""

    points: Decimal | None = None
    missing: MissingKind | None = None
    meant: Decimal | None = None
    unsure: bool = False


def points_of(
    value: ReadValue, most: Decimal, what: Message, notes: Notes, as_share: bool = False
) -> PointsRead:
    """What a cell says in points of something that can get `most`."""
    written, spot = value.written, value.spot
    if spot.day is not None:
        notes.fault(
            spot.place,
            say(
                "%(what)s: the cell holds a date. A spreadsheet makes dates of figures.", what=what
            ),
            say("Format the cell as text and write the figure again."),
        )
        return PointsRead()
    if written.kind is NumberKind.MISSING:
        return PointsRead(missing=written.missing)
    if written.kind is NumberKind.TEXT or written.value is None:
        problem = written.problem or say(
            "“%(text)s” cannot be read as points.", text=_short(spot.text)
        )
        notes.fault(spot.place, problem, say("Write points with digits alone."))
        return PointsRead()
    if written.kind is NumberKind.WRONG and written.problem is not None:
        notes.fault(spot.place, written.problem, say("Write points with digits alone."))
        return PointsRead(meant=written.value)
    points, unsure = written.value, written.unsure or spot.is_formula
    if as_share:
        points, unsure = rounded(points * most / HUNDRED, 1), True
    elif written.kind is NumberKind.SHARE:
        notes.fault(
            spot.place,
            say("%(what)s: “%(text)s” is a share among points.", what=what, text=_short(spot.text)),
            say("Write the points that the share stands for."),
        )
        return PointsRead(meant=points * most / HUNDRED)
    fault = _out_of_bounds(points, most, what, spot.text)
    if fault is not None:
        notes.fault(spot.place, fault, CHECK)
        return PointsRead(meant=points)
    return PointsRead(points=abs(points), meant=points, unsure=unsure)


def _out_of_bounds(points: Decimal, most: Decimal, what: Message, text: str) -> Message | None:
    short = _short(text)
    if points < 0:
        return say("%(what)s: %(text)s is under 0.", what=what, text=short)
    if points > most:
        return say(
            "%(what)s: %(text)s is over %(most)s.", what=what, text=short, most=plain_text(most)
        )
    if points != rounded(points, 1):
        return say(
            "%(what)s: %(text)s has several decimals; points have one at most.",
            what=what,
            text=short,
        )
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
