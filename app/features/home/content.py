"""What the first page says: what this is, what is new, and how much there is."""

from dataclasses import dataclass

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.message import Message, say
from app.domain.municipality import Country
from app.queries import evaluations
from app.queries.reading import Reading

NEWEST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Figures:
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

    newest: tuple[EvaluationSummary, ...]
    figures: Figures | None

    @property
    def title(self) -> Message:
        return say("How are municipalities governed and led?")

    @property
    def description(self) -> Message:
        return say(
            "Results of Kommunekompasset for Norwegian and Swedish municipalities: "
            "find yours, see how it did and compare it with others."
        )


def home_content(reading: Reading) -> HomeContent:
    """Reads what the page needs."""
    found = evaluations.summaries(reading)
    with_figures = [e for e in evaluations.newest(reading, len(found)) if e.figures]
    newest: dict[str, EvaluationSummary] = {}
    for evaluation in with_figures:
        newest.setdefault(evaluation.municipality, evaluation)
    return HomeContent(tuple(newest.values())[:NEWEST_SHOWN], figures(found))


def figures(found: tuple[EvaluationSummary, ...]) -> Figures | None:
    """Counts what there is."""
    if not found:
        return None
    years = [evaluation.year for evaluation in found]
    countries: set[Country] = {evaluation.country for evaluation in found}
    return Figures(
        evaluations=len(found),
        with_figures=sum(evaluation.detail is not DetailLevel.KNOWN for evaluation in found),
        municipalities=len({evaluation.municipality for evaluation in found}),
        countries=len(countries),
        first_year=min(years),
        last_year=max(years),
    )
