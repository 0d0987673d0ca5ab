"""What the first page says: what this is, what the results tell, and how much there is."""

from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.stories.story import Story
from app.domain.wording.story_cards import StoryCard, story_card
from app.features.home.areas import AreaCards, area_cards
from app.features.home.newest import newest_results
from app.features.home.results_map import ResultsMap, results_map
from app.queries import evaluations, first_published, method, reference, register
from app.queries.reading import Reading
from app.queries.stories import told_stories

STORIES_SHOWN: Final = 3
EXAMPLES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """How much there is."""

    evaluations: int
    with_figures: int
    municipalities: int
    countries: int
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class HomeContent:
    """Everything on the first page. `newest` has each municipality once; `figures` is None where
    no evaluation is published."""

    instrument: Instrument
    figures: HomeFigures | None
    map: ResultsMap | None
    cards: tuple[StoryCard, ...]
    """The first stories that are told of different municipalities."""
    areas: AreaCards | None
    newest: tuple[EvaluationSummary, ...]
    examples: tuple[EvaluationSummary, ...]
    """Municipalities to begin with: the first that stories are told of."""

    @property
    def title(self) -> Message:
        return say("How well is your municipality governed?")

    @property
    def description(self) -> Message:
        return say(
            "Results of Kommunekompasset for Norwegian and Swedish municipalities: "
            "find yours, see how it did and compare it with others."
        )


def home_content(reading: Reading) -> HomeContent:
    """Reads what the page needs."""
    found = evaluations.summaries(reading)
    rules = method.rules(reading)
    told = told_stories(reading)
    stories = _different(told)
    return HomeContent(
        instrument=rules.instrument,
        figures=figures(found),
        map=results_map(found, register.places(reading), rules.instrument),
        cards=tuple(story_card(story, rules.instrument) for story in stories),
        areas=area_cards(found, reference.reference_averages(reading), rules),
        newest=newest_results(found, first_published.first_releases(reading)),
        examples=_examples(told),
    )


def _different(stories: tuple[Story, ...]) -> list[Story]:
    """The first stories, in their order, none of a municipality that another is told of."""
    found: list[Story] = []
    told: set[str] = set()
    for story in stories:
        about = {one.municipality for one in story.about}
        if len(found) < STORIES_SHOWN and not about & told:
            found.append(story)
            told |= about
    return found


def _examples(stories: tuple[Story, ...]) -> tuple[EvaluationSummary, ...]:
    """The latest evaluation of each municipality that a story is told of, the first of them."""
    latest = {one.municipality: one for story in stories for one in story.about}
    return tuple(latest.values())[:EXAMPLES_SHOWN]


def figures(table: EvaluationTable) -> HomeFigures | None:
    """Counts what there is."""
    if not table:
        return None
    years = table.values("year")
    return HomeFigures(
        evaluations=len(table),
        with_figures=len(table) - len(table.where("detail", DetailLevel.KNOWN)),
        municipalities=len(table.municipalities),
        countries=len(table.values("country")),
        first_year=years[0],
        last_year=years[-1],
    )
