"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.sectoral.actions.checking import run_check
from selaras.sectoral.actions.looking import run_look


@task()
def check_in_background(check: int) -> None:
    run_check(check)


@task()
def look_in_background(look: int) -> None:
    run_look(look)
