"""The one average that all of those compared are drawn over, where all may be set beside it.

They are of one country and one method family; the average counts everybody, those compared among
them, so that it is the same behind each (design rule 5).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.charts.areas import MiddleHalf
from app.contents.comparisons.compared import Compared, of_one_family
from app.domain.comparison_choice import published_averages
from app.domain.evaluation import EvaluationSummary
from app.domain.message import LocalText, Message, say
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stated import Source
from app.domain.wording.sets import members_n, municipalities_words


@dataclass(frozen=True, slots=True)
class SharedAverage:
    """Points for every area, and between which points half of the set lies, where we computed it;
    of a published average, its source."""

    name: Message | LocalText
    figures: Mapping[Measure, Decimal]
    middle: MiddleHalf | None = None
    source: Source | None = None


def shared_average(
    compared: Sequence[Compared],
    summaries: Sequence[EvaluationSummary],
    references: Sequence[ReferenceAverage],
    rules: Rules,
) -> SharedAverage | None:
    """Ours where it stands for those known to be evaluated, else the published one nearest in time;
    None where neither covers all areas, or where not all compared are of one kind."""
    countries = frozenset(one.summary.country for one in compared)
    if len(compared) < 2 or len(countries) > 1 or not of_one_family(compared):
        return None
    scope = SetScope(countries, compared[0].summary.family)
    found = comparison_set(scope, summaries, AREA_MEASURES, rules.coverage)
    if found.serves:
        known = {m: found.measures[m].statistics for m in AREA_MEASURES}
        statistics = {m: one for m, one in known.items() if one is not None}
        limits = {m: both for m, one in statistics.items() if (both := one.middle_half)}
        return SharedAverage(
            say(
                "average of %(n)s %(municipalities)s, those shown among them",
                n=members_n(found),
                municipalities=municipalities_words(countries),
            ),
            {m: one.mean for m, one in statistics.items()},
            MiddleHalf(say("the middle half"), limits),
        )
    newest = max(one.summary.year for one in compared)
    published = published_averages(references, scope, AREA_MEASURES, newest)
    if not published or published[0].at_second_hand:
        return None
    first = published[0]
    return SharedAverage(first.label, first.figures, source=first.source)
