"""The tables of the register, of published averages, and of how many were evaluated."""

from decimal import Decimal

from app.domain.coverage import KnownEvaluated
from app.domain.message import Message, say
from app.domain.municipality import Change, Code, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.features.data.columns import (
    COUNTRY,
    FAMILY,
    MUNICIPALITY,
    NOTE,
    POSITION,
    code,
    day,
    joined,
    local_texts,
    number,
    of_source,
    points,
    text,
    whole,
    yes_no,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.fields import source_fields
from app.web.api.tables import Field, table

_FIRST = say("The first day it held; empty where that is not recorded")
_LAST = say("The last day it held; empty where it still does")
_PLACE = say("The centre of the municipality, in degrees (WGS84)")


def register_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """Municipalities with their codes and inhabitants, and how they became others."""
    return (_municipalities(records), _codes(records), _populations(records), _changes(records))


def reference_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """Averages that others have published, and how many were evaluated."""
    return (_averages(records), _average_points(records), _known_evaluated(records))


def _municipalities(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Municipality], ...] = (
        code("municipality", MUNICIPALITY, lambda m: m.slug),
        code("country", COUNTRY, lambda m: m.country.value),
        text("name", say("Name"), lambda m: m.name),
        text("qualifier", say("What tells it from others of the name"), lambda m: m.qualifier),
        text("other_names", say("Names in other languages"), lambda m: joined(m.other_names)),
        text(
            "earlier_names",
            say("Earlier names"),
            lambda m: joined(m.earlier_names),
        ),
        text("county", say("County"), lambda m: m.county),
        day("valid_from", _FIRST, lambda m: m.valid_from),
        day("valid_to", _LAST, lambda m: m.valid_to),
        number("latitude", _PLACE, lambda m: m.latitude),
        number("longitude", _PLACE, lambda m: m.longitude),
        text(
            "language_form",
            say("The form of Norwegian it wants from the state"),
            lambda m: m.language_form,
        ),
        whole("area_year", say("The year of its area"), lambda m: m.area.year if m.area else None),
        *(_square_kilometres(*named) for named in _AREAS),
    )
    found = table("municipalities", say("Municipalities"), fields, records.municipalities)
    return DatasetPart(found, ("municipality",))


_AREAS = (
    ("total", say("Its area in square kilometres")),
    ("land", say("Land, in square kilometres")),
    ("inland_water", say("Inland water without the largest lakes, in square kilometres")),
    ("sea", say("Sea, in square kilometres")),
)


def _square_kilometres(attribute: str, meaning: Message) -> Field[Municipality]:
    def value(held: Municipality) -> float | None:
        found: float | None = getattr(held.area, attribute, None)
        return found

    return number(f"area_{attribute}", meaning, value)


def _codes(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, int, Code]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        whole("position", POSITION, lambda row: row[1]),
        code("code", say("The official code"), lambda row: row[2].code),
        day("valid_from", _FIRST, lambda row: row[2].valid_from),
        day("valid_to", _LAST, lambda row: row[2].valid_to),
        text("scheme", say("Which list of codes"), lambda row: row[2].scheme),
    )
    rows = [
        (m.slug, position, held_code)
        for m in records.municipalities
        for position, held_code in enumerate(m.codes, 1)
    ]
    found = table("codes", say("Official codes"), fields, rows)
    return DatasetPart(found, ("municipality", "position"), ("municipalities",))


def _populations(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, Population]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        whole("year", say("Year"), lambda row: row[1].year),
        whole("inhabitants", say("Inhabitants"), lambda row: row[1].inhabitants),
        text("source", say("The series it was read in"), lambda row: row[1].source),
    )
    rows = [
        (slug, population)
        for slug, series in sorted(records.populations.items())
        for population in series
    ]
    found = table("populations", say("Inhabitants"), fields, rows)
    return DatasetPart(found, ("municipality", "year"), ("municipalities",))


def _changes(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Change], ...] = (
        day("day", say("The day"), lambda c: c.day),
        text("kind", say("Merger, division or new name"), lambda c: c.kind.value),
        code("before", say("The municipality before"), lambda c: c.before),
        code("after", say("The municipality after"), lambda c: c.after),
        yes_no("part", say("Whether only a part of it went there"), lambda c: c.part),
        text("source", say("Where it was read"), lambda c: c.source),
        text("note", NOTE, lambda c: c.note),
    )
    found = table("changes", say("Mergers and divisions"), fields, records.changes)
    return DatasetPart(found, ("day", "before", "after"))


def _averages(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[ReferenceAverage], ...] = (
        code("average", say("The published average"), lambda a: a.id),
        code("country", COUNTRY, lambda a: a.country.value),
        code("family", FAMILY, lambda a: a.family),
        whole("year", say("Year"), lambda a: a.as_of),
        text("statistic", say("Average or median"), lambda a: a.statistic.value),
        whole("n", say("Over how many; empty where the source does not say"), lambda a: a.n),
        text(
            "basis",
            say("Whether the figures are printed, reconstructed, deduced or from an opinion piece"),
            lambda a: a.basis,
        ),
        text("n_basis", say("Where the number was read"), lambda a: a.n_basis),
        text(
            "n_source_title",
            say("The source of the number, if another"),
            lambda a: a.n_source.title if a.n_source else None,
        ),
        text(
            "n_source_url",
            say("Where that is found"),
            lambda a: a.n_source.url if a.n_source else None,
        ),
        text(
            "breadth",
            say("Whether the source says that it is of all; empty where it does not say"),
            lambda a: a.breadth,
        ),
        text("size_group", say("Size group"), lambda a: a.size_group),
        *local_texts("label", say("Among whom"), lambda a: a.label),
        *local_texts("note", NOTE, lambda a: a.note),
        *of_source(lambda a: a.source),
    )
    found = table("reference_averages", say("Published averages"), fields, records.references)
    return DatasetPart(found, ("average",))


def _average_points(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[ReferenceAverage, Measure, Decimal]], ...] = (
        code("average", say("The published average"), lambda row: row[0].id),
        code("measure", say("The total or the number of an area"), lambda row: row[1].value),
        points("points", say("Points"), lambda row: row[2]),
    )
    rows = [
        (average, measure, value)
        for average in records.references
        for measure, value in average.figures.items()
    ]
    found = table("reference_points", say("Points of published averages"), fields, rows)
    return DatasetPart(found, ("average", "measure"), ("reference_averages",))


def _known_evaluated(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[KnownEvaluated], ...] = (
        code("count", say("The count"), lambda c: c.id),
        code("country", COUNTRY, lambda c: c.country.value),
        code(
            "family",
            say("Method family; empty where every version of the method counts"),
            lambda c: c.family,
        ),
        text("unit", say("Municipalities or evaluations"), lambda c: c.unit.value),
        whole(
            "since", say("The first year that counts; empty from the first on"), lambda c: c.since
        ),
        whole("as_of", say("The last year that counts"), lambda c: c.as_of),
        whole("n", say("How many"), lambda c: c.n),
        yes_no("at_least", say("Whether there may have been more"), lambda c: c.at_least),
        yes_no(
            "approximate", say("Whether the source gives a round number"), lambda c: c.approximate
        ),
        *local_texts("note", NOTE, lambda c: c.note),
        *source_fields(lambda c: c.source),
    )
    found = table(
        "known_evaluated", say("How many are known to be evaluated"), fields, records.counts
    )
    return DatasetPart(found, ("count",))
