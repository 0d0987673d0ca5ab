"""How each of them came to where it is: its own evaluations, with the breaks between methods."""

from collections.abc import Sequence

from app.contents.comparisons.compared import Compared
from app.contents.municipalities.history import History
from app.domain.message import Value, say
from app.reports.document import ReportSection, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.results import MAKERS
from app.reports.pictures import picture
from app.reports.shared_blocks import caution_notes, totals_table
from app.reports.teller import Teller

SLOPES = ("slopes", "slopes-2", "slopes-3")


def development(found: JointMaterial, tell: Teller) -> ReportSection:
    """The lines of all, then each by itself."""
    content = found.content
    drawn = tuple(block for name in SLOPES for block in picture(tell, name, MAKERS[name], content))
    left_out = tell.paragraph(content.not_in_lines, tone=Tone.NOTE) if drawn else ()
    alone = [one for one in found.compared if len(_past(found, one).rows) < 2]
    others = (
        say("We know of no other evaluation of %(names)s.", names=_municipalities(alone))
        if alone
        else None
    )
    return ReportSection(
        "over-time",
        tell.plain(say("Own development")),
        (*drawn, *left_out, *tell.paragraph(others, tone=Tone.MISSING)),
        tuple(_own(found, one, tell) for one in found.compared if one not in alone),
    )


def _past(found: JointMaterial, one: Compared) -> History:
    return found.histories[one.summary.municipality]


def _municipalities(some: Sequence[Compared]) -> tuple[Value, ...]:
    return tuple(one.summary.name for one in some)


def _own(found: JointMaterial, one: Compared, tell: Teller) -> ReportSection:
    past = _past(found, one)
    at = next(n for n, row in enumerate(past.rows) if row.evaluation.id == one.id)
    return ReportSection(
        f"over-time-{one.summary.municipality}",
        tell.plain(one.summary.name),
        (
            totals_table(past.rows, tell, of=one.summary.name, marked=at),
            *caution_notes(past, tell),
        ),
    )
