"""Whether the items of a draft can become public: every fault at once, and what is to be seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from app.domain.editing import ItemAction
from app.domain.message import say
from app.editorial.building import Building
from app.editorial.draft import Draft, DraftItem
from app.editorial.kinds import ItemKey, item_kind, public_records
from app.publishing.diff import RecordKey
from app.publishing.faults import Fault
from app.publishing.release import Publication


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the items. `built` is what would be published, None where there are faults.

    A fault's file is the key of its item, and its cell the way to the value in the document, with
    dots between: `areas.2.stated`. Remarks are no faults, but have to be acknowledged before a
    draft is submitted.
    """

    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    built: Publication | None
    meant: Mapping[RecordKey, DraftItem] = field(default_factory=dict)
    """The item that each record of the publication belongs to."""


def check(session: Session, draft: Draft | Sequence[DraftItem]) -> Checked:
    """Builds every item beside what is public now, with the builders of the seed."""
    items = draft.items if isinstance(draft, Draft) else tuple(draft)
    building = Building.on(session)
    public = public_records(session, items)
    seen: set[ItemKey] = set()
    for item in sorted(items, key=lambda item: (item_kind(item.kind).rank, item.position)):
        _build(building, item, public.get((item.kind, item.key), {}), seen)
    faults = tuple(sorted(set(building.faults.found), key=lambda fault: fault.order))
    remarks = tuple(sorted(set(building.remarks), key=lambda fault: fault.order))
    built = None if faults else building.publication()
    return Checked(faults, remarks, built, building.meant)


def _build(
    building: Building, item: DraftItem, public: Mapping[RecordKey, str], seen: set[ItemKey]
) -> None:
    kind = item_kind(item.kind)
    if (item.kind, item.key) in seen:
        building.fault(item, say("%(id)s is in the draft twice.", id=item.key))
        return
    seen.add((item.kind, item.key))
    building.mean(item, public)
    if item.action is ItemAction.PUT:
        kind.put(building, item)
    elif public:
        kind.withdraw(building, item)
    else:
        building.fault(item, say("%(id)s is not public, so it cannot be withdrawn.", id=item.key))
