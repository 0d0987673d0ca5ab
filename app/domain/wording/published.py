"""What is said of averages that others have published, wherever they stand: with year and n."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.decimals import points_of
from app.domain.message import LocalText, Message, Value, say, say_n
from app.domain.municipality import Country
from app.domain.reference import (
    CountBasis,
    ReferenceAverage,
    ReferenceStatistic,
    at_first_hand,
)
from app.domain.score import Measure
from app.domain.wording.reference import basis_words
from app.domain.wording.sets import country_words


def published_figure_words(reference: ReferenceAverage, measure: Measure) -> Message:
    """One published average within a sentence: "359 in 2018 (n = 55)", with the mark of what is not
    simply printed."""
    return _figure_words(reference, measure, [*_kind(reference), *_of_how_many(reference)])


def _figure_words(reference: ReferenceAverage, measure: Measure, marks: list[Message]) -> Message:
    values: dict[str, Value] = {
        "points": points_of(measure, reference.figures[measure]),
        "year": str(reference.as_of),
    }
    if not marks:
        return say("%(points)s in %(year)s", **values)
    if len(marks) == 1:
        return say("%(points)s in %(year)s (%(mark)s)", mark=marks[0], **values)
    return say("%(points)s in %(year)s (%(mark)s; %(n)s)", mark=marks[0], n=marks[1], **values)


def _kind(reference: ReferenceAverage) -> list[Message]:
    """That it is a median, or else that it is not simply printed."""
    if reference.statistic is ReferenceStatistic.MEDIAN:
        return [say("median")]
    basis = basis_words(reference)
    return [] if basis is None else [basis]


def _of_how_many(reference: ReferenceAverage) -> list[Message]:
    """Over how many it is, where a source says."""
    if reference.n is None:
        return []
    if reference.n_basis is CountBasis.OTHER_SOURCE:
        return [say("n = %(n)s, from another source", n=reference.n)]
    return [say("n = %(n)s", n=reference.n)]


def published_words(
    country: Country, references: Sequence[ReferenceAverage], measure: Measure
) -> Message:
    """The averages that were published of one country, oldest first; none at second hand where
    there is another.

    Raises:
        ValueError: there is none.
    """
    if not references:
        raise ValueError("no published average to tell of")
    ordered = sorted(at_first_hand(references), key=lambda r: (r.as_of, -(r.n or 0), r.id))
    if all(one.statistic is ReferenceStatistic.MEDIAN for one in ordered):
        return say_n(
            "%(country)s: the published median was %(figures)s.",
            "%(country)s: the published medians were %(figures)s.",
            len(ordered),
            country=country_words(country),
            figures=tuple(_figure_words(one, measure, _of_how_many(one)) for one in ordered),
        )
    return say_n(
        "%(country)s: the published average was %(figures)s.",
        "%(country)s: the published averages were %(figures)s.",
        len(ordered),
        country=country_words(country),
        figures=tuple(published_figure_words(one, measure) for one in ordered),
    )


def nearer_words(
    reference: ReferenceAverage, areas: Sequence[tuple[LocalText, Measure]]
) -> Message:
    """What was published of the areas named, nearer in time than what they stand beside."""
    figures = tuple(
        say("%(area)s %(points)s", area=name, points=points_of(measure, reference.figures[measure]))
        for name, measure in areas
    )
    return say_n(
        "For one area an average was published nearer in time: %(figures)s in %(year)s. Source: "
        "%(source)s.",
        "For some areas averages were published nearer in time: %(figures)s in %(year)s. Source: "
        "%(source)s.",
        len(areas),
        figures=figures,
        year=str(reference.as_of),
        source=reference.source.title,
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
    if reference.at_second_hand:
        return say("average %(year)s from an opinion piece: %(points)s", year=year, points=points)
    return say("published average %(year)s: %(points)s", year=year, points=points)
