"""Where the total and the areas stand: among all, inside the size group, beside averages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.contents.averages import figures as average_figures
from app.contents.evaluations import figures as own_figures
from app.contents.evaluations.among import Among
from app.contents.municipalities import figures as beside_figures
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say
from app.domain.wording.coverage import coverage_words
from app.domain.wording.evaluation import INHABITANTS_UNKNOWN
from app.domain.wording.sets import municipalities_words, size_group_words
from app.domain.wording.stated import stated_words
from app.reports.document import Block, Passage, ReportSection, TableBlock, Tone
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.evaluation.opening import MOST_IN_SHORT, beside_words
from app.reports.pictures import picture
from app.reports.shared_blocks import stated_list
from app.reports.teller import Teller

OWN: Final = own_figures.FIGURES.makers
BESIDE: Final = beside_figures.FIGURES.makers
AVERAGES: Final = average_figures.FIGURES.makers

MOST_AT_AN_END: Final = 15
"""How many of the highest and of the lowest are told apart by size, as the printed reports do."""


def total(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The total among the others, with what the source itself says of it; none where the total is
    not known, or stands beside nothing, and the source says nothing either."""
    title = tell.plain(say("The total among the others"))
    if found.evaluation.total.score is None:
        stated = stated_list(stated_words(found.evaluation), tell)
        return (ReportSection("total", title, stated),) if stated else ()
    blocks: list[Block] = [
        *tell.bullets(_more_than_in_short(found)),
        *picture(tell, "ranked", OWN["ranked"], found.content),
        *picture(tell, "dots", OWN["dots"], found.content),
        *stated_list(stated_words(found.evaluation), tell),
    ]
    sections = (_of_its_size(found, tell), _by_size(found, tell), _ends(found, tell))
    below = tuple(section for section in sections if section is not None)
    if not blocks and all(_says_only_what_is_missing(section) for section in below):
        return ()
    return (ReportSection("total", title, tuple(blocks), below),)


def _says_only_what_is_missing(section: ReportSection) -> bool:
    return all(isinstance(one, Passage) and one.tone is Tone.MISSING for one in section.blocks)


def _more_than_in_short(found: EvaluationMaterial) -> tuple[Message, ...]:
    """What the total stands beside, where that is more than the answer in short has."""
    every = beside_words(found)
    return every if len(every) > MOST_IN_SHORT else ()


def _of_its_size(found: EvaluationMaterial, tell: Teller) -> ReportSection | None:
    """The same inside the size group, or why not."""
    title = tell.plain(say("Inside the size group"))
    code = found.evaluation.size_group
    if code is None:
        why = say("The number of inhabitants is not known here, so no size group can be given.")
        return ReportSection("size-group", title, tell.paragraph(why, tone=Tone.MISSING))
    every, same = found.content.among, found.content.among_its_size
    if every is not None and same is not None and every.all == same.all:
        said = say(
            "All of those above have %(size)s. Coverage of that size: %(coverage)s.",
            size=size_group_words(code),
            coverage=coverage_words(same.coverage),
        )
        return ReportSection("size-group", title, tell.paragraph(said))
    drawn = (
        *picture(tell, "ranked-size", OWN["ranked-size"], found.content),
        *picture(tell, "dots-size", OWN["dots-size"], found.content),
    )
    if drawn:
        return ReportSection("size-group", title, drawn)
    why = say(
        "Of %(municipalities)s with %(size)s we know too few totals to show them in order.",
        municipalities=municipalities_words(frozenset((found.evaluation.country,))),
        size=size_group_words(code),
    )
    return ReportSection("size-group", title, tell.paragraph(why, tone=Tone.MISSING))


def _by_size(found: EvaluationMaterial, tell: Teller) -> ReportSection | None:
    """Averages by size group and of the country, and size beside total."""
    country = found.country
    drawn = (
        picture(tell, "sizes", AVERAGES[f"sizes-{country.slug}"], found.averages)
        if country is not None
        else ()
    )
    scatter = picture(tell, "scatter", OWN["scatter"], found.content)
    if not drawn and not scatter:
        return None
    return ReportSection("sizes", tell.plain(say("Size and total")), (*drawn, *scatter))


def _ends(found: EvaluationMaterial, tell: Teller) -> ReportSection | None:
    """Of which size the highest and the lowest are, where those known stand for the country."""
    among = found.content.among
    if among is None or found.content.evaluation.size_group is None:
        return None
    title = tell.plain(say("The highest and the lowest, by size"))
    if among.rank is None:
        why = say(
            "Too few of those evaluated have published their total to say of which size the "
            "highest and the lowest are."
        )
        return ReportSection("ends", title, tell.paragraph(why, tone=Tone.MISSING))
    return ReportSection("ends", title, (_end_table(found, among, tell),))


def _end_table(found: EvaluationMaterial, among: Among, tell: Teller) -> TableBlock:
    ordered = [one for one in among.all if one not in among.earlier]
    most = min(MOST_AT_AN_END, len(ordered) // 2)
    ends = (ordered[:most], ordered[-most:])
    groups: list[str | None] = [group.code for group in found.instrument.size_scheme.groups]
    if any(one.size_group is None for end in ends for one in end):
        groups.append(None)
    return TableBlock(
        tell.plain(say("How many of the highest and the lowest are of each size")),
        (
            tell.plain(say("Size group")),
            tell.plain(say("The %(n)s highest", n=most)),
            tell.plain(say("The %(n)s lowest", n=most)),
        ),
        tuple(
            (
                tell.text(size_group_words(code) if code else INHABITANTS_UNKNOWN),
                *(tell.text(str(_count(end, code))) for end in ends),
            )
            for code in groups
        ),
        frozenset((1, 2)),
    )


def _count(some: Sequence[EvaluationSummary], size_group: str | None) -> int:
    return sum(one.size_group == size_group for one in some)


def areas(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """The eight areas beside averages or others, drawn once: as a spider, with all that is told row
    by row in its table, or row by row where a spider would have no shape or not all of it. None
    where no area is known."""
    rows = picture(tell, "areas", BESIDE["table"], found.around)
    drawn = tuple(
        replace(spider, told_by=one.figure, sources=one.sources, notes=one.notes)
        for spider in picture(tell, "spider", BESIDE["spider"], found.around)
        for one in rows
        if set(one.figure.told()[0]) >= set(spider.figure.told()[0])
    )
    if not rows:
        return ()
    return (ReportSection("areas", tell.plain(say("The eight areas")), drawn or rows),)
