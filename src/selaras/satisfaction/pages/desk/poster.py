"""The poster of a survey and its QR code, for the whole service or for one desk."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.people.pages.doors import only, visitor
from selaras.satisfaction import rules
from selaras.satisfaction.exports.poster import as_pdf, as_svg
from selaras.satisfaction.queries import surveys_at_desk_of

_FORMS = {"pdf": (as_pdf, "application/pdf"), "svg": (as_svg, "image/svg+xml")}


@only(rules.reads_desk)
@require_safe
def poster_file(request: HttpRequest, key: str, form: str) -> HttpResponse:
    survey = get_object_or_404(surveys_at_desk_of(visitor(request)), key=key)
    if form not in _FORMS:
        raise Http404(_("Poster tersedia sebagai PDF, kode QR-nya sebagai SVG."))
    asked = request.GET.get("loket", "")
    desk = get_object_or_404(survey.service.desks.all(), code=asked) if asked else None
    draw, media_type = _FORMS[form]
    response = HttpResponse(draw(survey, desk), content_type=media_type)
    at = f"-{desk.code}" if desk else ""
    response["Content-Disposition"] = f'attachment; filename="survei-{survey.service.code}{at}.{form}"'
    return response
