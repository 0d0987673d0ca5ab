"""What the first page says: what this is, what is new, and how much there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say
from app.queries import evaluations
from app.queries.reading import Reading

NEWEST_SHOWN = 6


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

    newest: tuple[EvaluationSummary, ...]
    figures: HomeFigures | None

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
    newest = islice(_newest(found), NEWEST_SHOWN)
    return HomeContent(tuple(newest), figures(found))


def _newest(table: EvaluationTable) -> Iterator[EvaluationSummary]:
    """The evaluations with figures, newest first and by name, each municipality once."""
    others = table.with_figures
    for year in reversed(table.values("year")):
        of_year = others.where("year", year)
        for _, own in groupby(of_year, attrgetter("municipality")):
            yield min(own, key=attrgetter("id"))
        others -= of_year.whole_municipalities


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
