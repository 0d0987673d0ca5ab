"""Numbers to sentences: what the pages say of a figure, a comparison and a gap.

Every sentence is a message with an English key; the catalogues hold the other languages. Words
follow the design: small differences are called small, averages name their set, and "evaluations
with figures here" never becomes "all municipalities".
"""

from collections.abc import Mapping
from typing import Final

from app.domain.absence import Absence, NotCompared
from app.domain.decimals import points_of
from app.domain.gap import Gap, Standing
from app.domain.message import Message, say, say_n
from app.domain.score import MissingKind
from app.domain.statistics import Band, Rank

_ABSENCES: Final[Mapping[Absence, Message]] = {
    MissingKind.NOT_FOUND: say("not found in the sources we have read"),
    MissingKind.NOT_PUBLIC: say("not made public"),
    MissingKind.NOT_IN_VERSION: say("not part of this method version"),
    MissingKind.NOT_EVALUATED: say("not evaluated"),
    MissingKind.WITHDRAWN: say("withdrawn"),
    NotCompared.OWN_MISSING: say("not compared: its own points are missing"),
    NotCompared.OTHER_MISSING: say("not compared: the points of the other are missing"),
    NotCompared.ONE_MISSING: say("not compared: points are missing"),
    NotCompared.TOO_FEW: say("not computed: too few have points here"),
    NotCompared.NOT_COMPARABLE: say("not compared: the methods differ too much"),
    NotCompared.NOT_IN_AVERAGE: say("not part of the published average"),
    NotCompared.FIRST: say("the first that we have points for"),
}
_SHORT_ABSENCES: Final[Mapping[MissingKind, Message]] = {
    MissingKind.NOT_FOUND: say("not found"),
    MissingKind.NOT_IN_VERSION: say("not in this version"),
}
"""Of those whose words are long."""
_BANDS: Final = {
    Band.TOP: say("in the highest quarter"),
    Band.UPPER_MIDDLE: say("above the middle"),
    Band.LOWER_MIDDLE: say("below the middle"),
    Band.BOTTOM: say("in the lowest quarter"),
}


def gap_words(gap: Gap, decimals: int | None = None) -> Message:
    """The gap as it stands in a table: "about the same", "12 above", "7 below".

    `decimals` are those of the table.
    """
    points = points_of(gap.measure, gap.size, decimals)
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say("about the same")
        case Standing.ABOVE:
            return say("%(points)s above", points=points)
        case Standing.BELOW:
            return say("%(points)s below", points=points)


def change_words(gap: Gap, since: int, decimals: int | None = None) -> Message:
    """A change since an earlier year; a small one is not called a rise or a fall.

    `decimals` are those of the table that it stands in.
    """
    year, points = str(since), points_of(gap.measure, gap.size, decimals)
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say("about the same as in %(year)s", year=year)
        case Standing.ABOVE:
            return say("up %(points)s since %(year)s", points=points, year=year)
        case Standing.BELOW:
            return say("down %(points)s since %(year)s", points=points, year=year)


def short_change_words(gap: Gap, decimals: int | None = None) -> Message:
    """The same where the year stands above it."""
    points = points_of(gap.measure, gap.size, decimals)
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say("about the same")
        case Standing.ABOVE:
            return say("up %(points)s", points=points)
        case Standing.BELOW:
            return say("down %(points)s", points=points)


def absence_words(kind: Absence) -> Message:
    """What stands where a figure is missing, or where nothing was compared: never one as the
    other."""
    return _ABSENCES[kind]


def short_absence_words(kind: MissingKind) -> Message:
    """The same in a narrow column."""
    return _SHORT_ABSENCES.get(kind) or absence_words(kind)


def band_words(band: Band) -> Message:
    """Which quarter or half of a comparison set a score is clearly in."""
    return _BANDS[band]


def rank_words(rank: Rank) -> Message:
    """A place among the evaluations with figures here: an interval where others are about the same,
    so nobody is told apart by less than what counts as a difference."""
    if rank.is_exact:
        return say(
            "ranked %(place)s of %(of)s evaluations that we have figures for",
            place=rank.place,
            of=rank.of,
        )
    return say(
        "ranked %(place_from)s–%(place_to)s of %(of)s evaluations that we have figures for",
        place_from=rank.place_from,
        place_to=rank.place_to,
        of=rank.of,
    )


def short_rank_words(rank: Rank) -> Message:
    """A place where the set is told beside it: "14 of 41", or an interval of places."""
    if rank.is_exact:
        return say("%(place)s of %(of)s", place=rank.place, of=rank.of)
    return say(
        "%(place_from)s–%(place_to)s of %(of)s",
        place_from=rank.place_from,
        place_to=rank.place_to,
        of=rank.of,
    )


def members_needed_words(n: int) -> Message:
    """Why no average or rank is given."""
    if n == 0:
        return say(
            "No other municipality has figures to compare with. "
            "An average or a rank needs at least five."
        )
    return say_n(
        "Only %(n)s other municipality has figures to compare with. "
        "An average or a rank needs at least five.",
        "Only %(n)s other municipalities have figures to compare with. "
        "An average or a rank needs at least five.",
        n,
    )
