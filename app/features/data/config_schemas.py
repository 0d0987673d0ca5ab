"""What a program has to know before it asks: versions, languages, formats, limits and licence."""

from typing import Annotated, Final

from pydantic import Field

from app.config import settings
from app.domain.language import LANGUAGES
from app.domain.statistics import MINIMUM_FOR_QUARTILES, MINIMUM_MEMBERS
from app.features.data.about_dataset import TITLE
from app.features.data.licences import LICENCE_ID
from app.features.data.schemas import ReleaseOut
from app.web.api.attribution import CAVEAT, LICENCE_NAME, LICENCE_URL, attribution
from app.web.api.changelog import VERSION
from app.web.api.csv_files import Dialect
from app.web.api.formats import API_ROOT, Format
from app.web.api.group_document import GroupSchemeOut
from app.web.api.parameters import DEFAULT_LIMIT, HIGHEST_LIMIT
from app.web.api.schemas import Address, Joined, Of, Out, Points, Released, Said, Text
from app.web.made_up import titled
from app.web.parameters import LONGEST_QUERY


class LicenceOut(Out):
    """The licence of the data."""

    name: str
    id: str = Field(description="The name that SPDX gives the licence.")
    url: str


class ContactOut(Out):
    """Who publishes the site."""

    publisher: str = Field(validation_alias="publisher_name")
    email: Annotated[str | None, Of(lambda chosen: chosen.contact_email or None)] = Field(
        description="Where errors are reported; null where none is set."
    )


class LanguageOut(Out):
    """A language that answers can be in."""

    code: str
    name: str = Field(validation_alias="title")
    prefix: str = Field(description="What the addresses of its pages begin with.")


class VersionOut(Out):
    """A version of the method."""

    version: str
    family: str = Field(description="Points are compared within a family.")
    year_from: int
    year_to: int | None
    max: Points
    questions_known: bool = Field(validation_alias="has_questions")
    summary: Text


class LimitsOut(Out):
    """The bounds of what can be asked for."""

    default_limit: int = Field(description="Items of a list, where `limit` does not say.")
    highest_limit: int
    longest_query: int = Field(description="Characters behind the question mark.")
    fewest_for_average: int = Field(description="Members that an average or a rank needs.")
    fewest_for_quartiles: int


class FormatOut(Out):
    """A format that answers can have."""

    suffix: str
    media_type: str


LIMITS: Final = LimitsOut(
    default_limit=DEFAULT_LIMIT,
    highest_limit=HIGHEST_LIMIT,
    longest_query=LONGEST_QUERY,
    fewest_for_average=MINIMUM_MEMBERS,
    fewest_for_quartiles=MINIMUM_FOR_QUARTILES,
)
LICENCE: Final = LicenceOut(name=LICENCE_NAME, id=LICENCE_ID, url=LICENCE_URL)
ADDRESSES: Final = {
    "openapi": f"{API_ROOT}/openapi.json",
    "documentation": "/data/api",
    "data": "/data",
    "changes": "/data/endringer",
    "catalogue": "/dcat",
    "feed": "/feed.atom",
}


class ConfigAnswer(Released):
    """What a program has to know before it asks."""

    name: Annotated[Said, Joined(lambda _, context: titled(TITLE, context.release))]
    api_version: Annotated[str, Of(lambda _: VERSION)]
    release_info: Annotated[ReleaseOut, Joined(lambda _, context: context.release)]
    method_versions: Annotated[
        list[VersionOut], Of(lambda instrument: instrument.versions.values())
    ]
    group_schemes: list[GroupSchemeOut] = Field(
        description="How municipalities are grouped, in the order in which they are compared by."
    )
    languages: Annotated[list[LanguageOut], Of(lambda _: LANGUAGES.values())]
    formats: Annotated[list[FormatOut], Of(lambda _: Format)]
    dialects: Annotated[list[Dialect], Of(lambda _: Dialect)] = Field(
        description="The ways of writing CSV, for `dialect`."
    )
    limits: Annotated[LimitsOut, Of(lambda _: LIMITS)]
    licence: Annotated[LicenceOut, Of(lambda _: LICENCE)]
    cite: Annotated[Said, Joined(lambda _, context: attribution(context.release))] = Field(
        description="How to say where the figures were found."
    )
    caveat: Annotated[Said, Of(lambda _: CAVEAT)]
    contact: Annotated[ContactOut, Of(lambda _: settings())]
    addresses: Annotated[dict[str, Address], Of(lambda _: ADDRESSES)] = Field(
        description="Where else to look."
    )
