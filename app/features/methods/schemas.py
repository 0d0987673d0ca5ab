"""What the API answers of the method: its versions, and what may be compared."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field

from app.domain.method import ScoringCriterion
from app.domain.release import Release
from app.features.methods.content import MethodsContent, SizeLine, VersionLine
from app.features.methods.pairs import LevelMatrix
from app.web.api.comparing import ComparabilityOut, comparability_out
from app.web.api.evaluation_document import SourceOut
from app.web.api.method_document import source_out
from app.web.api.schemas import Link, Listing, Out, Points, Text, local, released
from app.web.languages import translate


class MethodItem(Out):
    """One version of the method."""

    version: str
    family: str
    family_versions: list[str] = Field(description="Those that share its areas, oldest first.")
    year_from: int
    year_to: int | None = Field(description="Null where it is in use.")
    max: Points
    areas: int
    questions: int = Field(description="How many questions are known here; 0 where none is.")
    indicators: int | None
    evaluations: int = Field(description="How many evaluations here used it.")
    summary: Text
    source: SourceOut | None


class PairOut(Out):
    """May results of two versions be compared? The order of the two makes no difference."""

    versions: list[str] = Field(min_length=2, max_length=2)
    comparability: ComparabilityOut


class MatrixOut(Out):
    """Every version with itself and with each other, at one level."""

    level: str
    pairs: list[PairOut]


class CriterionOut(Out):
    """One of the criteria that together decide a question's points."""

    code: str
    name: Text
    asks: Text


class SizeGroupOut(Out):
    """Both ends belong to the group; `maximum` null is without end."""

    code: str
    text: str
    minimum: int
    maximum: int | None
    evaluations: int


class ChoiceOut(Out):
    """What this site has decided itself."""

    about: str
    rule: str


class MethodListing(Listing[MethodItem]):
    """The versions, oldest first, and the rules between them."""

    comparability: list[MatrixOut]
    scoring: Text
    criteria: list[CriterionOut]
    size_groups: list[SizeGroupOut]
    size_basis: Text
    evaluations_without_size: int
    editorial_choices: list[ChoiceOut]
    links: Link


def method_item(line: VersionLine, language: str) -> MethodItem:
    found = line.definition
    return MethodItem(
        version=found.version,
        family=found.family,
        family_versions=list(line.family),
        year_from=found.year_from,
        year_to=found.year_to,
        max=found.max,
        areas=len(found.areas),
        questions=line.questions,
        indicators=found.indicator_count,
        evaluations=line.evaluations,
        summary=local(found.summary, language),
        source=source_out(line.source) if line.source else None,
    )


def method_listing(
    content: MethodsContent,
    shown: Sequence[VersionLine],
    listing: Mapping[str, Any],
    release: Release,
    links: Link,
    language: str,
) -> MethodListing:
    """The answer in a language; `listing` are the fields of a list that is answered in parts."""
    return MethodListing(
        **released(release),
        **listing,
        items=[method_item(line, language) for line in shown],
        comparability=[_matrix(matrix, language) for matrix in content.matrices],
        scoring=local(content.scoring_note, language),
        criteria=[_criterion(criterion, language) for criterion in content.criteria],
        size_groups=[_size_group(line, language) for line in content.sizes],
        size_basis=local(content.size_basis, language),
        evaluations_without_size=content.without_size,
        editorial_choices=[
            ChoiceOut(
                about=translate(choice.about, language), rule=translate(choice.rule, language)
            )
            for choice in content.choices
        ],
        links=links,
    )


def _criterion(criterion: ScoringCriterion, language: str) -> CriterionOut:
    return CriterionOut(
        code=criterion.code,
        name=local(criterion.name, language),
        asks=local(criterion.asks, language),
    )


def _size_group(line: SizeLine, language: str) -> SizeGroupOut:
    return SizeGroupOut(
        code=line.group.code,
        text=translate(line.span, language),
        minimum=line.group.minimum,
        maximum=line.group.maximum,
        evaluations=line.evaluations,
    )


def _matrix(matrix: LevelMatrix, language: str) -> MatrixOut:
    """Each pair once: a version is set beside itself and those after it."""
    return MatrixOut(
        level=matrix.level.value,
        pairs=[
            PairOut(
                versions=[row.version, cell.other],
                comparability=comparability_out(cell.found, language),
            )
            for at, row in enumerate(matrix.rows)
            for cell in row.cells[at:]
        ],
    )
