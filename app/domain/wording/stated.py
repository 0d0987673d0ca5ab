"""What a source itself says of a result: kept as stated, and said as the source's own words."""

from collections.abc import Sequence
from typing import Final, assert_never

from app.domain.evaluation import Evaluation
from app.domain.message import Message, Value, say, say_n
from app.domain.stated import Direction, StatedComparison, StatedDegree, StatedStanding
from app.domain.wording.placings import attributed, placing_words


def stated_words(evaluation: Evaluation) -> tuple[Message, ...]:
    """Every comparison and placing that the evaluation's source states."""
    return (
        *(comparison_stated_words(c) for c in evaluation.stated_comparisons),
        *(placing_words(placing, evaluation.country) for placing in evaluation.stated_placings),
    )


def comparison_stated_words(comparison: StatedComparison) -> Message:
    """Where the source places the total, the areas or both beside an average."""
    parts = [
        *([_total_words(comparison)] if comparison.total is not None else []),
        *([_areas_words(comparison)] if comparison.areas else []),
    ]
    said = (
        parts[0] if len(parts) == 1 else say("%(total)s. %(areas)s", total=parts[0], areas=parts[1])
    )
    return attributed(said, comparison)


def _total_words(comparison: StatedComparison) -> Message:
    against = comparison.against
    match comparison.total, comparison.degree:
        case StatedStanding.ABOVE, StatedDegree.CLEARLY:
            return say("The total is clearly above the %(against)s", against=against)
        case StatedStanding.ABOVE, StatedDegree.SLIGHTLY:
            return say("The total is slightly above the %(against)s", against=against)
        case StatedStanding.ABOVE, _:
            return say("The total is above the %(against)s", against=against)
        case StatedStanding.BELOW, StatedDegree.CLEARLY:
            return say("The total is clearly below the %(against)s", against=against)
        case StatedStanding.BELOW, StatedDegree.SLIGHTLY:
            return say("The total is slightly below the %(against)s", against=against)
        case StatedStanding.BELOW, _:
            return say("The total is below the %(against)s", against=against)
        case _:
            return say("The total is about the same as the %(against)s", against=against)


def _areas_words(comparison: StatedComparison) -> Message:
    """The areas that the source names, and no others."""
    against, standings = comparison.against, set(comparison.areas.values())
    if len(standings) == 1:
        (standing,) = standings
        if len(comparison.areas) == 8:
            return _all_areas_words(comparison, standing)
        return _some_areas_words(comparison, standing)
    return say(
        "Compared with the %(against)s: %(standings)s",
        against=against,
        standings=tuple(
            _standing_words(standing, found)
            for standing in StatedStanding
            if (found := _areas(comparison, standing))
        ),
    )


def _all_areas_words(comparison: StatedComparison, standing: StatedStanding) -> Message:
    against = comparison.against
    match standing:
        case StatedStanding.ABOVE if comparison.clearly:
            return say(
                "Above the %(against)s in all eight areas, clearly so in areas %(clearly)s",
                against=against,
                clearly=_numbers(comparison.clearly),
            )
        case StatedStanding.ABOVE:
            return say("Above the %(against)s in all eight areas", against=against)
        case StatedStanding.ABOUT:
            return say("About the same as the %(against)s in all eight areas", against=against)
        case StatedStanding.BELOW:
            return say("Below the %(against)s in all eight areas", against=against)
        case _:
            assert_never(standing)


def _some_areas_words(comparison: StatedComparison, standing: StatedStanding) -> Message:
    against, areas = comparison.against, _areas(comparison, standing)
    n = len(comparison.areas)
    match standing:
        case StatedStanding.ABOVE:
            return say_n(
                "Above the %(against)s in area %(areas)s",
                "Above the %(against)s in areas %(areas)s",
                n,
                against=against,
                areas=areas,
            )
        case StatedStanding.ABOUT:
            return say_n(
                "About the same as the %(against)s in area %(areas)s",
                "About the same as the %(against)s in areas %(areas)s",
                n,
                against=against,
                areas=areas,
            )
        case StatedStanding.BELOW:
            return say_n(
                "Below the %(against)s in area %(areas)s",
                "Below the %(against)s in areas %(areas)s",
                n,
                against=against,
                areas=areas,
            )
        case _:
            assert_never(standing)


def _standing_words(standing: StatedStanding, areas: tuple[Value, ...]) -> Message:
    match standing:
        case StatedStanding.ABOVE:
            return say_n(
                "above in area %(areas)s", "above in areas %(areas)s", len(areas), areas=areas
            )
        case StatedStanding.ABOUT:
            return say_n(
                "about the same in area %(areas)s",
                "about the same in areas %(areas)s",
                len(areas),
                areas=areas,
            )
        case StatedStanding.BELOW:
            return say_n(
                "below in area %(areas)s", "below in areas %(areas)s", len(areas), areas=areas
            )
        case _:
            assert_never(standing)


def _areas(comparison: StatedComparison, standing: StatedStanding) -> tuple[Value, ...]:
    return _numbers([no for no, stated in sorted(comparison.areas.items()) if stated is standing])


def _numbers(numbers: Sequence[int]) -> tuple[Value, ...]:
    return tuple(str(number) for number in numbers)


_DIRECTIONS: Final = {
    Direction.UP: say("▲ up"),
    Direction.DOWN: say("▼ down"),
    Direction.STABLE: say("stable"),
}


def short_direction_words(direction: Direction) -> Message:
    """The same where the year and the source are told beside it."""
    return _DIRECTIONS[direction]


def direction_words(direction: Direction, since: int) -> Message:
    """A change per area as the source words it."""
    match direction:
        case Direction.UP:
            return say("up since %(year)s, according to the source", year=str(since))
        case Direction.DOWN:
            return say("down since %(year)s, according to the source", year=str(since))
        case Direction.STABLE:
            return say("stable since %(year)s, according to the source", year=str(since))
