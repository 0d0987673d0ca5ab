"""What is said of one evaluation: the lead first, then area by area what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from app.charts.areas import Drawn
from app.charts.spider.figure import FEWEST_AXES
from app.contents.evaluations.among import Among, AreasAmong, among, areas_among
from app.contents.evaluations.areas import AreaPart, area_decimals, area_parts
from app.contents.withdrawn import refuse_withdrawn
from app.domain.comparability import Comparability
from app.domain.consistency import discrepancies
from app.domain.decimals import decimals_of
from app.domain.evaluation import (
    Discrepancy,
    Evaluation,
    EvaluationSummary,
    GoldStar,
    Source,
    VersionBasis,
)
from app.domain.evaluation_parts import extreme_areas, stars_of_no_area
from app.domain.evaluation_table import EvaluationTable
from app.domain.groups import GroupCount
from app.domain.message import Message, Value, say, say_n
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.municipality import Municipality
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.wording.changes import CorrectionLine, correction_lines
from app.domain.wording.evaluation import (
    DETAIL_WORDS,
    YEAR_BASIS_WORDS,
    known_words,
    population_words,
    result_words,
    retold_words,
    unknown_words,
)
from app.domain.wording.groups import NO_COUNTS, GroupLine, groups_of_evaluation
from app.domain.wording.sets import size_group_words
from app.domain.wording.stated import stated_words
from app.errors import NotFound
from app.queries import evaluations as evaluation_queries
from app.queries import groups as group_queries
from app.queries import method as method_queries
from app.queries import origins, register
from app.queries.reading import Reading

NOWHERE: Final[Mapping[str, Source]] = {}


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier evaluation that this one is set beside, and how far that may be done."""

    evaluation: Evaluation
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class EvaluationContent:
    """Everything on the page of one evaluation."""

    municipality: Municipality
    evaluation: Evaluation
    version: MethodVersion
    lead: tuple[Message, ...]
    facts: tuple[Message | str, ...]
    areas: tuple[AreaPart, ...]
    earlier: Earlier | None
    drawn: tuple[Drawn, ...]
    """What the figures show, this evaluation first; empty where no area is known."""
    total_discrepancies: tuple[Discrepancy, ...]
    """What disagrees about the total, and about no figure in particular."""
    loose_stars: tuple[GoldStar, ...]
    stated: tuple[Message, ...]
    unknown: tuple[Message, ...]
    groups: tuple[GroupLine, ...]
    """The groups that it counts in."""
    among: Among | None
    """Where its total stands among those of its country."""
    among_its_size: Among | None
    """The same among those of its size group."""
    areas_among: AreasAmong | None
    """The same of its areas."""
    highest: tuple[AreaDefinition, ...]
    """The area with the most points, and another that is about the same."""
    same_year: tuple[Evaluation, ...]
    """The other evaluations of the same year."""
    others: tuple[Evaluation, ...]
    """All other evaluations of the municipality, newest first."""
    origins: Mapping[str, Source]
    """Where every evaluation was read, by its id."""

    @property
    def heading(self) -> Message | str:
        if self.same_year:
            return say(
                "%(name)s %(year)s, method version %(version)s",
                name=self.municipality.label,
                year=str(self.evaluation.year),
                version=self.evaluation.version,
            )
        return f"{self.municipality.label} {self.evaluation.year}"

    @property
    def title(self) -> Message:
        return say("%(name)s: evaluation with Kommunekompasset", name=self.heading)

    @property
    def description(self) -> Message:
        return self.lead[0]

    @property
    def corrections(self) -> tuple[CorrectionLine, ...]:
        """What was corrected lately."""
        return correction_lines([(self.municipality.label, self.evaluation)])

    @property
    def path(self) -> str:
        return f"/kommuner/{self.municipality.slug}/{self.evaluation.path}"

    @property
    def has_areas(self) -> bool:
        """Whether anything is known of any area. If not, a sentence says so for all eight."""
        return any(
            part.result.figure.score is not None or part.stated_direction or part.has_more
            for part in self.areas
        )

    @property
    def area_decimals(self) -> int:
        """With how many decimals the points of areas are shown."""
        return area_decimals(self.evaluation, self.earlier.evaluation if self.earlier else None)

    @property
    def stated_decimals(self) -> int:
        """The same of what is printed in the source."""
        return decimals_of(part.result.figure.stated for part in self.areas)

    @property
    def has_questions(self) -> bool:
        return any(part.questions for part in self.areas)

    @property
    def has_findings(self) -> bool:
        return any(part.result.findings for part in self.areas)

    @property
    def retold_words(self) -> Message:
        """Whose words the findings are."""
        return retold_words(self.evaluation.year)

    @property
    def area_stars(self) -> bool:
        """Whether any gold star was given for an area or one of its questions."""
        return any(part.gold_stars for part in self.areas)

    @property
    def has_reconstructed(self) -> bool:
        return any(q.reconstructed for part in self.areas for q in part.result.questions)

    @property
    def shows_stated(self) -> bool:
        """Whether any printed figure is not exactly ours, so that both have to be shown."""
        figures = [self.evaluation.total, *(part.result.figure for part in self.areas)]
        return any(f.stated is not None and f.stated != f.score for f in figures)

    @property
    def has_remarks(self) -> bool:
        """Whether any area has something beside its figures."""
        return any(part.words or part.gold_stars or part.discrepancies for part in self.areas)

    @property
    def detailed(self) -> tuple[AreaPart, ...]:
        """The areas of which there is more to say than their points."""
        return tuple(part for part in self.areas if part.has_more)


@dataclass(frozen=True, slots=True)
class YearContent:
    """The evaluations of a year in which there are several, none of them the plain one."""

    municipality: Municipality
    year: str
    evaluations: tuple[Evaluation, ...]
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        return say(
            "The evaluations of %(name)s in %(year)s", name=self.municipality.label, year=self.year
        )


def content(
    reading: Reading, municipality: Municipality, path: str
) -> EvaluationContent | YearContent:
    """Reads what the page needs in a fixed number of queries.

    Raises:
        NotFound: the municipality has no evaluation at this address.
        Gone: it had one, which has been withdrawn.
    """
    own = evaluation_queries.evaluations_of(reading, (municipality.slug,))
    try:
        counts = group_queries.group_counts(reading)
        summaries = evaluation_queries.summaries(reading)
        rules, read = method_queries.rules(reading), origins.evaluation_sources(reading)
        return build(municipality, own, path, rules, counts, summaries, read)
    except NotFound:
        id = f"{municipality.slug}-{path}"
        slug = municipality.slug
        refuse_withdrawn(reading, id, several_of=slug)
        raise


def content_of(reading: Reading, id: str) -> EvaluationContent:
    """The same by the id of the evaluation, as the API names it.

    Raises:
        NotFound: there is no such evaluation.
        Gone: there was one, which has been withdrawn.
    """
    summaries = evaluation_queries.summaries(reading)
    summary = summaries.by_id.get(id)
    municipality = register.municipality(reading, summary.municipality) if summary else None
    if summary is None or municipality is None:
        refuse_withdrawn(reading, id)
        raise NotFound(
            say(
                "There is no such evaluation. An evaluation is named by its municipality and its "
                "year, such as %(example)s.",
                example="hemne-2018",
            )
        )
    own = evaluation_queries.evaluations_of(reading, (municipality.slug,))
    evaluation = next(evaluation for evaluation in own if evaluation.id == id)
    counts = group_queries.group_counts(reading)
    rules = method_queries.rules(reading)
    read = origins.evaluation_sources(reading)
    return _evaluation_content(municipality, evaluation, own, rules, counts, summaries, read)


def build(
    municipality: Municipality,
    own: Sequence[Evaluation],
    path: str,
    rules: Rules,
    counts: Mapping[str, GroupCount] = NO_COUNTS,
    summaries: Iterable[EvaluationSummary] = (),
    read: Mapping[str, Source] = NOWHERE,
) -> EvaluationContent | YearContent:
    """Decides what the page says, from the domain's objects alone. `counts` are of the groups,
    `summaries` those that it may stand among, `read` where those were read.

    Raises:
        NotFound: none of the municipality's own evaluations has this address.
    """
    found = next((evaluation for evaluation in own if evaluation.path == path), None)
    if found is not None:
        return _evaluation_content(municipality, found, own, rules, counts, summaries, read)
    in_year = tuple(evaluation for evaluation in own if str(evaluation.year) == path)
    if in_year:
        return YearContent(municipality, path, in_year)
    raise _nowhere(municipality, own)


def _evaluation_content(
    municipality: Municipality,
    evaluation: Evaluation,
    own: Sequence[Evaluation],
    rules: Rules,
    counts: Mapping[str, GroupCount],
    summaries: Iterable[EvaluationSummary],
    read: Mapping[str, Source],
) -> EvaluationContent:
    version = rules.instrument.version(evaluation.version)
    earlier = _earlier(evaluation, own, rules.instrument)
    others = sorted((e for e in own if e.id != evaluation.id), key=lambda e: (-e.year, e.id))
    known = known_words(evaluation)
    result = result_words(municipality.label, evaluation)
    table = EvaluationTable.of(summaries)
    return EvaluationContent(
        municipality=municipality,
        evaluation=evaluation,
        version=version,
        lead=(result, known) if known else (result,),
        facts=_facts(evaluation),
        groups=groups_of_evaluation(rules.instrument, evaluation, counts),
        areas=area_parts(evaluation, version, earlier.evaluation if earlier else None, rules.small),
        earlier=earlier,
        drawn=_drawn(municipality, evaluation, earlier),
        total_discrepancies=tuple(
            d for d in discrepancies(evaluation, version) if d.measure in (None, Measure.TOTAL)
        ),
        loose_stars=stars_of_no_area(evaluation, version),
        stated=stated_words(evaluation),
        unknown=unknown_words(evaluation, version),
        among=among(evaluation.id, table, rules),
        among_its_size=among(evaluation.id, table, rules, of_its_size=True),
        areas_among=areas_among(evaluation, table, rules),
        highest=extreme_areas(evaluation, version, rules.small, highest=True),
        same_year=tuple(e for e in others if e.year == evaluation.year),
        others=tuple(others),
        origins=read,
    )


def _facts(evaluation: Evaluation) -> tuple[Message | str, ...]:
    """What is good to know before reading the figures, each in a few words."""
    version = evaluation.version
    said: list[Message | str] = [
        say("Method version %(version)s, as the source states", version=version)
        if evaluation.version_basis is VersionBasis.STATED
        else say("Method version %(version)s, inferred from the year", version=version)
    ]
    if evaluation.year_basis:
        said.append(YEAR_BASIS_WORDS[evaluation.year_basis])
    if evaluation.report_number:
        said.append(evaluation.report_number)
    said.append(DETAIL_WORDS[evaluation.detail])
    if evaluation.size_group:
        said.append(
            say("size group: %(size)s", size=size_group_words(evaluation.size_group)),
        )
    if evaluation.population:
        said.append(population_words(evaluation.population, evaluation.country))
    return tuple(said)


def _earlier(
    evaluation: Evaluation, own: Sequence[Evaluation], instrument: Instrument
) -> Earlier | None:
    """The latest earlier evaluation of the family with known areas, where areas may be compared."""
    if len(_known(evaluation)) == 0:
        return None
    before = [
        other
        for other in own
        if other.year < evaluation.year
        and instrument.family_of(other.version) == instrument.family_of(evaluation.version)
        and _known(other) & _known(evaluation)
    ]
    if not before:
        return None
    latest = max(before, key=lambda e: (e.year, e.id))
    found = instrument.comparability.between(latest.version, evaluation.version, Level.AREA)
    return Earlier(latest, found) if found.allowed else None


def _known(evaluation: Evaluation) -> frozenset[Measure]:
    """The areas with points."""
    return frozenset(m for m in AREA_MEASURES if evaluation.figure(m).score is not None)


def _drawn(
    municipality: Municipality, evaluation: Evaluation, earlier: Earlier | None
) -> tuple[Drawn, ...]:
    shown = [evaluation] if _known(evaluation) else []
    if earlier:
        shown.append(earlier.evaluation)
    return tuple(
        Drawn(
            f"{municipality.label} {one.year}",
            {m: score for m in AREA_MEASURES if (score := one.figure(m).score) is not None},
        )
        for one in shown
    )


def draws_spider(drawn: Sequence[Drawn]) -> bool:
    """Whether enough areas are known for a shape."""
    return bool(drawn) and len(drawn[0].figures) >= FEWEST_AXES


def _nowhere(municipality: Municipality, own: Sequence[Evaluation]) -> NotFound:
    """Nothing at this address: says which years there are, and leads to them."""
    page = f"/kommuner/{municipality.slug}"
    name = municipality.label
    if not own:
        return NotFound(say("We know of no evaluation of %(name)s.", name=name), [(name, page)])
    years: tuple[Value, ...] = tuple(dict.fromkeys(str(evaluation.year) for evaluation in own))
    return NotFound(
        say_n(
            "There is no such evaluation of %(name)s. The one we know of is from %(years)s.",
            "There is no such evaluation of %(name)s. Those we know of are from %(years)s.",
            len(years),
            name=name,
            years=years,
        ),
        [(f"{name} {evaluation.path}", f"{page}/{evaluation.path}") for evaluation in own],
    )
