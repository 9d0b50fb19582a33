"""What an office writes itself in its yearly service report."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.errors import Incomplete, NotAllowed
from selaras.disclosure.models import PublicBody, ReportText
from selaras.people.models import Account

LONGEST = 20_000  # signs of one section


@transaction.atomic
def tell_in_report(body: PublicBody | None, year: int, texts: Mapping[str, str], *, actor: Account) -> int:
    """Write sections of the report of one body, or without one of the whole network; returns how many changed.

    Raises NotAllowed, Incomplete.
    """
    if not (rules.works_at(actor, body) if body else rules.keeps_network(actor)):
        raise NotAllowed(_("Laporan ini ditulis oleh PPID-nya sendiri; laporan seluruh jaringan oleh PPID Utama."))
    told = {section: text.strip() for section, text in texts.items() if section in ReportText.Section.values}
    if wrong := {section: _too_long() for section, text in told.items() if len(text) > LONGEST}:
        raise Incomplete(wrong)
    now = timezone.now()
    held = ReportText.objects.select_for_update().filter(body=body, year=year).order_by()  # no join to lock
    known = {one.section: one for one in held}
    changed = [section for section, text in told.items() if text != (known[section].text if section in known else "")]
    for section in changed:
        values = {"text": told[section], "changed_at": now, "changed_by": actor}
        ReportText.objects.update_or_create(body=body, year=year, section=section, defaults=values)
    if changed:
        detail = {"year": year, "sections": changed}
        record("disclosure.report_told", actor=actor, subject=body.code if body else "semua", detail=detail)
    return len(changed)


def _too_long() -> str:
    return _("Tulisan ini terlalu panjang. Ringkas menjadi paling banyak 20.000 huruf.")
