"""The parts of an Excel workbook, element by element: relations, styles, texts and cells."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from app.bounds import (
    CELL_CHARACTERS,
    READ_CELLS,
    READ_CHARACTERS,
    READ_COLUMNS,
    READ_ELEMENTS,
    READ_MERGED,
    READ_ROWS,
)
from app.domain.message import Message, say
from app.publishing.importing.refusal import DIVIDE
from app.publishing.importing.tables import CellValue, Merged, SheetCell
from app.publishing.importing.texts import TOO_MANY_CELLS

_LONGEST_TEXT = CELL_CHARACTERS * 4
"""As written: one character may be written as `_x0001_`."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


class PartStop(Exception):
    """A bound has been reached."""

    def __init__(self, problem: Message, mend: Message | None = None) -> None:
        super().__init__()
        self.problem, self.mend = problem, mend


@dataclass(slots=True)
class PartLimits:
    """What may still be read, all parts together."""

    elements: int = READ_ELEMENTS
    cells: int = READ_CELLS
    characters: int = READ_CHARACTERS
    merged: int = READ_MERGED


@dataclass(slots=True)
class WorkbookPart:
    """What the parts before the sheets say."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    """Name, relation, and whether it is hidden."""
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    """By style."""
    epoch: datetime = WINDOWS_EPOCH


class PartHandler(ContentHandler):
    """Goes through the elements of a part; names come without their namespace."""

    def __init__(self, limits: PartLimits) -> None:
        super().__init__()
        self.limits = limits
        self.text: list[str] | None = None
        self._length = 0

    def begin(self, name: str, said: AttributesImpl) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def gather(self) -> None:
        """From here on text is kept, until it is taken."""
        self.text, self._length = [], 0

    def taken(self) -> str:
        text = "".join(self.text or ())
        self.text = None
        return text

    def done(self) -> None:
        self.text = None

    # names as xml.sax has them
    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.limits.elements -= 1
        if self.limits.elements < 0:
            raise PartStop(TOO_MANY_CELLS, DIVIDE)
        self.begin(name.rpartition(":")[2], attrs)

    def endElement(self, name: str) -> None:  # noqa: N802
        self.end(name.rpartition(":")[2])

    def characters(self, content: str) -> None:
        if self.text is None:
            return
        self._length += len(content)
        if self._length > _LONGEST_TEXT:
            raise PartStop(say("A cell holds more than %(n)s characters.", n=CELL_CHARACTERS))
        self.text.append(content)


class RelationsHandler(PartHandler):
    """Which part stands for what. What leads out of the file is not followed."""

    def __init__(self, limits: PartLimits, folder: str) -> None:
        super().__init__(limits)
        self.folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def begin(self, name: str, said: AttributesImpl) -> None:
        if name == "Relationship" and said.get("TargetMode") != "External":
            target = said.get("Target", "")
            inside = target.lstrip("/") if target.startswith("/") else f"{self.folder}/{target}"
            part = posixpath.normpath(inside).lstrip("/")
            self.found[said.get("Id", "")] = (said.get("Type", ""), part)


class BookHandler(PartHandler):
    """Which sheets there are, and from which day days are counted."""

    def __init__(self, book: WorkbookPart, limits: PartLimits) -> None:
        super().__init__(limits)
        self.book = book

    def begin(self, name: str, said: AttributesImpl) -> None:
        if name == "workbookPr" and said.get("date1904") in ("1", "true"):
            self.book.epoch = MAC_EPOCH
        elif name == "sheet":
            relation = next((v for k, v in said.items() if k.endswith(":id")), "")
            hidden = said.get("state", "visible") != "visible"
            self.book.sheets.append((said.get("name", ""), relation, hidden))


class StylesHandler(PartHandler):
    """The number format of every style that cells may have."""

    def __init__(self, book: WorkbookPart, limits: PartLimits) -> None:
        super().__init__(limits)
        self.book = book
        self._own: dict[int, str] = {}
        self._of_cells = False

    def begin(self, name: str, said: AttributesImpl) -> None:
        if name == "numFmt":
            self._own[int(said["numFmtId"])] = said.get("formatCode", "")
        elif name == "cellXfs":
            self._of_cells = True
        elif name == "xf" and self._of_cells:
            number = int(said.get("numFmtId", "0"))
            self.book.formats.append(self._own.get(number) or BUILTIN_FORMATS.get(number, ""))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._of_cells = False


class StringsHandler(PartHandler):
    """The texts that cells point to. How a word is to be pronounced is no part of it."""

    def __init__(self, book: WorkbookPart, limits: PartLimits) -> None:
        super().__init__(limits)
        self.book = book
        self._parts: list[str] = []
        self._aside = False

    def begin(self, name: str, said: AttributesImpl) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._aside = True
        elif name == "t" and not self._aside:
            self.gather()

    def end(self, name: str) -> None:
        if name == "rPh":
            self._aside = False
        elif name == "t" and not self._aside:
            self._parts.append(self.taken())
        elif name == "si":
            self.book.strings.append(_unescaped("".join(self._parts)))
            if len(self.book.strings) > READ_CELLS:
                raise PartStop(TOO_MANY_CELLS, DIVIDE)


class SheetHandler(PartHandler):
    """The cells of a sheet, and which of them are merged."""

    def __init__(self, book: WorkbookPart, limits: PartLimits) -> None:
        super().__init__(limits)
        self.book = book
        self.found: dict[tuple[int, int], SheetCell] = {}
        self.merged: list[Merged] = []
        self._row = self._column = 0
        self._kind = self._style = ""
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: list[str] = []
        self._aside = False
        self._known: dict[tuple[str, str, str], SheetCell] = {}

    def begin(self, name: str, said: AttributesImpl) -> None:
        match name:
            case "row":
                self._row = int(said.get("r", str(self._row + 1)))
                self._column = 0
            case "c":
                self._begin_cell(said)
            case "v" | "f":
                self.gather()
            case "t" if self._kind == "inlineStr" and not self._aside:
                self.gather()
            case "rPh":
                self._aside = True
            case "mergeCell":
                self._merge(said.get("ref", ""))

    def end(self, name: str) -> None:
        match name:
            case "v":
                self._value = self.taken()
            case "f":
                self._formula = "=" + self.taken()
            case "t" if self._kind == "inlineStr" and not self._aside:
                self._inline.append(self.taken())
            case "rPh":
                self._aside = False
            case "c":
                self._end_cell()

    def _begin_cell(self, said: AttributesImpl) -> None:
        if place := said.get("r"):
            self._row, self._column = coordinate_to_tuple(place)
        else:
            self._column += 1
        self._kind, self._style = said.get("t", "n"), said.get("s", "0")
        self._value = self._formula = None
        self._inline = []

    def _end_cell(self) -> None:
        kind, self._kind = self._kind, ""
        written = self._value
        if kind == "inlineStr":
            written = _unescaped("".join(self._inline))
        if not written and self._formula is None:
            return
        self.limits.cells -= 1
        outside = self._row > READ_ROWS or self._column > READ_COLUMNS
        if self.limits.cells < 0 or outside:
            raise PartStop(TOO_MANY_CELLS, DIVIDE)
        cell = self._cell(kind, written or "")
        self.limits.characters -= len(cell.raw)
        if self.limits.characters < 0:
            raise PartStop(TOO_MANY_CELLS, DIVIDE)
        self.found[self._row, self._column] = cell

    def _cell(self, kind: str, written: str) -> SheetCell:
        """Cells that say the same are one object: many thousand may say 0."""
        key = (kind, self._style, written)
        if self._formula is None and key in self._known:
            return self._known[key]
        format = self.book.formats[int(self._style)] if self.book.formats else ""
        raw, value = self._read(kind, written, format)
        if self._formula is not None:
            return SheetCell(raw, value, format, self._formula)
        return self._known.setdefault(key, SheetCell(raw, value, format))

    def _read(self, kind: str, written: str, format: str) -> tuple[str, CellValue]:
        """What a cell of a kind holds, as text and as a value."""
        readers: Mapping[str, Callable[[], tuple[str, CellValue]]] = {
            "n": lambda: self._number(written, format),
            "s": lambda: _same(self.book.strings[int(written)]),
            "b": lambda: (written, written.strip() in ("1", "true")),
            "e": lambda: (written, None),
            "d": lambda: (written, datetime.fromisoformat(written)),
            "inlineStr": lambda: _same(written),
            "str": lambda: _same(_unescaped(written)),
        }
        if not written:
            return "", None
        return readers[kind]()

    def _number(self, written: str, format: str) -> tuple[str, CellValue]:
        """A number with the fewest digits that are the same number, or the moment it stands for."""
        number = float(written)
        if format and is_date_format(format):
            try:
                moment = from_excel(number, self.book.epoch, is_timedelta_format(format))
            except (OverflowError, ValueError):
                moment = None
            if isinstance(moment, datetime) and moment.time() == time():
                moment = moment.date()
            if moment is not None:
                return str(moment), moment
        exact = Decimal(repr(number))
        if not exact.is_finite():
            raise ValueError(written)
        plain = exact.to_integral() if exact == exact.to_integral() else exact
        return format_number(plain), plain

    def _merge(self, reference: str) -> None:
        self.limits.merged -= 1
        if self.limits.merged < 0:
            raise PartStop(say("The workbook has too many merged cells."), DIVIDE)
        left, top, right, bottom = range_boundaries(reference)
        if left and top and right and bottom:
            self.merged.append((top, left, bottom, right))


def format_number(number: Decimal) -> str:
    """The digits of a number, never as a power of ten."""
    return f"{number:f}"


def _same(text: str) -> tuple[str, str]:
    return text, text


def _unescaped(text: str) -> str:
    """`_x000A_` is how a workbook writes a character that XML cannot hold."""

    def character(found: re.Match[str]) -> str:
        number = int(found[1], 16)
        return found[0] if number in _SURROGATES else chr(number)

    return _ESCAPED.sub(character, text) if "_x" in text else text
