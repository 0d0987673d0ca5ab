"""What may be compared with what, in words: nothing here knows a version or a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.comparability import Comparability, Verdict
from app.domain.evaluation import Source
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.method_relatives import source_named
from app.domain.score import Level

_VERDICTS: Final = {
    Verdict.YES: say("Yes"),
    Verdict.CAUTION: say("With care"),
    Verdict.NO: say("No"),
}
_LEVELS: Final = {
    Level.TOTAL: say("The total"),
    Level.AREA: say("An area"),
    Level.QUESTION: say("A question"),
}


@dataclass(frozen=True, slots=True)
class LevelVerdict:
    """The verdict for two versions at one level."""

    other: str
    found: Comparability

    @property
    def verdict(self) -> Message:
        return _VERDICTS[self.found.verdict]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version against each, in order of age."""

    version: str
    cells: tuple[LevelVerdict, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why pairs of versions are not simply comparable; said once for all that share it."""

    pairs: tuple[tuple[str, str], ...]
    verdict: Message
    reason: LocalText
    source: Source | None


@dataclass(frozen=True, slots=True)
class LevelMatrix:
    """Every version against every other at one level, with the reasons."""

    level: Level
    rows: tuple[VersionRow, ...]
    reasons: tuple[Reason, ...]

    @property
    def name(self) -> Message:
        return _LEVELS[self.level]


@dataclass(frozen=True, slots=True)
class VersionPair:
    """One version beside another at every level."""

    other: str
    cells: tuple[LevelVerdict, ...]
    reasons: tuple[Reason, ...]

    @property
    def plain(self) -> bool:
        """Whether nothing needs saying."""
        return not self.reasons


LEVEL_NAMES: Final = tuple(_LEVELS.values())
"""The heads of a table with a column for each level."""


def matrices(instrument: Instrument) -> tuple[LevelMatrix, ...]:
    """What may be compared at each level, versions in order of age."""
    return tuple(_matrix(instrument, level) for level in Level)


def beside_others(instrument: Instrument, version: MethodVersion) -> tuple[VersionPair, ...]:
    """A version against each, itself first."""
    others = [version.version, *(v for v in instrument.versions if v != version.version)]
    return tuple(_beside(instrument, version.version, other) for other in others)


def _matrix(instrument: Instrument, level: Level) -> LevelMatrix:
    names = tuple(instrument.versions)
    rules = instrument.comparability
    rows = tuple(
        VersionRow(
            one, tuple(LevelVerdict(other, rules.between(one, other, level)) for other in names)
        )
        for one in names
    )
    pairs = [
        (one, other, rules.between(one, other, level))
        for index, one in enumerate(names)
        for other in names[index:]
    ]
    return LevelMatrix(level, rows, _reasons(pairs))


def _beside(instrument: Instrument, version: str, other: str) -> VersionPair:
    cells = tuple(
        LevelVerdict(other, instrument.comparability.between(version, other, level))
        for level in Level
    )
    return VersionPair(other, cells, _reasons([(version, other, cell.found) for cell in cells]))


def _reasons(pairs: Sequence[tuple[str, str, Comparability]]) -> tuple[Reason, ...]:
    """Each reason once, with the pairs that it holds for, in the order they are met."""
    gathered: dict[tuple[Verdict, LocalText, str | None], list[tuple[str, str]]] = {}
    for one, other, found in pairs:
        if found.reason is not None:
            held = gathered.setdefault((found.verdict, found.reason, found.source), [])
            if (one, other) not in held:
                held.append((one, other))
    return tuple(
        Reason(tuple(held), _VERDICTS[verdict], reason, source_named(source))
        for (verdict, reason, source), held in gathered.items()
    )
