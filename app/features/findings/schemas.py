"""What the API answers of findings."""

from typing import Annotated

from pydantic import Field

from app.web.api.evaluation_document import SourceOut
from app.web.api.evaluation_reference import page_of
from app.web.api.finding_document import FoundFindingOut
from app.web.api.provenance_document import ChangedOut
from app.web.api.schemas import Links, Listing, Said


class FindingItem(FoundFindingOut, ChangedOut):
    """One finding with where it was read."""

    id: str = Field(
        description="The evaluation, the area and which of its findings it is. A correction may "
        "move it: within a release it means one finding."
    )
    source: SourceOut
    page: Annotated[str, page_of(lambda finding: finding.evaluation)] = Field(
        description="Where people read the evaluation."
    )


class FindingListing(Listing[FindingItem]):
    """The findings that fit."""

    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
