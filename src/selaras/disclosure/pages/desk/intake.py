"""Taking a request down at the desk, and the receipt that the applicant takes home."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import desk, links, queries, rules
from selaras.disclosure.actions.requesting import take_down
from selaras.disclosure.models import Request
from selaras.disclosure.pages.desk.intake_form import IntakeForm
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.doors import made_by
from selaras.disclosure.pages.qr import qr_of
from selaras.people.pages.doors import only, visitor


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: HttpRequest) -> HttpResponse:
    """One page for the whole request; afterwards its receipt."""
    desks = queries.desks_of(visitor(request))
    first = {"body": request.GET["badan"]} if "badan" in request.GET else {}
    form = IntakeForm(desks, request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid() and (made := _taken_down(request, form)):
        return redirect("request-receipt", made.pk)
    context = {"form": form, "desks": list(desks)}
    return render(request, "disclosure/desk/intake.html", context, status=422 if form.errors else 200)


def _taken_down(request: HttpRequest, form: IntakeForm) -> Request | None:
    """What was taken down; nothing where the form then says what is wrong."""
    asked = form.cleaned_data
    body, submission, channel, on = (asked[name] for name in ("body", "submission", "channel", "on"))

    def deed() -> Request:  # the papers are looked at in it: one that is no photo is refused like the rest
        wanted, by = form.wanted(), form.by()
        return take_down(body, submission, wanted, by, channel=channel, on=on, actor=visitor(request))

    return made_by(form, deed, beside="on")


@only(rules.keeps_lists, NOT_A_DESK)
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The registration number with the applicant's own link, to print or to photograph."""
    cases = desk.cases_for(visitor(request)).filter(at_desk=True).exclude(applicant__sealed=None)
    case = get_object_or_404(cases, pk=pk)
    if not links.token_of(case):
        raise Http404(
            _("Tautan permohonan ini dibuat dengan kunci lain. Pulihkan kunci rahasia situs, lalu coba lagi.")
        )
    address = links.address_of(case)
    context = {"case": case, "address": address, "code": qr_of(address)}
    return render(request, "disclosure/desk/receipt.html", context)
