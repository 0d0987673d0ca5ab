"""Texts, and tables kept as text: their encoding and delimiter are found, their values are not."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

from app.bounds import (
    CELL_CHARACTERS,
    LINE_CHARACTERS,
    READ_CELLS,
    READ_COLUMNS,
    READ_ROWS,
    ROW_LINES,
)
from app.domain.message import say
from app.publishing.importing.refusal import DIVIDE, refused
from app.publishing.importing.tables import Sheet, SheetCell
from app.publishing.workbook.fields import MARK

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""What a text begins with where it says its encoding; the longer ones come first."""

_NAMES = {"utf-8": "UTF-8", "cp1252": "Windows-1252"}
_EXPECTED = frozenset(
    "æøåäöÆØÅÄÖéÉèÈêÊëËóÓòÒôÔüÜáÁàÀâÂíÍïÏçÇñÑšŠžŽðÐþÞ\xa0«»“”‘’„–—…•·§°±²³½¼¾×÷−€£©®´¨ªº¹¶"
)
"""Letters and signs beyond ASCII that stand in texts of these countries."""
_OTHERS = ["cp1252", "cp865", "cp850", "mac_roman", "iso8859_10", "iso8859_4"]
_SAMPLE = 100_000
_DELIMITERS = (";", "\t", ",")
_LINE_END = re.compile(r"\r\n|\r|\n")
_OUR_KEY = re.compile(rf'"?{MARK}[^"{"".join(_DELIMITERS)}\r\n]*"?([{"".join(_DELIMITERS)}])')
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE_ROWS = 60

SAVE_AS_UTF_8 = say("Save it as UTF-8, or as an Excel workbook (.xlsx), and bring that in.")
TOO_MANY_CELLS = say("The file has more rows, columns or cells than are read.")


def decoded(name: str, content: bytes) -> tuple[str, str]:
    """A text and the name of its encoding: what it says itself, else UTF-8, else what fits.

    Raises:
        RejectedError: it is no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(name, content[len(mark) :], encoding), _called(encoding)
    if b"\x00" in content:
        raise refused(name, say("The file is no text: it holds NUL characters."), SAVE_AS_UTF_8)
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        encoding = _fitting(content)
        return _strictly(name, content, encoding), _called(encoding)


def _strictly(name: str, content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        problem = say("The file’s encoding cannot be told.")
        raise refused(name, problem, SAVE_AS_UTF_8) from None
    if "\x00" in text:
        raise refused(name, say("The file is no text: it holds NUL characters."), SAVE_AS_UTF_8)
    return text


def _called(encoding: str) -> str:
    return _NAMES.get(encoding, encoding.upper())


def _fitting(content: bytes) -> str:
    """The encoding of a text that does not say it. Windows-1252 where that gives letters that are
    used here; else what looks most like a language."""
    beyond = bytes(sorted({byte for byte in content if byte > 127}))
    try:
        if _EXPECTED.issuperset(beyond.decode("cp1252")):
            return "cp1252"
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes  # seldom needed, and slow to load

    best = from_bytes(content[:_SAMPLE], cp_isolation=_OTHERS).best()
    return "cp1252" if best is None else best.encoding


def lines_of(name: str, text: str) -> tuple[str, ...]:
    """The lines of a running text.

    Raises:
        RejectedError: there are more, or one is longer, than is read.
    """
    lines = tuple(_LINE_END.split(text))
    if len(lines) > READ_ROWS:
        raise refused(name, TOO_MANY_CELLS, DIVIDE)
    for number, line in enumerate(lines, 1):
        if len(line) > CELL_CHARACTERS:
            raise refused(name, say("A line is longer than is read."), DIVIDE, line=number)
    return lines


def running_text(name: str, text: str) -> Sheet:
    """A text as a sheet whose rows are its lines."""
    lines = lines_of(name, text)
    cells = {
        (n, 1): SheetCell(line, line, line=n) for n, line in enumerate(lines, 1) if line.strip()
    }
    return Sheet("", cells, lines=lines)


def table(name: str, text: str, sheet: str = "", preferred: str = "") -> tuple[Sheet, str]:
    """A table kept as text, and its delimiter.

    Raises:
        RejectedError: its quotes do not close, or it is larger than is read.
    """
    declared = _SEPARATOR_LINE.match(text[:8])
    first = 2 if declared else 1
    body = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared else preferred or _of_our_own(body) or _delimiter(body)
    cells: dict[tuple[int, int], SheetCell] = {}
    most = READ_ROWS if _of_our_own(body) else ROW_LINES
    for row, (line, values) in enumerate(_rows(name, sheet, body, delimiter, first, most), 1):
        if len(values) > READ_COLUMNS or row > READ_ROWS:
            raise refused(name, TOO_MANY_CELLS, DIVIDE, sheet, line)
        for column, value in enumerate(values, 1):
            if len(value) > CELL_CHARACTERS:
                problem = say("A cell holds more than %(n)s characters.", n=CELL_CHARACTERS)
                raise refused(name, problem, None, sheet, line)
            if value:
                cells[row, column] = SheetCell(value, value, line=line)
        if len(cells) > READ_CELLS:
            raise refused(name, TOO_MANY_CELLS, DIVIDE, sheet, line)
    return Sheet(sheet, cells), delimiter


def _rows(
    name: str, sheet: str, text: str, delimiter: str, first: int, most: int
) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins on. A row is a line, unless quotes hold line ends:
    then it has `most` lines."""
    fed = _Fed(name, sheet, text, first, most)
    reader = csv.reader(fed, delimiter=delimiter, strict=True)
    while True:
        fed.since_row = 0
        begins = fed.line + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field larger" in str(error):
                problem = say("A cell holds more than %(n)s characters.", n=CELL_CHARACTERS)
                raise refused(name, problem, None, sheet, begins) from None
            problem = say("The quotation marks of a cell do not close.")
            mend = say("Write a quotation mark inside a cell twice.")
            raise refused(name, problem, mend, sheet, begins) from None
        yield begins, values


class _Fed:
    """Gives a text line by line, and counts: a row may not go on for ever."""

    def __init__(self, name: str, sheet: str, text: str, first: int, most: int) -> None:
        self.name, self.sheet, self.text, self.most = name, sheet, text, most
        self.line = first - 1
        self.since_row = 0
        self._at = 0

    def __iter__(self) -> "_Fed":
        return self

    def __next__(self) -> str:
        if self._at >= len(self.text):
            raise StopIteration
        found = _LINE_END.search(self.text, self._at)
        end = found.end() if found else len(self.text)
        begins, self._at = self._at, end
        self.line += 1
        self.since_row += 1
        if end - begins > LINE_CHARACTERS or self.since_row > self.most:
            problem = say("A row is longer than is read. Perhaps its quotation marks do not close.")
            raise refused(self.name, problem, DIVIDE, self.sheet, self.line)
        return self.text[begins:end]


def _of_our_own(text: str) -> str:
    """The delimiter of a table of ours, which stands behind the key it begins with. Texts of many
    lines have more commas than a table has cells. Empty where the table is somebody else's."""
    begun = _OUR_KEY.match(text[:_SAMPLE])
    return begun[1] if begun else ""


def _delimiter(text: str) -> str:
    """The sign that divides most rows into equally many cells. A decimal comma does so in some."""
    lines = text[:_SAMPLE].splitlines()[:_SAMPLE_ROWS]

    def regularity(delimiter: str) -> tuple[int, int]:
        try:
            counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        except csv.Error:
            return 0, 0
        several = [(rows, cells) for cells, rows in counts.items() if cells > 1]
        return max(several, default=(0, 0))

    return max(_DELIMITERS, key=regularity)
