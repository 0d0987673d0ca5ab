"""Who is like a municipality, and what it can learn from them.

Who is like it is what an official grouping says, or our own measure where none is known or the
reader asks for it. By our own measure municipalities are likened as they were in the years that
they were evaluated, and only those above a floor are called alike. What one came from or went into
is no twin of it: it is the same place. Nobody is likened across countries.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.contents.twins.lessons import (
    MOST_BETTER,
    MOST_QUESTIONS,
    AreaLesson,
    LessonBasis,
    QuestionLesson,
    Stars,
    area_profile,
    cautions,
    question_lessons,
    sorted_stars,
    weak_areas,
)
from app.contents.twins.official import (
    SchemeLine,
    group_lines,
    official_groups,
    scheme_labels,
    without_evaluation,
)
from app.contents.twins.parameters import TwinsParameters
from app.contents.twins.rows import TwinRow, rows
from app.contents.twins.words import group_lead, own_lead, unknown_group_lead
from app.domain.alike import OWN_MEASURE, OfficialGroup, first_scheme
from app.domain.coverage import CoverageRules
from app.domain.decimals import decimals_of
from app.domain.evaluation import Evaluation, EvaluationSummary, Source
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.gap import SmallDifference
from app.domain.learning import (
    Twin,
    alike_by_own_measure,
    elsewhere,
    latest_evaluation,
    nearest_first,
)
from app.domain.likeness import Weights, likeness
from app.domain.message import LocalText, Message, Points, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.score import AREA_MEASURES, Level
from app.domain.wording.likeness import formula_words, rests_on_words
from app.domain.wording.peers import among_words, latest_words
from app.domain.wording.sets import member_name
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method as method_queries
from app.queries import register
from app.queries.gold_stars import GivenStar
from app.queries.reading import Reading
from app.queries.traits import TraitsAtHand, traits_at_hand
from app.web.filters.facets import Facet, Option, options

MOST_ALIKE: Final = 20
"""Municipalities that are listed by our own measure, and that are looked among for who does better:
enough to choose from, and still alike."""

MOST_STARS: Final = 12

MOST_BESIDE: Final = 4
"""Those most alike that are set beside a municipality at once."""


@dataclass(frozen=True, slots=True)
class TwinsContent:
    """Everything on the page. `own` is the evaluation that stands for the municipality, if any."""

    municipality: Municipality
    parameters: TwinsParameters
    scheme: str
    """What those on the page are called alike by."""
    labels: Mapping[str, Message | LocalText]
    """What the schemes are called, in the order in which they are asked."""
    own: EvaluationSummary | None
    lead: tuple[Message, ...]
    groups: tuple[SchemeLine, ...]
    """Every official grouping of the country."""
    group: OfficialGroup | None
    """The one that is shown; None where it is our own measure, or where it is not known."""
    not_evaluated: tuple[tuple[str, str], ...]
    """The others of the group of whom we know no evaluation, by slug and label."""
    known: int
    """Evaluated municipalities of the country."""
    rows: tuple[TwinRow, ...]
    least_likeness: Decimal
    """The share of likeness, 0–1, under which nobody is called alike."""
    tax_base_year: int | None
    """The year of the tax bases; None where none is known, and in Norway."""
    set_words: Message | None
    """Whose median an area is held against; None where no median stands for the country."""
    profile: tuple[AreaLesson, ...]
    """Every area of which its points are known, in method order."""
    areas: tuple[AreaLesson, ...]
    """The weak ones of them, the weakest first."""
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
    def by_own_measure(self) -> bool:
        return self.scheme == OWN_MEASURE

    @property
    def learned_from(self) -> int:
        """How many twins are looked among: the first in the table."""
        return min(len(self.rows), MOST_ALIKE)

    @property
    def table_title(self) -> Message:
        if self.by_own_measure:
            return say(
                "Most like %(name)s, of the municipalities that we know an evaluation of",
                name=self.municipality.label,
            )
        return say(
            "In the same group as %(name)s, of the municipalities that we know an evaluation of",
            name=self.municipality.label,
        )

    @property
    def scheme_options(self) -> tuple[Option, ...]:
        return options(self.labels.items(), self.scheme)

    @property
    def weight_fields(self) -> tuple[Facet, ...]:
        return self.parameters.weight_fields(self.municipality.country)

    @property
    def formula_words(self) -> tuple[Message, ...]:
        """How likeness is worked out."""
        return formula_words(self.municipality.country)

    @property
    def with_figures(self) -> tuple[TwinRow, ...]:
        """Those of whom anything is known, in the order given."""
        return tuple(row for row in self.rows if row.summary.figures)

    @property
    def without_figures(self) -> tuple[TwinRow, ...]:
        return tuple(row for row in self.rows if not row.summary.figures)

    @property
    def beside(self) -> tuple[str, ...]:
        """The evaluations to compare at once: one's own and the first whose totals may be set
        beside it; none where there is nobody."""
        others = [row.summary.id for row in self.rows if row.gap][:MOST_BESIDE]
        return (self.own.id, *others) if self.own and others else ()

    @property
    def better_title(self) -> Message:
        return say("Better than %(name)s on …", name=self.municipality.label)

    @property
    def nobody_better(self) -> Mapping[Message, tuple[str, ...]]:
        """Why no twin is named, each reason once, with the numbers of its areas."""
        found: dict[Message, tuple[str, ...]] = {}
        for lesson in self.profile:
            if lesson.nobody_words is not None:
                before = found.get(lesson.nobody_words, ())
                found[lesson.nobody_words] = (*before, str(lesson.definition.no))
        return found

    @property
    def looked_among_words(self) -> Message | None:
        """Who is looked among for somebody to learn from, by name, and by which rule; None where
        there is nobody."""
        near = self.rows[: self.learned_from]
        if not near:
            return None
        return say_n(
            "For each area we look at %(names)s, and name it where it has clearly more points: at "
            "least %(limit)s.",
            "For each area we look among %(names)s, and name those with clearly more points, at "
            "least %(limit)s: no more than %(most)s, the most similar first.",
            len(near),
            names=tuple(member_name(row.summary) for row in near),
            limit=Points(self.small.area),
            most=MOST_BETTER,
        )

    @property
    def profile_decimals(self) -> int:
        """With how many decimals the points of the areas are shown."""
        return max((lesson.decimals for lesson in self.profile), default=0)

    @property
    def page_stars(self) -> tuple[GivenStar, ...]:
        """Gold stars of the twins that stand at no area on the page."""
        shown = {given.star.id for lesson in self.profile for given in lesson.stars}
        return tuple(given for given in self.more_stars if given.star.id not in shown)

    @property
    def shown_stars(self) -> tuple[GivenStar, ...]:
        return self.page_stars[:MOST_STARS]

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
            "On a question worth up to %(max)s points, “better” means at least "
            "%(limit)s points more.",
            max=Points(maximum),
            limit=Points(self.small.of_question(maximum, Decimal(100))),
        )

    @property
    def shown_questions(self) -> tuple[QuestionLesson, ...]:
        return self.questions[:MOST_QUESTIONS]


def content(
    reading: Reading,
    municipality: Municipality,
    parameters: TwinsParameters,
    of: EvaluationSummary | None = None,
) -> TwinsContent:
    """Reads what the page needs in a fixed number of queries. The municipality stands there with
    the evaluation given, else with its latest."""
    slug, name, weights = municipality.slug, municipality.label, parameters.weights
    rules = method_queries.rules(reading)
    instrument = rules.instrument
    labels = scheme_labels(municipality, instrument)
    wished = parameters.scheme_of(labels)
    summaries = evaluation_queries.summaries(reading)
    own = of or latest_evaluation(slug, summaries)
    family = own.family if own else instrument.default_family
    candidates = _candidates(municipality, family, summaries)
    evaluated = {one.municipality for one in candidates}
    with_figures = {one.municipality for one in candidates if one.figures and one.family == family}
    groups = official_groups(reading, municipality, own, instrument)
    scheme = wished or first_scheme(groups.values(), with_figures, evaluated)
    group = groups.get(scheme)
    traits = traits_at_hand(reading, municipality, own, register.populations(reading, slug))
    if scheme == OWN_MEASURE:
        those_elsewhere = elsewhere(candidates, slug, register.lineage(reading))
        others_with_traits = [(one, traits.of(one)) for one in those_elsewhere]
        twins = alike_by_own_measure(
            traits.own, others_with_traits, weights, reading.least_likeness, MOST_ALIKE
        )
    else:
        twins = _grouped(traits, candidates, weights, group)
    near = twins[:MOST_ALIKE]
    stars = _stars(star_queries.gold_stars_by_municipality(reading), near, family, instrument)
    basis = None
    if own is not None:
        evaluations = _evaluations(reading, own, near, instrument)
        others = _set(own, summaries, rules.coverage)
        basis = LessonBasis(own, evaluations[own.id], near, evaluations, stars, others, rules)
    profile = area_profile(basis) if basis else ()
    areas = weak_areas(profile)
    return TwinsContent(
        municipality=municipality,
        parameters=parameters,
        scheme=scheme,
        labels=labels,
        own=own,
        lead=(
            *(
                (own_lead(name, twins, reading.least_likeness), rests_on_words(traits.own, weights))
                if scheme == OWN_MEASURE
                else (group_lead(group, name, twins),)
                if group
                else (unknown_group_lead(labels[scheme], name),)
            ),
            latest_words(name, own),
        ),
        groups=group_lines(labels, groups, evaluated),
        group=group,
        not_evaluated=without_evaluation(reading, group, evaluated),
        known=len(evaluated),
        rows=rows(own, twins, traits.places, rules),
        least_likeness=reading.least_likeness,
        tax_base_year=traits.tax_base_year,
        set_words=among_words(basis.set, instrument) if basis and _has_median(basis.set) else None,
        profile=profile,
        areas=areas,
        questions=question_lessons(basis) if basis else (),
        more_stars=_more_stars(stars, areas),
        cautions=cautions(profile),
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


def _candidates(municipality: Municipality, family: str, table: EvaluationTable) -> Selection:
    """The evaluation that stands for each other municipality of the country.

    The latest of the family with figures, else the latest of any with figures, else the latest.
    """
    found = table.where("country", municipality.country).without(municipality.slug)
    with_figures = found & table.with_figures
    standing = with_figures.where("family", family).latest
    standing |= (with_figures - standing.whole_municipalities).latest
    return standing | (found - standing.whole_municipalities).latest


def _grouped(
    traits: TraitsAtHand,
    candidates: Iterable[EvaluationSummary],
    weights: Weights,
    group: OfficialGroup | None,
) -> tuple[Twin, ...]:
    """Everybody of an official group who is evaluated, the nearest by our own measure first."""
    if group is None:
        return ()
    known = ((one, traits.of(one)) for one in candidates if one.municipality in group.others)
    return nearest_first(
        Twin(one, theirs, likeness(traits.own, theirs, weights)) for one, theirs in known
    )


def _questions_comparable(own: EvaluationSummary, twin: Twin, instrument: Instrument) -> bool:
    rules = instrument.comparability
    return rules.between(own.version, twin.summary.version, Level.QUESTION).allowed


def _stars(
    given: Mapping[str, Sequence[GivenStar]],
    twins: Sequence[Twin],
    family: str,
    instrument: Instrument,
) -> Stars:
    """The twins' gold stars, those of the first twins first, the newest of each first."""
    order = {twin.municipality: position for position, twin in enumerate(twins)}
    theirs = [one for municipality in order for one in given.get(municipality, ())]
    theirs.sort(key=lambda g: (order[g.evaluation.municipality], -g.evaluation.year, g.star.id))
    return sorted_stars(theirs, family, instrument)


def _set(
    own: EvaluationSummary, summaries: Sequence[EvaluationSummary], coverage: CoverageRules
) -> ComparisonSet:
    """The evaluations of the same country whose median an area is held against."""
    known = [measure for measure in AREA_MEASURES if measure in own.figures]
    scope = SetScope(frozenset((own.country,)), own.family)
    return comparison_set(scope, summaries, known, coverage, own)


def _has_median(found: ComparisonSet) -> bool:
    return any(one.statistics is not None for one in found.measures.values())
