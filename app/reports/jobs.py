"""What can be asked for: a report of some evaluations, in a language and a form.

The one place that says which function builds which kind of report, and which writes it how. What
they need is imported when it is used: the site itself never writes a file of a report.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from app.domain.language import LANGUAGES
from app.queries.reading import Reading
from app.reports.document import Report


class ReportKind(StrEnum):
    """What is reported."""

    EVALUATION = "evaluation"
    """All that is known of one evaluation, in forty pages."""
    JOINT = "joint"
    """Several evaluations side by side."""
    SHEET = "sheet"
    """One page for a council."""
    SLIDES = "slides"
    """Five slides for a council."""


class ReportFormat(StrEnum):
    """What a file of a report is."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]

    @property
    def suffix(self) -> str:
        return f".{self.value}"


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES: Final = {
    ReportFormat.PDF: "application/pdf",
    ReportFormat.DOCX: f"{_OFFICE}.wordprocessingml.document",
    ReportFormat.PPTX: f"{_OFFICE}.presentationml.presentation",
}

FORMATS: Final[Mapping[ReportKind, tuple[ReportFormat, ...]]] = {
    ReportKind.EVALUATION: (ReportFormat.PDF, ReportFormat.DOCX),
    ReportKind.JOINT: (ReportFormat.PDF, ReportFormat.DOCX),
}
"""The files that each kind can be had as, the one most people want first."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file of a report to be made."""

    kind: ReportKind
    ids: tuple[str, ...]
    """Of evaluations; one, except in a joint report."""
    language: str
    format: ReportFormat

    def __post_init__(self) -> None:
        if self.format not in FORMATS.get(self.kind, ()):
            raise ValueError(f"there is no {self.kind} as {self.format}")
        if self.language not in LANGUAGES:
            raise ValueError(f"there is no language {self.language}")

    def as_data(self) -> dict[str, Any]:
        """In words that can be sent to another process."""
        return {
            "kind": self.kind.value,
            "ids": [*self.ids],
            "language": self.language,
            "format": self.format.value,
        }

    @staticmethod
    def of(data: Mapping[str, Any]) -> "Job":
        """From what was sent."""
        return Job(
            ReportKind(data["kind"]),
            tuple(data["ids"]),
            data["language"],
            ReportFormat(data["format"]),
        )


Build: TypeAlias = Callable[[Reading, Sequence[str], str], Report]
"""Reads what a report needs of some evaluations, and says it in a language."""
Write: TypeAlias = Callable[[Report], bytes]
"""Writes a report in one form."""


def report_of(reading: Reading, kind: ReportKind, ids: Sequence[str], language: str) -> Report:
    """What a report says.

    Raises:
        NotFound: one of the evaluations is not in the release that is read.
        Gone: it was withdrawn.
        BadParameter: these evaluations cannot stand in one report.
    """
    return _BUILDERS[kind](reading, ids, language)


def written(report: Report, format: ReportFormat) -> bytes:
    """A report as a file."""
    return _WRITERS[format](report)


def build(reading: Reading, job: Job) -> bytes:
    """The file, the same bytes for the same release.

    Raises:
        KompassError: as `report_of`.
    """
    return written(report_of(reading, job.kind, job.ids, job.language), job.format)


def _evaluation(reading: Reading, ids: Sequence[str], language: str) -> Report:
    from app.contents.evaluations.content import content_of
    from app.reports.evaluation.report import evaluation_report

    (id,) = ids
    return evaluation_report(reading, content_of(reading, id), language)


def _pdf(report: Report) -> bytes:
    from app.reports.writers.pdf import pdf

    return pdf(report)


_BUILDERS: Final[Mapping[ReportKind, Build]] = {ReportKind.EVALUATION: _evaluation}
_WRITERS: Final[Mapping[ReportFormat, Write]] = {ReportFormat.PDF: _pdf}
