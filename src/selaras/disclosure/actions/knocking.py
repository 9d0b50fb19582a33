"""How much may come from one address without an account; counted in the database, by all processes together."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from selaras.disclosure.errors import TooMany
from selaras.disclosure.models import Knock

# Of one address in an hour. A whole village, or the customers of a mobile network, may stand behind one address.
MOST = {"draft": 120, "request": 40}
WINDOW = timedelta(hours=1)


def knock(kind: str, address: str | None) -> None:
    """Note that something comes, before it is taken in. Raises TooMany."""
    now = timezone.now()
    sender = salted_hmac("disclosure.knock", address or "").hexdigest()
    Knock.objects.filter(at__lt=now - WINDOW).delete()
    Knock.objects.create(kind=kind, sender=sender, at=now)
    if Knock.objects.filter(kind=kind, sender=sender).count() > MOST[kind]:
        raise TooMany(
            _(
                "Dari jaringan ini sudah banyak permohonan terkirim dalam satu jam terakhir. "
                "Coba lagi satu jam lagi, atau datang ke meja layanan; di sana permohonan lisan juga dicatat."
            )
        )
