"""Files as they come from anybody: known for what they are, then read within bounds or refused.

A refusal is one fault with its mend. It comes before the harm: size before reading, what a packed
file says of itself before unpacking, and what is really there while it is unpacked.
"""

from collections.abc import Callable, Mapping
from typing import Final
from unicodedata import category

from app.bounds import READ_CELLS, READ_SHEETS, UPLOAD_BYTES
from app.domain.message import Message, say
from app.publishing.importing.archives import PackedFile, opened
from app.publishing.importing.refusal import DIVIDE, SAVE_AS_WORKBOOK, refused
from app.publishing.importing.spreadsheets import spreadsheet
from app.publishing.importing.tables import Merged as Merged
from app.publishing.importing.tables import Sheet as Sheet
from app.publishing.importing.tables import SheetCell as SheetCell
from app.publishing.importing.tables import Workbook as Workbook
from app.publishing.importing.tables import address as address
from app.publishing.importing.texts import TOO_MANY_CELLS, decoded, running_text, table

ENDINGS: Final = (".xlsx", ".csv", ".tsv", ".txt", ".json", ".zip")
"""Of the files that are read."""

_LONGEST_NAME = 120
_MEGABYTE = 1_000_000
_PACKED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_OTHER_KINDS: Final[tuple[tuple[bytes, Message], ...]] = (
    (b"%PDF", say("The file is a PDF.")),
    (b"\x89PNG", say("The file is a picture.")),
    (b"\xff\xd8\xff", say("The file is a picture.")),
    (b"GIF8", say("The file is a picture.")),
    (b"\x1f\x8b", say("The file is packed.")),
    (b"7z\xbc\xaf", say("The file is packed.")),
    (b"Rar!", say("The file is packed.")),
    (b"{\\rtf", say("The file is a text with formatting.")),
    (b"<!DOCTYPE", say("The file is a web page.")),
    (b"<html", say("The file is a web page.")),
    (b"<?xml", say("The file is XML.")),
    (b"MZ", say("The file is a program.")),
    (b"\x7fELF", say("The file is a program.")),
)
"""What files begin with that are none of ours, whatever they are called."""

COPY_THE_TABLE: Final = say("Copy its table into an Excel workbook (.xlsx) and bring that in.")


def read_tables(name: str, content: bytes) -> Workbook:
    """A file as tables.

    Raises:
        RejectedError: it is no file that is read; the error carries one fault.
    """
    name = shown_name(name)
    check_size(name, len(content))
    if not content.strip():
        raise refused(name, say("The file is empty."))
    ending = "." + name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        problem = say("Files of this kind are not read: %(name)s.", name=name)
        mend = say("Bring in one of these: %(endings)s.", endings=ENDINGS)
        raise refused(name, problem, mend)
    _check_kind(name, ending, content)
    found = _READERS[ending](name, content)
    if not found.text and not any(sheet.cells for sheet in found.sheets):
        raise refused(name, say("The file is empty."))
    return found


def check_size(name: str, size: int) -> None:
    """Refuses a file by its size, so that it need not be read.

    Raises:
        RejectedError: it is larger than is read.
    """
    if size > UPLOAD_BYTES:
        problem = say(
            "The file is %(size)s MB; no more than %(most)s MB are read.",
            size=-(-size // _MEGABYTE),
            most=UPLOAD_BYTES // _MEGABYTE,
        )
        raise refused(name, problem, DIVIDE)


def shown_name(name: str) -> str:
    """A file's name as it is told: without folders, and without what is not seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if not category(letter).startswith("C"))
    return seen.strip()[-_LONGEST_NAME:] or "-"


def _check_kind(name: str, ending: str, content: bytes) -> None:
    """The content has to be what the name says."""
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED_PACKAGE in content:
            problem = say("The file is locked with a password.")
            raise refused(name, problem, say("Save it without a password and bring that in."))
        raise refused(name, say("The file is of an old kind (.xls, .doc)."), SAVE_AS_WORKBOOK)
    head = content[:64].lstrip()
    for mark, problem in _OTHER_KINDS:
        if head.lower().startswith(mark.lower()):
            raise refused(name, problem, COPY_THE_TABLE)
    packed, wants_packed = content.startswith(_PACKED), ending in (".xlsx", ".zip")
    if packed and not wants_packed:
        problem = say("The file is packed, and no text as its name says.")
        raise refused(name, problem, say("Give it the ending .xlsx if it is a workbook."))
    if wants_packed and not packed:
        problem = say("The file is not what its name says: it is no workbook.")
        raise refused(name, problem, SAVE_AS_WORKBOOK)


def _workbook(name: str, content: bytes) -> Workbook:
    with opened(name, content) as archive:
        return Workbook(name, spreadsheet(archive), {"kind": "xlsx"})


def _table(name: str, content: bytes) -> Workbook:
    text, encoding = decoded(name, content)
    preferred = "\t" if name.lower().endswith(".tsv") else ""
    sheet, delimiter = table(name, text, preferred=preferred)
    return Workbook(name, (sheet,), {"kind": "csv", "encoding": encoding, "delimiter": delimiter})


def _running_text(name: str, content: bytes) -> Workbook:
    text, encoding = decoded(name, content)
    sheet = running_text(name, text)
    return Workbook(name, (sheet,), {"kind": "text", "encoding": encoding}, text)


def _document(name: str, content: bytes) -> Workbook:
    text, encoding = decoded(name, content)
    return Workbook(name, (), {"kind": "json", "encoding": encoding}, text)


def _tables(name: str, content: bytes) -> Workbook:
    """CSV tables that were packed together, each of them a sheet."""
    with opened(name, content) as archive:
        parts = [part for part in archive.parts if part.lower().endswith((".csv", ".tsv"))]
        if not parts:
            problem = say("There is no table (.csv) in the file.")
            raise refused(name, problem, SAVE_AS_WORKBOOK)
        if len(parts) > READ_SHEETS:
            raise refused(name, say("The workbook has too many sheets."), DIVIDE)
        return Workbook(name, tuple(_each_table(name, archive, parts)), {"kind": "zip"})


def _each_table(name: str, archive: PackedFile, parts: list[str]) -> list[Sheet]:
    found: list[Sheet] = []
    for part in parts:
        text, _ = decoded(name, archive.read(part, UPLOAD_BYTES))
        sheet, _ = table(name, text, shown_name(part).rpartition(".")[0])
        found.append(sheet)
        if sum(len(one.cells) for one in found) > READ_CELLS:
            raise refused(name, TOO_MANY_CELLS, DIVIDE)
    return found


_READERS: Final[Mapping[str, Callable[[str, bytes], Workbook]]] = {
    ".xlsx": _workbook,
    ".csv": _table,
    ".tsv": _table,
    ".txt": _running_text,
    ".json": _document,
    ".zip": _tables,
}
