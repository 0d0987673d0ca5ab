"""The filters of the gold stars: which of them, and which findings beside them, are admitted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import eq
from typing import Annotated, Generic, Protocol, TypeAlias, TypeVar

from pydantic import Field

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument, MethodVersion
from app.web.filters.choice import FilterChoice, admitting
from app.web.filters.declared import (
    AreaNumber,
    ByData,
    FilterParameters,
    FromFilter,
    SearchText,
    ToFilter,
    VersionFilter,
)
from app.web.filters.facets import Facet
from app.web.filters.filter import Filter, Known, Values, check_values, check_years
from app.web.filters.several import each, only
from app.web.parameters import Page


def _areas(version: MethodVersion) -> Values:
    return [(area.no, _numbered(str(area.no), area.name)) for area in version.areas]


def _questions(version: MethodVersion, area: int | None = None) -> Values:
    """Of every area, or of one."""
    areas = version.areas if area is None else [version.area(area)]
    return [(q.code, _numbered(q.code, q.label)) for one in areas for q in one.questions]


def _numbered(number: str, name: LocalText) -> Message:
    return say("%(no)s. %(name)s", no=number, name=name)


AreaFilter: TypeAlias = Annotated[
    AreaNumber,
    Filter(
        label=say("Area"),
        any=say("All"),
        attribute="area",
        values=lambda known: _areas(known.instrument.newest_of(known.instrument.default_family)),
    ),
]
QuestionFilter: TypeAlias = Annotated[
    ByData,
    Field(description="Only what has to do with this question, by its code.", examples=["5.1"]),
    Filter(
        label=say("Question"),
        any=say("All"),
        attribute="question",
        values=lambda known: [
            question
            for version in known.instrument.versions.values()
            for question in _questions(version)
        ],
        only_known_values=True,
    ),
]


class StarFilterParameters(FilterParameters):
    """The filters of the gold stars, named as everywhere, and the question besides."""

    version: VersionFilter = None
    area: AreaFilter = None
    question: QuestionFilter = None
    from_: FromFilter = None
    to: ToFilter = None
    q: SearchText = None


class GoldStarParameters(StarFilterParameters):
    """The same for the list that is shown page by page."""

    page: Page = 1


class Placed(Protocol):
    """What can be filtered: it belongs to an evaluation, and perhaps to an area and a question."""

    @property
    def evaluation(self) -> EvaluationSummary: ...
    @property
    def area(self) -> int | None: ...
    @property
    def question(self) -> str | None: ...


Thing = TypeVar("Thing", bound=Placed)
Positions: TypeAlias = frozenset[int]
"""Some of the things, by their places among all."""


@dataclass(frozen=True)
class Things(Generic[Thing]):
    """Gold stars or findings to filter."""

    known: Known
    things: Sequence[Thing]

    @cached_property
    def everything(self) -> Positions:
        return frozenset(range(len(self.things)))

    @cached_property
    def _indexes(self) -> dict[str, Mapping[object, Positions]]:
        """Of attributes that were asked for: where each value is."""
        return {}

    def fitting(self, filter: Filter, value: object) -> Positions:
        if filter.fits is not eq:
            owners = enumerate(self._owners(filter.attribute))
            return frozenset(place for place, owner in owners if filter.admits(owner, value))
        index = self._indexes.get(filter.attribute)
        if index is None:
            index = self._indexes[filter.attribute] = self._index(filter.attribute)
        return frozenset().union(*(index.get(one, frozenset()) for one in each(value)))

    def _owners(self, attribute: str) -> Iterator[object]:
        """What has the attribute: the things themselves, or their evaluations."""
        is_own = attribute in ("area", "question")
        return (thing if is_own else thing.evaluation for thing in self.things)

    def _index(self, attribute: str) -> Mapping[object, Positions]:
        found: dict[object, set[int]] = defaultdict(set)
        for place, owner in enumerate(self._owners(attribute)):
            own = getattr(owner, attribute)
            for one in own if isinstance(own, tuple) else (own,):
                found[one].add(place)
        found.pop(None, None)
        return {one: frozenset(places) for one, places in found.items()}

    def count(self, part: Positions) -> int:
        return len(part)

    def at(self, part: Positions) -> list[Thing]:
        """The things at some places, in order."""
        return [thing for place, thing in enumerate(self.things) if place in part]

    def alike(self, version: MethodVersion, *, by_question: bool) -> Positions:
        """Those for which areas, or questions, mean the same as in a version.

        Areas are the same in a whole family, questions in one version.
        """
        return frozenset(
            place
            for place, thing in enumerate(self.things)
            if thing.evaluation.family == version.family
            and (not by_question or thing.evaluation.version == version.version)
        )


@dataclass(frozen=True, slots=True)
class StarChoice(FilterChoice[Positions], Generic[Thing]):
    """The filters of a request.

    Areas and questions are those of `version`: the one chosen, else the newest of the default
    family, whose areas stand for the family. A chosen question decides the area.
    """

    stock: Things[Thing]
    parameters: StarFilterParameters
    version: MethodVersion
    area: int | None
    question: str | None

    @property
    def question_elsewhere(self) -> bool:
        """Whether the question of the address is not one of the version and area chosen."""
        return self.parameters.question is not None and self.question is None

    def those(self, *without: str) -> list[Thing]:
        """What every filter admits, or every one but some."""
        return self.stock.at(self.admitted(*without))

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Every filter. Questions are offered once an area is chosen whose questions are known."""
        own = {"area": self._area_facet, "question": self._question_facet}
        return tuple(own[name]() if name in own else self.facet(name) for name in self.filters)

    def _area_facet(self) -> Facet:
        """Another area leaves the question, and the version that it implied, behind."""
        by_version = only(self.parameters.version) is not None
        alike = self.stock.alike(self.version, by_question=by_version)
        rest = self.admitted("area", "question", "version") & alike
        return self.facet("area", _areas(self.version), rest)

    def _question_facet(self) -> Facet:
        questions = () if self.area is None else list(_questions(self.version, self.area))
        rest = self.admitted("question", "version") & self.stock.alike(
            self.version, by_question=True
        )
        facet = self.facet("question", questions, rest)
        if questions:
            return facet
        return replace(
            facet,
            any=say("Choose an area first")
            if self.area is None
            else say("The questions are not known"),
        )


def star_choice(
    parameters: StarFilterParameters,
    instrument: Instrument,
    evaluations: EvaluationTable,
    things: Sequence[Thing],
) -> StarChoice[Thing]:
    """Checks what only the data know, and says what is admitted.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    p = parameters
    known = Known(instrument, evaluations.these(thing.evaluation for thing in things))
    check_values(p, known)
    check_years(p.from_, p.to)
    one = only(p.version)
    version = (
        instrument.versions[one]
        if one is not None
        else instrument.newest_of(instrument.default_family)
    )
    belongs = area_of_question(version, p.question)
    question = p.question if belongs is not None and p.area in (None, belongs) else None
    area = p.area if question is None else belongs
    placed = {"area": area, "question": question}
    chosen = {name: value for name, value in {**p.chosen, **placed}.items() if value is not None}
    stock = Things(known, things)
    admits = admitting(stock, p.filters, chosen)
    if area is not None:
        by_version = one is not None or question is not None
        alike = stock.alike(version, by_question=by_version)
        admits["version"] = alike & admits.get("version", alike)
    return StarChoice(
        filters=p.filters,
        chosen=chosen,
        admitting=admits,
        stock=stock,
        parameters=p,
        version=version,
        area=area,
        question=question,
    )


def area_of_question(version: MethodVersion, code: str | None) -> int | None:
    """The area that a question belongs to, or None where the version has no such question."""
    for area in version.areas:
        if any(question.code == code for question in area.questions):
            return area.no
    return None
