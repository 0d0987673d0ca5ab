"""Groups of municipalities and what else tells who is alike: peers, tax bases, areas, names."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds tables and columns that may be empty, which code of 0002 does not look at."""

CURRENT = sa.text("release_in IS NOT NULL AND release_out IS NULL")

MUNICIPALITY = (
    ("names", sa.JSON),
    ("peers", sa.JSON),
    ("tax_bases", sa.JSON),
    ("area_year", sa.Integer),
    ("area_total", sa.Float),
    ("area_land", sa.Float),
    ("area_inland_water", sa.Float),
    ("area_sea", sa.Float),
    ("language_form", sa.String),
)


def upgrade() -> None:
    for name, kind in MUNICIPALITY:
        op.add_column("municipality", sa.Column(name, kind(), nullable=True))
    op.add_column("evaluation", sa.Column("groups", sa.JSON(), nullable=True))
    create_memberships()
    create_schemes()


def create_memberships() -> None:
    op.create_table(
        "group_membership",
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("derived", sa.Boolean(), nullable=False),
        sa.Column("index", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_group_membership_municipality_id_municipality"),
        ),
        sa.PrimaryKeyConstraint("municipality_id", "position", name=op.f("pk_group_membership")),
    )


def create_schemes() -> None:
    op.create_table(
        "group_scheme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("release_in", sa.Integer(), nullable=True),
        sa.Column("release_out", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('seed', 'editor', 'demo')", name=op.f("ck_group_scheme_origin")
        ),
        sa.CheckConstraint(
            "release_out IS NULL OR release_out > release_in",
            name=op.f("ck_group_scheme_releases"),
        ),
        sa.ForeignKeyConstraint(
            ["release_in"], ["release.number"], name=op.f("fk_group_scheme_release_in_release")
        ),
        sa.ForeignKeyConstraint(
            ["release_out"], ["release.number"], name=op.f("fk_group_scheme_release_out_release")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_scheme")),
    )
    op.create_index("ix_group_scheme_key", "group_scheme", ["key"])
    op.create_index(
        "uq_group_scheme_current",
        "group_scheme",
        ["key"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )


def downgrade() -> None:
    op.drop_table("group_scheme")
    op.drop_table("group_membership")
    op.drop_column("evaluation", "groups")
    for name, _ in MUNICIPALITY:
        op.drop_column("municipality", name)
