"""A list of municipalities as a table, one row each, and their latest results as a cube."""

from collections.abc import Mapping
from decimal import Decimal

from app.domain.message import Message, Say, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality, Population
from app.domain.provenance import FigureOrigin
from app.features.municipality_list.listed import ListedBeside
from app.features.municipality_list.matches import FittingMunicipalities
from app.features.municipality_list.rows import Entry
from app.web.api.evaluation_cube import BREAKS, evaluation_cube, summary_row
from app.web.api.fields import (
    change_fields,
    missing_fields,
    municipality_page_field,
    place_fields,
    rank_fields,
    source_fields,
    stated_fields,
    summary_fields,
)
from app.web.api.jsonstat import Cube
from app.web.api.tables import CellKind, Field, Table, table

TITLE = say("Municipalities with their latest results in Kommunekompasset")


def municipality_list_table(
    fitting: FittingMunicipalities, beside: ListedBeside, language: str
) -> Table:
    """A row for each municipality, with its latest evaluation that fits."""

    def of(entry: Entry) -> Municipality:
        return beside.municipalities[entry.slug]

    def read(entry: Entry) -> FigureOrigin | None:
        return beside.provenances[entry.evaluation.id] if entry.evaluation else None

    def latest(entry: Entry) -> Population | None:
        return (beside.populations.get(entry.slug) or (None,))[-1]

    fields: tuple[Field[Entry], ...] = (
        *place_fields(of, lambda e: e.evaluation.year if e.evaluation else None),
        Field(
            "valid_from",
            CellKind.DATE,
            say("Its first day, where known"),
            lambda e: of(e).valid_from,
        ),
        Field(
            "valid_to",
            CellKind.DATE,
            say("Its last day; empty where it exists today"),
            lambda e: of(e).valid_to,
        ),
        Field(
            "latitude", CellKind.NUMBER, say("Latitude (WGS84)"), lambda e: _exact(of(e).latitude)
        ),
        Field(
            "longitude",
            CellKind.NUMBER,
            say("Longitude (WGS84)"),
            lambda e: _exact(of(e).longitude),
        ),
        Field(
            "population",
            CellKind.INTEGER,
            say("The latest number of inhabitants"),
            lambda e: p.inhabitants if (p := latest(e)) else None,
        ),
        Field(
            "population_year",
            CellKind.INTEGER,
            say("The year of that number"),
            lambda e: p.year if (p := latest(e)) else None,
        ),
        *summary_fields(lambda e: e.evaluation, _names(fitting)),
        *rank_fields(lambda e: fitting.places.get(e.slug)),
        *missing_fields(lambda e: e.evaluation),
        *stated_fields(read),
        *source_fields(lambda e: found.source if (found := read(e)) else None),
        municipality_page_field(of, language),
        *change_fields(lambda e: beside.changes[e.slug]),
    )
    return table("municipalities", TITLE, fields, fitting.entries, _notes(fitting))


def municipality_list_cube(
    fitting: FittingMunicipalities, municipalities: Mapping[str, Municipality], words: Say
) -> Cube:
    """Totals and areas of the latest evaluations, with the reason where one is absent."""
    rows = tuple(summary_row(entry.evaluation) for entry in fitting.entries if entry.evaluation)
    return evaluation_cube(
        TITLE,
        rows,
        _names(fitting),
        words,
        fitting.admitted.table.collation,
        fitting.remarks,
        municipalities,
        fitting.instrument.versions,
    )


def _names(fitting: FittingMunicipalities) -> MethodVersion | None:
    """The version whose area names stand for all that are listed, where one does."""
    families = {entry.evaluation.family for entry in fitting.entries if entry.evaluation}
    return fitting.instrument.names_for(families)


def _notes(fitting: FittingMunicipalities) -> tuple[Message, ...]:
    averages = tuple(words for average in fitting.averages for words in average.said)
    return (BREAKS, *fitting.remarks, *averages)


def _exact(degrees: float | None) -> Decimal | None:
    """A place as it is written; it has few decimals."""
    return None if degrees is None else Decimal(str(degrees))
