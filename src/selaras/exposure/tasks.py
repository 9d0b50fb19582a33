"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.exposure.actions.computing import run_computation


@task()
def compute_in_background(pk: int) -> None:
    run_computation(pk)
