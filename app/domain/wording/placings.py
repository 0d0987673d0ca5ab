"""A place that a source states, in words that name exactly its scope and never a wider one."""

from typing import assert_never

from app.domain.message import Message, say
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.stated import (
    PeriodKind,
    PlacingBand,
    PlacingPeriod,
    PlacingScope,
    StatedComparison,
    StatedPlacing,
    Territory,
)
from app.domain.wording.sets import municipalities_words, size_group_words


def placing_words(placing: StatedPlacing, country: Country) -> Message:
    """A place with its measure, for a list under "what the source says": "Total: place 3 …"."""
    said = say(
        "%(what)s: %(placing)s",
        what=measure_words(placing.measure),
        placing=placing_clause(placing, country),
    )
    return attributed(said, placing)


def attributed(said: Message, stated: StatedPlacing | StatedComparison) -> Message:
    """What is stated, with whose words they are, or else where they were read, if elsewhere."""
    if stated.teller is not None:
        return say("%(said)s, according to %(teller)s", said=said, teller=stated.teller)
    if stated.source is not None:
        return say("%(said)s (source: %(source)s)", said=said, source=stated.source.title)
    return said


def measure_words(measure: Measure) -> Message:
    """What a place is a place in."""
    return say("Total") if measure.area is None else say("Area %(no)s", no=str(measure.area))


def placing_clause(placing: StatedPlacing, country: Country) -> Message:
    """A rank as it stands within a sentence: "ranked 3 of the 58 evaluated …"."""
    whom = scope_words(placing.scope, country)
    if placing.rank is not None:
        if placing.of is None:
            return say("ranked %(place)s among %(whom)s", place=placing.rank, whom=whom)
        return say(
            "ranked %(place)s of the %(of)s %(whom)s", place=placing.rank, of=placing.of, whom=whom
        )
    if placing.of is not None:
        whom = say("the %(of)s %(whom)s", of=placing.of, whom=whom)
    if placing.better is not None:
        return _better_clause(placing.better, whom)
    return _band_clause(placing.band or PlacingBand.MIDDLE, whom)


def _better_clause(better: int, whom: Message) -> Message:
    """How many had done better, where that is what the source says."""
    if better == 0:
        return say("none had done better among %(whom)s", whom=whom)
    return say("%(better)s had done better among %(whom)s", better=better, whom=whom)


def _band_clause(band: PlacingBand, whom: Message) -> Message:
    match band:
        case PlacingBand.TOP_TENTH:
            return say("in the top tenth of %(whom)s", whom=whom)
        case PlacingBand.TOP_QUARTER:
            return say("in the top quarter of %(whom)s", whom=whom)
        case PlacingBand.TOP_THREE:
            return say("one of the three best among %(whom)s", whom=whom)
        case PlacingBand.UPPER_HALF:
            return say("in the upper half of %(whom)s", whom=whom)
        case PlacingBand.ABOVE_MIDDLE:
            return say("slightly above the middle of %(whom)s", whom=whom)
        case PlacingBand.MIDDLE:
            return say("about the middle of %(whom)s", whom=whom)
        case PlacingBand.NEAR_BOTTOM:
            return say("near the bottom of %(whom)s", whom=whom)
        case _:
            assert_never(band)


def scope_words(scope: PlacingScope, country: Country) -> Message:
    """Among whom a place is, as a part of a sentence. What the source leaves open stays open."""
    municipalities = _municipalities(scope, country)
    if scope.period is None:
        return say("evaluated %(municipalities)s", municipalities=municipalities)
    return _in_period(scope.period, municipalities)


def _municipalities(scope: PlacingScope, country: Country) -> Message:
    """Whose municipalities, and of what size."""
    size = scope.size
    if scope.territory is Territory.SCANDINAVIA:
        named = say("Scandinavian municipalities")
    else:
        named = municipalities_words((country,))
    if size is None:
        return named
    if size.below is not None:
        limit = say("under %(inhabitants)s inhabitants", inhabitants=size.below)
    elif size.group is not None:
        limit = size_group_words(size.group)
    else:
        return say("%(municipalities)s of its size", municipalities=named)
    return say("%(municipalities)s with %(limit)s", municipalities=named, limit=limit)


def _in_period(period: PlacingPeriod, municipalities: Message) -> Message:
    """Municipalities by when they were evaluated, or by which method version."""
    match period.kind:
        case PeriodKind.ALL_TIME:
            return say("%(municipalities)s ever evaluated by then", municipalities=municipalities)
        case PeriodKind.SINCE if period.year is None:
            return say(
                "%(municipalities)s evaluated since a year that cannot be read in the source",
                municipalities=municipalities,
            )
        case PeriodKind.SINCE:
            return say(
                "%(municipalities)s evaluated since %(year)s",
                municipalities=municipalities,
                year=str(period.year),
            )
        case PeriodKind.LAST_YEARS:
            return say(
                "%(municipalities)s evaluated in the %(years)s years up to then",
                municipalities=municipalities,
                years=str(period.years),
            )
        case PeriodKind.VERSION:
            return say(
                "%(municipalities)s evaluated with version %(version)s",
                municipalities=municipalities,
                version=period.version or "",
            )
        case PeriodKind.YEAR:
            return say(
                "%(municipalities)s evaluated in %(year)s",
                municipalities=municipalities,
                year=str(period.year),
            )
        case _:
            assert_never(period.kind)
