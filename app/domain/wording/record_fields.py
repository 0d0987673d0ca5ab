"""What the values of a record are called, where two versions of it are set beside each other."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from app.domain.consequences import FieldChange
from app.domain.coverage import CoverageUnit
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, Points, say
from app.domain.municipality import Country
from app.domain.reference import Breadth, CountBasis, ReferenceBasis, ReferenceStatistic
from app.domain.score import MissingKind
from app.domain.wording.evaluation import DETAIL_WORDS, VERSION_BASIS_WORDS, YEAR_BASIS_WORDS
from app.domain.wording.sets import country_words
from app.domain.wording.standing import absence_words

MOST_CHARACTERS: Final = 160
"""Of a value before and after."""

Words = Message | LocalText | str

NAMES: Final[Mapping[str, Message]] = {
    "approximate": say("A round number"),
    "areas": say("Areas"),
    "as_of": say("Year"),
    "asks": say("What it asks"),
    "at_least": say("There may be more"),
    "basis": say("How it is known"),
    "breadth": say("Whom it covers"),
    "challenges": say("Challenges"),
    "closing": say("Closing part"),
    "code": say("Code"),
    "comparability": say("What may be compared"),
    "country": say("Country"),
    "county": say("County"),
    "day": say("Day"),
    "definition": say("What it is"),
    "description": say("Description"),
    "detail": say("Detail level"),
    "discrepancies": say("Figures that disagree"),
    "family": say("Method versions"),
    "figures": say("Points"),
    "findings": say("Strengths, challenges and weaknesses"),
    "groups": say("Groups of municipalities"),
    "inhabitants": say("Inhabitants"),
    "kind": say("Kind"),
    "label": say("Name"),
    "max": say("Max"),
    "method_version": say("Method version"),
    "missing": say("Why there are no points"),
    "n": say("How many"),
    "n_basis": say("How it is known how many"),
    "n_source": say("Where it says how many"),
    "name": say("Name"),
    "note": say("Note"),
    "notes": say("Notes"),
    "office": say("Office"),
    "population": say("Inhabitants"),
    "practice": say("Practice"),
    "preface": say("Preface"),
    "publisher": say("Publisher"),
    "question": say("Question"),
    "questions": say("Questions"),
    "reconstructed": say("A digit worked out"),
    "reply": say("The municipality's reply"),
    "report_number": say("Report number"),
    "short": say("Short name"),
    "since": say("First year"),
    "size_group": say("Size"),
    "source": say("Source"),
    "stated_comparisons": say("Comparisons in the report"),
    "stated_changes": say("Changes in the report"),
    "stated_placings": say("Places in the report"),
    "statistic": say("Kind of average"),
    "strengths": say("Strengths"),
    "summary": say("Summary"),
    "text": say("Text"),
    "title": say("Title"),
    "total": say("Total"),
    "unit": say("What is counted"),
    "unofficial": say("Own translation"),
    "url": say("Web address"),
    "version": say("Method version"),
    "version_basis": say("How the method version is known"),
    "weaknesses": say("Weaknesses"),
    "why": say("Why it was given"),
    "year": say("Year"),
    "year_basis": say("How the year is known"),
    "year_from": say("First year"),
    "year_to": say("Last year"),
}
"""What the names in a document are called. A name that stands in none of the pages that people
write has none here, and stays as it is."""

MEMBERS: Final[Mapping[str, Message]] = {
    "areas": say("Area %(no)s"),
    "figures": say("Area %(no)s"),
    "questions": say("Question %(no)s"),
}
"""What members of a list are called by their number."""

CODES: Final[Mapping[str, Mapping[str, Message]]] = {
    "detail": {level.value: words for level, words in DETAIL_WORDS.items()},
    "year_basis": {basis.value: words for basis, words in YEAR_BASIS_WORDS.items()},
    "version_basis": {basis.value: words for basis, words in VERSION_BASIS_WORDS.items()},
    "missing": {kind.value: absence_words(kind) for kind in MissingKind},
    "country": {country.value: country_words(country) for country in Country},
    "statistic": {
        ReferenceStatistic.MEAN.value: say("mean"),
        ReferenceStatistic.MEDIAN.value: say("median"),
    },
    "basis": {
        ReferenceBasis.PRINTED.value: say("as the source prints it"),
        ReferenceBasis.RECONSTRUCTED.value: say("digits are lost in print, and follow from others"),
        ReferenceBasis.DEDUCED.value: say("it follows from other figures of the source"),
        ReferenceBasis.OPINION_PIECE.value: say("an opinion piece says so"),
    },
    "n_basis": {
        CountBasis.SAME_SOURCE.value: say("in the same source"),
        CountBasis.OTHER_SOURCE.value: say("in another source"),
        CountBasis.NOT_STATED.value: say("it is not said"),
    },
    "breadth": {
        Breadth.ALL.value: say("all who had been evaluated"),
        Breadth.PART.value: say("some of them"),
    },
    "unit": {
        CoverageUnit.MUNICIPALITIES.value: say("municipalities"),
        CoverageUnit.EVALUATIONS.value: say("evaluations"),
    },
}
"""What the codes of a value are called, by its name."""

_POINTS: Final = ("max", "total", "score", "stated")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_SAID: Final = {"true": say("yes"), "false": say("no")}
_IN_LANGUAGES: Final = ("texts", "unofficial")


def field_words(change: FieldChange) -> Message:
    """A value before and after."""
    return say(
        "%(what)s: %(old)s → %(new)s",
        what=_way_words(change),
        old=_value_words(change.way, change.old),
        new=_value_words(change.way, change.new),
    )


def _way_words(change: FieldChange) -> Words:
    """What the value is. A member of a list that is known by what it says is not named by it."""
    first, *rest = change.way
    language = LANGUAGES.get(rest[-1]) if _is_translated(change.way) else None
    if language is not None:
        rest.pop()
    way = [first, *(part for part in rest if part not in (change.old, change.new, "texts"))]
    named = way_words(way)
    if language is None:
        return named
    return say("%(text)s (%(language)s)", text=named, language=language.title)


def way_words(way: Sequence[str]) -> Words:
    """What a value is called, by the way that leads to it."""
    return reduce(_within, _parts(way))


def choice_words(name: str, value: str) -> Words:
    """What a code is called; one that has no words stands as it is."""
    return CODES.get(name, {}).get(value, value)


def _is_translated(way: Sequence[str]) -> bool:
    return len(way) > 1 and way[-2] in _IN_LANGUAGES


def _parts(way: Sequence[str]) -> list[Words]:
    """The parts of a way in words; a list with one of its members is one part."""
    found: list[Words] = []
    for before, part in zip(("", *way), way, strict=False):
        if before in MEMBERS and part not in NAMES and part[:1].isdigit():
            found[-1] = Message(MEMBERS[before].key, {"no": part})
        else:
            found.append(NAMES.get(part, part))
    return found


def _within(whole: Words, part: Words) -> Message:
    return say("%(what)s · %(part)s", what=whole, part=part)


def _value_words(way: Sequence[str], value: str | None) -> Message | str:
    if value is None:
        return say("not there")
    if (way[0] == "figures" or way[-1] in _POINTS) and _DECIMAL.fullmatch(value):
        return say("%(points)s", points=Points(Decimal(value)))
    known = CODES.get(way[-1], {}).get(value) or _SAID.get(value)
    if known is not None:
        return known
    return value if len(value) <= MOST_CHARACTERS else value[: MOST_CHARACTERS - 1] + "…"
