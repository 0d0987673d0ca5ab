"""Reports as pages, and as files under the same addresses with an ending."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from app.contents.evaluations.content import EvaluationContent
from app.domain.message import say
from app.features.dependencies import EvaluationDep, ReadingDep
from app.features.reports.content import ReportPage
from app.features.reports.files import file_answer
from app.queries.reading import Reading
from app.reports.document import Report
from app.reports.evaluation.report import evaluation_report
from app.reports.jobs import ReportFormat, ReportKind
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.words.languages import language_of

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/kommuner/{slug}/{year}/rapport")
def report_page(
    request: Request, reading: ReadingDep, found: EvaluationDep, parameters: Parameters
) -> HTMLResponse:
    report = evaluation_report(reading, found, language_of(request))
    return _shown(request, report, ReportKind.EVALUATION, found, parameters)


@router.get("/kommuner/{slug}/{year}/rapport.pdf")
def report_as_pdf(
    request: Request, reading: ReadingDep, found: EvaluationDep, _parameters: Parameters
) -> Response:
    return _file(request, reading, ReportKind.EVALUATION, found, ReportFormat.PDF)


@router.get("/kommuner/{slug}/{year}/rapport.docx")
def report_as_document(
    request: Request, reading: ReadingDep, found: EvaluationDep, _parameters: Parameters
) -> Response:
    return _file(request, reading, ReportKind.EVALUATION, found, ReportFormat.DOCX)


def _shown(
    request: Request,
    report: Report,
    kind: ReportKind,
    found: EvaluationContent,
    parameters: PageParameters,
) -> HTMLResponse:
    """The report of one evaluation as a page."""
    municipality = found.municipality
    trail = (
        (say("Municipalities"), "/kommuner"),
        (municipality.label, f"/kommuner/{municipality.slug}"),
        (found.evaluation.path, found.path),
        (_LABELS[kind], None),
    )
    shown = ReportPage(
        report, kind, f"{found.path}/{_PATHS[kind]}", trail, parameters.release is not None
    )
    return render(
        request,
        "reports/detail.html",
        shown,
        counterpart=Counterpart(f"/api/v1/evaluations/{found.evaluation.id}", codes=("code",)),
    )


def _file(
    request: Request,
    reading: Reading,
    kind: ReportKind,
    found: EvaluationContent,
    format: ReportFormat,
) -> Response:
    page = f"{found.path}/{_PATHS[kind]}"
    return file_answer(request, reading, kind, (found.evaluation.id,), format, page)


_PATHS = {ReportKind.EVALUATION: "rapport", ReportKind.SHEET: "ark"}
_LABELS = {ReportKind.EVALUATION: say("Report"), ReportKind.SHEET: say("Sheet for the council")}
