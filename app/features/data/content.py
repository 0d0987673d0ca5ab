"""`/data`: what the whole data set holds, and how to take it."""

from dataclasses import dataclass
from datetime import date

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say, say_n
from app.domain.release import Release
from app.features.data.about_dataset import DESCRIPTION, TITLE, years
from app.features.data.holdings import Holdings, Part, read_holdings
from app.features.data.package import package_name, package_path
from app.features.data.parts import parts
from app.queries import evaluations
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class DataContent:
    """Everything on the page, and what describes the data set to machines."""

    release: Release
    parts: tuple[Part, ...]
    evaluations: tuple[EvaluationSummary, ...]

    @property
    def title(self) -> Message:
        return say("The data")

    @property
    def dataset_title(self) -> Message:
        return TITLE

    @property
    def description(self) -> Message:
        return DESCRIPTION

    @property
    def answer(self) -> Message:
        """What there is, in one sentence."""
        return say_n(
            "%(n)s evaluation of %(municipalities)s municipalities, with sources, is free to use.",
            "%(n)s evaluations of %(municipalities)s municipalities, with sources, "
            "are free to use.",
            len(self.evaluations),
            municipalities=len({e.municipality for e in self.evaluations}),
        )

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(part.rows for part in self.parts)

    @property
    def years(self) -> tuple[date, date] | None:
        return years(self.evaluations)

    @property
    def file(self) -> str:
        """What the file of the whole data set is called."""
        return package_name(self.release.number)

    @property
    def file_path(self) -> str:
        return package_path(self.release.number)


def data_content(reading: Reading) -> DataContent:
    """Reads the release whole. Fifteen statements."""
    held: Holdings = read_holdings(reading)
    return DataContent(reading.release, parts(held), evaluations.summaries(reading))
