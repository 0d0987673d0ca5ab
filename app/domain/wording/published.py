"""What is said of averages that others have published, wherever they stand: with year and n."""

from collections.abc import Sequence

from app.domain.decimals import points_of
from app.domain.message import Message, Value, say, say_n
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.sets import country_words


def published_figure_words(reference: ReferenceAverage, measure: Measure) -> Message:
    """One published average within a sentence: "359 in 2018 (n = 55)"."""
    values: dict[str, Value] = {
        "points": points_of(measure, reference.figures[measure]),
        "year": str(reference.as_of),
    }
    if reference.statistic is ReferenceStatistic.MEDIAN:
        if reference.n is None:
            return say("%(points)s in %(year)s (median)", **values)
        return say("%(points)s in %(year)s (median, n = %(n)s)", n=reference.n, **values)
    if reference.n is None:
        return say("%(points)s in %(year)s", **values)
    return say("%(points)s in %(year)s (n = %(n)s)", n=reference.n, **values)


def published_words(
    country: Country, references: Sequence[ReferenceAverage], measure: Measure
) -> Message:
    """The averages that were published of one country, oldest first.

    Raises:
        ValueError: there is none.
    """
    if not references:
        raise ValueError("no published average to tell of")
    ordered = sorted(references, key=lambda r: (r.as_of, -(r.n or 0), r.id))
    return say_n(
        "%(country)s: the published average was %(figures)s.",
        "%(country)s: the published averages were %(figures)s.",
        len(ordered),
        country=country_words(country),
        figures=tuple(published_figure_words(one, measure) for one in ordered),
    )
