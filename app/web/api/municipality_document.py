"""A municipality as the API answers it, on its own and in lists."""

from datetime import date

from pydantic import Field

from app.domain.municipality import LanguageForm
from app.web.api.evaluation_document import MunicipalityRef
from app.web.api.group_document import MembershipOut
from app.web.api.schemas import Out


class CodeOut(Out):
    """An official code with the days it held; no end where it is in force."""

    code: str
    valid_from: date | None
    valid_to: date | None
    scheme: str


class InhabitantsOut(Out):
    """How many lived there in a year."""

    year: int
    inhabitants: int
    source: str


class NameOut(Out):
    """One of several official names. `language` is a BCP 47 tag, null where it is not stated."""

    name: str
    language: str | None
    source: str


class SquareKilometresOut(Out):
    """Square kilometres in a year; null where the source does not say."""

    year: int
    total: float | None
    land: float | None
    inland_water: float | None
    sea: float | None


class PeersOut(Out):
    """Municipalities that an official list (Kolada) calls like this one, in no order."""

    kind: str = Field(description="`overall` or `socioeconomic`.")
    year: int
    peers: list[str] = Field(description="By the names in their addresses.")


class TaxBaseOut(Out):
    """Taxable income per inhabitant in a taxation year (Swedish: skattekraft), in SEK of then."""

    year: int
    per_inhabitant: int


class MunicipalityOut(MunicipalityRef):
    """One identity: a merger or a split makes a new one, a new code does not.

    Latitude and longitude (WGS84) are the middle of its area.
    """

    other_names: list[str]
    earlier_names: list[str]
    county: str
    codes: list[CodeOut]
    valid_from: date | None
    valid_to: date | None = Field(description="The last day; null where it exists today.")
    latitude: float | None
    longitude: float | None
    names: list[NameOut] = Field(
        description="All its names side by side in their official order, where it has several."
    )
    language_form: LanguageForm | None = Field(
        description="The form of Norwegian it wants from the state; null where none is recorded."
    )
    groups: list[MembershipOut]
    area: SquareKilometresOut | None
    peers: list[PeersOut]
    tax_bases: list[TaxBaseOut]
