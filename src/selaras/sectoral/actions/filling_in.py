"""A metadata form of the statistics office is filled in; earlier editions stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.errors import Incomplete, Overtaken
from selaras.sectoral.metadata_forms import fitted, sheet_of
from selaras.sectoral.models import Dataset, Metadata

Form = Metadata.Form


@transaction.atomic
def fill_in(
    dataset: Dataset, form: str, subject: str, answers: Mapping[str, Any], *, over: int | None = None, actor: Account
) -> Metadata:
    """Fill in a form; `subject` names the variable or the indicator. The same answers again are the edition that holds.

    `over` is the edition that was before the writer's eyes (0: none); None asks nothing. Raises NotAllowed, Incomplete,
    Overtaken where somebody filled the form in meanwhile.
    """
    require_producer(dataset.agency, actor)
    subject = subject.strip()
    said, wrong = fitted(sheet_of(form, timezone.localdate()).questions, answers)
    if form == Form.ACTIVITY and subject:
        wrong["subject"] = _("Satu kegiatan punya satu formulir. Kosongkan bagian ini.")
    if form != Form.ACTIVITY and not 0 < len(subject) <= 200:
        wrong["subject"] = _("Tulis nama variabel atau indikatornya, paling banyak 200 huruf.")
    if wrong:
        raise Incomplete(wrong)
    held = held_dataset(dataset)
    last = held.metadata.filter(form=form, subject=subject).order_by("-edition").first()
    if last and last.answers == said:
        return last
    newest = last.edition if last else 0
    if over is not None and over != newest:
        told = _("Formulir ini sudah punya edisi %(n)s yang belum Anda lihat. Bandingkan, lalu simpan lagi.")
        raise Overtaken(told % {"n": newest}, newest)
    edition = newest + 1
    made = held.metadata.create(
        form=form, subject=subject, edition=edition, answers=said, filled_by=actor, filled_at=timezone.now()
    )
    detail = {"form": form, "subject": subject, "edition": edition}
    record("sectoral.metadata_filled_in", actor=actor, subject=held.code, detail=detail)
    return made
