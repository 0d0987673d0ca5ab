"""The page of one method version: its areas, its questions where they are known, and its kin."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import DetailLevel
from app.domain.language import LANGUAGES
from app.domain.message import Message, say
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.wording.evaluation import DETAIL_WORDS
from app.errors import NotFound
from app.features.methods.content import VersionLine, version_line
from app.features.methods.pairs import LEVEL_NAMES, VersionPair, beside_others
from app.queries import evaluations, method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Name:
    """What an area is called in a language, and whether we translated it ourselves."""

    language: str
    text: str
    ours: bool


@dataclass(frozen=True, slots=True)
class VersionArea:
    """An area with its names and what its questions add up to."""

    definition: AreaDefinition
    names: tuple[Name, ...]

    @property
    def questions_max(self) -> Decimal:
        """What the known questions can give together."""
        return self.definition.max - self.definition.points_not_shown

    @property
    def falls_short(self) -> bool:
        """Whether the known questions carry less than the area."""
        return bool(self.definition.points_not_shown)


@dataclass(frozen=True, slots=True)
class VersionContent:
    """Everything on the page. `languages` are those that area names are kept in."""

    line: VersionLine
    areas: tuple[VersionArea, ...]
    languages: tuple[str, ...]
    details: tuple[tuple[Message, int], ...]
    beside: tuple[VersionPair, ...]
    earlier: str | None
    later: str | None

    @property
    def version(self) -> MethodVersion:
        return self.line.definition

    @property
    def levels(self) -> tuple[Message, ...]:
        return LEVEL_NAMES

    @property
    def title(self) -> Message:
        return say("Method version %(version)s", version=self.version.version)

    @property
    def description(self) -> Message:
        return say(
            "Version %(version)s of Kommunekompasset: its areas, what is known of its questions, "
            "and what its results may be compared with.",
            version=self.version.version,
        )


def version_content(reading: Reading, version: str) -> VersionContent:
    """Reads what the page needs.

    Raises:
        NotFound: there is no such version; those there are stand nearby.
    """
    instrument = method.instrument(reading)
    names = tuple(instrument.versions)
    if version not in names:
        raise NotFound(
            say("There is no such method version. The versions are %(versions)s.", versions=names),
            tuple((name, f"/metode/{name}") for name in names),
        )
    definition = instrument.versions[version]
    own = [e for e in evaluations.summaries(reading) if e.version == version]
    at = names.index(version)
    areas = tuple(VersionArea(area, _names(area)) for area in definition.areas)
    return VersionContent(
        line=version_line(instrument, definition, len(own)),
        areas=areas,
        languages=tuple(name.language for name in areas[0].names) if areas else (),
        details=_details(Counter(e.detail for e in own)),
        beside=beside_others(instrument, definition),
        earlier=names[at - 1] if at else None,
        later=names[at + 1] if at + 1 < len(names) else None,
    )


def _names(area: AreaDefinition) -> tuple[Name, ...]:
    return tuple(
        Name(language, area.name.texts[language], language in area.name.unofficial)
        for language in LANGUAGES
        if language in area.name.texts
    )


def _details(counted: Mapping[DetailLevel, int]) -> tuple[tuple[Message, int], ...]:
    """How much is public of the evaluations that used the version, most first."""
    return tuple((DETAIL_WORDS[level], counted[level]) for level in DetailLevel if counted[level])
