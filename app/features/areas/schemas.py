"""What the API answers of one area: what it asks, how its points are spread, its gold stars."""

from collections.abc import Mapping

from pydantic import Field

from app.domain.municipality import Municipality
from app.domain.release import Release
from app.features.areas.content import AreaContent
from app.web.api.evaluation_document import SourceOut
from app.web.api.given_star import StarWithHolderOut, star_with_holder_out
from app.web.api.method_document import (
    QuestionDefinitionOut,
    VersionApartOut,
    VersionRelativeOut,
    apart_out,
    question_definition_out,
    relative_out,
    source_out,
)
from app.web.api.results_document import ResultsOut, results_fields
from app.web.api.schemas import Link, Points, Released, Text, local, released
from app.web.languages import translate


class AreaAnswer(ResultsOut, Released):
    """One area of a method version. Its results are those of the whole method family."""

    version: str
    family: str
    no: int
    name: Text
    max: Points
    definition: Text | None
    note: Text | None
    questions: list[QuestionDefinitionOut] = Field(
        description="Empty where the questions of the version are not known."
    )
    points_not_shown: Points = Field(description="What no known question carries; 0 without any.")
    caution: list[str] = Field(description="What to know where results of several versions fit.")
    gold_stars: list[StarWithHolderOut]
    relatives: list[VersionRelativeOut]
    apart: list[VersionApartOut]
    sources: list[SourceOut]
    links: Link


def area_answer(
    content: AreaContent,
    municipalities: Mapping[str, Municipality],
    release: Release,
    links: Link,
    language: str,
) -> AreaAnswer:
    """The answer in a language."""
    version, area = content.version, content.area
    return AreaAnswer(
        **released(release),
        **results_fields(content.results, content.medians, content.best, municipalities, language),
        version=version.version,
        family=version.family,
        no=area.no,
        name=local(area.name, language),
        max=area.max,
        definition=local(area.definition, language) if area.definition else None,
        note=local(area.note, language) if area.note else None,
        questions=[question_definition_out(question, language) for question in area.questions],
        points_not_shown=area.points_not_shown,
        caution=[translate(words, language) for words in content.caution],
        gold_stars=[
            star_with_holder_out(given, municipalities, language, area.no)
            for given in content.stars
        ],
        relatives=[relative_out(found, language) for found in content.relatives],
        apart=[apart_out(found, language) for found in content.apart],
        sources=[source_out(source) for source in content.sources],
        links=links,
    )
