"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.actions.working_on_files import work_on_file
from selaras.government.models import Calendar
from selaras.people.models import Account


@task()
def recount_in_background(calendar: int, actor: int) -> None:
    """In the newest calendar of the region: a later change may have come before this one was counted."""
    region = Calendar.objects.get(pk=calendar).region
    newest = Calendar.objects.filter(region=region).latest("version")
    recount(newest, actor=Account.objects.get(pk=actor))


@task()
def work_on_file_in_background(work: int) -> None:
    work_on_file(work)
