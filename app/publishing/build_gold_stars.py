"""Gold stars from an evaluation's file: records of their own, tied to what they were given for."""

from app.domain.evaluation import GoldStar, GoldStarScope
from app.domain.message import Message, say
from app.domain.method import MethodVersion
from app.publishing.faults import Faults
from app.publishing.parse import Parsed
from app.publishing.shapes import EvaluationShape, GoldStarShape
from app.records.evaluation import read_gold_star


def build_gold_stars(
    file: Parsed[EvaluationShape], version: MethodVersion, faults: Faults
) -> tuple[GoldStar, ...]:
    """The gold stars of a file, numbered from 1 in its order."""
    found = []
    for position, shape in enumerate(file.value.gold_stars):
        problem = _problem(shape, version)
        if problem:
            faults.add(file.lines.at("gold_stars", position), problem)
            continue
        own = {"id": f"{file.name}/{position + 1}", "evaluation": file.name}
        found.append(read_gold_star(shape.model_dump() | own))
    return tuple(found)


def no_question(version: MethodVersion, code: str) -> Message:
    """What is said of a question that a version does not have."""
    return say("version %(version)s has no question %(code)s", version=version.version, code=code)


def _problem(shape: GoldStarShape, version: MethodVersion) -> Message | None:
    """What is wrong with a gold star's scope, if anything."""
    question = None if shape.question is None else version.question(shape.question)
    if shape.question is not None and question is None:
        return no_question(version, shape.question)
    wanted = {
        GoldStarScope.QUESTION: shape.question is not None,
        GoldStarScope.AREA: shape.area is not None and shape.question is None,
        GoldStarScope.UNKNOWN: shape.area is None and shape.question is None,
    }
    if not wanted[shape.scope]:
        return say(
            "a gold star of scope %(scope)s names that, and nothing narrower",
            scope=str(shape.scope),
        )
    if question and shape.area and not question.code.startswith(f"{shape.area}."):
        return say(
            "question %(code)s does not belong to area %(no)s", code=question.code, no=shape.area
        )
    return None
