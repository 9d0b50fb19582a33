"""The words of the forum room as its pages say them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.forum.models import Event, Forum, Proposal, Recommendation
from selaras.planning.models import Ceiling

STATUS_WORDS: dict[str, str | Promise] = {
    Proposal.Status.ACCEPTED: _("Didanai"),
    Proposal.Status.CHANGED: _("Didanai dengan perubahan"),
    Proposal.Status.MERGED: _("Digabung"),
    Proposal.Status.REJECTED: _("Belum didanai"),
    Proposal.Status.PROPOSED: _("Diusulkan"),
}
ENDING_WORDS: dict[str, str | Promise] = {
    Proposal.Ending.WITHDRAWN: _("Ditarik"),
    Proposal.Ending.MERGED: _("Digabung"),
    Proposal.Ending.SPLIT: _("Dipecah"),
}
SOURCE_WORDS: dict[str, str | Promise] = {
    Proposal.Source.VILLAGE: _("Musrenbang desa/kelurahan"),
    Proposal.Source.DISTRICT: _("Musrenbang kecamatan"),
    Proposal.Source.DPRD: _("Pokok pikiran DPRD"),
    Proposal.Source.FORUM: _("Forum perangkat daerah"),
    Proposal.Source.WORK_PLAN: _("Rancangan Renja"),
}
# The deeds on a proposal that the public reads of; a kind that is not here is not told.
DEED_WORDS: dict[str, str | Promise] = {
    Event.Kind.PROPOSED: _("Diusulkan"),
    Event.Kind.CORRECTED: _("Dibetulkan"),
    Event.Kind.RESENT: _("Dikirim ulang lewat berkas"),
    Event.Kind.RECOMMENDED: _("Direkomendasikan"),
    Event.Kind.REROUTED: _("Diteruskan ke perangkat daerah lain"),
    Event.Kind.MERGED: _("Digabung"),
    Event.Kind.SPLIT: _("Dipecah"),
    Event.Kind.CARRIED: _("Diusulkan lagi untuk tahun berikutnya"),
    Event.Kind.WITHDRAWN: _("Ditarik"),
    Event.Kind.UNDONE: _("Tindakan sebelumnya dibatalkan"),
    "motion_accepted": _("Diubah forum di dalam sidang"),
    "match_confirmed": _("Sub kegiatannya dipastikan"),
    "match_reopened": _("Kepastian sub kegiatannya dibatalkan"),
    "duplicates_judged": _("Dibandingkan dengan usulan yang mirip"),
    "duplicates_reopened": _("Putusan atas usulan yang mirip dibatalkan"),
}
LEVEL_WORDS: dict[str, str | Promise] = {
    Recommendation.Level.VILLAGE: _("Desa/kelurahan"),
    Recommendation.Level.DISTRICT: _("Kecamatan"),
    Recommendation.Level.PARTNER: _("Mitra Bappeda"),
    Recommendation.Level.AGENCY: _("Perangkat daerah"),
    Recommendation.Level.BUDGET_TEAM: _("Tim anggaran (TAPD)"),
    Recommendation.Level.FORUM: _("Forum"),
}
RULE_WORDS: dict[str, str | Promise] = {
    Forum.Rule.RANKED: _("Urutan nilai"),
    Forum.Rule.OPTIMAL: _("Nilai total tertinggi"),
    Forum.Rule.EQUAL_SHARES: _("Bagian setara"),
}
RULE_SENTENCES: dict[str, str | Promise] = {
    Forum.Rule.RANKED: _(
        "Usulan didanai menurut urutan nilainya. Yang tidak muat di dalam pagu dilewati, lalu usulan berikutnya dicoba."
    ),
    Forum.Rule.OPTIMAL: _("Dipilih gabungan usulan yang muat di dalam semua pagu dengan jumlah nilai tertinggi."),
    Forum.Rule.EQUAL_SHARES: _(
        "Setiap peserta memegang bagian dana yang sama. Usulan didanai bila pendukungnya cukup untuk membiayainya."
    ),
}
CEILING_WORDS: dict[str, str | Promise] = {
    Ceiling.Kind.TOTAL: _("Seluruh daerah"),
    Ceiling.Kind.AGENCY: _("Per perangkat daerah"),
    Ceiling.Kind.PROGRAMME: _("Per program"),
    Ceiling.Kind.DISTRICT: _("Per kecamatan"),
    Ceiling.Kind.SOURCE: _("Per sumber dana"),
}
# Why proposals have no money, after their number: `5 usulan …`.
REASON_WORDS: dict[str, str | Promise] = {
    "ceiling": _("tidak muat di dalam pagu"),
    "group_taken": _("digabung dengan usulan yang sama"),
    "ineligible": _("belum dapat dinilai, sebab ada syarat yang belum dipenuhi"),
    "requirement_missing": _("menunggu usulan lain yang harus ada lebih dulu"),
    "not_elected": _("kurang pendukung di antara peserta"),
    "not_chosen": _("kalah nilai dari gabungan usulan lain"),
    "forum_refused": _("tidak didanai atas putusan forum"),
}
