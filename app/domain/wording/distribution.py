"""What is said of how points are spread: the middle, its make-up, and who did best."""

from decimal import Decimal

from app.domain.coverage import Unrepresentative
from app.domain.decimals import decimals_of
from app.domain.distribution import Leaders, Spread, leaders
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.wording.coverage import coverage_words, lack_words, needs_words
from app.domain.wording.sets import country_words, member_name, member_with_points, years_words

MOST_NAMED = 4
"""Who share the most points are named as long as a sentence can hold them."""


def median_words(spread: Spread, maximum: Decimal, versions: Message) -> Message:
    """The middle of a country's results with what it is computed over, or why there is none."""
    found = spread.statistics
    values: dict[str, Value] = {"country": country_words(spread.country), "versions": versions}
    if spread.unrepresentative not in (None, Unrepresentative.TOO_FEW):
        return _lack(spread)
    if found is None:
        decimals = decimals_of(r.score for r in spread.results)
        return say(
            "%(country)s: we have figures only for %(members)s. A median needs %(needs)s.",
            country=values["country"],
            members=tuple(
                member_with_points(r.evaluation, r.score, decimals) for r in spread.results
            ),
            needs=needs_words(spread.coverage.least_share),
        )
    values |= {
        "median": Points(found.median),
        "max": Points(maximum),
        "years": years_words(*spread.years),
        "coverage": coverage_words(spread.coverage),
    }
    if found.lower_quartile is None or found.upper_quartile is None:
        return say(
            "%(country)s: the median is %(median)s out of %(max)s points, over the "
            "latest results of %(coverage)s (%(versions)s, %(years)s).",
            **values,
        )
    decimals = decimals_of((found.lower_quartile, found.upper_quartile))
    return say(
        "%(country)s: the median is %(median)s out of %(max)s points, over the "
        "latest results of %(coverage)s (%(versions)s, %(years)s). The middle "
        "half of them got between %(lower)s and %(upper)s points.",
        **values,
        lower=Points(found.lower_quartile, decimals),
        upper=Points(found.upper_quartile, decimals),
    )


def _lack(spread: Spread) -> Message:
    lack = spread.unrepresentative or Unrepresentative.TOO_FEW
    return say(
        "%(country)s: %(why)s",
        country=country_words(spread.country),
        why=lack_words(spread.coverage, lack),
    )


def best_words(spread: Spread, maximum: Decimal, small: Decimal) -> tuple[Message, ...]:
    """Who has the most points, and how many are about the same; or why nobody is named."""
    found = leaders(spread, small)
    if found is None:
        return (_nobody_is_best(spread),)
    best = _best(spread, found, maximum)
    if not found.close:
        return (best,)
    close = say_n(
        "%(n)s other is about the same, less than %(limit)s points behind.",
        "%(n)s others are about the same, less than %(limit)s points behind.",
        found.close,
        limit=Points(small),
    )
    return (best, close)


def _nobody_is_best(spread: Spread) -> Message:
    values: dict[str, Value] = {
        "country": country_words(spread.country),
        "coverage": coverage_words(spread.coverage),
    }
    match spread.unrepresentative:
        case Unrepresentative.BELOW_LIMIT:
            return say(
                "%(country)s: we have figures for %(coverage)s. That is too few to say who does it "
                "best.",
                **values,
            )
        case Unrepresentative.UNKNOWN:
            return say(
                "%(country)s: we have figures for %(coverage)s. So nobody is said to do it best.",
                **values,
            )
        case _:
            return say(
                "%(country)s: we have figures for too few to say who does it best. That "
                "needs %(needs)s.",
                country=values["country"],
                needs=needs_words(spread.coverage.least_share),
            )


def _best(spread: Spread, found: Leaders, maximum: Decimal) -> Message:
    values: dict[str, Value] = {
        "country": country_words(spread.country),
        "points": Points(found.best[0].score),
        "max": Points(maximum),
        "n": spread.n,
    }
    if len(found.best) > MOST_NAMED:
        return say(
            "%(country)s: %(sharing)s of the %(n)s municipalities listed here share "
            "first place, with %(points)s out of %(max)s points.",
            **values,
            sharing=len(found.best),
        )
    names: tuple[Value, ...] = tuple(member_name(result.evaluation) for result in found.best)
    if len(names) > 1:
        return say(
            "%(country)s: %(names)s share first place among the %(n)s municipalities "
            "listed here, with %(points)s out of %(max)s points.",
            **values,
            names=names,
        )
    return say(
        "%(country)s: %(name)s has the most points of the %(n)s municipalities "
        "listed here, %(points)s out of %(max)s.",
        **values,
        name=names[0],
    )
