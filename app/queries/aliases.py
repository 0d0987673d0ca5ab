"""Names in addresses that records had before, as a release knows them."""

from sqlmodel import col, select

from app.domain.aliases import Aliases
from app.models import AliasRevision
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.alias import stored_alias


@remembered
def aliases(reading: Reading) -> Aliases:
    """All of them, by kind and earlier name. One statement."""
    held = select(AliasRevision).where(reading.holds(AliasRevision))
    rows = reading.session.exec(held.order_by(col(AliasRevision.key)))
    return Aliases.of(map(stored_alias, rows))
