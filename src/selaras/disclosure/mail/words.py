"""What a mail says of a step: one sentence, where the case opens, and nothing that names the applicant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from selaras.disclosure.completeness import ASKED
from selaras.disclosure.links import address_of, token_of
from selaras.disclosure.models import Answer, Clock, Exemption, Mail, Request, Step
from selaras.engines.indonesian.wording import long_date, rupiah

Kind, Side = Step.Kind, Mail.Side


@dataclass(frozen=True)
class Written:
    to: str
    subject: str
    text: str


def _due(step: Step, kind: str) -> str:
    clock = step.request.clocks.filter(kind=kind).order_by("-round").first()
    return long_date(clock.due_on) if clock and clock.due_on else ""


def _told_due(step: Step) -> str:
    due = step.detail.get("due")
    return long_date(date.fromisoformat(due)) if due else ""


def _received(step: Step) -> str:
    if before := step.detail.get("moved_from"):
        return (
            f"Permohonan Anda nomor {before} diteruskan ke {step.request.body.name}, nomor baru {step.request.number}."
        )
    return f"Permohonan Anda diterima. Kelengkapannya diperiksa paling lambat {_due(step, Clock.Kind.CHECK)}."


def _asked(step: Step) -> str:
    wanted = "\n".join(f"- {ASKED[key].label}: {ASKED[key].why}" for key in step.detail["missing"])
    due = _due(step, Clock.Kind.COMPLETE)
    return f"Permohonan Anda belum lengkap. Lengkapi paling lambat {due}. Yang masih kurang:\n{wanted}"


def _accepted(step: Step) -> str:
    return f"Permohonan Anda sudah lengkap. Jawabannya paling lambat {_due(step, Clock.Kind.ANSWER)}."


def _extended(step: Step) -> str:
    return f"Waktu menjawab permohonan Anda diperpanjang sampai {_told_due(step)}."


def _resumed(step: Step) -> str:
    return f"Waktu menjawab permohonan Anda berjalan lagi. Jawabannya paling lambat {_told_due(step)}."


def _answered(step: Step) -> str:
    given = Answer.objects.filter(pk=step.detail.get("answer")).prefetch_related("parts").first()
    if given is None:
        return "Permohonan Anda sudah dijawab."
    lines = [f"Permohonan Anda dijawab: {given.get_outcome_display()}.", "", given.text, ""]
    for part in given.parts.all():
        why = "; ".join(filter(None, (part.article, part.reason)))
        lines.append(f"- {part.text}: {part.get_fate_display()}{f' ({why})' if why else ''}")
    if given.cost:
        lines += ["", f"Biaya: {rupiah(given.cost)}. {given.cost_note}"]
    return "\n".join(lines)


def _changed(step: Step) -> str:
    what = Clock.Kind(step.detail["clock"]).label
    due = _told_due(step)
    return f"Batas waktu {what} berubah menjadi {due}." if due else f"Batas waktu {what} dihitung ulang."


def _reminded(step: Step) -> str:
    return f"Batas waktu {Clock.Kind(step.detail['clock']).label} adalah {_told_due(step)}."


def _plain(sentence: str) -> Callable[[Step], str]:
    return lambda _step: sentence


TO_APPLICANT: dict[str, Callable[[Step], str]] = {
    Kind.RECEIVED: _received,
    Kind.ASKED: _asked,
    Kind.ACCEPTED: _accepted,
    Kind.LAPSED: _plain("Permohonan Anda gugur karena tidak dilengkapi. Anda dapat mengajukan yang baru kapan saja."),
    Kind.EXTENDED: _extended,
    Kind.PAUSED: _plain("Waktu menjawab permohonan Anda dihentikan sementara."),
    Kind.RESUMED: _resumed,
    Kind.ANSWERED: _answered,
    Kind.OBJECTION_ANSWERED: _plain("Keberatan Anda sudah ditanggapi atasan PPID."),
    Kind.DISPUTE_MOVED: _plain("Ada perkembangan dalam sengketa informasi Anda."),
    Kind.DISPUTE_CLOSED: _plain("Sengketa informasi Anda dicatat selesai."),
    Kind.CLOCK_CHANGED: _changed,
    Kind.REMINDED: _reminded,
}
TO_DESK: dict[str, Callable[[Step], str]] = {
    Kind.RECEIVED: _plain("Ada permohonan informasi baru."),
    Kind.COMPLETED: _plain("Pemohon melengkapi permohonannya. Periksa lagi."),
    Kind.WITHDRAWN: _plain("Pemohon menarik permohonannya."),
    Kind.OBJECTED: _plain("Pemohon mengajukan keberatan kepada atasan PPID."),
    Kind.DISPUTED: _plain("Pemohon mengajukan sengketa informasi."),
    Kind.MESSAGE: _plain("Ada surel baru dari pemohon."),
    Kind.CLOCK_CHANGED: _changed,
    Kind.REMINDED: _reminded,
}
_OF_A_CLOCK = {Kind.CLOCK_CHANGED, Kind.REMINDED}


def is_for(side: str, step: Step) -> bool:
    """Each side hears of the other's deeds; of a clock, who is bound by it. That an answer's day moved, both."""
    if step.kind in _OF_A_CLOCK:
        kind = step.detail["clock"]
        bound = kind in {*Clock.OF_DESK, *Clock.OF_SUPERIOR}
        return bound if side == Side.DESK else not bound or (step.kind == Kind.CLOCK_CHANGED)
    if side == Side.APPLICANT:
        return step.kind in TO_APPLICANT
    own = step.actor_id is not None and "moved_from" not in step.detail
    return step.kind in TO_DESK and not own


def written(step: Step, side: str, to: str) -> Written:
    """Always in Indonesian, as everything that is kept. Call only where `is_for` holds."""
    request, words = step.request, TO_DESK if side == Side.DESK else TO_APPLICANT
    with translation.override("id"):
        sentence = words[step.kind](step)
        reason = step.reason if side == Side.APPLICANT or step.kind in _OF_A_CLOCK else ""
        link = _link(request, side)
        parts = [sentence, reason and f"Keterangan: {reason}", link and f"Buka di sini: {link}", _foot(request, side)]
    first = sentence.partition("\n")[0].rstrip(".")
    return Written(to, f"[{request.number}] {first}"[:200], "\n\n".join(filter(None, parts)) + "\n")


def ending_written(exemption: Exemption, to: str) -> Written:
    """To a desk, before the last day of an exemption that has one."""
    with translation.override("id"):
        last = long_date(exemption.lasts_until) if exemption.lasts_until else ""
        link = settings.SITE + reverse("exemption", args=[exemption.pk])
    text = (
        f"Pengecualian “{exemption.title}” berakhir {last}. Sesudah hari itu informasinya terbuka: buka dan umumkan, "
        "atau timbang lagi sebelum berakhir bila alasannya masih ada.\n\n"
        f"Buka di sini: {link}\n\n{exemption.body.name}\n"
    )
    return Written(to, f"Pengecualian berakhir {last}: {exemption.title}"[:200], text)


def _link(request: Request, side: str) -> str:
    if side == Side.DESK:
        return settings.SITE + reverse("request-desk", args=[request.pk])
    return address_of(request) if token_of(request) else ""


def _foot(request: Request, side: str) -> str:
    lines = [f"Nomor pendaftaran: {request.number}", request.body.name]
    if side == Side.APPLICANT:
        lines.append("Tautan itu membuka permohonan Anda tanpa akun. Simpan baik-baik.")
        if settings.MAILBOX:
            lines.append("Balas surel ini bila ingin menulis kepada meja layanan.")
    return "\n".join(lines)
