"""The parts of a sheet. What there is no room for stands on the page that its code leads to."""

from collections.abc import Iterable, Sequence
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
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.evaluation import FindingKind, GoldStar
from app.domain.headlines import Headlines, headlines
from app.domain.message import Message, Value, say, say_n
from app.domain.method import MethodVersion
from app.domain.wording.coverage import lack_words
from app.domain.wording.evaluation import areas_without_points, total_missing_words
from app.domain.wording.instrument import WHAT_IT_IS
from app.reports.document import (
    Block,
    Column,
    Columns,
    Grid,
    Paragraph,
    Picture,
    PointBox,
    Section,
    Text,
    Tone,
)
from app.reports.pictures import picture
from app.reports.telling import Teller
from app.web.api.attribution import TAKE_PART, attribution
from app.web.words.languages import Sayable
from app.web.words.runs import Run

MOST_AVERAGES: Final = 3
"""Published averages beside the total: those nearest in time come first."""
MOST_STATED: Final = 3
MOST_DRAWN: Final = 2
"""Others beside the areas, as many as the spider has room for."""
MOST_ROWS: Final = 5
MOST_REMARKS: Final = 3
"""Of each kind of remark that a source may have any number of."""
MOST_STARS: Final = 3
FINDINGS_MISSING: Final = say(
    "Strengths, challenges and weaknesses: not found in the sources we have read."
)
_KINDS: Final = (
    (FindingKind.STRENGTH, say("Strengths")),
    (FindingKind.WEAKNESS, say("Weaknesses")),
)


def total(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> Section:
    """The total with what it stands beside, and of how many we have it."""
    title, figure, found = tell.plain(say("Total")), content.evaluation.total, around.result
    if figure.score is None:
        missing = tell.paragraph(total_missing_words(content.evaluation), tone=Tone.MISSING)
        return Section("total", title, (*missing, *_stated(content, tell)))
    box = PointBox(
        title,
        tell.number(figure.score, OF_TOTALS),
        tell.plain(say("out of %(max)s", max=total_points(figure.max))),
        float(figure.share or 0),
    )
    shown = _shown(found)
    notes = [
        *(one.words for one in shown),
        *_coverage(found),
        *_remarks(len(content.total_discrepancies)),
        *(line.words for line in content.corrections[:MOST_REMARKS]),
    ]
    return Section("total", title, (box, *_beside(content, shown, tell), *_notes(notes, tell)))


def _shown(found: Result | None) -> Sequence[Beside]:
    """All members by name, for their words say which those are; of averages the first."""
    some = found.total if found else ()
    averages = [one for one in some if not one.by_name][:MOST_AVERAGES]
    return [one for one in some if one.by_name or one in averages]


def _beside(content: EvaluationContent, shown: Sequence[Beside], tell: Teller) -> tuple[Grid, ...]:
    if not shown:
        return ()
    name = content.municipality.label
    rows = tuple(
        (
            tell.text(one.name),
            tell.text(say("%(points)s", points=total_points(one.value))),
            _after_another(one.standing, "; ", tell),
        )
        for one in shown
    )
    return (
        Grid(
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


def _coverage(found: Result | None) -> tuple[Message, ...]:
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


def _stated(content: EvaluationContent, tell: Teller) -> tuple[Block, ...]:
    """What the source says of its standing, where it gives no total that could be compared."""
    said = content.stated[:MOST_STATED]
    if not said:
        return ()
    return (*tell.paragraph(say("What the source itself says:")), *tell.bullets(said))


def areas(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> Section:
    """The eight areas as a spider and a table: points, those beside, and changes."""
    title = tell.plain(say("The eight areas"))
    missing = [
        block
        for one in areas_without_points(content.evaluation)
        for block in tell.paragraph(one, tone=Tone.MISSING)
    ]
    if not content.has_areas:
        return Section("areas", title, tuple(missing))
    found = around.result
    told = {one.words for one in _shown(found)}
    notes = [
        *(words for words in (found.drawn_words if found else ()) if words not in told),
        *((found.too_few,) if found and found.too_few else ()),
        *_remarks(sum(len(part.discrepancies) for part in content.areas)),
    ]
    if content.earlier and content.earlier.comparability.reason:
        notes.append(content.earlier.comparability.reason)
    return Section(
        "areas",
        title,
        (
            *_spider(content, around, tell),
            _area_grid(content, found, tell),
            *missing,
            *_notes(notes, tell),
        ),
    )


def _spider(
    content: EvaluationContent, around: MunicipalityContent, tell: Teller
) -> tuple[Picture, ...]:
    """Beside others, else beside its own earlier points. What it is made of stands below the
    table."""
    drawn = picture(tell, "spider", BESIDE.makers["spider"], around, compact=True) or picture(
        tell, "spider", OWN.makers["spider"], content, compact=True
    )
    return tuple(replace(one, notes=()) for one in drawn)


def _area_grid(content: EvaluationContent, found: Result | None, tell: Teller) -> Grid:
    decimals = found.area_decimals if found else content.area_decimals
    write = Writer(tell.say, decimals)
    changes = [column for column in area_changes(content) if any(column[1])]
    others = found.columns[:MOST_DRAWN] if found else ()
    rows = []
    for at, part in enumerate(content.areas):
        cells = found.areas[at].cells[:MOST_DRAWN] if found else ()
        rows.append(
            (
                tell.text(str(part.definition.no), part.definition.name),
                tell.text(write(part.result.figure.score)),
                *(tell.text(write(cell.value)) for cell in cells),
                *(tell.text(column[at] or say("no figure")) for _, column in changes),
            )
        )
    head = (say("Area"), say("Points"), *others, *(name for name, _ in changes))
    return Grid(
        tell.plain(
            say(
                "Points per area, %(name)s %(year)s, method version %(version)s",
                name=content.municipality.label,
                year=str(content.evaluation.year),
                version=content.evaluation.version,
            )
        ),
        tuple(tell.plain(name) for name in head),
        tuple(rows),
        frozenset(range(1, 2 + len(others))),
    )


def findings(content: EvaluationContent, tell: Teller) -> Section:
    """Three strengths and three weaknesses by the rule that pages have, and the gold stars."""
    title = tell.plain(say("Strengths and weaknesses"))
    by_kind = {one.kind: one for one in headlines(content.evaluation)}
    if not by_kind:
        blocks: tuple[Block, ...] = tell.paragraph(FINDINGS_MISSING, tone=Tone.MISSING)
    else:
        columns = tuple(
            _column(kind, name, by_kind.get(kind), content.version, tell) for kind, name in _KINDS
        )
        blocks = (Columns(columns), *tell.paragraph(rule_words(content), tone=Tone.NOTE))
    return Section("findings", title, (*blocks, *_stars(content, tell)))


def rule_words(content: EvaluationContent) -> Message:
    """By which rule some findings stand for the others."""
    return say(
        "From the report of %(year)s, retold in our own words. Strengths are shown from the areas "
        "with the most points, the others from those with the fewest.",
        year=str(content.evaluation.year),
    )


def _column(
    kind: FindingKind, name: Message, found: Headlines | None, version: MethodVersion, tell: Teller
) -> Column:
    """The first of a kind, each with its area, and how many there are."""
    shown = found.findings if found else ()
    title = name
    if found and found.count > len(shown):
        title = say("%(name)s: %(shown)s of %(n)s", name=name, shown=len(shown), n=found.count)
    return Column(
        tell.plain(title),
        tuple(
            (*tell.finding(one), *tell.text(say(" (%(area)s)", area=area.short or area.name)))
            for no, one in shown
            for area in (version.area(no),)
        ),
        tell.plain(say("None in the source.")),
        kind.value,
    )


def _stars(content: EvaluationContent, tell: Teller) -> tuple[Paragraph, ...]:
    """How many gold stars it was given, and for what."""
    said = stars_words(content.evaluation.gold_stars)
    return tell.paragraph(said) if said else ()


def stars_words(stars: Sequence[GoldStar]) -> Message | None:
    """How many gold stars there are, with the practices of the first; None where there is none."""
    if not stars:
        return None
    values: dict[str, Value] = {
        "stars": say_n("%(n)s gold star", "%(n)s gold stars", len(stars)),
        "practices": tuple(star.practice for star in stars[:MOST_STARS]),
    }
    if len(stars) > MOST_STARS:
        return say("%(stars)s, among them: %(practices)s.", **values)
    return say("%(stars)s: %(practices)s.", **values)


def development(content: EvaluationContent, around: MunicipalityContent, tell: Teller) -> Section:
    """The totals up to this one, with the change from each to the next."""
    title, history = tell.plain(say("Own development")), around.history
    if history is None or len(history.rows) < 2:
        first = say("This is the first evaluation of the municipality that we know of.")
        return Section("development", title, tell.paragraph(first))
    rows = history.rows[-MOST_ROWS:]
    shown = {row.evaluation.id for row in rows}
    reasons = [
        *(row.change.comparability.reason for row in rows if row.change),
        *(one.comparability.reason for one in history.breaks if one.before.id in shown),
    ]
    notes = [reason for reason in reasons if reason][:MOST_REMARKS]
    if len(rows) < len(history.rows):
        notes.append(say("Only the %(n)s latest evaluations are shown.", n=len(rows)))
    return Section("development", title, (_totals(rows, tell), *_notes(notes, tell)))


def _totals(rows: Sequence[HistoryRow], tell: Teller) -> Grid:
    write = Writer(tell.say, OF_TOTALS)
    return Grid(
        tell.plain(say("Totals over time")),
        tuple(
            tell.plain(name)
            for name in (say("Year"), say("Method version"), say("Total"), say("Change"))
        ),
        tuple(
            (
                tell.text(str(row.evaluation.year)),
                tell.text(row.evaluation.version),
                tell.text(write(row.evaluation.total.score)),
                tell.text(row.change_words),
            )
            for row in rows
        ),
        frozenset((2,)),
        narrow=frozenset((0, 1)),
        marked=frozenset((len(rows) - 1,)),
    )


def limits(content: EvaluationContent, tell: Teller) -> Section:
    """What must be known of all figures, and what is missing that no other part says is."""
    said_elsewhere: list[Message | None] = [
        total_missing_words(content.evaluation),
        FINDINGS_MISSING,
        *areas_without_points(content.evaluation),
    ]
    unknown = [one for one in content.unknown if one not in said_elsewhere]
    said: list[Sayable] = [
        WHAT_IT_IS,
        TAKE_PART,
        say("Small differences mean little: the points rest on the judgement of the evaluators."),
        *unknown[:MOST_REMARKS],
    ]
    return Section("limits", tell.plain(say("What this does not say")), tell.bullets(said))


def sources(content: EvaluationContent, tell: Teller) -> Section:
    """Where the figures were read, and which release they are of."""
    source = content.evaluation.source
    read_in = tell.outside(source.title, source.url)
    return Section(
        "sources",
        tell.plain(say("Source and citation")),
        (
            Paragraph((*tell.text(say("Source:")), Run(" "), *read_in), Tone.NOTE),
            *tell.paragraph(attribution(tell.release), tone=Tone.NOTE),
        ),
    )


def _notes(said: Iterable[Sayable], tell: Teller) -> tuple[Block, ...]:
    """Remarks below what they are about, each once."""
    return tuple(
        block for one in dict.fromkeys(said) for block in tell.paragraph(one, tone=Tone.NOTE)
    )


def _after_another(said: Sequence[Message], between: str, tell: Teller) -> Text:
    found: Text = ()
    for one in said:
        found += ((Run(between),) if found else ()) + tell.text(one)
    return found
