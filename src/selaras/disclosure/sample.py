"""A few invented requests for whoever looks at the program first; each says that it is made up."""

from __future__ import annotations

from uuid import UUID, uuid5

from selaras.disclosure.actions.answering import Reply, Told, answer, publish
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.requesting import By, Wanted, submit
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import PublicBody, Request
from selaras.people.models import Account

_SPACE = UUID("5e1a7a50-0000-4000-8000-000000000000")  # of these examples, so that they are made once
_NAMES = ("Siti (contoh)", "Joko (contoh)", "Ratna (contoh)", "Parjo (contoh)")
_ASKED = (
    "Salinan APBDes tahun lalu beserta laporan pelaksanaannya",
    "Daftar kegiatan Dana Desa tahun ini beserta lokasinya",
    "Rencana pembangunan talud dusun dan gambar kerjanya",
    "Jadwal pelayanan dan biaya surat keterangan di kantor desa",
)


def ask_examples(body: PublicBody, *, desk: Account) -> list[Request]:
    """One request in each of the first states: to be checked, incomplete, open, answered for all. Made once a body."""
    if body.requests.filter(synthetic=True).exists():
        return []
    checking, incomplete, opened, answered = (_asked(body, at) for at in range(len(_ASKED)))
    ask_to_complete(incomplete, ["identity"], "Foto boleh diambil dengan telepon.", actor=desk)
    accept(opened, actor=desk)
    accept(answered, actor=desk)
    words = "Kantor desa melayani Senin sampai Jumat pukul 08.00–15.00. Surat keterangan tidak dipungut biaya."
    given = answer(answered, Reply([Told("Jadwal dan biaya", "given")], words), actor=desk)
    publish(given, "Jadwal dan biaya pelayanan kantor desa", actor=desk)
    return [checking, incomplete, opened, answered]


def _asked(body: PublicBody, at: int) -> Request:
    who = Identity(_NAMES[at], f"330500000000000{at}", "RT 01 RW 01 (contoh)", f"08000000000{at}")
    wanted = Wanted(_ASKED[at], "Ingin tahu (contoh)", "copy", "soft", "site")
    made = submit(body, uuid5(_SPACE, f"{body.code} {at}"), wanted, By(who))
    Request.objects.filter(pk=made.pk).update(synthetic=True)
    return made
