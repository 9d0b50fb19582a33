"""What a letter may say: each field with what it means, and its value from a case as it stands today."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.completeness import ASKED
from selaras.disclosure.exports.fields_of_answer import answer_fields, refusal_fields
from selaras.disclosure.exports.wording import Value, ended
from selaras.disclosure.identity import identity_of
from selaras.disclosure.links import address_of
from selaras.disclosure.models import Clock, LetterKind, Objection, Request, Step
from selaras.disclosure.terms import rule_of
from selaras.engines import workdays
from selaras.engines.indonesian.wording import long_date
from selaras.government.queries import parameter_value

Words = dict[str, str | Promise]
COMMON: Words = {
    "nomor_permohonan": _("nomor pendaftaran"),
    "tanggal_terima": _("hari dan tanggal permohonan diterima"),
    "saluran": _("lewat apa permohonan datang"),
    "nama": _("nama pemohon"),
    "diwakili": _("siapa yang diwakili, bila pemohon seorang kuasa"),
    "alamat": _("alamat pemohon"),
    "kontak": _("telepon dan surel pemohon"),
    "pekerjaan": _("pekerjaan pemohon"),
    "informasi": _("informasi yang diminta"),
    "tujuan": _("tujuan penggunaan"),
    "cara_memperoleh": _("melihat atau meminta salinan"),
    "bentuk": _("berkas digital atau cetak"),
    "cara_kirim": _("cara mengirimkan"),
    "badan": _("nama badan publik"),
    "atasan": _("badan publik yang menjawab keberatan"),
    "tautan": _("tautan pribadi pemohon"),
}
_OBJECTION: Words = {
    "nomor_keberatan": _("nomor keberatan"),
    "tanggal_keberatan": _("hari dan tanggal keberatan diterima"),
    "alasan_keberatan": _("alasan menurut Pasal 35, satu baris satu alasan"),
    "isi_keberatan": _("uraian pemohon"),
    "batas_tanggapan": _("batas atasan PPID menanggapi"),
    "dasar_tanggapan": _("dasar hukum batas itu"),
}
OWN: dict[str, Words] = {
    LetterKind.RECEIPT: {
        "batas_periksa": _("batas pemeriksaan kelengkapan"),
        "hari_jawab": _("berapa hari kerja waktu menjawab"),
        "dasar_jawab": _("dasar hukum waktu menjawab"),
    },
    LetterKind.INCOMPLETE: {
        "kurang": _("apa yang masih kurang, satu baris satu hal"),
        "catatan": _("catatan petugas"),
        "batas_melengkapi": _("batas melengkapi"),
        "dasar_melengkapi": _("dasar hukum batas itu"),
    },
    LetterKind.EXTENSION: {
        "batas_semula": _("batas jawab sebelum diperpanjang"),
        "batas_baru": _("batas jawab sesudah diperpanjang"),
        "hari_tambahan": _("berapa hari kerja ditambahkan"),
        "alasan_perpanjangan": _("alasan perpanjangan"),
        "dasar_perpanjangan": _("dasar hukum perpanjangan"),
        "hitungan": _("cara batas dihitung, satu baris satu langkah"),
    },
    LetterKind.ANSWER: {
        "penguasaan": _("apakah informasi di bawah penguasaan badan ini"),
        "badan_penguasa": _("siapa yang menguasainya, bila bukan badan ini"),
        "keputusan": _("dikabulkan, sebagian, ditolak, atau tidak dikuasai"),
        "bagian": _("putusan atas tiap bagian, satu baris satu bagian"),
        "jawaban": _("bunyi jawaban"),
        "berkas": _("berkas yang diserahkan, satu baris satu berkas"),
        "penghitaman": _("apa yang dihapus dari salinan dan sebabnya"),
        "biaya": _("biaya salinan"),
        "cara_bayar": _("untuk apa biayanya dan cara membayar"),
        "batas_keberatan": _("batas mengajukan keberatan"),
    },
    LetterKind.REFUSAL: {
        "ditolak": _("bagian yang dikecualikan dengan alasan, pasal, dan nomor uji konsekuensi"),
        "akibat": _("akibat bila informasinya dibuka"),
        "batas_keberatan": _("batas mengajukan keberatan"),
    },
    LetterKind.TRANSFER: {
        "alasan_penerusan": _("mengapa permohonan diteruskan"),
        "tujuan_penerusan": _("badan publik tujuan dengan nomor barunya, satu baris satu badan"),
    },
    LetterKind.OBJECTION: _OBJECTION,
    LetterKind.SUPERIOR: {
        **_OBJECTION,
        "putusan_keberatan": _("diterima, diterima sebagian, atau ditolak"),
        "tanggapan": _("bunyi tanggapan"),
        "batas_sengketa": _("batas mengajukan sengketa informasi"),
        "dasar_sengketa": _("dasar hukum batas itu"),
    },
}


def fields_of(kind: str) -> Words:
    """Name to meaning, for the one who words a letter."""
    return {**COMMON, **OWN[kind]}


def values(request: Request, kind: str, key: int) -> dict[str, Value]:
    """What each field of the kind says; `key` is that of the deed that the letter is about."""
    own = {
        LetterKind.RECEIPT: _receipt,
        LetterKind.INCOMPLETE: _incomplete,
        LetterKind.EXTENSION: _extension,
        LetterKind.ANSWER: answer_fields,
        LetterKind.REFUSAL: refusal_fields,
        LetterKind.TRANSFER: _transfer,
        LetterKind.OBJECTION: _objection,
        LetterKind.SUPERIOR: _superior,
    }
    return {**_common(request), **own[LetterKind(kind)](request, key)}


def _common(request: Request) -> dict[str, Value]:
    who = identity_of(request.applicant)
    return {
        "nomor_permohonan": request.number,
        "tanggal_terima": long_date(request.received_on),
        "saluran": request.get_channel_display(),
        "nama": who.name,
        "diwakili": who.acts_for,
        "alamat": who.address,
        "kontak": ", ".join(filter(None, (who.phone, who.email))),
        "pekerjaan": who.job or "tidak disebutkan",
        "informasi": request.subject,
        "tujuan": request.purpose,
        "cara_memperoleh": request.get_way_display(),
        "bentuk": request.get_form_display(),
        "cara_kirim": request.get_delivery_display(),
        "badan": request.body.name,
        "atasan": (request.body.superior or request.body).name,
        "tautan": address_of(request),
    }


def day(told: date | datetime | None) -> str:
    """With the weekday; the day at the office of a moment."""
    if isinstance(told, datetime):
        told = timezone.localtime(told).date()
    return long_date(told) if told else ""


def due(clock: Clock | None) -> str:
    """The day on which a clock is due, or that it stands still."""
    if clock is None:
        return ""
    return day(clock.due_on) or "hari yang kami beri tahukan kemudian, karena waktunya sedang dihentikan"


def _receipt(request: Request, _key: int) -> dict[str, Value]:
    answer = rule_of(Clock.Kind.ANSWER, request.received_on)
    return {
        "batas_periksa": due(request.clocks.filter(kind=Clock.Kind.CHECK).order_by("round").first()),
        "hari_jawab": str(answer.days),
        "dasar_jawab": answer.legal_basis,
    }


def _incomplete(request: Request, key: int) -> dict[str, Value]:
    asked = request.steps.filter(kind=Step.Kind.ASKED).order_by("pk")[key - 1]
    clock = request.clocks.get(kind=Clock.Kind.COMPLETE, round=key)
    return {
        "kurang": tuple(f"{ASKED[name].label}. {ASKED[name].why}" for name in asked.detail["missing"]),
        "catatan": asked.reason,
        "batas_melengkapi": due(clock),
        "dasar_melengkapi": f"{clock.days} hari kerja, {clock.legal_basis}",
    }


def _extension(request: Request, key: int) -> dict[str, Value]:
    clock = request.clocks.get(pk=key)
    deadline = workdays.from_json(clock.derivation)
    return {
        "batas_semula": day(deadline.due_unextended),
        "batas_baru": due(clock),
        "hari_tambahan": str(clock.extension_days),
        "alasan_perpanjangan": clock.extension_reason,
        "dasar_perpanjangan": deadline.rule.extension_basis,
        "hitungan": tuple(workdays.explained(deadline)),
    }


def _transfer(request: Request, _key: int) -> dict[str, Value]:
    moved = request.steps.filter(kind=Step.Kind.MOVED).latest("pk")
    return {
        "alasan_penerusan": moved.reason,
        "tujuan_penerusan": tuple(
            f"{one.body.name}, nomor {one.number}: {ended(one.subject)} Tautan baru Anda: {address_of(one)}"
            for one in request.moved_to.select_related("body").order_by("pk")
        ),
    }


def _objection(request: Request, key: int) -> dict[str, Value]:
    objection = request.objections.get(pk=key)
    grounds = parameter_value("disclosure.objection_grounds", objection.received_on)
    clock = request.clocks.filter(kind=Clock.Kind.SUPERIOR).order_by("-round").first()
    return {
        "nomor_keberatan": objection.number,
        "tanggal_keberatan": long_date(objection.received_on),
        "alasan_keberatan": tuple(
            f"{grounds[letter]} (Pasal 35 ayat (1) huruf {letter})" for letter in objection.grounds
        ),
        "isi_keberatan": objection.text,
        "batas_tanggapan": due(clock),
        "dasar_tanggapan": clock.legal_basis if clock else "",
    }


def _superior(request: Request, key: int) -> dict[str, Value]:
    objection = request.objections.get(pk=key)
    clock = request.clocks.filter(kind=Clock.Kind.DISPUTE).order_by("-round").first()
    return {
        **_objection(request, key),
        "putusan_keberatan": Objection.Decision(objection.decision).label,
        "tanggapan": objection.decision_text,
        "batas_sengketa": due(clock),
        "dasar_sengketa": clock.legal_basis if clock else "",
    }
