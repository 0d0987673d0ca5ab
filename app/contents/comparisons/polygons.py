"""Which of those compared are drawn: a spider has room for three."""

from collections.abc import Sequence

from app.charts.spider.figure import FEWEST_AXES, MOST_POLYGONS
from app.contents.comparisons.compared import Compared
from app.domain.comparability import Comparability
from app.domain.message import Message, say


def polygons(compared: Sequence[Compared], allowed: Comparability) -> tuple[Compared, ...]:
    """The first three with areas enough.

    None where areas may not be compared, or where one would stand there alone of several.
    """
    if not allowed.allowed:
        return ()
    with_areas = [one for one in compared if _known_areas(one) >= FEWEST_AXES]
    if len(with_areas) < min(2, len(compared)):
        return ()
    return tuple(with_areas[:MOST_POLYGONS])


def drawn_words(compared: Sequence[Compared], shown: Sequence[Compared]) -> Message | None:
    """Who is drawn, where not all are, and where the others are found."""
    if not shown or len(shown) == len(compared):
        return None
    ids = {one.id for one in shown}
    return say(
        "Drawn: %(drawn)s. Not drawn, but in the table: %(others)s. The figures have room for "
        "three, and need at least three known areas.",
        drawn=tuple(one.name for one in shown),
        others=tuple(one.name for one in compared if one.id not in ids),
    )


def _known_areas(one: Compared) -> int:
    return sum(measure.area is not None for measure in one.summary.figures)
