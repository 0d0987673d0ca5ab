"""The field of the form that a fault of the checks is about."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.domain.message import Message, say
from app.domain.wording.record_fields import NAMES
from app.features.editorial.editing.form import EvaluationForm
from app.features.editorial.editing.texts import TextFields

_PLAIN: Final[Mapping[str, tuple[str, Message]]] = {
    "total": ("total", say("Total as printed")),
    "total_missing": ("total-missing", say("Why there is no total")),
    "report_number": ("report-number", say("Report number")),
    "method_version_basis": ("version-basis", say("How the method version is known")),
    "year_basis": ("year-basis", say("How the year is known")),
}
_THE_WHOLE: Final = ("source-title", say("Evaluation"))
_ROWS: Final = ("gold_stars", "discrepancies", "notes")

Field = tuple[str, Message]
"""The id of a field, and what it is called."""


def field_of(cell: str, document: Mapping[str, Any], form: EvaluationForm) -> Field:
    """The field that a value is written in, by its way in the document with dots between:
    `areas.2.stated`. The title of the report, which comes first, where there is no such field."""
    way = cell.split(".")
    first, rest = way[0], way[1:]
    if first.isdecimal():  # a remark on the figure of an area
        return f"stated-{first}", say("Area %(no)s", no=first)
    if first == "source":
        if rest[:1] == ["url"]:
            return "source-url", say("Address of the report")
        return "source-title", say("Title of the report")
    if first == "areas" and rest:
        return _of_area(rest, document, form)
    if first in form.texts:
        return _field(form.texts[first], rest), NAMES[first]
    if first in _ROWS and rest and rest[0].isdecimal():
        return _of_row(first, int(rest[0]), rest[1:], form)
    return _PLAIN.get(first, _THE_WHOLE)


def _of_area(rest: Sequence[str], document: Mapping[str, Any], form: EvaluationForm) -> Field:
    area = _at(document.get("areas"), rest[0])
    no = str(area.get("no", "1"))
    match rest[1:]:
        case ["questions", position, *inner]:
            code = str(_at(area.get("questions"), position).get("code", ""))
            label = say("Question %(code)s", code=code)
            if inner[:1] == ["text"] and (texts := form.text_of(code)):
                return _field(texts, inner), say("Text on question %(code)s", code=code)
            return (f"reason-{code}" if inner == ["missing"] else f"score-{code}"), label
        case ["findings", "lang"]:
            return f"findings-language-{no}", say("Area %(no)s", no=no)
        case ["findings", kind, position] if position.isdecimal():
            number = str(int(position) + 1)
            return f"{kind}-{no}", say("Area %(no)s, line %(number)s", no=no, number=number)
        case ["missing"]:
            return f"missing-{no}", say("Area %(no)s", no=no)
    return f"stated-{no}", say("Area %(no)s as printed", no=no)


def _of_row(kind: str, position: int, inner: Sequence[str], form: EvaluationForm) -> Field:
    number = str(position + 1)
    if kind == "gold_stars" and position < len(form.stars):
        star = form.stars[position]
        label = say("Gold star %(number)s", number=number)
        texts = {"practice": star.practice, "why": star.why}.get(inner[0] if inner else "")
        return (_field(texts, inner) if texts else f"star-{position}-for"), label
    if kind == "discrepancies" and position < len(form.discrepancies):
        label = say("Disagreement %(number)s", number=number)
        if inner[:1] == ["text"]:
            return _field(form.discrepancies[position].text, inner), label
        name = "measure" if inner[:1] == ["measure"] else "kind"
        return f"discrepancy-{position}-{name}", label
    if kind == "notes" and position < len(form.notes):
        return _field(form.notes[position].text, inner), say("Note %(number)s", number=number)
    return _THE_WHOLE


def _field(texts: TextFields, inner: Sequence[str]) -> str:
    """The field of the language that is named, else the first that is seen."""
    parts = (*texts.shown, *texts.folded)
    named = (part.name for part in parts if part.language in inner)
    return next(named, parts[0].name)


def _at(rows: object, position: str) -> Mapping[str, Any]:
    held = rows if isinstance(rows, list) else []
    at = int(position) if position.isdecimal() else -1
    found = held[at] if 0 <= at < len(held) else None
    return found if isinstance(found, dict) else {}
