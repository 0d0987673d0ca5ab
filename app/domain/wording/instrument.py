"""What the instrument is, in the sentences that pages and reports share."""

from typing import Final

from app.domain.decimals import total_points
from app.domain.gap import SmallDifference
from app.domain.message import Message, Points, say
from app.domain.method import MethodVersion

EVIDENCE: Final = say(
    "What counts is what can be shown: interviews, plans and other documents, and the website. "
    "The municipality gets a report with strengths, challenges and weaknesses, and a gold star "
    "for practice that most others can learn from."
)
VOLUNTARY: Final = say("The municipality asks for it. Taking part is voluntary.")
CRITERIA_NOT_APART: Final = say(
    "How many points each criterion gives is not known to us, and we do not guess."
)


def scale_words(version: MethodVersion) -> Message:
    """How many areas and points a version has."""
    return say(
        "Method version %(version)s looks at eight areas, each worth up to %(area)s points, "
        "%(max)s in all.",
        version=version.version,
        area=Points(version.areas[0].max, 0),
        max=total_points(version.max),
    )


def small_words(small: SmallDifference) -> Message:
    """Under which differences nothing is told apart."""
    return say(
        "Under %(area)s points on an area, and under %(total)s points on a total, we say "
        "“about the same”.",
        area=Points(small.area),
        total=total_points(small.total),
    )


def small_over_time_words(small: SmallDifference) -> Message:
    """The same of changes since an earlier evaluation."""
    return say(
        "Of a change since an earlier evaluation of the same municipality we speak from %(area)s "
        "points on an area and %(total)s on a total.",
        area=Points(small.over_time.area),
        total=total_points(small.over_time.total),
    )


GOLD_STARS_JUDGED: Final = say(
    "A gold star is the evaluators' judgement of a practice. It does not follow from the points."
)
