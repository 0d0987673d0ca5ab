"""Records as the files they could be read from: the way back to the shapes of averages, counts and
method versions. What is built from such a file is the same record."""

from typing import Any

from app.domain.coverage import KnownEvaluated
from app.domain.method import MethodVersion
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.publishing.shapes import (
    AreaDefinitionShape,
    KnownEvaluatedShape,
    MethodShape,
    QuestionDefinitionShape,
    ReferenceShape,
    Shape,
)
from app.records.contents import Content
from app.records.coverage import known_evaluated_document
from app.records.document import in_json
from app.records.method import version_document
from app.records.reference import reference_document


def reference_file(average: ReferenceAverage) -> dict[str, Any]:
    """The JSON of `ReferenceShape`."""
    content = in_json(reference_document(average).content)
    figures = content["figures"]
    total = figures.pop(Measure.TOTAL.value, None)
    return _named(ReferenceShape, content | {"total": total, "areas": figures})


def count_file(count: KnownEvaluated) -> dict[str, Any]:
    """The JSON of `KnownEvaluatedShape`."""
    return _named(KnownEvaluatedShape, in_json(known_evaluated_document(count).content))


def version_file(version: MethodVersion) -> dict[str, Any]:
    """The JSON of `MethodShape`."""
    content = in_json(version_document(version).content)
    areas = [
        _named(AreaDefinitionShape, area)
        | {"questions": [_named(QuestionDefinitionShape, one) for one in area["questions"]]}
        for area in content["areas"]
    ]
    return _named(MethodShape, content) | {"areas": areas}


def _named(shape: type[Shape], content: Content) -> dict[str, Any]:
    """What a shape has a name for, without what is not there and need not be said."""
    return {
        name: content[name]
        for name, declared in shape.model_fields.items()
        if name in content and (content[name] is not None or declared.is_required())
    }
