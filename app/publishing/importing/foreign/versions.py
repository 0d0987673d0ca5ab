"""Which version of the method a table was made with: written, or by its year and its headings."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import VersionBasis
from app.domain.message import say
from app.domain.method import Instrument, MethodVersion
from app.publishing.importing.foreign.area_names import NamedArea
from app.publishing.importing.foreign.headings import Heading, MeasureKind
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.understanding import PlaceInFile


@dataclass(frozen=True, slots=True)
class Headings:
    """What a table's headings say of its version."""

    named: tuple[Heading, ...]
    maxima: tuple[tuple[str, Decimal], ...] = ()
    """The maxima of questions that the table prints, by code."""

    def fit(self, version: MethodVersion) -> bool:
        """Whether the version has every area and every question that is named."""
        for heading in self.named:
            if heading.area is not None and not _fits(heading.area, version):
                return False
            if (
                heading.kind is MeasureKind.QUESTION
                and version.has_questions
                and version.question(heading.code) is None
            ):
                return False
        return True

    @property
    def has_questions(self) -> bool:
        return any(heading.kind is MeasureKind.QUESTION for heading in self.named)

    def maxima_fit(self, version: MethodVersion) -> bool:
        known = ((version.question(code), most) for code, most in self.maxima)
        return all(question is None or question.max == most for question, most in known)


def _fits(area: NamedArea, version: MethodVersion) -> bool:
    """Whether a version has the area, and with its number where one stands before the name."""
    no = area.no(version.version)
    numbers = area.by_version.values()
    return no is not None and (area.number in (None, no) or area.number not in numbers)


@dataclass(frozen=True, slots=True)
class VersionChosen:
    """A version, and how it is known."""

    version: MethodVersion
    basis: VersionBasis


def choose_version(
    headings: Headings,
    year: int | None,
    written: str | None,
    instrument: Instrument,
    notes: Notes,
    id: str,
    place: PlaceInFile,
) -> VersionChosen | None:
    """The version, where it is written or only one can be meant; else it is asked about."""
    answered = instrument.versions.get(notes.answer(f"version:{id}"))
    if answered is not None:
        return VersionChosen(answered, VersionBasis.STATED)
    if written is not None and written in instrument.versions:
        return VersionChosen(instrument.versions[written], VersionBasis.STATED)
    versions = _ordered(instrument)
    fitting = [v for v in versions if headings.fit(v)]
    if year is None:
        return VersionChosen(fitting[0], VersionBasis.INFERRED) if len(fitting) == 1 else None
    of_year = [v for v in versions if v.year_from <= year <= (v.year_to or year)]
    both = [v for v in of_year if v in fitting]
    if len(both) > 1 and headings.maxima:
        both = [v for v in both if v.has_questions and headings.maxima_fit(v)] or both
    if len(both) > 1 and headings.has_questions:
        both = [v for v in both if v.has_questions] or both
    if len(both) == 1:
        return VersionChosen(both[0], VersionBasis.INFERRED)
    _ask(both or _union(fitting, of_year) or versions, bool(both), year, notes, id, place)
    return None


def _ask(
    choices: Collection[MethodVersion],
    by_year: bool,
    year: int,
    notes: Notes,
    id: str,
    place: PlaceInFile,
) -> None:
    asked = (
        say("Which version of the method was used? In %(year)s there were several.", year=str(year))
        if by_year
        else say(
            "Which version of the method was used? The headings do not match the year %(year)s.",
            year=str(year),
        )
    )
    notes.ask(f"version:{id}", place, asked, [(v.version, v.version) for v in choices])


def _ordered(instrument: Instrument) -> list[MethodVersion]:
    return sorted(instrument.versions.values(), key=lambda v: (v.year_from, v.version))


def _union(one: Iterable[MethodVersion], other: Iterable[MethodVersion]) -> list[MethodVersion]:
    return list({v.version: v for v in (*one, *other)}.values())
