"""Whose figures a record holds, and of which year: written, confirmed or asked; never assumed."""

from dataclasses import dataclass, field

from app.domain.evaluation import YearBasis
from app.domain.message import LocalText, Message, say
from app.publishing.importing.foreign import meanings
from app.publishing.importing.foreign.context import TitleContext
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.municipalities import Municipalities, Named
from app.publishing.importing.foreign.notes import NOBODY, Notes
from app.publishing.importing.foreign.records import Record
from app.publishing.importing.foreign.words import years_in
from app.publishing.importing.understanding import Certainty, PlaceInFile


@dataclass(slots=True)
class TableOrigin:
    """A table or a text, as far as it is asked about as a whole."""

    id: str
    place: PlaceInFile
    context: TitleContext
    municipalities: Municipalities
    notes: Notes
    is_alone: bool = True
    """All of it is of one municipality that is named nowhere in it."""
    asked_alone: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Whose:
    """A municipality and the cells that name it; none where it has to be asked."""

    slug: str | None
    spots: tuple[Spot, ...] = ()
    certainty: Certainty = Certainty.SURE
    is_nobody: bool = False
    asked_at: PlaceInFile | None = None
    """Where it is asked whose it is."""


def whose(record: Record | None, origin: TableOrigin) -> Whose:
    """The municipality of a record, or of a text where there is no record."""
    if record is not None and (record.said or record.name_spots):
        return _whose_written(record, origin)
    return _whose_around(origin, origin.context.named)


def _whose_written(record: Record, origin: TableOrigin) -> Whose:
    id = f"municipality:{record.id}"
    answered = _answered(id, origin)
    if answered is not None:
        return Whose(answered.slug, record.name_spots, is_nobody=answered.is_nobody)
    if record.named.slug is not None:
        is_sure = not record.named_above and _is_exact(record, record.named.slug, origin)
        certainty = Certainty.SURE if is_sure else Certainty.CONFIRM
        return Whose(record.named.slug, record.name_spots, certainty)
    place = record.name_spots[0].place if record.name_spots else origin.place
    if not record.named.slugs and origin.context.named.slug is not None and record.label:
        return Whose(origin.context.named.slug, _spots(origin), Certainty.CONFIRM)
    _ask_whose(id, place, record.said, record.named, origin)
    return Whose(None, record.name_spots, asked_at=place)


def _is_exact(record: Record, slug: str, origin: TableOrigin) -> bool:
    """Whether it is named letter by letter, or by its code too: `Al` may be meant for `Ål`."""
    by_code = len(record.name_spots) > 1 or any(letter.isdigit() for letter in record.said)
    named = origin.municipalities.inside(record.said.title()).slugs
    return not record.said or by_code or slug in named


def _whose_around(origin: TableOrigin, named: Named) -> Whose:
    id = f"municipality:{origin.id}"
    answered = _answered(id, origin)
    if answered is not None:
        return answered
    if named.slug is not None:
        return Whose(named.slug, _spots(origin), Certainty.CONFIRM)
    _ask_whose(id, origin.place, "", named, origin)
    return Whose(None, asked_at=origin.place)


def _spots(origin: TableOrigin) -> tuple[Spot, ...]:
    spot = origin.context.named_spot
    return () if spot is None else (spot,)


def _answered(id: str, origin: TableOrigin) -> Whose | None:
    """What was answered; None where it names nobody, and has to be asked again."""
    answer = origin.notes.answer(id)
    if not answer:
        return None
    if answer == NOBODY:
        return Whose(None, is_nobody=True)
    if answer in origin.municipalities:
        return Whose(answer)
    found = origin.municipalities.find(answer)
    return Whose(found.slug) if found.slug is not None else None


def _ask_whose(id: str, place: PlaceInFile, said: str, named: Named, origin: TableOrigin) -> None:
    choices: list[tuple[str, str | Message | LocalText]] = []
    for slug in named.slugs or named.suggested:
        one = origin.municipalities.get(slug)
        code = f" {one.code}" if one.code else ""
        choices.append((slug, f"{one.label}, {one.county}{code}"))
    if said:
        choices.append((NOBODY, say("None: leave it out")))
    suggested = "" if named.slugs else next(iter(named.suggested), origin.context.suggested_name)
    if len(named.slugs) > 1:
        asked = (
            say("Which municipality is “%(name)s”?", name=said)
            if said
            else say("Several municipalities are named. Whose result is it?")
        )
    elif said:
        asked = say(
            "Which municipality is “%(name)s”? There is none of that name in the register.",
            name=said,
        )
    else:
        asked = say("Which municipality’s result is it? It is not named.")
        suggested = origin.context.suggested_name
    has_choice = bool(named.slugs or named.suggested)
    listed = choices if has_choice else ()
    origin.notes.ask(id, place, asked, listed, suggested, takes_other=True)


def put_municipality(draft: DocumentDraft, found: Whose, document: int, notes: Notes) -> None:
    """The municipality into the document, and its cells among those that are understood."""
    if found.slug is None:
        if found.asked_at is not None:
            draft.places["municipality",] = found.asked_at
        for spot in found.spots:
            notes.cell(spot, meanings.MUNICIPALITY, certainty=Certainty.CONFIRM)
        return
    draft.facts["municipality"] = found.slug
    way = ("municipality",)
    for spot in found.spots[:1]:
        draft.places[way] = spot.place
    for spot in found.spots:
        notes.cell(spot, meanings.MUNICIPALITY, found.slug, found.certainty, document, way)


def put_year(
    draft: DocumentDraft, record: Record | None, origin: TableOrigin, document: int
) -> int | None:
    """The year into the document: as it stands beside the figures, else as a title has it, to be
    confirmed, else as answered."""
    notes, context = origin.notes, origin.context
    if record is not None and record.year is not None and record.year_spot is not None:
        certainty = Certainty.SURE if record.year_sure else Certainty.CONFIRM
        _year(draft, record.year, record.year_spot, certainty, document, notes)
        return record.year
    own = record is not None and record.year_spot is not None
    id = f"year:{record.id}" if record is not None and own else f"year:{origin.id}"
    answer = notes.answer(id)
    if len(years_in(answer)) == 1 and len(answer) == 4:
        draft.facts["year"] = int(answer)
        return int(answer)
    if len(context.years) == 1 and context.year_spot is not None and not own:
        certainty = Certainty.SURE if context.year_stated else Certainty.CONFIRM
        _year(draft, context.years[0], context.year_spot, certainty, document, notes)
        if not context.year_stated:
            draft.facts["year_basis"] = YearBasis.TITLE.value
        return context.years[0]
    place = record.year_spot.place if own and record and record.year_spot else origin.place
    years = [(str(year), str(year)) for year in context.years]
    suggested = "" if years else context.suggested_year
    notes.ask(id, place, say("Which year is the evaluation of?"), years, suggested)
    draft.places["year",] = place
    return None


def _year(
    draft: DocumentDraft, year: int, spot: Spot, certainty: Certainty, document: int, notes: Notes
) -> None:
    draft.facts["year"] = year
    draft.places["year",] = spot.place
    notes.cell(spot, meanings.YEAR, str(year), certainty, document, ("year",))


def put_report(
    draft: DocumentDraft, record: Record | None, origin: TableOrigin, document: int
) -> None:
    """The report's number, where it stands in a column or in a title."""
    context = origin.context
    if record is not None and record.report_spot is not None:
        number, spot = record.report_spot.text, record.report_spot
    elif context.report is not None and context.report_spot is not None:
        number, spot = context.report, context.report_spot
    else:
        return
    draft.facts["report_number"] = number
    draft.places["report_number",] = spot.place
    origin.notes.cell(spot, meanings.REPORT, number, Certainty.SURE, document, ("report_number",))
