"""What a council is told of an evaluation, on a sheet and on slides: so much that it can be taken
in at a table. All else stands on the page of the evaluation.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.charts.writing import Writer
from app.contents.evaluations.area_table import area_changes
from app.contents.evaluations.content import EvaluationContent
from app.contents.evaluations.figures import FIGURES as OWN
from app.contents.municipalities.beside import Beside
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.figures import FIGURES as BESIDE
from app.contents.municipalities.history import HistoryRow
from app.contents.municipalities.result import Result
from app.domain.comparison_choice import ComparisonKind
from app.domain.coverage import Unrepresentative
from app.domain.decimals import total_points
from app.domain.evaluation import FindingKind, GoldStar
from app.domain.headlines import Headlines, headlines
from app.domain.message import LocalText, Message, Value, say, say_n
from app.domain.method import MethodVersion
from app.domain.wording.coverage import lack_words
from app.domain.wording.untranslated import findings_language_words
from app.reports.document import (
    ListColumn,
    Picture,
    TableBlock,
)
from app.reports.pictures import picture
from app.reports.shared_blocks import (
    NO_FIGURE,
    NO_FINDINGS_OF_KIND,
    area_cell,
    areas_caption,
    totals_table,
)
from app.reports.teller import SPACE, Teller
from app.web.words.languages import Sayable

MOST_AVERAGES: Final = 3
"""Published averages beside the total: those nearest in time come first."""
MOST_DRAWN: Final = 2
"""Others beside the areas, as many as the spider has room for."""
MOST_BESIDE_WHOLE_NAMES: Final = 4
"""Columns beside which the whole names of areas have room, as one of them."""
MOST_ROWS: Final = 5
MOST_REMARKS: Final = 3
"""Of each kind of remark that a source may have any number of."""
MOST_STARS: Final = 3
LONGEST_PRACTICE: Final = 160
"""Letters of a practice that is told beside others."""
FIRST_KNOWN: Final = say("This is the first evaluation of the municipality that we know of.")
WHERE_ALL_IS: Final = say("All points and remarks are on the page of the evaluation:")
SMALL_MEANS_LITTLE: Final = say(
    "Small differences mean little: the points rest on the judgement of the evaluators."
)
_KINDS: Final = (
    (FindingKind.STRENGTH, say("Strengths")),
    (FindingKind.WEAKNESS, say("Weaknesses")),
)


def set_beside(found: Result | None) -> Sequence[Beside]:
    """All members by name, for their words say which those are; of averages the first."""
    some = found.total if found else ()
    averages = [one for one in some if not one.by_name][:MOST_AVERAGES]
    return [one for one in some if one.by_name or one in averages]


def beside_grid(
    content: EvaluationContent, around: MunicipalityContent, tell: Teller
) -> tuple[TableBlock, ...]:
    """What the total stands beside, each with how far it lies from that."""
    shown = set_beside(around.result)
    if not shown:
        return ()
    name = content.municipality.label
    rows = tuple(
        (
            tell.text(one.name),
            tell.text(say("%(points)s", points=total_points(one.value))),
            tell.in_one_line(one.standing, "; "),
        )
        for one in shown
    )
    return (
        TableBlock(
            tell.plain(say("How the total compares")),
            (
                tell.plain(say("Compared with")),
                tell.plain(say("Points")),
                tell.plain(say("%(name)s is", name=name)),
            ),
            rows,
            frozenset((1,)),
        ),
    )


def total_notes(content: EvaluationContent, around: MunicipalityContent) -> tuple[Sayable, ...]:
    """What that is made of, of how many we have a total, and what disagrees or was corrected."""
    return (
        *(one.words for one in set_beside(around.result)),
        *coverage_notes(around.result),
        *_remarks(len(content.total_discrepancies)),
        *(line.words for line in content.corrections[:MOST_REMARKS]),
    )


def coverage_notes(found: Result | None) -> tuple[Message, ...]:
    """Of how many we have a total, where those we have stand for nobody else. Whom we have is told
    only of a few: a sheet has no room for more."""
    first = found.total[0].comparison if found and found.total else None
    if found is None or first is None or first.kind is ComparisonKind.COMPUTED:
        return ()
    coverage, lack = first.set.coverage, first.set.unrepresentative
    if coverage is None or lack is None:
        return ()
    if lack is Unrepresentative.TOO_FEW:
        return (found.members,) if found.members else ()
    return (lack_words(coverage, lack),)


def _remarks(n: int) -> tuple[Message, ...]:
    """That figures disagree, where any do."""
    if not n:
        return ()
    return (
        say_n(
            "There is %(n)s remark on these figures: read it on the page.",
            "There are %(n)s remarks on these figures: read them on the page.",
            n,
        ),
    )


def spider(
    content: EvaluationContent, around: MunicipalityContent, tell: Teller
) -> tuple[Picture, ...]:
    """Beside others, else beside its own earlier points. What it is made of stands below the
    table."""
    drawn = picture(tell, "spider", BESIDE.makers["spider"], around, compact=True) or picture(
        tell, "spider", OWN.makers["spider"], content, compact=True
    )
    return tuple(replace(one, notes=()) for one in drawn)


def area_grid(
    content: EvaluationContent, around: MunicipalityContent, tell: Teller, *, short: bool = False
) -> TableBlock:
    """Each area with its points, those of whom it is drawn beside, and how it has changed. `short`
    names are for where letters are large; they stand in a table of many columns anyway."""
    found = around.result
    decimals = found.area_decimals if found else content.area_decimals
    write = Writer(tell.say, decimals)
    absent = [*([NO_FIGURE] if content.earlier else []), say("not stated")]
    changes = [
        (name, [words or none for words in column])
        for (name, column), none in zip(area_changes(content), absent, strict=False)
        if any(column)
    ]
    others = found.columns[:MOST_DRAWN] if found else ()
    head = (say("Area"), say("Points"), *others, *(name for name, _ in changes))
    short = short or len(head) > MOST_BESIDE_WHOLE_NAMES
    rows = []
    for at, part in enumerate(content.areas):
        cells = found.areas[at].cells[:MOST_DRAWN] if found else ()
        rows.append(
            (
                area_cell(part.definition, tell, short=short),
                tell.figure(part.result.figure, decimals, short=True),
                *(tell.text(write(cell.value)) for cell in cells),
                *(tell.text(column[at]) for _, column in changes),
            )
        )
    return TableBlock(
        areas_caption(content.municipality, content.evaluation, tell),
        tuple(tell.plain(name) for name in head),
        tuple(rows),
        frozenset(range(1, 2 + len(others))),
    )


def area_notes(content: EvaluationContent, around: MunicipalityContent) -> tuple[Sayable, ...]:
    """What the areas stand beside where the total does not, and what must be known of changes."""
    found = around.result
    told = {one.words for one in set_beside(found)}
    caution = content.earlier.comparability.reason if content.earlier else None
    return (
        *(words for words in (found.drawn_words if found else ()) if words not in told),
        *((found.too_few,) if found and found.too_few else ()),
        *_remarks(sum(len(part.discrepancies) for part in content.areas)),
        *((caution,) if caution else ()),
    )


def finding_columns(content: EvaluationContent, tell: Teller) -> tuple[ListColumn, ...]:
    """Three strengths and three weaknesses by the rule that pages have; nothing where the source
    has none of any kind."""
    by_kind = {one.kind: one for one in headlines(content.evaluation)}
    if not by_kind:
        return ()
    return tuple(
        _column(kind, name, by_kind.get(kind), content.version, tell) for kind, name in _KINDS
    )


def _rule_words(content: EvaluationContent) -> Message:
    """By which rule some findings stand for the others."""
    return say(
        "From the report of %(year)s, retold in our own words. Strengths are shown from the areas "
        "with the most points, the others from those with the fewest.",
        year=str(content.evaluation.year),
    )


def findings_notes(content: EvaluationContent, tell: Teller) -> tuple[Message, ...]:
    """By which rule findings were chosen, and that they are in another language, if they are."""
    foreign = findings_language_words((content.evaluation,), tell.language)
    return (_rule_words(content), *((foreign,) if foreign else ()))


def _column(
    kind: FindingKind, name: Message, found: Headlines | None, version: MethodVersion, tell: Teller
) -> ListColumn:
    """The first of a kind, each with its area, and how many there are."""
    shown = found.findings if found else ()
    title = name
    if found and found.count > len(shown):
        title = say("%(name)s: %(shown)s of %(n)s", name=name, shown=len(shown), n=found.count)
    return ListColumn(
        tell.plain(title),
        tuple(
            (
                *tell.finding(one),
                *SPACE,
                *tell.text(say("(%(words)s)", words=area.short or area.name)),
            )
            for no, one in shown
            for area in (version.area(no),)
        ),
        tell.plain(NO_FINDINGS_OF_KIND),
        kind.value,
    )


def stars_words(stars: Sequence[GoldStar]) -> Message | None:
    """How many gold stars there are, with the first practices that take no more than a line or two;
    None where there is none."""
    if not stars:
        return None
    told = [star.practice for star in stars if _is_short(star.practice)][:MOST_STARS]
    values: dict[str, Value] = {
        "stars": say_n("%(n)s gold star", "%(n)s gold stars", len(stars)),
        "practices": tuple(told),
    }
    if not told:
        return say("%(stars)s.", **values)
    if len(told) < len(stars):
        return say("%(stars)s, among them: %(practices)s.", **values)
    return say("%(stars)s: %(practices)s.", **values)


def _is_short(practice: LocalText) -> bool:
    return all(len(text) <= LONGEST_PRACTICE for text in practice.texts.values())


def totals_grid(around: MunicipalityContent, tell: Teller) -> tuple[TableBlock, ...]:
    """The totals up to this one, with the change from each to the next; none of a first one."""
    rows = _latest(around)
    if len(rows) < 2:
        return ()
    return (totals_table(rows, tell, short=True),)


def _latest(around: MunicipalityContent) -> Sequence[HistoryRow]:
    return around.history.rows[-MOST_ROWS:] if around.history else ()


def development_notes(around: MunicipalityContent) -> tuple[Sayable, ...]:
    """Why some of them cannot be set beside one another, and that not all are shown."""
    rows, history = _latest(around), around.history
    if history is None or len(rows) < 2:
        return ()
    shown = {row.evaluation.id for row in rows}
    reasons: list[Sayable | None] = [
        *(row.change.comparability.reason for row in rows if row.change),
        *(one.comparability.reason for one in history.breaks if one.before.id in shown),
    ]
    notes: list[Sayable] = [reason for reason in reasons if reason][:MOST_REMARKS]
    if len(rows) < len(history.rows):
        notes.append(say("Only the %(n)s latest evaluations are shown.", n=len(rows)))
    return tuple(dict.fromkeys(notes))
