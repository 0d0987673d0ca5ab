"""What the API answers of one evaluation: the evaluation, and what its page sets beside it."""

from app.domain.release import Release
from app.features.evaluations.areas import AreaPart
from app.features.evaluations.content import Earlier, EvaluationContent
from app.web.api.comparing import ComparabilityOut, comparability_out
from app.web.api.evaluation_document import EvaluationOut, evaluation_fields
from app.web.api.schemas import Link, Out, Points, Released, released, said
from app.web.languages import translate


class EarlierAreaOut(Out):
    """An area in the earlier evaluation, and what may be said of the change since."""

    score: Points | None
    change: str | None


class EarlierOut(Out):
    """The earlier evaluation of the same method family that this one is set beside."""

    id: str
    year: int
    comparability: ComparabilityOut
    total: Points | None
    areas: dict[str, EarlierAreaOut]


class EvaluationAnswer(EvaluationOut, Released):
    """One evaluation. `answer` is what its page says first, `unknown` what is missing and why."""

    answer: list[str]
    earlier: EarlierOut | None
    unknown: list[str]
    others: list[str]
    """The ids of all other evaluations of the municipality, newest first."""
    links: Link


def evaluation_answer(
    content: EvaluationContent, release: Release, links: Link, language: str
) -> EvaluationAnswer:
    """The answer in a language."""
    return EvaluationAnswer(
        **evaluation_fields(content.evaluation, content.version, content.municipality, language),
        **released(release),
        answer=[translate(sentence, language) for sentence in content.lead],
        earlier=_earlier(content.earlier, content.areas, language),
        unknown=[translate(sentence, language) for sentence in content.unknown],
        others=[other.id for other in content.others],
        links=links,
    )


def _earlier(
    earlier: Earlier | None, areas: tuple[AreaPart, ...], language: str
) -> EarlierOut | None:
    if earlier is None:
        return None
    return EarlierOut(
        id=earlier.evaluation.id,
        year=earlier.evaluation.year,
        comparability=comparability_out(earlier.comparability, language),
        total=earlier.evaluation.total.score,
        areas={
            str(part.definition.no): EarlierAreaOut(
                score=part.before, change=said(part.change, language)
            )
            for part in areas
        },
    )
