"""The ways from the desk into the forum room. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.forum import rules
from selaras.people.pages.menu import Part, Way
from selaras.people.queries import has_role
from selaras.planning import rules as planning

MENU = (
    Part(_("Meja kerja"), (Way("desk", _("Ringkasan"), has_role),)),
    Part(
        _("Sebelum forum"),
        (
            Way("proposal-new", _("Tulis usulan"), rules.may_propose),
            Way("own-proposals", _("Usulan saya"), rules.may_propose),
            Way("upload", _("Unggah berkas usulan"), rules.may_propose),
            Way("recommend-list", _("Rekomendasi"), rules.recommends),
            Way("files", _("Berkas masuk"), rules.sees_or_sends_files),
            Way("align-matches", _("Pencocokan"), rules.aligns),
            Way("align-groups", _("Usulan ganda"), rules.runs_forum),
            Way("align-overlaps", _("Tumpang tindih"), rules.runs_forum),
            Way("align-findings", _("Indikator Renja"), rules.aligns),
            Way("board", _("Siapa sudah mengirim"), has_role),
        ),
    ),
    Part(
        _("Di ruang sidang"),
        (
            Way("attendance", _("Daftar hadir"), rules.runs_forum),
            Way("agenda", _("Jalannya sidang"), rules.runs_forum),
            Way("rounds", _("Pemungutan suara"), rules.sees_votes_held),
            Way("screen", _("Layar proyektor"), rules.sees_preparation),
        ),
    ),
    Part(
        _("Keputusan"),
        (
            Way("deciding", _("Putusan"), rules.sees_deciding),
            Way("sign", _("Tanda tangan"), rules.is_signatory),
        ),
    ),
    Part(
        _("Sesudah forum"),
        (
            Way("last-year", _("Usulan tahun lalu"), rules.may_propose),
            Way("next-forum", _("Forum berikutnya"), planning.may_plan),
            Way("progress", _("Kemajuan usulan"), rules.reports_somewhere),
            Way("realisation", _("Realisasi rencana"), rules.reports_somewhere),
        ),
    ),
)
