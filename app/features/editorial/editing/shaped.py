"""A record in a form made from its shape: filled with what the draft holds, and read back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.wording.record_fields import Words, choice_words
from app.domain.wording.sets import size_group_words, versions_words
from app.editorial.checking import Checked
from app.editorial.draft import Draft, DraftItem
from app.features.editorial.editing.numbers import points_problem, shown_points, typed_points
from app.features.editorial.editing.shape_fields import (
    SHAPES,
    Filled,
    ValueField,
    Way,
    groups_of,
)
from app.features.editorial.editing.texts import (
    Fields,
    TextFields,
    one_line,
    text_fields,
    typed_text,
)
from app.features.editorial.editing.untouched import is_untouched
from app.features.editorial.fields import FieldChoice, FieldProblem
from app.features.editorial.titles import fault_words, item_title
from app.features.editorial.words import kind_words
from app.publishing.faults import Fault
from app.queries import method
from app.queries.reading import Reading

MOST_POINTS: Final = Decimal(1000)
"""That any record may hold."""

_EMPTY: Final = say("This has to be filled in.")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field with what stands in it, and what is wrong with that."""

    id: str
    label: Words
    filled: Filled
    value: str = ""
    choices: tuple[FieldChoice, ...] = ()
    texts: TextFields | None = None
    is_ticked: bool = False
    is_long: bool = False
    problem: Message | LocalText | str | None = None

    @property
    def first_id(self) -> str:
        """The id of the field that a fault leads to."""
        return self.texts.shown[0].name if self.texts else self.id


@dataclass(frozen=True, slots=True)
class FilledGroup:
    """Fields beside each other, under a legend where they belong together."""

    legend: Words | None
    fields: tuple[FilledField, ...]


@dataclass(frozen=True, slots=True)
class ShapedContent:
    """The page on which such a record is written."""

    title: Message
    draft: int
    position: int
    version: int
    kind: Message | str
    groups: tuple[FilledGroup, ...]
    problems: tuple[FieldProblem, ...] = ()
    is_untouched: bool = False
    just_saved: bool = False
    conflict: Message | LocalText | None = None
    description: Message | None = None


def shaped_content(
    reading: Reading,
    draft: Draft,
    item: DraftItem,
    language: str,
    checked: Checked | None = None,
    *,
    just_saved: bool = False,
) -> ShapedContent:
    """The form as the draft has it, with what the checks say of each field."""
    instrument = method.instrument(reading)
    document: Document = item.document or {}
    untouched = is_untouched(draft, item)
    groups = groups_of(SHAPES[item.kind], _known(instrument))
    every = [field for group in groups for field in group.fields]
    faults = _faults(checked, item, every) if checked and not untouched else {}
    filled = tuple(
        FilledGroup(
            group.legend if group.name else None,
            tuple(
                _field(field, document, language, instrument, faults.get(field.way))
                for field in group.fields
            ),
        )
        for group in groups
    )
    shown = {f.id: f for group in filled for f in group.fields}
    return ShapedContent(
        title=item_title(reading, item),
        draft=draft.id,
        position=item.position,
        version=draft.version,
        kind=kind_words(item.kind),
        groups=filled,
        problems=tuple(
            FieldProblem(shown[f.id].first_id, f.whole_label, faults[f.way])
            for f in every
            if f.way in faults
        ),
        is_untouched=untouched,
        just_saved=just_saved,
    )


def problem_at(item: DraftItem, fault: Fault, language: str) -> FieldProblem | None:
    """A fault of the checks at the field it is about; None of a record that has no form."""
    if item.kind not in SHAPES:
        return None
    document: Document = item.document or {}
    every = [field for group in groups_of(SHAPES[item.kind], {}) for field in group.fields]
    found = _nearest(every, tuple(fault.cell.split("."))) or every[0]
    texts = text_fields(_at(document, found.way), found.id, language)
    own = texts.shown[0].name if found.filled is Filled.TEXT else found.id
    return FieldProblem(own, found.whole_label, problem_of(found, document, fault))


def typed_shaped(fields: Fields, kind: str, before: Document) -> dict[str, Any]:
    """The document as the form has it, with all of `before` that the form does not show. What
    cannot be understood is kept as it was typed: the checks tell of it."""
    found = dict(before)
    for group in groups_of(SHAPES[kind], {}):
        if not group.name:
            (field,) = group.fields
            _put(found, field.way[-1], _typed(field, fields, before), keep=field.is_kept)
            continue
        inner: dict[str, Any] = {}
        for field in group.fields:
            _put(inner, field.way[-1], _typed(field, fields, before), keep=field.is_kept)
        is_empty = all(value is None for value in inner.values())
        whole = None if is_empty and not group.is_needed else inner
        _put(found, group.name, whole, keep=group.is_kept)
    return found


def _put(document: dict[str, Any], name: str, value: Any, *, keep: bool) -> None:
    if value is None and not keep:
        document.pop(name, None)
    else:
        document[name] = value


def _typed(field: ValueField, fields: Fields, before: Document) -> Any:
    written = fields.get(field.id, "")
    match field.filled:
        case Filled.TEXT:
            return typed_text(fields, field.id, _at(before, field.way))
        case Filled.TICK:
            return bool(written)
        case Filled.POINTS:
            return typed_points(written)
        case Filled.WHOLE:
            number = _SPACES.sub("", written)
            return int(number) if _WHOLE.fullmatch(number) else one_line(written) or None
    return one_line(written) or None


def _field(
    field: ValueField,
    document: Document,
    language: str,
    instrument: Instrument,
    problem: Message | str | None,
) -> FilledField:
    value = _at(document, field.way)
    own = FilledField(field.id, field.label, field.filled, problem=problem)
    match field.filled:
        case Filled.TEXT:
            texts = text_fields(value, field.id, language)
            return replace(own, texts=texts, is_long=field.way[-1] == "note")
        case Filled.TICK:
            return replace(own, is_ticked=value is True)
        case Filled.POINTS:
            return replace(own, value=shown_points(value, language))
        case Filled.CHOICE:
            return replace(own, choices=_choices(field, value, instrument))
    return replace(own, value="" if value is None else str(value))


def _choices(field: ValueField, value: Any, instrument: Instrument) -> tuple[FieldChoice, ...]:
    """What may be chosen; a value that is none of it stands there as it is, to be changed."""
    chosen = "" if value is None else str(value)
    offered: list[tuple[str, Words]] = [
        (one, _choice_words(field.way[-1], one, instrument)) for one in field.choices
    ]
    if not field.is_needed or not chosen:
        offered.insert(0, ("", say("not said")))
    if chosen and chosen not in field.choices:
        offered.append((chosen, chosen))
    return tuple(FieldChoice(one, label, one == chosen) for one, label in offered)


def _choice_words(name: str, value: str, instrument: Instrument) -> Words:
    if name == "family":
        return versions_words(instrument, value)
    if name == "size_group":
        return size_group_words(value)
    return choice_words(name, value)


def _known(instrument: Instrument) -> Mapping[str, tuple[str, ...]]:
    """What may be chosen, where that is in the data."""
    return {
        "family": tuple(instrument.families),
        "size_group": tuple(group.code for group in instrument.size_scheme.groups),
    }


def _faults(checked: Checked, item: DraftItem, every: list[ValueField]) -> dict[Way, Message | str]:
    """What is wrong, by field; what is about none of them stands at the first."""
    found: dict[Way, Message | str] = {}
    for fault in checked.faults:
        if fault.file == item.key:
            field = _nearest(every, tuple(fault.cell.split("."))) or every[0]
            found.setdefault(field.way, problem_of(field, item.document or {}, fault))
    return found


def problem_of(field: ValueField, document: Document, fault: Fault) -> Message | str:
    """What is wrong with a field, as somebody who writes in it is told: what it needs."""
    value = _at(document, field.way)
    match field.filled:
        case Filled.POINTS if value is not None:
            return points_problem(value, MOST_POINTS) or fault_words(fault)
        case Filled.WHOLE if not isinstance(value, int):
            return say("Write a whole number.") if field.is_needed or value else _EMPTY
        case Filled.CHOICE if not value:
            return say("Choose one.")
        case Filled.ADDRESS if value is not None:
            return say("Write the whole address, beginning with https://.")
    return _EMPTY if value is None else fault_words(fault)


def _nearest(every: list[ValueField], way: Way) -> ValueField | None:
    """The field of a value, or the first within what the way leads to."""
    for field in every:
        shared = min(len(field.way), len(way))
        if field.way[:shared] == way[:shared]:
            return field
    return None


def _at(document: Document, way: Way) -> Any:
    value: Any = document
    for part in way:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
