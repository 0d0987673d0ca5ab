"""Method versions in drafts: as files, with what they may be compared with."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from pydantic import TypeAdapter
from sqlmodel import Session

from app.domain.comparability import ComparabilityRule
from app.domain.message import say
from app.domain.method import Instrument, MethodVersion
from app.domain.score import Level
from app.editorial.building import Building, Ways
from app.editorial.draft import DraftItem
from app.editorial.item_kind import ItemKind, PublicRecord
from app.models import InstrumentRevision, MethodVersionRevision
from app.publishing.build_method import check_version, comparability_rule
from app.publishing.diff import RecordKey
from app.publishing.faults import Fault
from app.publishing.parse import Parsed
from app.publishing.record_files import version_file
from app.publishing.shapes import MethodShape, RuleShape
from app.queries.method import instrument
from app.queries.reading import Reading
from app.queries.revisions import current_of
from app.records.method import INSTRUMENT_KEY, read_version

NAME: Final = "method-version"


class MethodItemShape(MethodShape):
    """A method version, with the rules of what it may be compared with. A rule takes the place of
    the one that there was of the same two versions."""

    comparability: tuple[RuleShape, ...] = ()


SHAPE: Final = TypeAdapter(MethodItemShape)

_RULES: Final[RecordKey] = (InstrumentRevision, INSTRUMENT_KEY)


def _key_of(document: Mapping[str, Any]) -> str | None:
    found = document.get("version")
    return found if isinstance(found, str) and found else None


def _records(session: Session, keys: Collection[str]) -> Iterator[tuple[str, RecordKey, str]]:
    for value, key, sha256 in current_of(session, MethodVersionRevision, "key", keys):
        yield value, (MethodVersionRevision, key), sha256


def _public(reading: Reading, key: str) -> PublicRecord | None:
    found = instrument(reading).versions.get(key)
    return None if found is None else PublicRecord(found.version, version_file(found))


def _put(building: Building, item: DraftItem) -> None:
    file = building.parsed(item, SHAPE)
    if file is None:
        return
    before = len(building.faults.found)
    held = building.instrument.versions.get(item.key)
    check_version(Parsed(item.key, file.value, file.lines), building.faults)
    version = read_version(file.value.model_dump(exclude={"comparability"}))
    if held is not None and _used(building, item.key) and _worth(held) != _worth(version):
        building.fault(
            item,
            say(
                "Evaluations were made with version %(version)s: its family, its areas, its "
                "questions and their points stay as they are.",
                version=item.key,
            ),
        )
    rules = _rules(building, item, file.value.comparability)
    if len(building.faults.found) > before:
        return
    building.mean(item, [(MethodVersionRevision, item.key)])
    if file.value.comparability:
        building.mean(item, [_RULES])
    others = [v for v in building.instrument.versions.values() if v.version != item.key]
    building.instrument = _with(building.instrument, [*others, version], rules)
    _remark(building, item, version)


def _withdraw(building: Building, item: DraftItem) -> None:
    """Only where nothing rests on it."""
    others = [v for v in building.instrument.versions.values() if v.version != item.key]
    if _used(building, item.key):
        building.fault(
            item, say("Evaluations were made with version %(version)s.", version=item.key)
        )
    family = building.instrument.family_of(item.key)
    resting = {building.instrument.default_family}
    resting |= {average.family for average in building.references.values()}
    resting |= {count.family for count in building.counts.values() if count.family is not None}
    if family in resting - {version.family for version in others}:
        building.fault(
            item, say("Published averages or counts are of family %(family)s.", family=family)
        )
    rules = building.instrument.comparability.rules
    kept = tuple(rule for rule in rules if item.key not in rule.versions)
    if kept != rules:
        building.mean(item, [_RULES])
    building.instrument = _with(building.instrument, others, kept)


def _used(building: Building, version: str) -> bool:
    """Whether any public evaluation was made with it."""
    return any(made_with == version for _, _, made_with in building.same_evaluations)


def _worth(version: MethodVersion) -> tuple[object, ...]:
    """What points of evaluations rest on."""
    areas: list[tuple[int, Decimal, list[tuple[str, Decimal]]]] = [
        (area.no, area.max, [(question.code, question.max) for question in area.questions])
        for area in version.areas
    ]
    return version.family, areas


def _rules(
    building: Building, item: DraftItem, shapes: Iterable[RuleShape]
) -> tuple[ComparabilityRule, ...]:
    """The rules there will be. Each of the item's is of its version and of one that is there."""
    known = {*building.instrument.versions, item.key}
    found = {rule.versions: rule for rule in building.instrument.comparability.rules}
    for position, shape in enumerate(shapes):
        pair = frozenset(shape.versions)
        if item.key not in pair or not pair <= known:
            building.fault(
                item,
                say("A rule is about version %(version)s and one that is there.", version=item.key),
                *("comparability", position, "versions"),
            )
        found[pair] = comparability_rule(shape)
    return tuple(found.values())


def _with(
    before: Instrument, versions: Iterable[MethodVersion], rules: tuple[ComparabilityRule, ...]
) -> Instrument:
    ordered = sorted(versions, key=lambda v: (v.year_from, v.version))
    return replace(
        before,
        versions={version.version: version for version in ordered},
        comparability=replace(before.comparability, rules=rules),
    )


def _remark(building: Building, item: DraftItem, version: MethodVersion) -> None:
    """Versions that it will not be compared with, because nothing says that it may."""
    rules = building.instrument.comparability
    apart = [
        other
        for other in building.instrument.versions
        if other != version.version
        and not any(rules.between(other, version.version, level).allowed for level in Level)
    ]
    if apart:
        said = say(
            "Nothing of version %(version)s may be compared with: %(versions)s.",
            version=version.version,
            versions=tuple(apart),
        )
        place = Ways(item.key).at("comparability")
        building.remarks.append(Fault(item.key, 0, said, cell=place.cell))


METHOD_ITEMS: Final = ItemKind(
    name=NAME,
    rank=10,
    records=_records,
    key_of=_key_of,
    public=_public,
    put=_put,
    withdraw=_withdraw,
)
