"""Every kind of record that a draft may put or withdraw."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeAlias

from sqlmodel import Session

from app.domain.message import say
from app.editorial.draft import DraftItem
from app.editorial.evaluation_items import EVALUATION_ITEMS
from app.editorial.figure_items import KNOWN_ITEMS, REFERENCE_ITEMS
from app.editorial.item_kind import ItemKind
from app.editorial.method_items import METHOD_ITEMS
from app.editorial.register_items import REGISTER_ITEMS
from app.errors import NotFound
from app.publishing.diff import RecordKey
from app.publishing.writing import slices

KINDS: Final = (
    METHOD_ITEMS,
    REGISTER_ITEMS,
    REFERENCE_ITEMS,
    KNOWN_ITEMS,
    EVALUATION_ITEMS,
)
ITEM_KINDS: Final[Mapping[str, ItemKind]] = {kind.name: kind for kind in KINDS}

ItemKey: TypeAlias = tuple[str, str]
"""The kind and the key of an item."""


def item_kind(name: str) -> ItemKind:
    """The kind of that name.

    Raises:
        NotFound: there is none.
    """
    found = ITEM_KINDS.get(name)
    if found is None:
        raise NotFound(say("There is no kind of record called %(name)s.", name=name[:60]))
    return found


def public_records(
    session: Session, items: Iterable[DraftItem]
) -> Mapping[ItemKey, Mapping[RecordKey, str]]:
    """The records that are public under the keys of items, with their SHA-256. Some statements for
    each kind, and for each five hundred items."""
    by_kind: dict[str, list[str]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item.key)
    found: dict[ItemKey, dict[RecordKey, str]] = {}
    for name, keys in by_kind.items():
        for some in slices(sorted(set(keys))):
            for key, record, sha256 in item_kind(name).records(session, some):
                found.setdefault((name, key), {})[record] = sha256
    return found


def standing_of(records: Mapping[RecordKey, str]) -> str | None:
    """What an item is based on: the SHA-256 of its one record, else of all of them together; None
    where nothing is public."""
    if len(records) < 2:
        return next(iter(records.values()), None)
    return sha256_of(
        f"{table.__tablename__}/{key}: {sha256}" for (table, key), sha256 in records.items()
    )


def based_on(session: Session, items: Collection[DraftItem]) -> Mapping[ItemKey, str | None]:
    """What each item would be based on now."""
    public = public_records(session, items)
    return {(i.kind, i.key): standing_of(public.get((i.kind, i.key), {})) for i in items}


def sha256_of(lines: Iterable[str]) -> str:
    """The SHA-256 of lines, in whatever order they come."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
