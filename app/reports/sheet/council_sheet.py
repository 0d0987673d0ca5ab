"""Puts the sheet of an evaluation together."""

from typing import Final

from app.config import settings
from app.contents.evaluations.content import EvaluationContent
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.content import content as municipality_content
from app.domain.message import say
from app.queries.reading import Reading
from app.reports.address_code import address_code
from app.reports.council import WHERE_ALL_IS
from app.reports.document import Passage, Report, ReportSection, Tone
from app.reports.framing import EVALUATION, report_words, stem_of
from app.reports.sheet.model import CouncilSheet
from app.reports.sheet.parts import areas, development, findings, limits, sources, total
from app.reports.teller import Teller
from app.web.made_up import MADE_UP, is_made_up

IN_SHORT: Final = say("In short")


def council_sheet(reading: Reading, content: EvaluationContent, language: str) -> CouncilSheet:
    """What a council needs to know of an evaluation, on one page."""
    around = municipality_content(reading, content.municipality, None, of=content.evaluation)
    return sheet_of(content, around, Teller(language, reading.release))


def sheet_of(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> CouncilSheet:
    """The sheet in a language. `around` is the municipality as of the evaluation."""
    evaluation = content.evaluation
    lead = around.lead if around.result else content.lead[:1]
    address = tell.address(content.path)
    return CouncilSheet(
        title=tell.plain(content.heading),
        subtitle=tell.plain(EVALUATION),
        language=tell.language,
        author=settings().publisher_name,
        day=tell.release.published_at.date(),
        release=tell.release.number,
        address=address,
        facts=tell.in_one_line(content.facts, " · "),
        lead=tell.text(*lead[:1]),
        more=tell.text(*lead[1:]),
        total=total(content, around, tell),
        areas=areas(content, around, tell),
        findings=findings(content, tell),
        development=development(around, tell),
        limits=limits(content, tell),
        sources=sources(content, tell),
        code=address_code(
            address, tell.plain(say("QR code that leads to %(address)s", address=address))
        ),
        code_words=tell.text(WHERE_ALL_IS),
        warning=tell.plain(MADE_UP) if is_made_up(tell.release) else None,
        keywords=("Kommunekompasset", content.municipality.label, str(evaluation.year)),
        stem=stem_of(tell.release, "sheet", evaluation.id, tell.language),
    )


def sheet_report(reading: Reading, content: EvaluationContent, language: str) -> Report:
    """The same to go on writing in: it need not fit a page any more."""
    sheet = council_sheet(reading, content, language)
    answer = (
        Passage(sheet.facts, Tone.NOTE),
        Passage(sheet.lead, Tone.LEAD),
        *((Passage(sheet.more),) if sheet.more else ()),
    )
    return Report(
        title=sheet.title,
        subtitle=sheet.subtitle,
        language=language,
        author=sheet.author,
        day=sheet.day,
        release=sheet.release,
        address=sheet.address,
        facts=(),
        sections=(
            ReportSection("answer", Teller(language, reading.release).plain(IN_SHORT), answer),
            *sheet.parts,
        ),
        words=report_words(Teller(language, reading.release)),
        warning=sheet.warning,
        keywords=sheet.keywords,
        is_short=True,
        stem=sheet.stem,
    )
