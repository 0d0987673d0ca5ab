"""Evaluations with texts for the report: made up, and as long as any may be."""

from collections.abc import Callable
from dataclasses import replace

from app.bounds import QUESTION_TEXT_CHARACTERS, REPORT_TEXT_CHARACTERS
from app.domain.evaluation import Evaluation
from app.domain.message import LocalText

PREFACE = LocalText({"nb": "Takk for samarbeidet.\n\nDenne rapporten gjelder:\n2018."})
CLOSING = LocalText(
    {"nb": "Vårt råd:\n\nBegynn med område 2.", "sv": "Vårt råd:\n\nBörja med område 2."},
    frozenset({"sv"}),
)
QUESTION = LocalText({"nb": "Strategien er fra 2016.\n\nDen er ikke fulgt opp."})


def with_texts(evaluation: Evaluation) -> Evaluation:
    """The evaluation with a preface, a closing part and a text on question 1.1."""
    return _written(evaluation, PREFACE, CLOSING, lambda code: QUESTION if code == "1.1" else None)


def with_longest_texts(evaluation: Evaluation) -> Evaluation:
    """The same with the longest text there may be on each question, in four languages."""
    whole = _long(REPORT_TEXT_CHARACTERS)
    question = _long(QUESTION_TEXT_CHARACTERS)
    return _written(evaluation, whole, whole, lambda _code: question)


def _long(most: int) -> LocalText:
    """Words of Norwegian length, a paragraph every ten lines."""
    line = "Kommunen har ein god praksis på området, og ho er følgd opp år for år.\n"
    text = ((line * 10 + "\n") * (most // 700 + 1))[: most - 1].rstrip()
    return LocalText(dict.fromkeys(("nb", "nn", "sv", "en"), text.ljust(most, "!")))


def _written(
    evaluation: Evaluation,
    preface: LocalText,
    closing: LocalText,
    of_question: Callable[[str], LocalText | None],
) -> Evaluation:
    areas = tuple(
        replace(area, questions=tuple(replace(q, text=of_question(q.code)) for q in area.questions))
        for area in evaluation.areas
    )
    return replace(evaluation, preface=preface, closing=closing, areas=areas)
