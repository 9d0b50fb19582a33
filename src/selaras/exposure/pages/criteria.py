"""The checklist of one system: each criterion with its level and evidence, saved together."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.exposure import rules
from selaras.exposure.actions.judging import judge, withdraw
from selaras.exposure.actions.looking import look_at
from selaras.exposure.checklist import Checklist, answers, checklist_of, checklist_on, editions, score
from selaras.exposure.errors import Incomplete
from selaras.exposure.models import Evidence, System
from selaras.exposure.queries import systems_visible_to
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import worded


@only(rules.reads_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def criteria_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    system = get_object_or_404(systems_visible_to(person), key=key)
    look_at("system", system.key, actor=person)
    checklist, wrong = checklist_of(request.GET.get("edisi", "")), dict[str, str]()
    current = checklist.edition == checklist_on().edition
    if request.method == "POST":
        if not rules.keeps_for(person, system.agency):
            raise PermissionDenied(_("Kriteria diisi petugas keamanan pemilik sistemnya."))
        checklist = checklist_on()
        wrong = _saved(request, system, checklist, person)
        if not wrong:
            messages.success(request, _("Penilaian tersimpan."))
            return redirect("exposure-criteria", system.key)
    given = answers(system, checklist)
    rows = []
    for code, name in checklist.criteria.items():
        known = given.get(code)
        level = request.POST.get(f"tingkat-{code}", known.level if known else "")
        note = request.POST.get(f"bukti-{code}", known.note if known else "")
        rows.append((code, name, level, note, wrong.get(code, "")))
    context = {
        "system": system,
        "checklist": checklist,
        "score": score(checklist, given.values()),
        "rows": rows,
        "assessments": system.assessments.all(),
        "levels": worded(Evidence.Level.choices),
        "current": current,
        "earlier": [one for one in editions() if one != checklist.edition],
        "may_keep": rules.keeps_for(person, system.agency) and current,
        "may_assess": rules.keeps_for(person, system.agency),
    }
    return render(request, "exposure/criteria.html", context, status=422 if wrong else 200)


def _saved(request: HttpRequest, system: System, checklist: Checklist, person: Account) -> dict[str, str]:
    """All that was answered or nothing; criterion to sentence for what is wrong. What was emptied is judged no more."""
    wrong, known = dict[str, str](), answers(system, checklist)
    with transaction.atomic():
        for code in checklist.criteria:
            level, note = (request.POST.get(f"{name}-{code}", "") for name in ("tingkat", "bukti"))
            try:
                if level or note.strip():
                    judge(system, checklist, code, level, note, actor=person)
                elif code in known and f"tingkat-{code}" in request.POST:
                    withdraw(known[code], actor=person)
            except Incomplete as refused:
                wrong |= refused.fields
        transaction.set_rollback(bool(wrong))
    return wrong
