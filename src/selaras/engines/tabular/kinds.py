"""The lists an office sends, as data: what each may say and by which column names."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.engines.tabular.errors import UnknownKind
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

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where the list has none."""
        return next(one for one in self.fields if one.name == name)


_SOURCES = {
    "musrenbang desa": "village", "musrenbang kel": "village", "musrenbang kal": "village", "musrenbangdes": "village",
    "musrenbangkel": "village", "musrendes": "village", "musdes": "village", "desa": "village", "kelurahan": "village",
    "musrenbang kec": "district", "musrenbang kap": "district", "musrenbangcam": "district", "musrencam": "district",
    "kecamatan": "district", "pokok": "dprd", "pokir": "dprd", "dprd": "dprd", "reses": "dprd", "aspirasi": "dprd",
    "forum": "forum", "renja": "work_plan", "rancangan renja": "work_plan", "rencana kerja": "work_plan",
}  # fmt: skip
_LEVELS = {
    "bidang": "field", "urusan": "affair", "program": "programme", "kegiatan": "activity", "sub": "subactivity",
}  # fmt: skip
_REGION_LEVELS = {
    "provinsi": "province", "kabupaten": "regency", "kota": "regency", "kecamatan": "district", "distrik": "district",
    "kapanewon": "district", "desa": "village", "kelurahan": "village", "kalurahan": "village", "nagari": "village",
}  # fmt: skip
_CEILINGS = {
    "kabupaten": "total", "kota": "total", "total": "total", "keseluruhan": "total", "daerah": "total",
    "seluruh": "total", "perangkat daerah": "agency", "opd": "agency", "skpd": "agency", "sektoral": "agency",
    "program": "programme", "kecamatan": "district", "kewilayahan": "district", "wilayah": "district",
    "sumber dana": "source", "sumber": "source",
}  # fmt: skip
_RELATIONS = {
    "sama": "same", "tetap": "same", "berganti nama": "renamed", "ganti nama": "renamed", "berubah nama": "renamed",
    "digabung": "merged", "gabung": "merged", "dipecah": "split", "pecah": "split", "dihapus": "dropped", "hapus": "dropped",
}  # fmt: skip

_NUMBER = Field(
    "number",
    "Nomor",
    "code",
    ("no", "nomor urut", "no urut", "id usulan", "nomor usulan", "kode usulan", "no prioritas"),
)
_NOTE = Field("note", "Keterangan", "text", ("catatan", "ket", "catatan penting", "keterangan tambahan"))
_AGENCY_CODE = Field("agency_code", "Kode perangkat daerah", "code", ("kode opd", "kode skpd", "kode pd", "kode unit"))
_AGENCY = Field(
    "agency",
    "Perangkat daerah",
    "name",
    ("opd", "skpd", "opd tujuan", "perangkat daerah tujuan", "skpd tujuan", "dinas terkait", "opd pelaksana", "opd pengampu",
     "perangkat daerah penanggung jawab", "penanggung jawab", "nama opd", "nama perangkat daerah", "unit kerja"),
)  # fmt: skip
_FUNDS = Field(
    "source_of_funds", "Sumber dana", "text", ("sumber pendanaan", "sumber anggaran", "sumber dana indikatif")
)
_UNIT = Field("unit", "Satuan", "text", ("satuan volume", "satuan target", "sat"))
_YEAR = Field("year", "Tahun", "year", ("tahun usulan", "tahun anggaran", "ta", "tahun rencana", "thn"))
_DISTRICT_CODE = Field(
    "district_code", "Kode kecamatan", "code", ("kode kec", "kode kapanewon", "kode wilayah kecamatan")
)
_DISTRICT = Field(
    "district", "Kecamatan", "name", ("kapanewon", "nama kecamatan", "kec", "distrik", "kecamatan lokasi")
)
_PARTICIPANT = Field(
    "participant", "Nomor peserta", "code", ("peserta", "kode peserta", "no peserta", "id peserta", "nama peserta", "penilai", "assessor"), required=True
)  # fmt: skip
_PROPOSAL = Field(
    "proposal", "Nomor usulan", "code", ("usulan", "kode usulan", "no usulan", "id usulan", "nomor usulan dinilai"), required=True
)  # fmt: skip

PROPOSALS = Kind(
    "proposals",
    "usulan",
    (
        _NUMBER,
        Field(
            "title",
            "Usulan",
            "text",
            ("aktivitas", "uraian", "uraian usulan", "nama kegiatan", "usulan kegiatan", "usulan program kegiatan", "judul usulan",
             "nama usulan", "kegiatan", "jenis kegiatan", "program kegiatan", "usulan pekerjaan", "pekerjaan", "nama pekerjaan",
             "kegiatan prioritas", "gagasan", "judul", "uraian kegiatan", "usulan program", "nama paket", "rincian usulan",
             "usulan masyarakat", "uraian pekerjaan"),
            required=True,
        ),
        Field("problem", "Permasalahan", "text", ("masalah", "latar belakang", "uraian masalah", "isu", "uraian kondisi", "alasan usulan", "permasalahan kebutuhan")),
        Field("source", "Sumber", "choice", ("sumber usulan", "asal usulan", "jenis usulan", "asal"), choices=_SOURCES),
        Field("village", "Desa/Kelurahan", "name", ("desa", "kelurahan", "kalurahan", "nama desa", "nama kelurahan", "lokasi desa", "desa kel", "nama desa kelurahan", "lokasi desa kelurahan")),
        Field("village_code", "Kode desa", "code", ("kode kelurahan", "kode kalurahan", "kode desa kelurahan", "kode wilayah", "kode wilayah desa")),
        _DISTRICT,
        _DISTRICT_CODE,
        Field("rt", "RT", "rt", ("nomor rt", "rukun tetangga")),
        Field("rw", "RW", "rw", ("nomor rw", "rukun warga")),
        Field("address", "Alamat", "text", ("lokasi", "alamat lokasi", "detail lokasi", "lokasi kegiatan", "dusun", "rt rw", "lokasi usulan", "padukuhan", "dukuh", "alamat lengkap", "lokus")),
        Field("latitude", "Lintang", "latitude", ("lat", "latitude", "garis lintang", "koordinat lintang", "koordinat y")),
        Field("longitude", "Bujur", "longitude", ("long", "lng", "longitude", "garis bujur", "koordinat bujur", "koordinat x")),
        Field("volume", "Volume", "quantity", ("vol", "besaran", "jumlah volume", "koefisien", "kuantitas", "volume usulan", "besaran volume", "jumlah", "target volume")),
        _UNIT,
        Field(
            "cost",
            "Biaya",
            "money",
            ("perkiraan biaya", "anggaran", "pagu", "pagu indikatif", "nilai", "nilai usulan", "usulan anggaran", "jumlah dana", "rab",
             "biaya usulan", "kebutuhan dana", "estimasi biaya", "pagu usulan", "jumlah biaya", "anggaran usulan", "total biaya",
             "perkiraan anggaran", "nilai anggaran", "jumlah anggaran", "dana", "biaya perkiraan end range", "batas atas biaya",
             "biaya maksimal"),
            blocking=True,
        ),
        Field("cost_low", "Batas bawah biaya", "money", ("biaya perkiraan start range", "biaya minimal", "biaya terendah")),
        _AGENCY,
        Field("field_label", "Bidang urusan", "text", ("urusan", "urusan bidang", "bidang", "bidang usulan", "urusan pemerintahan", "bidang urusan pemerintahan", "urusan bidang urusan")),
        Field("proposer", "Pengusul", "text", ("nama pengusul", "pengusul usulan", "diusulkan oleh", "lembaga pengusul", "anggota dprd", "kelompok pengusul")),
        _YEAR,
        _FUNDS,
        Field("status", "Status", "text", ("status usulan", "keputusan", "hasil")),
        _NOTE,
    ),
)  # fmt: skip

REGIONS = Kind(
    "regions",
    "wilayah",
    (
        Field("code", "Kode", "code", ("kode wilayah", "kode desa", "kode kemendagri", "kode kecamatan"), required=True),
        Field("name", "Nama", "name", ("nama wilayah", "nama desa", "wilayah", "nama daerah", "desa", "kecamatan"), required=True),
        Field("level", "Tingkat", "choice", ("level", "tingkat wilayah"), choices=_REGION_LEVELS),
        Field("kind", "Jenis", "text", ("jenis wilayah", "tipe")),
        Field("parent", "Kode induk", "code", ("induk", "kode wilayah induk", "kode atasan", "kode kec", "parent")),
        Field("latitude", "Lintang", "latitude", ("lat", "latitude")),
        Field("longitude", "Bujur", "longitude", ("lng", "long", "longitude")),
        _NOTE,
    ),
)  # fmt: skip

AGENCIES = Kind(
    "agencies",
    "perangkat daerah",
    (
        Field("code", "Kode perangkat daerah", "code", ("kode", "kode opd", "kode skpd", "kode unit"), required=True),
        Field("name", "Perangkat daerah", "name", ("nama", "nama opd", "nama perangkat daerah", "nama skpd"), required=True),
        Field("short_name", "Nama singkat", "text", ("singkatan", "akronim", "nama pendek")),
        Field("duties", "Bidang urusan", "list", ("urusan", "kode bidang urusan", "bidang", "urusan yang diampu", "kode urusan")),
        Field("programmes", "Program", "list", ("kode program",)),
        Field("district_code", "Kode kecamatan", "code", ("kode wilayah",)),
        _NOTE,
    ),
)  # fmt: skip

CATALOGUE = Kind(
    "catalogue",
    "katalog program, kegiatan dan sub kegiatan",
    (
        Field("code", "Kode", "code", ("kode sub", "kode sub kegiatan", "kode nomenklatur", "kode rekening"), required=True),
        Field("name", "Nomenklatur", "text", ("nama", "sub kegiatan", "uraian", "nomenklatur urusan", "nama sub kegiatan", "subkegiatan", "nomenklatur urusan kabupaten kota"), required=True),
        Field("level", "Tingkat", "choice", ("level", "jenjang"), choices=_LEVELS),
        Field("performance", "Kinerja", "text", ("kinerja sub kegiatan",)),
        Field("indicator", "Indikator", "text", ("indikator kinerja", "indikator sub kegiatan")),
        _UNIT,
        Field("definition", "Definisi operasional", "text", ("definisi", "definisi indikator")),
        Field("field_code", "Kode bidang", "code", ("kode bidang urusan",)),
        Field("field_name", "Bidang", "text", ("bidang urusan", "nama bidang urusan")),
        Field("programme_code", "Kode program", "code", ()),
        Field("programme_name", "Program", "text", ("nama program",)),
        Field("activity_code", "Kode kegiatan", "code", ()),
        Field("activity_name", "Kegiatan", "text", ("nama kegiatan",)),
        Field("government", "Jenis pemda", "text", ("kewenangan", "jenis pemerintah daerah")),
        Field("previous", "Sebelumnya", "text", ("subkegiatan sebelumnya", "sub kegiatan sebelumnya", "nomenklatur sebelumnya")),
    ),
)  # fmt: skip

CEILINGS = Kind(
    "ceilings",
    "pagu indikatif",
    (
        Field("kind", "Lingkup", "choice", ("jenis pagu", "lingkup pagu", "jenis"), choices=_CEILINGS),
        _AGENCY_CODE,
        _AGENCY,
        Field("programme", "Kode program", "code", ("kode",)),
        Field("programme_name", "Program", "text", ("nama program",)),
        _DISTRICT_CODE,
        _DISTRICT,
        _FUNDS,
        Field("amount", "Pagu indikatif", "money", ("pagu", "jumlah", "nilai pagu", "anggaran", "pagu anggaran", "jumlah pagu"), required=True, blocking=True),
        Field("minimum", "Minimal", "money", ("pagu minimal", "belanja minimal", "paling sedikit", "batas bawah"), blocking=True),
        Field("applies_to", "Berlaku untuk", "text", ("untuk",)),
        _NOTE,
    ),
)  # fmt: skip

PRIORITIES = Kind(
    "priorities",
    "prioritas daerah",
    (
        Field("number", "Nomor", "code", ("no", "prioritas ke", "nomor prioritas")),
        Field("name", "Prioritas daerah", "text", ("prioritas", "prioritas pembangunan", "nama prioritas", "uraian prioritas"), required=True),
        Field("goal", "Sasaran daerah", "text", ("sasaran", "sasaran prioritas", "tujuan")),
        Field("indicator", "Indikator", "text", ("indikator sasaran", "indikator kinerja")),
        Field("codes", "Kode program", "list", ("program", "program pendukung", "kode program pendukung", "kode bidang urusan")),
        _NOTE,
    ),
)  # fmt: skip

WORK_PLAN = Kind(
    "workplan",
    "rancangan Renja",
    (
        _NUMBER,
        _AGENCY_CODE,
        _AGENCY,
        Field("code", "Kode sub kegiatan", "code", ("kode", "kode rekening", "kode kegiatan", "kode program kegiatan sub kegiatan"), required=True),
        Field("subactivity", "Sub kegiatan", "text", ("nama sub kegiatan", "nomenklatur", "urusan bidang program kegiatan", "program kegiatan sub kegiatan", "urusan bidang urusan program kegiatan sub kegiatan")),
        Field("title", "Rincian pekerjaan", "text", ("pekerjaan", "uraian", "nama kegiatan", "rincian", "aktivitas", "paket pekerjaan")),
        Field("indicator", "Indikator", "text", ("indikator kinerja", "indikator keluaran", "indikator kinerja program kegiatan")),
        _UNIT,
        Field("baseline", "Kondisi awal", "number", ("data awal", "capaian awal", "baseline", "data capaian awal")),
        Field("target", "Target", "quantity", ("target capaian", "target kinerja", "target capaian kinerja", "target tahun rencana")),
        Field("location", "Lokasi", "text", ("lokasi kegiatan",)),
        Field("region_code", "Kode wilayah", "code", ("kode lokasi", "kode desa", "kode kecamatan")),
        Field("cost", "Pagu indikatif", "money", ("pagu", "kebutuhan dana", "anggaran", "biaya", "kebutuhan dana pagu indikatif"), required=True, blocking=True),
        _FUNDS,
        Field("forward_target", "Target prakiraan maju", "quantity", ("prakiraan maju target", "target tahun n 1")),
        Field("forward_cost", "Pagu prakiraan maju", "money", ("prakiraan maju pagu", "prakiraan maju", "kebutuhan dana prakiraan maju"), blocking=True),
        Field("must_fund", "Wajib", "boolean", ("wajib didanai", "belanja wajib", "mandatori")),
        _NOTE,
    ),
    any_of=(("subactivity", "title"),),
)  # fmt: skip

STRATEGIC_TARGETS = Kind(
    "targets",
    "target Renstra",
    (
        _AGENCY_CODE,
        _AGENCY,
        Field("code", "Kode", "code", ("kode program", "kode sub kegiatan", "kode rekening")),
        Field("name", "Program/sub kegiatan", "text", ("program", "sub kegiatan", "program kegiatan", "tujuan sasaran program")),
        Field("indicator", "Indikator", "text", ("indikator kinerja", "indikator sasaran", "indikator program"), required=True),
        _UNIT,
        Field("baseline", "Kondisi awal", "number", ("data awal", "capaian awal", "baseline", "data capaian awal", "kondisi awal 2020")),
        Field("year", "Tahun", "year", ()),
        Field("target", "Target", "number", ("target tahun", "nilai target")),
        _NOTE,
    ),
    wide=Wide("targets", "year"),
    any_of=(("target", "targets"),),
)  # fmt: skip

PARTICIPANTS = Kind(
    "participants",
    "peserta",
    (
        Field("number", "Nomor peserta", "code", ("no", "kode peserta", "id peserta")),
        Field("name", "Nama", "name", ("nama peserta", "nama lengkap"), required=True),
        Field("element", "Unsur", "text", ("unsur peserta", "kelompok", "kategori", "unsur kelompok")),
        Field("role", "Peran", "text", ("jabatan", "sebagai", "kedudukan")),
        Field("institution", "Instansi", "text", ("lembaga", "asal", "asal instansi", "instansi lembaga", "organisasi", "perangkat daerah")),
        Field("present", "Hadir", "boolean", ("kehadiran", "daftar hadir", "hadir tidak")),
        Field("assessor", "Penilai", "boolean", ("penilai usulan", "juri", "tim penilai")),
        Field("signatory", "Penandatangan", "boolean", ("penanda tangan", "tanda tangan berita acara")),
        _NOTE,
    ),
)  # fmt: skip

SCORES = Kind(
    "scores",
    "nilai",
    (
        _PARTICIPANT,
        _PROPOSAL,
        Field("criterion", "Kriteria", "text", ("nama kriteria", "aspek", "unsur penilaian")),
        Field("value", "Nilai", "number", ("skor", "nilai kriteria", "angka", "score"), blocking=True),
        _NOTE,
    ),
    wide=Wide("scores", "name"),
    any_of=(("value", "scores"),),
)
BALLOTS = Kind(
    "ballots",
    "suara",
    (
        _PARTICIPANT,
        Field("proposals", "Nomor usulan", "list", ("usulan", "usulan yang didukung", "usulan disetujui", "pilihan", "no usulan", "kode usulan"), required=True),
        _NOTE,
    ),
)  # fmt: skip
CONFLICTS = Kind(
    "conflicts",
    "konflik kepentingan",
    (_PARTICIPANT, _PROPOSAL, Field("reason", "Alasan", "text", ("sebab", "keterangan"))),
)
CROSSWALK = Kind(
    "crosswalk",
    "padanan katalog",
    (
        Field("old_version", "Versi lama", "text", ("daftar lama",)),
        Field("old_code", "Kode lama", "code", ("kode sebelumnya", "kode asal", "kode awal")),
        Field("old_name", "Nomenklatur lama", "text", ("nama lama", "nomenklatur sebelumnya")),
        Field("new_version", "Versi baru", "text", ("daftar baru",)),
        Field("new_code", "Kode baru", "code", ("kode pemutakhiran", "kode tujuan")),
        Field("new_name", "Nomenklatur baru", "text", ("nama baru",)),
        Field("relation", "Hubungan", "choice", ("jenis perubahan", "perubahan", "relasi", "keterangan perubahan"), choices=_RELATIONS),
    ),
    any_of=(("old_code", "new_code"),),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PROPOSALS, REGIONS, AGENCIES, CATALOGUE, CEILINGS, PRIORITIES, WORK_PLAN, STRATEGIC_TARGETS, PARTICIPANTS,
        SCORES, BALLOTS, CONFLICTS, CROSSWALK,
    )
}  # fmt: skip


def kind_named(name: str) -> Kind:
    """The kind of list of that name; raises `UnknownKind` with the known ones.

    >>> kind_named("proposals").label
    'usulan'
    """
    if name not in KINDS:
        raise UnknownKind(f"Jenis daftar “{name}” tidak dikenal. Pilih salah satu: {', '.join(KINDS)}.")
    return KINDS[name]
