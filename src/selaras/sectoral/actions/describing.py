"""A dataset is described: what it is about, how often it comes, and who answers for it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import Dataset

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Described:
    """What Satu Data Indonesia asks of a dataset: concept, definition, classification, measure, unit."""

    title: str
    summary: str
    frequency: str
    concept: str
    definition: str
    contact_unit: str
    classification: str = ""
    measure: str = ""
    unit: str = ""
    contact_email: str = ""


@transaction.atomic
def describe_dataset(code: str, agency: Agency, said: Described, *, actor: Account) -> Dataset:
    """Describe a new dataset, or one that is known anew; described as it stands, nothing happens.

    `code` is for good. Raises NotAllowed, Incomplete.
    """
    require_producer(agency, actor)
    said = _whole(code, said)
    known = Dataset.objects.filter(code=code).first()
    dataset = held_dataset(known) if known else Dataset(code=code, agency=agency)
    if dataset.agency_id != agency.pk:
        raise Incomplete(
            {"code": _("Kode ini sudah dipakai %(agency)s. Pilih kode lain.") % {"agency": dataset.agency}}
        )
    told = asdict(said)
    changed = [name for name, value in told.items() if getattr(dataset, name) != value]
    if known and not changed:
        return dataset
    for name in changed:
        setattr(dataset, name, told[name])
    dataset.described_at = timezone.now()
    dataset.save()
    record("sectoral.dataset_described", actor=actor, subject=code, detail={"changed": changed, "agency": agency.code})
    return dataset


def _needed() -> dict[str, str]:
    return {
        "title": _("Tulis judul datanya."),
        "summary": _("Tulis satu atau dua kalimat tentang isinya."),
        "concept": _("Tulis konsepnya: hal apa yang diukur."),
        "definition": _("Tulis definisinya: apa yang dihitung dan apa yang tidak."),
        "contact_unit": _("Tulis bagian yang menjawab pertanyaan tentang data ini."),
    }


def _whole(code: str, said: Described) -> Described:
    """Without stray spaces. Raises Incomplete."""
    told = {name: value.strip() for name, value in asdict(said).items()}
    wrong = {name: sentence for name, sentence in _needed().items() if not told[name]}
    for name, value in told.items():
        most = getattr(Dataset._meta.get_field(name), "max_length", None)
        if most and len(value) > most:
            wrong[name] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
    if not _CODE.fullmatch(code) or len(code) > 60:
        wrong["code"] = _("Tulis kode dari huruf kecil, angka, dan tanda hubung, paling banyak 60: jumlah-penduduk.")
    if told["frequency"] not in Dataset.Frequency.values:
        wrong["frequency"] = _("Pilih seberapa sering data ini terbit.")
    if told["contact_email"] and not _is_address(told["contact_email"]):
        wrong["contact_email"] = _("Alamat surel ini tidak lengkap. Tulis misalnya data@contoh.go.id.")
    if wrong:
        raise Incomplete(wrong)
    return Described(**told)


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
