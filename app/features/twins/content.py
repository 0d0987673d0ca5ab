"""Who is like a municipality, and what it can learn from them: the most alike first.

Municipalities are likened as they were in the years they were evaluated. What one came from or went
into is no twin of it: it is the same place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.coverage import CoverageRules
from app.domain.decimals import decimals_of
from app.domain.evaluation import Evaluation, EvaluationSummary, Source
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.gap import SmallDifference
from app.domain.learning import Twin, latest_evaluation, most_alike
from app.domain.likeness import Traits, Weights, likeness, nearly_most_alike
from app.domain.message import LocalText, Message, Points, say
from app.domain.method import Instrument
from app.domain.municipality import Country, Lineage, Municipality, Population
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.score import AREA_MEASURES, Level
from app.domain.wording.peers import among_words, latest_words
from app.features.twins.lead import lead
from app.features.twins.lessons import (
    MOST_QUESTIONS,
    AreaLesson,
    LessonBasis,
    QuestionLesson,
    Stars,
    area_lessons,
    cautions,
    question_lessons,
    sorted_stars,
)
from app.features.twins.parameters import TwinsParameters
from app.features.twins.rows import TwinRow, rows
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method as method_queries
from app.queries import register
from app.queries.gold_stars import GivenStar
from app.queries.reading import Reading
from app.queries.register import Place

MOST_LISTED: Final = 10
MOST_STARS: Final = 12
MOST_LEARNED_FROM: Final = 20
"""Twins that are looked among for who does better: enough to choose from, and still alike."""


@dataclass(frozen=True, slots=True)
class TwinsContent:
    """Everything on the page. `own` is the evaluation that stands for the municipality, if any."""

    municipality: Municipality
    parameters: TwinsParameters
    own: EvaluationSummary | None
    lead: tuple[Message, ...]
    known: int
    """Evaluated municipalities that can be likened to it."""
    rows: tuple[TwinRow, ...]
    set_words: Message | None
    """Whose median an area is held against, where there is one."""
    areas: tuple[AreaLesson, ...]
    questions: tuple[QuestionLesson, ...]
    """Every weak question on which a twin does better, the weakest first."""
    more_stars: tuple[GivenStar, ...]
    """Gold stars of the twins that stand at no weak area: of others, or of areas not known."""
    cautions: tuple[LocalText, ...]
    sources: tuple[Source, ...]
    small: SmallDifference

    @property
    def title(self) -> Message:
        return say("Municipalities like %(name)s", name=self.municipality.label)

    @property
    def description(self) -> Message:
        return self.lead[0]

    @property
    def own_areas(self) -> int:
        """How many of its areas are known."""
        return 0 if self.own is None else sum(m in self.own.figures for m in AREA_MEASURES)

    @property
    def learned_from(self) -> int:
        """How many twins are looked among."""
        return min(self.known, MOST_LEARNED_FROM)

    @property
    def shown_stars(self) -> tuple[GivenStar, ...]:
        return self.more_stars[:MOST_STARS]

    @property
    def question_decimals(self) -> int:
        """With how many decimals the points of questions are shown."""
        return decimals_of(
            points
            for lesson in self.shown_questions
            for points in (lesson.score, *(one.better.score for one in lesson.contacts))
        )

    @property
    def better_on_questions(self) -> Message:
        """From where on another is said to do better on a question."""
        maximum = Decimal(10)
        return say(
            "On a question of %(max)s points, better means at least %(limit)s points more.",
            max=Points(maximum),
            limit=Points(self.small.of_question(maximum, Decimal(100))),
        )

    @property
    def shown_questions(self) -> tuple[QuestionLesson, ...]:
        return self.questions[:MOST_QUESTIONS]


def content(
    reading: Reading, municipality: Municipality, parameters: TwinsParameters
) -> TwinsContent:
    """Reads what the page needs in a fixed number of queries."""
    slug = municipality.slug
    rules = method_queries.rules(reading)
    instrument = rules.instrument
    summaries = evaluation_queries.summaries(reading)
    own = latest_evaluation(slug, summaries)
    family = own.family if own else instrument.default_family
    candidates = _candidates(
        municipality, family, summaries, register.lineage(reading), parameters.country is not None
    )
    places = register.places(reading)
    traits = _traits(municipality, _inhabitants(own, register.populations(reading, slug)))
    known, near = _twins(traits, candidates, places, parameters.weights)
    stars = _stars(star_queries.gold_stars_by_municipality(reading), near, family, instrument)
    basis = None
    if own is not None:
        evaluations = _evaluations(reading, own, near, instrument)
        others = _set(own, summaries, parameters, rules.coverage)
        basis = LessonBasis(own, evaluations[own.id], near, evaluations, stars, others, rules)
    areas = area_lessons(basis) if basis else ()
    return TwinsContent(
        municipality=municipality,
        parameters=parameters,
        own=own,
        lead=(*lead(municipality, near), latest_words(municipality.name, own)),
        known=known,
        rows=rows(own, near[:MOST_LISTED], places, rules),
        set_words=among_words(basis.set, instrument) if basis else None,
        areas=areas,
        questions=question_lessons(basis) if basis else (),
        more_stars=_more_stars(stars, areas),
        cautions=cautions(areas),
        sources=tuple(
            dict.fromkeys(
                [*([basis.evaluation.source] if basis else []), *(s.source for s in stars.all)]
            )
        ),
        small=rules.small,
    )


def _evaluations(
    reading: Reading, own: EvaluationSummary, near: Sequence[Twin], instrument: Instrument
) -> Mapping[str, Evaluation]:
    """By id: one's own in full, and those of the twins whose questions may be compared with it."""
    wanted = [twin.summary.id for twin in near if _questions_comparable(own, twin, instrument)]
    return {e.id: e for e in evaluation_queries.evaluations(reading, [own.id, *wanted])}


def _more_stars(stars: Stars, areas: Sequence[AreaLesson]) -> tuple[GivenStar, ...]:
    shown = {given.star.id for lesson in areas for given in lesson.stars}
    return tuple(given for given in stars.all if given.star.id not in shown)


def _candidates(
    municipality: Municipality,
    family: str,
    table: EvaluationTable,
    lineage: Lineage,
    both_countries: bool,
) -> Selection:
    """The evaluation that stands for each other municipality, of the family and the countries."""
    slug = municipality.slug
    found = table.where("family", family)
    if not both_countries:
        found = found.where("country", municipality.country)
    for same in (slug, *lineage.relatives(slug)):
        found = found.without(same)
    with_figures = (found & table.with_figures).latest
    return with_figures | (found - with_figures.whole_municipalities).latest


def _twins(
    own: Traits,
    candidates: Iterable[EvaluationSummary],
    places: Mapping[str, Place],
    weights: Weights,
) -> tuple[int, tuple[Twin, ...]]:
    """How many are known to be alike at all, and those most alike."""
    traits = [(one, _traits_at(places[one.municipality], one.inhabitants)) for one in candidates]
    known, near = nearly_most_alike(own, traits, weights, MOST_LEARNED_FROM)
    twins = most_alike(Twin(one, likeness(own, theirs, weights)) for one, theirs in near)
    return known, twins[:MOST_LEARNED_FROM]


def _traits_at(place: Place, inhabitants: int | None) -> Traits:
    longitude, latitude = place.at or (None, None)
    return Traits(place.country, place.county or None, inhabitants, latitude, longitude)


def _traits(municipality: Municipality, inhabitants: int | None) -> Traits:
    return Traits(
        municipality.country,
        municipality.county or None,
        inhabitants,
        municipality.latitude,
        municipality.longitude,
    )


def _inhabitants(own: EvaluationSummary | None, populations: Sequence[Population]) -> int | None:
    """Those of the year of the evaluation; of a municipality without one, the latest known."""
    if own is not None:
        return own.inhabitants
    latest = max(populations, key=lambda p: p.year, default=None)
    return latest.inhabitants if latest else None


def _questions_comparable(own: EvaluationSummary, twin: Twin, instrument: Instrument) -> bool:
    rules = instrument.comparability
    return rules.between(own.version, twin.summary.version, Level.QUESTION).allowed


def _stars(
    given: Mapping[str, Sequence[GivenStar]],
    twins: Sequence[Twin],
    family: str,
    instrument: Instrument,
) -> Stars:
    """The twins' gold stars, those of the most alike first, the newest of each first."""
    order = {twin.municipality: position for position, twin in enumerate(twins)}
    theirs = [one for municipality in order for one in given.get(municipality, ())]
    theirs.sort(key=lambda g: (order[g.evaluation.municipality], -g.evaluation.year, g.star.id))
    return sorted_stars(theirs, family, instrument)


def _set(
    own: EvaluationSummary,
    summaries: Sequence[EvaluationSummary],
    parameters: TwinsParameters,
    coverage: CoverageRules,
) -> ComparisonSet:
    """The evaluations whose median an area is held against, from where the twins are from."""
    countries = frozenset((own.country,)) if parameters.country is None else frozenset(Country)
    known = [measure for measure in AREA_MEASURES if measure in own.figures]
    return comparison_set(SetScope(countries, own.family), summaries, known, coverage, own)
