"""What was understood of a file, on the terminal: lines for people, data for programs."""

from collections.abc import Mapping
from typing import Any

from app.commands.outcome import CommandOutcome, in_words
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.understanding import Question, ReadCell, Understanding


def tell_understanding(
    found: Understanding, known: KnownBefore, out: CommandOutcome, *, cells: bool
) -> None:
    """What a file was taken for, and what has to be asked."""
    facts = "".join(f", {name}: {value}" for name, value in sorted(found.facts.items()))
    out.line(f"{found.file} ({found.shape}{facts})")
    out.lines([f"  {_summary(candidate.document, known)}" for candidate in found.candidates])
    for reference in found.references:
        out.line(f"  published average: {reference.document.get('id', '?')}")
    if cells:
        for cell in found.cells:
            out.line(f"  {_cell(cell)}")
    for question in found.asked:
        _tell_question(question, out)


def _summary(document: Mapping[str, Any], known: KnownBefore) -> str:
    slug = document.get("municipality")
    held = known.register.municipalities.get(str(slug))
    name = held.label if held else slug or "?"
    areas = document.get("areas") or ()
    counts = {
        "areas": len(areas),
        "questions": sum(len(a.get("questions") or ()) for a in areas),
        "findings": sum(
            len(v) for a in areas for v in (a.get("findings") or {}).values() if isinstance(v, list)
        ),
        "gold stars": len(document.get("gold_stars") or ()),
    }
    listed = ", ".join(f"{n} {what}" for what, n in counts.items() if n)
    return (
        f"{name} {document.get('year', '?')}, version {document.get('method_version', '?')}"
        f": {_total(document)}; {listed}"
    )


def _total(document: Mapping[str, Any]) -> str:
    """The total as the file has it. A file of areas alone has none: it is their sum."""
    if "total" not in document:
        return "total from its parts"
    total = document["total"]
    return "total not found" if total is None else f"total {total}"


def _tell_question(question: Question, out: CommandOutcome) -> None:
    where = ", ".join(filter(None, (question.place.sheet, question.place.cell)))
    out.line(f"  ? {in_words(question.asked)}" + (f" ({where})" if where else ""), error=True)
    for value, label in question.choices:
        out.line(f"      {value} = {in_words(label)}", error=True)
    if question.choices and question.takes_other:
        out.line("      or another name", error=True)
    value = question.suggested or "VALUE"
    out.line(f"    Answer with: --answer '{question.id}={value}'", error=True)


def _cell(cell: ReadCell) -> str:
    where = cell.place.cell or (str(cell.place.line) if cell.place.line else "")
    sheet = f"{cell.place.sheet} " if cell.place.sheet else ""
    value = f" = {cell.value}" if cell.value else ""
    return f"{sheet}{where}: {cell.raw!r} → {in_words(cell.meaning)}{value} [{cell.certainty}]"


def understanding_data(found: Understanding) -> dict[str, Any]:
    """The same for programs, cell by cell."""
    return {
        "file": found.file,
        "shape": found.shape,
        "facts": dict(found.facts),
        "evaluations": [dict(one.document) for one in found.candidates],
        "references": [dict(one.document) for one in found.references],
        "cells": [
            {
                "sheet": cell.place.sheet,
                "cell": cell.place.cell,
                "line": cell.place.line,
                "raw": cell.raw,
                "meaning": in_words(cell.meaning),
                "value": cell.value,
                "certainty": cell.certainty,
            }
            for cell in found.cells
        ],
        "questions": [
            {
                "id": one.id,
                "sheet": one.place.sheet,
                "cell": one.place.cell,
                "line": one.place.line,
                "asked": in_words(one.asked),
                "choices": {value: in_words(label) for value, label in one.choices},
                "takes_other": one.takes_other,
                "suggested": one.suggested,
            }
            for one in found.asked
        ],
    }
