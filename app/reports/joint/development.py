"""How each of them came to where it is: its own evaluations, with the breaks between methods."""

from app.contents.comparisons.compared import Compared
from app.domain.message import say
from app.reports.document import Section, Tone
from app.reports.evaluation.over_time import totals_over_time
from app.reports.joint.material import JointMaterial
from app.reports.joint.results import MAKERS
from app.reports.pictures import picture
from app.reports.telling import Teller

SLOPES = ("slopes", "slopes-2", "slopes-3")


def development(found: JointMaterial, tell: Teller) -> Section:
    """The lines of all, then each by itself."""
    content = found.content
    drawn = tuple(block for name in SLOPES for block in picture(tell, name, MAKERS[name], content))
    left_out = tell.paragraph(content.not_in_lines, tone=Tone.NOTE) if drawn else ()
    return Section(
        "over-time",
        tell.plain(say("Own development")),
        (*drawn, *left_out),
        tuple(_own(found, one, tell) for one in found.compared),
    )


def _own(found: JointMaterial, one: Compared, tell: Teller) -> Section:
    slug = one.summary.municipality
    past, anchor = found.histories[slug], f"over-time-{slug}"
    if len(past.rows) < 2:
        alone = say("We know of no other evaluation of %(name)s.", name=one.summary.name)
        return Section(anchor, one.summary.name, tell.paragraph(alone, tone=Tone.MISSING))
    at = next(n for n, row in enumerate(past.rows) if row.evaluation.id == one.id)
    reasons = dict.fromkeys(caution.reason for caution in past.cautions if caution.reason)
    return Section(
        anchor,
        one.summary.name,
        (
            totals_over_time(past, tell, of=one.summary.name, marked=at),
            *(block for reason in reasons for block in tell.paragraph(reason, tone=Tone.NOTE)),
        ),
    )
