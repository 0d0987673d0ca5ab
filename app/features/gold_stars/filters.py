"""The filters of the gold stars: which of them, and which findings beside them, are admitted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from pydantic import Field

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country
from app.errors import BadParameter, unknown_value
from app.web.parameters import HIGHEST_PAGE, LONGEST_TEXT, PageParameters, Year


class StarFilterParameters(PageParameters):
    """The filters of the gold stars, named as everywhere, and the question besides."""

    country: Country | None = None
    size_group: str | None = Field(None, max_length=LONGEST_TEXT)
    county: str | None = Field(None, max_length=LONGEST_TEXT)
    version: str | None = Field(None, max_length=LONGEST_TEXT)
    area: int | None = Field(None, ge=1, le=8)
    question: str | None = Field(None, max_length=LONGEST_TEXT)
    from_: Year = Field(None, alias="from")
    to: Year = None
    q: str | None = Field(None, max_length=LONGEST_TEXT)


class GoldStarParameters(StarFilterParameters):
    """The same for the list that is shown page by page."""

    page: int = Field(1, ge=1, le=HIGHEST_PAGE)


class Placed(Protocol):
    """What can be filtered: it belongs to an evaluation, and perhaps to an area and a question."""

    @property
    def evaluation(self) -> EvaluationSummary: ...
    @property
    def area(self) -> int | None: ...
    @property
    def question(self) -> str | None: ...


Thing = TypeVar("Thing", bound=Placed)
Predicate: TypeAlias = Callable[[Placed], bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a request, by name.

    Areas and questions are those of `version`: the one chosen, else the newest of the default
    family, whose areas stand for the family. A chosen question decides the area.
    """

    parameters: StarFilterParameters
    version: MethodVersion
    area: int | None
    question: str | None
    question_elsewhere: bool
    """Whether the question of the address is not one of the version and area chosen."""
    predicates: Mapping[str, Predicate]

    def admitted(self, things: Iterable[Thing], *without: str) -> list[Thing]:
        """What every filter admits, or every one but some."""
        active = [admits for name, admits in self.predicates.items() if name not in without]
        return [thing for thing in things if all(admits(thing) for admits in active)]


def filters(
    parameters: StarFilterParameters,
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
) -> Filters:
    """Checks what only the data know, and says what is admitted.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    _check(parameters, instrument, evaluations)
    p = parameters
    version = (
        instrument.versions[p.version]
        if p.version is not None
        else instrument.newest_of(instrument.default_family)
    )
    belongs = area_of_question(version, p.question)
    question = p.question if belongs is not None and p.area in (None, belongs) else None
    area = p.area if question is None else belongs
    return Filters(
        parameters=p,
        version=version,
        area=area,
        question=question,
        question_elsewhere=p.question is not None and question is None,
        predicates=_predicates(p, version, area, question),
    )


def area_of_question(version: MethodVersion, code: str | None) -> int | None:
    """The area that a question belongs to, or None where the version has no such question."""
    for area in version.areas:
        if any(question.code == code for question in area.questions):
            return area.no
    return None


def _check(
    parameters: StarFilterParameters,
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
) -> None:
    questions = {
        question.code: None
        for version in instrument.versions.values()
        for area in version.areas
        for question in area.questions
    }
    allowed: dict[str, tuple[str | None, list[str]]] = {
        "size_group": (parameters.size_group, [g.code for g in instrument.size_scheme.groups]),
        "county": (parameters.county, list(EvaluationTable.of(evaluations).values("county"))),
        "version": (parameters.version, list(instrument.versions)),
        "question": (parameters.question, list(questions)),
    }
    for name, (value, values) in allowed.items():
        if value is not None and value not in values:
            raise unknown_value(name, value, values)
    if parameters.from_ and parameters.to and parameters.from_ > parameters.to:
        raise BadParameter("from", say("The first year is later than the last."))


def _predicates(
    p: StarFilterParameters, version: MethodVersion, area: int | None, question: str | None
) -> dict[str, Predicate]:
    first, last = p.from_, p.to
    possible: dict[str, tuple[bool, Predicate]] = {
        "country": (p.country is not None, lambda t: t.evaluation.country is p.country),
        "county": (p.county is not None, lambda t: t.evaluation.county == p.county),
        "size_group": (
            p.size_group is not None,
            lambda t: t.evaluation.size_group == p.size_group,
        ),
        "version": (
            p.version is not None or area is not None,
            lambda t: has_version(t, p.version, version, question),
        ),
        "area": (area is not None, lambda t: t.area == area),
        "question": (question is not None, lambda t: t.question == question),
        "from": (first is not None, lambda t: first is None or t.evaluation.year >= first),
        "to": (last is not None, lambda t: last is None or t.evaluation.year <= last),
    }
    return {name: admits for name, (active, admits) in possible.items() if active}


def has_version(
    thing: Placed, chosen: str | None, version: MethodVersion, question: str | None = None
) -> bool:
    """Whether areas, or a question, mean the same for a thing as in `version`.

    Areas are the same in a whole family, questions in one version.
    """
    if chosen is not None or question is not None:
        return thing.evaluation.version == version.version
    return thing.evaluation.family == version.family
