"""The mails of one case, for its desk: what came in, and of what went out whether it left."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.mailing import MOST_TRIES
from selaras.disclosure.mail.incoming import kept_of
from selaras.disclosure.models import Arrival, Mail, Request
from selaras.people.pages.doors import only, visitor

ONLY_DESK = _("Surel sebuah permohonan dibaca oleh meja layanannya.")


@only(rules.handles_requests, ONLY_DESK)
@require_safe
def request_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """What did not leave stands on top."""
    cases = Request.objects.filter(body__in=queries.desks_of(visitor(request)))
    case = get_object_or_404(cases.select_related("body"), pk=pk)
    sent = [(mail, _state(mail)) for mail in Mail.objects.filter(request=case).select_related("step")]
    context = {
        "case": case,
        "failed": sum(mail.tries >= MOST_TRIES and not mail.sent_at for mail, _word in sent),
        "waiting": sum(mail.sent_at is None for mail, _word in sent),
        "sent": sent,
        "arrived": [(one, kept_of(one)) for one in Arrival.objects.filter(request=case)],
    }
    return render(request, "disclosure/clocks/mail.html", context)


def _state(mail: Mail) -> str | Promise:
    if mail.sent_at:
        return _("terkirim")
    if mail.sealed is None:
        return _("tidak dikirim, data pemohon dihapus")
    if mail.claimed_at:
        over = (timezone.now() - mail.claimed_at).total_seconds() > 600
        return _("tidak pasti terkirim") if over else _("sedang dikirim")
    if mail.tries >= MOST_TRIES:
        return _("gagal, tidak dicoba lagi")
    return _("ditolak server, dicoba lagi nanti") if mail.tries else _("menunggu dikirim")
