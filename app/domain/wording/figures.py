"""What stands above a figure of areas or of years: what it shows, and what of whom."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.decimals import total_points
from app.domain.gap import Standing
from app.domain.message import LocalText, Message, Value, say
from app.domain.method import AreaDefinition
from app.domain.statistics import Rank
from app.domain.wording.standing import short_rank_words


def areas_title(name: str, year: int, highest: Sequence[AreaDefinition]) -> Message:
    """The area with the most points; where no area stands out, what is drawn."""
    if not highest:
        return say("%(name)s %(year)s: the eight areas", name=name, year=str(year))
    return say(
        "%(name)s %(year)s: most points for %(areas)s",
        name=name,
        year=str(year),
        areas=tuple(area.short or area.name for area in highest),
    )


def standings_title(
    name: str, year: int, other: str | Message, standings: Sequence[Standing]
) -> Message:
    """In how many areas a result is above or below what it is set beside: of the two the one that
    is said of more."""
    values: dict[str, Value] = {
        "name": name,
        "year": str(year),
        "other": other,
        "of": len(standings),
    }
    above, below = standings.count(Standing.ABOVE), standings.count(Standing.BELOW)
    if not above and not below:
        return say(
            "%(name)s %(year)s: about the same as %(other)s in all %(of)s areas compared", **values
        )
    if above >= below:
        return say("%(name)s %(year)s: above %(other)s in %(n)s of %(of)s areas", n=above, **values)
    return say("%(name)s %(year)s: below %(other)s in %(n)s of %(of)s areas", n=below, **values)


def areas_subtitle(others: Sequence[str | Message | LocalText]) -> Message:
    """The measure, and whom it is set beside."""
    if not others:
        return say("Points in each area, 0–100")
    return say("Points in each area, 0–100, beside %(others)s", others=tuple(others))


def own_areas_title(name: str, first: int, last: int, standings: Sequence[Standing]) -> Message:
    """In how many areas a municipality has changed from its first year to its last: of up and down
    the one that is said of more."""
    values: dict[str, Value] = {
        "name": name,
        "first": str(first),
        "last": str(last),
        "of": len(standings),
    }
    up, down = standings.count(Standing.ABOVE), standings.count(Standing.BELOW)
    if not standings:
        return say("%(name)s area by area, %(first)s and %(last)s", **values)
    if not up and not down:
        return say(
            "%(name)s: about the same in all %(of)s areas in %(first)s and %(last)s", **values
        )
    if up >= down:
        return say(
            "%(name)s: up in %(n)s of %(of)s areas from %(first)s to %(last)s", n=up, **values
        )
    return say(
        "%(name)s: down in %(n)s of %(of)s areas from %(first)s to %(last)s", n=down, **values
    )


def history_title(name: str, first: tuple[int, Decimal], last: tuple[int, Decimal]) -> Message:
    """The first and the last of totals that may be set beside one another."""
    values: dict[str, Value] = {
        "name": name,
        "first": str(first[0]),
        "before": total_points(first[1]),
        "last": str(last[0]),
        "after": total_points(last[1]),
    }
    return say("%(name)s: %(before)s points in %(first)s, %(after)s in %(last)s", **values)


def ranked_title(name: str | Message, rank: Rank) -> Message:
    """The place among those that a figure shows in order."""
    return say("%(name)s: ranked %(rank)s", name=name, rank=short_rank_words(rank))
