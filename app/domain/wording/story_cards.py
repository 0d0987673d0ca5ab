"""A story where it stands among others: headline, sentence, and how to read its small figure."""

from dataclasses import dataclass

from app.domain.message import Message, Points, say
from app.domain.method import Instrument
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story
from app.domain.wording.stories import headline, sentence


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story with its words."""

    story: Story
    headline: Message
    sentence: Message
    caption: Message

    @property
    def slug(self) -> str:
        return self.story.slug


def story_card(story: Story, instrument: Instrument) -> StoryCard:
    """The card of a story."""
    return StoryCard(
        story, headline(story, instrument), sentence(story, instrument), caption(story, instrument)
    )


def caption(story: Story, instrument: Instrument) -> Message:
    """How the small figure is read.

    Raises:
        TypeError: nobody has given a story of this class its words.
    """
    match story:
        case Climb(steps=steps):
            return _totals(instrument, steps[-1].family)
        case FirstOfAll(first=first):
            return _totals(instrument, first[-1].family)
        case Highest():
            return say("Each dot is a municipality with its total.")
        case AboveAverage():
            return say("Areas 1–8, out of 100 points. The lines are the average.")
        case LowestAreas():
            return say("The average of areas 1–8, out of 100 points.")
        case Contrast():
            return say("Areas 1–8, out of 100 points.")
        case MostGoldStars():
            return say("Each star is a gold star.")
        case SmallAmongLarge():
            return say("Each dot is a larger municipality with its total.")
        case _:
            raise TypeError(story)


def _totals(instrument: Instrument, family: str) -> Message:
    most = Points(instrument.newest_of(family).max, 0)
    return say("Totals, out of %(max)s points.", max=most)
