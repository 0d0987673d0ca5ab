"""What this site has decided itself, said with the very limits that the pages are made with."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts.spider.figure import MOST_POLYGONS
from app.domain.comparison_choice import MOST_NAMED_DRAWN
from app.domain.consistency import ROUNDING_TOLERANCE
from app.domain.gap import SmallDifference
from app.domain.groups import SizeGroup
from app.domain.message import Message, Points, say
from app.domain.score import AREA_MEASURES
from app.domain.statistics import MINIMUM_FOR_QUARTILES, MINIMUM_MEMBERS
from app.domain.wording.instrument import small_words

TEN: Final = Decimal(10)
HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class EditorialChoice:
    """One editorial choice: what it is about, and what we do."""

    about: Message
    rule: Message


def editorial_choices(
    small: SmallDifference, least_percent: int, least_likeness_percent: int
) -> tuple[EditorialChoice, ...]:
    """Every choice of ours that changes what a page says."""
    return (
        EditorialChoice(
            say("Small differences"),
            small_words(small),
        ),
        EditorialChoice(
            say("Why those limits"),
            say(
                "The sources give the same total as 426 and 433 (Hemne), 254 and 257 (Røros), and "
                "247 and 248 (Hareid). If eight areas are uncertain by %(area)s points each, "
                "their sum is by about %(sum)s: that times the square root of 8. How far two teams "
                "of evaluators would differ, nobody has measured.",
                area=Points(small.area),
                sum=Points(small.area * Decimal(len(AREA_MEASURES)).sqrt()),
            ),
        ),
        EditorialChoice(
            say("Changes over time"),
            say(
                "Between two evaluations of the same municipality we speak of a change only from "
                "%(times)s times as much: %(area)s points on an area and %(total)s on a total. "
                "Both are uncertain, and together by about the square root of 2 times as much as "
                "one.",
                times=Points(small.times_over_time),
                area=Points(small.over_time.area),
                total=Points(small.over_time.total),
            ),
        ),
        EditorialChoice(
            say("Differences on a question"),
            say(
                "On a question the limit is that of an area times the square root of the "
                "question's share of the points: %(limit)s on a question worth up to "
                "%(max)s points. Then the questions together are as uncertain as the "
                "area.",
                limit=Points(small.of_question(TEN, HUNDRED)),
                max=Points(TEN),
            ),
        ),
        EditorialChoice(
            say("Ranks"),
            say(
                "A municipality shares its ranks with all whose points are about the same: 18–27 "
                "of 45. The data give the exact rank too."
            ),
        ),
        EditorialChoice(
            say("The smallest set"),
            say(
                "An average or a rank needs at least %(n)s others with figures. Where there are "
                "fewer, we name them instead.",
                n=MINIMUM_MEMBERS,
            ),
        ),
        EditorialChoice(
            say("Quarters"),
            say(
                "We say which quarter a result lies in only where at least %(n)s others have "
                "figures, and the result lies at least a small difference inside the quarter. "
                "Closer to the median than that, we name no half either.",
                n=MINIMUM_FOR_QUARTILES,
            ),
        ),
        EditorialChoice(
            say("Which evaluations count"),
            say(
                "Each municipality counts once, with its latest evaluation of the same family of "
                "versions that has the figure. An average leaves out the municipality itself; a "
                "rank counts it in. Those that are about "
                "the same share ranks."
            ),
        ),
        EditorialChoice(
            say("Who a figure represents"),
            say(
                "Results are published by those who choose to, and it seems that good "
                "ones are published more often. Where we have figures for less than "
                "%(percent)s per cent of those known to be evaluated, we give no average, "
                "rank, quarter or record. Averages that others have published are shown "
                "instead.",
                percent=least_percent,
            ),
        ),
        EditorialChoice(
            say("Similar municipalities"),
            say(
                "By our own measure we call nobody similar, and name nobody as one to "
                "learn from, under %(share)s%% of similarity, however few are left. Those "
                "less similar than that say little about what a municipality could do "
                "itself.",
                share=least_likeness_percent,
            ),
        ),
        EditorialChoice(
            say("Two countries"),
            say(
                "A list may show both countries in one order. Averages and ranks are of one "
                "country, unless you ask for both."
            ),
        ),
        EditorialChoice(
            say("What is drawn"),
            say(
                "A figure with eight axes shows at most %(polygons)s results, so at most "
                "%(named)s others are drawn by name.",
                polygons=MOST_POLYGONS,
                named=MOST_NAMED_DRAWN,
            ),
        ),
        EditorialChoice(
            say("Rounding"),
            say(
                "We calculate with every decimal and round only what is shown, halves away from "
                "zero. Totals, averages of totals and gaps between totals are shown in whole "
                "points. The points of areas in one table all have one decimal, or none. Each "
                "figure is rounded by itself, so a gap can be 1 off the figures beside it."
            ),
        ),
        EditorialChoice(
            say("Sums of printed areas"),
            say(
                "Where printed areas add up to within %(points)s points of the printed total, we "
                "put it down to rounding.",
                points=ROUNDING_TOLERANCE,
            ),
        ),
        EditorialChoice(
            say("The word “best”"),
            say(
                "We say “best” only in a comparison within one country and one method version, "
                "where the next is behind by more than we call a small difference."
            ),
        ),
    )


def span_words(group: SizeGroup) -> Message:
    """The inhabitants of a size group, as the method data have them."""
    if group.maximum is None:
        return say("%(minimum)s inhabitants or more", minimum=group.minimum)
    return say(
        "%(minimum)s to %(maximum)s inhabitants", minimum=group.minimum, maximum=group.maximum
    )
