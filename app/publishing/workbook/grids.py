"""Evaluations as tables, before they are a workbook or CSV: rows of keys, labels and values."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, Final, TypeAlias

from app.domain.language import LANGUAGES
from app.domain.message import Say, say
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.publishing.evaluation_file import LISTS
from app.publishing.workbook.fields import (
    CHOICE_WORDS,
    CHOICES,
    COMPARISONS,
    EVALUATION,
    FINDINGS,
    HEAD,
    HEAD_FIELDS,
    LANGUAGE,
    LIST_FIELDS,
    LIST_NAMES,
    OF_QUESTIONS,
    PLACINGS,
    SCORES,
    STARS,
    TABLE_NAMES,
    TEXTS,
    UNOFFICIAL,
    YES,
    FieldForm,
    TableField,
    TextKind,
)

FileDocument: TypeAlias = Mapping[str, Any]
GridValue: TypeAlias = "str | int | Decimal | None"

ALL_LANGUAGES: Final = tuple(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An evaluation's document, and what it is called in the tables."""

    label: str
    document: FileDocument


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its key, what it is called, and how its cells are filled in."""

    key: str
    label: str
    kind: FieldForm = FieldForm.TEXT
    choices: str = ""
    width: int = 14
    above: str = ""
    """What stands over the label, such as the evaluation."""


class RowKind(Enum):
    """What a row of the scores is."""

    PLAIN = "plain"
    AREA = "area"
    QUESTION = "question"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its key, and values by the keys of their columns."""

    key: str
    values: Mapping[str, GridValue]
    kind: RowKind = RowKind.PLAIN
    choices: str = ""
    """What may be chosen in the cells of the evaluations, where that goes by row."""
    cells: FieldForm = FieldForm.TEXT


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of our own files. `kind` is what `key` begins with: the scores of a version have the
    version behind it."""

    key: str
    kind: str
    name: str
    columns: Sequence[GridColumn]
    rows: Sequence[GridRow] = field(default_factory=tuple)


def grids(
    evaluations: Sequence[Labelled], instrument: Instrument, words: Say, simple: bool = False
) -> Iterator[FileTable]:
    """The tables of some evaluations. Simple ones hold a text in one language a row."""
    yield _head(evaluations, words)
    of_version: dict[str, list[Labelled]] = {}
    for one in evaluations:
        of_version.setdefault(one.document["method_version"], []).append(one)
    for version, those in of_version.items():
        yield _scores(instrument.versions[version], those, words)
    for kind in LIST_FIELDS:
        yield _list(kind, evaluations, words, simple)


def word_for(code: Any, words: Say) -> Any:
    """The word that a code is chosen by."""
    found = CHOICE_WORDS.get(code)
    return words(found) if found else code


def by_key(said_: Mapping[str, Any], way: Sequence[str]) -> Any:
    """The value at the end of a way; None where it stops before."""
    found: Any = said_
    for name in way:
        if not isinstance(found, Mapping):
            return None
        found = found.get(name)
    return found


def _head(evaluations: Sequence[Labelled], words: Say) -> FileTable:
    columns = [GridColumn("label", words(TABLE_NAMES[HEAD]), width=38)]
    columns += [GridColumn(f"of:{one.label}", one.label, width=44) for one in evaluations]
    rows = [
        GridRow(
            own.key,
            {"label": words(own.label)}
            | {f"of:{e.label}": _written(own, by_key(e.document, own.way)) for e in evaluations},
            choices=own.choices,
            cells=own.kind,
        )
        for own in HEAD_FIELDS
    ]
    return FileTable(HEAD, HEAD, words(TABLE_NAMES[HEAD]), columns, rows)


def _scores(version: MethodVersion, evaluations: Sequence[Labelled], words: Say) -> FileTable:
    columns = [
        GridColumn("no", words(say("No.")), FieldForm.CODE, width=7),
        GridColumn("label", words(say("Area or question")), width=58),
        GridColumn("max", words(say("Max")), width=8),
    ]
    several = len(evaluations) > 1
    for one in evaluations:
        above = one.label if several else ""
        if version.has_questions:
            columns.append(GridColumn(f"score:{one.label}", words(say("Score")), above=above))
            if not several:
                columns.append(GridColumn(f"share:{one.label}", "%", width=8))
        columns.append(GridColumn(f"stated:{one.label}", words(say("Printed")), above=above))
    rows: list[GridRow] = []
    for area in version.areas:
        rows += _rows_of_area(area, evaluations, words)
    total: dict[str, GridValue] = {"label": words(say("Total")), "max": version.max}
    total |= {f"stated:{one.label}": _figure(one.document, "total") for one in evaluations}
    rows.append(GridRow("total", total, RowKind.TOTAL))
    name = f"{words(TABLE_NAMES[SCORES])} {version.version}"
    return FileTable(f"{SCORES}:{version.version}", SCORES, name, columns, rows)


def _rows_of_area(
    area: AreaDefinition, evaluations: Sequence[Labelled], words: Say
) -> Iterator[GridRow]:
    told = {one.label: _area(one.document, area.no) for one in evaluations}
    values: dict[str, GridValue] = {
        "no": str(area.no),
        "label": words(area.name),
        "max": area.max,
    }
    printed = {f"stated:{label}": _figure(found, "stated") for label, found in told.items()}
    yield GridRow(f"area:{area.no}", values | printed, RowKind.AREA)
    scored = {
        label: {question["code"]: question for question in found.get("questions", ())}
        for label, found in told.items()
    }
    for question in area.questions:
        own: dict[str, GridValue] = {
            "no": question.code,
            "label": words(question.label),
            "max": question.max,
        }
        own |= {
            f"score:{label}": _figure(found.get(question.code, {}), "score")
            for label, found in scored.items()
        }
        yield GridRow(f"question:{question.code}", own, RowKind.QUESTION)


def _area(document: FileDocument, no: int) -> FileDocument:
    found = (area for area in document.get("areas", ()) if area["no"] == no)
    return next(found, {})


def _figure(told: FileDocument, name: str) -> GridValue:
    """Points, else why they are missing; that they were not found goes without saying."""
    points = told.get(name)
    if points is not None:
        return Decimal(str(points))
    missing = told.get("total_missing" if name == "total" else "missing")
    unsaid = name != "score" and missing == "not-found"
    return None if unsaid else missing


def _list(kind: str, evaluations: Sequence[Labelled], words: Say, simple: bool) -> FileTable:
    """A table with an item a row."""
    columns = [GridColumn(EVALUATION, words(say("Evaluation")), FieldForm.CODE, width=18)]
    for own in LIST_FIELDS[kind]:
        columns += _columns(own, words, simple)
    is_local = any(own.kind is FieldForm.LOCAL for own in LIST_FIELDS[kind])
    if simple and is_local:
        label = words(say("Language"))
        columns.append(GridColumn(LANGUAGE, label, choices="language", width=10))
    rows = [
        GridRow("", {EVALUATION: one.label} | _row(kind, item))
        for one in evaluations
        for item in _ITEMS[kind](one.document)
    ]
    return FileTable(kind, kind, words(TABLE_NAMES[kind]), columns, rows)


def _columns(own: TableField, words: Say, simple: bool) -> Iterator[GridColumn]:
    label = words(own.label)
    if own.kind is not FieldForm.LOCAL or simple:
        yield GridColumn(own.key, label, own.kind, own.choices, own.width)
        return
    for language in ALL_LANGUAGES:
        name = f"{label} ({LANGUAGES[language].name})"
        yield GridColumn(f"{own.key}:{language}", name, width=own.width)
    unofficial = words(say("Our own translation"))
    yield GridColumn(f"{own.key}:{UNOFFICIAL}", f"{label}: {unofficial}")


def _row(kind: str, item: Mapping[str, Any]) -> dict[str, GridValue]:
    found: dict[str, GridValue] = {}
    for own in LIST_FIELDS[kind]:
        value = by_key(item, own.way)
        if own.kind is not FieldForm.LOCAL:
            found[own.key] = _written(own, value)
        elif value is not None:
            texts = value["texts"] if set(value) == {"texts", UNOFFICIAL} else value
            found |= {f"{own.key}:{language}": text for language, text in texts.items()}
            if texts is not value:
                found[f"{own.key}:{UNOFFICIAL}"] = ", ".join(value[UNOFFICIAL])
    return found


def _written(own: TableField, value: Any) -> GridValue:
    """A value as it stands in a cell."""
    if value is None:
        return None
    if own.kind is FieldForm.YES:
        return YES if value else None
    if own.kind is FieldForm.NUMBERS:
        return ", ".join(map(str, value))
    return int(value) if own.kind is FieldForm.WHOLE else str(value)


def _findings(document: FileDocument) -> Iterator[Mapping[str, Any]]:
    for area in document.get("areas", ()):
        told = area.get("findings") or {}
        for kind, name in LISTS.items():
            for text in told.get(name, ()):
                yield {"area": area["no"], "kind": kind, LANGUAGE: told["lang"], "text": text}


def _texts(document: FileDocument) -> Iterator[Mapping[str, Any]]:
    for kind in (TextKind.PREFACE, TextKind.CLOSING):
        if document.get(kind) is not None:
            yield {"kind": kind, "text": document[kind]}
    for note in document.get("notes", ()):
        yield {"kind": TextKind.NOTE, "text": note}
    for area in document.get("areas", ()):
        for question in area.get("questions", ()):
            code = question["code"]
            if question.get("reconstructed"):
                yield {"kind": TextKind.RECONSTRUCTED, "question": code}
            for kind, name in OF_QUESTIONS.items():
                if question.get(name) is not None:
                    yield {"kind": kind, "question": code, "text": question[name]}
    yield from document.get("discrepancies", ())


def _listed(kind: str, document: FileDocument) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] = document.get(LIST_NAMES[kind], ())
    return found


_ITEMS: Final[Mapping[str, Callable[[FileDocument], Iterable[Mapping[str, Any]]]]] = {
    FINDINGS: _findings,
    TEXTS: _texts,
    STARS: partial(_listed, STARS),
    PLACINGS: partial(_listed, PLACINGS),
    COMPARISONS: partial(_listed, COMPARISONS),
}


def choice_words(words: Say) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Of every set of choices, the words with their codes."""
    return {name: [(str(word_for(c, words)), c) for c in codes] for name, codes in CHOICES.items()}
