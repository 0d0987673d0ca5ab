"""The filters that lists share, and the query models that have them.

A new filter is a type here, and a field of the model whose lists shall have it: form, numbers,
check, API and description follow. Filters of one list alone are declared beside it in the same way.
"""

from collections.abc import Collection, Mapping
from operator import ge, le
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar

from pydantic import Field, model_validator

from app.domain.evaluation import DetailLevel
from app.domain.groups import SIZE
from app.domain.message import say
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.wording.evaluation import DETAIL_WORDS
from app.domain.wording.groups import group_words
from app.domain.wording.sets import country_words, size_group_words, versions_words
from app.web.filters.filter import Filter, Known, Values, filters_of, name_of
from app.web.filters.several import Several, apart, each
from app.web.parameters import LONGEST_TEXT, PageParameters, Year

ByData: TypeAlias = Annotated[str | None, Field(max_length=LONGEST_TEXT)]
"""A value that only the data know. It is checked where they are read."""
SeveralByData: TypeAlias = Several[Annotated[str, Field(max_length=LONGEST_TEXT)]]
"""The same of a filter that takes several."""
Chosen = TypeVar("Chosen")
"""One value or several, as a list takes."""


def _years(known: Known) -> Values:
    return [(year, str(year)) for year in known.listed.values("year")]


CountryFilter: TypeAlias = Annotated[
    Several[Country],
    Field(
        description="Only municipalities of this country, or of any of several.",
        examples=[["NO"]],
    ),
    Filter(
        label=say("Country"),
        any=say("Both"),
        attribute="country",
        values=lambda known: [(country, country_words(country)) for country in Country],
        is_of_municipality=True,
    ),
]
CountyFilter: TypeAlias = Annotated[
    SeveralByData,
    Field(
        description="Only municipalities of this county, or of any of several, by name.",
        examples=[["Møre og Romsdal"]],
    ),
    Filter(
        label=say("County"),
        any=say("All"),
        attribute="county",
        values=lambda known: [
            (county, county)
            for county in sorted(
                known.evaluations.values("county"), key=known.evaluations.collation.key
            )
        ],
        only_known_values=True,
        is_of_municipality=True,
    ),
]
_SizeGroup: TypeAlias = Annotated[
    Chosen,
    Field(
        description="Only municipalities of this size when they were evaluated, or of any of "
        "several.",
        examples=[["small"]],
    ),
    Filter(
        label=say("Size"),
        any=say("All"),
        attribute="size_group",
        values=lambda known: [
            (group.code, size_group_words(group.code))
            for group in known.instrument.size_scheme.groups
        ],
        only_known_values=True,
    ),
]
SizeGroupFilter: TypeAlias = _SizeGroup[SeveralByData]
OneSizeGroup: TypeAlias = _SizeGroup[ByData]
_Group: TypeAlias = Annotated[
    Chosen,
    Field(
        description="Only municipalities that counted in this group, or in any of several, when "
        "they were evaluated: an official grouping and the code of the group, or `size:` and a "
        "size.",
        examples=[["kostra-2020:EKG07"]],
    ),
    Filter(
        label=say("Group"),
        any=say("All"),
        attribute="group_keys",
        values=lambda known: [
            (group.key, group_words(known.instrument, group.key))
            for scheme in known.instrument.official_schemes
            for group in scheme.groups
        ],
        only_known_values=True,
        is_of_municipality=True,
    ),
]
GroupFilter: TypeAlias = _Group[SeveralByData]
OneGroup: TypeAlias = _Group[ByData]
_Family: TypeAlias = Annotated[
    Chosen,
    Field(
        description="Only evaluations of this method family, or of any of several; points are "
        "compared within one.",
        examples=[["2"]],
    ),
    Filter(
        label=say("Method"),
        any=say("All"),
        attribute="family",
        values=lambda known: [
            (family, versions_words(known.instrument, family))
            for family in known.instrument.families
        ],
        only_known_values=True,
    ),
]
FamilyFilter: TypeAlias = _Family[SeveralByData]
OneFamily: TypeAlias = _Family[ByData]
VersionFilter: TypeAlias = Annotated[
    SeveralByData,
    Field(
        description="Only evaluations of this method version, or of any of several.",
        examples=[["2.1"]],
    ),
    Filter(
        label=say("Method version"),
        any=say("All"),
        attribute="version",
        values=lambda known: [(version, version) for version in known.instrument.versions],
        only_known_values=True,
    ),
]
FromFilter: TypeAlias = Annotated[
    Year,
    Field(alias="from", description="Only evaluations of this year or later.", examples=[2015]),
    Filter(label=say("From year"), any=say("All years"), attribute="year", values=_years, fits=ge),
]
ToFilter: TypeAlias = Annotated[
    Year,
    Field(description="Only evaluations of this year or earlier.", examples=[2020]),
    Filter(label=say("To year"), any=say("All years"), attribute="year", values=_years, fits=le),
]
DETAIL_FILTER = Filter(
    label=say("What is known"),
    any=say("All"),
    attribute="detail",
    values=lambda known: DETAIL_WORDS.items(),
)
DetailFilter: TypeAlias = Annotated[
    Several[DetailLevel],
    Field(
        description="Only evaluations with this level of detail, or with any of several.",
        examples=[["areas"]],
    ),
    DETAIL_FILTER,
]
AreaNumber: TypeAlias = Annotated[
    int | None,
    Field(
        ge=1,
        le=8,
        description="Only what has to do with this area, by its number.",
        examples=[3],
    ),
]
SearchText: TypeAlias = Annotated[
    ByData,
    Field(
        description="Only what has these words; control characters are refused.",
        examples=["innbygger"],
    ),
]
BY_NAME: Final = ("name", say("Name"))
BY_COUNTY: Final = ("county", say("County"))
BY_YEAR: Final = ("year", say("Year, newest first"))
"""Orders that every list has."""

ORDER_WORDS: Final = (
    "The order: by name, or year or points with the highest first; with `-` before it the other "
    "way round."
)
BACKWARDS: Final = "-"
"""Before an order it asks for the other way round. Pages have each order in one way."""
Order: TypeAlias = Annotated[
    Literal["name", "county", "year", "total", "1", "2", "3", "4", "5", "6", "7", "8"] | None,
    Field(
        description="The order: by name or county, or year or points with the highest first.",
        examples=["year"],
    ),
]
OrderBothWays: TypeAlias = Annotated[
    Literal[
        "name",
        "county",
        "year",
        "total",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "-name",
        "-county",
        "-year",
        "-total",
        "-1",
        "-2",
        "-3",
        "-4",
        "-5",
        "-6",
        "-7",
        "-8",
    ]
    | None,
    Field(
        description="The order: by name or county, or year or points with the highest first; with "
        "`-` before it the other way round. What is missing comes last.",
        examples=["year"],
    ),
]


def as_size_group(values: Any) -> Any:
    """`group=size:small` as `size_group=small`, where no other size is chosen beside it. What is
    chosen stays one value or several, as it came."""
    if not isinstance(values, Mapping):
        return values
    group, size = values.get("group"), values.get("size_group")
    groups, sizes = apart(group) or (), apart(size) or ()
    beginning = f"{SIZE}:"
    if not groups or not all(isinstance(g, str) and g.startswith(beginning) for g in groups):
        return values
    codes = tuple(one.removeprefix(beginning) for one in groups)
    if sizes and sizes not in (("",), codes):
        return values
    return {**values, "group": None, "size_group": codes[0] if isinstance(group, str) else codes}


class FilterParameters(PageParameters):
    """The filters that every list has, with the same names on pages and in the API.

    What is None is not filtered by.
    """

    country: CountryFilter = None
    county: CountyFilter = None
    size_group: SizeGroupFilter = None
    group: GroupFilter = None

    @model_validator(mode="before")
    @classmethod
    def size_is_a_group(cls, values: Any) -> Any:
        """A group of sizes is that filter's, unless another size is chosen there."""
        return as_size_group(values)

    @property
    def filters(self) -> Mapping[str, Filter]:
        """Every filter by its name in addresses, in the order in which they are offered."""
        model = type(self)
        return {name_of(model, field): filter for field, filter in filters_of(model).items()}

    @property
    def chosen(self) -> Mapping[str, object]:
        """What is filtered by, by name: a value, or several where several are chosen."""
        model = type(self)
        values = {name_of(model, field): getattr(self, field) for field in filters_of(model)}
        return {
            name: value if len(each(value)) != 1 else each(value)[0]
            for name, value in values.items()
            if value is not None
        }


class EvaluationFilterParameters(FilterParameters):
    """The filters of what lists or draws evaluations of any method, and a search."""

    family: FamilyFilter = None
    version: VersionFilter = None
    from_: FromFilter = None
    to: ToFilter = None
    q: SearchText = None

    @property
    def of_anybody(self) -> Collection[str]:
        """What is chosen by besides filters of municipalities that holds of those without an
        evaluation too."""
        return ("q", "municipality")

    @property
    def needed_measure(self) -> Measure | None:
        """The measure that a figure has to be known of, where there is one."""
        return None

    @property
    def compares_scores(self) -> bool:
        """Whether scores are set side by side, which needs one family of methods."""
        return self.needed_measure is not None


class OrderedFilterParameters(EvaluationFilterParameters):
    """The same with an order, and an area of which the points have to be known."""

    area: AreaNumber = None
    sort: OrderBothWays = None

    @property
    def order(self) -> str | None:
        """What the list is sorted by, in one way or the other."""
        return None if self.sort is None else self.sort.removeprefix(BACKWARDS)

    @property
    def is_backwards(self) -> bool:
        """Whether the order is the other way round."""
        return self.sort is not None and self.sort.startswith(BACKWARDS)

    @property
    def not_of_page(self) -> tuple[str, ...]:
        """The parameters that are chosen as no page takes them."""
        return ("sort",) if self.is_backwards else ()

    @property
    def sort_measure(self) -> Measure | None:
        """The measure that the list is sorted by, where it is sorted by one."""
        return None if self.order in (None, "name", "county", "year") else Measure(self.order)

    @property
    def needed_measure(self) -> Measure | None:
        return None if self.area is None else Measure.of_area(self.area)

    @property
    def compares_scores(self) -> bool:
        return self.sort_measure is not None or self.needed_measure is not None
