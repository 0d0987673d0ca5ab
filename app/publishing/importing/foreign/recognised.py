"""A table that was recognised, and the records of it that are read."""

from dataclasses import dataclass

from app.publishing.importing.foreign.axis import MeasureAxis
from app.publishing.importing.foreign.findings import AreaFindings
from app.publishing.importing.foreign.headings import Heading, MeasureKind
from app.publishing.importing.foreign.records import Record
from app.publishing.importing.foreign.who_and_when import TableOrigin

KEEP, LEAVE = "points", "leave"
"""Answers to whether shares are points."""


@dataclass(frozen=True)
class RecognisedTable:
    """A table that was recognised, with what stands around it."""

    axis: MeasureAxis
    records: tuple[Record, ...]
    origin: TableOrigin
    findings: tuple[AreaFindings, ...] = ()
    """Of a text, which is one record."""

    @property
    def named(self) -> tuple[Heading, ...]:
        """Everything that headings name."""
        of_findings = (Heading(MeasureKind.AREA, found.area) for found in self.findings)
        return (*(m.heading for m in self.axis.measures.values()), *of_findings)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record that is read, and whether its shares are taken for points."""

    record: Record
    as_share: bool = False
