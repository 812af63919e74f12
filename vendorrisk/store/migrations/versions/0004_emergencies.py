"""An emergency: its last day and reason, and which customers authorised it beforehand."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NULLABLE = {"change": ("emergency_until",), "notice": ("emergency_basis", "emergency_on")}
TEXTS = {"change": "emergency_why", "notice": "emergency_source"}


def upgrade() -> None:
    for table, names in NULLABLE.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text, nullable=True))
    for table, name in TEXTS.items():
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
