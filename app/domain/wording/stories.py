"""A story in words: a headline, the sentence that bears it out, the set it rests on, and what it
does not say."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from app.domain.decimals import decimals_of, total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Standing
from app.domain.message import LocalText, Message, Points, Value, say, say_n
from app.domain.method import Instrument, MethodVersion
from app.domain.score import Measure
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story
from app.domain.wording.beside import stated_sentence
from app.domain.wording.placings import scope_words
from app.domain.wording.quotes import WHAT_IT_MEASURES
from app.domain.wording.sets import (
    comparison_phrase,
    comparison_words,
    country_words,
    municipalities_words,
    named_points,
    versions_words,
    years_words,
)

NOT_ALL_PUBLISH: Final = say(
    "Only results that we have found are counted. Others may have as many points or more."
)


def headline(story: Story, instrument: Instrument) -> Message:
    """What the story tells, in a few words without a full stop.

    Raises:
        TypeError: nobody has given a story of this class its words.
    """
    match story:
        case Climb():
            return _climb(story)
        case Highest():
            return _highest(story)
        case AboveAverage():
            return _above_average(story)
        case FirstOfAll():
            return say(
                "Ranked first in %(country)s: %(names)s",
                country=country_words(story.country),
                names=tuple(_in_year(one) for one in story.first),
            )
        case LowestAreas():
            return say(
                "Where evaluated %(municipalities)s score lowest: %(areas)s",
                municipalities=municipalities_words((story.country,)),
                areas=_area_names(story.lowest, instrument.newest_of(story.family)),
            )
        case Contrast():
            return say(
                "%(name)s: %(points)s points between strongest and weakest area",
                name=_name(story),
                points=Points(story.span, 0),
            )
        case MostGoldStars():
            return say(
                "%(name)s has %(n)s of the %(all)s gold stars we know of",
                name=_name(story),
                n=story.stars,
                all=story.all,
            )
        case SmallAmongLarge():
            return say_n(
                "Small, yet ahead of %(n)s larger one: %(name)s",
                "Small, yet ahead of %(n)s larger ones: %(name)s",
                story.count(Standing.ABOVE),
                name=_name(story),
            )
        case _:
            raise TypeError(story)


def _name(story: Story) -> str:
    return story.about[0].name


def _in_year(evaluation: EvaluationSummary) -> Message:
    return say("%(name)s in %(year)s", name=evaluation.name, year=str(evaluation.year))


def _climb(story: Climb) -> Message:
    if story.times > 1:
        return say(
            "%(name)s has improved %(times)s times in a row",
            name=_name(story),
            times=story.times,
        )
    return say(
        "%(name)s has gained %(points)s points",
        name=_name(story),
        points=total_points(story.rise.size),
    )


def _above_average(story: AboveAverage) -> Message:
    values: dict[str, Value] = {"name": _name(story), "of": len(story.gaps)}
    if story.above == len(story.gaps):
        return say("%(name)s is above average in all eight areas", name=_name(story))
    return say(
        "%(name)s is above average in %(above)s of %(of)s areas", above=story.above, **values
    )


def _highest(story: Highest) -> Message:
    values: dict[str, Value] = {
        "n": story.n,
        "municipalities": municipalities_words((story.country,)),
        "names": tuple(one.name for one in story.best),
    }
    return say_n(
        "%(names)s is highest of %(of)s %(municipalities)s we have figures for with the newest "
        "method",
        "%(names)s are highest of %(of)s %(municipalities)s we have figures for with the newest "
        "method",
        len(story.best),
        of=values.pop("n"),
        **values,
    )


def sentence(story: Story, instrument: Instrument) -> Message:
    """The figures that bear the headline out.

    Raises:
        TypeError: nobody has given a story of this class its words.
    """
    match story:
        case Climb(steps=steps):
            return say(
                "From %(low)s points in %(first)s to %(high)s in %(last)s: %(points)s more.",
                low=_total(steps[0]),
                high=_total(steps[-1]),
                first=str(steps[0].year),
                last=str(steps[-1].year),
                points=total_points(story.rise.size),
            )
        case Highest():
            return say(
                "%(best)s. Next: %(next)s.",
                best=tuple(_with_total(one) for one in story.best),
                next=_with_total(story.others[0]),
            )
        case AboveAverage():
            return say(
                "It scored %(points)s points in %(year)s and is compared with %(average)s.",
                points=_total(story.evaluation),
                year=str(story.evaluation.year),
                average=comparison_phrase(story.comparison),
            )
        case FirstOfAll():
            return _first_of_all(story)
        case LowestAreas():
            return _ends(
                story.lowest, story.highest, story.averages, instrument.newest_of(story.family)
            )
        case Contrast(evaluation=evaluation):
            version = instrument.version(evaluation.version)
            return _ends(story.lowest, story.highest, evaluation.figures, version)
        case MostGoldStars():
            return say("A gold star is given for a practice that most others can learn from.")
        case SmallAmongLarge(evaluation=evaluation):
            return say(
                "%(inhabitants)s inhabitants and %(points)s points in %(year)s. Of %(of)s larger "
                "%(municipalities)s, %(above)s have fewer points, %(same)s about the same and "
                "%(below)s more.",
                inhabitants=evaluation.inhabitants or 0,
                points=_total(evaluation),
                year=str(evaluation.year),
                of=len(story.larger),
                municipalities=municipalities_words((evaluation.country,)),
                above=story.count(Standing.ABOVE) or say("none"),
                same=story.count(Standing.ABOUT_THE_SAME) or say("none"),
                below=story.count(Standing.BELOW) or say("none"),
            )
        case _:
            raise TypeError(story)


def _total(evaluation: EvaluationSummary) -> Points:
    return total_points(evaluation.figures[Measure.TOTAL])


def _with_total(evaluation: EvaluationSummary) -> Message:
    return say(
        "%(name)s with %(points)s points (%(year)s)",
        name=evaluation.name,
        points=_total(evaluation),
        year=str(evaluation.year),
    )


def _first_of_all(story: FirstOfAll) -> Message:
    if len(story.first) == 1:
        return say(
            "%(result)s. %(stated)s",
            result=_with_total(story.first[0]),
            stated=stated_sentence(story.placings[0], story.country),
        )
    return say(
        "%(results)s. Each was ranked first among %(whom)s, according to its source.",
        results=tuple(named_points(one.name, _total(one)) for one in story.first),
        whom=scope_words(story.placings[0].scope, story.country),
    )


def _ends(
    lowest: Sequence[Measure],
    highest: Sequence[Measure],
    figures: Mapping[Measure, Decimal],
    version: MethodVersion,
) -> Message:
    """The lowest and the highest areas with their points; only the lowest where none is highest."""
    decimals = decimals_of(figures[measure] for measure in (*lowest, *highest))

    def named(areas: Sequence[Measure]) -> tuple[Value, ...]:
        return tuple(
            say(
                "%(name)s (%(points)s)",
                name=_short_name(measure, version),
                points=Points(figures[measure], decimals),
            )
            for measure in areas
        )

    if not highest:
        return say("Lowest: %(lowest)s.", lowest=named(lowest))
    return say(
        "Lowest: %(lowest)s. Highest: %(highest)s.", lowest=named(lowest), highest=named(highest)
    )


def _area_names(areas: Sequence[Measure], version: MethodVersion) -> tuple[Value, ...]:
    return tuple(_short_name(measure, version) for measure in areas)


def _short_name(measure: Measure, version: MethodVersion) -> LocalText:
    area = version.area(int(measure.value))
    return area.short or area.name


def basis(story: Story, instrument: Instrument) -> Message:
    """The set that the story rests on, and by which rule it was found in it.

    Raises:
        TypeError: nobody has given a story of this class its words.
    """
    match story:
        case Climb():
            return say(
                "We have two or more totals within one method family for %(n)s municipalities. "
                "This is the one whose total has risen most.",
                n=story.followed,
            )
        case Highest():
            years = [one.year for one in story.evaluations]
            return say(
                "The latest totals of %(n)s %(municipalities)s: all that we have figures for with "
                "%(versions)s (%(years)s).",
                n=story.n,
                municipalities=municipalities_words((story.country,)),
                versions=versions_words(instrument, story.family),
                years=years_words(min(years), max(years)),
            )
        case AboveAverage() | LowestAreas():
            return comparison_words(story.comparison, instrument)
        case FirstOfAll():
            return say(
                "This is what the sources themselves state. We have not found all the results that "
                "it rests on."
            )
        case Contrast():
            return say(
                "We have points for all eight areas of %(n)s municipalities. Of their latest "
                "results, this has the widest span.",
                n=story.of,
            )
        case MostGoldStars():
            return say_n(
                "The gold stars of %(n)s municipality, from the sources we have read. There may be "
                "more in reports that are not public.",
                "The gold stars of %(n)s municipalities, from the sources we have read. There may "
                "be more in reports that are not public.",
                len(story.counts),
            )
        case SmallAmongLarge(evaluation=evaluation):
            return say(
                "The latest totals of %(n)s %(municipalities)s with 10,000 inhabitants or more: "
                "all that we have figures for with %(versions)s.",
                n=len(story.larger),
                municipalities=municipalities_words((evaluation.country,)),
                versions=versions_words(instrument, evaluation.family),
            )
        case _:
            raise TypeError(story)


def limits(story: Story) -> tuple[Message | LocalText, ...]:
    """What the story does not say, besides what holds for all results."""
    said: list[Message | LocalText] = []
    if isinstance(story, Climb | SmallAmongLarge) and story.comparability.reason is not None:
        said.append(story.comparability.reason)
    match story:
        case Highest() | Contrast() | SmallAmongLarge() | Climb():
            said.append(NOT_ALL_PUBLISH)
        case AboveAverage() | LowestAreas():
            said.append(
                say("An average describes those evaluated, not all municipalities of the country.")
            )
        case MostGoldStars():
            said.append(
                say("How many gold stars we know of says nothing about how many points anyone has.")
            )
        case FirstOfAll():
            said.append(
                say("Later evaluations may have given more points without our having found them.")
            )
    return tuple(said)


def quote(story: Story, instrument: Instrument) -> Message:
    """The story as a newsroom can print it, with what the points measure."""
    return say(
        "%(headline)s. %(sentence)s %(measures)s",
        headline=headline(story, instrument),
        sentence=sentence(story, instrument),
        measures=WHAT_IT_MEASURES,
    )
