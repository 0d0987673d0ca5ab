"""What was understood of a file, cell by cell: what is sure, what has to be asked, what is wrong.

Understanding a file writes nothing, and the same file with the same answers is always understood in
the same way. So an answer to a question is kept beside the file, and the file is read again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.message import LocalText, Message
from app.publishing.faults import Fault, Way


@dataclass(frozen=True, slots=True, order=True)
class PlaceInFile:
    """Where something stands: `cell` is `C7` in a sheet, `line` counts from 1 in a text. Both may
    be given; 0 and "" stand for the whole file or sheet."""

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0


class FileShape(StrEnum):
    """How a file is laid out."""

    TEMPLATE = "template"
    """A workbook, or a folder of CSV tables, as `kompass template` and `kompass export` write."""
    DOCUMENT = "document"
    """JSON: one evaluation as in `seed/evaluations`, or a list of them."""
    REPORT_TABLE = "report-table"
    """One municipality, questions under areas: the appendix of a report."""
    AREA_TABLE = "area-table"
    """One evaluation, an area a row."""
    YEARS_SIDE_BY_SIDE = "years-side-by-side"
    """Areas down, years and perhaps a mean across."""
    MUNICIPALITY_ROWS = "municipality-rows"
    """A municipality a row, areas across."""
    TEXT_LIST = "text-list"
    """Numbered areas with their points in a running text."""
    FINDINGS_TEXT = "findings-text"
    """Strengths, challenges and weaknesses under headings."""
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure a reading of a cell is."""

    SURE = "sure"
    CONFIRM = "confirm"
    """Understood, and to be confirmed by a person before it counts: a share read as points."""
    LEFT_OUT = "left-out"
    """Seen and on purpose not taken: a mean, a change in per cent, a title."""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell that was seen: what stood there, what it was taken for, and how sure that is.

    `value` is what came of it, as written in the document; "" where nothing did. `document` and
    `way` say where it went: the position in `Understanding.candidates`, and the way inside it.
    """

    place: PlaceInFile
    raw: str
    meaning: Message
    value: str = ""
    certainty: Certainty = Certainty.SURE
    document: int | None = None
    way: Way = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can answer. `id` is the same as long as the file is.

    `choices` are values with their labels, empty where any text may be the answer; where
    `takes_other` is set, any text may be beside them too. `suggested` is a value that is shown
    first and never taken by itself.
    """

    id: str
    place: PlaceInFile
    asked: Message
    choices: tuple[tuple[str, "str | Message | LocalText"], ...] = ()
    suggested: str = ""
    takes_other: bool = False


@dataclass(frozen=True, slots=True)
class CandidateEvaluation:
    """An evaluation as it would be written in `seed/evaluations` (`EvaluationShape`, as JSON), with
    the place that each of its values comes from. What is not known yet is not in it.

    A value that cannot be read stands in it as it was written: the checks say what is wrong with
    it. `id` is the evaluation's, where the file says it."""

    document: Mapping[str, Any]
    places: Mapping[Way, PlaceInFile]
    id: str = ""

    def place(self, *way: str | int) -> PlaceInFile:
        """Where a value stands in the file, or the nearest value around it that is there."""
        while way and way not in self.places:
            way = way[:-1]
        return self.places.get(way, PlaceInFile(""))


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that came of a file. With `asked` or `faults` in it nothing of it can be imported yet.

    `references` are published averages found beside evaluations (`ReferenceShape`, as JSON).
    """

    file: str
    shape: FileShape
    candidates: tuple[CandidateEvaluation, ...] = ()
    references: tuple[CandidateEvaluation, ...] = ()
    cells: tuple[ReadCell, ...] = ()
    asked: tuple[Question, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()
    """No faults, but to be seen: discrepancies, a lower detail level, an unusual version."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What was found out about the file itself: encoding, delimiter, decimal sign."""
