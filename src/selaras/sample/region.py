"""Puts the sample region together: file names and their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from selaras.sample import ceilings, people, plans, sending
from selaras.sample.facts import agencies, catalogue, crosswalk, districts, priorities
from selaras.sample.proposals import Proposal, make_proposals
from selaras.sample.tables import csv_bytes, xlsx_bytes

YEAR = 2021
SEED = 2021
OLD_CATALOGUE, NEW_CATALOGUE = "050-3708/2020", "900.1.15.5-1317/2023"
MARK = "data sintetis"
APPROXIMATE = "perkiraan, bukan hasil ukur"
DPRD_TITLES = (
    "PEMERINTAH KABUPATEN KEBUMEN",
    "SEKRETARIAT DPRD",
    f"REKAPITULASI POKOK-POKOK PIKIRAN DPRD TAHUN {YEAR} (DATA SINTETIS)",
)
DPRD_GROUPS = {
    "kecamatan": "Lokasi",
    "desa/kelurahan": "Lokasi",
    "kode desa": "Lokasi",
    "rt": "Lokasi",
    "rw": "Lokasi",
    "alamat": "Lokasi",
    "lintang": "Koordinat",
    "bujur": "Koordinat",
    "volume": "Besaran",
    "satuan": "Besaran",
}


def make_region(seed: int = SEED, scale: float = 1.0) -> dict[str, bytes]:
    """What an office has on the eve of its forum, file by file, the same bytes for the same seed and scale.

    `scale` multiplies the number of proposals (1.0: 4,560). Linear in it; 11 gives some 50,000 proposals.
    """
    proposals = make_proposals(seed, scale)
    renja, renstra = plans.make_plans(seed)
    participants = people.make_people()
    scores, conflicts = people.make_scores(seed, proposals, participants)
    return {
        **_documents(seed),
        **_reference(),
        **_proposal_files(seed, proposals),
        "renstra.csv": csv_bytes(plans.RENSTRA_HEADER, renstra),
        "renja.csv": csv_bytes(plans.RENJA_HEADER, map(plans.renja_row, renja)),
        "kunci-renja.csv": csv_bytes(plans.RENJA_KEY_HEADER, (plans.renja_key(p) for p in renja if p.faults or p.pair)),
        "pagu.csv": csv_bytes(ceilings.HEADER, ceilings.ceiling_rows(seed, proposals, renja)),
        "peserta.csv": csv_bytes(people.PEOPLE_HEADER, (p.row() for p in participants)),
        "nilai.csv": csv_bytes(people.SCORE_HEADER, scores),
        "konflik.csv": csv_bytes(people.CONFLICT_HEADER, conflicts),
        "suara.csv": csv_bytes(people.BALLOT_HEADER, people.make_ballots(seed, proposals, participants)),
    }


def _documents(seed: int) -> dict[str, bytes]:
    here = files("selaras.sample").joinpath("documents")
    return {
        name: here.joinpath(name).read_text(encoding="utf-8").replace("@SEED@", str(seed)).encode()
        for name in ("forum.toml", "README.md")
    }


def _reference() -> dict[str, bytes]:
    names = {e.code: e.name for e in catalogue()}
    return {
        "wilayah.csv": csv_bytes(
            ("kode", "nama", "tingkat", "jenis", "kode induk", "lintang", "bujur", "ketelitian koordinat"), _regions()
        ),
        "peta.csv": csv_bytes(
            ("kode kecamatan", "kecamatan", "kolom", "baris"),
            ((d.code, d.name, str(d.column), str(d.row)) for d in districts()),
        ),
        "perangkat-daerah.csv": csv_bytes(
            ("kode perangkat daerah", "perangkat daerah", "nama singkat", "bidang urusan", "program"),
            ((a.code, a.name, a.short, "; ".join(a.fields), "; ".join(a.programmes)) for a in agencies()),
        ),
        "katalog.csv": csv_bytes(
            ("kode", "tingkat", "nomenklatur", "kinerja", "indikator", "satuan"),
            ((e.code, e.level, e.name, e.outcome, e.indicator, e.unit) for e in catalogue()),
        ),
        "katalog-padanan.csv": csv_bytes(
            ("versi lama", "kode lama", "nomenklatur lama", "versi baru", "kode baru", "nomenklatur baru", "hubungan"),
            (
                (OLD_CATALOGUE, c.old, c.old_name, NEW_CATALOGUE, c.new, names.get(c.new, ""), c.relation)
                for c in crosswalk()
            ),
        ),
        "prioritas.csv": csv_bytes(
            ("nomor", "prioritas daerah", "sasaran daerah", "indikator", "kode program"),
            ((p.number, p.name, p.goal, p.indicator, "; ".join(p.programmes)) for p in priorities()),
        ),
    }


def _regions() -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        ("33.05", "Kebumen", "kabupaten", "kabupaten", "33", "-7.6700", "109.6500", APPROXIMATE)
    ]
    for d in districts():
        place = (f"{d.latitude:.4f}", f"{d.longitude:.4f}", APPROXIMATE)
        rows.append((d.code, d.name, "kecamatan", "kecamatan", "33.05", *place))
        for v in d.villages:
            place = (f"{v.latitude:.4f}", f"{v.longitude:.4f}", APPROXIMATE)
            rows.append((v.code, v.name, "desa", v.kind, d.code, *place))
    return rows


def _proposal_files(seed: int, proposals: Sequence[Proposal]) -> dict[str, bytes]:
    rows: dict[str, list[list[str]]] = {source: [] for source in sending.SOURCES}
    keys = []
    for proposal, (row, key) in zip(proposals, sending.send(seed, proposals, YEAR), strict=True):
        rows[proposal.source].append(row)
        keys.append(key)
    titles = [name.upper() if name in ("rt", "rw") else name.title() for name in sending.HEADER]
    header = [
        (DPRD_GROUPS[name], title) if name in DPRD_GROUPS else (title, "")
        for name, title in zip(sending.HEADER, titles, strict=True)
    ]
    return {
        "usulan-desa.csv": csv_bytes(sending.HEADER, rows["desa"]),
        "usulan-kecamatan.csv": csv_bytes(sending.HEADER, rows["kecamatan"]),
        "usulan-dprd.xlsx": xlsx_bytes(DPRD_TITLES, header, [*rows["dprd"], _total_row(proposals)]),
        "usulan-forum.csv": csv_bytes(sending.HEADER, rows["forum"]),
        "kunci.csv": csv_bytes(sending.KEY_HEADER, keys),
    }


def _total_row(proposals: Sequence[Proposal]) -> list[str]:
    """The line that offices put under a table, which is not a proposal."""
    total = sum(p.cost for p in proposals if p.source == "dprd")
    return [
        "JUMLAH" if name == "usulan" else str(total) if name == "perkiraan biaya" else "" for name in sending.HEADER
    ]
