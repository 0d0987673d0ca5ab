"""From the fields of the form to the document of an evaluation.

What the form does not show stays as it was. What cannot be understood is kept as it was typed: the
checks tell of it, and nothing that somebody wrote is lost.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from app.domain.evaluation import DetailLevel, YearBasis
from app.domain.method import AreaDefinition, MethodVersion
from app.features.editorial.editing.numbers import points_of, typed_points
from app.features.editorial.editing.texts import Fields, lines_of, one_line, typed_text

MOST_ROWS: Final = 500
"""Gold stars, notes or discrepancies of one evaluation that a form may send."""

_NUMBER: Final = re.compile(r"[0-9]{1,4}")

FINDINGS: Final = ("strengths", "challenges", "weaknesses")

REPORT_TEXTS: Final = ("preface", "closing")

Document = Mapping[str, Any]


def typed_evaluation(fields: Fields, before: Document, version: MethodVersion) -> dict[str, Any]:
    """The document as the form has it, with all of `before` that the form does not show."""
    areas_before = {
        area.get("no"): area for area in listed(before, "areas") if isinstance(area, dict)
    }
    found = {
        **before,
        "method_version_basis": fields.get("version-basis")
        or before.get("method_version_basis", "stated"),
        "report_number": one_line(fields.get("report-number", "")) or None,
        "source": {
            "title": one_line(fields.get("source-title", "")),
            "url": fields.get("source-url", "").strip() or None,
        },
        "total": typed_points(fields.get("total", "")),
        "areas": [
            _area(fields, definition, areas_before.get(definition.no, {}))
            for definition in version.areas
        ],
        "gold_stars": _gold_stars(fields, listed(before, "gold_stars")),
        "discrepancies": _discrepancies(fields, listed(before, "discrepancies")),
        "notes": _notes(fields, listed(before, "notes")),
    }
    for name in REPORT_TEXTS:
        found.pop(name, None)
        text = typed_text(fields, f"text-{name}", before.get(name), in_paragraphs=True)
        if text is not None:
            found[name] = text
    found.pop("year_basis", None)
    if (basis := fields.get("year-basis", "")) in set(YearBasis):
        found["year_basis"] = basis
    if why := fields.get("total-missing"):
        found["total_missing"] = why
    return {**found, "detail": detail_shown(found, version)}


def listed(document: Document, name: str) -> list[Any]:
    """A list of the document; an empty one where there is none."""
    found = document.get(name)
    return list(found) if isinstance(found, list) else []


def detail_shown(document: Document, version: MethodVersion) -> str:
    """The detail level that the figures of a document show."""
    areas = {a.get("no"): a for a in listed(document, "areas") if isinstance(a, dict)}
    summed = [_is_summed(areas.get(definition.no, {}), definition) for definition in version.areas]
    if summed and all(summed):
        return DetailLevel.QUESTIONS
    known = [
        is_sum or points_of(areas.get(definition.no, {}).get("stated")) is not None
        for definition, is_sum in zip(version.areas, summed, strict=True)
    ]
    if known and all(known):
        return DetailLevel.AREAS
    if any(known):
        return DetailLevel.SOME_AREAS
    return DetailLevel.KNOWN if document.get("total") is None else DetailLevel.TOTAL


def _is_summed(area: Document, definition: AreaDefinition) -> bool:
    scored = {
        question.get("code")
        for question in listed(area, "questions")
        if isinstance(question, dict) and points_of(question.get("score")) is not None
    }
    return bool(definition.questions) and all(q.code in scored for q in definition.questions)


def _area(fields: Fields, definition: AreaDefinition, before: Document) -> dict[str, Any]:
    no = definition.no
    questions_before = {
        question.get("code"): question
        for question in listed(before, "questions")
        if isinstance(question, dict)
    }
    known = {question.code for question in definition.questions}
    questions = [
        typed
        for question in definition.questions
        if (typed := _question(fields, question.code, questions_before.get(question.code, {})))
    ]
    questions += [q for code, q in questions_before.items() if code not in known]
    found: dict[str, Any] = {
        "no": no,
        "stated": typed_points(fields.get(f"stated-{no}", "")),
        "questions": questions,
    }
    if why := fields.get(f"missing-{no}"):
        found["missing"] = why
    findings = {kind: lines_of(fields.get(f"{kind}-{no}", "")) for kind in FINDINGS}
    if any(findings.values()):
        found["findings"] = {"lang": fields.get(f"findings-language-{no}", "nb"), **findings}
    return found


def _question(fields: Fields, code: str, before: Document) -> dict[str, Any] | None:
    """A question with its score, or why it has none; None where nothing is said of it. What was
    written of a question is kept though it has neither: the checks ask for one."""
    score = typed_points(fields.get(f"score-{code}", ""))
    found: dict[str, Any] = {"code": code}
    if score is not None:
        found["score"] = score
    elif why := fields.get(f"reason-{code}"):
        found["missing"] = why
    if before.get("note") is not None:
        found["note"] = before["note"]
    text = typed_text(fields, f"text-{code}", before.get("text"), in_paragraphs=True)
    if text is not None:
        found["text"] = text
    if found == {"code": code}:
        return None
    if f"reconstructed-{code}" in fields:
        found["reconstructed"] = True
    return found


def _gold_stars(fields: Fields, before: list[Any]) -> list[dict[str, Any]]:
    found = []
    for row in _rows(fields, "star"):
        kept = _at(before, row)
        practice = typed_text(fields, f"star-{row}-practice", kept.get("practice"))
        why = typed_text(fields, f"star-{row}-why", kept.get("why"))
        if practice is None and why is None:
            continue
        star: dict[str, Any] = {**_given_for(fields.get(f"star-{row}-for", ""))}
        star["practice"] = practice or {}
        if why is not None:
            star["why"] = why
        found.append(star)
    return found


def _given_for(value: str) -> dict[str, Any]:
    """What a gold star was given for: `2` is an area, `2.1` a question, nothing is unknown."""
    if not value:
        return {"scope": "unknown"}
    if "." in value:
        return {"scope": "question", "question": value}
    return {"scope": "area", "area": int(value) if _NUMBER.fullmatch(value) else value}


def _discrepancies(fields: Fields, before: list[Any]) -> list[dict[str, Any]]:
    found = []
    for row in _rows(fields, "discrepancy"):
        kept = _at(before, row)
        text = typed_text(fields, f"discrepancy-{row}-text", kept.get("text"))
        if text is None:
            continue
        one: dict[str, Any] = {
            "kind": fields.get(f"discrepancy-{row}-kind", ""),
            "measure": fields.get(f"discrepancy-{row}-measure", "") or None,
            "text": text,
        }
        if kept.get("question"):
            one["question"] = kept["question"]
        found.append(one)
    return found


def _notes(fields: Fields, before: list[Any]) -> list[dict[str, Any]]:
    texts = (
        typed_text(fields, f"note-{row}-text", _at(before, row)) for row in _rows(fields, "note")
    )
    return [text for text in texts if text is not None]


def _rows(fields: Fields, kind: str) -> list[int]:
    """The positions of the rows that the form sent, but those that are to go."""
    begins = f"{kind}-"
    numbers = {name[len(begins) :].partition("-")[0] for name in fields if name.startswith(begins)}
    rows = {int(number) for number in numbers if _NUMBER.fullmatch(number)}
    return [row for row in sorted(rows) if row < MOST_ROWS and f"{kind}-{row}-remove" not in fields]


def _at(rows: list[Any], position: int) -> Document:
    found = rows[position] if position < len(rows) else None
    return found if isinstance(found, dict) else {}
