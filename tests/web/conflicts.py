"""One of each thing of the settling of conflicts that an address may name: at the agency of the first proposal."""

from __future__ import annotations

from django.utils import timezone

from selaras.forum.models import Forum
from selaras.intake.models import Batch
from selaras.sectoral.models import Conflict, Crosswalk, Measure, Side, Word
from tests.web.sectoral import a_version


def a_conflict(forum: Forum) -> Conflict:
    """One that is open, with a proposal, so that every part of its page is there."""
    if found := Conflict.objects.first():
        return found
    version, now = a_version(forum), timezone.now()
    agency = version.dataset.agency
    told = {"kind": "disagreement", "indicator": "penduduk", "region": "33.05", "period": "2024", "sentence": "Contoh."}
    conflict = Conflict.objects.create(
        key="9" * 64, gap="3", relative=0.12, unit="orang", fingerprint="9" * 64, owner=agency, found_at=now,
        starts_on=now.date(), **told,
    )  # fmt: skip
    for position, number in enumerate(("22", "25")):
        Side.objects.create(
            conflict=conflict, position=position, agency=agency, version=version, row=1, column="jumlah",
            number=number, unit="jiwa", region="33.05", code_system="kemendagri 2025", period="2024", common=number,
            half="0",
        )  # fmt: skip
    said = {"text": "Contoh.", "number": "22", "unit": "jiwa", "at": now}
    Word.objects.create(conflict=conflict, kind="proposed", by=version.received_by, agency=agency, **said)
    return conflict


def a_measure(forum: Forum) -> Measure:
    version, now = a_version(forum), timezone.now()
    told = {"indicator": "penduduk", "value_column": "jumlah", "member": ""}
    more = {"unit": "jiwa", "region_column": "desa", "code_system": "kemendagri 2025", "period": "2024"}
    given = {"set_by": version.received_by, "set_at": now, **more}
    return Measure.objects.get_or_create(dataset=version.dataset, **told, defaults=given)[0]


def a_crosswalk(forum: Forum) -> Crosswalk:
    """One with a row that was taken and one that was kept back."""
    if found := Crosswalk.objects.first():
        return found
    version, now = a_version(forum), timezone.now()
    told = {"kind": "crosswalk_units", "scope": "", "sender": "Contoh", "name": "satuan.csv", "digest": "9" * 64}
    batch = Batch.objects.create(content=b"dari,ke\n", read=2, taken=1, kept=1, **told)
    batch.rows.create(number=3, raw={}, outcome="kept", reasons=["Kolom “ke” kosong. Isi keduanya."])
    made = Crosswalk.objects.create(
        kind="units", source="Contoh", version="1", batch=batch, imported_by=version.received_by, imported_at=now
    )
    made.rows.create(written="org", meant="orang")
    return made
