"""A dot for each municipality on a scale of 0–max, in a strip for each country."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from app.charts.distribution.drawing import Dot, DotNames, Strip, Strips
from app.charts.distribution.plotly import plotly
from app.charts.figure import FigureCells, PlottedFigure
from app.charts.look import WIDE, SeriesRole
from app.charts.plotly_parts import PlotlyFigure
from app.charts.writing import Writer
from app.domain.decimals import decimals_of
from app.domain.distribution import Scored, Spread
from app.domain.message import Message, Points, Say, say, say_n
from app.domain.municipality import Country
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording.published import PublishedMark
from app.domain.wording.sets import country_words

_ROLES: Final = {Country.NORWAY: SeriesRole.SUBJECT, Country.SWEDEN: SeriesRole.REFERENCE}


@dataclass(frozen=True, slots=True)
class DistributionFigure(PlottedFigure):
    """Everybody's points; the tables beside it name them. `names` stand in the key of one that is
    about one of them."""

    max: Decimal
    strips: tuple[Strip, ...]
    names: DotNames | None = None

    @classmethod
    def of(
        cls,
        title: Message,
        spreads: Sequence[Spread],
        maximum: Decimal,
        words: Say,
        published: Sequence[PublishedMark] = (),
        own: str | None = None,
    ) -> Self | None:
        """The results of each country with what was published of it, or None where there is nobody
        to draw. `own` is the reader's municipality, which is marked."""
        if not spreads:
            return None
        decimals = decimals_of(
            value
            for spread in spreads
            for value in (
                *(result.score for result in spread.results),
                spread.statistics.median if spread.statistics else None,
            )
        )
        return cls(
            title=words(title),
            max=maximum,
            strips=tuple(
                _strip(
                    spread,
                    maximum,
                    words,
                    decimals,
                    tuple(mark for mark in published if mark.country is spread.country),
                    own,
                )
                for spread in spreads
            ),
            write=Writer(words, decimals),
        )

    @property
    def has_links(self) -> bool:
        return True

    @property
    def description(self) -> str:
        return " ".join(strip.said for strip in self.strips)

    def cells(self) -> FigureCells:
        """A row for each municipality, the lowest of each country first."""
        rows = ((dot.label, dot.value) for strip in self.strips for dot in strip.dots)
        return ("", self.write.words(say("Points"))), *rows

    def layout(self, width: float) -> Strips:
        return Strips(
            self.strips,
            self.max,
            self.write,
            width,
            self.link,
            names=self.names,
            axis=self.axis,
        )

    def plotly(self, width: float = WIDE) -> PlotlyFigure:
        return plotly(self.layout(width))


def _strip(
    spread: Spread,
    maximum: Decimal,
    words: Say,
    decimals: int,
    published: Sequence[PublishedMark],
    own: str | None,
) -> Strip:
    name = say_n(
        "%(country)s: %(n)s municipality",
        "%(country)s: %(n)s municipalities",
        spread.n,
        country=country_words(spread.country),
    )
    middle = spread.statistics.median if spread.statistics else None
    rising = sorted(spread.results, key=lambda result: result.score)
    return Strip(
        name=words(name),
        said=" ".join(
            [words(_sentence(spread, maximum, decimals)), *(words(m.said) for m in published)]
        ),
        role=_ROLES[spread.country],
        dots=tuple(
            Dot(
                _label(result),
                result.score,
                f"/kommuner/{result.evaluation.municipality}",
                result.evaluation.municipality == own,
            )
            for result in rising
        ),
        median=None
        if middle is None
        else (middle, words(say("median %(points)s", points=Points(middle, decimals)))),
        published=tuple((mark.value, words(mark.name)) for mark in published),
        own=next(
            (
                (found.score, words(_own(found, decimals)))
                for found in rising
                if found.evaluation.municipality == own
            ),
            None,
        ),
    )


def _own(result: Scored, decimals: int) -> Message:
    """What is written at the reader's own municipality."""
    return say(
        "your municipality: %(name)s %(points)s",
        name=_label(result),
        points=Points(result.score, decimals),
    )


def _sentence(spread: Spread, maximum: Decimal, decimals: int) -> Message:
    """The shape in a sentence; few municipalities are named, the table has the others."""
    if spread.n < MINIMUM_MEMBERS:
        return say(
            "%(country)s: %(members)s.",
            country=country_words(spread.country),
            members=tuple(
                say("%(name)s %(points)s", name=_label(r), points=Points(r.score, decimals))
                for r in spread.results
            ),
        )
    return say(
        "%(country)s: %(n)s municipalities between %(lowest)s and %(highest)s out "
        "of %(max)s points. All of them are in the table.",
        country=country_words(spread.country),
        n=spread.n,
        lowest=Points(spread.results[-1].score, decimals),
        highest=Points(spread.results[0].score, decimals),
        max=Points(maximum),
    )


def _label(result: Scored) -> str:
    return f"{result.evaluation.name} {result.evaluation.year}"
