"""What must hold before anything of a forum changes; asked first by every action."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.forum.errors import Locked
from selaras.forum.models import Decision, Forum


def require_open(forum: Forum) -> None:
    """Raise Locked where the decision in force is locked. Ask inside the transaction of the change.

    The lock takes the forum's row (see `actions.locking`), and so does this: a change and a lock never pass each other.
    """
    Forum.objects.select_for_update().only("pk").get(pk=forum.pk)
    if Decision.objects.filter(forum=forum, current=True, locked_at__isnull=False).exists():
        raise Locked(
            _("Keputusan forum ini sudah dikunci, jadi tidak ada yang dapat diubah. Minta sekretaris membuka kuncinya.")
        )
