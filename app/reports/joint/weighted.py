"""One figure for all of them together, which we calculate: nobody evaluated them as one."""

from app.contents.comparisons.together import WeightedLine
from app.domain.decimals import OF_TOTALS, decimals_of
from app.domain.message import Message, say
from app.domain.score import Measure
from app.domain.wording.evaluation import inhabitants_words
from app.reports.document import Block, Notice, ReportSection, RunText, TableBlock, Tone
from app.reports.joint.material import JointMaterial
from app.reports.joint.phrases import line_name, names_of
from app.reports.teller import Teller


def weighted(found: JointMaterial, tell: Teller) -> ReportSection:
    """The means by inhabitants, marked as ours, or why there are none."""
    picture = found.weighted
    title = tell.plain(say("All of them together, weighted by inhabitants"))
    if not picture.lines:
        missing = tell.paragraph(*picture.why_not, tone=Tone.MISSING)
        return ReportSection("weighted", title, missing)
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
        *tell.paragraph(*_made_of(found)),
        *tell.bullets(_inhabitants(found)),
    ]
    if picture.total is None:
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
    return ReportSection("weighted", title, tuple(blocks))


def _table(found: JointMaterial, tell: Teller) -> TableBlock:
    lines = found.weighted.lines
    decimals = decimals_of(one.found.mean for one in lines if one.line.measure is not Measure.TOTAL)
    rows: list[tuple[RunText, ...]] = [_row(one, decimals, tell) for one in lines]
    heads = (
        say("Measure"),
        say("Mean by inhabitants, calculated"),
        say("Max"),
        say("Not in it"),
    )
    kept = heads[:3] if _is_even(found) else heads
    return TableBlock(
        tell.plain(say("Means weighted by inhabitants, calculated by us")),
        tuple(tell.plain(head) for head in kept),
        tuple(row[: len(kept)] for row in rows),
        frozenset((1, 2)),
        strong=frozenset((len(rows) - 1,)) if found.weighted.total else frozenset(),
    )


def _is_even(found: JointMaterial) -> bool:
    """Whether every figure is made of the same ones."""
    return len({one.found.members for one in found.weighted.lines}) == 1


def _made_of(found: JointMaterial) -> list[Message]:
    """Who is in every figure, and who in none, where that is the same for all."""
    if not _is_even(found):
        return []
    one = found.weighted.lines[0]
    said = [say("Every figure is made of %(names)s.", names=names_of(one.members))]
    if one.left_out:
        said.append(
            say(
                "Not in it: %(names)s, whose points or inhabitants are not known.",
                names=names_of(one.left_out),
            )
        )
    return said


def _row(one: WeightedLine, decimals: int, tell: Teller) -> tuple[RunText, ...]:
    shown = OF_TOTALS if one.line.measure is Measure.TOTAL else decimals
    return (
        tell.text(line_name(one.line)),
        tell.points(one.found.mean, shown),
        tell.points(one.line.max, 0),
        tell.text(say("%(names)s", names=names_of(one.left_out))) if one.left_out else (),
    )


def _inhabitants(found: JointMaterial) -> list[Message]:
    """By what each counts, or that it counts nowhere."""
    return [
        say(
            "%(name)s: %(inhabitants)s.",
            name=one.name,
            inhabitants=inhabitants_words(one.evaluation),
        )
        for one in found.compared
    ]
