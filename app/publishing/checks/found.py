"""Faults along the ways of a document, and remarks that somebody has to acknowledge."""

from dataclasses import dataclass, field

from app.domain.message import Message
from app.publishing.faults import Fault, Faults, LineOfFile, Lines, Way
from app.publishing.importing.understanding import CandidateEvaluation


@dataclass(frozen=True, slots=True)
class CheckRemark:
    """No fault, but to be acknowledged by who submits. The slug is the same as long as the figures
    are: `hemne-2018/rounding/total`."""

    slug: str
    said: Fault


class CellsOfFile(Lines):
    """Where the values of a candidate stand in the file that it came from."""

    def __init__(self, candidate: CandidateEvaluation, file: str) -> None:
        super().__init__(file, {})
        object.__setattr__(self, "candidate", candidate)

    candidate: CandidateEvaluation

    def at(self, *path: str | int) -> LineOfFile:
        place = self.candidate.place(*path)
        return LineOfFile(place.file or self.file, place.line, place.sheet, place.cell)


@dataclass(frozen=True, slots=True)
class PlaceOfWay(LineOfFile):
    """A place that knows the way in the document that leads there."""

    way: Way = ()


@dataclass(slots=True)
class FaultsOfWays(Faults):
    """Faults that keep the way that each was found at."""

    ways: list[tuple[Way, Fault]] = field(default_factory=list)

    def add(self, place: LineOfFile, problem: Message, mend: Message | None = None) -> None:
        fault = Fault(place.file, place.line, problem, place.sheet, place.cell, mend)
        way = place.way if isinstance(place, PlaceOfWay) else ()
        self.found.append(fault)
        self.ways.append((way, fault))


class Traced(Lines):
    """Places of a document that was mended so that the rest of it can be looked at: items that
    were taken out of a list have moved those behind them."""

    def __init__(self, lines: Lines, positions: dict[str, list[int]]) -> None:
        super().__init__(lines.file, {})
        object.__setattr__(self, "inner", lines)
        object.__setattr__(self, "positions", positions)

    inner: Lines
    positions: dict[str, list[int]]

    def at(self, *path: str | int) -> LineOfFile:
        way = self.original(path)
        place = self.inner.at(*way)
        return PlaceOfWay(place.file, place.line, place.sheet, place.cell, way)

    def original(self, way: Way) -> Way:
        """The way as it was before the document was mended."""
        if len(way) > 1 and isinstance(way[1], int) and way[0] in self.positions:
            return (way[0], self.positions[str(way[0])][way[1]], *way[2:])
        return way
