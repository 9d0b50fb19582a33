"""What a forum reads of a site that the computation chose."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from selaras.engines.indonesian.wording import number, plain_date
from selaras.outreach.models import Source
from selaras.outreach.reach.queries import counters_of
from selaras.outreach.reach.siting import Answer, Chosen, Wish
from selaras.web.templatetags.selaras import percent


def evidence_of(wish: Wish, answer: Answer, chosen: Chosen) -> str:
    """What the forum reads: whom it reaches, next to what, how sure, by whose word, and the digest to reckon it by."""
    names = ", ".join(one.village.name for one in chosen.villages)
    weak = "lemah sinyal atau belum diketahui sinyalnya" if wish.unknown else "lemah sinyal"
    return (
        f"Menara di {chosen.candidate.village.name} menambah {number(chosen.adds)} orang terjangkau dalam "
        f"{number(Decimal(str(wish.kilometres)))} km ({names}). Satu dari {number(len(answer.chosen))} menara yang "
        f"bersama menjangkau {number(answer.newly)} dari {number(answer.weak)} orang di desa {weak}; "
        f"{_sure(answer)}.{_said_by(chosen)} Sidik perhitungannya {answer.digest[:12]}."
    )


def _said_by(chosen: Chosen) -> str:
    """The sources of the signal classes that count here, none where nothing is known; and of the people."""
    signals = sorted({one.standing.source for one in chosen.villages if one.standing}, key=_newest)
    told = (("Sinyal desanya", signals), ("Penduduknya", counters_of(chosen.villages)))
    return "".join(f" {what} menurut {_named(sources)}." for what, sources in told if sources)


def _named(sources: Iterable[Source]) -> str:
    return "; ".join(f"{one.name} ({one.get_way_display()}, {plain_date(one.as_of)})" for one in sources)


def _newest(source: Source) -> tuple[int, int]:
    return -source.as_of.toordinal(), source.pk


def _sure(answer: Answer) -> str:
    """A fair choice is best only among those that are as fair."""
    best = (
        "pilihan ini terbukti terbaik"
        if answer.proven
        else f"pilihan ini paling banyak {number(answer.bound - answer.newly)} orang dari terbaik"
    )
    if answer.share is None:
        return best
    lifted = (
        "terbukti tidak dapat diangkat satu poin persen lagi"
        if answer.fair_proven
        else "belum terbukti tidak dapat diangkat lebih tinggi"
    )
    return (
        f"di antara pilihan yang mengangkat kecamatan terlemah sampai sekitar {percent(answer.share)} orang lemah "
        f"sinyalnya yang terhitung, {best}; kecamatan terlemah {lifted}"
    )
