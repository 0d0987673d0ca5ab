"""An evaluation part by part: which gold stars and findings belong to which area."""

from app.domain.evaluation import AreaResult, Evaluation, Finding, FindingKind, GoldStar
from app.domain.gap import SmallDifference, near_extreme
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


def extreme_areas(
    evaluation: Evaluation, version: MethodVersion, small: SmallDifference, *, highest: bool
) -> tuple[AreaDefinition, ...]:
    """The area with the highest or lowest score, with another that is about the same; none unless
    all are known, or where more than two share it."""
    scores = {
        area.no: score
        for area in version.areas
        if (score := evaluation.area(area.no).figure.score) is not None
    }
    if len(scores) < len(version.areas):
        return ()
    return tuple(map(version.area, near_extreme(scores, small.area, highest=highest)))
