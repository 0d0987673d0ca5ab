"""What the API answers of one question: what it can give, how its points are spread, its stars."""

from collections.abc import Mapping

from pydantic import Field

from app.domain.municipality import Municipality
from app.domain.release import Release
from app.features.questions.content import QuestionContent
from app.web.api.evaluation_document import SourceOut
from app.web.api.given_star import StarWithHolderOut, star_with_holder_out
from app.web.api.method_document import (
    VersionApartOut,
    VersionRelativeOut,
    apart_out,
    relative_out,
    source_out,
)
from app.web.api.results_document import ResultsOut, results_fields
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released
from app.web.languages import translate


class AreaOfQuestion(Out):
    no: int
    name: Text
    max: Points


class QuestionAnswer(ResultsOut, Released):
    """One question. Only results of its own method version are set together."""

    version: str
    family: str
    code: str
    label: Text
    max: Points
    area: AreaOfQuestion
    previous: str | None = Field(description="The code of the question before.")
    following: str | None = Field(description="The code of the question after.")
    scoring: Text = Field(description="How the points of a question are decided.")
    findings: dict[str, str] = Field(
        description="How many strengths, challenges and weaknesses a report has in the area, by "
        "the id of the evaluation. Reports give none for a single question."
    )
    gold_stars: list[StarWithHolderOut]
    relatives: list[VersionRelativeOut]
    apart: list[VersionApartOut]
    sources: list[SourceOut]
    links: Link


def question_answer(
    content: QuestionContent,
    municipalities: Mapping[str, Municipality],
    release: Release,
    links: Link,
    language: str,
) -> QuestionAnswer:
    """The answer in a language."""
    version, area, question = content.version, content.area, content.question
    return QuestionAnswer(
        **released(release),
        **results_fields(content.results, content.medians, content.best, municipalities, language),
        version=version.version,
        family=version.family,
        code=question.code,
        label=local(question.label, language),
        max=question.max,
        area=AreaOfQuestion(no=area.no, name=local(area.name, language), max=area.max),
        previous=content.previous.code if content.previous else None,
        following=content.next.code if content.next else None,
        scoring=local(content.scoring_note, language),
        findings={id: translate(words, language) for id, words in content.findings.items()},
        gold_stars=[
            star_with_holder_out(given, municipalities, language, area.no)
            for given in content.stars
        ],
        relatives=[relative_out(found, language) for found in content.relatives],
        apart=[apart_out(found, language) for found in content.apart],
        sources=[source_out(source) for source in content.sources],
        links=links,
    )
