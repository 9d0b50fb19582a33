"""Work in the background, through the database: it survives the process that asked for it.

A worker of its own takes it up (`selaras worker`); where none is kept (`selaras serve` of one office, the demo), the
process that queued it works the queue off in a thread that ends with it.
"""

from __future__ import annotations

import threading

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django_tasks_db.management.commands.db_worker import Worker

INLINE = "inline"


def start_after_commit() -> None:
    """Have what was queued in this transaction worked off here, where no worker of its own is kept."""
    if settings.WORKER == INLINE:
        transaction.on_commit(lambda: threading.Thread(target=_work, name="selaras-queue", daemon=True).start())


def _work() -> None:
    close_old_connections()
    try:
        work_off("inline")
    finally:
        connection.close()


def work_off(name: str) -> None:
    """Run what waits, until nothing does."""
    worker = Worker(
        queue_names=["*"],
        interval=1,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.run()
