"""What is said of evaluations side by side: the lead first, then what it rests on.

What the method versions forbid is not computed: there is no line, no polygon and no best for it,
and the reason stands in its place (design rule 4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pydantic import Field

from app import bounds
from app.charts.areas import Drawn
from app.contents.comparisons.average import SharedAverage, shared_average
from app.contents.comparisons.choices import Choice, Search, search, suggestions
from app.contents.comparisons.compared import (
    MOST_COMPARED,
    Compared,
    may_compare,
    of_one_family,
    of_one_municipality,
    parts,
    refuse_those_withdrawn,
    wanted_ids,
)
from app.contents.comparisons.gaps import SharedGaps
from app.contents.comparisons.lead import lead
from app.contents.comparisons.levels import Levels, levels
from app.contents.comparisons.measure_lines import (
    Line,
    area_lines,
    may_be_best,
    shared_gaps,
    total_line,
)
from app.contents.comparisons.over_time import OverTime, over_time
from app.contents.comparisons.polygons import drawn_words, polygons
from app.contents.comparisons.questions import QuestionLine, Questions, questions
from app.contents.comparisons.remarks import Remark, remarks
from app.contents.comparisons.scope import question_scope, scope
from app.contents.comparisons.sections import Areas, Star, Totals
from app.contents.comparisons.wording import (
    methods_words,
    not_drawn_words,
    set_words,
    title,
    with_caution,
    years_apart,
)
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.evaluation_table import EvaluationTable
from app.domain.gap import SmallDifference
from app.domain.message import LocalText, Message, Points, say, say_n
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.naming.spelling import Collation
from app.domain.reference import ReferenceAverage
from app.domain.rules import Rules
from app.domain.score import Level
from app.domain.wording.changes import CorrectionLine, correction_lines
from app.queries import evaluations as evaluation_queries
from app.queries import method as method_queries
from app.queries import reference as reference_queries
from app.queries.reading import Reading
from app.web.parameters import LONGEST_TEXT, Own, PageParameters


class CompareParameters(PageParameters):
    """`e` is given once for each evaluation; `q` searches for another one to add."""

    e: list[str] = Field(default_factory=list)
    q: str = Field("", max_length=LONGEST_TEXT)
    min: Own = None


_ALIKE_ADDED: Final = 4
"""How many of the most alike are added at once."""


@dataclass(frozen=True, slots=True)
class CompareContent:
    """Everything on the page of a comparison, of one evaluation or of none."""

    compared: tuple[Compared, ...]
    lead: tuple[Message, ...]
    set_words: Message | None
    """Exactly what is compared."""
    levels: Levels | None
    """What must be known of the countries' levels, where several are mixed."""
    years_apart: Message | None
    version: MethodVersion
    """Whose area names stand for all."""
    names: Mapping[str, tuple[AreaDefinition, ...]]
    """The areas by the names of each family among them."""
    totals: Totals
    areas: Areas
    questions: Questions
    area_gaps: tuple[Line, ...]
    question_gaps: tuple[QuestionLine, ...]
    gold_stars: tuple[Star, ...]
    remarks: tuple[Remark, ...]
    search: Search
    suggestions: tuple[Choice, ...]
    small: SmallDifference
    collation: Collation
    """The order of names."""
    over_time: tuple[OverTime, ...] = ()
    """The totals of the same municipalities over the years, by method family."""
    earlier_and_later: tuple[Compared, ...] = ()
    """Their other evaluations, which are in those lines alone."""
    line_remarks: tuple[Remark, ...] = ()
    """Where totals of those disagree in their source."""
    own: str | None = None
    """The reader's municipality, by slug, where the address names it: it stands first."""
    own_to_add: str | None = None
    """Its latest evaluation, where it is not among those chosen and there is room."""

    @property
    def title(self) -> Message:
        return title(self.compared)

    @property
    def description(self) -> Message:
        if self.compared:
            return with_caution(self.lead[0], self._cautions)
        return say(
            "Set results of Kommunekompasset side by side: choose from two to six evaluations "
            "of Norwegian and Swedish municipalities."
        )

    @property
    def _cautions(self) -> tuple[Message, ...]:
        """What must be known where the first sentence stands alone."""
        if self.totals.line is None or self.totals.line.known < 2:
            return ()
        levels = (self.levels.short,) if self.levels else ()
        family = () if of_one_family(self.compared) else (methods_words(),)
        return (*levels, *family)

    @property
    def has_joint_report(self) -> bool:
        """Whether the method lets them stand in a joint report: of several municipalities, each
        once, that may be compared."""
        fewest, most = bounds.FEWEST_IN_JOINT_REPORT, bounds.MOST_IN_JOINT_REPORT
        municipalities = {one.summary.municipality for one in self.compared}
        return (
            fewest <= len(self.compared) <= most
            and len(municipalities) == len(self.compared)
            and self.totals.allowed.allowed
        )

    @property
    def count(self) -> Message:
        """How many are chosen, said when that changes."""
        return say_n(
            "%(n)s evaluation chosen, of at most %(most)s",
            "%(n)s evaluations chosen, of at most %(most)s",
            len(self.compared),
            most=MOST_COMPARED,
        )

    @property
    def best_words(self) -> Message:
        """When somebody is called the best (design rule 6), or why nobody is."""
        if self.levels is not None:
            return say("Nobody is called the best here: the levels of the countries differ.")
        if not may_be_best(self.compared, self.totals.allowed):
            return say("Nobody is called the best here: the method versions differ.")
        return say(
            "“Best” is said where the next is at least %(area)s points behind on an area or "
            "%(total)s on a total. "
            "Smaller differences between two are called about the same.",
            area=Points(self.small.area),
            total=Points(self.small.total),
        )

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.compared)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the evaluations were read, and the averages that are named, each once."""
        found = [one.evaluation.source for one in self.compared]
        published = self.levels.sources if self.levels else ()
        average = self.areas.average.source if self.areas.average else None
        return tuple(dict.fromkeys((*found, *published, *([average] if average else []))))

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """The same with those of the evaluations that are in the lines over time alone."""
        others = (one.evaluation.source for one in self.earlier_and_later)
        return tuple(dict.fromkeys((*self.sources, *others)))

    @property
    def corrections(self) -> tuple[CorrectionLine, ...]:
        """What was corrected lately of those compared."""
        return correction_lines((one.summary.name, one.evaluation) for one in self.compared)

    @property
    def cautions(self) -> tuple[LocalText, ...]:
        """What must be known of the methods compared, each said once."""
        allowed = (self.totals.allowed, self.areas.allowed, self.questions.allowed)
        reasons = [one.reason for one in allowed if one.allowed and one.reason]
        return tuple(dict.fromkeys(reasons)) if self.is_comparison else ()

    @property
    def most_alike(self) -> tuple[str, ...]:
        """The ids of those most like the first, as many as there is room for, at most four."""
        room = min(MOST_COMPARED - len(self.compared), _ALIKE_ADDED)
        return tuple(one.id for one in self.suggestions[:room]) if self.compared else ()

    @property
    def is_comparison(self) -> bool:
        return len(self.compared) > 1

    @property
    def is_full(self) -> bool:
        return len(self.compared) >= MOST_COMPARED

    @property
    def can_learn_together(self) -> bool:
        """Whether shared gaps can be looked for at all."""
        return any(line.known > 1 for line in self.areas.lines)

    @property
    def gaps(self) -> SharedGaps:
        """The gaps that they share, and of how much that is known."""
        n = len(self.compared)
        return SharedGaps(
            self.area_gaps,
            self.question_gaps,
            scope(self.areas.lines, n),
            question_scope(self.questions.lines, n),
        )

    @property
    def not_in_lines(self) -> Message | None:
        """Which of those chosen are in no line over time: no other by the same method is known."""
        shown = {e.id for found in self.over_time for line in found.lines for e in line.evaluations}
        names = tuple(one.name for one in self.compared if one.id not in shown)
        return not_drawn_words(names) if names else None

    def may_move(self, id: str) -> bool:
        """Whether one may go one place nearer the first: the reader's own stays before others."""
        at = self.ids.index(id)
        if at == 0:
            return False
        before, one = self.compared[at - 1].summary, self.compared[at].summary
        return before.municipality != self.own or one.municipality == self.own

    def forward(self, id: str) -> tuple[str, ...]:
        """The ids with one of them one place nearer the first."""
        ids = list(self.ids)
        at = ids.index(id)
        ids[at - 1], ids[at] = ids[at], ids[at - 1]
        return tuple(ids)

    def without(self, id: str) -> tuple[str, ...]:
        """The ids that are left when one is taken away."""
        return tuple(other for other in self.ids if other != id)


def content(
    reading: Reading, given: Sequence[str], text: str, own: str | None = None
) -> CompareContent:
    """Reads what the page needs in a fixed number of queries. `own` is the reader's municipality,
    by slug: its evaluations come first.

    Raises:
        BadParameter: too many evaluations are given, or one that does not exist.
        Gone: one of them has been withdrawn.
    """
    summaries = evaluation_queries.summaries(reading)
    refuse_those_withdrawn(reading, given, summaries)
    ids = wanted_ids(given, summaries)
    chosen = sorted((summaries.by_id[id] for id in ids), key=lambda one: one.municipality != own)
    ids = tuple(one.id for one in chosen)
    rules = method_queries.rules(reading)
    lines = over_time(chosen, summaries, rules)
    others = [e.id for found in lines for line in found.lines for e in line.evaluations]
    both = [
        Compared(summaries.by_id[evaluation.id], evaluation)
        for evaluation in evaluation_queries.evaluations(
            reading, tuple(dict.fromkeys((*ids, *others)))
        )
    ]
    compared, also = tuple(both[: len(ids)]), tuple(both[len(ids) :])
    found = search(reading, text, ids, summaries, rules.instrument)
    references = reference_queries.reference_averages(reading)
    built = build(compared, rules, summaries, found, references)
    return replace(
        built,
        over_time=lines,
        earlier_and_later=also,
        line_remarks=remarks(also, rules.instrument, total=True),
        own=own,
        own_to_add=_to_add(own, chosen, summaries),
    )


def _to_add(
    own: str | None, chosen: Sequence[EvaluationSummary], table: EvaluationTable
) -> str | None:
    """What may be added of the reader's municipality: its latest evaluation with figures."""
    if own is None or not 0 < len(chosen) < MOST_COMPARED:
        return None
    if any(one.municipality == own for one in chosen):
        return None
    return next((one.id for one in table.of_municipality(own) if one.figures), None)


def build(
    compared: tuple[Compared, ...],
    rules: Rules,
    summaries: Sequence[EvaluationSummary],
    found: Search,
    references: Sequence[ReferenceAverage] = (),
) -> CompareContent:
    """Decides what the page says, from the domain's objects alone."""
    instrument = rules.instrument
    if of_one_municipality(compared):
        rules = replace(rules, small=rules.small.over_time)
    version = _version(compared, instrument)
    totals = _totals(compared, version, rules)
    collation = EvaluationTable.of(summaries).collation
    average = shared_average(compared, summaries, references, rules)
    areas = _areas(compared, version, rules, average)
    asked = questions(compared, instrument)
    chosen = [one.summary for one in compared]
    return CompareContent(
        compared=compared,
        lead=lead(compared, totals.line, areas.lines, totals.allowed, rules.small, collation),
        set_words=set_words(compared),
        levels=levels(compared, references),
        years_apart=years_apart(compared),
        version=version,
        names={
            one.summary.family: instrument.newest_of(one.summary.family).areas for one in compared
        },
        totals=totals,
        areas=areas,
        questions=asked,
        area_gaps=shared_gaps(areas.lines),
        question_gaps=shared_gaps(asked.lines),
        gold_stars=tuple(Star(star, one) for one in compared for star in one.evaluation.gold_stars),
        remarks=remarks(
            compared,
            instrument,
            total=totals.line is not None,
            areas=bool(areas.lines),
            questions=bool(asked.areas),
        ),
        search=found,
        suggestions=()
        if len(compared) >= MOST_COMPARED
        else suggestions(chosen, summaries, instrument),
        small=rules.small,
        collation=collation,
    )


def _version(compared: Sequence[Compared], instrument: Instrument) -> MethodVersion:
    """The newest version of the newest family among them, whose area names stand for all."""
    used = [instrument.version(one.version) for one in compared]
    newest = max(used, key=lambda v: v.year_from, default=None)
    return instrument.newest_of(newest.family if newest else instrument.default_family)


def _totals(compared: Sequence[Compared], version: MethodVersion, rules: Rules) -> Totals:
    comparability = rules.instrument.comparability
    allowed = may_compare(compared, comparability, Level.TOTAL)
    apart = () if allowed.allowed else parts(compared, comparability, Level.TOTAL)
    return Totals(allowed, total_line(compared, allowed, version.max, rules.small), apart)


def _areas(
    compared: Sequence[Compared],
    version: MethodVersion,
    rules: Rules,
    average: SharedAverage | None,
) -> Areas:
    comparability = rules.instrument.comparability
    allowed = may_compare(compared, comparability, Level.AREA)
    lines = area_lines(compared, allowed, version, rules.small)
    shown = polygons(compared, allowed)
    return Areas(
        allowed,
        lines,
        () if allowed.allowed else parts(compared, comparability, Level.AREA),
        tuple(Drawn(one.name, one.summary.figures) for one in shown),
        drawn_words(compared, shown),
        average if lines else None,
    )
