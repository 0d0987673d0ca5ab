"""Puts a report of an evaluation together."""

from app.config import settings
from app.contents.evaluations.content import EvaluationContent
from app.queries.reading import Reading
from app.reports.document import Report, sources_drawn
from app.reports.evaluation.area_chapters import alike, chapters
from app.reports.evaluation.ending import appendix, closing, reply
from app.reports.evaluation.material import EvaluationMaterial, material
from app.reports.evaluation.method_part import comparison, instrument
from app.reports.evaluation.opening import facts, in_short, preface
from app.reports.evaluation.over_time import over_time
from app.reports.evaluation.standing import areas, total
from app.reports.framing import EVALUATION, report_words, stem_of
from app.reports.teller import Teller
from app.web.made_up import MADE_UP, is_made_up


def evaluation_report(reading: Reading, content: EvaluationContent, language: str) -> Report:
    """Everything that the data hold of an evaluation, in the order of the printed reports."""
    return report_of(material(reading, content), Teller(language, reading.release))


def report_of(found: EvaluationMaterial, tell: Teller) -> Report:
    """The report in a language."""
    sections = (
        in_short(found, tell),
        *preface(found, tell),
        instrument(found, tell),
        *comparison(found, tell),
        *total(found, tell),
        *areas(found, tell),
        *over_time(found, tell),
        *alike(found, tell),
        *chapters(found, tell),
        *closing(found, tell),
        *reply(found, tell),
    )
    return Report(
        title=tell.plain(EVALUATION),
        subtitle=tell.plain(found.content.heading),
        language=tell.language,
        author=settings().publisher_name,
        day=tell.release.published_at.date(),
        release=tell.release.number,
        address=tell.address(f"{found.content.path}/rapport"),
        facts=facts(found, tell),
        sections=(*sections, appendix(found, tell, sources_drawn(sections))),
        words=report_words(tell),
        warning=tell.plain(MADE_UP) if is_made_up(tell.release) else None,
        keywords=("Kommunekompasset", found.municipality.label, str(found.evaluation.year)),
        stem=stem_of(tell.release, "report", found.evaluation.id, tell.language),
    )
