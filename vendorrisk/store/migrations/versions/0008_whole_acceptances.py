"""An accepted risk keeps what helps meanwhile and what the data protection officer advised; it is counted."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEXTS = ("compensating", "dpo_opinion", "dpo_text")
FINDING = sa.table("finding", sa.column("accepted_until", sa.Text), sa.column("acceptances", sa.Integer))


def upgrade() -> None:
    for name in TEXTS:
        op.add_column("finding", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("accepted_on", "dpo_on"):
        op.add_column("finding", sa.Column(name, sa.Text, nullable=True))
    op.add_column("finding", sa.Column("acceptances", sa.Integer, nullable=False, server_default="0"))
    accepted_before = FINDING.c.accepted_until.is_not(None)
    op.execute(FINDING.update().where(accepted_before).values(acceptances=1))
