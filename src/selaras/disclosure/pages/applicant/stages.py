"""The steps of the form, and which of them asks what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.drafts import Sheet
from selaras.disclosure.models import IdentityDocument
from selaras.disclosure.pages.applicant.forms import HowForm, PapersForm, StepForm, WhatForm, WhoForm
from selaras.government.queries import parameter_value


@dataclass(frozen=True)
class Stage:
    """One step of the form, with the word in its address."""

    slug: str
    short: str | Promise
    title: str | Promise
    form: type[StepForm]

    @property
    def fields(self) -> list[str]:
        return list(self.form.base_fields)


STAGES = (
    Stage("apa", _("Apa"), _("Apa yang Anda minta?"), WhatForm),
    Stage("cara", _("Bagaimana"), _("Bagaimana Anda ingin menerimanya?"), HowForm),
    Stage("siapa", _("Siapa"), _("Siapa yang meminta?"), WhoForm),
    Stage("berkas", _("Bukti"), _("Bukti siapa Anda"), PapersForm),
)
STEPS = len(STAGES) + 1  # with the last look


def stage_of(name: str) -> Stage | None:
    """The step that asks for a field or a key of `ASKED`."""
    if name == "contact":
        name = "phone"
    if name in {*IdentityDocument.Kind.values, "papers"}:
        return STAGES[-1]
    return next((stage for stage in STAGES if name in stage.fields), None)


def told_in(sheet: Sheet) -> Iterator[tuple[str | Promise, str, Stage]]:
    """Each answer under its question, with the step that asks it."""
    for stage in STAGES[:-1]:
        for name, field in stage.form.base_fields.items():
            typed = sheet.fields.get(name, "")
            words = dict(getattr(field, "choices", ()))
            if typed and name != "by_proxy":
                yield field.label or "", str(words.get(typed, typed)), stage


def papers_of(sheet: Sheet) -> list[str]:
    """The papers that the regulation asks of this kind of applicant."""
    asked = parameter_value("disclosure.required", timezone.localdate())
    wanted = {*asked.get(sheet.kind, []), *(asked["by_proxy"] if sheet.by_proxy else [])}
    return [kind for kind in IdentityDocument.Kind.values if kind in wanted]


def own_link(token: str) -> dict[str, Any]:
    if not token:
        return {"days": parameter_value("disclosure.draft_days", timezone.localdate())}
    link = settings.SITE + reverse("ask-check", args=[token])
    return {"link": link, "days": parameter_value("disclosure.draft_days", timezone.localdate())}
