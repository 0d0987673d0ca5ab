"""A file of any shape to what is understood of it: sheet by sheet, table by table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.domain.message import say
from app.domain.naming.spelling import fold
from app.publishing.faults import Fault, Way
from app.publishing.importing.foreign import meanings
from app.publishing.importing.foreign.area_names import AreaNames
from app.publishing.importing.foreign.axis import MeasureAxis, find_axis
from app.publishing.importing.foreign.blocks import blocks
from app.publishing.importing.foreign.context import context_of, with_address
from app.publishing.importing.foreign.cover import MOST_ON_COVER, cover_of
from app.publishing.importing.foreign.evaluations import evaluations_of
from app.publishing.importing.foreign.grid import Grid, Spot, grid_of
from app.publishing.importing.foreign.municipalities import Municipalities
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.foreign.numbers import DecimalSign, decimal_sign, tidy
from app.publishing.importing.foreign.only_totals import find_totals
from app.publishing.importing.foreign.read_points import what_of
from app.publishing.importing.foreign.recognised import RecognisedTable
from app.publishing.importing.foreign.records import Record, records_of
from app.publishing.importing.foreign.references import reference_of
from app.publishing.importing.foreign.running_text import text_table
from app.publishing.importing.foreign.text_lines import split_lines
from app.publishing.importing.foreign.twice import without_twice
from app.publishing.importing.foreign.unnamed import with_unnamed
from app.publishing.importing.foreign.who_and_when import TableOrigin
from app.publishing.importing.foreign.words import FieldKind, FigureRole
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.tables import Sheet, Workbook
from app.publishing.importing.understanding import (
    CandidateEvaluation,
    Certainty,
    FileShape,
    PlaceInFile,
    ReadCell,
    Understanding,
)

MOST_CELLS: Final = 100_000
"""Cells of a file that is looked through; 2,000 evaluations with their questions need as many."""
MOST_CHARACTERS: Final = 1_000_000
"""In all its cells together. Every one of them is looked at several times."""
USE_TEMPLATE: Final = say("Bring in the figures in a workbook made from our template.")


def _characters(workbook: Workbook) -> int:
    """In the text, and in every cell: what stands once in the file may be meant in many."""
    cells = (cell for sheet in workbook.sheets for cell in sheet.cells.values())
    return len(workbook.text) + sum(len(cell.raw) for cell in cells)


def understand_foreign(
    workbook: Workbook, known: KnownBefore, answers: Mapping[str, str]
) -> Understanding:
    """What is understood of a file that has none of our own formats. Nothing is written, and the
    same file with the same answers is always understood alike."""
    cells = sum(len(sheet.cells) for sheet in workbook.sheets)
    if cells > MOST_CELLS or _characters(workbook) > MOST_CHARACTERS:
        problem = say("The file has too many cells for its tables to be recognised.")
        fault = Fault(workbook.name, 0, problem, mend=USE_TEMPLATE)
        return Understanding(
            workbook.name, FileShape.UNKNOWN, faults=(fault,), facts=workbook.facts
        )
    reading = _Reading(workbook, known, answers)
    for sheet in workbook.sheets:
        reading.sheet(sheet)
    return reading.understanding()


class _Reading:
    """A file that is being gone through."""

    def __init__(self, workbook: Workbook, known: KnownBefore, answers: Mapping[str, str]) -> None:
        self._workbook = workbook
        self._known = known
        self._municipalities = Municipalities(known.names)
        self._names = AreaNames(known.instrument, self._municipalities.is_named)
        in_lines = workbook.facts.get("kind") in ("csv", "text")
        self._notes = Notes(workbook.name, answers, in_lines)
        self._candidates: list[CandidateEvaluation] = []
        self._references: list[CandidateEvaluation] = []
        self._shapes: list[FileShape] = []
        self._title = ""
        self._signs: list[DecimalSign] = []
        grids = (grid_of(workbook, s) for s in workbook.sheets if len(s.cells) <= MOST_ON_COVER)
        self._cover = cover_of(grids, self._names) if len(workbook.sheets) > 1 else ()

    def sheet(self, sheet: Sheet) -> None:
        """Everything that a sheet holds."""
        grid = grid_of(self._workbook, sheet)
        if sheet.lines and text_table(grid, self._names) is None:
            grid = split_lines(grid)
        before = (*_name_of(grid), *self._cover)
        if sheet.hidden:
            said = say("The sheet %(name)s is hidden, and is not read.", name=sheet.name)
            self._notes.remark(PlaceInFile(self._workbook.name, sheet.name), said)
        elif not grid.lines:
            for number, part in enumerate(blocks(grid, self._names), 1):
                before = (*self._part(part, number, before), *before)
        if not sheet.hidden and (grid.lines or not self._has_read(grid)):
            self._text(grid)
        self._notes.left_out(grid, meanings.NOTE)

    def _has_read(self, grid: Grid) -> bool:
        return any(spot.place in self._notes.seen for spot in grid)

    def _part(self, grid: Grid, number: int, before: tuple[Spot, ...]) -> tuple[Spot, ...]:
        """One table with what stands around it. Gives the titles that hold below it too."""
        axis = find_axis(grid, self._names)
        if axis is not None:
            axis = with_unnamed(self._with_sign(axis), self._names, self._notes)
        else:
            axis = find_totals(grid, self._names)
        if axis is None:
            return tuple(grid)
        titles = _titles(axis)
        self._table(axis, number, titles, before)
        return titles if number == 1 else ()

    def _with_sign(self, axis: MeasureAxis) -> MeasureAxis:
        """The same with the sign before decimals that its figures tell."""
        figures = (axis.grid.at(row, column) for row in axis.records for column in axis.measures)
        sign = decimal_sign(s.text for s in figures if s is not None and s.number is None)
        self._signs.append(sign)
        return replace(axis, grid=replace(axis.grid, sign=sign))

    def _table(
        self,
        axis: MeasureAxis,
        number: int,
        titles: Sequence[Spot],
        general: Sequence[Spot],
    ) -> None:
        records = records_of(axis, self._municipalities)
        origin = self._origin(axis.grid, number, titles, (), general)
        table = RecognisedTable(axis, records, origin)
        found, others = evaluations_of(table, self._known.instrument, len(self._candidates))
        self._candidates += found
        self._shapes.append(_shape(table, len(found)))
        self._others(table, others, found)
        self._told(table)
        self._stars(table)
        if not self._title:
            self._title = origin.context.title
        self._notes.left_out(titles, meanings.TITLE)

    def _origin(
        self,
        grid: Grid,
        number: int,
        titles: Sequence[Spot],
        below: Sequence[Spot],
        general: Sequence[Spot],
    ) -> TableOrigin:
        context = context_of(
            titles,
            grid.sheet,
            self._workbook.name,
            self._municipalities,
            self._known.instrument,
            below,
            general,
        )
        id = f"{grid.sheet}:{number}"
        place = PlaceInFile(self._workbook.name, grid.sheet)
        return TableOrigin(id, place, context, self._municipalities, self._notes)

    def _others(
        self, table: RecognisedTable, others: Iterable[Record], found: list[CandidateEvaluation]
    ) -> None:
        for record in others:
            if record.role in (FigureRole.MEAN, FigureRole.MEDIAN):
                reference = reference_of(table, record, found, self._known.instrument)
                if reference is not None:
                    self._references.append(reference)
            meaning = meanings.LEFT_OUT[record.role]
            self._notes.left_out((value.spot for value in record.values), meaning)
            self._notes.left_out(record.label, meaning)
            self._notes.left_out(record.name_spots, meaning)

    def _told(self, table: RecognisedTable) -> None:
        """Cells that say something of a row, and headings."""
        axis = table.axis
        for row in axis.records:
            for column, kind in axis.fields.items():
                spot = axis.grid.at(row, column)
                if spot is None or spot.place in self._notes.seen:
                    continue
                helps = kind in (FieldKind.COUNTY, FieldKind.COUNTRY, FieldKind.CODE)
                certainty = Certainty.SURE if helps else Certainty.LEFT_OUT
                value = _plain(spot) if kind is FieldKind.POPULATION else spot.text
                self._notes.cell(spot, meanings.FIELDS[kind], value, certainty)
        self._headings(axis)
        kept = [s for record in table.records for s in record.label]
        self._notes.left_out(kept, meanings.WHAT)
        heads = [s for row in (*axis.above, *axis.head) for s in axis.grid.row(row).values()]
        columns = {*axis.measures, *axis.fields}
        headings = [
            s
            for row in (*axis.above, *axis.head)
            for c, s in axis.grid.row(row).items()
            if c in columns
        ]
        self._notes.left_out(headings, meanings.HEADING)
        self._notes.left_out(heads, meanings.TITLE)

    def _stars(self, table: RecognisedTable) -> None:
        """Stars that a note says are gold stars: they cannot be taken in without their practice."""
        grid = table.axis.grid
        if not any("gullstjern" in fold(s.text) or "guldstjarn" in fold(s.text) for s in grid):
            return
        starred = [
            (measured, spot)
            for measured in table.axis.measures.values()
            for spot in (*measured.spots, *_beside(table, measured.column))
            if spot.text.endswith("*")
        ]
        if starred:
            codes = dict.fromkeys(
                m.heading.code or str(m.heading.area.likely if m.heading.area else "")
                for m, _ in starred
            )
            self._notes.remark(
                starred[0][1].place,
                say(
                    "Stars stand at %(codes)s. Gold stars are not taken in from here: add them to "
                    "the draft, each with the practice that it was given for.",
                    codes=tuple(codes),
                ),
            )

    def _headings(self, axis: MeasureAxis) -> None:
        for measured in axis.measures.values():
            heading = measured.heading
            no = heading.area.likely if heading.area else None
            what = what_of(no, heading.code)
            certainty = Certainty.SURE if heading.sure else Certainty.CONFIRM
            for spot in measured.spots:
                if spot.place not in self._notes.seen:
                    meaning = say("A heading: %(what)s", what=what)
                    value = heading.code or (str(no) if no is not None else "")
                    self._notes.cell(spot, meaning, value, certainty)

    def _text(self, grid: Grid) -> None:
        """Running text, or lists in cells."""
        found = text_table(grid, self._names)
        if found is None:
            return
        general = (*_name_of(grid), *self._cover)
        origin = self._origin(grid, 1, found.before, found.after, general)
        table = found.table(origin)
        candidates, _ = evaluations_of(table, self._known.instrument, len(self._candidates))
        self._candidates += candidates
        self._shapes.append(found.shape)
        self._title = self._title or origin.context.title
        self._signs.append(found.grid.sign)
        for one in found.findings:
            self._notes.left_out(one.nones, meanings.NONE)
        self._notes.left_out(found.headings, meanings.HEADING)
        self._notes.left_out(found.before, meanings.TITLE)

    def understanding(self) -> Understanding:
        notes = self._notes
        if not self._candidates and not notes.faults:
            notes.fault(
                PlaceInFile(self._workbook.name),
                say("No result of an evaluation was recognised in the file."),
                USE_TEMPLATE,
            )
        once = without_twice(self._candidates, self._known.instrument, notes)
        candidates = self._with_source(once)
        references = self._with_source(self._references)
        sign = next((s for s in self._signs if s is not DecimalSign.NONE), DecimalSign.NONE)
        facts = {**self._workbook.facts, **({"decimal": sign.value} if sign.value else {})}
        return Understanding(
            self._workbook.name,
            self._shapes[0] if self._shapes else FileShape.UNKNOWN,
            candidates,
            references,
            tuple(sorted(notes.cells.values(), key=self._order)),
            tuple(notes.asked.values()),
            tuple(sorted(set(notes.faults), key=lambda fault: fault.order)),
            notes.all_remarks,
            facts,
        )

    def _order(self, cell: ReadCell) -> tuple[int, int, int, str]:
        """Cells stand as in the file: sheet by sheet, row by row."""
        place = cell.place
        sheet = next(n for n, s in enumerate(self._workbook.sheets) if s.name == place.sheet)
        row, width, letters = _row_and_column(place)
        return sheet, place.line or row, width, letters

    def _with_source(self, found: Iterable[CandidateEvaluation]) -> tuple[CandidateEvaluation, ...]:
        """The source of all that the file holds, which is asked: no table names its own."""
        candidates = tuple(found)
        if not candidates:
            return ()
        answer = self._notes.answer("source")
        if not answer:
            self._notes.ask(
                "source",
                PlaceInFile(self._workbook.name),
                say("What is the report called? Its web address may stand behind the title."),
                suggested=self._title,
            )
            asked_at: dict[Way, PlaceInFile] = {("source",): PlaceInFile(self._workbook.name)}
            return tuple(replace(one, places={**one.places, **asked_at}) for one in candidates)
        title, url = with_address(answer)
        source = {"title": title, "url": url}
        return tuple(
            replace(one, document={**one.document, "source": source}) for one in candidates
        )


def _beside(table: RecognisedTable, column: int) -> Iterable[Spot]:
    grid = table.axis.grid
    return [s for row in table.axis.records if (s := grid.at(row, column)) is not None]


def _titles(axis: MeasureAxis) -> tuple[Spot, ...]:
    """What stands before the measures and says nothing of a column or row. Notes below a table tell
    of others too, and so tell nothing of it."""
    first = min(axis.measures)
    found: list[Spot] = []
    for (row, column), spot in axis.grid.spots.items():
        if axis.grid.down:
            is_title = column < first and row not in axis.records
        else:
            is_title = row < min(axis.head)
        if is_title:
            found.append(spot)
    return tuple(sorted(found, key=lambda spot: (spot.place.line, *_row_and_column(spot.place))))


def _name_of(grid: Grid) -> tuple[Spot, ...]:
    """The sheet's name, which may say whose results it holds, and of which year."""
    place = PlaceInFile(grid.file, grid.sheet)
    return (Spot(place, grid.sheet, tidy(grid.sheet)),) if tidy(grid.sheet) else ()


def _row_and_column(place: PlaceInFile) -> tuple[int, int, str]:
    """What puts cells in the order of reading."""
    letters = place.cell.rstrip("0123456789.")
    row = place.cell[len(letters) :].partition(".")[0]
    return int(row or 0), len(letters), letters


def _plain(spot: Spot) -> str:
    return "".join(letter for letter in spot.text if letter.isdigit())


def _shape(table: RecognisedTable, found: int) -> FileShape:
    if table.axis.has_questions:
        return FileShape.REPORT_TABLE
    if not table.axis.grid.down:
        return FileShape.MUNICIPALITY_ROWS
    return FileShape.YEARS_SIDE_BY_SIDE if found > 1 else FileShape.AREA_TABLE
