"""All stories of a release, and one of them with the table behind it and what it rests on."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.decimals import decimals_of
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.gap import Gap
from app.domain.message import LocalText, Message, say
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story
from app.domain.wording.sets import comparison_name
from app.domain.wording.stories import basis, limits, quote
from app.domain.wording.story_cards import StoryCard, story_card
from app.errors import NotFound
from app.queries import gold_stars, method, origins
from app.queries.gold_stars import GivenStar
from app.queries.reading import Reading
from app.queries.stories import told_stories


@dataclass(frozen=True, slots=True)
class StoriesContent:
    """Every story as a card."""

    cards: tuple[StoryCard, ...]
    instrument: Instrument

    @property
    def title(self) -> Message:
        return say("What the results tell")

    @property
    def description(self) -> Message:
        return say(
            "Stories from the results of Kommunekompasset, each with a figure and the set it rests "
            "on: who has improved most, who is highest, and where points are lowest."
        )


@dataclass(frozen=True, slots=True)
class StoryAreaRow:
    """An area with its points; `average` and `gap` only where it stands beside an average."""

    area: AreaDefinition
    score: Decimal
    average: Decimal | None
    gap: Gap | None
    marked: bool


@dataclass(frozen=True, slots=True)
class StoryAreas:
    """The eight areas of a version."""

    version: MethodVersion
    rows: tuple[StoryAreaRow, ...]
    decimals: int
    average: Message | None
    """What the average is called, where there is one beside the points."""


@dataclass(frozen=True, slots=True)
class StoryContent:
    """Everything on the page of a story."""

    card: StoryCard
    instrument: Instrument
    basis: Message
    limits: tuple[Message | LocalText, ...]
    quotes: tuple[Message, ...]
    sources: tuple[Source, ...]
    areas: StoryAreas | None
    stars: tuple[GivenStar, ...]
    others: tuple[StoryCard, ...]

    @property
    def story(self) -> Story:
        return self.card.story

    @property
    def title(self) -> Message:
        return self.card.headline

    @property
    def description(self) -> Message:
        return self.card.sentence

    @property
    def path(self) -> str:
        return story_path(self.card.slug)

    @property
    def evaluations(self) -> tuple[EvaluationSummary, ...]:
        """The rows of the table of totals; none where areas or gold stars are told of."""
        if self.areas is not None or self.stars:
            return ()
        by_time = isinstance(self.story, Climb | FirstOfAll)
        return tuple(sorted(self.story.evaluations, key=_by_year if by_time else _by_total))

    @property
    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """Whom it is told of: slug and name, each once."""
        return tuple(dict.fromkeys((one.municipality, one.name) for one in self.story.about))

    @property
    def shows_inhabitants(self) -> bool:
        return isinstance(self.story, SmallAmongLarge)

    @property
    def total_max(self) -> Decimal:
        return max(version.max for version in self.instrument.versions.values())


def story_path(slug: str) -> str:
    """The address of a story."""
    return f"/innsikt/{slug}"


def stories_content(reading: Reading) -> StoriesContent:
    """Reads what the page needs in a fixed number of queries."""
    instrument = method.instrument(reading)
    cards = tuple(story_card(story, instrument) for story in told_stories(reading))
    return StoriesContent(cards, instrument)


def story_content(reading: Reading, slug: str) -> StoryContent:
    """Reads what the page needs in a fixed number of queries.

    Raises:
        NotFound: there is no such story in the release; those there are stand nearby.
    """
    instrument = method.instrument(reading)
    cards = {story.slug: story_card(story, instrument) for story in told_stories(reading)}
    sources = origins.evaluation_sources(reading)
    stars = gold_stars.gold_stars_by_municipality(reading)
    card = cards.get(slug)
    if card is None:
        raise NotFound(
            say("The figures of this release tell no such story."),
            [(card.headline, story_path(card.slug)) for card in cards.values()],
        )
    story = card.story
    read = [sources[one.id] for one in story.evaluations if one.id in sources]
    if isinstance(story, AboveAverage | LowestAreas) and story.comparison.reference is not None:
        read.append(story.comparison.reference.source)
    given: tuple[GivenStar, ...] = ()
    if isinstance(story, MostGoldStars):
        given = tuple(stars.get(story.evaluation.municipality, ()))
    return StoryContent(
        card=card,
        instrument=instrument,
        basis=basis(story, instrument),
        limits=limits(story),
        quotes=(quote(story, instrument),),
        sources=tuple(dict.fromkeys(read)),
        areas=_areas(story, instrument),
        stars=given,
        others=tuple(other for other in cards.values() if other is not card),
    )


def _by_year(evaluation: EvaluationSummary) -> int:
    return evaluation.year


def _by_total(evaluation: EvaluationSummary) -> Decimal:
    return -evaluation.figures[Measure.TOTAL]


def _areas(story: Story, instrument: Instrument) -> StoryAreas | None:
    """The table of a story of areas; None of every other."""
    match story:
        case AboveAverage(evaluation=evaluation, comparison=comparison, gaps=gaps):
            version = instrument.version(evaluation.version)
            rows = [
                _row(version, m, evaluation.figures[m], comparison.value(m), gaps[m], marked=False)
                for m in AREA_MEASURES
            ]
            return _table(version, rows, comparison_name(comparison))
        case LowestAreas(averages=averages, lowest=lowest, family=family):
            version = instrument.newest_of(family)
            rows = [
                _row(version, m, averages[m], None, None, marked=m in lowest) for m in AREA_MEASURES
            ]
            return _table(version, rows, None)
        case Contrast(evaluation=evaluation, lowest=lowest, highest=highest):
            version = instrument.version(evaluation.version)
            rows = [
                _row(
                    version,
                    m,
                    evaluation.figures[m],
                    None,
                    None,
                    marked=m in (*lowest, *highest),
                )
                for m in AREA_MEASURES
            ]
            return _table(version, rows, None)
        case _:
            return None


def _row(
    version: MethodVersion,
    measure: Measure,
    score: Decimal,
    average: Decimal | None,
    gap: Gap | None,
    *,
    marked: bool,
) -> StoryAreaRow:
    return StoryAreaRow(version.area(int(measure.value)), score, average, gap, marked)


def _table(version: MethodVersion, rows: list[StoryAreaRow], average: Message | None) -> StoryAreas:
    decimals = decimals_of(value for row in rows for value in (row.score, row.average))
    return StoryAreas(version, tuple(rows), decimals, average)
