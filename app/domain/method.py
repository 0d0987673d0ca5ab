"""The instrument: its versions, their areas and questions, and how municipalities are grouped."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.comparability import ComparabilityRules
from app.domain.groups import Group, GroupScheme, SizeScheme, size_as_scheme
from app.domain.message import LocalText


@dataclass(frozen=True, slots=True)
class QuestionDefinition:
    """A question of one method version. Codes are as printed (2.6 follows 2.4 in version 2.1)."""

    code: str
    label: LocalText
    max: Decimal


@dataclass(frozen=True, slots=True)
class AreaDefinition:
    """A focus area of one method version, worth `max` points."""

    no: int
    name: LocalText
    max: Decimal
    questions: tuple[QuestionDefinition, ...] = ()
    definition: LocalText | None = None
    note: LocalText | None = None
    short: LocalText | None = None
    """A name of a word or two for figures, where room is scarce."""

    @property
    def points_not_shown(self) -> Decimal:
        """Points of the area that no known question carries; 0 where no question is known."""
        if not self.questions:
            return Decimal(0)
        return self.max - sum((q.max for q in self.questions), Decimal(0))


@dataclass(frozen=True, slots=True)
class MethodVersion:
    """One version of the instrument. Versions of one family may be set side by side."""

    version: str
    family: str
    year_from: int
    year_to: int | None
    areas: tuple[AreaDefinition, ...]
    summary: LocalText
    indicator_count: int | None = None
    source: str | None = None

    def area(self, no: int) -> AreaDefinition:
        """Area `no` (1–8).

        Raises:
            KeyError: the version has no such area.
        """
        for area in self.areas:
            if area.no == no:
                return area
        raise KeyError(no)

    def question(self, code: str) -> QuestionDefinition | None:
        """The question with this code, where the version's questions are known."""
        for area in self.areas:
            for question in area.questions:
                if question.code == code:
                    return question
        return None

    @property
    def has_questions(self) -> bool:
        """Whether the question list of this version is known."""
        return any(area.questions for area in self.areas)

    @property
    def max(self) -> Decimal:
        """The most points an evaluation can get in all."""
        return sum((area.max for area in self.areas), Decimal(0))


@dataclass(frozen=True, slots=True)
class ScoringCriterion:
    """One of the criteria that together decide a question's points; never printed apart."""

    code: str
    name: LocalText
    asks: LocalText


@dataclass(frozen=True, slots=True)
class Instrument:
    """All versions of the method and the rules between them."""

    versions: Mapping[str, MethodVersion]
    comparability: ComparabilityRules
    size_scheme: SizeScheme
    criteria: tuple[ScoringCriterion, ...]
    scoring_note: LocalText
    default_family: str
    official_schemes: tuple[GroupScheme, ...] = ()
    """Groupings that others publish, by country, those that are first compared by coming first."""

    @property
    def group_schemes(self) -> tuple[GroupScheme, ...]:
        """Every way of grouping municipalities: those that others publish, then size."""
        return (*self.official_schemes, size_as_scheme(self.size_scheme))

    def group_scheme(self, id: str) -> GroupScheme:
        """The scheme with this name.

        Raises:
            KeyError: there is none.
        """
        for scheme in self.group_schemes:
            if scheme.id == id:
                return scheme
        raise KeyError(id)

    @property
    def groups(self) -> Mapping[str, Group]:
        """Every group of every scheme by its key, such as `kostra-2020:EKG07` or `size:small`."""
        return {group.key: group for scheme in self.group_schemes for group in scheme.groups}

    def version(self, version: str) -> MethodVersion:
        """The version with this name.

        Raises:
            KeyError: there is none.
        """
        return self.versions[version]

    def family_of(self, version: str) -> str:
        return self.versions[version].family

    @property
    def families(self) -> Mapping[str, tuple[MethodVersion, ...]]:
        """Versions by family, families and versions in order of age."""
        ordered = sorted(self.versions.values(), key=lambda v: (v.year_from, v.version))
        found: dict[str, list[MethodVersion]] = {}
        for version in ordered:
            found.setdefault(version.family, []).append(version)
        return {family: tuple(members) for family, members in found.items()}

    def newest_of(self, family: str) -> MethodVersion:
        """The newest version of a family, whose area names stand for the family.

        Raises:
            KeyError: there is no such family.
        """
        return self.families[family][-1]

    def names_for(self, families: Collection[str]) -> MethodVersion | None:
        """The version whose area names stand for some families; none stands for several."""
        return self.newest_of(*families) if len(families) == 1 else None
