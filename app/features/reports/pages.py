"""Reports as pages, and as files under the same addresses with an ending."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse, Response

from app.contents.evaluations.content import EvaluationContent
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say
from app.errors import Moved
from app.features.dependencies import EvaluationDep, ReadingDep, SummaryDep
from app.features.reports.content import ReportPage, SheetPage
from app.features.reports.files import file_answer
from app.queries.reading import Reading
from app.reports.evaluation.report import evaluation_report
from app.reports.jobs import ReportFormat, ReportKind
from app.reports.joint.ending import PATH
from app.reports.joint.material import chosen_ids, material
from app.reports.joint.report import report_of
from app.reports.sheet.council_sheet import council_sheet
from app.reports.teller import Teller
from app.web.addresses import address
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.words.languages import language_of

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


class JointQuery(PageParameters):
    """`e` is given once for each evaluation."""

    e: list[str] = Field(default_factory=list)


JointParameters = Annotated[JointQuery, Query()]


class FileQuery(PageParameters):
    """`progress` asks how far a file is, and not for the file."""

    progress: bool = False


class JointFileQuery(JointQuery, FileQuery):
    """The same of a joint report."""


FileParameters = Annotated[FileQuery, Query()]
JointFileParameters = Annotated[JointFileQuery, Query()]


@router.get("/kommuner/{slug}/{year}/rapport")
def report_page(
    request: Request, reading: ReadingDep, found: EvaluationDep, parameters: Parameters
) -> HTMLResponse:
    kind = ReportKind.EVALUATION
    shown = ReportPage(
        evaluation_report(reading, found, language_of(request)),
        kind,
        _path(found, kind),
        _trail(found, kind),
        (say("The evaluation"), found.path),
        parameters.release is not None,
    )
    return render(request, "reports/detail.html", shown, counterpart=_counterpart(found))


@router.get("/kommuner/{slug}/{year}/rapport.pdf")
def report_as_pdf(
    request: Request, reading: ReadingDep, found: SummaryDep, parameters: FileParameters
) -> Response:
    return _file(request, reading, ReportKind.EVALUATION, found, ReportFormat.PDF, parameters)


@router.get("/kommuner/{slug}/{year}/rapport.docx")
def report_as_document(
    request: Request, reading: ReadingDep, found: SummaryDep, parameters: FileParameters
) -> Response:
    return _file(request, reading, ReportKind.EVALUATION, found, ReportFormat.DOCX, parameters)


@router.get("/kommuner/{slug}/{year}/ark")
def sheet_page(
    request: Request, reading: ReadingDep, found: EvaluationDep, parameters: Parameters
) -> HTMLResponse:
    sheet = council_sheet(reading, found, language_of(request))
    kind = ReportKind.SHEET
    frozen = parameters.release is not None
    shown = SheetPage(sheet, _path(found, kind), _trail(found, kind), frozen)
    return render(request, "reports/council_sheet.html", shown, counterpart=_counterpart(found))


@router.get("/kommuner/{slug}/{year}/ark.pdf")
def sheet_as_pdf(
    request: Request, reading: ReadingDep, found: SummaryDep, parameters: FileParameters
) -> Response:
    return _file(request, reading, ReportKind.SHEET, found, ReportFormat.PDF, parameters)


@router.get("/kommuner/{slug}/{year}/ark.docx")
def sheet_as_document(
    request: Request, reading: ReadingDep, found: SummaryDep, parameters: FileParameters
) -> Response:
    return _file(request, reading, ReportKind.SHEET, found, ReportFormat.DOCX, parameters)


@router.get("/kommuner/{slug}/{year}/lysbilder.pptx")
def slides(
    request: Request, reading: ReadingDep, found: SummaryDep, parameters: FileParameters
) -> Response:
    return _file(request, reading, ReportKind.SLIDES, found, ReportFormat.PPTX, parameters)


@router.get("/fellesrapport")
def joint_report_page(
    request: Request, reading: ReadingDep, parameters: JointParameters
) -> HTMLResponse:
    _choose_first(request, parameters)
    found = material(reading, parameters.e)
    report = report_of(found, Teller(language_of(request), reading.release))
    trail = (
        (say("Compare"), "/sammenlign"),
        (_LABELS[ReportKind.JOINT], None),
    )
    source = (say("The comparison"), "/sammenlign")
    shown = ReportPage(
        report, ReportKind.JOINT, PATH, trail, source, parameters.release is not None
    )
    counterpart = Counterpart("/api/v1/compare")
    return render(request, "reports/detail.html", shown, noindex=True, counterpart=counterpart)


@router.get("/fellesrapport.pdf")
def joint_report_as_pdf(
    request: Request, reading: ReadingDep, parameters: JointFileParameters
) -> Response:
    return _joint_file(request, reading, parameters, ReportFormat.PDF)


@router.get("/fellesrapport.docx")
def joint_report_as_document(
    request: Request, reading: ReadingDep, parameters: JointFileParameters
) -> Response:
    return _joint_file(request, reading, parameters, ReportFormat.DOCX)


def _joint_file(
    request: Request, reading: Reading, parameters: JointFileQuery, format: ReportFormat
) -> Response:
    _choose_first(request, parameters)
    ids = chosen_ids(reading, parameters.e)
    return file_answer(request, reading, ReportKind.JOINT, ids, format, PATH, parameters.progress)


def _choose_first(request: Request, parameters: JointQuery) -> None:
    """Leads those who have not chosen anybody to where they can: the comparison.

    Raises:
        Moved: to it, of the same release.
    """
    if not any(parameters.e):
        kept = [("release", str(parameters.release or ""))]
        raise Moved(address("/sammenlign", language_of(request), kept), 303)


def _file(
    request: Request,
    reading: Reading,
    kind: ReportKind,
    found: EvaluationSummary,
    format: ReportFormat,
    parameters: FileQuery,
) -> Response:
    page = f"/kommuner/{found.municipality}/{found.path}/{_PATHS[kind]}"
    return file_answer(request, reading, kind, (found.id,), format, page, parameters.progress)


def _path(found: EvaluationContent, kind: ReportKind) -> str:
    """Where a report of an evaluation stands."""
    return f"{found.path}/{_PATHS[kind]}"


def _trail(
    found: EvaluationContent, kind: ReportKind
) -> tuple[tuple[Message | str, str | None], ...]:
    """The pages that lead to it."""
    municipality = found.municipality
    return (
        (say("Municipalities"), "/kommuner"),
        (municipality.label, f"/kommuner/{municipality.slug}"),
        (found.evaluation.path, found.path),
        (_LABELS[kind], None),
    )


def _counterpart(found: EvaluationContent) -> Counterpart:
    return Counterpart(f"/api/v1/evaluations/{found.evaluation.id}", codes=("code",))


_PATHS: Final = {
    ReportKind.EVALUATION: "rapport",
    ReportKind.SHEET: "ark",
    ReportKind.SLIDES: "ark",
}
"""The pages; slides are on none of their own, and the sheet says the same."""
_LABELS: Final = {
    ReportKind.EVALUATION: say("Report"),
    ReportKind.JOINT: say("Joint report"),
    ReportKind.SHEET: say("Sheet for the council"),
}
