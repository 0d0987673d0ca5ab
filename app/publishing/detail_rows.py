"""Reads what else the register knows of municipalities: groups, official peers, names and sizes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints

from app.domain.municipality import LanguageForm
from app.publishing.faults import Faults
from app.publishing.patterns import LIST_KIND
from app.publishing.register_rows import (
    Day,
    FileLine,
    OptionalDay,
    OptionalWhole,
    OptionalWords,
    RowShape,
    Slug,
    Whole,
    absent_if_empty,
    rows_in,
    written_as,
)
from app.publishing.text_shapes import Words
from app.publishing.unfit import no_number

EntryYear: TypeAlias = Annotated[Whole, Field(ge=1900, le=2100)]
SquareKilometres: TypeAlias = Annotated[
    Annotated[float, written_as(r"[0-9]{1,6}(\.[0-9]{1,4})?", no_number, "12.34")] | None,
    BeforeValidator(absent_if_empty),
]


class MembershipEntry(RowShape):
    """A row of `group_memberships.csv`: the group that a scheme puts a municipality in."""

    slug: Slug
    scheme: Words
    version: Words
    code: Words
    valid_from: Day
    valid_to: OptionalDay
    derived: Literal["yes", "no"]
    index: OptionalWhole


class PeerEntry(RowShape):
    """A row of `peers.csv`: a municipality that an official list calls like this one."""

    slug: Slug
    kind: Annotated[str, StringConstraints(pattern=LIST_KIND)]
    year: EntryYear
    peer: Slug


class TaxBaseEntry(RowShape):
    """A row of `tax_bases.csv`."""

    slug: Slug
    year: EntryYear
    per_inhabitant: Whole


class AreaEntry(RowShape):
    """A row of `areas.csv`, in square kilometres."""

    slug: Slug
    year: EntryYear
    total: SquareKilometres
    land: SquareKilometres
    inland_water: SquareKilometres
    sea: SquareKilometres


class LanguageFormEntry(RowShape):
    """A row of `language_forms.csv`."""

    slug: Slug
    form: LanguageForm


class NameEntry(RowShape):
    """A row of `names.csv`: one of several names, in their official order. They have to be the name
    and the other names of `municipalities.csv`."""

    slug: Slug
    position: Annotated[Whole, Field(ge=1, le=9)]
    name: Words
    language: OptionalWords
    source: Words


@dataclass(frozen=True, slots=True)
class DetailRows:
    """Every row that could be read."""

    memberships: tuple[FileLine[MembershipEntry], ...] = ()
    peers: tuple[FileLine[PeerEntry], ...] = ()
    tax_bases: tuple[FileLine[TaxBaseEntry], ...] = ()
    areas: tuple[FileLine[AreaEntry], ...] = ()
    language_forms: tuple[FileLine[LanguageFormEntry], ...] = ()
    names: tuple[FileLine[NameEntry], ...] = ()


def read_details(folder: Path, seed: Path, faults: Faults) -> DetailRows:
    """Reads the six files. Rows that cannot be read are faults, and left out."""
    return DetailRows(
        rows_in(folder / "group_memberships.csv", seed, MembershipEntry, faults),
        rows_in(folder / "peers.csv", seed, PeerEntry, faults),
        rows_in(folder / "tax_bases.csv", seed, TaxBaseEntry, faults),
        rows_in(folder / "areas.csv", seed, AreaEntry, faults),
        rows_in(folder / "language_forms.csv", seed, LanguageFormEntry, faults),
        rows_in(folder / "names.csv", seed, NameEntry, faults),
    )
