"""Sending a request on to the body that holds what is asked, whole or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.pages.desk.case import case_asked
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.doors import refusal_of
from selaras.people.pages.doors import only, visitor

MOST = 6  # parts on one page
FOUND = 8  # names that are told where a name fits several bodies
_CODE = re.compile(r"\(([\w-]+)\)\s*$")


@dataclass
class Row:
    """One part as it was typed."""

    body: str = ""
    subject: str = ""
    wrong: str = ""
    found: PublicBody | None = None

    @property
    def is_empty(self) -> bool:
        return not self.body.strip()


def label_of(body: PublicBody) -> str:
    """As it stands in the list to choose from: two villages may bear one name, no two bodies one code."""
    place = body.region.parent.name if body.kind in _IN_A_DISTRICT and body.region and body.region.parent else ""
    return f"{body.name}{f', {place}' if place else ''} ({body.code})"


_IN_A_DISTRICT = frozenset({PublicBody.Kind.VILLAGE, PublicBody.Kind.URBAN_VILLAGE})


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def move_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One body, or several with the part that each answers; refused, everything typed stays."""
    case = case_asked(request, pk)
    if not case.at_desk:
        raise PermissionDenied(_("Permohonan ini diurus oleh meja layanan %(body)s.") % {"body": case.body.name})
    bodies = list(queries.bodies().select_related("region__parent"))
    rows, reason, wrong = [Row(subject=case.subject)], "", ""
    if request.method == "POST":
        rows, reason = list(_typed(request)), request.POST.get("alasan", "")
        if "_tambah" in request.POST:
            rows.append(Row())
        else:
            wrong = _moved(request, case, rows, bodies, reason)
            if not wrong:
                return redirect("request-desk", case.pk)
    context = {
        "case": case,
        "rows": rows,
        "labels": [label_of(one) for one in bodies],
        "reason": reason,
        "wrong": wrong,
    }
    context["may_grow"] = len(rows) < MOST
    return render(request, "disclosure/desk/move.html", context, status=422 if wrong else 200)


def _typed(request: HttpRequest) -> Iterator[Row]:
    pairs = zip(request.POST.getlist("badan"), request.POST.getlist("bagian"), strict=False)
    for body, subject in list(pairs)[:MOST]:
        yield Row(body, subject)


def _moved(request: HttpRequest, case: Request, rows: Sequence[Row], bodies: Sequence[PublicBody], reason: str) -> str:
    """Do it; the sentence that says why not, where it was refused."""
    named = [row for row in rows if not row.is_empty]
    for row in named:
        row.found, row.wrong = _named(row.body, bodies)
    if any(row.wrong for row in named):
        return _("Pilih badan publiknya dari daftar.")
    pieces = [Piece(row.found, row.subject) for row in named if row.found]
    if wrong := refusal_of(lambda: move(case, pieces, reason, actor=visitor(request))):
        return wrong
    to = ", ".join(f"{one.body.name} ({one.number})" for one in case.moved_to.select_related("body"))
    messages.success(request, _("Diteruskan ke %(bodies)s.") % {"bodies": to})
    return ""


def _named(typed: str, bodies: Sequence[PublicBody]) -> tuple[PublicBody | None, str]:
    """The body by its code, or by a part of its name that fits no other; else the sentence that says what to do."""
    if code := _CODE.search(typed):
        found = [body for body in bodies if body.code == code[1]]
    else:
        words = typed.lower().split()
        found = [body for body in bodies if all(word in label_of(body).lower() for word in words)]
    if len(found) == 1:
        return found[0], ""
    if not found:
        return None, _("Tidak ada badan publik bernama “%(name)s”. Pilih dari daftar.") % {"name": typed.strip()}
    told = "; ".join(label_of(body) for body in found[:FOUND])
    return None, _("Ada %(n)s badan publik seperti itu. Maksud Anda: %(bodies)s?") % {"n": len(found), "bodies": told}
