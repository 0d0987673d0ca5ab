"""What a report says of the instrument, and of what the evaluation is set beside."""

from app.domain.message import say
from app.domain.wording.instrument import (
    CRITERIA_NOT_APART,
    EVIDENCE,
    VOLUNTARY,
    scale_words,
    small_over_time_words,
    small_words,
)
from app.reports.document import Bullets, Fact, Facts, ReportSection, Tone
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.teller import Teller
from app.web.api.attribution import CAVEAT, TAKE_PART


def instrument(found: EvaluationMaterial, tell: Teller) -> ReportSection:
    """What the instrument is, what its areas are, and how points are set."""
    version = found.version
    names = tuple(
        Fact(
            tell.plain(say("%(no)s %(name)s", no=str(area.no), name=area.name)),
            tell.text(area.definition) if area.definition else (),
        )
        for area in version.areas
    )
    criteria = tuple(
        Fact(tell.plain(one.name), tell.text(one.asks)) for one in found.instrument.criteria
    )
    return ReportSection(
        "instrument",
        tell.plain(say("What Kommunekompasset is")),
        (
            *tell.paragraph(CAVEAT, scale_words(version)),
            Facts(
                (
                    tell.fact(
                        say("Method version %(version)s", version=version.version), version.summary
                    ),
                )
            ),
            *tell.paragraph(VOLUNTARY, EVIDENCE),
        ),
        (
            ReportSection("instrument-areas", tell.plain(say("The eight areas")), (Facts(names),)),
            ReportSection(
                "instrument-points",
                tell.plain(say("How points are given")),
                (
                    *tell.paragraph(found.instrument.scoring_note),
                    *((Facts(criteria),) if criteria else ()),
                    *tell.paragraph(CRITERIA_NOT_APART, tone=Tone.NOTE),
                ),
            ),
        ),
    )


def comparison(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """What it is set beside, of how many, and what must be known of that; none where no figure of
    it is known."""
    result = found.result
    if result is None:
        return ()
    cautions = [one.reason for one in found.around.history.cautions] if found.around.history else []
    if found.content.earlier:
        cautions.append(found.content.earlier.comparability.reason)
    cautions = list(dict.fromkeys(reason for reason in cautions if reason))
    total = (beside.words for beside in result.total)
    basis = list(dict.fromkeys((*total, *result.drawn_words, *result.nearer)))
    basis += [said for said in (result.members, result.too_few, result.bias) if said]
    if found.twins.set_words:
        basis.append(found.twins.set_words)
    section = ReportSection(
        "comparison",
        tell.plain(say("What the evaluation is compared with")),
        (
            *tell.bullets(basis),
            *tell.paragraph(TAKE_PART),
            Bullets(
                (
                    tell.text(small_words(found.rules.small)),
                    tell.text(small_over_time_words(found.rules.small)),
                )
            ),
            *(block for reason in cautions for block in tell.paragraph(reason)),
        ),
    )
    return (section,)
