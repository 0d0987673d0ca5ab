"""How a joint report opens: the cover, the answer in short, and what is compared."""

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.measure_lines import tells_differences
from app.domain.message import Message, say, say_n
from app.domain.wording.evaluation import (
    DETAIL_WORDS,
    VERSION_BASIS_WORDS,
    inhabitants_words,
    without_figures_words,
)
from app.domain.wording.instrument import small_words
from app.domain.wording.numbers import spelled
from app.domain.wording.sets import named_versions
from app.domain.wording.untranslated import findings_language_words
from app.reports.document import Block, Bullets, Fact, Notice, ReportSection, Tone
from app.reports.joint.material import JointMaterial, evaluation_path
from app.reports.joint.phrases import line_name, names_of
from app.reports.teller import SPACE, Teller
from app.web.api.attribution import CAVEAT, RETOLD_FINDINGS
from app.web.pictures.provenance import OF_SEVERAL


def facts(found: JointMaterial, tell: Teller) -> tuple[Fact, ...]:
    """What stands on the cover: each evaluation, what is known of it, and where it was read."""
    return tuple(
        Fact(
            tell.plain(one.name),
            (
                *tell.text(_known(one)),
                *SPACE,
                *tell.outside(one.evaluation.source.title, one.evaluation.source.url),
            ),
        )
        for one in found.compared
    )


def _known(one: Compared) -> Message:
    return say(
        "%(version)s (%(basis)s); %(detail)s; %(inhabitants)s.",
        version=named_versions([one.version]),
        basis=VERSION_BASIS_WORDS[one.evaluation.version_basis],
        detail=DETAIL_WORDS[one.evaluation.detail],
        inhabitants=inhabitants_words(one.evaluation),
    )


def in_short(found: JointMaterial, tell: Teller) -> ReportSection:
    """The answer, who has no figures, and the first thing to learn."""
    content = found.content
    said: list[Message] = []
    if content.area_gaps:
        said.append(_shared_gaps(content))
    said += [
        say("First in our suggested order of learning: %(area)s.", area=line_name(one.line))
        for one in found.together.order[:1]
    ]
    return ReportSection(
        "in-short",
        tell.plain(say("In short")),
        (
            *tell.paragraph(*content.lead, tone=Tone.LEAD),
            *_without_figures(found, tell),
            *tell.bullets(said),
            *tell.paragraph(OF_SEVERAL, tone=Tone.NOTE),
        ),
    )


def _shared_gaps(content: CompareContent) -> Message:
    """The areas in which they share a gap, and of how many that is known where it is not of all."""
    areas = tuple(line_name(line) for line in content.area_gaps)
    known = content.gaps.area_scope
    if known.is_whole:
        return say("All of them got under half of the points in %(areas)s.", areas=areas)
    return say(
        "Of %(these)s, all whose points are known got under half of the points in %(areas)s.",
        these=known.these,
        areas=areas,
    )


def _without_figures(found: JointMaterial, tell: Teller) -> tuple[Notice, ...]:
    """Who has no figures, said where nobody overlooks it."""
    without = found.without_figures
    if not without:
        return ()
    of = len(found.compared)
    title = say_n(
        "No figures here for one of the %(of)s: %(names)s",
        "No figures here for %(count)s of the %(of)s: %(names)s",
        len(without),
        count=spelled(len(without)),
        of=spelled(of),
        names=names_of(without),
    )
    if len(without) == of:
        title = say("No figures here for any of them: %(names)s", names=names_of(without))
    return (
        Notice(
            tell.plain(title),
            tuple(
                tell.text(without_figures_words(one.summary.name, [one.summary.year]))
                for one in without
            ),
            is_warning=True,
        ),
    )


def what_is_compared(found: JointMaterial, tell: Teller) -> ReportSection:
    """Exactly which evaluations, and everything that must be known before they are."""
    content = found.content
    blocks: list[Block] = [
        *tell.paragraph(content.set_words, content.years_apart),
        *_levels(content, tell),
        *(block for reason in content.cautions for block in tell.paragraph(reason)),
        *tell.bullets(_to_know(found, tell.language)),
    ]
    page = tell.link(
        say("The same comparison as a page, where it can be changed"), "/sammenlign", found.query
    )
    own = tuple(
        tell.link(say("The report of %(name)s", name=one.name), f"{path}/rapport")
        for one in found.compared
        for path in [evaluation_path(one)]
    )
    blocks.append(Bullets((page, *own)))
    return ReportSection("compared", tell.plain(say("What is compared")), tuple(blocks))


def _to_know(found: JointMaterial, language: str) -> tuple[Message, ...]:
    """What must be known of figures and findings, as far as there are any that it is about."""
    content, total = found.content, found.content.totals.line
    lines = (*content.areas.lines, *([total] if total is not None else []))
    said = [CAVEAT]
    if any(cell.best for line in lines for cell in line.cells):
        said.append(
            say(
                "This is a choice of evaluations, not a ranking: the best here need not be the "
                "best among more."
            )
        )
    if any(line.known > 1 for line in lines):
        if tells_differences(content.compared, content.totals.allowed):
            said.append(small_words(content.small))
        if len({one.summary.size_group for one in content.compared}) > 1:
            said.append(say("Size may matter. Compare with municipalities of the same size."))
    if any(area.findings for one in content.compared for area in one.evaluation.areas):
        said.append(RETOLD_FINDINGS)
        foreign = findings_language_words((one.evaluation for one in content.compared), language)
        said += [foreign] if foreign else []
    return tuple(said)


def _levels(content: CompareContent, tell: Teller) -> tuple[Notice, ...]:
    if content.levels is None:
        return ()
    return (
        Notice(
            tell.plain(say("Two countries")),
            (tell.text(*content.levels.words),),
            is_warning=True,
        ),
    )
