"""The words that gold stars and findings are found by, as rows. They follow from the texts."""

from typing import Any

from app.domain.evaluation import Evaluation, GoldStar
from app.domain.message import LocalText
from app.domain.search_words import TextWord, text_words


def gold_star_words(star: GoldStar) -> list[dict[str, Any]]:
    """The words of a gold star in every language it is kept in."""
    return _words("practice", star.practice) + (_words("why", star.why) if star.why else [])


def _words(field: str, text: LocalText) -> list[dict[str, Any]]:
    """The words of a field. Bokmål and nynorsk often share a word, which is kept once."""
    found = dict.fromkeys(
        held for language, written in text.texts.items() for held in text_words(written, language)
    )
    return [{"field": field, **_columns(held)} for held in found]


def finding_words(evaluation: Evaluation) -> list[dict[str, Any]]:
    """The words of every finding of an evaluation."""
    return [
        {"area": area.no, "position": position, **_columns(held)}
        for area in evaluation.areas
        for position, finding in enumerate(area.findings)
        for held in text_words(finding.text, finding.language)
    ]


def _columns(held: TextWord) -> dict[str, str]:
    return {"language": held.language.value, "word": held.word, "stem": held.stem}
