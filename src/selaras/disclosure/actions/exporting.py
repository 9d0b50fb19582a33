"""Files with the data of those who ask leave the desk only by its own people, and each time is logged."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.exports.register import Register, as_csv, as_xlsx
from selaras.people.models import Account

_FORMS = {"csv": as_csv, "xlsx": as_xlsx}


@transaction.atomic
def export_register(register: Register, form: str, *, actor: Account) -> bytes:
    """The register of a desk as `csv` or `xlsx`. Raises NotAllowed, NotNow."""
    if not rules.works_at(actor, register.body):
        raise NotAllowed(_("Register ini milik meja layanan %(body)s.") % {"body": register.body.name})
    if form not in _FORMS:
        raise NotNow(_("Register tersedia sebagai CSV dan XLSX."))
    if register.last < register.first:
        raise NotNow(_("Tanggal akhir lebih dahulu daripada tanggal awal. Tukar keduanya."))
    content = _FORMS[form](register)
    detail = {"from": register.first.isoformat(), "to": register.last.isoformat(), "form": form}
    record("disclosure.register_exported", actor=actor, subject=register.body.code, detail=detail)
    return content
