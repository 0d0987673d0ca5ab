"""A release's summary, in bokmål: how many records came, changed and went."""

from collections.abc import Collection

from app.models import (
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
}
"""One and many, in the order they are named in."""


def summary_of(difference: Difference, *, first: bool) -> str:
    """What a release changed, as one to three sentences."""
    if first:
        return f"Første utgave: {_listed(difference.added)}."
    parts = (
        ("Nytt", difference.added),
        ("Endret", difference.changed),
        ("Tatt ut", difference.removed),
    )
    return " ".join(f"{word}: {_listed(keys)}." for word, keys in parts if keys)


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
