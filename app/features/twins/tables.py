"""Those called alike as a table: a row each, with what our own measure rests on."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.contents.twins.content import TwinsContent
from app.contents.twins.rows import TwinRow
from app.domain.decimals import rounded_share
from app.domain.likeness import Component
from app.domain.message import Message, say
from app.domain.municipality import Municipality
from app.web.api.fields import place_fields, year_fields
from app.web.api.tables import CellKind, Field, Table, table

_SHARES: Mapping[Component, tuple[str, Message]] = {
    Component.POPULATION: (
        "likeness_population",
        say("Similarity in inhabitants, 0–1: the smaller number divided by the larger"),
    ),
    Component.CENTRALITY: (
        "likeness_centrality",
        say("Similarity in centrality, 0–1: 100 / (100 + points of the index apart)"),
    ),
    Component.TAX_BASE: (
        "likeness_tax_base",
        say(
            "Similarity in tax base, 0–1: 10 / (10 + per cent that the larger is over the smaller)"
        ),
    ),
    Component.DISTANCE: (
        "likeness_distance",
        say("Similarity in place, 0–1: 100 / (100 + kilometres)"),
    ),
}


def peers_table(content: TwinsContent, municipalities: Mapping[str, Municipality]) -> Table:
    """Those called alike by the scheme, the nearest by our own measure first."""
    fields: tuple[Field[TwinRow], ...] = (
        *place_fields(lambda r: municipalities[r.summary.municipality], lambda r: r.summary.year),
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda r: r.summary.id),
        *year_fields(lambda r: r.summary),
        Field(
            "inhabitants",
            CellKind.INTEGER,
            say("The inhabitants that the size group rests on"),
            lambda r: r.summary.inhabitants,
        ),
        Field(
            "scheme",
            CellKind.TEXT,
            say("What the similarity is based on"),
            lambda _: content.scheme,
        ),
        Field(
            "centrality",
            CellKind.INTEGER,
            say("Statistics Norway's index of centrality, 0–1,000"),
            lambda r: r.twin.traits.centrality,
        ),
        Field(
            "tax_base",
            CellKind.INTEGER,
            say("Tax base in kronor for each inhabitant"),
            lambda r: r.twin.traits.tax_base,
        ),
        Field(
            "likeness",
            CellKind.NUMBER,
            say("Similarity, 0–1: the weighted mean of what is known"),
            lambda r: rounded_share(r.likeness),
        ),
        *(
            Field(name, CellKind.NUMBER, meaning, _share(component))
            for component, (name, meaning) in _SHARES.items()
        ),
        Field("km", CellKind.INTEGER, say("Distance in kilometres"), lambda r: r.km),
        Field("total", CellKind.POINTS, say("Total"), lambda r: r.total),
        Field(
            "difference",
            CellKind.POINTS,
            say("How far its total lies from that of the municipality"),
            lambda r: r.gap.difference if r.gap else None,
        ),
        Field(
            "not_compared",
            CellKind.TEXT,
            say("Why there is no difference"),
            lambda r: r.not_compared.value if r.not_compared else None,
        ),
    )
    name = f"{content.municipality.slug}-peers"
    return table(name, content.title, fields, content.rows, content.lead)


def _share(component: Component) -> Callable[[TwinRow], Decimal | None]:
    """What reads one component of the likeness off a row."""
    return lambda row: rounded_share(row.twin.likeness.by_component.get(component))
