"""A municipality as the API answers it, on its own and in lists."""

from datetime import date

from pydantic import Field

from app.web.api.evaluation_document import MunicipalityRef
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
