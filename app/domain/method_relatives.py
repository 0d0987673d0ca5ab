"""What an area or a question has to do with those of other method versions.

The method data hold no list of which question became which: inside a family an area keeps its
number, and beyond that nothing is known. So only that much is said.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.domain.comparability import Comparability
from app.domain.evaluation import Source
from app.domain.message import LocalText
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.score import Level


@dataclass(frozen=True, slots=True)
class RelatedArea:
    """The same area in another version of the family. `changes` is what the later one brought."""

    version: MethodVersion
    area: AreaDefinition
    is_earlier: bool
    later: MethodVersion
    comparability: Comparability

    @property
    def changes(self) -> LocalText:
        return self.later.summary


@dataclass(frozen=True, slots=True)
class IncomparableVersion:
    """A version whose areas are others, with the reason why nothing is set side by side."""

    version: MethodVersion
    reason: LocalText


def related_areas(
    instrument: Instrument, version: MethodVersion, no: int, level: Level
) -> tuple[RelatedArea, ...]:
    """The same area in the other versions of the family, oldest first."""
    return tuple(
        RelatedArea(
            version=other,
            area=other.area(no),
            is_earlier=other.year_from < version.year_from,
            later=max(other, version, key=lambda v: v.year_from),
            comparability=instrument.comparability.between(version.version, other.version, level),
        )
        for other in instrument.families[version.family]
        if other.version != version.version
    )


def incomparable_versions(
    instrument: Instrument, version: MethodVersion, level: Level
) -> tuple[IncomparableVersion, ...]:
    """The versions of other families, oldest first, where they may not be set side by side."""
    found = []
    for family, versions in instrument.families.items():
        if family == version.family:
            continue
        for other in versions:
            verdict = instrument.comparability.between(version.version, other.version, level)
            if verdict.reason is not None and not verdict.allowed:
                found.append(IncomparableVersion(other, verdict.reason))
    return tuple(found)


def source_named(written: str | None) -> Source | None:
    """A source as the method data write it: a title, or an address that is called by its site."""
    if not written:
        return None
    if not written.startswith(("https://", "http://")):
        return Source(written, None)
    return Source((urlsplit(written).hostname or written).removeprefix("www."), written)
