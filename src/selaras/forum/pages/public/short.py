"""The short code of a proposal as an address: it leads to the page, or says what is wrong with the code."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.forum import queries
from selaras.forum.codes import code_of, key_of, near_codes
from selaras.forum.errors import BadCode


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the proposal; a code that leads nowhere is explained, with the proposals one mistyped sign away."""
    visible = queries.proposals_visible_to(request.user)
    try:
        key = key_of(code)
    except BadCode as wrong:
        why = str(wrong)
    else:
        if visible.filter(pk=key).exists():
            return redirect("proposal", key)
        why = _("Belum ada usulan dengan kode “%(code)s” yang dapat dibaca umum.") % {"code": code.upper()}
    near = {key_of(one): one for one in near_codes(code)}
    found = visible.filter(pk__in=near).select_related("village", "district").order_by("pk")
    context = {"why": why, "code": code, "near": [(near[one.pk], one) for one in found]}
    return render(request, "forum/public/no_code.html", context, status=404)


def address_of(key: int) -> str:
    """Where the code of a proposal leads, as it is printed."""
    return settings.SITE + reverse("short", args=[code_of(key)])


def picture_of(key: int) -> SafeString:
    """The address as a QR code; black on white also in the dark, since some cameras read nothing else."""
    drawn = segno.make(address_of(key), error="l", boost_error=False)
    inner = drawn.svg_inline(scale=3, border=2, svgclass="qr", lineclass="", omitsize=True)
    return mark_safe(inner)  # noqa: S308 - our own address
