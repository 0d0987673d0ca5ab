"""What the data set is called and says of itself, wherever it is described."""

from typing import Final

from app.config import settings
from app.domain.message import say
from app.domain.release import Release

TITLE: Final = say("Results of Kommunekompasset and Kommunkompassen")
DESCRIPTION: Final = say(
    "Evaluations of how Norwegian and Swedish municipalities are governed and led: points in "
    "eight areas, questions, strengths, challenges, weaknesses and gold stars, with the source"
    " of every figure. They measure management practice, not service quality."
)
REPORTS: Final = say(
    "Of each evaluation there is a report to read and to print, and of several municipalities a "
    "joint one."
)
KEYWORDS_BY_LANGUAGE: Final = {
    "nb": ("Kommunekompasset", "kommune", "kommunal styring", "evaluering"),
    "nn": ("Kommunekompasset", "kommune", "kommunal styring", "evaluering"),
    "sv": ("Kommunkompassen", "kommun", "kommunal styrning", "utvärdering"),
    "en": ("municipality", "local government", "governance", "evaluation"),
}
KEYWORDS: Final = tuple(
    dict.fromkeys(word for words in KEYWORDS_BY_LANGUAGE.values() for word in words)
)
"""Where nobody asks in which language."""


def identifier(release: Release) -> str:
    """The lasting name of the data set in a release: where it is found."""
    return f"{dataset_address()}?release={release.number}"


def dataset_address() -> str:
    """Where the data set is found, whatever the release."""
    return f"{settings().site_address}/data"
