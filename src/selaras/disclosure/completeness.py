"""What a request needs before it can be answered: which of it the applicant has not told, and why each is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Applicant, Request
from selaras.government.queries import parameter

_NIK = re.compile(r"\d{16}")


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: its name, why it is asked, and what to write."""

    label: str | Promise
    why: str | Promise
    hint: str | Promise = ""


ASKED = {
    "name": Asked(
        gettext_lazy("Nama lengkap"),
        gettext_lazy("Undang-undang mewajibkan kami mencatat siapa yang meminta."),
        gettext_lazy("Seperti di KTP, atau nama badan hukum."),
    ),
    "identity_number": Asked(
        gettext_lazy("Nomor identitas"),
        gettext_lazy("Membuktikan bahwa pemohon warga negara atau badan hukum Indonesia. Disimpan terkunci."),
        gettext_lazy("NIK 16 angka; badan hukum: nomor SK pengesahan."),
    ),
    "address": Asked(
        gettext_lazy("Alamat"), gettext_lazy("Wajib dicatat, dan ke sini surat dikirim bila Anda memilih pos.")
    ),
    "contact": Asked(
        gettext_lazy("Nomor telepon atau surel"),
        gettext_lazy("Supaya Anda diberi tahu bila jawabannya sudah ada."),
        gettext_lazy("Salah satu cukup."),
    ),
    "subject": Asked(
        gettext_lazy("Informasi yang diminta"),
        gettext_lazy("Makin jelas yang diminta, makin cepat ditemukan."),
        gettext_lazy("Sebut dokumen, tahun, dan tempatnya bila tahu."),
    ),
    "purpose": Asked(gettext_lazy("Tujuan penggunaan"), gettext_lazy("Wajib dicatat; bukan alasan untuk menolak.")),
    "way": Asked(gettext_lazy("Cara memperoleh"), gettext_lazy("Melihat di tempat atau membawa salinan.")),
    "delivery": Asked(gettext_lazy("Cara mengirimkan"), gettext_lazy("Ke mana jawaban dan salinannya diserahkan.")),
    "acts_for": Asked(
        gettext_lazy("Nama yang diwakili"), gettext_lazy("Kuasa dicatat bersama orang yang memberi kuasa.")
    ),
    "identity": Asked(
        gettext_lazy("Foto kartu identitas"),
        gettext_lazy("Bukti nomor identitas. Disimpan terkunci; setiap dilihat dicatat."),
    ),
    "deed": Asked(gettext_lazy("Salinan pengesahan badan hukum"), gettext_lazy("Bukti bahwa badan hukumnya ada.")),
    "proxy": Asked(gettext_lazy("Surat kuasa"), gettext_lazy("Bukti bahwa Anda boleh meminta atas nama orang itu.")),
}


def missing_of(request: Request, applicant: Applicant, identity: Identity, papers: set[str], on: date) -> list[str]:
    """Keys of `ASKED` that the regulation in force asks for and that were not told, in the order of the form."""
    asked = parameter("disclosure.required", on).value
    wanted = {*asked["all"], *asked[applicant.kind], *(asked["by_proxy"] if applicant.by_proxy else [])}
    told = {
        "contact": bool(identity.phone or identity.email),
        "subject": len(request.subject.split()) >= asked["subject_words"],
        **{name: bool(getattr(identity, name)) for name in ("name", "identity_number", "address", "acts_for")},
        **{name: bool(getattr(request, name)) for name in ("purpose", "way", "delivery")},
        **{kind: kind in papers for kind in ("identity", "deed", "proxy")},
    }
    return [key for key in ASKED if key in wanted and not told[key]]


def slips_of(identity: Identity, kind: str, delivery: str) -> dict[str, str]:
    """Field to sentence for what was told but cannot be right; what is missing is another matter."""
    wrong = {}
    digits = re.sub(r"[\s.\-]", "", identity.identity_number)
    if digits and kind == Applicant.Kind.PERSON and not _NIK.fullmatch(digits):
        wrong["identity_number"] = _("NIK terdiri atas 16 angka. Hitung kembali angkanya.")
    if identity.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", identity.email):
        wrong["email"] = _("Alamat surel ini tidak lengkap, misalnya nama@contoh.id.")
    if len(re.sub(r"\D", "", identity.phone)) not in range(8, 16) and identity.phone:
        wrong["phone"] = _("Nomor telepon ini terlalu pendek atau terlalu panjang. Periksa angkanya.")
    if delivery == Request.Delivery.EMAIL and not identity.email:
        wrong["email"] = _("Anda memilih jawaban lewat surel. Isi alamat surelnya, atau pilih cara lain.")
    return wrong
