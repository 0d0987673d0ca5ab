"""What can be asked for: a report of some evaluations, in a language and a form.

The one place that says which function builds which kind of report, and which writes it how. What
they need is imported when it is used: the site itself never writes a file of a report.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.language import LANGUAGES

if TYPE_CHECKING:
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

    @property
    def is_chosen(self) -> bool:
        """Whether readers choose what stands in it: of such there are more than can be counted,
        and machines need follow no links to them."""
        return self is ReportKind.JOINT


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
    ReportKind.SHEET: (ReportFormat.PDF, ReportFormat.DOCX),
    ReportKind.SLIDES: (ReportFormat.PPTX,),
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """All has been read and said; what is left is to write the file. `stem` is what it is called
    where it is kept, without its ending."""

    stem: str
    write: Callable[[], bytes]


def prepare(reading: "Reading", job: Job) -> Prepared:
    """Reads what a file needs, and says it in its language.

    Raises:
        NotFound: one of the evaluations is not in the release that is read.
        Gone: it was withdrawn.
        BadParameter: these cannot stand in one report.
        NotComparable: the method does not let them be set beside each other.
    """
    return _PREPARING[job.kind](reading, job)


def _evaluation(reading: "Reading", job: Job) -> Prepared:
    from app.contents.evaluations.content import content_of
    from app.reports.evaluation.report import evaluation_report

    content = content_of(reading, job.ids[0])
    return _of_report(evaluation_report(reading, content, job.language), job)


def _joint(reading: "Reading", job: Job) -> Prepared:
    from app.reports.joint.report import joint_report

    return _of_report(joint_report(reading, job.ids, job.language), job)


def _of_report(report: "Report", job: Job) -> Prepared:
    return Prepared(report.stem, partial(_write, report, job.format))


def _write(report: "Report", format: ReportFormat) -> bytes:
    if format is ReportFormat.DOCX:
        from app.reports.writers.docx import docx

        return docx(report)
    from app.reports.writers.pdf import pdf

    return pdf(report)


def _sheet(reading: "Reading", job: Job) -> Prepared:
    from app.contents.evaluations.content import content_of
    from app.reports.sheet.council_sheet import council_sheet, sheet_report

    content = content_of(reading, job.ids[0])
    if job.format is ReportFormat.DOCX:
        return _of_report(sheet_report(reading, content, job.language), job)
    from app.reports.writers.sheet_pdf import sheet_pdf

    sheet = council_sheet(reading, content, job.language)
    return Prepared(sheet.stem, partial(sheet_pdf, sheet))


def _slides(reading: "Reading", job: Job) -> Prepared:
    from app.contents.evaluations.content import content_of
    from app.reports.slides.council_slides import council_slides
    from app.reports.writers.pptx import pptx

    slides = council_slides(reading, content_of(reading, job.ids[0]), job.language)
    return Prepared(slides.stem, partial(pptx, slides))


_PREPARING: Final[Mapping[ReportKind, "Callable[[Reading, Job], Prepared]"]] = {
    ReportKind.EVALUATION: _evaluation,
    ReportKind.JOINT: _joint,
    ReportKind.SHEET: _sheet,
    ReportKind.SLIDES: _slides,
}
