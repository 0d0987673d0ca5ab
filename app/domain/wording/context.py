"""What is said around a municipality: its county, and its predecessors' results as theirs."""

from decimal import Decimal

from app.domain.county import CountyCount
from app.domain.decimals import total_points
from app.domain.message import Message, say
from app.domain.wording.counties import county_count_words, former_words


def county_words(county: CountyCount) -> tuple[Message, ...]:
    """Of how many in a county an evaluation is known; nothing of a county with one municipality.

    Those that were there before are told apart: they are not among those of today.
    """
    if county.is_former:
        return (county_count_words(county, county.former_evaluated),)
    if county.members == 1:
        return ()
    said = county_count_words(county, county.evaluated)
    former = county.former_evaluated
    return (said, former_words(former)) if former else (said,)


def predecessor_words(name: str, points: Decimal, maximum: Decimal, year: int) -> Message:
    """The result of a predecessor, as that municipality's own."""
    return say(
        "Its predecessor %(name)s scored %(points)s out of %(max)s points in %(year)s.",
        name=name,
        points=total_points(points),
        max=total_points(maximum),
        year=str(year),
    )
