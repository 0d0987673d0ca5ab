"""Names in addresses that records had before."""

from app.models.base import Revision, revision_rules


class AliasRevision(Revision, table=True):
    """A key that a record of a kind had before, and the one it has now; its own key is
    `<kind>/<old>`."""

    __tablename__ = "alias"
    __table_args__ = revision_rules("alias")

    kind: str
    old: str
    new: str
