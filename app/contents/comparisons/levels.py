"""What must be known where Norwegian and Swedish evaluations stand side by side.

Published averages lie about a hundred points apart, and we have found no test of whether the two
teams of evaluators judge alike (design rule 5): a point here need not be a point there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.contents.comparisons.compared import Compared
from app.domain.decimals import total_points
from app.domain.evaluation import Source
from app.domain.message import Message, Value, say
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceStatistic, at_first_hand
from app.domain.score import Measure
from app.domain.wording.sets import years_words


@dataclass(frozen=True, slots=True)
class CountryLevel:
    """The lowest and the highest average of totals that was published for a country."""

    country: Country
    lowest: Decimal
    highest: Decimal
    first: int
    last: int
    sources: tuple[Source, ...]

    @property
    def words(self) -> Message:
        values: dict[str, Value] = {
            "low": total_points(self.lowest),
            "high": total_points(self.highest),
            "years": years_words(self.first, self.last),
        }
        swedish = self.country is Country.SWEDEN
        if self.lowest == self.highest:
            if swedish:
                return say("%(low)s in Sweden (%(years)s)", **values)
            return say("%(low)s in Norway (%(years)s)", **values)
        if swedish:
            return say("%(low)s–%(high)s in Sweden (%(years)s)", **values)
        return say("%(low)s–%(high)s in Norway (%(years)s)", **values)


@dataclass(frozen=True, slots=True)
class Levels:
    """The countries of those compared. `levels` are those of which an average was published."""

    levels: tuple[CountryLevel, ...]

    @property
    def words(self) -> tuple[Message, ...]:
        """That levels differ, with the published averages, and that we know no test of them."""
        untested = say(
            "We have found no test of whether Norwegian and Swedish evaluators judge alike."
        )
        return (self._differ, untested)

    @property
    def short(self) -> Message:
        """The same in one sentence, for a quote."""
        return self._differ

    @property
    def _differ(self) -> Message:
        if len(self.levels) < 2:
            return say("The levels of the two countries may differ.")
        return say(
            "The levels of the countries differ: published averages are %(averages)s.",
            averages=tuple(level.words for level in self.levels),
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        found = (source for level in self.levels for source in level.sources)
        return tuple(dict.fromkeys(found))


def mixes_countries(compared: Iterable[Compared]) -> bool:
    """Whether both countries are among them."""
    return len({one.summary.country for one in compared}) > 1


def levels(compared: Sequence[Compared], references: Sequence[ReferenceAverage]) -> Levels | None:
    """What was published of the countries compared, for the families compared; None where all are
    of one country."""
    if not mixes_countries(compared):
        return None
    families = {one.summary.family for one in compared}
    found = (
        _level(country, families, references)
        for country in Country
        if any(one.summary.country is country for one in compared)
    )
    return Levels(tuple(level for level in found if level is not None))


def _level(
    country: Country, families: set[str], references: Sequence[ReferenceAverage]
) -> CountryLevel | None:
    of_country = at_first_hand(
        one
        for one in references
        if one.country is country
        and one.family in families
        and one.size_group is None
        and one.statistic is ReferenceStatistic.MEAN
        and Measure.TOTAL in one.figures
    )
    if not of_country:
        return None
    totals = [one.figures[Measure.TOTAL] for one in of_country]
    years = [one.as_of for one in of_country]
    sources = tuple(dict.fromkeys(one.source for one in of_country))
    return CountryLevel(country, min(totals), max(totals), min(years), max(years), sources)
