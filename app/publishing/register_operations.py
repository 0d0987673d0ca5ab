"""What happens to municipalities, as one operation: they merge, are divided, get another name or
another code. From it follow municipalities, lineage and aliases, by the rules of the register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints, TypeAdapter

from app.domain.aliases import Alias
from app.domain.changes import RecordKind
from app.domain.message import Message, say
from app.domain.municipality import Change, ChangeKind, Code, Municipality
from app.publishing.build_register import told_apart
from app.publishing.patterns import MUNICIPALITY_CODE
from app.publishing.register_rows import Slug
from app.publishing.shapes import Day, Shape
from app.publishing.state import Register
from app.publishing.text_shapes import Words


class OperationKind(StrEnum):
    """What happens."""

    MERGE = "merge"
    """Several become a new one, whole."""
    SPLIT = "split"
    """One becomes several new ones: each gets a part, and none is its heir."""
    RENAME = "rename"
    """One goes on under another name, another name in addresses, or both."""
    NEW_CODE = "new-code"
    """One goes on under another official number."""


def one_or_several(given: Any) -> Any:
    """What stands alone, as a list of one."""
    return [given] if isinstance(given, dict) else given


CodeText = Annotated[str, StringConstraints(pattern=MUNICIPALITY_CODE)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class BecomingShape(Shape):
    """What a municipality becomes. Which of it is needed depends on the operation; what a new one
    does not say of its county it has from the first of those it comes from."""

    slug: Slug | None = None
    name: Words | None = None
    other_names: Annotated[list[Words], Field(default_factory=list)]
    code: CodeText | None = None
    county: Words | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None


class OperationShape(Shape):
    """Operation. `scheme` says who gives codes, as in `codes.csv`, `source` where it was read."""

    operation: OperationKind
    day: Day
    before: Annotated[list[Slug], Field(alias="from", min_length=1, max_length=50)]
    into: Annotated[
        list[BecomingShape], BeforeValidator(one_or_several), Field(min_length=1, max_length=50)
    ]
    scheme: Words | None = None
    source: Words


OPERATION: Final = TypeAdapter(OperationShape)

Tell = Callable[[Message, tuple[str | int, ...]], None]
"""Notes what is wrong, and where."""
Taken = Callable[[str], bool]
"""Whether a name in addresses has ever been public, whatever of."""


@dataclass(frozen=True, slots=True)
class OperationOutcome:
    """The register afterwards. `touched` are the municipalities that are new, changed or gone,
    `moved` the name in addresses that one had, and the one that it has."""

    register: Register
    touched: frozenset[str]
    changes: tuple[Change, ...] = ()
    aliases: tuple[Alias, ...] = ()
    moved: tuple[str, str] | None = None


@dataclass(slots=True)
class _Work:
    """An operation on a register, and all that is wrong with it."""

    register: Register
    operation: OperationShape
    taken: Taken
    tell: Tell
    problems: list[Message] = field(default_factory=list)

    def fault(self, problem: Message, *way: str | int) -> None:
        self.problems.append(problem)
        self.tell(problem, way)

    @property
    def sources(self) -> list[Municipality]:
        """Those that it happens to, as they are before."""
        return [self.register.municipalities[slug] for slug in self.operation.before]


def operation_key(operation: str, day: date | str, before: Iterable[str]) -> str:
    """What an operation is called: `2026-01-01/merge/asker+baerum`."""
    return f"{day}/{operation}/{'+'.join(sorted(before))}"


def slugs_in(key: str) -> tuple[str, ...]:
    """The municipalities that an operation of that name happens to."""
    parts = key.split("/")
    return tuple(parts[2].split("+")) if len(parts) == 3 else ()


def operate(
    register: Register, operation: OperationShape, taken: Taken, tell: Tell
) -> OperationOutcome | None:
    """What becomes of a register. None, with its faults told, where it makes no sense."""
    work = _Work(register, operation, taken, tell)
    _check_sources(work)
    if work.problems:
        return None
    outcome = _OPERATIONS[operation.operation](work)
    return None if work.problems else outcome


def _check_sources(work: _Work) -> None:
    """It happens to municipalities that are there, of one country, each once, in their time."""
    operation = work.operation
    for position, slug in enumerate(operation.before):
        found = work.register.municipalities.get(slug)
        if found is None:
            work.fault(say("There is no municipality %(slug)s.", slug=slug), "from", position)
        elif not found.is_current:
            work.fault(say("%(name)s has ended already.", name=found.label), "from", position)
        elif found.valid_from is not None and operation.day <= found.valid_from:
            work.fault(say("%(name)s began on that day, or later.", name=found.label), "day")
    if len(set(operation.before)) < len(operation.before):
        work.fault(say("A municipality is named twice."), "from")
    known = [work.register.municipalities.get(slug) for slug in operation.before]
    if len({found.country for found in known if found is not None}) > 1:
        work.fault(say("They lie in different countries."), "from")


def _number(work: _Work, before: bool, into: bool) -> None:
    """Whether as many become as many as the operation means; True stands for several."""
    operation = work.operation
    if (len(operation.before) > 1) is not before:
        work.fault(
            say("A merger is of several municipalities.")
            if before
            else say("This happens to one municipality."),
            "from",
        )
    if (len(operation.into) > 1) is not into:
        work.fault(
            say("A division makes several municipalities.")
            if into
            else say("This makes one municipality."),
            "into",
        )


def _merge(work: _Work) -> OperationOutcome:
    _number(work, before=True, into=False)
    return _made_anew(work, ChangeKind.MERGE, part=False)


def _split(work: _Work) -> OperationOutcome:
    _number(work, before=False, into=True)
    return _made_anew(work, ChangeKind.SPLIT, part=True)


def _made_anew(work: _Work, kind: ChangeKind, *, part: bool) -> OperationOutcome:
    """New municipalities take the place of those there were."""
    operation, last = work.operation, work.operation.day - timedelta(days=1)
    ended = {slug: _ended(work.register.municipalities[slug], last) for slug in operation.before}
    new: dict[str, Municipality] = {}
    for position, into in enumerate(operation.into):
        made = _new(work, into, position)
        if made is None:
            continue
        if made.slug in new:
            work.fault(say("A name in addresses is there twice."), "into", position, "slug")
        new[made.slug] = made
    changes = tuple(
        Change(operation.day, kind, before, after, part, operation.source)
        for before in operation.before
        for after in new
    )
    return _outcome(work, ended | new, changes)


def _new(work: _Work, into: BecomingShape, position: int) -> Municipality | None:
    """A new municipality. It needs a name, one in addresses that never was, and a code."""
    first, scheme = work.sources[0], work.operation.scheme
    for needed in ("slug", "name", "code"):
        if getattr(into, needed) is None:
            work.fault(say("A new municipality needs this."), "into", position, needed)
    if scheme is None:
        work.fault(say("Say who gives the code."), "scheme")
    if into.slug is None or into.name is None or into.code is None or scheme is None:
        return None
    _check_slug(work, into.slug, position)
    _check_code(work, into.code, position)
    return Municipality(
        slug=into.slug,
        country=first.country,
        name=into.name,
        other_names=tuple(into.other_names),
        county=into.county or first.county,
        valid_from=work.operation.day,
        valid_to=None,
        latitude=into.latitude,
        longitude=into.longitude,
        codes=(Code(into.code, work.operation.day, None, scheme),),
    )


def _rename(work: _Work) -> OperationOutcome:
    _number(work, before=False, into=False)
    (slug, *_), (into, *_), operation = work.operation.before, work.operation.into, work.operation
    held = work.register.municipalities[slug]
    _only(work, into, {"slug", "name", "other_names"})
    name = into.name or held.name
    new_slug = into.slug or slug
    if name == held.name and new_slug == slug:
        work.fault(say("It is called that already."), "into")
    if new_slug != slug:
        _check_slug(work, new_slug, 0)
    earlier = held.earlier_names if name == held.name else (*held.earlier_names, held.name)
    renamed = replace(
        held,
        slug=new_slug,
        name=name,
        earlier_names=earlier,
        other_names=tuple(into.other_names) or held.other_names,
        names=held.names if name == held.name else (),
    )
    told = Change(operation.day, ChangeKind.RENAME, new_slug, new_slug, False, operation.source)
    changes = () if name == held.name else (told,)
    return _outcome(work, {new_slug: renamed}, changes, moved=(slug, new_slug))


def _new_code(work: _Work) -> OperationOutcome:
    _number(work, before=False, into=False)
    (slug, *_), (into, *_), operation = work.operation.before, work.operation.into, work.operation
    held, last = work.register.municipalities[slug], operation.day - timedelta(days=1)
    _only(work, into, {"code"})
    if into.code is None or operation.scheme is None:
        work.fault(say("Say the code, and who gives it."), "into", 0, "code")
        return OperationOutcome(work.register, frozenset())
    if into.code == held.code:
        work.fault(say("It has that code already."), "into", 0, "code")
    else:
        _check_code(work, into.code, 0)
    codes = (*_ended(held, last).codes, Code(into.code, operation.day, None, operation.scheme))
    return _outcome(work, {slug: replace(held, codes=codes)})


_OPERATIONS: Final[Mapping[OperationKind, Callable[[_Work], OperationOutcome]]] = {
    OperationKind.MERGE: _merge,
    OperationKind.SPLIT: _split,
    OperationKind.RENAME: _rename,
    OperationKind.NEW_CODE: _new_code,
}


def _only(work: _Work, into: BecomingShape, allowed: set[str]) -> None:
    """Nothing is said that the operation does not do."""
    for name in sorted(into.model_fields_set - allowed):
        work.fault(say("This operation does not change that."), "into", 0, name)


def _check_slug(work: _Work, slug: str, position: int) -> None:
    """A name that has been public never means another (design rule 8)."""
    if slug in work.register.municipalities or work.taken(slug):
        work.fault(
            say(
                "%(slug)s means another municipality, or has meant one. Call this one something "
                "else, such as %(example)s.",
                slug=slug,
                example=f"{slug}-{work.operation.day.year}",
            ),
            *("into", position, "slug"),
        )


def _check_code(work: _Work, code: str, position: int) -> None:
    """A code has one owner at a time in a country. Those that it happens to give theirs up."""
    country, day = work.sources[0].country, work.operation.day
    for other in work.register.municipalities.values():
        if other.country is not country or other.slug in work.operation.before:
            continue
        if any(c.code == code and (c.valid_to is None or c.valid_to >= day) for c in other.codes):
            work.fault(
                say("%(name)s has the code %(code)s.", name=other.label, code=code),
                *("into", position, "code"),
            )


def _ended(held: Municipality, last: date) -> Municipality:
    """A municipality with its last day; its codes end with it."""
    codes = tuple(
        replace(code, valid_to=last) if code.valid_to is None or code.valid_to > last else code
        for code in held.codes
    )
    return replace(held, valid_to=last, codes=codes)


def _outcome(
    work: _Work,
    changed: Mapping[str, Municipality],
    changes: tuple[Change, ...] = (),
    moved: tuple[str, str] | None = None,
) -> OperationOutcome:
    """The register with some municipalities as they are afterwards, all told apart anew."""
    register, gone = work.register, moved[0] if moved and moved[0] != moved[1] else None
    now = moved[1] if moved else ""

    def called(slug: str) -> str:
        return now if slug == gone else slug

    before = register.municipalities
    held = {called(slug): changed.get(called(slug), found) for slug, found in before.items()}
    municipalities = told_apart(held | dict(changed))
    lineage = [replace(c, before=called(c.before), after=called(c.after)) for c in register.changes]
    populations = {called(slug): series for slug, series in register.populations.items()}
    afterwards = Register(
        municipalities,
        populations,
        tuple(sorted([*lineage, *changes], key=lambda c: (c.day, c.before, c.after))),
    )
    touched = {slug for slug, found in municipalities.items() if before.get(slug) != found}
    if gone is None:
        return OperationOutcome(afterwards, frozenset(touched), changes)
    alias = Alias(RecordKind.MUNICIPALITY, gone, now)
    return OperationOutcome(afterwards, frozenset({*touched, gone}), changes, (alias,), (gone, now))
