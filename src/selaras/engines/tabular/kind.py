"""What a kind of list is, and the fields that several lists share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selaras.engines.tabular.mapping import Field


@dataclass(frozen=True, slots=True)
class Wide:
    """Columns that are one value a year or a criterion; they go into one field as a dictionary.

    `by` is ``year`` (the column name holds a year) or ``name`` (an unmapped column of numbers, keyed by its name).
    """

    field: str
    by: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of list. `any_of`: groups of fields of which each row needs one, beside the required ones."""

    name: str
    label: str
    fields: tuple[Field, ...]
    wide: Wide | None = None
    any_of: tuple[tuple[str, ...], ...] = ()

    def named(self, name: str) -> Field:
        """The field of that name; KeyError where the list has none."""
        return next(one for one in self.fields if one.name == name)


def field(
    name: str,
    label: str,
    kind: str,
    synonyms: str = "",
    *,
    required: bool = False,
    blocking: bool = False,
    choices: Mapping[str, str] | None = None,
) -> Field:
    """A field whose synonyms stand in one text, separated by commas."""
    names = tuple(synonym.strip() for synonym in synonyms.split(",") if synonym.strip())
    return Field(name, label, kind, names, required, blocking, choices or {})


NUMBER_FIELD = field(
    "number",
    "Nomor",
    "code",
    "no, nomor urut, no urut, id usulan, nomor usulan, kode usulan, no prioritas",
)
NOTE_FIELD = field("note", "Keterangan", "text", "catatan, ket, catatan penting, keterangan tambahan")
AGENCY_CODE_FIELD = field("agency_code", "Kode perangkat daerah", "code", "kode opd, kode skpd, kode pd, kode unit")
AGENCY_FIELD = field(
    "agency",
    "Perangkat daerah",
    "name",
    "opd, skpd, opd tujuan, perangkat daerah tujuan, skpd tujuan, dinas terkait, opd pelaksana, opd "
    "pengampu, perangkat daerah penanggung jawab, penanggung jawab, nama opd, nama perangkat daerah, "
    "unit kerja",
)
FUNDS_FIELD = field(
    "source_of_funds",
    "Sumber dana",
    "text",
    "sumber pendanaan, sumber anggaran, sumber dana indikatif",
)
UNIT_FIELD = field("unit", "Satuan", "text", "satuan volume, satuan target, sat")
YEAR_FIELD = field("year", "Tahun", "year", "tahun usulan, tahun anggaran, ta, tahun rencana, thn")
DISTRICT_CODE_FIELD = field(
    "district_code", "Kode kecamatan", "code", "kode kec, kode kapanewon, kode wilayah kecamatan"
)
DISTRICT_FIELD = field("district", "Kecamatan", "name", "kapanewon, nama kecamatan, kec, distrik, kecamatan lokasi")
PARTICIPANT_FIELD = field(
    "participant",
    "Nomor peserta",
    "code",
    "peserta, kode peserta, no peserta, id peserta, nama peserta, penilai, assessor",
    required=True,
)
PROPOSAL_FIELD = field(
    "proposal", "Nomor usulan", "code", "usulan, kode usulan, no usulan, id usulan, nomor usulan dinilai", required=True
)
