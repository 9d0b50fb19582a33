"""What runs in the background: the entry points that the queue names."""

from __future__ import annotations

from django_tasks import task

from selaras.forum.actions.aligning import align
from selaras.forum.actions.computing import compute
from selaras.forum.models import Forum
from selaras.people.models import Account


@task()
def compute_decision(computation: int) -> None:
    compute(computation)


@task()
def align_proposals(forum: int, actor: int) -> None:
    align(Forum.objects.get(pk=forum), actor=Account.objects.get(pk=actor))
