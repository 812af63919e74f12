"""Whether an engagement reaches the region-locked environment may be unanswered; an old "no" is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ENGAGEMENT = sa.table("engagement", sa.column("reaches_locked", sa.Boolean))


def upgrade() -> None:
    with op.batch_alter_table("engagement") as batch:
        batch.alter_column("reaches_locked", existing_type=sa.Boolean(), nullable=True)
    unsaid = ENGAGEMENT.c.reaches_locked.is_(False)
    op.execute(ENGAGEMENT.update().where(unsaid).values(reaches_locked=None))
