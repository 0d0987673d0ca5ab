"""How each of them came to where it is: its own evaluations, with the breaks between methods."""

from collections import Counter
from collections.abc import Sequence

from app.contents.comparisons.compared import Compared
from app.contents.municipalities.history import History
from app.domain.message import LocalText, Value, say
from app.reports.document import ReportSection, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.results import MAKERS
from app.reports.pictures import picture
from app.reports.shared_blocks import caution_notes, caution_reasons, totals_table
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
    told = [one for one in found.compared if one not in alone]
    noted = [note for block in drawn for note in block.notes]
    of_several = Counter(reason for one in told for reason in caution_reasons(_past(found, one)))
    under_figure = tuple(one for one in of_several if tell.text(one) in noted)
    said_once = tuple(one for one, n in of_several.items() if n > 1 and one not in under_figure)
    return ReportSection(
        "over-time",
        tell.plain(say("Own development")),
        (
            *drawn,
            *left_out,
            *tell.paragraph(others, tone=Tone.MISSING),
            *caution_notes(said_once, tell),
        ),
        tuple(_own(found, one, (*under_figure, *said_once), tell) for one in told),
    )


def _past(found: JointMaterial, one: Compared) -> History:
    return found.histories[one.summary.municipality]


def _municipalities(some: Sequence[Compared]) -> tuple[Value, ...]:
    return tuple(one.summary.name for one in some)


def _own(
    found: JointMaterial, one: Compared, said: Sequence[LocalText], tell: Teller
) -> ReportSection:
    """The totals of one of them, and what must be known of its changes that is not said yet."""
    past = _past(found, one)
    at = next(n for n, row in enumerate(past.rows) if row.evaluation.id == one.id)
    reasons = [reason for reason in caution_reasons(past) if reason not in said]
    return ReportSection(
        f"over-time-{one.summary.municipality}",
        tell.plain(one.summary.name),
        (
            totals_table(past.rows, tell, of=one.summary.name, marked=at),
            *caution_notes(reasons, tell),
        ),
    )
