"""From the room of disclosure to that of satisfaction: whoever was answered is asked how the service was.

The rooms know nothing of each other; here their queries and actions meet.
"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.models import Request
from selaras.disclosure.pages.applicant.doors import by_link
from selaras.satisfaction.actions.inviting import invited
from selaras.satisfaction.models import Service
from selaras.satisfaction.queries import asked_today

SERVICE = "layanan-informasi"  # the code of the service that answers requests; an office describes it once


def service_for(case: Request) -> Service | None:
    """The service that asks whoever was served by this case; none before the answer, or where no survey is open."""
    return asked_today(SERVICE) if case.state == Request.State.ANSWERED else None


@by_link
@require_POST
def judge(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    """The applicant's own link for one answer; pressed again it is the same one."""
    service = service_for(case)
    if service is None:
        messages.info(request, _("Survei layanan informasi sedang tidak dibuka. Terima kasih sudah ingin menilai."))
        return redirect("my-request", token)
    return redirect("survey-invited", invite_applicant(case, service))


@transaction.atomic
def invite_applicant(case: Request, service: Service) -> str:
    """The token of the invitation, at the desk that bears the name of the case's body where there is one."""
    desk = service.desks.filter(name=case.body.name).first()
    return invited(service, case.number, desk, actor=APPLICANT)
