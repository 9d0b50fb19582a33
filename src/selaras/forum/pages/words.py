"""The words of the forum room as its pages say them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.forum.models import Forum, Proposal, Recommendation
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
