"""Tasks that a person has put off until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXTS = ("person", "task", "until", "reason")


def upgrade() -> None:
    op.create_table(
        "snooze",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("row_version", sa.Integer, nullable=False),
    )
    op.create_index("ix_snooze_person", "snooze", ["person"])
