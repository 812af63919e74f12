"""The day that a letter bears, and a shorter notice that a customer was asked for and agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("written_on", "shorter_asked_on", "shorter_agreed_on"):
        op.add_column("notice", sa.Column(name, sa.Text, nullable=True))
    op.add_column("notice", sa.Column("shorter_days", sa.Integer, nullable=True))
    op.add_column("notice", sa.Column("shorter_note", sa.Text, nullable=False, server_default=""))
