"""What is said around a municipality: its county, and its predecessors' results as theirs."""

from decimal import Decimal

from app.domain.county import County
from app.domain.decimals import total_points
from app.domain.message import Message, say, say_n
from app.domain.wording.counties import county_count_words


def county_words(county: County, evaluated: int, former: int) -> tuple[Message, ...]:
    """Of how many in a county an evaluation is known; nothing of a county with one municipality.

    `evaluated` counts those of today, or of a county that has none today, those that lay in it;
    `former` those that lay in one that is still there: they are not among those of today.
    """
    if len(county.present) == 1:
        return ()
    said = county_count_words(county, evaluated)
    if not former or county.is_former:
        return (said,)
    return (
        said,
        say_n(
            "Of those that were there before, %(former)s was evaluated.",
            "Of those that were there before, %(former)s were evaluated.",
            former,
            former=former,
        ),
    )


def predecessor_words(name: str, points: Decimal, maximum: Decimal, year: int) -> Message:
    """The result of a predecessor, as that municipality's own."""
    return say(
        "Its predecessor %(name)s scored %(points)s out of %(max)s points in %(year)s.",
        name=name,
        points=total_points(points),
        max=total_points(maximum),
        year=str(year),
    )
