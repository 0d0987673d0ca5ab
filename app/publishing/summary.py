"""A release's summary, in bokmål: how many records came, changed and went."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from app.domain.aliases import Alias, Aliases
from app.domain.changes import RecordKind
from app.models import (
    AliasRevision,
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    GroupSchemeRevision,
    InstrumentRevision,
    KnownEvaluatedRevision,
    MethodVersionRevision,
    MunicipalityRevision,
    ReferenceAverageRevision,
    Revision,
)
from app.publishing.diff import Difference, RecordKey

NOUNS: dict[type[Revision], tuple[str, str]] = {
    EvaluationRevision: ("evaluering", "evalueringer"),
    GoldStarRevision: ("Gullstjerne", "Gullstjerner"),
    MunicipalityRevision: ("kommune", "kommuner"),
    ChangeRevision: ("sammenslåing eller deling", "sammenslåinger og delinger"),
    ReferenceAverageRevision: ("publisert snitt", "publiserte snitt"),
    KnownEvaluatedRevision: ("opplysning om antall evaluerte", "opplysninger om antall evaluerte"),
    MethodVersionRevision: ("metodeversjon", "metodeversjoner"),
    GroupSchemeRevision: ("kommunegruppering", "kommunegrupperinger"),
    InstrumentRevision: ("regelsett for metoden", "regelsett for metoden"),
    AliasRevision: ("tidligere adresse", "tidligere adresser"),
}
"""One and many, in the order they are named in."""

_KINDS: Final[Mapping[type[Revision], RecordKind]] = {
    MunicipalityRevision: RecordKind.MUNICIPALITY,
    EvaluationRevision: RecordKind.EVALUATION,
    GoldStarRevision: RecordKind.GOLD_STAR,
    ChangeRevision: RecordKind.LINEAGE,
}
"""What may get another key."""


def summary_of(difference: Difference, aliases: Iterable[Alias], *, first: bool) -> str:
    """What a release changed, as one to four sentences."""
    if first:
        return f"Første utgave: {_listed(difference.added)}."
    moved = _moved(difference, Aliases.of(aliases))
    parts = (
        ("Nytt", difference.added - frozenset(moved.values())),
        ("Endret", difference.changed),
        ("Fått ny adresse", frozenset(moved)),
        ("Tatt ut", difference.removed - frozenset(moved)),
    )
    return " ".join(f"{word}: {_listed(keys)}." for word, keys in parts if keys)


def _moved(difference: Difference, aliases: Aliases) -> Mapping[RecordKey, RecordKey]:
    """The records that go on under another key, by the one they had."""
    found = {}
    for table, key in difference.removed:
        kind = _KINDS.get(table)
        new = aliases.resolve(kind, key) if kind is not None else None
        if new is not None:
            found[table, key] = (table, new)
    return found


def _listed(keys: Collection[RecordKey]) -> str:
    """`2 evalueringer og 1 kommune`."""
    counted = []
    for table, (one, many) in NOUNS.items():
        n = sum(found is table for found, _ in keys)
        if n:
            counted.append(f"{n} {one if n == 1 else many}")
    if len(counted) < 2:
        return "".join(counted)
    return f"{', '.join(counted[:-1])} og {counted[-1]}"
