"""Columns that several tables have, named and explained alike."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from app.domain.evaluation import Evaluation, EvaluationSummary, Source
from app.domain.message import LocalText, Message, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.provenance import FigureOrigin, LastChange
from app.domain.score import AREA_MEASURES, Figure, Measure
from app.domain.statistics import Rank
from app.web.addresses import evaluation_page, whole_address
from app.web.api.tables import CellKind, Field, several

Item = TypeVar("Item")

Dated: TypeAlias = Evaluation | EvaluationSummary


def place_fields(
    of: Callable[[Item], Municipality],
    year: Callable[[Item], int | None] | None = None,
    label: str = "label",
) -> tuple[Field[Item], ...]:
    """Which municipality. With a year also the code of that year, by which statistics of it are
    joined. `label` is the name of the column of its label, where something else has one too."""

    def code_in_year(item: Item) -> str | None:
        found = None if year is None else year(item)
        return None if found is None else of(item).code_in(found)

    return (
        Field(
            "municipality",
            CellKind.TEXT,
            say("The municipality, by the name in its address"),
            lambda item: of(item).slug,
        ),
        Field("name", CellKind.TEXT, say("The official name"), lambda item: of(item).name),
        Field(
            label,
            CellKind.TEXT,
            say("The name with what tells it from its namesakes"),
            lambda item: of(item).label,
        ),
        Field(
            "code",
            CellKind.CODE,
            say("The newest official code"),
            lambda item: of(item).code,
        ),
        *(
            ()
            if year is None
            else (
                Field(
                    "code_in_year",
                    CellKind.CODE,
                    say("The official code in the year of the evaluation"),
                    code_in_year,
                ),
            )
        ),
        Field("country", CellKind.CODE, say("Country"), lambda item: of(item).country.value),
        Field("county", CellKind.TEXT, say("County"), lambda item: of(item).county),
    )


def year_fields(of: Callable[[Item], Dated]) -> tuple[Field[Item], ...]:
    """When an evaluation was made, and by which method."""
    return (
        Field("year", CellKind.INTEGER, say("Year"), lambda item: of(item).year),
        Field(
            "method_version", CellKind.CODE, say("Method version"), lambda item: of(item).version
        ),
    )


def page_field(of: Callable[[Item], Dated], language: str) -> Field[Item]:
    """Where people read it."""
    return Field(
        "page",
        CellKind.TEXT,
        say("The page of the evaluation"),
        lambda item: evaluation_page(of(item).municipality, of(item).path, language),
    )


def municipality_page_field(of: Callable[[Item], Municipality], language: str) -> Field[Item]:
    """Where people read of a municipality."""
    return Field(
        "page",
        CellKind.TEXT,
        say("The page of the municipality"),
        lambda item: whole_address(f"/kommuner/{of(item).slug}", language),
    )


def change_fields(of: Callable[[Item], LastChange | None]) -> tuple[Field[Item], ...]:
    """When a record last changed."""
    return (
        Field(
            "changed_in",
            CellKind.INTEGER,
            say("The release in which the record came or last changed"),
            lambda item: change.release if (change := of(item)) else None,
        ),
        Field(
            "updated",
            CellKind.TEXT,
            say("When that release was published (UTC)"),
            lambda item: change.at.strftime("%Y-%m-%dT%H:%M:%SZ") if (change := of(item)) else None,
        ),
    )


def missing_fields(of: Callable[[Item], EvaluationSummary | None]) -> tuple[Field[Item], ...]:
    """Why a listed evaluation has no total, or no points of an area: a code each."""

    def why(name: str, meaning: Message, measure: Measure) -> Field[Item]:
        return Field(
            name,
            CellKind.CODE,
            meaning,
            lambda item: found.missing.get(measure) if (found := of(item)) else None,
        )

    return (
        why("total_missing", say("Why there is no total"), Measure.TOTAL),
        *(
            why(
                f"area_{measure.value}_missing",
                say("Why there are no points of area %(no)s", no=measure.value),
                measure,
            )
            for measure in AREA_MEASURES
        ),
    )


def stated_fields(of: Callable[[Item], FigureOrigin | None]) -> tuple[Field[Item], ...]:
    """The points of a listed evaluation as its source prints them."""

    def stated(name: str, meaning: Message, measure: Measure) -> Field[Item]:
        return Field(
            name,
            CellKind.POINTS,
            meaning,
            lambda item: found.stated.get(measure) if (found := of(item)) else None,
        )

    return (
        stated("total_stated", say("The total as the source prints it"), Measure.TOTAL),
        *(
            stated(
                f"area_{measure.value}_stated",
                say("Area %(no)s as the source prints it", no=measure.value),
                measure,
            )
            for measure in AREA_MEASURES
        ),
    )


def source_fields(of: Callable[[Item], Source | None]) -> tuple[Field[Item], ...]:
    """Where something was read, as far as that is known."""
    return (
        Field(
            "source",
            CellKind.TEXT,
            say("Source"),
            lambda item: source.title if (source := of(item)) else None,
        ),
        Field(
            "source_url",
            CellKind.TEXT,
            say("Address of the source"),
            lambda item: source.url if (source := of(item)) else None,
        ),
    )


def summary_fields(
    of: Callable[[Item], EvaluationSummary | None], names: MethodVersion | None
) -> tuple[Field[Item], ...]:
    """An evaluation with its total and areas. `names` is the version whose area names stand for
    all of them, where one does."""

    def read(
        name: str,
        kind: CellKind,
        meaning: Message,
        value: Callable[[EvaluationSummary], str | int | None],
    ) -> Field[Item]:
        return Field(
            name, kind, meaning, lambda item: value(found) if (found := of(item)) else None
        )

    def points(name: str, meaning: Message, measure: Measure) -> Field[Item]:
        return Field(
            name,
            CellKind.POINTS,
            meaning,
            lambda item: found.score(measure) if (found := of(item)) else None,
        )

    return (
        read("evaluation", CellKind.TEXT, say("The evaluation"), lambda e: e.id),
        read("year", CellKind.INTEGER, say("Year"), lambda e: e.year),
        read("method_version", CellKind.CODE, say("Method version"), lambda e: e.version),
        read(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda e: e.family,
        ),
        read("detail", CellKind.TEXT, say("How much is known"), lambda e: e.detail.value),
        read(
            "size_group",
            CellKind.TEXT,
            say("Size group in the year of the evaluation"),
            lambda e: e.size_group,
        ),
        read(
            "groups",
            CellKind.TEXT,
            say("The groups that it counts in, by scheme and code"),
            lambda e: several(e.group_keys),
        ),
        read(
            "inhabitants",
            CellKind.INTEGER,
            say("The inhabitants that the size group rests on"),
            lambda e: e.inhabitants,
        ),
        points("total", say("Total"), Measure.TOTAL),
        *(points(f"area_{m.value}", _area_meaning(m, names), m) for m in AREA_MEASURES),
    )


def measure_fields(
    level: Callable[[Item], str],
    code: Callable[[Item], str | None],
    label: Callable[[Item], str],
) -> tuple[Field[Item], ...]:
    """Which figure: the total, an area or a question."""
    return (
        Field("level", CellKind.TEXT, say("Total, area or question"), level),
        Field(
            "code",
            CellKind.CODE,
            say("The number of the area or question; empty for the total"),
            code,
        ),
        Field(
            "label",
            CellKind.TEXT,
            say("The name of the area, or what the question asks"),
            label,
        ),
    )


def figure_fields(of: Callable[[Item], Figure]) -> tuple[Field[Item], ...]:
    """A figure with everything that is known of it."""
    return (
        Field(
            "score",
            CellKind.POINTS,
            say("Points: the sum of the parts where all are known, else as stated"),
            lambda item: of(item).score,
        ),
        Field(
            "stated",
            CellKind.POINTS,
            say("Points as the source prints them"),
            lambda item: of(item).stated,
        ),
        Field("max", CellKind.POINTS, say("The most points there are"), lambda item: of(item).max),
        Field(
            "missing",
            CellKind.TEXT,
            say("Why there are no points"),
            lambda item: of(item).missing,
        ),
    )


def rank_fields(of: Callable[[Item], Rank | None]) -> tuple[Field[Item], ...]:
    """The place among those listed, exact, and the places of all who are about the same."""

    def read(name: str, meaning: Message, value: Callable[[Rank], int]) -> Field[Item]:
        return Field(
            name,
            CellKind.INTEGER,
            meaning,
            lambda item: value(found) if (found := of(item)) else None,
        )

    return (
        read("place", say("The rank among those listed, where ranks are given"), lambda r: r.place),
        read(
            "place_from",
            say("The best rank of those whose points are about the same"),
            lambda r: r.place_from,
        ),
        read(
            "place_to",
            say("The last rank of those whose points are about the same"),
            lambda r: r.place_to,
        ),
    )


def reconstructed_field(of: Callable[[Item], bool]) -> Field[Item]:
    """Whether a figure was worked out because a digit was lost in print."""
    return Field(
        "reconstructed",
        CellKind.YES_NO,
        say("Whether a digit was lost in print and worked out"),
        of,
    )


def _area_meaning(measure: Measure, names: MethodVersion | None) -> Message:
    no = measure.value
    if names is None:
        return say("Area %(no)s", no=no)
    name: LocalText = names.area(int(no)).name
    return say("Area %(no)s: %(name)s", no=no, name=name)
