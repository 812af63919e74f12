"""What proves that a change was published, and where a customer's answer is filed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, name in (("change", "published_proof"), ("notice", "answer_proof")):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
