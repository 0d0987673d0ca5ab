"""Puts a joint report together."""

from collections.abc import Sequence
from typing import Final

from app.config import settings
from app.queries.reading import Reading
from app.reports.document import Report
from app.reports.framing import report_words, stem_of
from app.reports.joint.chapters import chapters
from app.reports.joint.development import development
from app.reports.joint.ending import PATH, appendix
from app.reports.joint.learning import learning
from app.reports.joint.material import JointMaterial, material
from app.reports.joint.opening import facts, in_short, what_is_compared
from app.reports.joint.phrases import TITLE, names_words
from app.reports.joint.results import areas, totals
from app.reports.joint.weighted import weighted
from app.reports.teller import Teller
from app.web.made_up import MADE_UP, is_made_up

LONGEST_IN_STEM: Final = 120
"""Characters of a file's name that say what it is of; a file system takes 255 bytes in all."""


def joint_report(reading: Reading, ids: Sequence[str], language: str) -> Report:
    """Several municipalities side by side, as the page that compares them says it.

    Raises:
        BadParameter: there are too few or too many evaluations, or one that does not exist.
        Gone: one of them has been withdrawn.
        NotComparable: two of them are of one municipality, or the method forbids it.
    """
    return report_of(material(reading, ids), Teller(language, reading.release))


def report_of(found: JointMaterial, tell: Teller) -> Report:
    """The report in a language."""
    return Report(
        title=tell.plain(TITLE),
        subtitle=tell.plain(names_words(found.compared)),
        language=tell.language,
        author=settings().publisher_name,
        day=tell.release.published_at.date(),
        release=tell.release.number,
        address=tell.address(PATH, found.query),
        facts=facts(found, tell),
        sections=(
            in_short(found, tell),
            what_is_compared(found, tell),
            totals(found, tell),
            areas(found, tell),
            learning(found, tell),
            weighted(found, tell),
            development(found, tell),
            *chapters(found, tell),
            appendix(found, tell),
        ),
        words=report_words(tell),
        warning=tell.plain(MADE_UP) if is_made_up(tell.release) else None,
        keywords=("Kommunekompasset", *(tell.plain(one.name) for one in found.compared)),
        stem=stem_of(tell.release, "joint-report", _names(found.content.ids), tell.language),
    )


def _names(ids: Sequence[str]) -> str:
    """The ids, as far as there is room for them."""
    whole = "-".join(ids)
    return whole if len(whole) <= LONGEST_IN_STEM else f"{ids[0]}-and-{len(ids) - 1}-others"
