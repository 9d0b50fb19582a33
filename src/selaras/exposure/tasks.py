"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.exposure.actions.computing import run_computation
from selaras.exposure.actions.taking_reports import run_report


@task()
def compute_in_background(pk: int) -> None:
    run_computation(pk)


@task()
def read_in_background(pk: int) -> None:
    run_report(pk)
