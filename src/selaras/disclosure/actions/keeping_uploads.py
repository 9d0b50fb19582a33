"""A file that waits in the openness room until a person has looked at how it is read."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.engines.indonesian.wording import number
from selaras.engines.tabular import CheckResult, check
from selaras.intake.models import Upload
from selaras.people.models import Account

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 500
_KEPT_FOR = timedelta(days=7)


def read_small(name: str, content: bytes, kind: str, most: int = MOST_ROWS) -> CheckResult:
    """A file that a page can show row by row, as one kind of list. Raises NotNow where it is larger, TabularError."""
    if len(content) > MOST_BYTES:
        raise NotNow(_("Berkas ini lebih dari 5 MB. Pecah menjadi beberapa berkas, lalu kirim satu per satu."))
    result = check(content, name, kind)
    if result.read > most:
        sentence = _("Berkas ini lebih dari %(most)s baris. Pecah menjadi beberapa berkas, lalu kirim lagi.")
        raise NotNow(sentence % {"most": number(most)})
    return result


@transaction.atomic
def keep_upload(kind: str, scope: str, sender: str, name: str, content: bytes, *, actor: Account) -> Upload:
    """Keep it for this account alone. Those of this kind that nobody took within a week are forgotten."""
    Upload.objects.filter(kind=kind, uploaded_at__lt=timezone.now() - _KEPT_FOR).delete()
    return Upload.objects.create(
        kind=kind, scope=scope, sender=sender[:150], name=name[-255:], content=content, account=actor
    )


def drop_upload(upload: Upload, *, actor: Account) -> None:
    """Forget a kept file; nothing of it was taken in. Raises NotAllowed."""
    if upload.account_id != actor.pk:
        raise NotAllowed(_("Berkas ini diunggah orang lain."))
    upload.delete()
