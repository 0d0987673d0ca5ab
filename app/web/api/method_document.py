"""Parts of the method as the API answers them, wherever an area or a question is answered."""

from pydantic import Field

from app.domain.evaluation import Source
from app.domain.method import QuestionDefinition
from app.domain.method_relatives import IncomparableVersion, RelatedArea
from app.web.api.comparing import ComparabilityOut, comparability_out
from app.web.api.evaluation_document import SourceOut
from app.web.api.schemas import Out, Points, Text, local


class QuestionDefinitionOut(Out):
    """A question with the most points that it can give."""

    code: str
    label: Text
    max: Points


class VersionRelativeOut(Out):
    """The same area in another version of the family."""

    version: str
    area: int
    name: Text
    comparability: ComparabilityOut
    changes: Text = Field(description="What the later of the two versions brought.")


class VersionApartOut(Out):
    """A version of another family, which nothing is set beside."""

    version: str
    reason: Text


def question_definition_out(question: QuestionDefinition, language: str) -> QuestionDefinitionOut:
    return QuestionDefinitionOut(
        code=question.code, label=local(question.label, language), max=question.max
    )


def relative_out(found: RelatedArea, language: str) -> VersionRelativeOut:
    return VersionRelativeOut(
        version=found.version.version,
        area=found.area.no,
        name=local(found.area.name, language),
        comparability=comparability_out(found.comparability, language),
        changes=local(found.changes, language),
    )


def apart_out(found: IncomparableVersion, language: str) -> VersionApartOut:
    return VersionApartOut(version=found.version.version, reason=local(found.reason, language))


def source_out(source: Source) -> SourceOut:
    return SourceOut(title=source.title, url=source.url)
