"""An evaluation as the file it could be read from: the way back from a record to its shape."""

from typing import Any, Final

from app.domain.evaluation import AreaResult, Evaluation, FindingKind, GoldStar
from app.publishing.shapes import EvaluationShape, GoldStarShape, QuestionShape, Shape
from app.records.document import in_json
from app.records.evaluation import CONTENTS, gold_star_document
from app.records.first_words import PLACINGS

_LISTS: Final = {
    FindingKind.STRENGTH: "strengths",
    FindingKind.CHALLENGE: "challenges",
    FindingKind.WEAKNESS: "weaknesses",
}


def evaluation_file(evaluation: Evaluation) -> dict[str, Any]:
    """The JSON of `EvaluationShape`: what is built from it is the same evaluation."""
    content = in_json(CONTENTS.write(evaluation))
    found = _named(EvaluationShape, content)
    total = evaluation.total
    found |= {
        "method_version": evaluation.version,
        "method_version_basis": evaluation.version_basis.value,
        "total": _number(content["total"]["stated"]),
        "areas": [
            _area(area, stored)
            for area, stored in zip(evaluation.areas, content["areas"], strict=True)
        ],
        "gold_stars": [_star(star) for star in evaluation.gold_stars],
    }
    if content.get(PLACINGS):
        found["stated_placings"] = [_said(placing) for placing in content[PLACINGS]]
    if total.missing is not None:
        found["total_missing"] = total.missing.value
    return found


def _said(value: Any) -> Any:
    """A value without what is not said in it."""
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if part is not None}
    return [_said(part) for part in value] if isinstance(value, list) else value


def _area(area: AreaResult, stored: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"no": area.no, "stated": _number(stored["stated"])}
    if area.figure.missing is not None:
        found["missing"] = area.figure.missing.value
    found["questions"] = [_named(QuestionShape, question) for question in stored["questions"]]
    if area.findings:
        texts: dict[str, Any] = {name: [] for name in _LISTS.values()}
        for finding in area.findings:
            texts[_LISTS[finding.kind]].append(finding.text)
        found["findings"] = {"lang": area.findings[0].language, **texts}
    return found


def _star(star: GoldStar) -> dict[str, Any]:
    return _named(GoldStarShape, in_json(gold_star_document(star).content))


def _named(shape: type[Shape], content: dict[str, Any]) -> dict[str, Any]:
    """What a shape has a name for, without what is not there and need not be said."""
    return {
        name: content[name]
        for name, declared in shape.model_fields.items()
        if name in content and (content[name] is not None or declared.is_required())
    }


def _number(points: float | None) -> float | int | None:
    """Points as people write them: whole ones without a decimal."""
    return int(points) if points is not None and points == int(points) else points
