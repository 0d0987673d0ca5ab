"""An evaluation part by part: which gold stars and findings belong to which area."""

from app.domain.evaluation import AreaResult, Evaluation, Finding, FindingKind, GoldStar
from app.domain.message import Message, say
from app.domain.method import AreaDefinition, MethodVersion

FINDING_HEADINGS = {
    FindingKind.STRENGTH: say("Strengths"),
    FindingKind.CHALLENGE: say("Challenges"),
    FindingKind.WEAKNESS: say("Weaknesses"),
}


def finding_columns(
    area: AreaResult,
) -> tuple[tuple[FindingKind, Message, tuple[Finding, ...]], ...]:
    """Strengths, challenges and weaknesses of an area, each under its heading."""
    return tuple(
        (kind, heading, area.findings_of(kind)) for kind, heading in FINDING_HEADINGS.items()
    )


def stars_of_area(evaluation: Evaluation, definition: AreaDefinition) -> tuple[GoldStar, ...]:
    """The gold stars given for an area or for one of its questions."""
    return tuple(star for star in evaluation.gold_stars if is_star_of_area(star, definition))


def is_star_of_area(star: GoldStar, definition: AreaDefinition) -> bool:
    """Whether a gold star was given for an area or for one of its questions."""
    codes = {question.code for question in definition.questions}
    return star.area == definition.no or star.question in codes


def stars_of_no_area(evaluation: Evaluation, version: MethodVersion) -> tuple[GoldStar, ...]:
    """The gold stars whose source does not say what they were given for."""
    placed = {star.id for area in version.areas for star in stars_of_area(evaluation, area)}
    return tuple(star for star in evaluation.gold_stars if star.id not in placed)
