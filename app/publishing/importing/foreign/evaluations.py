"""The records of a table as evaluations."""

from collections.abc import Sequence

from app.domain.message import say
from app.domain.method import Instrument, MethodVersion
from app.publishing.importing.foreign import meanings
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.findings_put import put_findings
from app.publishing.importing.foreign.read_points import PointsOf
from app.publishing.importing.foreign.recognised import KEEP, LEAVE, Chosen, RecognisedTable
from app.publishing.importing.foreign.records import Record
from app.publishing.importing.foreign.sums import check_sums
from app.publishing.importing.foreign.versions import Headings, choose_version
from app.publishing.importing.foreign.who_and_when import (
    put_municipality,
    put_report,
    put_year,
    whose,
)
from app.publishing.importing.foreign.words import FigureRole
from app.publishing.importing.understanding import CandidateEvaluation, Certainty


def evaluations_of(
    table: RecognisedTable, instrument: Instrument, first: int
) -> tuple[list[CandidateEvaluation], list[Record]]:
    """The evaluations of a table, and the records that are none. `first` is the position that the
    first of them will have in the file."""
    chosen = _chosen(table) if _are_points(table) else []
    found: list[CandidateEvaluation] = []
    kept: set[str] = set()
    for one in chosen:
        candidate = _evaluation(table, one, instrument, first + len(found))
        if candidate is not None:
            found.append(candidate)
            kept.add(one.record.id)
    return found, [record for record in table.records if record.id not in kept]


def _are_points(table: RecognisedTable) -> bool:
    """Whether figures that are called nothing else may be totals, which is asked."""
    if not table.axis.only_totals:
        return True
    if not any(record.named.slugs for record in table.records):
        return False
    notes, id = table.origin.notes, f"totals:{table.origin.id}"
    answer = notes.answer(id)
    if answer not in (KEEP, LEAVE):
        place = table.records[0].values[0].spot.place
        asked = say("Are these figures the totals of evaluations?")
        choices = ((KEEP, say("Yes, as points")), (LEAVE, say("No, leave them out")))
        notes.ask(id, place, asked, choices, KEEP)
    return answer != LEAVE


def _chosen(table: RecognisedTable) -> list[Chosen]:
    """Records with points; where there are none of a municipality's year, its finest shares."""
    found: dict[tuple[object, ...], list[Record]] = {}
    for record in table.records:
        if record.role in (FigureRole.POINTS, FigureRole.SHARE):
            found.setdefault(_key(record), []).append(record)
    chosen: list[Chosen] = []
    for records in found.values():
        points = [r for r in records if r.role is FigureRole.POINTS]
        if not points:
            finest = max(records, key=lambda r: sum(v.written.decimals for v in r.values))
            if _keeps_shares(table, finest):
                chosen.append(Chosen(finest, as_share=True))
        elif len(points) == 1:
            chosen.append(Chosen(points[0]))
        else:
            chosen += _one_of(table, points)
    order = {record.id: n for n, record in enumerate(table.records)}
    return sorted(chosen, key=lambda one: order[one.record.id])


def _key(record: Record) -> tuple[object, ...]:
    name = record.named.slugs or record.said if record.said or record.name_spots else ""
    return (name, record.year)


def _keeps_shares(table: RecognisedTable, record: Record) -> bool:
    """Asks whether shares may be taken for points, and keeps them unless the answer is no."""
    notes, id = table.origin.notes, f"shares:{table.origin.id}"
    answer = notes.answer(id)
    if answer not in (KEEP, LEAVE):
        place = record.values[0].spot.place
        asked = say("These are shares of the maximum. May they be taken in as points?")
        choices = ((KEEP, say("Yes, as points")), (LEAVE, say("No, leave them out")))
        notes.ask(id, place, asked, choices, KEEP)
    return answer != LEAVE


def _one_of(table: RecognisedTable, records: Sequence[Record]) -> list[Chosen]:
    """Several records of one municipality and year: which of them counts is asked."""
    named = any(r.said or r.name_spots for r in records)
    if named and len({tuple(v.written.value for v in r.values) for r in records}) == len(records):
        return [Chosen(record) for record in records]
    notes, id = table.origin.notes, f"which:{records[0].id}"
    answer = notes.answer(id)
    of_id = {record.id: record for record in records}
    if answer in of_id:
        return [Chosen(of_id[answer])]
    asked = say("Several columns or rows look like points. Which of them is the result?")
    choices = [(r.id, r.text or r.values[0].spot.where) for r in records]
    notes.ask(id, records[0].values[0].spot.place, asked, choices)
    return [Chosen(records[0])]


def _evaluation(
    table: RecognisedTable, chosen: Chosen, instrument: Instrument, document: int
) -> CandidateEvaluation | None:
    record, origin = chosen.record, table.origin
    who = whose(record, origin)
    if who.is_nobody:
        return None
    draft = DocumentDraft()
    put_municipality(draft, who, document, origin.notes)
    year = put_year(draft, record, origin, document)
    put_report(draft, record, origin, document)
    version = _version(table, record, year, instrument, draft, document)
    if version is None:
        version = _provisional(table, instrument)
        draft.version = None
    if version is not None:
        read = PointsOf(table, chosen, version, draft, document)
        read.all()
        put_findings(draft, version, table.findings, document, origin.notes)
        check_sums(draft, version, read.totals_meant, record, origin.notes, origin.place)
    return draft.candidate()


def _version(
    table: RecognisedTable,
    record: Record,
    year: int | None,
    instrument: Instrument,
    draft: DocumentDraft,
    document: int,
) -> MethodVersion | None:
    origin, context = table.origin, table.origin.context
    spot = record.version_spot or context.version_spot
    written = record.version_spot.text if record.version_spot else context.version
    headings = headings_of(table)
    own = record.year_spot is not None and record.year is not None
    id = f"{origin.id}:{year}" if own else origin.id
    found = choose_version(headings, year, written, instrument, origin.notes, id, origin.place)
    if found is None:
        place = draft.places["year",] if year is None else origin.place
        draft.places["method_version",] = draft.places["method_version_basis",] = place
        return None
    draft.version, draft.basis = found.version, found.basis
    if spot is not None and written == found.version.version:
        way = ("method_version",)
        draft.places[way] = spot.place
        origin.notes.cell(
            spot, meanings.VERSION, found.version.version, Certainty.SURE, document, way
        )
    elif written is None and year is not None:
        origin.notes.remark(
            origin.place,
            say(
                "The method version %(version)s is inferred from the year %(year)s and the "
                "headings.",
                version=found.version.version,
                year=str(year),
            ),
        )
    return found.version


def headings_of(table: RecognisedTable) -> Headings:
    """What the headings of a table say of the method version."""
    maxima = tuple(
        (value.measured.heading.code, value.written.value)
        for record in table.records
        if record.role is FigureRole.MAXIMUM
        for value in record.values
        if value.measured.heading.code and value.written.value is not None
    )
    return Headings(table.named, maxima)


def _provisional(table: RecognisedTable, instrument: Instrument) -> MethodVersion | None:
    """A version to read points by while the right one is not known: all that fit number the areas
    that are named alike."""
    headings = headings_of(table)
    fitting = [v for v in instrument.versions.values() if headings.fit(v)]
    if not fitting:
        return None
    areas = [heading.area for heading in headings.named if heading.area is not None]
    alike = all(len({area.no(v.version) for v in fitting}) == 1 for area in areas)
    newest = max(fitting, key=lambda v: (v.has_questions, v.year_from))
    return newest if alike else None
