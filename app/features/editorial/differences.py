"""Where two documents of a record differ, value by value, in words that people know."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, Points, say
from app.domain.score import MissingKind
from app.domain.wording.evaluation import DETAIL_WORDS, VERSION_BASIS_WORDS, YEAR_BASIS_WORDS
from app.domain.wording.record_fields import Words, choice_words, way_words
from app.domain.wording.standing import absence_words

Place = tuple[str | int, ...]

_FINDINGS: Final = {
    "strengths": say("Area %(no)s, strength %(number)s"),
    "challenges": say("Area %(no)s, challenge %(number)s"),
    "weaknesses": say("Area %(no)s, weakness %(number)s"),
}
_PLAIN: Final[Mapping[Place, Message]] = {
    ("total",): say("Total as printed"),
    ("total_missing",): say("Why there is no total"),
    ("detail",): say("Detail level"),
    ("report_number",): say("Report number"),
    ("source", "title"): say("Title of the report"),
    ("source", "url"): say("Address of the report"),
    ("method_version",): say("Method version"),
    ("method_version_basis",): say("How the method version is known"),
    ("year",): say("Year"),
    ("year_basis",): say("How the year is known"),
    ("municipality",): say("Municipality"),
}
_OF_QUESTIONS: Final = {
    "score": say("Question %(code)s"),
    "missing": say("Question %(code)s: why there are no points"),
    "reconstructed": say("Question %(code)s: a digit was worked out"),
    "text": say("Text on question %(code)s"),
}
_ROWS: Final = {
    "gold_stars": say("Gold star %(number)s"),
    "notes": say("Note %(number)s"),
    "discrepancies": say("Disagreement %(number)s"),
}
_CODES: Final[Mapping[str | int, Mapping[str, Message]]] = {
    "detail": {level.value: words for level, words in DETAIL_WORDS.items()},
    "year_basis": {basis.value: words for basis, words in YEAR_BASIS_WORDS.items()},
    "method_version_basis": {basis.value: words for basis, words in VERSION_BASIS_WORDS.items()},
    "missing": {kind.value: absence_words(kind) for kind in MissingKind},
    "total_missing": {kind.value: absence_words(kind) for kind in MissingKind},
}
"""What the codes in a document are called, by the name of the value."""

Shown = Message | LocalText | str

_NOTHING: Final = say("nothing")


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A value that is not the same in both. What is nowhere else said is said as it is written."""

    label: Words
    old: Shown
    new: Shown


def differences(
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any] | None,
    names: Mapping[str, Shown] | None = None,
) -> tuple[ValueDifference, ...]:
    """All values that differ, in the order of the newer document and then of the older. `names` is
    what municipalities are called, by their ids."""
    before, after = _values(old or {}), _values(new or {})
    return tuple(
        ValueDifference(
            _label(place),
            _shown(place, before.get(place), names or {}),
            _shown(place, after.get(place), names or {}),
        )
        for place in dict.fromkeys([*after, *before])
        if before.get(place) != after.get(place)
    )


def _values(value: Any, place: Place = ()) -> dict[Place, Any]:
    """Every single value of a document by the way to it. Areas and questions go by their number:
    where one is added, the others stay what they are."""
    found: dict[Place, Any] = {}
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "unofficial" or (name in ("no", "code") and place):
                continue
            if name in ("missing", "total_missing") and inner == MissingKind.NOT_FOUND:
                continue  # which holds where nothing is said
            found |= _values(inner, place if name == "texts" else (*place, name))
    elif isinstance(value, list | tuple):
        for position, inner in enumerate(value):
            found |= _values(inner, (*place, _key(inner, position)))
    elif value is not None and value is not False and value != "":
        found[place] = value
    return found


def _key(value: Any, position: int) -> str | int:
    if isinstance(value, Mapping):
        own = value.get("no", value.get("code"))
        if isinstance(own, str | int):
            return own
    return position + 1


def _label(place: Place) -> Words:
    if place in _PLAIN:
        return _PLAIN[place]
    match place:
        case ("areas", no, "questions", code, str(part), *rest) if part in _OF_QUESTIONS:
            return _in_language(Message(_OF_QUESTIONS[part].key, {"code": str(code)}), rest)
        case ("areas", no, "stated"):
            return say("Area %(no)s as printed", no=str(no))
        case ("areas", no, "missing"):
            return say("Area %(no)s: why there are no points", no=str(no))
        case ("areas", no, "findings", str(kind), number) if kind in _FINDINGS:
            return Message(_FINDINGS[kind].key, {"no": str(no), "number": str(number)})
        case (str(rows), number, *rest) if rows in _ROWS:
            row = Message(_ROWS[rows].key, {"number": str(number)})
            return _in_language(row, rest)
        case (*way, str(language)) if way and language in LANGUAGES:
            return _in_language(way_words([str(part) for part in way]), [language])
    return way_words([str(part) for part in place])


def _in_language(words: Words, rest: list[str | int]) -> Words:
    """A value that may be there in several languages: what it is, and in which of them."""
    language = LANGUAGES.get(str(rest[-1])) if rest else None
    if language is not None:
        return say("%(text)s (%(language)s)", text=words, language=language.title)
    return words


def _shown(place: Place, value: Any, names: Mapping[str, Shown]) -> Shown:
    if value is None:
        return _NOTHING
    if value is True:
        return say("yes")
    if isinstance(value, float):
        return say("%(points)s", points=Points(Decimal(str(value))))
    if place == ("municipality",):
        return names.get(str(value), str(value))
    codes = _CODES.get(place[-1], {}) if place else {}
    return codes.get(str(value)) or choice_words(str(place[-1]) if place else "", str(value))
