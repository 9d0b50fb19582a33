"""How a page that asks again every few seconds learns, with one small query, that nothing has changed."""

from __future__ import annotations

from selaras.audit.models import Entry
from selaras.forum.models import Forum, Round
from selaras.forum.voting.rounds import progress


def version(forum: Forum) -> str:
    """A word that differs after every change in the hall: each writes an entry in the log, but for votes cast."""
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first()
    open_rounds = Round.objects.filter(forum=forum, state=Round.State.OPEN)
    cast = [f"{one.voted}.{one.complete}" for one in map(progress, open_rounds)]
    return "-".join([str(forum.pk), str(last), *cast])
