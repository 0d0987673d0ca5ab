"""The tables of what sources state of themselves: comparisons with averages, and places."""

from app.domain.message import say
from app.domain.score import Measure
from app.domain.stated import PlacingPeriod, SizeLimit, StatedComparison, StatedPlacing
from app.features.data.columns import (
    AREA,
    POSITION,
    Within,
    code,
    local_texts,
    of_evaluation,
    text,
    whole,
    yes_no,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.tables import Field, table

MEASURE = say("The figure it is about: total or the number of an area")
OTHER_SOURCE = say("Where it was read, if not in the source of the evaluation")
OTHER_ADDRESS = say("Where that is found")
TELLER = say("Whose words they are, if not the municipality's or its report's")


def stated_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """What sources state is kept as stated, and never wider."""
    return (_comparisons(records), _placings(records))


def _comparisons(records: ReleaseSlice) -> DatasetPart:
    """A row for each measure that a source names beside an average."""
    fields: tuple[Field[Within[tuple[int, StatedComparison, Measure]]], ...] = (
        of_evaluation(),
        whole("position", POSITION, lambda row: row[1][0]),
        code("measure", MEASURE, lambda row: row[1][2].value),
        whole("area", AREA, lambda row: row[1][2].area),
        text(
            "standing",
            say("Above, about the same or below, according to the source"),
            lambda row: _standing(row[1][1], row[1][2]),
        ),
        yes_no(
            "clearly",
            say("Whether the source says that it is clear"),
            lambda row: _degree(row[1][1], row[1][2]) == "clearly",
        ),
        yes_no(
            "slightly",
            say("Whether the source says slightly so"),
            lambda row: _degree(row[1][1], row[1][2]) == "slightly",
        ),
        *local_texts(
            "against", say("What the source compares with"), lambda row: row[1][1].against
        ),
        *local_texts("teller", TELLER, lambda row: row[1][1].teller),
        text(
            "source_title", OTHER_SOURCE, lambda row: s.title if (s := row[1][1].source) else None
        ),
        text("source_url", OTHER_ADDRESS, lambda row: s.url if (s := row[1][1].source) else None),
    )
    rows = [
        (e, (position, stated, measure))
        for e in records.evaluations
        for position, stated in enumerate(e.stated_comparisons, 1)
        for measure in _measures(stated)
    ]
    found = table("stated_comparisons", say("Comparisons that sources state"), fields, rows)
    return DatasetPart(found, ("evaluation", "position", "measure"), ("evaluations",))


def _measures(stated: StatedComparison) -> tuple[Measure, ...]:
    """The total first, where the source names it."""
    total = () if stated.total is None else (Measure.TOTAL,)
    return (*total, *(Measure.of_area(no) for no in sorted(stated.areas)))


def _standing(stated: StatedComparison, measure: Measure) -> str | None:
    standing = stated.total if measure.area is None else stated.areas[measure.area]
    return standing.value if standing else None


def _degree(stated: StatedComparison, measure: Measure) -> str | None:
    if measure.area is None:
        return stated.degree.value if stated.degree else None
    return "clearly" if measure.area in stated.clearly else None


def _period(placing: StatedPlacing) -> PlacingPeriod | None:
    return placing.scope.period


def _size(placing: StatedPlacing) -> SizeLimit:
    return placing.scope.size or SizeLimit()


def _placings(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[int, StatedPlacing]]], ...] = (
        of_evaluation(),
        whole("position", POSITION, lambda row: row[1][0]),
        text("scope", say("Among whom, in one word"), lambda row: row[1][1].scope.code.value),
        text("territory", say("Among whose municipalities"), lambda row: row[1][1].scope.territory),
        text(
            "period",
            say("Among those evaluated when; empty where the source does not say"),
            lambda row: p.kind.value if (p := _period(row[1][1])) else None,
        ),
        whole(
            "period_year",
            say("The year of that; empty beside “since” where it cannot be read"),
            lambda row: p.year if (p := _period(row[1][1])) else None,
        ),
        whole(
            "period_years",
            say("How many years"),
            lambda row: p.years if (p := _period(row[1][1])) else None,
        ),
        text(
            "period_version",
            say("The method version"),
            lambda row: p.version if (p := _period(row[1][1])) else None,
        ),
        text("size_group", say("Size group"), lambda row: _size(row[1][1]).group),
        whole(
            "size_below",
            say("Under how many inhabitants"),
            lambda row: _size(row[1][1]).below,
        ),
        yes_no(
            "own_size",
            say("Whether the source says “its size group”"),
            lambda row: _size(row[1][1]).own,
        ),
        code("measure", MEASURE, lambda row: row[1][1].measure),
        whole("rank", say("The rank"), lambda row: row[1][1].rank),
        whole("better", say("How many had done better"), lambda row: row[1][1].better),
        text(
            "band",
            say("A span of ranks"),
            lambda row: band.value if (band := row[1][1].band) else None,
        ),
        whole("of", say("Among how many"), lambda row: row[1][1].of),
        *local_texts("teller", TELLER, lambda row: row[1][1].teller),
        text(
            "source_title", OTHER_SOURCE, lambda row: s.title if (s := row[1][1].source) else None
        ),
        text("source_url", OTHER_ADDRESS, lambda row: s.url if (s := row[1][1].source) else None),
    )
    rows = [
        (e, numbered) for e in records.evaluations for numbered in enumerate(e.stated_placings, 1)
    ]
    found = table("stated_placings", say("Ranks that sources state"), fields, rows)
    return DatasetPart(found, ("evaluation", "position"), ("evaluations",))
