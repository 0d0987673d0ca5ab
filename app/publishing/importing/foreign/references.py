"""Means that are printed beside evaluations, as published averages."""

from decimal import Decimal
from typing import Any

from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country
from app.domain.reference import CountBasis, ReferenceBasis, ReferenceStatistic
from app.publishing.faults import Way
from app.publishing.importing.foreign import meanings
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.read_points import PointsOf
from app.publishing.importing.foreign.recognised import Chosen, RecognisedTable
from app.publishing.importing.foreign.records import Record
from app.publishing.importing.foreign.sums import remark_sum
from app.publishing.importing.foreign.words import FigureRole
from app.publishing.importing.understanding import CandidateEvaluation, Certainty, PlaceInFile


def reference_of(
    table: RecognisedTable,
    record: Record,
    evaluations: list[CandidateEvaluation],
    instrument: Instrument,
) -> CandidateEvaluation | None:
    """A published average from a record of means. None where it is a mean of the very rows that
    the table holds, or nothing tells of which version and country it is."""
    versions = {c.document.get("method_version") for c in evaluations} - {None}
    years = [c.document["year"] for c in evaluations if "year" in c.document]
    slugs = {c.document.get("municipality") for c in evaluations}
    countries = {table.origin.municipalities.get(s).country for s in slugs if s is not None}
    if len({instrument.family_of(str(v)) for v in versions}) != 1 or len(countries) != 1:
        return None
    if record.n is None and (len(slugs) > 1 or not table.axis.grid.down):
        return None
    version = instrument.version(str(sorted(str(v) for v in versions)[-1]))
    draft = DocumentDraft()
    read = PointsOf(table, Chosen(record), version, draft, None)
    read.all()
    if draft.total is None and not draft.areas:
        return None
    as_of = record.year or max(years, default=None)
    return _candidate(table, record, draft, version, next(iter(countries)), as_of)


def _candidate(
    table: RecognisedTable,
    record: Record,
    draft: DocumentDraft,
    version: MethodVersion,
    country: Country,
    as_of: int | None,
) -> CandidateEvaluation:
    found = draft.candidate().document
    areas = {str(a["no"]): a["stated"] for a in found["areas"] if a.get("stated") is not None}
    median = record.role is FigureRole.MEDIAN
    statistic = ReferenceStatistic.MEDIAN if median else ReferenceStatistic.MEAN
    language = "sv" if country is Country.SWEDEN else "nb"
    label = record.words
    document: dict[str, Any] = {
        "id": f"{country.value.lower()}-{as_of or 'x'}-{statistic.value}-{record.n or 'n'}",
        "label": {language: label},
        "country": country.value,
        "family": version.family,
        "statistic": statistic.value,
        "n": record.n,
        "size_group": None,
        "total": found["total"],
        "areas": areas,
        "basis": ReferenceBasis.PRINTED.value,
        "n_basis": (CountBasis.SAME_SOURCE if record.n else CountBasis.NOT_STATED).value,
    }
    if as_of is not None:
        document["as_of"] = as_of
    places: dict[Way, PlaceInFile] = {}
    for no, area in draft.areas.items():
        if ("stated",) in area.places:
            places["areas", str(no)] = area.places["stated",]
    if ("total",) in draft.places:
        places["total",] = draft.places["total",]
    for spot in record.label or record.name_spots:
        places.setdefault(("label",), spot.place)
        table.origin.notes.cell(spot, meanings.REFERENCE, label, Certainty.CONFIRM)
    _check(draft, version, table, places)
    return CandidateEvaluation(document, places)


def _check(
    draft: DocumentDraft,
    version: MethodVersion,
    table: RecognisedTable,
    places: dict[Way, PlaceInFile],
) -> None:
    stated = [a.stated for a in draft.areas.values() if a.stated is not None]
    if draft.total is not None and len(stated) == len(version.areas):
        place = places.get(("total",), table.origin.place)
        remark_sum(sum(stated, Decimal(0)), draft.total, table.origin.notes, place)
