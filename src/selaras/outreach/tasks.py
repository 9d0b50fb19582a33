"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.outreach.reach.actions.reckoning import run_reckoning


@task()
def reckon_in_background(reckoning: int) -> None:
    run_reckoning(reckoning)
