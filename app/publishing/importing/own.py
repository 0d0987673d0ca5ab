"""Our own workbooks and tables, back to the documents that they were made from or filled in for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.domain.message import Message, say
from app.publishing.faults import Fault, Way
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.municipality_names import MOST_MEANT, municipalities_named
from app.publishing.importing.own_lists import OwnLists
from app.publishing.importing.own_tables import OwnRow, OwnTable, Reader, items, own_tables
from app.publishing.importing.tables import SheetCell, Workbook
from app.publishing.importing.understanding import (
    CandidateEvaluation,
    FileShape,
    PlaceInFile,
    Question,
    ReadCell,
    Understanding,
)
from app.publishing.workbook.fields import (
    EVALUATION,
    HEAD,
    HEAD_FIELDS,
    LIST_FIELDS,
    SCORES,
)

AREAS: Final = range(1, 9)
_OF: Final = "of:"
_PREFILLED: Final = {"method_version", "method_version_basis"}


@dataclass(slots=True)
class OwnDraft:
    """An evaluation that is being put together from the tables of a file."""

    label: str
    place: PlaceInFile
    document: dict[str, Any] = field(default_factory=dict)
    places: dict[Way, PlaceInFile] = field(default_factory=dict)
    said: int = 0
    """How many values somebody has written."""

    def put(self, way: Way, value: Any, place: PlaceInFile) -> None:
        """Puts a value at the end of a way; `None` only says where it would stand."""
        self.places[way] = place
        if value is None:
            return
        self.said += 1
        at: Any = self.document
        for name in way[:-1]:
            at = at.setdefault(name, {}) if isinstance(at, dict) else at[name]
        at[way[-1]] = value

    def area(self, no: int) -> dict[str, Any]:
        """What is said of an area. All of them are there, so that each has its position."""
        areas = self.document.get("areas")
        if areas is None:
            areas = self.document["areas"] = [{"no": n} for n in AREAS]
        found: dict[str, Any] = areas[no - 1]
        return found

    def question(self, code: str, place: PlaceInFile) -> tuple[Way, dict[str, Any]] | None:
        """What is said of a question; None where the code has no area."""
        if code[:1] not in map(str, AREAS):
            return None
        no = int(code[0])
        questions: list[dict[str, Any]] = self.area(no).setdefault("questions", [])
        for position, known in enumerate(questions):
            if known["code"] == code:
                return ("areas", no - 1, "questions", position), known
        questions.append({"code": code})
        way: Way = ("areas", no - 1, "questions", len(questions) - 1)
        self.places[way] = place
        return way, questions[-1]


def is_own(workbook: Workbook) -> bool:
    """Whether a file has our tables in it."""
    return bool(own_tables(workbook))


def understand_own(
    workbook: Workbook, known: KnownBefore, answers: Mapping[str, str]
) -> Understanding:
    """What our own tables say."""
    return _Understanding(workbook, known, answers).understood()


class _Understanding:
    def __init__(self, workbook: Workbook, known: KnownBefore, answers: Mapping[str, str]) -> None:
        self.workbook, self.known, self.answers = workbook, known, answers
        self.tables = own_tables(workbook)
        self.read = Reader(self.tables, workbook.facts["kind"] != "xlsx")
        self.faults: list[Fault] = []
        self.asked: list[Question] = []
        self.cells: list[tuple[OwnDraft, ReadCell]] = []
        self.drafts: dict[str, OwnDraft] = {}

    def understood(self) -> Understanding:
        heads = [table for table in self.tables if table.kind == HEAD]
        if len(heads) != 1:
            problem = say("The table that says which evaluations these are is missing.")
            if heads:
                problem = say("There are two tables that say which evaluations these are.")
            self.fault(PlaceInFile(self.workbook.name), problem)
            return self._result(())
        for table in self.tables:
            for row, column in table.twice:
                self._copied(table, row, column)
        self._head(heads[0])
        for table in self.tables:
            if table.kind == SCORES:
                self._scores(table)
            elif table.kind in LIST_FIELDS:
                self._list(table)
        written = [draft for draft in self.drafts.values() if self._is_written(draft)]
        if not written:
            self.fault(PlaceInFile(self.workbook.name), say("No evaluation is filled in."))
        for draft in written:
            self._municipality(draft)
        return self._result(written)

    def _result(self, drafts: Sequence[OwnDraft]) -> Understanding:
        positions = {id(draft): position for position, draft in enumerate(drafts)}
        cells = tuple(
            ReadCell(
                cell.place,
                cell.raw,
                cell.meaning,
                cell.value,
                document=positions[id(draft)],
                way=cell.way,
            )
            for draft, cell in self.cells
            if id(draft) in positions
        )
        return Understanding(
            self.workbook.name,
            FileShape.TEMPLATE,
            tuple(_candidate(draft) for draft in drafts),
            cells=cells,
            asked=tuple(self.asked),
            faults=tuple(self.faults),
            facts=self.workbook.facts,
        )

    def fault(self, place: PlaceInFile, problem: Message, mend: Message | None = None) -> None:
        found = Fault(place.file, place.line, problem, place.sheet, place.cell, mend)
        self.faults.append(found)

    def seen(
        self,
        draft: OwnDraft,
        place: PlaceInFile,
        cell: SheetCell,
        meaning: Message,
        way: Way,
        value: Any,
    ) -> None:
        """Notes what a cell was taken for."""
        self.cells.append((draft, ReadCell(place, cell.raw, meaning, str(value), way=way)))

    def _copied(self, table: OwnTable, row: int, column: int) -> None:
        self.fault(
            self.workbook.place(table.sheet, row, column),
            say("This row or column is a copy of another, and nobody can tell which one counts."),
            say("Take it out. For several evaluations there is a template with a column for each."),
        )

    def formula(self, place: PlaceInFile) -> None:
        self.fault(
            place,
            say("The cell holds a formula, and what it gives is not taken without being seen."),
            say("Copy the cell and paste it as a value."),
        )

    def _has_formula(self, table: OwnTable, row: OwnRow) -> bool:
        own = [key for key, cell in row.cells.items() if cell.is_formula]
        for key in own:
            self.formula(table.place(row.number, key))
        return bool(own)

    def _head(self, table: OwnTable) -> None:
        rows = {row.key: row for row in table.rows}
        for column in table.columns:
            if not column.startswith(_OF):
                continue
            label = column.removeprefix(_OF)
            top = min((row.number for row in table.rows), default=1)
            draft = OwnDraft(label, table.place(top, column))
            self.drafts[label] = draft
            for own in HEAD_FIELDS:
                row = rows.get(own.key)
                place = table.place(row.number, column) if row else draft.place
                cell = row.cells.get(column) if row else None
                draft.places[own.way] = place
                if cell is None or cell.is_blank:
                    continue
                if cell.is_formula:
                    self.formula(place)
                    continue
                value = self.read.value(cell, own.kind, own.choices)
                if own.key == "method_version" and f"{value}.0" in self.known.instrument.versions:
                    value = f"{value}.0"
                draft.put(own.way, value, place)
                if own.key in _PREFILLED:
                    draft.said -= 1
                self.seen(draft, place, cell, own.label, own.way, value)

    def _scores(self, table: OwnTable) -> None:
        for row in table.rows:
            for column, cell in row.cells.items():
                what, _, label = column.partition(":")
                if what not in ("score", "stated") or cell.is_blank:
                    continue
                place = table.place(row.number, column)
                if cell.is_formula and (what, row.key.partition(":")[0]) != ("score", "question"):
                    if what == "stated":
                        self.formula(place)
                    continue  # the sums are ours
                draft = self.drafts.get(label)
                if draft is None:
                    self._unknown_label(place, label)
                elif cell.is_formula:
                    self.formula(place)
                else:
                    self._score(draft, row.key, what, cell, place)

    def _score(
        self, draft: OwnDraft, key: str, what: str, cell: SheetCell, place: PlaceInFile
    ) -> None:
        kind, _, name = key.partition(":")
        value = self.read.points(cell)
        missing = self.read.missing(value)
        if kind == "question" and what == "score":
            found = draft.question(name, place)
            if found is not None:
                way, _ = found
                end = "missing" if missing else "score"
                meaning = say("Points of question %(code)s", code=name)
                draft.put((*way, end), missing or value, place)
                self.seen(draft, place, cell, meaning, (*way, end), missing or value)
                return
        if kind == "area" and what == "stated" and name in map(str, AREAS):
            draft.area(int(name))
            own: Way = ("areas", int(name) - 1, "missing" if missing else "stated")
            draft.put(own, missing or value, place)
            meaning = say("Printed points of area %(no)s", no=name)
            self.seen(draft, place, cell, meaning, own, missing or value)
            return
        if kind == "total" and what == "stated":
            own = ("total_missing" if missing else "total",)
            draft.put(own, missing or value, place)
            self.seen(draft, place, cell, say("Printed total"), own, missing or value)
            return
        self.fault(
            place,
            say("Nothing is expected in this cell: %(raw)s.", raw=cell.raw[:60]),
            say("Points stand beside a question; what is printed, beside an area or the total."),
        )

    def _list(self, table: OwnTable) -> None:
        lists = OwnLists(self.read, self.fault, self.seen)
        for row in items(table):
            draft = self._draft_of(table, row)
            if draft is not None and not self._has_formula(table, row):
                lists.add(table, row, draft)

    def _draft_of(self, table: OwnTable, row: OwnRow) -> OwnDraft | None:
        """The evaluation that a row is of. Where there is only one, it need not be said."""
        cell = row.cells.get(EVALUATION)
        label = self.read.text(cell) if cell else ""
        if not label and len(self.drafts) == 1:
            return next(iter(self.drafts.values()))
        if label not in self.drafts:
            self._unknown_label(table.place(row.number, EVALUATION), label)
            return None
        return self.drafts[label]

    def _unknown_label(self, place: PlaceInFile, label: str) -> None:
        problem = say("There is no evaluation “%(label)s” in the file.", label=label[:60])
        mend = say("Write one of these: %(labels)s.", labels=tuple(self.drafts)[:MOST_MEANT])
        self.fault(place, problem, mend)

    def _is_written(self, draft: OwnDraft) -> bool:
        return draft.said > 0

    def _municipality(self, draft: OwnDraft) -> None:
        """Names and codes become slugs; which of several is meant is asked."""
        written = draft.document.get("municipality")
        if not isinstance(written, str):
            return
        year = draft.document.get("year")
        meant = municipalities_named(written, year if isinstance(year, int) else None, self.known)
        id = f"municipality:{draft.label}"
        answer = self.answers.get(id)
        if answer is not None and answer in meant:
            meant = (answer,)
        if len(meant) == 1:
            draft.document["municipality"] = meant[0]
        elif meant:
            labels = self.known.register.municipalities
            self.asked.append(
                Question(
                    id,
                    draft.places["municipality",],
                    say("Which municipality is “%(written)s”?", written=written[:60]),
                    tuple((slug, labels[slug].label) for slug in meant),
                )
            )


def _candidate(draft: OwnDraft) -> CandidateEvaluation:
    """The document, with what has to be said even where it is nothing."""
    found = draft.document
    for name, empty in (("report_number", None), ("total", None), ("areas", [])):
        found.setdefault(name, empty)
    source = found.setdefault("source", {})
    if isinstance(source, dict):
        source.setdefault("url", None)
    if (changes := found.get("stated_changes")) and isinstance(changes, dict):
        changes.setdefault("areas", {})
    draft.places[()] = draft.place
    id = draft.label if "-" in draft.label else ""
    return CandidateEvaluation(found, draft.places, id)
