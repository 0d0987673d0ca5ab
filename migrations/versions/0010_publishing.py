"""Accounts, drafts, tips and the ledger; who closed a record, and why a release was made."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

oldest_reader = "0008"
"""It adds tables that readers never look at, and columns that may be empty."""

REVISIONS = (
    "alias",
    "change",
    "evaluation",
    "gold_star",
    "group_scheme",
    "instrument",
    "known_evaluated",
    "method_version",
    "municipality",
    "reference_average",
)
REASON = ("reason", "reason_language", "office", "ledger_hash")

INDEXES = (
    ("login_session", "ix_login_session_account_id", ["account_id"]),
    ("reset_link", "ix_reset_link_account_id", ["account_id"]),
    ("login_attempt", "ix_login_attempt_key", ["key", "at"]),
    ("draft", "ix_draft_state", ["state", "embargo_at"]),
    ("draft", "ix_draft_author", ["author_id"]),
    ("draft_item", "ix_draft_item_key", ["kind", "key"]),
    ("draft_comment", "ix_draft_comment_draft_id", ["draft_id"]),
    ("upload", "ix_upload_account_id", ["account_id"]),
    ("reply_link", "ix_reply_link_draft_id", ["draft_id"]),
    ("tip", "ix_tip_state", ["state", "at"]),
    ("tip", "ix_tip_sender", ["sender", "at"]),
    ("ledger", "ix_ledger_draft_id", ["draft_id"]),
    ("ledger", "ix_ledger_key", ["kind", "key"]),
)
TABLES = (
    "ledger",
    "site_secret",
    "tip",
    "reply_link",
    "upload",
    "draft_comment",
    "draft_item",
    "draft",
    "login_attempt",
    "reset_link",
    "login_session",
    "account",
)

SQLITE_GUARDS = (
    (
        "CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
    ),
    (
        "CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
    ),
)
POSTGRESQL_GUARDS = (
    (
        "CREATE FUNCTION ledger_stays() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION 'the ledger is only ever added to' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    ),
    (
        "CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_stays()"
    ),
    (
        "CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON ledger "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_stays()"
    ),
)


def upgrade() -> None:
    """Leaves what was closed before without a name: nobody but the seed closed anything then."""
    for name in REVISIONS:
        op.add_column(name, sa.Column("origin_out", sa.String(), nullable=True))
    for name in REASON:
        op.add_column("release", sa.Column(name, sa.String(), nullable=True))
    _accounts()
    _drafts()
    _around_drafts()
    _ledger()
    for table, name, columns in INDEXES:
        op.create_index(name, table, columns)
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_GUARDS if is_sqlite else POSTGRESQL_GUARDS:
        op.execute(sa.text(statement))


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name != "sqlite":
        op.execute(sa.text("DROP FUNCTION ledger_stays()"))
    for name in REASON:
        op.drop_column("release", name)
    for name in REVISIONS:
        op.drop_column(name, "origin_out")


def _time(name: str, *, nullable: bool = False) -> sa.Column[sa.DateTime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _of(table: str, column: str, other: str, key: str = "id") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=name)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _accounts() -> None:
    op.create_table(
        "account",
        _number("id"),
        _text("login"),
        _text("office"),
        _text("role"),
        _text("password_hash", nullable=True),
        _text("subject", nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        _time("created_at"),
        sa.CheckConstraint(
            "role IN ('evaluator', 'editor', 'administrator')", name=op.f("ck_account_role")
        ),
        _key("account", "id"),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
        sa.UniqueConstraint("subject", name=op.f("uq_account_subject")),
    )
    op.create_table(
        "login_session",
        _text("token_sha256"),
        _number("account_id"),
        _text("csrf"),
        _time("created_at"),
        _time("seen_at"),
        _time("expires_at"),
        _of("login_session", "account_id", "account"),
        _key("login_session", "token_sha256"),
    )
    op.create_table(
        "reset_link",
        _text("token_sha256"),
        _number("account_id"),
        _time("expires_at"),
        _time("used_at", nullable=True),
        _of("reset_link", "account_id", "account"),
        _key("reset_link", "token_sha256"),
    )
    op.create_table(
        "login_attempt",
        _number("id"),
        _text("key"),
        _time("at"),
        _key("login_attempt", "id"),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        _number("id"),
        _text("title"),
        _text("state"),
        _number("author_id", nullable=True),
        _number("submitted_by", nullable=True),
        _number("approved_by", nullable=True),
        _number("version"),
        _time("embargo_at", nullable=True),
        _time("reply_until", nullable=True),
        _text("reply_text", nullable=True),
        _text("reply_language", nullable=True),
        _time("replied_at", nullable=True),
        _text("reason", nullable=True),
        _text("reason_language", nullable=True),
        _number("release", nullable=True),
        _time("created_at"),
        _time("changed_at"),
        _number("changed_by", nullable=True),
        sa.Column("hands", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'in-review', 'scheduled', 'published', 'discarded')",
            name=op.f("ck_draft_state"),
        ),
        _of("draft", "author_id", "account"),
        _of("draft", "submitted_by", "account"),
        _of("draft", "approved_by", "account"),
        _of("draft", "release", "release", "number"),
        _of("draft", "changed_by", "account"),
        _key("draft", "id"),
    )
    op.create_table(
        "draft_item",
        _number("draft_id"),
        _number("position"),
        _text("kind"),
        _text("key"),
        _text("action"),
        sa.Column("document", sa.JSON(), nullable=True),
        _text("based_on", nullable=True),
        sa.CheckConstraint("action IN ('put', 'withdraw')", name=op.f("ck_draft_item_action")),
        _of("draft_item", "draft_id", "draft"),
        _key("draft_item", "draft_id", "position"),
    )
    op.create_table(
        "draft_comment",
        _number("id"),
        _number("draft_id"),
        _number("account_id", nullable=True),
        _time("at"),
        _text("step"),
        _text("text"),
        _of("draft_comment", "draft_id", "draft"),
        _of("draft_comment", "account_id", "account"),
        _key("draft_comment", "id"),
    )


def _around_drafts() -> None:
    op.create_table(
        "upload",
        _number("id"),
        _number("account_id"),
        _text("name"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        _number("draft_id", nullable=True),
        _time("created_at"),
        _of("upload", "account_id", "account"),
        _of("upload", "draft_id", "draft"),
        _key("upload", "id"),
    )
    op.create_table(
        "reply_link",
        _text("token_sha256"),
        _number("draft_id"),
        _time("expires_at"),
        _time("revoked_at", nullable=True),
        _of("reply_link", "draft_id", "draft"),
        _key("reply_link", "token_sha256"),
    )
    op.create_table(
        "tip",
        _number("id"),
        _time("at"),
        _text("kind"),
        _text("about", nullable=True),
        _text("text"),
        _text("contact", nullable=True),
        _text("sender", nullable=True),
        _text("state"),
        _number("handled_by", nullable=True),
        _time("handled_at", nullable=True),
        _of("tip", "handled_by", "account"),
        _key("tip", "id"),
    )
    op.create_table(
        "site_secret",
        _number("id"),
        _text("value"),
        sa.CheckConstraint("id = 1", name=op.f("ck_site_secret_one_row")),
        _key("site_secret", "id"),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        _time("at"),
        _number("account_id", nullable=True),
        _text("office"),
        _text("step"),
        _number("draft_id", nullable=True),
        _text("kind", nullable=True),
        _text("key", nullable=True),
        _number("release", nullable=True),
        _text("old_sha256", nullable=True),
        _text("new_sha256", nullable=True),
        _text("reason", nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        _text("previous_hash"),
        _text("hash"),
        _of("ledger", "account_id", "account"),
        _of("ledger", "draft_id", "draft"),
        _of("ledger", "release", "release", "number"),
        _key("ledger", "seq"),
    )
