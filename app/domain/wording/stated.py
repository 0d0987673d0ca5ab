"""What a source itself says of a result: kept as stated, and said as the source's own words."""

from collections.abc import Sequence

from app.domain.evaluation import (
    Direction,
    Evaluation,
    PlacingBand,
    PlacingScope,
    StatedComparison,
    StatedPlacing,
    StatedStanding,
)
from app.domain.message import Message, Value, say
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.wording.sets import municipalities_words


def stated_words(evaluation: Evaluation) -> tuple[Message, ...]:
    """Every comparison and placing that the evaluation's source states."""
    return (
        *(comparison_stated_words(c) for c in evaluation.stated_comparisons),
        *(placing_words(placing, evaluation.country) for placing in evaluation.stated_placings),
    )


def comparison_stated_words(comparison: StatedComparison) -> Message:
    """Where the source places the areas beside an average."""
    standings = set(comparison.areas.values())
    if len(comparison.areas) == 8 and standings == {StatedStanding.ABOVE}:
        if comparison.clearly:
            return say(
                "Above the %(against)s in all eight areas, clearly so in areas %(clearly)s",
                against=comparison.against,
                clearly=_numbers(comparison.clearly),
            )
        return say("Above the %(against)s in all eight areas", against=comparison.against)
    if len(comparison.areas) == 8 and standings == {StatedStanding.BELOW}:
        return say("Below the %(against)s in all eight areas", against=comparison.against)
    return say(
        "Beside the %(against)s: above in areas %(above)s, about the same in %(about)s, "
        "below in %(below)s",
        against=comparison.against,
        above=_areas(comparison, StatedStanding.ABOVE),
        about=_areas(comparison, StatedStanding.ABOUT),
        below=_areas(comparison, StatedStanding.BELOW),
    )


def _areas(comparison: StatedComparison, standing: StatedStanding) -> tuple[Value, ...] | str:
    found = [no for no, stated in sorted(comparison.areas.items()) if stated is standing]
    return _numbers(found) if found else "–"


def _numbers(numbers: Sequence[int]) -> tuple[Value, ...]:
    return tuple(str(number) for number in numbers)


def direction_words(direction: Direction, since: int) -> Message:
    """A change per area as the source words it."""
    match direction:
        case Direction.UP:
            return say("up since %(year)s, says the source", year=str(since))
        case Direction.DOWN:
            return say("down since %(year)s, says the source", year=str(since))
        case Direction.STABLE:
            return say("stable since %(year)s, says the source", year=str(since))


def placing_words(placing: StatedPlacing, country: Country) -> Message:
    """A place as its source states it, for a sentence that begins with the source."""
    whom = _placing_scope(placing, country)
    what = _measure_words(placing.measure)
    if placing.band is PlacingBand.TOP_QUARTER:
        if placing.of is not None:
            return say(
                "%(what)s: in the top quarter of the %(of)s %(whom)s",
                what=what,
                whom=whom,
                of=placing.of,
            )
        return say("%(what)s: in the top quarter of %(whom)s", what=what, whom=whom)
    if placing.band is PlacingBand.TOP_TENTH:
        if placing.of is not None:
            return say(
                "%(what)s: in the top tenth of the %(of)s %(whom)s",
                what=what,
                whom=whom,
                of=placing.of,
            )
        return say("%(what)s: in the top tenth of %(whom)s", what=what, whom=whom)
    place = placing.rank or 0
    if placing.of is not None:
        return say(
            "%(what)s: place %(place)s of the %(of)s %(whom)s",
            what=what,
            place=place,
            of=placing.of,
            whom=whom,
        )
    return say("%(what)s: place %(place)s among %(whom)s", what=what, place=place, whom=whom)


def _measure_words(measure: Measure) -> Message:
    if measure.area is None:
        return say("Total")
    return say("Area %(no)s", no=str(measure.area))


def _placing_scope(placing: StatedPlacing, country: Country) -> Message:
    municipalities = municipalities_words((country,))
    match placing.scope:
        case PlacingScope.COUNTRY:
            return say("evaluated %(municipalities)s", municipalities=municipalities)
        case PlacingScope.COUNTRY_SINCE_2010:
            return say("%(municipalities)s evaluated since 2010", municipalities=municipalities)
        case PlacingScope.COUNTRY_ALL_TIME:
            if country is Country.SWEDEN:
                return say("Swedish evaluations until then")
            return say("Norwegian evaluations until then")
        case PlacingScope.COUNTRY_SIZE_GROUP:
            return say(
                "evaluated %(municipalities)s",
                municipalities=municipalities_words((country,), of_its_size=True),
            )
        case PlacingScope.SCANDINAVIA:
            return say("evaluated Scandinavian municipalities")
