"""A published average with what is known of its figures, in words for every place it stands in."""

from app.domain.decimals import points_of
from app.domain.message import Message, say
from app.domain.municipality import Country
from app.domain.reference import (
    Breadth,
    CountBasis,
    ReferenceAverage,
    ReferenceBasis,
    ReferenceStatistic,
)
from app.domain.score import Measure


def reference_average_words(average: ReferenceAverage, measure: Measure = Measure.TOTAL) -> Message:
    """The average within a sentence, with its points, its number and whether it is printed.

    Raises:
        KeyError: it has no figure of that measure.
    """
    name, n = reference_name(average), n_words(average)
    points = points_of(measure, average.figures[measure])
    basis = mark_words(average)
    if basis is None:
        return say("%(average)s (%(points)s points; %(n)s)", average=name, points=points, n=n)
    return say(
        "%(average)s (%(points)s points; %(basis)s; %(n)s)",
        average=name,
        points=points,
        basis=basis,
        n=n,
    )


def reference_name(average: ReferenceAverage) -> Message:
    """What the average is called within a sentence, without its points."""
    year = str(average.as_of)
    if average.basis in (ReferenceBasis.RECONSTRUCTED, ReferenceBasis.DEDUCED):
        return say("the average of %(year)s that follows from the report", year=year)
    if average.at_second_hand:
        return say("the average of %(year)s that an opinion piece gives", year=year)
    if average.statistic is ReferenceStatistic.MEDIAN:
        return say("the published median of %(year)s", year=year)
    return say("the published average of %(year)s", year=year)


def reference_phrase(average: ReferenceAverage, whose: Message) -> Message:
    """The average within a sentence, with whose it is unless the report says, or nobody does.
    `whose` are all that it can be of; where it is of some, those are named."""
    name = reference_name(average)
    if average.at_second_hand or average.basis in (
        ReferenceBasis.RECONSTRUCTED,
        ReferenceBasis.DEDUCED,
    ):
        return name
    return say(
        "%(average)s for %(municipalities)s",
        average=name,
        municipalities=part_words(average) or whose,
    )


def part_words(average: ReferenceAverage) -> Message | None:
    """Whose average it is where its source says that it is of some, such as the 40 latest; None
    where it may be of all. Those of one size are told by their size."""
    if average.breadth is not Breadth.PART or average.size_group is not None:
        return None
    swedish = average.country is Country.SWEDEN
    if average.n is None:
        return say("some Swedish evaluations") if swedish else say("some Norwegian evaluations")
    if swedish:
        return say("%(n)s Swedish evaluations", n=average.n)
    return say("%(n)s Norwegian evaluations", n=average.n)


def reference_legend(average: ReferenceAverage) -> Message:
    """A few words for a legend or the head of a column, the mark with them."""
    year = str(average.as_of)
    match average.basis:
        case ReferenceBasis.RECONSTRUCTED:
            return say("Published average %(year)s, digits partly lost", year=year)
        case ReferenceBasis.DEDUCED:
            return say("Published average %(year)s, deduced", year=year)
        case ReferenceBasis.OPINION_PIECE:
            return say("Average %(year)s, from an opinion piece", year=year)
        case _ if average.statistic is ReferenceStatistic.MEDIAN:
            return say("Published median %(year)s", year=year)
        case _ if average.size_group is not None:
            return say("Published average %(year)s, same size", year=year)
        case _ if average.breadth is Breadth.ALL and average.n is None:
            return say("Published average %(year)s, all participants", year=year)
        case _:
            return say("Published average %(year)s", year=year)


def reference_details(average: ReferenceAverage) -> tuple[Message, ...]:
    """What belongs in brackets after the points: lost digits, and over how many it is."""
    basis, n = basis_words(average), n_words(average)
    return (n,) if basis is None else (basis, n)


def basis_words(average: ReferenceAverage) -> Message | None:
    """Why the points are not simply printed; None where they are, or where nobody noted it."""
    match average.basis:
        case ReferenceBasis.RECONSTRUCTED:
            return say("digits partly lost in print")
        case ReferenceBasis.DEDUCED:
            return say("not printed, but follows from figures that are")
        case ReferenceBasis.OPINION_PIECE:
            return say("as an opinion piece gives it")
        case _:
            return None


def mark_words(average: ReferenceAverage) -> Message | None:
    """The same beside its name in a sentence, which says itself what is told at second hand."""
    return None if average.at_second_hand else basis_words(average)


def n_words(average: ReferenceAverage) -> Message:
    """Over how many the average is, with where that was read if that is another source."""
    n = average.n
    if n is None:
        if average.breadth is Breadth.ALL:
            return say("all participants, according to the source, which does not say how many")
        return say("the source does not say over how many")
    if average.n_basis is CountBasis.OTHER_SOURCE and average.n_source is not None:
        return say("n = %(n)s according to %(source)s", n=n, source=average.n_source.title)
    return say("n = %(n)s", n=n)
