"""Alembic runs this for every command: it takes the connection that `web.migrations.config` holds."""

from alembic import context

from web.migrations import comparing
from web.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite alters a table only by copying it.
    render_as_batch=True,
    **comparing(),
)
with context.begin_transaction():
    context.run_migrations()
