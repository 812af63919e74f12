"""Moves of engagements from stage to stage, with all that was said for them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXTS = (
    "engagement_id", "step", "from_stage", "to_stage", "moved_on", "moved_by", "reason", "cause",
    "head_of_privacy", "ciso", "attested", "dpo_opinion", "dpo_text",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "stage_move",
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("dpo_on", sa.Text, nullable=True),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_move")),
    )
    op.create_index(op.f("ix_stage_move_engagement_id"), "stage_move", ["engagement_id"])
