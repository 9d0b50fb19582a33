"""The shape of the database: an empty one is given its tables at once, an older one is led there by its migrations."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model


def bring_up() -> None:
    """Bring the database to the newest shape, whatever it is now."""
    if not connection.introspection.table_names():
        _build()
    if _is_behind():
        call_command("migrate", verbosity=0, interactive=False)


def _is_behind() -> bool:
    """Asked first, because `migrate` makes every model of the history anew even where it has nothing to do."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _build() -> None:
    """Make the tables as the models say and note every migration as done, in one transaction.

    The whole history played on an empty database leads to the same tables (a test holds that) and takes ten times as
    long. A migration that does more than shape tables must therefore have nothing to do where there are no rows.
    """
    done = MigrationLoader(connection).graph.nodes
    with connection.schema_editor() as editor:
        editor.create_model(MigrationRecorder.Migration)
        for model in _kept():
            editor.create_model(model)
        rows = (MigrationRecorder.Migration(app=app, name=name) for app, name in sorted(done))
        MigrationRecorder.Migration.objects.bulk_create(rows)
        emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _kept() -> Iterator[type[Model]]:
    """The models with a table of their own; a table that only joins two is made with the model that names it."""
    return (model for model in apps.get_models() if model._meta.managed and not model._meta.proxy)
