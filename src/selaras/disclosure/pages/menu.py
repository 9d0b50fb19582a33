"""The ways from the desk into the openness room. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.disclosure import rules
from selaras.people.pages.menu import Part, Way

_WAYS: tuple[Way, ...] = (
    Way("information-desk", _("Permohonan informasi"), rules.handles_requests),
    Way("deadlines", _("Batas waktu"), rules.handles_requests),
    Way("information-overdue", _("Lewat batas"), rules.oversees),
    Way("exemptions", _("Pengecualian"), rules.handles_requests),
    Way("publication-desk", _("Daftar informasi"), rules.keeps_lists),
    Way("desk-own", _("Meja kami"), rules.keeps_lists),
    Way("desks-upload", _("Isi semua meja"), rules.keeps_network),
    Way("helped-villages", _("Desa yang dibantu"), rules.helps_villages),
    Way("information-register", _("Register permohonan"), rules.handles_requests),
    Way("letter-wordings", _("Naskah surat"), rules.handles_requests),
    Way("holidays", _("Hari libur"), rules.keeps_holidays),
    Way("maturity-desk", _("Kematangan PPID"), rules.keeps_lists),
    Way("assessments", _("Verifikasi kuesioner"), rules.oversees),
    Way("service-report", _("Laporan layanan"), rules.reads_reports),
)
MENU = (Part(_("Keterbukaan informasi"), _WAYS),)
