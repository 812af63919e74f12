"""The unit in which days until deemed receipt are counted; empty: as the notice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("terms", sa.Column("deemed_unit", sa.Text, nullable=True))
