"""What is said of averages that others have published, wherever they stand: with year and n."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.decimals import points_of
from app.domain.message import Message, Value, say, say_n
from app.domain.municipality import Country
from app.domain.reference import CountBasis, ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.reference import basis_words
from app.domain.wording.sets import country_words


def published_figure_words(reference: ReferenceAverage, measure: Measure) -> Message:
    """One published average within a sentence: "359 in 2018 (n = 55)", with the mark of what is not
    simply printed."""
    values: dict[str, Value] = {
        "points": points_of(measure, reference.figures[measure]),
        "year": str(reference.as_of),
    }
    marks = _marks(reference)
    if not marks:
        return say("%(points)s in %(year)s", **values)
    if len(marks) == 1:
        return say("%(points)s in %(year)s (%(mark)s)", mark=marks[0], **values)
    return say("%(points)s in %(year)s (%(mark)s; %(n)s)", mark=marks[0], n=marks[1], **values)


def _marks(reference: ReferenceAverage) -> list[Message]:
    """That it is a median or not printed, and over how many it is: at most two of them."""
    marks: list[Message] = []
    if reference.statistic is ReferenceStatistic.MEDIAN:
        marks.append(say("median"))
    elif (basis := basis_words(reference)) is not None:
        marks.append(basis)
    if reference.n is not None:
        other = reference.n_basis is CountBasis.OTHER_SOURCE
        marks.append(
            say("n = %(n)s, from another source", n=reference.n)
            if other
            else say("n = %(n)s", n=reference.n)
        )
    return marks


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


@dataclass(frozen=True, slots=True)
class PublishedMark:
    """A published average in a figure: what is written at it, and said of it."""

    country: Country
    value: Decimal
    name: Message
    said: Message


def published_marks(
    references: Sequence[ReferenceAverage], measure: Measure
) -> tuple[PublishedMark, ...]:
    """The published averages of a measure as a figure draws them."""
    return tuple(
        PublishedMark(
            one.country,
            one.figures[measure],
            _mark_words(one, measure),
            published_words(one.country, (one,), measure),
        )
        for one in references
    )


def _mark_words(reference: ReferenceAverage, measure: Measure) -> Message:
    """A few words at a mark in a figure."""
    points = points_of(measure, reference.figures[measure])
    year = str(reference.as_of)
    if reference.statistic is ReferenceStatistic.MEDIAN:
        return say("published median %(year)s: %(points)s", year=year, points=points)
    return say("published average %(year)s: %(points)s", year=year, points=points)
