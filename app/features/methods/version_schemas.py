"""What the API answers of one method version: its areas, its questions, and its kin."""

from pydantic import Field

from app.domain.release import Release
from app.features.methods.pairs import VersionPair
from app.features.methods.schemas import MethodItem, method_item
from app.features.methods.version_content import VersionArea, VersionContent
from app.web.api.comparing import ComparabilityOut, comparability_out
from app.web.api.method_document import QuestionDefinitionOut, question_definition_out
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released
from app.web.languages import translate


class AreaNameOut(Out):
    """What an area is called in a language."""

    lang: str
    text: str
    unofficial: bool


class AreaDefinitionOut(Out):
    """An area as the version defines it."""

    no: int
    name: Text
    names: list[AreaNameOut] = Field(description="In every language that it is kept in.")
    short: Text | None
    max: Points
    definition: Text | None
    note: Text | None
    questions: list[QuestionDefinitionOut]
    questions_max: Points = Field(
        description="What the known questions can give together; the area's maximum without any."
    )


class DetailOut(Out):
    """How much is public of the evaluations that used the version."""

    text: str
    n: int


class BesideVersionOut(Out):
    """May results be set beside those of another version (or of the same)?"""

    version: str
    total: ComparabilityOut
    area: ComparabilityOut
    question: ComparabilityOut


class MethodAnswer(MethodItem, Released):
    """One version of the method."""

    area_definitions: list[AreaDefinitionOut]
    details: list[DetailOut]
    comparability: list[BesideVersionOut]
    earlier: str | None = Field(description="The version before.")
    later: str | None = Field(description="The version after.")
    links: Link


def method_answer(
    content: VersionContent, release: Release, links: Link, language: str
) -> MethodAnswer:
    """The answer in a language."""
    return MethodAnswer(
        **released(release),
        **method_item(content.line, language).model_dump(),
        area_definitions=[_area(line, language) for line in content.areas],
        details=[DetailOut(text=translate(words, language), n=n) for words, n in content.details],
        comparability=[_beside(beside, language) for beside in content.beside],
        earlier=content.earlier,
        later=content.later,
        links=links,
    )


def _area(line: VersionArea, language: str) -> AreaDefinitionOut:
    area = line.definition
    return AreaDefinitionOut(
        no=area.no,
        name=local(area.name, language),
        names=[
            AreaNameOut(lang=name.language, text=name.text, unofficial=name.ours)
            for name in line.names
        ],
        short=local(area.short, language) if area.short else None,
        max=area.max,
        definition=local(area.definition, language) if area.definition else None,
        note=local(area.note, language) if area.note else None,
        questions=[question_definition_out(question, language) for question in area.questions],
        questions_max=line.questions_max,
    )


def _beside(beside: VersionPair, language: str) -> BesideVersionOut:
    found = {
        cell.found.level.value: comparability_out(cell.found, language) for cell in beside.cells
    }
    return BesideVersionOut(version=beside.other, **found)
