"""The metadata forms of a dataset at the desk: which are filled in, one filled in, its editions, and the print."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.errors import Incomplete, Overtaken
from selaras.sectoral.exports.metadata import FORMATS, written
from selaras.sectoral.metadata_editions import editions_of
from selaras.sectoral.metadata_forms import Sheet, sheet_of, sheets_of
from selaras.sectoral.metadata_needed import slots_of
from selaras.sectoral.metadata_proposed import proposed_answers
from selaras.sectoral.models import Dataset, Metadata
from selaras.sectoral.pages.metadata_form import MetadataForm
from selaras.sectoral.queries import datasets_at_desk_of, editions_at_desk_of, metadata_visible_to, standard_in_force

Form = Metadata.Form
FORMS = {"kegiatan": Form.ACTIVITY, "variabel": Form.VARIABLE, "indikator": Form.INDICATOR}
SLUGS = {form: slug for slug, form in FORMS.items()}


@require_safe
@only(rules.reads_desk)
def metadata_page(request: HttpRequest, code: str) -> HttpResponse:
    """Which forms are filled in, and what each lacks."""
    dataset = _dataset(request, code)
    held = metadata_visible_to(visitor(request)).filter(dataset=dataset).select_related("filled_by")
    standard = standard_in_force(dataset)
    slots = slots_of(standard, held, sheets_of(timezone.localdate()))
    context = {
        "dataset": dataset,
        "standard": standard,
        "rows": [(one, form_address(dataset, one.form, one.subject)) for one in slots],
        "missing": sum(one.held is None for one in slots),
        "filled": sum(one.held is not None for one in slots),
        "indicators": any(one.form == Form.INDICATOR for one in slots),
        "new_indicator": form_address(dataset, Form.INDICATOR, ""),
        "may_fill": rules.produces(visitor(request), dataset),
    }
    return render(request, "sectoral/metadata.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.reads_desk)
def metadata_form_page(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """One form filled in: from its last edition, else from what is known of the dataset; its earlier editions below."""
    dataset, sheet = _dataset(request, code), _sheet(form)
    subject = request.GET.get("nama", "").strip()
    rows = list(editions_at_desk_of(visitor(request)).filter(dataset=dataset, form=sheet.form, subject=subject))
    last = rows[0] if rows else None
    names_subject = sheet.form != Form.ACTIVITY and not subject
    if request.method != "POST":
        asked = _begun(dataset, sheet, subject, last)
    else:
        asked = MetadataForm(sheet, request.POST, names_subject=names_subject)
        if saved := _saved(request, dataset, asked, subject):
            return _onwards(request, saved)
        if _by_script(request):
            return JsonResponse({"errors": asked.errors}, status=422)
    shown = _shown(request, rows)
    context = {
        "dataset": dataset,
        "form": asked,
        "word": Form(sheet.form).label,
        "subject": subject,
        "last": last,
        "shown": shown,
        "answers": [(one, one.words_of(shown.answers.get(one.key))) for one in sheet.questions] if shown else [],
        "editions": editions_of(rows, sheet.questions),
        "may_fill": not shown and rules.produces(visitor(request), dataset),
        "keep": f"metadata-{dataset.code}-{sheet.form}-{subject}",
    }
    return render(request, "sectoral/metadata_form.html", context, status=422 if asked.errors else 200)


def _shown(request: HttpRequest, rows: Sequence[Metadata]) -> Metadata | None:
    """The edition to be read and not written: one that was asked for; for who may not write, the one that holds."""
    asked = request.GET.get("edisi", "")
    if asked and request.method != "POST":
        found = next((one for one in rows if str(one.edition) == asked), None)
        if found is None:
            raise Http404(_("Edisi ini tidak ada. Pilih salah satu di halaman formulirnya."))
        return found
    writes = rows and rules.produces(visitor(request), rows[0].dataset)
    return None if writes or not rows else rows[0]


def _begun(dataset: Dataset, sheet: Sheet, subject: str, last: Metadata | None) -> MetadataForm:
    """From the edition that holds; a first one from what is known of the dataset."""
    if last:
        return MetadataForm.showing(sheet, last.answers, edition=last.edition, subject=None)
    said = proposed_answers(dataset, standard_in_force(dataset), sheet.form, subject)
    if subject or sheet.form == Form.ACTIVITY:
        return MetadataForm.showing(sheet, said, edition=0, subject=None)
    return MetadataForm.showing(sheet, said, edition=0, subject=said.get("concept", ""))


def form_address(dataset: Dataset, form: str, subject: str) -> str:
    address = reverse("data-metadata-form", args=[dataset.code, SLUGS[Form(form)]])
    return f"{address}?{urlencode({'nama': subject})}" if subject else address


def _dataset(request: HttpRequest, code: str) -> Dataset:
    found = datasets_at_desk_of(visitor(request)).select_related("agency__region")
    return get_object_or_404(found, code=code)


def _sheet(form: str) -> Sheet:
    if form not in FORMS:
        raise Http404(_("Formulir metadata ini tidak ada."))
    return sheet_of(FORMS[form], timezone.localdate())


def _saved(request: HttpRequest, dataset: Dataset, asked: MetadataForm, subject: str) -> Metadata | None:
    """None where something is missing or does not fit; the form then says what."""
    if not asked.is_valid():
        return None
    named = subject or asked.cleaned_data.get("subject", "")
    try:
        return fill_in(dataset, asked.sheet.form, named, asked.answers, over=asked.over, actor=visitor(request))
    except Incomplete as refused:
        asked.tell(refused.fields)
    except Overtaken as refused:
        asked.overtaken(refused)
    return None


def _onwards(request: HttpRequest, saved: Metadata) -> HttpResponse:
    messages.success(request, _("Formulir tersimpan sebagai edisi %(n)s.") % {"n": saved.edition})
    to = reverse("data-metadata", args=[saved.dataset.code])
    return JsonResponse({"next": to}) if _by_script(request) else redirect(to)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


@require_safe
@only(rules.reads_desk)
def metadata_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """All forms of the dataset in one document."""
    dataset = _dataset(request, code)
    if kind not in FORMATS:
        raise Http404(_("Bentuk berkas ini tidak ada. Pilih PDF, XLSX, atau JSON."))
    held = metadata_visible_to(visitor(request)).filter(dataset=dataset)
    today = timezone.localdate()
    answer = HttpResponse(written(kind, dataset, held, sheets_of(today), today), content_type=FORMATS[kind])
    answer["Content-Disposition"] = f'attachment; filename="metadata-{dataset.code}.{kind}"'
    return answer
