"""What the API answers of the data as a whole."""

from datetime import datetime
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.changes import ChangeType, RecordKind
from app.features.data.package import package_path
from app.web.api.evaluation_document import FigureChangeOut
from app.web.api.schemas import Address, Links, Listing, Of, Out, Text


class ReleaseOut(Out):
    """A release: the numbered state of everything public."""

    number: int
    published_at: datetime
    summary: str
    summary_lang: Annotated[str, Of(lambda _: "nb")]
    sha256: str = Field(description="The SHA-256 of the canonical export of everything public.")
    reason: Text | None = Field(
        description="Why it was made, in the words of whoever published it; null where nothing was "
        "said, as of what came from files."
    )
    office: str | None = Field(
        description="Which office published it; null of what came from files."
    )
    ledger_hash: str | None = Field(
        description="The hash of the ledger's last line about it, each line bound to the one "
        "before; null of what came from files."
    )
    dataset: Annotated[Address, Of(lambda release: package_path(release.number))] = Field(
        description="The whole data set as one file that never changes."
    )
    page: Annotated[Address, Of(lambda release: f"/?release={release.number}")] = Field(
        description="The site as it was in this release."
    )


class ReleaseListing(Listing[ReleaseOut]):
    """Every release up to the one that is read, newest first."""

    links: Links


class RecordChangeOut(Out):
    """A record that differs. `removed` is the tombstone of one that is no longer there; one that
    `moved` is there under another key."""

    kind: RecordKind = Field(validation_alias=AliasPath("change", "kind"))
    key: str = Field(validation_alias=AliasPath("change", "key"))
    change: ChangeType = Field(validation_alias=AliasPath("change", "change"))
    to: str | None = Field(
        validation_alias=AliasPath("change", "to"),
        description="Of one that moved: its key now.",
    )
    release: int = Field(
        validation_alias=AliasPath("change", "release"),
        description="The release that it happened in.",
    )
    reason: Text | None = Field(
        description="Why that release was made, in the words of whoever published it; null where "
        "nothing was said."
    )
    old_sha256: str | None = Field(
        validation_alias=AliasPath("change", "old_sha256"),
        description="The SHA-256 of the record's canonical document before; null of what came.",
    )
    new_sha256: str | None = Field(
        validation_alias=AliasPath("change", "new_sha256"),
        description="The SHA-256 of the record's canonical document now; null of what left.",
    )
    figures: list[FigureChangeOut] = Field(
        description="Of a changed evaluation: the figures that differ."
    )


class ChangeListing(Listing[RecordChangeOut]):
    """What differs between `since` and the release that is read, by kind and key."""

    since: int
    links: Links
