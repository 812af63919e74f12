"""Since when somebody is a customer, who joined or came back during a notice, what is agreed already."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OPEN = {
    "customer": ("since",),
    "notice": ("onboarding", "onboarding_on", "taken_in_on", "earlier_sent_at"),
}
TEXTS = ("onboarding_note", "taken_in_why", "earlier_proof")


def upgrade() -> None:
    for table, names in OPEN.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text, nullable=True))
    for name in TEXTS:
        op.add_column("notice", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("pre_approved_affiliates", "pre_approved_eea"):
        op.add_column("terms", sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("terms", sa.Column("pre_approved_names", sa.Text, nullable=False, server_default="[]"))
