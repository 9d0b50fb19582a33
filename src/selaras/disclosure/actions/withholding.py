"""Weighing before withholding: the consequence test, the superior's approval, and its end."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Exemption, PublicBody
from selaras.government.queries import parameter_value
from selaras.people.models import Account


@dataclass(frozen=True)
class Weighing:
    """What a consequence test (uji konsekuensi) weighs; every word of it is needed."""

    title: str
    withheld: str
    article: str
    if_opened: str
    if_closed: str
    public_interest: str


@transaction.atomic
def weigh(body: PublicBody, weighing: Weighing, lasts_until: date | None = None, *, actor: Account) -> Exemption:
    """Write one down; it binds nobody before the superior has approved it. Raises NotAllowed, Incomplete."""
    if not rules.works_at(actor, body):
        raise NotAllowed(_("Uji konsekuensi ditulis oleh PPID %(body)s.") % {"body": body.name})
    told = {name: value.strip() for name, value in asdict(weighing).items()}
    wrong = {
        name: _("Isi bagian ini. Tanpa itu pengecualian tidak dapat ditetapkan.") for name in told if not told[name]
    }
    known = {one["article"]: one for one in parameter_value("disclosure.exemption_articles", timezone.localdate())}
    if told["article"] and told["article"] not in known:
        wrong["article"] = _("Pilih pasal yang menjadi dasar pengecualian.")
    elif told["article"] and known[told["article"]]["ends"] and lasts_until is None:
        wrong["lasts_until"] = _("Pengecualian menurut pasal ini tidak boleh selamanya. Isi sampai kapan.")
    if lasts_until and lasts_until <= timezone.localdate():
        wrong["lasts_until"] = _("Tanggal ini sudah lewat, jadi informasinya terbuka.")
    if wrong:
        raise Incomplete(wrong)
    made = Exemption.objects.create(
        body=body, **told, lasts_until=lasts_until, tested_on=timezone.localdate(), tested_by=str(actor)[:150]
    )
    record("disclosure.consequence_tested", actor=actor, subject=body.code, detail={"test": made.pk, **told})
    return made


@transaction.atomic
def approve(exemption: Exemption, number: str, *, actor: Account) -> Exemption:
    """The superior sets it, under a number. Raises NotAllowed, NotNow."""
    held = Exemption.objects.select_for_update().get(pk=exemption.pk)
    if not rules.judges(actor, held.body):
        raise NotAllowed(_("Pengecualian ditetapkan atas persetujuan atasan PPID %(body)s.") % {"body": held.body.name})
    if held.approved_at:
        raise NotNow(_("Pengecualian ini sudah disetujui."))
    if not number.strip():
        raise NotNow(_("Isi nomor surat penetapannya."))
    held.number, held.approved_at, held.approved_by = number.strip()[:120], timezone.now(), str(actor)[:150]
    held.save(update_fields=["number", "approved_at", "approved_by"])
    record("disclosure.exemption_approved", actor=actor, subject=held.body.code, detail={"test": held.pk})
    return held


@transaction.atomic
def open_up(exemption: Exemption, *, actor: Account) -> Exemption:
    """Give an exemption up, or note that its time is over. Raises NotAllowed, NotNow."""
    held = Exemption.objects.select_for_update().get(pk=exemption.pk)
    if not rules.works_at(actor, held.body):
        raise NotAllowed(_("Pengecualian ini milik PPID %(body)s.") % {"body": held.body.name})
    if held.opened_on:
        raise NotNow(_("Informasi ini sudah dibuka."))
    held.opened_on = timezone.localdate()
    held.save(update_fields=["opened_on"])
    record("disclosure.exemption_opened", actor=actor, subject=held.body.code, detail={"test": held.pk})
    return held


def in_force(exemption: Exemption, on: date) -> bool:
    """Approved, not given up, and not over."""
    over = exemption.lasts_until is not None and exemption.lasts_until < on
    return exemption.approved_at is not None and exemption.opened_on is None and not over
