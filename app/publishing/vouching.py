"""What a release says of those who made it: which office, and where the ledger tells of it.

It is written in the transaction that makes the release, after the ledger's lines about it, and is
no part of what is signed.
"""

from sqlalchemy import update
from sqlmodel import Session, col

from app.models import ReleaseRow


def vouch(session: Session, number: int, office: str, ledger_hash: str) -> None:
    """Says with a release which office made it; the hash is that of the ledger's last line."""
    row = update(ReleaseRow).where(col(ReleaseRow.number) == number)
    session.exec(row.values(office=office, ledger_hash=ledger_hash))
