"""The strongest true thing to say beside a result, one sentence of each kind.

The order between them is that of `app.contents.municipalities.strongest`; leads, quotes and share
images say the same.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from app.domain.decimals import total_points
from app.domain.gap import Gap, Standing
from app.domain.message import Message, Value, say, say_n
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.stated import StatedPlacing
from app.domain.statistics import Rank
from app.domain.wording.placings import placing_clause
from app.domain.wording.sets import municipalities_words


def beside_sentence(
    gap: Gap, value: Decimal, whom: Message | str, mark: Message | None = None
) -> Message:
    """How far a result lies from an average; `whom` says whose, `mark` why it is not simply
    printed."""
    shown = total_points(value)
    values: dict[str, Value] = {
        "points": total_points(gap.size),
        "value": shown if mark is None else say("%(points)s; %(mark)s", points=shown, mark=mark),
        "whom": whom,
    }
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say("That is about the same as %(whom)s (%(value)s).", **values)
        case Standing.ABOVE:
            return say("That is %(points)s points above %(whom)s (%(value)s).", **values)
        case Standing.BELOW:
            return say("That is %(points)s points below %(whom)s (%(value)s).", **values)


def published_sentence(
    gaps: Sequence[tuple[Gap, Decimal]], whom: Message | str, year: int, mark: Message | None
) -> Message:
    """The same of all averages that were published of one year: where they agree, one span.

    `whom` and `mark` are of the first of them.

    Raises:
        ValueError: there is none.
    """
    if not gaps:
        raise ValueError("no published average to set a result beside")
    (first, value), *rest = gaps
    if not rest:
        return beside_sentence(first, value, whom, mark)
    sizes = sorted(found.size for found, _ in gaps)
    averages: tuple[Value, ...] = tuple(total_points(value) for value in sorted(v for _, v in gaps))
    values: dict[str, Value] = {
        "low": total_points(sizes[0]),
        "high": total_points(sizes[-1]),
        "year": str(year),
        "values": averages,
    }
    standings = {found.standing for found, _ in gaps}
    if standings == {Standing.ABOVE}:
        return say(
            "That is %(low)s–%(high)s points above the averages published for %(year)s "
            "(%(values)s).",
            **values,
        )
    if standings == {Standing.BELOW}:
        return say(
            "That is %(low)s–%(high)s points below the averages published for %(year)s "
            "(%(values)s).",
            **values,
        )
    if standings == {Standing.ABOUT_THE_SAME}:
        return say(
            "That is about the same as the averages published for %(year)s (%(values)s).",
            **values,
        )
    return say(
        "The averages published for %(year)s lie on either side of it or close to it (%(values)s).",
        **values,
    )


def areas_sentence(standings: Collection[Standing], year: int) -> Message:
    """In how many areas a result lies above or below an average that was published of a year."""
    above = sum(standing is Standing.ABOVE for standing in standings)
    below = sum(standing is Standing.BELOW for standing in standings)
    values: dict[str, Value] = {
        "above": above,
        "below": below,
        "of": len(standings),
        "year": str(year),
    }
    if above == len(standings):
        return say("All %(of)s areas are above the average published for %(year)s.", **values)
    if below == len(standings):
        return say("All %(of)s areas are below the average published for %(year)s.", **values)
    if above and below:
        return say(
            "Of %(of)s areas, %(above)s are above and %(below)s below the average published for "
            "%(year)s.",
            **values,
        )
    if above:
        return say_n(
            "Of %(of)s areas, %(n)s is above the average published for %(year)s.",
            "Of %(of)s areas, %(n)s are above the average published for %(year)s.",
            above,
            **values,
        )
    if below:
        return say_n(
            "Of %(of)s areas, %(n)s is below the average published for %(year)s.",
            "Of %(of)s areas, %(n)s are below the average published for %(year)s.",
            below,
            **values,
        )
    return say("Every area is about the same as the average published for %(year)s.", **values)


def rank_sentence(rank: Rank, scope: SetScope) -> Message:
    """The place of a result, or the places it shares with those about the same."""
    values: dict[str, Value] = {
        "of": rank.of,
        "municipalities": municipalities_words(
            scope.countries, of_its_size=scope.size_group is not None
        ),
    }
    if rank.is_exact:
        return say(
            "It is ranked %(place)s of %(of)s %(municipalities)s that we have figures for.",
            place=rank.place,
            **values,
        )
    return say(
        "It is ranked %(place_from)s–%(place_to)s of %(of)s %(municipalities)s that we have "
        "figures for.",
        place_from=rank.place_from,
        place_to=rank.place_to,
        **values,
    )


def stated_sentence(placing: StatedPlacing, country: Country, year: int | None = None) -> Message:
    """What the source of the result says of its place; `year` where more results than one are
    spoken of."""
    clause = placing_clause(placing, country)
    if year is not None:
        return say(
            "According to the source of %(year)s: %(placing)s.", year=str(year), placing=clause
        )
    return say("According to the source: %(placing)s.", placing=clause)


def since_sentence(before: Decimal, year: int) -> Message:
    """The municipality's own earlier total. No difference is computed."""
    return say(
        "In its own evaluation of %(year)s it scored %(points)s.",
        year=str(year),
        points=total_points(before),
    )


def change_sentence(gap: Gap, since: int) -> Message:
    """The change of the total since an earlier evaluation; a small one is no change."""
    values: dict[str, Value] = {"year": str(since), "points": total_points(gap.size)}
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say("That is about the same as in %(year)s.", **values)
        case Standing.ABOVE:
            return say("That is %(points)s points more than in %(year)s.", **values)
        case Standing.BELOW:
            return say("That is %(points)s points fewer than in %(year)s.", **values)
