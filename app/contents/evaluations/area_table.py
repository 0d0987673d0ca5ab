"""The eight areas of an evaluation as a chart-table: among the others, with place and change."""

from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.writing import Writer
from app.contents.evaluations.content import EvaluationContent
from app.domain.message import Message, Say, say
from app.domain.score import AREA_MEASURES, Measure
from app.domain.wording.figures import areas_subtitle, areas_title, standings_title
from app.domain.wording.standing import short_change_words, short_rank_words
from app.domain.wording.stated import short_direction_words

_ROLES = (SeriesRole.SUBJECT, SeriesRole.REFERENCE)


def area_table(content: EvaluationContent, words: Say) -> ChartTableFigure | None:
    """A row for each area, or None where no area is known."""
    if not content.drawn:
        return None
    spread = content.areas_among.spread if content.areas_among else None
    members = spread.members if spread else {}
    middle = spread.middle if spread else None
    heads, texts = _columns(content, words)
    return ChartTableFigure(
        words(_title(content)),
        rows=tuple(
            ChartRow(
                words(part.definition.name),
                words(part.definition.short or part.definition.name),
                part.definition.max,
                members.get(measure, ()),
                middle.limits.get(measure) if middle else None,
                tuple(column[at] for column in texts),
                f"/omrader/{content.evaluation.version}/{part.definition.no}",
                part.anchor if part.has_more else None,
                spread.names.get(measure, ()) if spread else (),
            )
            for at, (part, measure) in enumerate(zip(content.areas, AREA_MEASURES, strict=True))
        ),
        marks=tuple(
            Series(
                str(one.name),
                role,
                tuple(one.figures.get(measure) for measure in AREA_MEASURES),
            )
            for one, role in zip(content.drawn, _ROLES, strict=False)
        ),
        heads=heads,
        dots_name=words(say("a municipality")) if any(members.values()) else None,
        middle_name=words(middle.name) if middle and isinstance(middle.name, Message) else None,
        write=Writer(words, content.area_decimals),
        subtitle=words(areas_subtitle([one.name for one in content.drawn[1:]])),
    )


def _title(content: EvaluationContent) -> Message:
    """Beside its own earlier points, where there are any; else what is drawn."""
    name, year = content.municipality.label, content.evaluation.year
    standings = [part.since.standing for part in content.areas if part.since]
    if content.earlier is None or not standings:
        return areas_title(name, year, ())
    return standings_title(name, year, f"{name} {content.earlier.evaluation.year}", standings)


def _columns(
    content: EvaluationContent, words: Say
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The columns that have anything to say: place, own change, change by the source."""
    found = [
        (say("Rank"), _ranks(content)),
        *area_changes(content),
    ]
    kept = [(head, column) for head, column in found if any(column)]
    return (
        tuple(words(head) for head, _ in kept),
        tuple(tuple(words(text) if text else "" for text in column) for _, column in kept),
    )


def _ranks(content: EvaluationContent) -> list[Message | None]:
    ranks = content.areas_among.ranks if content.areas_among else {}
    found = [ranks.get(Measure.of_area(part.definition.no)) for part in content.areas]
    return [short_rank_words(rank) if rank else None for rank in found]


def area_changes(content: EvaluationContent) -> list[tuple[Message, list[Message | None]]]:
    """Since the own earlier evaluation, and what the source says of changes."""
    columns: list[tuple[Message, list[Message | None]]] = []
    if content.earlier:
        year = str(content.earlier.evaluation.year)
        since = [
            short_change_words(part.since, content.area_decimals) if part.since else None
            for part in content.areas
        ]
        columns.append((say("Since %(year)s", year=year), since))
    stated = content.evaluation.stated_changes
    if stated:
        directions = [stated.areas.get(part.definition.no) for part in content.areas]
        said = [short_direction_words(one) if one else None for one in directions]
        columns.append(
            (say("Since %(year)s, according to the source", year=str(stated.since)), said)
        )
    return columns
