"""What happens to each record, field by field: the canonical documents before and after."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from app.domain.changes import (
    EvaluationRevisionFigures,
    RecordChange,
    RecordKind,
    changes_between,
    figure_changes,
)
from app.domain.consequences import Excerpt, FieldChange, RecordEffect
from app.domain.correction import FigureChange
from app.domain.evaluation import Evaluation
from app.domain.message import LocalText, Message, say
from app.domain.municipality import Country
from app.domain.wording.consequences import MOST_FIELDS
from app.domain.wording.sets import country_words
from app.publishing.documents import evaluation_documents
from app.queries import changes, coverage, evaluations, method, reference, register
from app.queries.aliases import aliases
from app.queries.reading import Reading
from app.records.contents import Content
from app.records.coverage import known_evaluated_document
from app.records.document import Document, canonical, in_json
from app.records.method import instrument_document, scheme_document, version_document
from app.records.reference import reference_document
from app.records.register import change_document, municipality_document

Name = Message | LocalText | str

_FIGURE: Final = frozenset({"score", "stated", "max", "missing"})
"""What figures are made of: those are told as figures."""
_NAMED_BY: Final = ("code", "no", "year", "id")
"""What tells the members of a list apart, where they have it."""


def record_changes(before: Reading, after: Reading) -> tuple[RecordChange, ...]:
    """What comes, changes and leaves. Nine statements."""
    since = before.release.number
    found = changes.revisions_since(after, since)
    return changes_between(found, since, after.release.number, aliases(after).resolve)


def record_effects(
    before: Reading, after: Reading, happened: Iterable[RecordChange]
) -> tuple[RecordEffect, ...]:
    """Every change with what it changes."""
    happened = tuple(happened)
    old = _documents(before, [(one.kind, one.key) for one in happened])
    new = _documents(after, [(one.kind, one.key_after) for one in happened])
    figures = _Figures(before, after, happened)
    return tuple(
        _effect(one, old.get((one.kind, one.key)), new.get((one.kind, one.key_after)), figures)
        for one in happened
    )


class _Figures:
    """The evaluations concerned, before and after, and what their municipalities are called."""

    def __init__(self, before: Reading, after: Reading, happened: Iterable[RecordChange]) -> None:
        happened = tuple(happened)
        old = [_evaluation_of(one.kind, one.key) for one in happened]
        new = [_evaluation_of(one.kind, one.key_after) for one in happened]
        self.old = {e.id: e for e in evaluations.evaluations(before, filter(None, old))}
        self.new = {e.id: e for e in evaluations.evaluations(after, filter(None, new))}
        slugs = {e.municipality for e in (*self.old.values(), *self.new.values())}
        slugs |= {one.key for one in happened if one.kind is RecordKind.MUNICIPALITY}
        slugs |= {
            slug
            for one in happened
            if one.kind is RecordKind.LINEAGE
            for slug in one.key_after.split("/")[1:]
        }
        held = register.municipalities(before, slugs) | register.municipalities(after, slugs)
        self.names = {slug: found.label for slug, found in held.items()}


def _evaluation_of(kind: RecordKind, key: str) -> str | None:
    """The evaluation that a record is, or belongs to."""
    if kind is RecordKind.GOLD_STAR:
        return key.rpartition("/")[0]
    return key if kind is RecordKind.EVALUATION else None


def _effect(
    one: RecordChange, old: Document | None, new: Document | None, known: _Figures
) -> RecordEffect:
    held = new or old
    content = {} if held is None else held.content
    name, year, path = _name_of(one, content, known.names), None, ""
    figures: tuple[FigureChange, ...] = ()
    if (own := _evaluation_of(one.kind, one.key_after)) is not None:
        before = known.old.get(_evaluation_of(one.kind, one.key) or own)
        after = known.new.get(own)
        about = after or before
        if about is not None:
            name, year = known.names.get(about.municipality, about.municipality), about.year
            path = f"/kommuner/{about.municipality}/{about.path}"
        if before is not None and after is not None and one.kind is RecordKind.EVALUATION:
            figures = figure_changes(_figures_of(before), _figures_of(after))
    elif one.kind is RecordKind.MUNICIPALITY:
        path = f"/kommuner/{one.key_after}"
    elif one.kind is RecordKind.METHOD_VERSION:
        path = f"/metode/{one.key_after}"
    fields = () if old is None or new is None else field_changes(old.content, new.content)
    return RecordEffect(one, name, year, figures, Excerpt.of(fields, MOST_FIELDS), path)


def _name_of(one: RecordChange, content: Content, names: Mapping[str, str]) -> Name:
    """What people call a record that is no evaluation: by what it says, not by its key."""
    match one.kind:
        case RecordKind.MUNICIPALITY:
            return names.get(one.key_after, one.key_after)
        case RecordKind.LINEAGE:
            before, _, after = one.key_after.partition("/")[2].partition("/")
            return say(
                "%(old)s → %(new)s", old=names.get(before, before), new=names.get(after, after)
            )
        case RecordKind.REFERENCE_AVERAGE:
            return _text(content.get("label")) or one.key_after
        case RecordKind.GROUP_SCHEME:
            return _text(content.get("name")) or one.key_after
        case RecordKind.KNOWN_EVALUATED if content:
            return say(
                "%(country)s %(year)s",
                country=country_words(Country(content["country"])),
                year=str(content["as_of"]),
            )
        case RecordKind.INSTRUMENT:
            return "Kommunekompasset"
    return one.key_after


def _text(value: Any) -> LocalText | None:
    """A text in languages, as a document has it."""
    texts = value.get("texts") if isinstance(value, Mapping) else None
    return LocalText(texts) if texts else None


def _figures_of(evaluation: Evaluation) -> EvaluationRevisionFigures:
    parts = {str(area.no): area.figure for area in evaluation.areas}
    parts |= {q.code: q.figure for area in evaluation.areas for q in area.questions}
    return EvaluationRevisionFigures(
        evaluation.id,
        evaluation.municipality,
        evaluation.year,
        evaluation.version,
        evaluation.total,
        parts,
    )


def _documents(
    reading: Reading, wanted: Iterable[tuple[RecordKind, str]]
) -> Mapping[tuple[RecordKind, str], Document]:
    """The documents of some records, as a release has them."""
    keys: dict[RecordKind, set[str]] = {}
    for kind, key in wanted:
        keys.setdefault(kind, set()).add(key)
    return {
        (kind, document.key): document
        for kind, own in keys.items()
        for document in _of_kind(reading, kind, own)
        if document.key in own
    }


def _of_kind(reading: Reading, kind: RecordKind, keys: set[str]) -> Iterable[Document]:
    match kind:
        case RecordKind.EVALUATION:
            return _of_evaluations(reading, keys)
        case RecordKind.GOLD_STAR:
            return _of_evaluations(reading, {key.rpartition("/")[0] for key in keys})
        case RecordKind.MUNICIPALITY:
            populations = register.all_populations(reading, sorted(keys))
            held = register.municipalities(reading, sorted(keys))
            return [municipality_document(m, populations.get(s, ())) for s, m in held.items()]
        case RecordKind.LINEAGE:
            return map(change_document, register.lineage(reading).changes)
        case RecordKind.REFERENCE_AVERAGE:
            return map(reference_document, reference.reference_averages(reading))
        case RecordKind.KNOWN_EVALUATED:
            return map(known_evaluated_document, coverage.known_evaluated(reading))
        case RecordKind.METHOD_VERSION:
            return map(version_document, method.instrument(reading).versions.values())
        case RecordKind.INSTRUMENT:
            return [instrument_document(method.instrument(reading))]
        case RecordKind.GROUP_SCHEME:
            schemes = method.instrument(reading).official_schemes
            return [scheme_document(scheme, place) for place, scheme in enumerate(schemes)]


def _of_evaluations(reading: Reading, ids: set[str]) -> Iterator[Document]:
    instrument = method.instrument(reading)
    for evaluation in evaluations.evaluations(reading, sorted(ids)):
        yield from evaluation_documents(evaluation, instrument)


def field_changes(old: Content, new: Content) -> tuple[FieldChange, ...]:
    """The values that differ, in the order of their names. Members of a list are told apart by
    what names them, else by what they say: one that says something else has left, and another has
    come."""
    before, after = dict(_leaves((), in_json(old))), dict(_leaves((), in_json(new)))
    return tuple(
        FieldChange(way, before.get(way), after.get(way))
        for way in sorted({*before, *after})
        if before.get(way) != after.get(way) and not _is_of_a_figure(way)
    )


def _is_of_a_figure(way: tuple[str, ...]) -> bool:
    return way[-1] in _FIGURE and way[0] in ("total", "areas")


def _leaves(way: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value with the way to it; what is empty is not there."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves((*way, name), part)
    elif isinstance(value, list):
        for name, part in _members(value):
            yield from _leaves((*way, name), part)
    elif value is not None:
        yield way, value if isinstance(value, str) else canonical(value)


def _members(value: list[Any]) -> Iterator[tuple[str, Any]]:
    for name in _NAMED_BY:
        named = [str(part[name]) for part in value if isinstance(part, dict) and name in part]
        if len(named) == len(value) == len(set(named)):
            yield from zip(named, value, strict=True)
            return
    for part in value:
        said = part if isinstance(part, str) else _said(part)
        yield said, said


def _said(part: Any) -> str:
    """A member of a list in one line: what it says, without the names of its fields."""
    if isinstance(part, dict):
        return " · ".join(text for _, text in _leaves((), part))
    return canonical(part)
