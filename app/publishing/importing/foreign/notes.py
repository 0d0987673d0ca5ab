"""What is noted while a file is gone through: cells, questions, faults and remarks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.message import LocalText, Message
from app.publishing.faults import Fault, Way
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.understanding import Certainty, PlaceInFile, Question, ReadCell

NOBODY = "-"
"""The answer that a row or column is of no municipality, and is to be left out."""


@dataclass(slots=True)
class Notes:
    """Collects along the way."""

    file: str
    answers: Mapping[str, str]
    in_lines: bool
    """The file is a text: people look for lines in it, not for cells."""
    cells: dict[tuple[PlaceInFile, int | None, Way], ReadCell] = field(default_factory=dict)
    seen: set[PlaceInFile] = field(default_factory=set)
    asked: dict[str, Question] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    sums: list[Fault] = field(default_factory=list)
    """Remarks that the check of a whole evaluation makes too, in the same words."""

    def cell(
        self,
        spot: Spot,
        meaning: Message,
        value: str = "",
        certainty: Certainty = Certainty.SURE,
        document: int | None = None,
        way: Way = (),
    ) -> None:
        """Notes what a cell was taken for; it may say several things, such as a name and a year."""
        self.seen.add(spot.place)
        key = (spot.place, document, way)
        self.cells.setdefault(
            key, ReadCell(spot.place, spot.raw, meaning, value, certainty, document, way)
        )

    def left_out(self, spots: Iterable[Spot], meaning: Message) -> None:
        """Cells of which nothing else was said."""
        for spot in spots:
            if spot.place not in self.seen:
                self.cell(spot, meaning, certainty=Certainty.LEFT_OUT)

    def answer(self, id: str) -> str:
        """What was answered; "" where nothing was."""
        return self.answers.get(id, "").strip()

    def ask(
        self,
        id: str,
        place: PlaceInFile,
        asked: Message,
        choices: Iterable[tuple[str, str | Message | LocalText]] = (),
        suggested: str = "",
        *,
        takes_other: bool = False,
    ) -> None:
        question = Question(id, place, asked, tuple(choices), suggested, takes_other)
        self.asked.setdefault(id, question)

    def fault(self, place: PlaceInFile, problem: Message, mend: Message | None = None) -> None:
        self.faults.append(self._told(place, problem, mend))

    def remark(self, place: PlaceInFile, problem: Message, is_sum: bool = False) -> None:
        told = self._told(place, problem, None)
        remarks = self.sums if is_sum else self.remarks
        if told not in remarks:
            remarks.append(told)

    @property
    def all_remarks(self) -> tuple[Fault, ...]:
        """What is to be seen. Sums are compared again, once nothing is asked or wrong any more."""
        open = bool(self.asked or self.faults)
        return (*self.remarks, *(self.sums if open else ()))

    def _told(self, place: PlaceInFile, problem: Message, mend: Message | None) -> Fault:
        cell = "" if self.in_lines else place.cell
        return Fault(self.file, place.line, problem, place.sheet, cell, mend)
