"""Rows that are an item each: findings, gold stars, texts, and what the source states."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from app.domain.language import LANGUAGES
from app.domain.message import Message, say
from app.domain.plain_text import plain
from app.publishing.evaluation_file import LISTS
from app.publishing.faults import Way
from app.publishing.importing.own_tables import OwnRow, OwnTable, Reader
from app.publishing.importing.tables import SheetCell
from app.publishing.importing.understanding import PlaceInFile
from app.publishing.workbook.fields import (
    FINDINGS,
    IN_PARAGRAPHS,
    LANGUAGE,
    LIST_FIELDS,
    LIST_NAMES,
    OF_QUESTIONS,
    TEXTS,
    UNOFFICIAL,
    FieldForm,
    TableField,
    TextKind,
)

_NO_AREA: Final = say("The area is missing, or is no number from 1 to 8.")
_NO_KIND: Final = say("The kind is missing, or is none of those that may be chosen.")
_ONE_TEXT: Final = say("Write all its paragraphs in one cell, and each language once.")


class Drafted(Protocol):
    """What rows are added to."""

    document: dict[str, Any]
    places: dict[Way, PlaceInFile]

    def put(self, way: Way, value: Any, place: PlaceInFile) -> None: ...

    def area(self, no: int) -> dict[str, Any]: ...

    def question(self, code: str, place: PlaceInFile) -> tuple[Way, dict[str, Any]] | None: ...


class OwnLists:
    """Adds rows to the evaluations that they are of."""

    def __init__(
        self,
        read: Reader,
        fault: Callable[[PlaceInFile, Message, Message | None], None],
        seen: Callable[[Any, PlaceInFile, SheetCell, Message, Way, Any], None],
    ) -> None:
        self.read, self.fault, self.seen = read, fault, seen
        self._mixed: set[tuple[int, str]] = set()

    def add(self, table: OwnTable, row: OwnRow, draft: Drafted) -> None:
        """Adds a row."""
        if table.kind == FINDINGS:
            self._add_finding(table, row, draft)
        elif table.kind == TEXTS:
            self._add_text(table, row, draft)
        else:
            self._add_item(table, row, draft, LIST_NAMES[table.kind])

    def _values(self, table: OwnTable, row: OwnRow) -> dict[str, Any]:
        """The values of a row by key; a text in languages is an object of them."""
        found: dict[str, Any] = {}
        for own in LIST_FIELDS[table.kind]:
            if own.kind is FieldForm.LOCAL:
                found[own.key] = self._local(table, row, own)
            elif (cell := row.cells.get(own.key)) is not None and cell.raw.strip():
                found[own.key] = self.read.value(cell, own.kind, own.choices)
        return {key: value for key, value in found.items() if value is not None}

    def _local(self, table: OwnTable, row: OwnRow, own: TableField) -> Any:
        texts: dict[str, str] = {}
        for language in LANGUAGES:
            cell = row.cells.get(f"{own.key}:{language}")
            if cell is not None and cell.raw.strip():
                texts[language] = self.read.text(cell)
        alone = row.cells.get(own.key)
        if alone is not None and alone.raw.strip():
            said = self._language(table, row) or next(iter(LANGUAGES))
            texts[said] = self.read.text(alone)
        unofficial = row.cells.get(f"{own.key}:{UNOFFICIAL}")
        if unofficial is None or not unofficial.raw.strip():
            return texts or None
        named = [name.strip() for name in self.read.text(unofficial).split(",")]
        return {"texts": texts, UNOFFICIAL: named}

    def _language(self, table: OwnTable, row: OwnRow) -> str | None:
        cell = row.cells.get(LANGUAGE)
        code = self.read.choice(self.read.text(cell), "language") if cell else ""
        if code in LANGUAGES:
            return str(code)
        problem = say("The language is missing, or is none of those that may be chosen.")
        self.fault(table.place(row.number, LANGUAGE), problem, None)
        return None

    def _note_cells(self, table: OwnTable, row: OwnRow, draft: Drafted, way: Way) -> None:
        for own in LIST_FIELDS[table.kind]:
            for key, cell in row.cells.items():
                if key.partition(":")[0] == own.key and cell.raw.strip():
                    place = table.place(row.number, key)
                    at = (*way, *own.way)
                    draft.places.setdefault(at, place)
                    self.seen(draft, place, cell, own.label, at, self.read.text(cell))

    def _add_finding(self, table: OwnTable, row: OwnRow, draft: Drafted) -> None:
        values = self._values(table, row)
        no, kind = values.get("area"), values.get("kind")
        if not isinstance(no, int) or not 1 <= no <= 8:
            self.fault(table.place(row.number, "area"), _NO_AREA, None)
            return
        if kind not in tuple(LISTS):
            self.fault(table.place(row.number, "kind"), _NO_KIND, None)
            return
        language = self._language(table, row)
        if language is None:
            return
        told = draft.area(no).setdefault("findings", {LANGUAGE: language})
        if told[LANGUAGE] != language and (id(told), language) not in self._mixed:
            self._mixed.add((id(told), language))
            problem = say("The findings of one area are in one language.")
            self.fault(table.place(row.number, LANGUAGE), problem, None)
        texts = told.setdefault(LISTS[kind], [])
        way: Way = ("areas", no - 1, "findings", LISTS[kind], len(texts))
        place = table.place(row.number, "text")
        texts.append("")
        draft.put(way, values.get("text", ""), place)
        if (cell := row.cells.get("text")) is not None:
            self.seen(draft, place, cell, say("Finding"), way, values.get("text", ""))

    def _add_text(self, table: OwnTable, row: OwnRow, draft: Drafted) -> None:
        values = self._values(table, row)
        kind = values.get("kind")
        if kind in IN_PARAGRAPHS and "text" in values:
            values["text"] = _in_paragraphs(values["text"])
        if kind in OF_QUESTIONS or kind == TextKind.RECONSTRUCTED:
            self._add_to_question(table, row, draft, values)
        elif kind in IN_PARAGRAPHS:
            self._add_languages(table, row, draft, (kind,), draft.document.get(kind), values)
        elif kind == TextKind.NOTE:
            notes = draft.document.setdefault("notes", [])
            notes.append({})
            way: Way = ("notes", len(notes) - 1)
            draft.put(way, values.get("text", {}), table.place(row.number, _first(row, "text")))
        elif kind is None:
            self.fault(table.place(row.number, "kind"), _NO_KIND, None)
        else:
            self._add_item(table, row, draft, "discrepancies", {"measure": None})

    def _add_to_question(
        self, table: OwnTable, row: OwnRow, draft: Drafted, values: Mapping[str, Any]
    ) -> None:
        place = table.place(row.number, "question")
        found = draft.question(str(values.get("question", "")), place)
        if found is None:
            self.fault(place, say("The question is missing, or is none of the method."), None)
            return
        way, said = found
        if values["kind"] == TextKind.RECONSTRUCTED:
            if "text" in values:
                at = table.place(row.number, _first(row, "text"))
                problem = say("A row of this kind has no text of its own.")
                self.fault(at, problem, say("Make a note to the question of it."))
            draft.put((*way, "reconstructed"), True, place)
        else:
            name = OF_QUESTIONS[values["kind"]]
            self._add_languages(table, row, draft, (*way, name), said.get(name), values)

    def _add_languages(
        self,
        table: OwnTable,
        row: OwnRow,
        draft: Drafted,
        way: Way,
        before: Any,
        values: Mapping[str, Any],
    ) -> None:
        """Puts a text of which there is one alone. Its languages may stand in a row each."""
        place = table.place(row.number, _first(row, "text"))
        found = values.get("text", {})
        if before is None:
            draft.put(way, found, place)
            return
        old, new = _texts(before), _texts(found)
        if set(old) & set(new) or not new:
            self.fault(place, say("This text stands in the table twice."), _ONE_TEXT)
            return
        unofficial = [*_unofficial(before), *_unofficial(found)]
        both = {**old, **new}
        draft.put(way, {"texts": both, UNOFFICIAL: unofficial} if unofficial else both, place)

    def _add_item(
        self,
        table: OwnTable,
        row: OwnRow,
        draft: Drafted,
        name: str,
        always: Mapping[str, Any] | None = None,
    ) -> None:
        """Adds an item to a list of the document, its values at the ends of their ways."""
        found: dict[str, Any] = dict(always or {})
        listed = draft.document.setdefault(name, [])
        way: Way = (name, len(listed))
        values = self._values(table, row)
        for own in LIST_FIELDS[table.kind]:
            value = values.get(own.key)
            if value is not None:
                at = found
                for step in own.way[:-1]:
                    at = at.setdefault(step, {})
                at[own.way[-1]] = value
        source = found.get("source")
        if isinstance(source, dict):
            source.setdefault("url", None)
        listed.append(found)
        first = next(iter(row.cells))
        draft.places[way] = table.place(row.number, first)
        self._note_cells(table, row, draft, way)


def _texts(text: Any) -> dict[str, str]:
    """The languages of a text, as a document has it."""
    found: dict[str, str] = text["texts"] if UNOFFICIAL in text else text
    return found


def _unofficial(text: Any) -> list[str]:
    return [*text.get(UNOFFICIAL, ())]


def _in_paragraphs(text: Any) -> Any:
    """A text as documents have it, whatever space stands around its lines in the cell."""
    clean = {language: plain(written) for language, written in _texts(text).items()}
    return {"texts": clean, UNOFFICIAL: _unofficial(text)} if UNOFFICIAL in text else clean


def _first(row: OwnRow, key: str) -> str:
    """The first column of a text that something stands in."""
    return next((own for own in row.cells if own.partition(":")[0] == key), key)
