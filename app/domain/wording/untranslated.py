"""That texts are kept in another language than the one that a reader has chosen."""

from collections.abc import Iterable
from typing import Final

from app.domain.evaluation import Evaluation
from app.domain.message import Message, say

_NAMES: Final = {
    "nb": say("Norwegian (bokmål)"),
    "nn": say("Norwegian (nynorsk)"),
    "sv": say("Swedish"),
    "en": say("English"),
}
"""Languages as they stand within a sentence."""


def findings_language_words(evaluations: Iterable[Evaluation], language: str) -> Message | None:
    """In which languages the findings of some evaluations are, where one is another than the
    reader's."""
    kept = {
        finding.language
        for evaluation in evaluations
        for area in evaluation.areas
        for finding in area.findings
    }
    if kept <= {language}:
        return None
    names = tuple(name for code, name in _NAMES.items() if code in kept)
    return say("The findings are in %(languages)s.", languages=names)
