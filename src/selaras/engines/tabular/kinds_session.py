"""The lists of a session: who takes part, how they score, what they support."""

from __future__ import annotations

from selaras.engines.tabular.kind import NOTE_FIELD, PARTICIPANT_FIELD, PROPOSAL_FIELD, Kind, Wide, field

PARTICIPANTS = Kind(
    "participants",
    "peserta",
    (
        field("number", "Nomor peserta", "code", "no, kode peserta, id peserta"),
        field("name", "Nama", "name", "nama peserta, nama lengkap", required=True),
        field("element", "Unsur", "text", "unsur peserta, kelompok, kategori, unsur kelompok"),
        field("role", "Peran", "text", "jabatan, sebagai, kedudukan"),
        field(
            "institution",
            "Instansi",
            "text",
            "lembaga, asal, asal instansi, instansi lembaga, organisasi, perangkat daerah",
        ),
        field("present", "Hadir", "boolean", "kehadiran, daftar hadir, hadir tidak"),
        field("assessor", "Penilai", "boolean", "penilai usulan, juri, tim penilai"),
        field("signatory", "Penandatangan", "boolean", "penanda tangan, tanda tangan berita acara"),
        NOTE_FIELD,
    ),
)

SCORES = Kind(
    "scores",
    "nilai",
    (
        PARTICIPANT_FIELD,
        PROPOSAL_FIELD,
        field("criterion", "Kriteria", "text", "nama kriteria, aspek, unsur penilaian"),
        field("value", "Nilai", "number", "skor, nilai kriteria, angka, score", blocking=True),
        NOTE_FIELD,
    ),
    wide=Wide("scores", "name"),
    any_of=(("value", "scores"),),
)

BALLOTS = Kind(
    "ballots",
    "suara",
    (
        PARTICIPANT_FIELD,
        field(
            "proposals",
            "Nomor usulan",
            "list",
            "usulan, usulan yang didukung, usulan disetujui, pilihan, no usulan, kode usulan",
            required=True,
        ),
        NOTE_FIELD,
    ),
)

CONFLICTS = Kind(
    "conflicts",
    "konflik kepentingan",
    (
        PARTICIPANT_FIELD,
        PROPOSAL_FIELD,
        field("reason", "Alasan", "text", "sebab, keterangan"),
    ),
)
