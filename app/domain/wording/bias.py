"""How far the results that were found lie from published averages, in one sentence."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.decimals import total_points
from app.domain.message import Message, Value, say
from app.domain.municipality import Country
from app.domain.publication_bias import PublicationBias
from app.domain.wording.sets import country_words


def bias_words(biases: Sequence[PublicationBias]) -> Message | None:
    """By how many points the mean of the results found lies above averages that were published of
    the same years, country by country. None where those found are enough to stand for all, and
    where nothing was published."""
    differences: dict[Country, list[Decimal]] = {}
    for bias in biases:
        if bias.few and bias.difference is not None:
            differences.setdefault(bias.reference.country, []).append(bias.difference)
    if not differences:
        return None
    every = [value for found in differences.values() for value in found]
    by_country: tuple[Value, ...] = tuple(
        _span(country, sorted(found)) for country, found in differences.items()
    )
    if min(every) > 0:
        return say(
            "The results that we have found lie above the published averages: %(by_country)s. "
            "It seems that those who do well publish more often.",
            by_country=by_country,
        )
    return say(
        "The average of the results that we have found differs from the published averages: "
        "%(by_country)s.",
        by_country=by_country,
    )


def _span(country: Country, rising: Sequence[Decimal]) -> Message:
    lowest, highest = total_points(rising[0]), total_points(rising[-1])
    values: dict[str, Value] = {"country": country_words(country), "points": lowest}
    if len(rising) == 1:
        return say("%(points)s points in %(country)s", **values)
    return say("%(points)s to %(most)s points in %(country)s", most=highest, **values)
