"""What is missing before a forum decides: counted, with where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.forum.models import Ballot, Forum, Mark, Proposal, Round
from selaras.forum.voting.results import secret_ballots, secret_marks
from selaras.planning.models import Ceiling


@dataclass(frozen=True)
class Gap:
    """One thing that is missing; `stops` where no decision is possible with it."""

    key: str
    words: str | Promise
    count: int
    then: str | Promise
    stops: bool = False


_OF_PROPOSALS: dict[str, tuple[Q, str | Promise, str | Promise]] = {
    "authority": (
        Q(handler=None),
        _("usulan belum jelas perangkat daerahnya"),
        _("Tidak ikut dinilai sampai diselaraskan."),
    ),
    "cost": (
        Q(cost=None) | Q(cost=0),
        _("usulan tanpa biaya"),
        _("Tidak ikut dinilai, kecuali ada rekomendasi biaya."),
    ),
    "volume": (
        Q(volume=None) | Q(unit=""),
        _("usulan tanpa volume atau satuan"),
        _("Tidak ikut dinilai, kecuali ada rekomendasi volume."),
    ),
    "location": (Q(district=None), _("usulan yang lokasinya belum dikenali"), _("Tidak ikut dinilai.")),
    "marks": (
        Q(marked=False),
        _("usulan yang belum dinilai siapa pun"),
        _("Dihitung dengan nilai rata-rata semua usulan."),
    ),
}


def gaps(forum: Forum) -> list[Gap]:
    """Everything that is missing, what stops a decision first. A constant number of queries."""
    return sorted(_found(forum), key=lambda gap: not gap.stops)


def _found(forum: Forum) -> Iterator[Gap]:
    if not Ceiling.objects.filter(cycle=forum.cycle_id).exists():
        yield Gap("ceilings", _("pagu"), 0, _("Belum ada yang dapat dibagi. Masukkan pagu lebih dahulu."), True)
    told = {key: Count("pk", filter=condition) for key, (condition, _w, _t) in _OF_PROPOSALS.items()}
    counts = _standing(forum).aggregate(all=Count("pk"), **told)
    if not counts["all"]:
        yield Gap(
            "proposals", _("usulan"), 0, _("Belum ada yang dapat diputuskan. Masukkan usulan lebih dahulu."), True
        )
    for key, (_condition, words, then) in _OF_PROPOSALS.items():
        if counts[key]:
            yield Gap(key, words, counts[key], then)
    if open_ := Round.objects.filter(forum=forum, state=Round.State.OPEN).count():
        yield Gap("rounds", _("pemungutan suara masih dibuka"), open_, _("Yang masuk kemudian mengubah keputusan."))
    if not (Ballot.objects.filter(participant__forum=forum).exists() or any(secret_ballots(forum))):
        yield Gap("ballots", _("suara peserta"), 0, _("Aturan bagian setara memakai nilai penilai sebagai gantinya."))


def _standing(forum: Forum) -> QuerySet[Proposal]:
    """What the decision is made of, each with whether somebody has marked it, in the open or in secret."""
    in_secret = {number for _label, number, _values in secret_marks(forum)}
    marked = Q(Exists(Mark.objects.filter(proposal=OuterRef("pk")))) | Q(number__in=in_secret)
    return Proposal.objects.filter(forum=forum, ending="").annotate(marked=marked)
