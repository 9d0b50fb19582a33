"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.forum.actions.computing import compute


@task()
def compute_decision(computation: int) -> None:
    compute(computation)
