"""One figure for all of them together, which we calculate: nobody evaluated them as one."""

from app.contents.comparisons.together import WeightedLine
from app.domain.decimals import OF_TOTALS, decimals_of
from app.domain.message import Message, say
from app.domain.score import Measure
from app.domain.wording.evaluation import population_words
from app.reports.document import Block, Grid, Notice, Section, Text, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.saying import line_name, names_of
from app.reports.telling import Teller


def weighted(found: JointMaterial, tell: Teller) -> Section:
    """The means by inhabitants, marked as ours, or why there are none."""
    picture = found.weighted
    title = tell.plain(say("All of them together, weighted by inhabitants"))
    if not picture.lines:
        missing = tell.paragraph(*picture.why_not, tone=Tone.MISSING)
        return Section("weighted", title, missing)
    blocks: list[Block] = [
        Notice(
            tell.plain(say("Calculated by us, and no result")),
            (
                tell.text(
                    say(
                        "Nobody has evaluated these municipalities as one. Each figure is the mean "
                        "of theirs, in which each counts by its inhabitants."
                    ),
                    say("An evaluation of them together could give other points."),
                ),
            ),
            is_warning=True,
        ),
        _table(found, tell),
        *tell.bullets(_inhabitants(found)),
    ]
    missing_totals = picture.total is None
    if missing_totals:
        blocks += tell.paragraph(
            say("No total: it needs totals and inhabitants of at least two of them."),
            tone=Tone.MISSING,
        )
    blocks += tell.paragraph(*picture.areas_why_not, tone=Tone.MISSING)
    blocks += [
        block
        for reason in found.content.cautions
        for block in tell.paragraph(reason, tone=Tone.NOTE)
    ]
    return Section("weighted", title, tuple(blocks))


def _table(found: JointMaterial, tell: Teller) -> Grid:
    lines = found.weighted.lines
    decimals = decimals_of(one.found.mean for one in lines if one.line.measure is not Measure.TOTAL)
    rows: list[tuple[Text, ...]] = [_row(one, decimals, tell) for one in lines]
    heads = (
        say("Measure"),
        say("Mean by inhabitants, calculated"),
        say("Max"),
        say("Made of"),
        say("Not in it"),
    )
    kept = [at for at in range(len(heads)) if at < 4 or any(row[4] for row in rows)]
    return Grid(
        tell.plain(say("Means weighted by inhabitants, calculated by us")),
        tuple(tell.plain(heads[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        frozenset((1, 2)),
        strong=frozenset((len(rows) - 1,)) if found.weighted.total else frozenset(),
    )


def _row(one: WeightedLine, decimals: int, tell: Teller) -> tuple[Text, ...]:
    shown = OF_TOTALS if one.line.measure is Measure.TOTAL else decimals
    return (
        tell.text(line_name(one.line)),
        tell.points(one.found.mean, shown),
        tell.points(one.line.max, 0),
        tell.text(say("%(names)s", names=names_of(one.members))),
        tell.text(say("%(names)s", names=names_of(one.left_out))) if one.left_out else (),
    )


def _inhabitants(found: JointMaterial) -> list[Message]:
    """By what each counts, or that it counts nowhere."""
    said = []
    for one in found.compared:
        population = one.evaluation.population
        said.append(
            say(
                "%(name)s: %(inhabitants)s.",
                name=one.name,
                inhabitants=population_words(population, one.evaluation.country)
                if population
                else say("inhabitants not known"),
            )
        )
    return said
