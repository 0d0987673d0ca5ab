"""Excel workbooks, read part by part without ever building a tree: memory is bounded by what the
cells take. Nothing in them is run, fetched or worked out.

A formula and what it gave are seen together, so nobody takes the one for the other, and merged
ranges are there; openpyxl, which knows formats and dates, has no way of reading that in one pass.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Final
from xml.sax import SAXException

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from app.bounds import READ_SHEETS
from app.domain.message import Message, say
from app.publishing.importing.archives import PackedFile
from app.publishing.importing.refusal import (
    DIVIDE,
    SAVE_AS_WORKBOOK,
    SAVE_WITHOUT,
    refused,
)
from app.publishing.importing.sheet_parts import (
    BookHandler,
    PartHandler,
    PartLimits,
    PartStop,
    RelationsHandler,
    SheetHandler,
    StringsHandler,
    StylesHandler,
    WorkbookPart,
)
from app.publishing.importing.tables import Sheet

_CONTENT_TYPES = "[Content_Types].xml"
_ROOT_RELATIONS = "_rels/.rels"

NO_WORKBOOK: Final = say("The file is no Excel workbook.")
DAMAGED: Final = say("The workbook is damaged: a part of it cannot be read.")

_UNWANTED: Final[tuple[tuple[re.Pattern[str], Message], ...]] = (
    (
        re.compile(r"(^|/)vbaProject[^/]*\.bin$|(^|/)(macro|dialog)sheets/", re.IGNORECASE),
        say("The workbook holds macros."),
    ),
    (
        re.compile(r"(^|/)(externalLinks|queryTables)/|(^|/)connections\.xml$", re.IGNORECASE),
        say("The workbook fetches values from other files or addresses."),
    ),
    (
        re.compile(r"(^|/)(embeddings|activeX|ctrlProps)/", re.IGNORECASE),
        say("The workbook holds other files or controls within it."),
    ),
)
"""Parts that no evaluation needs. A workbook that has them is not read at all."""


def spreadsheet(archive: PackedFile) -> tuple[Sheet, ...]:
    """The sheets of a workbook.

    Raises:
        RejectedError: it is no workbook, is damaged, holds what is not read, or is too large.
    """
    if _CONTENT_TYPES not in archive:
        raise refused(archive.name, NO_WORKBOOK, SAVE_AS_WORKBOOK)
    for pattern, problem in _UNWANTED:
        if any(pattern.search(part) for part in archive.parts):
            raise refused(archive.name, problem, SAVE_WITHOUT)
    return _BookReader(archive).read()


class _BookReader:
    def __init__(self, archive: PackedFile) -> None:
        self.archive = archive
        self.limits = PartLimits()

    def read(self) -> tuple[Sheet, ...]:
        main = self._main_part()
        relations = self._relations(main)
        targets = {id: target for id, (_, target) in relations.items()}
        book = self._book(main, relations)
        if not book.sheets:
            raise refused(self.archive.name, NO_WORKBOOK, SAVE_AS_WORKBOOK)
        if len(book.sheets) > READ_SHEETS:
            raise refused(self.archive.name, say("The workbook has too many sheets."), DIVIDE)
        found = []
        for name, relation, hidden in book.sheets:
            part = targets.get(relation, "")
            kind = relations.get(relation, ("", ""))[0]
            if part not in self.archive or not kind.endswith("/worksheet"):
                continue
            cells = SheetHandler(book, self.limits)
            self._parse(part, cells, name)
            found.append(Sheet(name, cells.found, tuple(cells.merged), hidden))
        return tuple(found)

    def _main_part(self) -> str:
        if _ROOT_RELATIONS in self.archive:
            handler = RelationsHandler(self.limits, "")
            self._parse(_ROOT_RELATIONS, handler)
            for kind, target in handler.found.values():
                if kind.endswith("/officeDocument") and target in self.archive:
                    return target
        raise refused(self.archive.name, NO_WORKBOOK, SAVE_AS_WORKBOOK)

    def _relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self.archive:
            raise refused(self.archive.name, NO_WORKBOOK, SAVE_AS_WORKBOOK)
        handler = RelationsHandler(self.limits, folder)
        self._parse(relations, handler)
        return handler.found

    def _book(self, main: str, relations: Mapping[str, tuple[str, str]]) -> WorkbookPart:
        book = WorkbookPart()
        self._parse(main, BookHandler(book, self.limits))
        by_kind = {kind.rsplit("/", 1)[-1]: target for kind, target in relations.values()}
        if (styles := by_kind.get("styles", "")) in self.archive:
            self._parse(styles, StylesHandler(book, self.limits))
        if (strings := by_kind.get("sharedStrings", "")) in self.archive:
            self._parse(strings, StringsHandler(book, self.limits))
        return book

    def _parse(self, part: str, handler: "PartHandler", sheet: str = "") -> None:
        parser = make_parser()
        parser.forbid_dtd = True
        parser.setContentHandler(handler)
        name = self.archive.name
        try:
            for chunk in self.archive.chunks(part):
                parser.feed(chunk)
            parser.close()
        except PartStop as stop:
            raise refused(name, stop.problem, stop.mend, sheet) from None
        except DefusedXmlException:
            problem = say("The workbook holds definitions (DTD) that no workbook needs.")
            raise refused(name, problem, SAVE_AS_WORKBOOK, sheet) from None
        except (SAXException, ValueError, KeyError, IndexError, OverflowError, LookupError):
            raise refused(name, DAMAGED, SAVE_AS_WORKBOOK, sheet) from None
        finally:
            handler.done()
