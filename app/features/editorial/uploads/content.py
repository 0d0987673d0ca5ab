"""What was understood of a file: a table like its own, what is asked, and what is wrong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from openpyxl.utils import get_column_letter

from app.domain.language import SOURCE
from app.domain.message import LocalText, Message, Value, say, say_n
from app.editorial.uploads import BroughtFile
from app.features.editorial.titles import fault_words
from app.publishing.checks.checking import CheckedFile
from app.publishing.faults import Fault
from app.publishing.importing.understanding import (
    Certainty,
    FileShape,
    PlaceInFile,
    Question,
    ReadCell,
    Understanding,
)
from app.queries import register
from app.queries.reading import Reading

MOST_ROWS: Final = 300
MOST_COLUMNS: Final = 60
"""Of one sheet, as many as a person looks through."""
MOST_CHARACTERS: Final = 500
"""Of one cell: as many as a finding may have."""
FEW_CHOICES: Final = 6
"""As many choices are shown beside each other; more are a list to open."""

SHAPES: Final[Mapping[FileShape, Message]] = {
    FileShape.TEMPLATE: say("our own workbook"),
    FileShape.DOCUMENT: say("evaluations as data (JSON)"),
    FileShape.REPORT_TABLE: say("the table of a report, question by question"),
    FileShape.AREA_TABLE: say("a table with an area in each row"),
    FileShape.YEARS_SIDE_BY_SIDE: say("areas, with years beside each other"),
    FileShape.MUNICIPALITY_ROWS: say("a table with a municipality in each row"),
    FileShape.TEXT_LIST: say("a text with numbered areas"),
    FileShape.FINDINGS_TEXT: say("a text with strengths, challenges and weaknesses"),
    FileShape.UNKNOWN: say("nothing that is known here"),
}

CERTAINTIES: Final[Mapping[Certainty, Message]] = {
    Certainty.SURE: say("understood"),
    Certainty.CONFIRM: say("to be confirmed"),
    Certainty.LEFT_OUT: say("left out"),
}

_DECIMALS: Final = re.compile(r"-?[0-9]+\.[0-9]+")
_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class CellOnPage:
    """A cell of the file: what stands there, and what it was taken for."""

    id: str
    raw: str
    meaning: Message | None
    value: str
    certainty: Certainty | None
    faults: tuple[Message | str, ...]
    says_value: bool = False
    """Whether what it was taken for names the value already: `Area 1`."""

    @property
    def is_points(self) -> bool:
        """Whether the value is a number with decimals."""
        return _DECIMALS.fullmatch(self.value) is not None

    @property
    def kind(self) -> str:
        if self.faults:
            return "fault"
        return self.certainty.value if self.certainty else "nothing"

    @property
    def certainty_words(self) -> Message | None:
        if self.faults:
            return say("to be mended")
        return CERTAINTIES[self.certainty] if self.certainty else None


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet as the file has it, with the letters of its columns and the numbers of its rows."""

    id: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[CellOnPage | None, ...]], ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class FileFault:
    """Something wrong, or to be seen; `cell` is the id of the cell on the page it leads to. `place`
    is None of the whole file."""

    place: Message | str | None
    words: Message | str
    cell: str | None


@dataclass(frozen=True, slots=True)
class OptionOfAnswer:
    """One of the answers to choose from."""

    value: str
    label: Message | LocalText | str
    is_suggested: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question to whoever brought the file."""

    field: str
    id: str
    asked: Message
    place: Message | None
    cell: str | None
    options: tuple[OptionOfAnswer, ...]
    suggested: str
    answer: str
    other: Message | None
    """What another answer than those listed is called, where one may be typed in."""

    @property
    def has_few(self) -> bool:
        return 0 < len(self.options) <= FEW_CHOICES

    @property
    def typed(self) -> str:
        """What was typed in as the answer. It is asked again: it was not understood."""
        return "" if any(one.is_chosen for one in self.options) else self.answer


@dataclass(frozen=True, slots=True)
class FileContent:
    """The page of a file."""

    title: Message
    id: int
    draft: int | None
    shape: Message
    facts: tuple[tuple[str, str], ...]
    evaluations: tuple[Message, ...]
    asked: tuple[AskedQuestion, ...]
    answered: int
    faults: tuple[FileFault, ...]
    remarks: tuple[FileFault, ...]
    sheets: tuple[SheetTable, ...]
    lead: Message
    may_be_drafted: bool
    decimal_sign: str
    description: Message | None = None


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """A file in the list of those that were brought in."""

    id: int
    name: str
    created_at: datetime
    draft: int | None


@dataclass(frozen=True, slots=True)
class FilesContent:
    """The page where files are brought in."""

    title: Message
    lines: tuple[BroughtLine, ...]
    versions: tuple[str, ...]
    endings: tuple[str, ...]
    megabytes: int
    days: int
    problem: Message | LocalText | None = None
    description: Message | None = None


def file_content(
    reading: Reading,
    kept: BroughtFile,
    understood: Understanding,
    checked: CheckedFile,
    language: str,
) -> FileContent:
    """The page for what was understood with the answers so far."""
    sheets, ids = _sheets(understood.cells, checked.faults)
    asked = tuple(
        _asked(number, question, ids, kept.answers)
        for number, question in enumerate(understood.asked, 1)
    )
    faults = tuple(_fault(fault, kept.name, ids) for fault in checked.faults)
    found = len(understood.candidates) + len(understood.references)
    return FileContent(
        title=say("File: %(name)s", name=kept.name),
        id=kept.id,
        draft=kept.draft,
        shape=SHAPES[understood.shape],
        facts=tuple(understood.facts.items()),
        evaluations=_found(reading, [one.document for one in understood.candidates]),
        asked=asked,
        answered=len(kept.answers),
        faults=faults,
        remarks=tuple(_fault(remark.said, kept.name, ids) for remark in checked.remarks),
        sheets=sheets,
        lead=_lead(len(faults), len(asked), found),
        may_be_drafted=bool(found) and not asked and not faults,
        decimal_sign="." if language == SOURCE else ",",
    )


def _found(reading: Reading, documents: Sequence[Mapping[str, Any]]) -> tuple[Message, ...]:
    """Whose results they are and of which years, as far as the file says. Those that cannot be told
    yet are counted."""
    named = [_candidate(reading, document) for document in documents]
    found = [one for one in named if one is not None]
    unknown = len(named) - len(found)
    if unknown:
        found.append(
            say_n(
                "%(n)s municipality that is not known yet",
                "%(n)s municipalities that are not known yet",
                unknown,
            )
        )
    return tuple(found)


def _candidate(reading: Reading, document: Mapping[str, Any]) -> Message | None:
    held = register.municipality(reading, str(document.get("municipality") or ""))
    year = document.get("year")
    if held is None:
        return None
    if year is None:
        return say("%(title)s", title=held.label)
    return say("%(name)s %(year)s", name=held.label, year=str(year))


def _lead(faults: int, asked: int, found: int) -> Message:
    if faults:
        return say_n(
            "%(n)s thing has to be mended in the file. Mend it there and bring the file in again.",
            "%(n)s things have to be mended in the file. Mend them there and bring the file in "
            "again.",
            faults,
        )
    if asked:
        return say_n(
            "%(n)s question before a draft can be made of it.",
            "%(n)s questions before a draft can be made of it.",
            asked,
        )
    if not found:
        return say("Nothing in the file was understood as an evaluation.")
    return say("All of it was understood. Look it through, then make a draft of it.")


def _fault(fault: Fault, name: str, ids: Mapping[tuple[str, str], str]) -> FileFault:
    """Of the file that the page is about, its name is not said again."""
    place = place_words(fault.sheet, fault.cell, fault.line) if fault.file == name else fault.place
    return FileFault(place, fault_words(fault), ids.get(_spot(fault)))


def place_words(sheet: str, cell: str, line: int) -> Message | None:
    """Where in a file something stands; None of the whole file."""
    if sheet and cell:
        return say("Sheet %(sheet)s, cell %(cell)s", sheet=sheet, cell=cell)
    if sheet:
        return say("Sheet %(sheet)s", sheet=sheet)
    if cell:
        return say("Cell %(cell)s", cell=cell)
    return say("Line %(line)s", line=str(line)) if line else None


def _spot(fault: Fault) -> tuple[str, str]:
    return (fault.sheet, fault.cell) if fault.cell else (fault.sheet, f"line {fault.line}")


def _at(place: PlaceInFile) -> tuple[str, str]:
    return (place.sheet, place.cell) if place.cell else (place.sheet, f"line {place.line}")


def _asked(
    number: int,
    question: Question,
    ids: Mapping[tuple[str, str], str],
    answers: Mapping[str, str],
) -> AskedQuestion:
    options = [
        OptionOfAnswer(value, label, value == question.suggested, value == answers.get(question.id))
        for value, label in question.choices
    ]
    options.sort(key=lambda option: not option.is_suggested)
    other = say("Another municipality: its name or number") if question.takes_other else None
    if not options and question.suggested:
        text = question.suggested
        options = [OptionOfAnswer(text, text, True, text == answers.get(question.id))]
        other = other or say("Something else")
    place = question.place
    return AskedQuestion(
        field=f"question-{number}",
        id=question.id,
        asked=question.asked,
        place=place_words(place.sheet, place.cell, place.line),
        cell=ids.get(_at(place)),
        options=tuple(options),
        suggested=question.suggested,
        answer=answers.get(question.id, ""),
        other=other if options else None,
    )


def _sheets(
    read: Sequence[ReadCell], wrong: Sequence[Fault]
) -> tuple[tuple[SheetTable, ...], Mapping[tuple[str, str], str]]:
    """The sheets with what is known of their cells, and the ids of those cells on the page."""
    faults: dict[tuple[str, str], list[Message | str]] = {}
    for fault in wrong:
        faults.setdefault(_spot(fault), []).append(fault_words(fault))
    sheets: dict[str, dict[tuple[int, int], ReadCell]] = {}
    for cell in read:
        if (where := _where(cell.place)) is not None:
            held = sheets.setdefault(cell.place.sheet, {})
            while where in held:  # several things that were read in one line of a text
                where = (where[0], where[1] + 1)
            held[where] = cell
    tables, ids = [], {}
    for number, (name, cells) in enumerate(sheets.items(), 1):
        table = _sheet(f"sheet-{number}", name, cells, faults)
        tables.append(table)
        shown = {cell.id for _, row in table.rows for cell in row if cell}
        for row, column in sorted(cells):
            letters = get_column_letter(column)
            if (id := f"{table.id}-{letters}{row}") in shown:
                ids[name, f"{letters}{row}"] = id
                ids.setdefault((name, f"line {row}"), id)
    return tuple(tables), ids


def _sheet(
    id: str,
    name: str,
    cells: Mapping[tuple[int, int], ReadCell],
    faults: Mapping[tuple[str, str], Sequence[Message | str]],
) -> SheetTable:
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    shown_rows, shown_columns = rows[:MOST_ROWS], columns[:MOST_COLUMNS]

    def cell_at(row: int, column: int) -> CellOnPage | None:
        found = cells.get((row, column))
        if found is None:
            return None
        spot = f"{get_column_letter(column)}{row}"
        wrong = tuple(faults.get((name, spot), ()))
        said = not found.way and _says(found.meaning, found.value)
        raw, value = _cut(found.raw), _cut(found.value)
        return CellOnPage(f"{id}-{spot}", raw, found.meaning, value, found.certainty, wrong, said)

    return SheetTable(
        id,
        name,
        tuple(get_column_letter(column) for column in shown_columns),
        tuple((row, tuple(cell_at(row, column) for column in shown_columns)) for row in shown_rows),
        len(rows) > MOST_ROWS or len(columns) > MOST_COLUMNS,
    )


def _says(meaning: Value, value: str) -> bool:
    """Whether a value stands in what is said already."""
    if isinstance(meaning, Message):
        return any(_says(one, value) for one in meaning.values.values())
    return str(meaning) == value


def _where(place: PlaceInFile) -> tuple[int, int] | None:
    """Row and column of a cell such as `C7`, both from 1; a line of a text is a row of one cell."""
    written = _CELL.fullmatch(place.cell)
    if written is None:
        return (place.line, 1) if place.line else None
    column = 0
    for letter in written[1]:
        column = column * 26 + ord(letter) - 64
    return int(written[2]), column


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
