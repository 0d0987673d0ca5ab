"""A finding as the API answers it apart from its evaluation."""

from pydantic import AliasPath, Field

from app.domain.evaluation import FindingKind
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.schemas import Out, Text


class FoundFindingOut(Out):
    """A strength, challenge or weakness in a report, retold in our own words."""

    evaluation: EvaluationRef
    area: int
    area_name: Text
    kind: FindingKind = Field(validation_alias=AliasPath("found", "finding", "kind"))
    text: str = Field(validation_alias=AliasPath("found", "finding", "text"))
    lang: str = Field(validation_alias=AliasPath("found", "finding", "language"))
