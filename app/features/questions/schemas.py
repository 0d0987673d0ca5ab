"""What the API answers of one question: what it can give, how its points are spread, its stars."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.web.api.evaluation_document import SourceOut
from app.web.api.method_document import VersionApartOut, VersionRelativeOut
from app.web.api.results_document import ResultsOut, StarsOf
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text


class AreaOfQuestion(Out):
    """The area that a question is part of."""

    no: int
    name: Text
    max: Points


class QuestionAnswer(ResultsOut, Released):
    """One question. Only results of its own method version are set together."""

    version: str = Field(validation_alias=AliasPath("version", "version"))
    family: str = Field(validation_alias=AliasPath("version", "family"))
    code: str = Field(validation_alias=AliasPath("question", "code"))
    label: Text = Field(validation_alias=AliasPath("question", "label"))
    max: Points = Field(validation_alias=AliasPath("question", "max"))
    area: AreaOfQuestion
    previous: Annotated[str | None, Of(lambda found: found.previous and found.previous.code)] = (
        Field(description="The code of the question before.")
    )
    following: Annotated[str | None, Of(lambda found: found.next and found.next.code)] = Field(
        description="The code of the question after."
    )
    scoring: Text = Field(
        validation_alias="scoring_note", description="How the points of a question are decided."
    )
    findings: dict[str, Said] = Field(
        description="How many strengths, challenges and weaknesses a report has in the area, by "
        "the id of the evaluation. Reports give none for a single question."
    )
    gold_stars: StarsOf
    relatives: list[VersionRelativeOut]
    apart: list[VersionApartOut]
    sources: list[SourceOut]
    links: Links
