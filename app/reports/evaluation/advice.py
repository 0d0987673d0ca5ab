"""Where a municipality may begin, by our own rule, in the words of reports and slides."""

from typing import Final

from app.contents.twins.lessons import AreaLesson
from app.domain.message import Message, say

WEAK_BY_OUR_RULE: Final = say("By our own rule these areas are weak, the weakest first:")
SUGGESTION: Final = say(
    "Our own suggestion: choose a few areas, agree on what to do, and be evaluated again after two "
    "or three years."
)


def why_weak(lesson: AreaLesson) -> Message:
    """An area, and why it is called weak."""
    return say("%(area)s. %(why)s", area=lesson.definition.name, why=lesson.why_words)
