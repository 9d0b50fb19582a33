"""The open data: each row of each file, with what every column means. Files and the page about them read this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.engines.scoring import WHOLE
from selaras.engines.tabular.streams import Cells
from selaras.forum.codes import code_of
from selaras.forum.models import Decision, Outcome, Progress, Proposal
from selaras.forum.pages.masking import masked
from selaras.forum.pages.words import ENDING_WORDS, SOURCE_WORDS, STATUS_WORDS

Columns = Mapping[str, str | Promise]

PROPOSALS: Columns = {
    "nomor": _("nomor usulan di forum ini"),
    "kode": _("kode enam tanda; alamat /u/KODE/ menuju halamannya"),
    "usulan": _("apa yang diusulkan; nama dan nomor orang disamarkan"),
    "asal": _("dari mana usulan datang"),
    "kecamatan": _("nama kecamatan"),
    "desa": _("nama desa atau kelurahan; kosong bila usulan sekecamatan"),
    "perangkat_daerah": _("yang mengerjakan, atau yang dituju bila belum diselaraskan"),
    "volume": _("banyaknya yang diminta"),
    "satuan": _("satuan volume"),
    "biaya_diusulkan": _("rupiah yang diminta"),
    "hasil": _("keputusan yang berlaku; atau bahwa usulan ditarik, digabung, atau dipecah lebih dahulu"),
    "urutan": _("urutan menurut nilai; kosong bila tidak dinilai"),
    "nilai": _("nilai 0 sampai 100"),
    "volume_didanai": _("banyaknya yang didanai; kosong bila tidak didanai"),
    "biaya_didanai": _("rupiah yang didanai; kosong bila tidak didanai"),
    "penjelasan": _("alasan keputusan, dalam kalimat"),
    "kemajuan_triwulan": _("triwulan terakhir yang dilaporkan; kosong bila belum"),
    "kemajuan_persen": _("persen pekerjaan sampai triwulan itu"),
    "kemajuan_terpakai": _("rupiah yang terpakai sampai triwulan itu"),
}
CEILINGS: Columns = {
    "id": _("tanda pagu, sama dengan di decision.json"),
    "jenis": _(
        "total, agency (perangkat daerah), programme (program), district (kecamatan), atau source (sumber dana)"
    ),
    "nama": _("nama pagu"),
    "pagu": _("rupiah yang boleh dipakai"),
    "renja": _("rupiah yang diambil rancangan Renja"),
    "usulan": _("rupiah yang diambil usulan yang didanai"),
    "sisa": _("rupiah yang tersisa"),
}
_LEDGER = ("id", "kind", "label", "amount", "plan", "used", "left")


def proposal_rows(proposals: Iterable[Proposal], decision: Decision | None) -> Iterator[Cells]:
    """Each proposal in the order of PROPOSALS. Two queries besides that of the proposals."""
    fates = {outcome.proposal_id: outcome for outcome in decision.outcomes.defer("detail")} if decision else {}
    told = Progress.objects.filter(proposal__forum=decision.forum_id if decision else None).order_by("quarter")
    latest = {one.proposal_id: one for one in told}
    for proposal in proposals:
        yield (*_asked(proposal), *_answered(fates.get(proposal.pk)), *_done(latest.get(proposal.pk)))


def _asked(proposal: Proposal) -> Cells:
    agency = proposal.handler or proposal.agency
    return (
        proposal.number,
        code_of(proposal.pk),
        masked(proposal.title),
        SOURCE_WORDS[proposal.source],
        proposal.district.name if proposal.district else "",
        proposal.village.name if proposal.village else "",
        agency.name if agency else "",
        proposal.volume,
        proposal.unit,
        proposal.cost,
        ENDING_WORDS[proposal.ending] if proposal.ending else STATUS_WORDS[proposal.status],
    )


def _answered(outcome: Outcome | None) -> Cells:
    if outcome is None:
        return (None, None, None, None, "")
    volume = None if outcome.cost is None else outcome.volume
    return (outcome.rank, _points(outcome), volume, outcome.cost, outcome.sentence)


def _points(outcome: Outcome) -> Decimal | None:
    return None if outcome.score is None else (Decimal(outcome.score) * 100 / WHOLE).quantize(Decimal("0.01"))


def _done(progress: Progress | None) -> Cells:
    return (progress.quarter, progress.percent, progress.spent) if progress else (None, None, None)


def ceiling_rows(decision: Decision) -> Iterator[Cells]:
    """Each line of the ledger in the order of CEILINGS."""
    for line in decision.summary["ledger"]:
        yield tuple(line[key] for key in _LEDGER)
