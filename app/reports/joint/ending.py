"""How a joint report ends: what is missing, what disagrees, what was corrected, and sources."""

from app.domain.message import Message, say
from app.domain.score import Measure
from app.domain.wording.changes import correction_words
from app.domain.wording.evaluation import unknown_words
from app.reports.document import ReportSection
from app.reports.framing import list_section, sources_section
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import TITLE, names_words
from app.reports.teller import Teller
from app.web.words.languages import Sayable

PATH = "/fellesrapport"


def appendix(found: JointMaterial, tell: Teller) -> ReportSection:
    """Everything that must be known of the figures above, and where they are from."""
    sections = (
        _missing(found, tell),
        *list_section("discrepancies", say("Figures that disagree"), _remarks(found), tell),
        *list_section("corrections", say("Corrections"), _corrections(found), tell),
        *list_section("notes", say("Notes"), _notes(found), tell),
        _sources(found, tell),
    )
    return ReportSection("appendix", tell.plain(say("Appendix")), (), sections)


def _missing(found: JointMaterial, tell: Teller) -> ReportSection:
    """What is not known of each, or that nothing is missing."""
    instrument = found.rules.instrument
    sections = tuple(
        ReportSection(
            f"unknown-{one.id.replace('.', '-')}", tell.plain(one.name), tell.bullets(said)
        )
        for one in found.compared
        if (said := unknown_words(one.evaluation, instrument.version(one.version)))
    )
    blocks = () if sections else tell.paragraph(say("Nothing that the method asks for."))
    return ReportSection("unknown", tell.plain(say("What is missing")), blocks, sections)


def _remarks(found: JointMaterial) -> list[Message]:
    said = []
    for remark in (*found.content.remarks, *found.content.line_remarks):
        measure = remark.discrepancy.measure
        if measure is None or measure is Measure.TOTAL:
            said.append(_of(remark.of.name, remark.discrepancy.text))
            continue
        said.append(
            say(
                "%(name)s, area %(no)s: %(remark)s",
                name=remark.of.name,
                no=measure.value,
                remark=remark.discrepancy.text,
            )
        )
    return said


def _corrections(found: JointMaterial) -> list[Message]:
    return [
        correction_words(one.summary.name, one.summary.year, correction)
        for one in found.compared
        for correction in one.evaluation.corrections
    ]


def _notes(found: JointMaterial) -> list[Message]:
    return [_of(one.name, note) for one in found.compared for note in one.evaluation.notes]


def _of(name: str, text: Sayable) -> Message:
    """Something that is said of an evaluation."""
    if isinstance(text, str):
        return say("%(name)s: %(remark)s", name=name, remark=text)
    return say("%(name)s: %(remark)s", name=name, remark=text)


def _sources(found: JointMaterial, tell: Teller) -> ReportSection:
    title = say("%(title)s: %(subtitle)s", title=TITLE, subtitle=names_words(found.compared))
    content = found.content
    return sources_section(
        tell,
        content.all_sources,
        title,
        PATH,
        found.query,
        has_average=content.areas.average is not None
        or bool(content.levels and content.levels.levels),
    )
