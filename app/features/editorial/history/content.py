"""What a draft changes beside what is public, what is public, and the ledger of it all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.evaluation_table import EvaluationTable
from app.domain.ledger import LedgerBroken, LedgerEntry
from app.domain.message import Message, say, say_n
from app.domain.naming.spelling import fold
from app.editorial.draft import Draft, DraftItem
from app.features.editorial.differences import Shown, ValueDifference, differences
from app.features.editorial.ledger_reasons import reason_words
from app.features.editorial.titles import item_title
from app.features.editorial.words import action_words, kind_words, step_words
from app.queries import register
from app.queries.reading import Reading
from app.web.page.paging import Pages, page_of


@dataclass(frozen=True, slots=True)
class ItemDifferences:
    """A record of a draft, and each value that differs from what is public."""

    id: str
    title: Message
    action: Message
    rows: tuple[ValueDifference, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An entry of the ledger in words."""

    seq: int
    at: datetime
    step: Message | str
    office: str
    login: str
    what: Message | str
    draft: int | None
    release: int | None
    reasons: tuple[Message | str, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class DraftHistoryContent:
    """The page with the differences and the ledger of a draft."""

    title: Message
    draft: int
    items: tuple[ItemDifferences, ...]
    entries: tuple[LedgerLine, ...]
    description: Message | None = None


@dataclass(frozen=True, slots=True)
class PublicLine:
    """An evaluation that is public."""

    id: str
    name: str
    year: int
    version: str
    path: str


@dataclass(frozen=True, slots=True)
class PublicContent:
    """The list of what is public, to be corrected or withdrawn."""

    title: Message
    lines: tuple[PublicLine, ...]
    pages: Pages
    q: str
    count: Message
    description: Message | None = None


@dataclass(frozen=True, slots=True)
class RecordContent:
    """The history of a public record: what was done with it."""

    title: Message
    key: str
    entries: tuple[LedgerLine, ...]
    is_public: bool
    description: Message | None = None


@dataclass(frozen=True, slots=True)
class LedgerContent:
    """The ledger, newest first, with whether its chain holds."""

    title: Message
    holds: Message
    is_broken: bool
    entries: tuple[LedgerLine, ...]
    older: int | None
    description: Message | None = None


def draft_history_content(
    reading: Reading,
    draft: Draft,
    public: Mapping[str, Mapping[str, Any] | None],
    entries: Sequence[LedgerEntry],
    logins: Mapping[int, str],
) -> DraftHistoryContent:
    """`public` holds the documents of what is public now, in the shape of a draft, by key."""
    return DraftHistoryContent(
        title=say("What differs: %(title)s", title=draft.title),
        draft=draft.id,
        items=tuple(
            ItemDifferences(
                f"item-{item.position}",
                item_title(reading, item),
                action_words(item.action, item.based_on),
                differences(
                    public.get(item.key), item.document, _names(reading, public.get(item.key), item)
                ),
            )
            for item in draft.items
        ),
        entries=ledger_lines(entries, logins),
    )


def _names(
    reading: Reading, public: Mapping[str, Any] | None, item: DraftItem
) -> Mapping[str, Shown]:
    """What the municipalities are called that a record names, before and after."""
    ids = {str((document or {}).get("municipality", "")) for document in (public, item.document)}
    held = (register.municipality(reading, id) for id in ids if id)
    return {one.slug: one.label for one in held if one is not None}


def public_content(table: EvaluationTable, q: str, page: int) -> PublicContent:
    """The evaluations whose name, year or id has the words in it."""
    words = fold(q).split()
    found = [one for one in table if all(word in fold(f"{one.name} {one.id}") for word in words)]
    found.sort(key=lambda one: (table.collation.key(one.name), -one.year))
    pages, shown = page_of(found, page)
    return PublicContent(
        title=say("What is public"),
        lines=tuple(
            PublicLine(
                one.id,
                one.name,
                one.year,
                one.version,
                f"/kommuner/{one.municipality}/{one.id.removeprefix(one.municipality + '-')}",
            )
            for one in shown
        ),
        pages=pages,
        q=q,
        count=say_n("%(n)s evaluation", "%(n)s evaluations", len(found)),
    )


def holding(verified: int, last: int) -> Message:
    """That the ledger holds, as far as it has been verified."""
    if verified < last:
        return say(
            "The first %(n)s of %(all)s entries hold. The next ones are verified when this page "
            "is opened again.",
            n=verified,
            all=last,
        )
    return say_n(
        "The ledger holds: %(n)s entry, bound to the one before.",
        "The ledger holds: %(n)s entries, each bound to the one before.",
        verified,
    )


def breaking(broken: LedgerBroken) -> Message:
    """Where it does not hold."""
    if broken.named is not None:
        return say(
            "The ledger has lost entries: release %(release)s names one that is not there. "
            "Somebody has changed the database by hand.",
            release=broken.named,
        )
    return say(
        "The ledger is broken at entry %(seq)s. Somebody has changed the database by hand.",
        seq=str(broken.seq),
    )


def ledger_lines(
    entries: Sequence[LedgerEntry], logins: Mapping[int, str]
) -> tuple[LedgerLine, ...]:
    """Entries in words, newest first."""
    ordered = sorted(entries, key=lambda entry: entry.seq, reverse=True)
    return tuple(_line(entry, logins) for entry in ordered)


def _line(entry: LedgerEntry, logins: Mapping[int, str]) -> LedgerLine:
    what: Message | str = ""
    if entry.kind and entry.key:
        what = say("%(kind)s: %(id)s", kind=kind_words(entry.kind), id=entry.key)
    return LedgerLine(
        seq=entry.seq,
        at=entry.at,
        step=step_words(entry.step),
        office=entry.office,
        login=logins.get(entry.account or 0, ""),
        what=what,
        draft=entry.draft,
        release=entry.release,
        reasons=reason_words(entry, logins),
        hash=entry.hash[:12],
    )
