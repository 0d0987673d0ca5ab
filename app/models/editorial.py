"""What is not public: accounts, drafts, files, tips, and the ledger of all that was done.

Nothing of it belongs to a release, and no query of readers names it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary
from sqlmodel import Field, SQLModel

from app.models.base import OPTIONAL_JSON, UtcTime


class AccountRow(SQLModel, table=True):
    """Somebody who may sign in: `login` is shown inside the workspace alone, `office` outside too.

    Without `password_hash` nobody signs in by a password; `subject` is whom a provider vouches for.
    An account is never deleted, because the ledger names it.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("role IN ('evaluator', 'editor', 'administrator')", name="role"),
    )

    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(unique=True)
    office: str
    role: str
    password_hash: str | None = None
    subject: str | None = Field(default=None, unique=True)
    enabled: bool
    created_at: datetime = Field(sa_type=UtcTime)


class LoginSessionRow(SQLModel, table=True):
    """A browser that is signed in; only the SHA-256 of its token is kept."""

    __tablename__ = "login_session"

    token_sha256: str = Field(primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    csrf: str
    created_at: datetime = Field(sa_type=UtcTime)
    seen_at: datetime = Field(sa_type=UtcTime)
    expires_at: datetime = Field(sa_type=UtcTime)


class ResetLinkRow(SQLModel, table=True):
    """A link that sets a new password, once and for a short time."""

    __tablename__ = "reset_link"

    token_sha256: str = Field(primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    expires_at: datetime = Field(sa_type=UtcTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcTime)


class LoginAttemptRow(SQLModel, table=True):
    """An attempt that failed; `key` is a hash of the login, or of the address it came from."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index("ix_login_attempt_key", "key", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    at: datetime = Field(sa_type=UtcTime)


class DraftRow(SQLModel, table=True):
    """What is to become public. Accounts are NULL where it was done at the command line.

    `hands` are all the accounts that have had a part in what it says.
    """

    __tablename__ = "draft"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'in-review', 'scheduled', 'published', 'discarded')", name="state"
        ),
        Index("ix_draft_state", "state", "embargo_at"),
        Index("ix_draft_author", "author_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str
    state: str
    author_id: int | None = Field(default=None, foreign_key="account.id")
    submitted_by: int | None = Field(default=None, foreign_key="account.id")
    approved_by: int | None = Field(default=None, foreign_key="account.id")
    version: int
    embargo_at: datetime | None = Field(default=None, sa_type=UtcTime)
    reply_until: datetime | None = Field(default=None, sa_type=UtcTime)
    reply_text: str | None = None
    reply_language: str | None = None
    replied_at: datetime | None = Field(default=None, sa_type=UtcTime)
    reason: str | None = None
    reason_language: str | None = None
    release: int | None = Field(default=None, foreign_key="release.number")
    created_at: datetime = Field(sa_type=UtcTime)
    changed_at: datetime = Field(sa_type=UtcTime)
    changed_by: int | None = Field(default=None, foreign_key="account.id")
    hands: list[int] = Field(default_factory=list, sa_type=JSON)


class DraftItemRow(SQLModel, table=True):
    """A record that a draft puts or withdraws; `position` counts from 1.

    `document` is in the shape of the seed files, and may be unfinished. `based_on` is the SHA-256
    of the public record that it changes.
    """

    __tablename__ = "draft_item"
    __table_args__ = (
        CheckConstraint("action IN ('put', 'withdraw')", name="action"),
        Index("ix_draft_item_key", "kind", "key"),
    )

    draft_id: int = Field(foreign_key="draft.id", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    key: str
    action: str
    document: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    based_on: str | None = None


class DraftCommentRow(SQLModel, table=True):
    """What somebody said at a step."""

    __tablename__ = "draft_comment"

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="draft.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcTime)
    step: str
    text: str


class UploadRow(SQLModel, table=True):
    """A file that somebody brought, with the answers to what was asked about it."""

    __tablename__ = "upload"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    name: str
    content: bytes = Field(sa_type=LargeBinary)
    answers: dict[str, str] = Field(sa_type=JSON)
    draft_id: int | None = Field(default=None, foreign_key="draft.id")
    created_at: datetime = Field(sa_type=UtcTime)


class ReplyLinkRow(SQLModel, table=True):
    """A link by which a municipality reads a draft about it and replies."""

    __tablename__ = "reply_link"

    token_sha256: str = Field(primary_key=True)
    draft_id: int = Field(foreign_key="draft.id", index=True)
    expires_at: datetime = Field(sa_type=UtcTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcTime)


class SiteSecretRow(SQLModel, table=True):
    """One row: what forms without an account are recognised by. Nobody is ever shown it."""

    __tablename__ = "site_secret"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True)
    value: str


class TipRow(SQLModel, table=True):
    """What somebody from outside told. `sender` is a keyed hash of the address it came from, for a
    day; `contact` is kept for some weeks."""

    __tablename__ = "tip"
    __table_args__ = (
        Index("ix_tip_state", "state", "at"),
        Index("ix_tip_sender", "sender", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
    kind: str
    about: str | None = None
    text: str
    contact: str | None = None
    sender: str | None = None
    state: str
    handled_by: int | None = Field(default=None, foreign_key="account.id")
    handled_at: datetime | None = Field(default=None, sa_type=UtcTime)


class LedgerRow(SQLModel, table=True):
    """A line of the ledger. The database itself refuses to change or delete one."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("ix_ledger_draft_id", "draft_id"),
        Index("ix_ledger_key", "kind", "key"),
    )

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcTime)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    office: str
    step: str
    draft_id: int | None = Field(default=None, foreign_key="draft.id")
    kind: str | None = None
    key: str | None = None
    release: int | None = Field(default=None, foreign_key="release.number")
    old_sha256: str | None = None
    new_sha256: str | None = None
    reason: str | None = None
    public: bool
    previous_hash: str
    hash: str
