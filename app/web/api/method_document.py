"""Parts of the method as the API answers them, wherever an area or a question is answered."""

from pydantic import AliasPath, Field

from app.web.api.comparing import ComparabilityOut
from app.web.api.schemas import Out, Points, Text


class QuestionDefinitionOut(Out):
    """A question with the most points that it can give."""

    code: str
    label: Text
    max: Points


class VersionRelativeOut(Out):
    """The same area in another version of the family."""

    version: str = Field(validation_alias=AliasPath("version", "version"))
    area: int = Field(validation_alias=AliasPath("area", "no"))
    name: Text = Field(validation_alias=AliasPath("area", "name"))
    comparability: ComparabilityOut
    changes: Text = Field(description="What the later of the two versions brought.")


class VersionApartOut(Out):
    """A version of another family, which nothing is set beside."""

    version: str = Field(validation_alias=AliasPath("version", "version"))
    reason: Text
