"""How shapes of the API read the frozen content, and the shapes that every answer shares.

A field reads the attribute of its own name, or the one that `validation_alias` names. What is no
attribute is worked out from the object read (`Of`) or joined from what goes along with it
(`Joined`). Numbers are numbers, codes are strings.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from inspect import get_annotations
from operator import attrgetter
from typing import Annotated, Any, ClassVar, Final, Generic, TypeAlias, TypeVar

from pydantic import (
    AliasPath,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo

from app.config import settings
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.web.words.languages import Sayable, translate


@dataclass(frozen=True, slots=True)
class Of:
    """Marks a field that is worked out from the object which its shape reads."""

    value: Callable[[Any], object]

    def __call__(self, source: object, context: "Context") -> object:
        return self.value(source)


@dataclass(frozen=True, slots=True)
class Joined:
    """Marks a field that needs more than the object which its shape reads."""

    value: Callable[[Any, "Context"], object]

    def __call__(self, source: object, context: "Context") -> object:
        return self.value(source, context)


_Reader: TypeAlias = Callable[[Any, "Context"], object]


class With:
    """An object with some more attributes, which stand before its own."""

    def __init__(self, source: object, /, **more: object) -> None:
        self._source = source
        self.__dict__.update(more)

    def __getattr__(self, name: str) -> object:
        return getattr(self._source, name)


class Out(BaseModel):
    """Something that an answer holds."""

    model_config = ConfigDict(
        frozen=True,
        from_attributes=True,
        populate_by_name=True,
    )

    inherited_from: ClassVar[str] = ""
    """The attribute with the object that the parents' fields are read from, where it is another
    than the one that the shape itself reads."""
    _readers: ClassVar[Mapping[str, _Reader]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls._readers = dict(_readers_of(cls))
        if mixed := _read_twice(cls):
            raise TypeError(f"{cls.__name__} reads two things as {', '.join(mixed)}: use Of")

    @model_validator(mode="before")
    @classmethod
    def with_what_it_lacks(cls, source: object, info: ValidationInfo) -> object:
        """The object to read, with the attributes that are not its own."""
        if not cls._readers or isinstance(source, dict) or type(source) is cls:
            return source
        context = _context(info)
        return With(source, **{name: read(source, context) for name, read in cls._readers.items()})


def _context(info: ValidationInfo) -> "Context":
    context: Context | None = info.context
    if context is None:
        raise ValueError("a shape reads a content together with its context")
    return context


def _readers_of(shape: type[Out]) -> Iterator[tuple[str, _Reader]]:
    """What reads the attributes of a shape that are not those of the object itself."""
    path = shape.__dict__.get("inherited_from")
    own = get_annotations(shape)
    reader: _Reader | None
    for name, info in shape.model_fields.items():
        attribute = _attribute(name, info)
        if name in own:
            reader = next((mark for mark in info.metadata if isinstance(mark, Of | Joined)), None)
        else:
            reader = _inherited(shape, attribute)
            if path:
                reader = _within(attrgetter(path), reader or Of(attrgetter(attribute)))
        if reader is not None:
            yield attribute, reader


def _read_twice(shape: type[Out]) -> list[str]:
    """Attributes that a field of the shape's own shares with another that it inherits."""
    own = get_annotations(shape)
    attributes = {name: _attribute(name, info) for name, info in shape.model_fields.items()}
    inherited = {attribute for name, attribute in attributes.items() if name not in own}
    return [
        a for name, a in attributes.items() if name in own and a in inherited & {*shape._readers}
    ]


def _attribute(name: str, info: FieldInfo) -> str:
    """The attribute that a field is read from, or that leads to it."""
    match info.validation_alias:
        case None:
            return name
        case AliasPath(path=path):
            return str(path[0])
        case alias:
            return str(alias)


def _inherited(shape: type[Out], attribute: str) -> _Reader | None:
    parents = (parent for parent in shape.__mro__[1:] if issubclass(parent, Out))
    return next((p._readers[attribute] for p in parents if attribute in p._readers), None)


def _within(part: Callable[[Any], Any], reader: _Reader) -> _Reader:
    return lambda source, context: reader(part(source), context)


def _address(path: str) -> str:
    return settings().site_address + path


def _said(message: Sayable, info: ValidationInfo) -> str:
    return message if isinstance(message, str) else translate(message, _context(info).language)


Points = Annotated[
    Decimal,
    PlainSerializer(float, return_type=float, when_used="json"),
    Field(json_schema_extra={"type": "number"}),
]
"""Points as a JSON number; what a source prints with one decimal has one."""

Said = Annotated[str, BeforeValidator(_said)]
"""A sentence in the language of the answer."""

Address = Annotated[str, BeforeValidator(_address)]
"""A path of the site as a whole address."""


class Text(Out):
    """A text in the language of the answer, or the nearest there is."""

    text: Annotated[str, Joined(lambda text, context: text.in_language(context.language))]
    lang: Annotated[str, Joined(lambda text, context: text.language_for(context.language))]
    unofficial: Annotated[
        bool, Joined(lambda text, context: text.is_unofficial(context.language))
    ] = Field(description="True where it is our own translation.")


class Link(Out):
    """Where else the same thing is found."""

    page: str = Field(description="The page for people.")
    frozen: str = Field(
        description="The permanent address of this answer as it is in this release."
    )
    csv: str | None = Field(None, description="The same as CSV; null where there is none.")
    xlsx: str | None = Field(None, description="As a spreadsheet; null where there is none.")
    jsonstat: str | None = Field(None, description="As JSON-stat; null where there is none.")
    geojson: str | None = Field(None, description="As GeoJSON; null where there is none.")
    report: str | None = Field(
        None, description="The report of what is answered, as a page; null where there is none."
    )
    report_pdf: str | None = Field(
        None, description="The report as a PDF, to print; null where there is none."
    )
    report_docx: str | None = Field(
        None,
        description="The report as a document, to go on writing in; null where there is none.",
    )
    sheet_pdf: str | None = Field(
        None, description="The evaluation on one page for a council; null where there is none."
    )
    sheet_docx: str | None = Field(
        None, description="The same as a document, to go on writing in; null where there is none."
    )
    slides_pptx: str | None = Field(
        None, description="The evaluation on five slides for a council; null where there is none."
    )


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListPart(Generic[Item]):
    """Some items of a list, how many there are in all, and the address of those that follow."""

    items: Sequence[Item] = ()
    total: int = 0
    next: str | None = None
    links: Sequence[tuple[str, str]] = ()
    """For the header: (relation, address)."""

    def holding(self, items: Sequence[Any]) -> "ListPart[Any]":
        """The same part of a list whose items are joined with others."""
        return replace(self, items=items)


WHOLE: Final[ListPart[Any]] = ListPart()
"""What is answered is no list."""


@dataclass(frozen=True, slots=True)
class Context:
    """What goes along with the content that is answered."""

    language: str
    release: Release
    links: Link | None = None
    part: ListPart[Any] = WHOLE
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    """Those that are named, by slug."""
    versions: Mapping[str, MethodVersion] = field(default_factory=dict)
    """The method versions of the evaluations that are answered whole."""


class Released(Out):
    """What is answered on its own: the release it was read from, and whether data are real."""

    release: Annotated[int, Joined(lambda _, context: context.release.number)] = Field(
        description="The release that the answer was read from."
    )
    synthetic: Annotated[bool, Joined(lambda _, context: context.release.demo)] = Field(
        description="True where all data are made up for demonstration."
    )


Links = Annotated[Link, Joined(lambda _, context: context.links)]


class Listing(Released, Generic[Item]):
    """Some items of a list, how many there are in all, and where the next are."""

    items: Annotated[list[Item], Joined(lambda _, context: context.part.items)]
    total: Annotated[int, Joined(lambda _, context: context.part.total)] = Field(ge=0)
    next: Annotated[str | None, Joined(lambda _, context: context.part.next)] = Field(
        description="The address of the next items; null at the end."
    )


class Meaning(Out):
    """Something that may be meant."""

    label: str = Field(description="The name, with what tells it from its namesakes.")
    url: str = Field(description="Its address, from the root of the site.")


class RefusedParameter(Out):
    """A parameter that was refused, and what could have stood instead."""

    parameter: str = Field(description="The name of the parameter.")
    detail: str = Field(description="What is wrong with it, in the language of the answer.")
    allowed: list[str] | None = Field(
        None,
        description="What could have stood instead: values, or names where the name is unknown.",
    )
    minimum: int | None = Field(None, description="The lowest number that it takes.")
    maximum: int | None = Field(None, description="The highest number that it takes.")


class Problem(Out):
    """An error as RFC 9457 has it. Members that say nothing are left out."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    parameter: str | None = Field(None, description="The first parameter that was refused.")
    allowed: list[str] | None = Field(None, description="What could have stood there instead.")
    minimum: int | None = Field(None, description="The lowest number that it takes.")
    maximum: int | None = Field(None, description="The highest number that it takes.")
    errors: list[RefusedParameter] | None = Field(
        None, description="Every parameter that was refused, the first among them."
    )
    choices: list[Meaning] | None = Field(
        None, description="What the address may mean, where it may mean several things."
    )
    nearby: list[Meaning] | None = Field(
        None, description="What may have been meant by an address with nothing behind it."
    )
    last_release: int | None = Field(
        None, description="The last release that held what has been withdrawn."
    )
    reason: str | None = Field(
        None, description="Why it was withdrawn, in the words of whoever did it."
    )
    reason_lang: str | None = Field(None, description="The language of those words (BCP 47).")
    frozen: str | None = Field(None, description="The same address in that release.")
