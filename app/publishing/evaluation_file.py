"""An evaluation as the file it could be read from: the way back from a record to its shape."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.evaluation import AreaResult, Evaluation, FindingKind, QuestionResult, evaluation_id
from app.domain.message import LocalText
from app.domain.score import Figure, MissingKind
from app.records.contents import Content, Contents
from app.records.document import in_json

LISTS: Mapping[FindingKind, str] = {
    FindingKind.STRENGTH: "strengths",
    FindingKind.CHALLENGE: "challenges",
    FindingKind.WEAKNESS: "weaknesses",
}
"""Where findings of a kind stand."""

_CONTENTS = Contents()


def evaluation_file(evaluation: Evaluation) -> dict[str, Any]:
    """The JSON of `EvaluationShape`, as short as people write it: what is built from it is the same
    evaluation."""
    e = evaluation
    found: Content = {
        "municipality": e.municipality,
        "year": e.year,
        "year_basis": e.year_basis,
        "method_version": e.version,
        "method_version_basis": e.version_basis,
        "detail": e.detail,
        "report_number": e.report_number,
        "source": {"title": e.source.title, "url": e.source.url},
        "total": _points(e.total.stated),
        "total_missing": e.total.missing,
        "areas": [area for result in e.areas if (area := _area(result))],
        "gold_stars": [_plain(_CONTENTS.write(star), "id", "evaluation") for star in e.gold_stars],
        "discrepancies": [
            {"measure": None} | _plain(_CONTENTS.write(told)) for told in e.recorded_discrepancies
        ],
        "stated_comparisons": [_plain(_CONTENTS.write(told)) for told in e.stated_comparisons],
        "stated_changes": _plain(_CONTENTS.write(e.stated_changes)) if e.stated_changes else None,
        "stated_placings": [_plain(_CONTENTS.write(told)) for told in e.stated_placings],
        "notes": [_local(note) for note in e.notes],
        "reply": _plain(_CONTENTS.write(e.reply)) if e.reply else None,
        "preface": _local(e.preface) if e.preface else None,
        "closing": _local(e.closing) if e.closing else None,
    }
    told = {name: value for name, value in found.items() if value not in (None, [])}
    if e.total.missing is MissingKind.NOT_FOUND:
        del told["total_missing"]
    needed: Content = {"total": None, "report_number": None, "areas": []}
    return dict(in_json(needed | told))


def own_id(evaluation: Evaluation) -> str | None:
    """Its id, where that is not the one that its municipality and year give."""
    plain = evaluation_id(evaluation.municipality, evaluation.year)
    return None if evaluation.id == plain else evaluation.id


def _area(area: AreaResult) -> Content | None:
    """None where nothing is said of it: what a file leaves out was not found."""
    told = _figure(area.figure) | {
        "questions": [_question(question) for question in area.questions],
        "findings": _findings(area),
    }
    told = {name: value for name, value in told.items() if value not in (None, [])}
    return {"no": area.no, **told} if told != {"missing": "not-found"} else None


def _figure(figure: Figure) -> Content:
    return {"stated": _points(figure.stated), "missing": figure.missing}


def _question(question: QuestionResult) -> Content:
    told: Content = {"code": question.code}
    if question.figure.score is None:
        told["missing"] = question.figure.missing
    else:
        told["score"] = _points(question.figure.score)
    if question.reconstructed:
        told["reconstructed"] = True
    if question.note is not None:
        told["note"] = _local(question.note)
    if question.text is not None:
        told["text"] = _local(question.text)
    return told


def _points(points: Decimal | None) -> Decimal | int | None:
    """Points as people write them: whole ones without a decimal."""
    return int(points) if points is not None and points == int(points) else points


def _findings(area: AreaResult) -> Content | None:
    if not area.findings:
        return None
    told: Content = {"lang": area.findings[0].language}
    for kind, name in LISTS.items():
        if texts := [finding.text for finding in area.findings_of(kind)]:
            told[name] = texts
    return told


def _local(text: LocalText) -> Content:
    if not text.unofficial:
        return dict(text.texts)
    return {"texts": dict(text.texts), "unofficial": sorted(text.unofficial)}


def _plain(content: Content, *without: str) -> Content:
    """Content as files say it: what is not there is not named, and a text is only its languages."""
    found: Content = {}
    for name, value in content.items():
        if name in without or value is None or value is False or value in ([], {}):
            continue
        if isinstance(value, dict) and set(value) == {"texts", "unofficial"}:
            found[name] = dict(value["texts"]) if not value["unofficial"] else value
        else:
            found[name] = _plain(value) if isinstance(value, dict) else value
    if "title" in content and "url" in content:
        found["url"] = content["url"]
    if "scope" in content and "territory" in (content["scope"] or ()):
        found.setdefault("scope", {})
    return found
