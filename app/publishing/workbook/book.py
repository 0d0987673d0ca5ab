"""Tables as an Excel workbook that people fill in: drop-downs, maxima, running sums."""

import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from app.bounds import FINDING_CHARACTERS
from app.domain.message import Say, say
from app.publishing.workbook.fields import (
    FINDINGS,
    HEAD,
    HEADING,
    MARK,
    SCORES,
    STARS,
    TABLE_NAMES,
    WORDS,
    FieldForm,
)
from app.publishing.workbook.grids import FileTable, GridColumn, GridRow, GridValue, RowKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a text begins with that a spreadsheet may take for a formula, or for the sign that it is
none."""

_AS_WRITTEN: Final = frozenset({FieldForm.CODE, FieldForm.DAY})
"""What a spreadsheet would make something else of, unless the cell is one for text."""

_EMPTY_ROWS: Final = 400
"""Below what is there, rows that have their drop-downs."""
_MUNICIPALITIES: Final = "kompass_municipalities"


def workbook(
    tables: Iterable[FileTable],
    choices: Mapping[str, Sequence[tuple[str, str]]],
    words: Say,
    municipalities: Sequence[str] = (),
) -> bytes:
    """A workbook of some tables. Words of drop-downs stand in a hidden sheet beside their codes."""
    import xlsxwriter  # few ask for it, and every start would wait for it

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(
        memory,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    writer = _Writer(book, choices, words, municipalities)
    for grid in tables:
        writer.write(grid)
    writer.write_words()
    book.close()
    return memory.getvalue()


class _Writer:
    def __init__(
        self,
        book: Any,
        choices: Mapping[str, Sequence[tuple[str, str]]],
        words: Say,
        municipalities: Sequence[str],
    ) -> None:
        self.book, self.choices, self.words = book, choices, words
        self.municipalities = municipalities
        self.coded = {name: {code: word for word, code in of} for name, of in choices.items()}
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def write(self, grid: FileTable) -> None:
        sheet = self.book.add_worksheet(grid.name)
        sheet.write_string(0, 0, MARK + grid.key)
        headed = any(column.above for column in grid.columns)
        first = 3 if headed else 2
        for row in range(1, first):
            sheet.write_string(row, 0, HEADING)
        for at, column in enumerate(grid.columns, 1):
            self._write_heading(sheet, at, column, headed)
        for row, line in enumerate(grid.rows, first):
            self._write_row(sheet, grid, row, line)
        self._rule(sheet, grid, first)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, 12, None, {"hidden": True})
        frozen = {SCORES: 4, HEAD: 2}.get(grid.kind, 1)
        sheet.freeze_panes(first, frozen)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1, first - 1)

    def _write_heading(self, sheet: "Worksheet", at: int, column: GridColumn, headed: bool) -> None:
        style = self._format(bold=True, text_wrap=True, bottom=1, valign="top")
        sheet.write_string(0, at, column.key)
        if headed:
            sheet.write_string(1, at, column.above, self._format(bold=True))
        self._write_text(sheet, 2 if headed else 1, at, column.label, style)
        kept = {"num_format": "@"} if column.kind in _AS_WRITTEN else {}
        sheet.set_column(at, at, column.width, self._format(valign="top", **kept))

    def _write_row(self, sheet: "Worksheet", grid: FileTable, row: int, line: GridRow) -> None:
        if line.key:
            sheet.write_string(row, 0, line.key)
        for at, column in enumerate(grid.columns, 1):
            value = line.values.get(column.key)
            self._write(sheet, row, at, value, line, column)
        if grid.kind == SCORES:
            _Sums(self, sheet, grid, row).write(line)

    def _write(
        self,
        sheet: "Worksheet",
        row: int,
        at: int,
        value: GridValue,
        line: GridRow,
        column: GridColumn,
    ) -> None:
        heading = line.kind in (RowKind.AREA, RowKind.TOTAL)
        style: dict[str, object] = {"bold": True, "bg_color": "#E8EDF3"} if heading else {}
        style |= {"valign": "top", "text_wrap": column.width >= 40}
        is_own = column.key.startswith("of:")
        kind = line.cells if is_own else column.kind
        chosen = line.choices if is_own else column.choices
        is_score = column.key.startswith("score:")
        if is_score or column.key.startswith("stated:"):
            chosen = "missing"
            style |= {"align": "right", "num_format": "0.0" if is_score else "General"}
        if kind in _AS_WRITTEN:
            style["num_format"] = "@"
        match value:
            case None:
                is_asked = is_own or (is_score and line.kind is RowKind.QUESTION)
                if is_asked or column.key.startswith("stated:"):
                    style["bg_color"] = "#FFF8E1"
                if heading or is_asked:
                    sheet.write_blank(row, at, None, self._format(**style))
            case Decimal() | int():
                sheet.write_number(row, at, float(value), self._format(**style))
            case str():
                text = self.coded.get(chosen, {}).get(value, value)
                self._write_text(sheet, row, at, text, self._format(**style), style)

    def _write_text(
        self,
        sheet: "Worksheet",
        row: int,
        at: int,
        text: str,
        format: Any,
        style: Mapping[str, object] | None = None,
    ) -> None:
        """A text is a text, and stays one where somebody goes into the cell and out again."""
        if text.startswith(RISKY):
            format = self._format(**(style or {}), quote_prefix=True)
        sheet.write_string(row, at, text, format)

    def _format(self, **style: object) -> Any:
        key = tuple(sorted(style.items(), key=lambda item: item[0]))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(dict(style))
        return self._formats[key]

    def _rule(self, sheet: "Worksheet", grid: FileTable, first: int) -> None:
        """What may be written in the cells."""
        if grid.kind == HEAD:
            for row, line in enumerate(grid.rows, first):
                self._rule_choice(sheet, row, row, 2, len(grid.columns), line.choices)
                if line.key == "municipality" and self.municipalities:
                    free = {
                        "validate": "list",
                        "source": f"={_MUNICIPALITIES}",
                        "show_error": False,
                    }
                    sheet.data_validation(row, 2, row, len(grid.columns), free)
        elif grid.kind == SCORES:
            for row, line in enumerate(grid.rows, first):
                self._rule_points(sheet, row, grid, line)
        else:
            last = first + len(grid.rows) + _EMPTY_ROWS
            for at, column in enumerate(grid.columns, 1):
                self._rule_choice(sheet, first, last, at, at, column.choices)
                if grid.kind == FINDINGS and column.key == "text":
                    self._rule_length(sheet, first, last, at)
                if grid.kind == STARS and column.key == "question":
                    self._rule_choice(sheet, first, last, at, at, "question", strict=False)

    def _rule_choice(
        self,
        sheet: "Worksheet",
        first: int,
        last: int,
        left: int,
        right: int,
        choices: str,
        strict: bool = True,
    ) -> None:
        if self.choices.get(choices):
            rule = {"validate": "list", "source": f"={_range(choices)}", "show_error": strict}
            sheet.data_validation(first, left, last, right, rule)

    def _rule_length(self, sheet: "Worksheet", first: int, last: int, at: int) -> None:
        rule = {
            "validate": "length",
            "criteria": "<=",
            "value": FINDING_CHARACTERS,
            "error_message": self.words(
                say("A finding has %(n)s characters at most.", n=FINDING_CHARACTERS)
            ),
        }
        sheet.data_validation(first, at, last, at, rule)

    def _rule_points(self, sheet: "Worksheet", row: int, grid: FileTable, line: GridRow) -> None:
        """Points from 0 to the maximum with one decimal, or a word for why there are none."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell, most = xl_rowcol_to_cell(row, 4), xl_rowcol_to_cell(row, 3, col_abs=True)
        rule = {
            "validate": "custom",
            "value": (
                f"=OR(AND(ISNUMBER({cell}),{cell}>=0,{cell}<={most},ROUND({cell},1)={cell}),"
                f"COUNTIF({_range('missing')},{cell})>0)"
            ),
            "error_message": self.words(
                say("Points from 0 to the maximum, with one decimal at most.")
            ),
        }
        sheet.data_validation(row, 4, row, max(4, len(grid.columns)), rule)

    def write_words(self) -> None:
        """The words that are chosen from, with their codes, and the municipalities."""
        sheet = self.book.add_worksheet(self.words(TABLE_NAMES[WORDS]))
        sheet.write_string(0, 0, MARK + WORDS)
        for at, name in enumerate(("set", "word", "code"), 1):
            sheet.write_string(0, at, name)
        row = 1
        for name, of in self.choices.items():
            for word, code in of:
                for at, text in enumerate((name, word, code), 1):
                    sheet.write_string(row, at, text)
                row += 1
            self._name(sheet.get_name(), _range(name), row - len(of), row - 1, 2)
        for below, municipality in enumerate(self.municipalities):
            sheet.write_string(below, 5, municipality)
        self._name(sheet.get_name(), _MUNICIPALITIES, 0, len(self.municipalities) - 1, 5)
        sheet.hide()

    def _name(self, sheet: str, name: str, first: int, last: int, at: int) -> None:
        from xlsxwriter.utility import xl_range_abs

        if last >= first:
            self.book.define_name(name, f"='{sheet}'!{xl_range_abs(first, at, last, at)}")


def _range(choices: str) -> str:
    return "kompass_" + choices.replace("-", "_")


class _Sums:
    """The sums of a row of the scores: of an area its questions, of all the areas, and shares."""

    def __init__(self, writer: _Writer, sheet: "Worksheet", grid: FileTable, row: int) -> None:
        self.writer, self.sheet, self.grid, self.row = writer, sheet, grid, row

    def write(self, line: GridRow) -> None:
        for at, column in enumerate(self.grid.columns, 1):
            if column.key.startswith("score:") and line.kind is not RowKind.QUESTION:
                self._sum(at, line)
            elif column.key.startswith("share:"):
                self._share(at)

    def _sum(self, at: int, line: GridRow) -> None:
        from xlsxwriter.utility import xl_rowcol_to_cell

        cells = [xl_rowcol_to_cell(self.row + offset, at) for offset in self._parts(line)]
        style = self.writer._format(bold=True, bg_color="#E8EDF3", num_format="0.0", valign="top")
        if not cells:
            return
        parts = f"{cells[0]}:{cells[-1]}" if line.kind is RowKind.AREA else ",".join(cells)
        formula = f'=IF(COUNT({parts})=0,"",SUM({parts}))'
        self.sheet.write_formula(self.row, at, formula, style, self._worked_out(at, line))

    def _parts(self, line: GridRow) -> list[int]:
        """How far below (or above) the rows lie that add up."""
        rows = self.grid.rows
        here = next(n for n, row in enumerate(rows) if row is line)
        if line.kind is RowKind.TOTAL:
            return [n - here for n, row in enumerate(rows) if row.kind is RowKind.AREA]
        below = []
        for n in range(here + 1, len(rows)):
            if rows[n].kind is not RowKind.QUESTION:
                break
            below.append(n - here)
        return below

    def _worked_out(self, at: int, line: GridRow) -> float | str:
        key = self.grid.columns[at - 1].key
        rows = self.grid.rows
        here = next(n for n, row in enumerate(rows) if row is line)
        if line.kind is RowKind.AREA:
            own = [rows[here + offset] for offset in self._parts(line)]
        else:
            own = [row for row in rows if row.kind is RowKind.QUESTION]
        points = [value for row in own if isinstance(value := row.values.get(key), Decimal)]
        return float(sum(points, Decimal(0))) if points else ""

    def _share(self, at: int) -> None:
        from xlsxwriter.utility import xl_rowcol_to_cell

        points, most = xl_rowcol_to_cell(self.row, at - 1), xl_rowcol_to_cell(self.row, 3)
        formula = f'=IF(ISNUMBER({points}),{points}/{most},"")'
        style = self.writer._format(num_format="0 %", font_color="#5A6572", valign="top")
        self.sheet.write_formula(self.row, at, formula, style, "")
