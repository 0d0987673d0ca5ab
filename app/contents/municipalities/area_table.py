"""The eight areas as a chart-table: the municipality among the others, its place and its gap."""

from typing import Final

from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.writing import Writer
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.result import MOST_BESIDE, AreaRow, Result
from app.domain.message import Message, Say, say
from app.domain.score import AREA_MEASURES
from app.domain.wording.figures import areas_subtitle, areas_title, standings_title
from app.domain.wording.standing import gap_words, short_rank_words
from app.domain.wording.stated import short_direction_words

_GAP: Final = say("Gap")


def area_table(content: MunicipalityContent, words: Say) -> ChartTableFigure | None:
    """A row for each area, or None where no area is known."""
    found = content.result
    if found is None or not found.has_areas:
        return None
    beside = _beside(found, words)
    shown = found.areas[0].cells[:MOST_BESIDE]
    by_name = [cell.by_name for cell in shown]
    own = Series(
        f"{content.municipality.label} {found.evaluation.year}",
        SeriesRole.SUBJECT,
        tuple(row.result.figure.score for row in found.areas),
    )
    heads, texts = _columns(found, words)
    middle = found.spread.middle
    limits = middle.limits if middle else {}
    return ChartTableFigure(
        words(_title(content.municipality.label, found)),
        rows=tuple(
            ChartRow(
                words(row.definition.name),
                words(row.definition.short or row.definition.name),
                row.definition.max,
                found.spread.members.get(measure, ()),
                limits.get(measure),
                tuple(column[at] for column in texts),
                f"/omrader/{found.evaluation.version}/{row.definition.no}",
                dot_names=found.spread.names.get(measure, ()),
            )
            for at, (row, measure) in enumerate(zip(found.areas, AREA_MEASURES, strict=True))
        ),
        marks=(own, *(one for one, named in zip(beside, by_name, strict=True) if named)),
        ticks=tuple(one for one, named in zip(beside, by_name, strict=True) if not named),
        heads=tuple(words(head) for head in heads),
        told_heads=tuple(words(_told(head, found)) for head in heads),
        dots_name=words(say("a municipality")) if found.spread.members else None,
        middle_name=words(middle.name) if middle and isinstance(middle.name, Message) else None,
        write=Writer(words, found.area_decimals),
        subtitle=words(
            areas_subtitle([cell.phrase for cell in found.areas[0].cells[:MOST_BESIDE]])
        ),
    )


def _beside(found: Result, words: Say) -> list[Series]:
    """The columns that the areas are set beside, as series."""
    roles = (SeriesRole.REFERENCE, SeriesRole.SECOND_REFERENCE)
    return [
        Series(
            name if isinstance(name, str) else words(name),
            role,
            tuple(row.cells[at].value for row in found.areas),
        )
        for at, (name, role) in enumerate(zip(found.columns[:MOST_BESIDE], roles, strict=False))
    ]


def _title(name: str, found: Result) -> Message:
    """Beside the first that all areas compared are set beside; else what is drawn."""
    firsts = [row.beside[0] for row in found.areas if row.beside]
    year = found.evaluation.year
    if not firsts or found.compared_with is None:
        return areas_title(name, year, found.highest)
    return standings_title(name, year, firsts[0].phrase, [one.gap.standing for one in firsts])


def _columns(found: Result, words: Say) -> tuple[list[Message], list[list[str]]]:
    """The columns that have anything to say: place, gap, change over time."""
    columns: tuple[tuple[Message, list[Message | None]], ...] = (
        (say("Rank"), [_rank(row) for row in found.areas]),
        (_GAP, [_gap(row, found.area_decimals) for row in found.areas]),
        *_changes(found),
    )
    kept = [(head, texts) for head, texts in columns if any(texts)]
    return (
        [head for head, _ in kept],
        [[words(text) if text else "" for text in texts] for _, texts in kept],
    )


def _told(head: Message, found: Result) -> Message:
    """The head of a column where nothing beside it says from whom a gap is."""
    if head is not _GAP or found.compared_with is None:
        return head
    return say("Gap to %(name)s", name=found.compared_with)


def _changes(found: Result) -> list[tuple[Message, list[Message | None]]]:
    """What the source says of changes over time."""
    stated = found.evaluation.stated_changes
    if stated is None:
        return []
    directions = [stated.areas.get(row.definition.no) for row in found.areas]
    texts = [short_direction_words(one) if one else None for one in directions]
    return [(say("Since %(year)s, according to the source", year=str(stated.since)), texts)]


def _rank(row: AreaRow) -> Message | None:
    rank = row.beside[0].rank if row.beside else None
    return short_rank_words(rank) if rank else None


def _gap(row: AreaRow, decimals: int) -> Message | None:
    return gap_words(row.beside[0].gap, decimals) if row.beside else None
