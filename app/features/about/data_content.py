"""About the data: the source of each evaluation, what is missing, and where the rest was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.coverage import KnownEvaluated
from app.domain.evaluation import DetailLevel, DiscrepancyKind, EvaluationSummary, Source
from app.domain.listing import listed
from app.domain.message import Message, say, say_n
from app.domain.reference import ReferenceAverage
from app.domain.score import MissingKind
from app.domain.wording.bias import bias_words
from app.domain.wording.evaluation import DETAIL_WORDS
from app.domain.wording.standing import absence_words
from app.queries import bias, coverage, evaluations, reference
from app.queries.origins import PopulationSeries, evaluation_sources, population_series
from app.queries.reading import Reading
from app.web.page.paging import Pages, page_of
from app.web.parameters import Page, PageParameters


class DataParameters(PageParameters):
    """Evaluations are listed page by page."""

    page: Page = 1


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """An evaluation with where its figures were read."""

    evaluation: EvaluationSummary
    source: Source

    @property
    def detail(self) -> Message:
        return DETAIL_WORDS[self.evaluation.detail]


@dataclass(frozen=True, slots=True)
class DetailLine:
    """How many evaluations are known so far and no further."""

    words: Message
    evaluations: int


@dataclass(frozen=True, slots=True)
class Explained:
    """Something the pages say, with what it means."""

    name: Message
    meaning: Message


DISCREPANCIES: Final[Mapping[DiscrepancyKind, Explained]] = {
    DiscrepancyKind.ROUNDING: Explained(
        say("Rounding"),
        say("The areas as printed add up to a little more or less than the printed total."),
    ),
    DiscrepancyKind.STATED_TWICE: Explained(
        say("Printed twice"),
        say("The same figure appears in two places in the source, and the two differ."),
    ),
    DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF: Explained(
        say("The source contradicts itself"),
        say("Two figures of the source cannot both be right, and rounding does not explain it."),
    ),
    DiscrepancyKind.SOURCES_DIFFER: Explained(
        say("Sources differ"),
        say("Two sources say it differently, or one says what others rule out."),
    ),
    DiscrepancyKind.MAXIMA_INCOMPLETE: Explained(
        say("Points that no question carries"),
        say("The questions printed can give fewer points together than their area."),
    ),
    DiscrepancyKind.RECONSTRUCTED_DIGIT: Explained(
        say("A digit worked out"),
        say("A digit was lost in the source and follows from other figures beside it."),
    ),
}
"""How figures of a source can disagree."""

_MISSING: Final[Mapping[MissingKind, Message]] = {
    MissingKind.NOT_FOUND: say("It may exist, but not in what we have read."),
    MissingKind.NOT_PUBLIC: say("It exists, and its owner has not published it."),
    MissingKind.NOT_IN_VERSION: say("The method did not ask for it then."),
    MissingKind.NOT_EVALUATED: say("The evaluation left this part out."),
    MissingKind.WITHDRAWN: say("It was shown here but has been withdrawn."),
}


@dataclass(frozen=True, slots=True)
class AboutDataContent:
    """Everything on the page. `lines` are those of this page of the list."""

    evaluations: int
    municipalities: int
    details: tuple[DetailLine, ...]
    lines: tuple[EvaluationLine, ...]
    pages: Pages
    references: tuple[ReferenceAverage, ...]
    counts: tuple[KnownEvaluated, ...]
    bias: Message | None
    """How far the results that we have lie from what was published."""
    series: tuple[PopulationSeries, ...]

    @property
    def title(self) -> Message:
        return say("About the data")

    @property
    def description(self) -> Message:
        return say(
            "The source of every evaluation, what is missing and why, and where municipalities, "
            "inhabitants and published averages were read."
        )

    @property
    def count(self) -> Message:
        return say_n(
            "We know of %(n)s evaluation.",
            "We know of %(n)s evaluations.",
            self.evaluations,
        )

    @property
    def missing(self) -> tuple[Explained, ...]:
        """What can stand where a figure is missing."""
        return tuple(Explained(absence_words(kind), _MISSING[kind]) for kind in MissingKind)

    @property
    def discrepancies(self) -> tuple[Explained, ...]:
        return tuple(DISCREPANCIES[kind] for kind in DiscrepancyKind)


def data_content(reading: Reading, parameters: DataParameters) -> AboutDataContent:
    """Reads what the page needs."""
    found = evaluations.summaries(reading)
    sources = evaluation_sources(reading)
    ordered = listed(found.all, None, None, oldest_first=True)
    pages, shown = page_of(ordered, parameters.page)
    return AboutDataContent(
        evaluations=len(found),
        municipalities=len(found.municipalities),
        details=tuple(
            DetailLine(DETAIL_WORDS[level], len(found.where("detail", level)))
            for level in DetailLevel
        ),
        lines=tuple(EvaluationLine(e, sources[e.id]) for e in shown),
        pages=pages,
        references=reference.reference_averages(reading),
        counts=coverage.known_evaluated(reading),
        bias=bias_words(bias.publication_biases(reading)),
        series=population_series(reading),
    )
