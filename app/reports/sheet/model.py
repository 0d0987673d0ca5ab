"""A sheet before it is written: what is on one page about an evaluation, said in one language."""

from dataclasses import dataclass
from datetime import date

from app.reports.address_code import AddressCode
from app.reports.document import ReportSection, RunText


@dataclass(frozen=True, slots=True)
class CouncilSheet:
    """Each part has a place of its own on the page. `address` is that of the evaluation's page,
    frozen at the release, where everything stands that has no room here."""

    title: str
    subtitle: str
    language: str
    author: str
    day: date
    """Of the release."""
    release: int
    address: str
    facts: RunText
    """What must be known before anything is read."""
    lead: RunText
    """The answer in one sentence."""
    more: RunText
    total: ReportSection
    areas: ReportSection
    findings: ReportSection
    development: ReportSection
    limits: ReportSection
    sources: ReportSection
    code: AddressCode
    code_words: RunText
    """What is to be found where it leads."""
    warning: str | None = None
    """That nothing of it is real."""
    keywords: tuple[str, ...] = ()
    stem: str = "sheet"
    """What its files are called, without their ending."""

    @property
    def parts(self) -> tuple[ReportSection, ...]:
        """In the order that they are read in."""
        return (
            self.total,
            self.areas,
            self.findings,
            self.development,
            self.limits,
            self.sources,
        )
