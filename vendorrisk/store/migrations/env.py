"""Alembic's environment: the connection comes from `store.schema`, inside its transaction."""

from alembic import context

from vendorrisk.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds everything
)
context.run_migrations()
