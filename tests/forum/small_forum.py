"""A forum small enough to check by hand, taken in from files as an office sends them."""

from __future__ import annotations

from datetime import date

from django.apps import apps

from selaras.forum.actions import open_forum, receive
from selaras.forum.folder import Setting
from selaras.forum.models import Forum, Proposal
from selaras.government.actions import seed_parameters
from selaras.intake.models import Batch
from selaras.people.actions import system_account
from selaras.people.models import Account
from selaras.planning.models import CatalogueEntry

SETTING = Setting(
    slug="kecil-2021",
    name="Forum Perangkat Daerah Kecil (contoh)",
    region="33.05",
    region_name="Kabupaten Kebumen",
    year=2021,
    held_on=date(2020, 2, 11),
    place="Aula (contoh)",
    host="2.16",
    catalogue="katalog contoh",
    rule="ranked",
    synthetic=True,
    note="Data contoh.",
    criteria=(("mendesak", "Kemendesakan", 60), ("manfaat", "Pemanfaatan", 40)),
)

REGIONS = """kode,nama
33.05.01,Ayah
33.05.01.2003,Srati
33.05.01.2005,Jintung
33.05.02,Buayan
33.05.02.2003,Adiwarno
"""
MAP = "kode kecamatan,kecamatan,kolom,baris\n33.05.01,Ayah,0,1\n33.05.02,Buayan,1,1\n"
AGENCIES = """kode,perangkat daerah,nama singkat,bidang urusan
1.02,Dinas Kesehatan,Dinkes,1.02
1.03,Dinas Pekerjaan Umum,DPU,1.03
2.16,Dinas Komunikasi dan Informatika,Diskominfo,2.16; 2.20
"""
CATALOGUE = """kode,nomenklatur,indikator,satuan
1.02,Kesehatan,,
1.02.02,Program Upaya Kesehatan,,
1.02.02.2.01,Penyediaan Fasilitas Kesehatan,,
1.02.02.2.01.0003,Pembangunan Posyandu,Jumlah posyandu yang dibangun,Unit
1.03,Pekerjaan Umum,,
1.03.10,Program Penyelenggaraan Jalan,,
1.03.10.2.01,Penyelenggaraan Jalan Kabupaten,,
1.03.10.2.01.0005,Pembangunan Jalan,Panjang jalan yang dibangun,Km
1.03.10.2.01.0009,Pemeliharaan Rutin Jalan,Panjang jalan yang dipelihara,Km
2.16,Komunikasi dan Informatika,,
2.16.02,Program Informasi dan Komunikasi Publik,,
2.16.02.2.01,Pengelolaan Informasi Publik,,
2.16.02.2.01.0017,Pelayanan Informasi Publik,Jumlah layanan informasi publik,Layanan
"""
CROSSWALK = """versi lama,kode lama,versi baru,kode baru,hubungan
katalog lama,1.03.10.2.01.01,katalog contoh,1.03.10.2.01.0005,berganti nama
katalog lama,1.03.10.2.01.02,katalog contoh,1.03.10.2.01.0009,digabung
"""
PRIORITIES = (
    "nomor,prioritas daerah,sasaran,kode program\n1,Jalan mantap,Akses lancar,1.03.10\n2,Sehat,Warga sehat,1.02\n"
)
CEILINGS = """lingkup,kode perangkat daerah,kode kecamatan,pagu indikatif
kabupaten,,,700.000.000
perangkat daerah,1.03,,420.000.000
perangkat daerah,1.02,,260.000.000
perangkat daerah,2.16,,90.000.000
kecamatan,,33.05.01,200.000.000
kecamatan,,33.05.02,150.000.000
"""
TARGETS = """kode perangkat daerah,kode,indikator,satuan,kondisi awal,target 2021,target 2022
1.03,1.03.10,Panjang jalan mantap,Km,100,110,120
"""
WORK_PLAN = """nomor,kode opd,kode sub kegiatan,sub kegiatan,indikator,satuan,target,pagu indikatif,wajib,prakiraan maju
R-1,1.03,1.03.10.2.01.0009,Pemeliharaan Rutin Jalan,Panjang jalan yang dipelihara,Km,12,150.000.000,ya,160.000.000
R-2,1.02,1.02.02.2.01.0003,Pembangunan Posyandu,Jumlah posyandu yang dibangun,Unit,2,100.000.000,tidak,110.000.000
R-3,2.16,2.16.02.2.01.0017,Pelayanan Informasi Publik,Jumlah layanan informasi publik,Layanan,3,80.000.000,tidak,
R-4,2.16,2.16.02.2.01.0017,Siaran keliling,Jumlah siaran,Kali,3,70.000.000,tidak,
"""
PARTICIPANTS = """nomor,nama,unsur,hadir,penilai
P1,Penilai Satu (contoh),Perangkat daerah,ya,ya
P2,Penilai Dua (contoh),Kecamatan,ya,ya
P3,Warga Tiga (contoh),Masyarakat,tidak,tidak
"""
PROPOSALS = """nomor,usulan,kode desa,kecamatan,volume,satuan,perkiraan biaya,opd
U-1,Pembangunan jalan Dusun Siwatu,33.05.01.2003,Ayah,400,m,120.000.000,DPU
U-2,Pembangunan jalan Dusun Karang,33.05.01.2005,Ayah,300,m,90.000.000,DPU
U-3,Jalan Dusun Siwatu dibangun,33.05.01.2003,Ayah,400,m,110.000.000,DPU
U-4,Pembangunan posyandu Melati,33.05.02.2003,Buayan,1,unit,80.000.000,Dinas Kesehatan
U-5,Pembangunan posyandu Mawar,33.05.01.2005,Ayah,1,unit,90.000.000,Dinas Kesehatan
U-6,Pelayanan informasi publik desa,33.05.02.2003,Buayan,1,layanan,15.000.000,Diskominfo
U-7,Rehab balai pertemuan,33.05.02.2003,Buayan,1,unit,40.000.000,
U-8,=cmd() perbaikan jalan,33.05.02.2003,Buayan,100,m,60.000.000,DPU
U-9,Perbaikan jalan tanpa volume,33.05.02.2003,Buayan,,,30.000.000,DPU
"""
SCORES = "nomor peserta,nomor usulan,Kemendesakan,Pemanfaatan\n" + "".join(
    f"{who},U-{at},{urgent},{useful}\n"
    for at, urgent, useful in ((1, 5, 5), (2, 4, 4), (3, 5, 4), (4, 3, 3), (5, 4, 2), (6, 2, 5), (7, 1, 1), (8, 3, 4))
    for who in ("P1", "P2")
)
CONFLICTS = "nomor peserta,nomor usulan,alasan\nP2,U-5,Ketua pengusul adalah saudaranya\n"
BALLOTS = "nomor peserta,nomor usulan\nP1,U-1; U-4\nP2,U-2; U-4; U-6\n"

# In the order in which they build on each other.
FILES = {
    "regions": ("wilayah.csv", REGIONS),
    "map": ("peta.csv", MAP),
    "agencies": ("perangkat-daerah.csv", AGENCIES),
    "crosswalk": ("katalog-padanan.csv", CROSSWALK),
    "catalogue": ("katalog.csv", CATALOGUE),
    "priorities": ("prioritas.csv", PRIORITIES),
    "ceilings": ("pagu.csv", CEILINGS),
    "targets": ("renstra.csv", TARGETS),
    "workplan": ("renja.csv", WORK_PLAN),
    "participants": ("peserta.csv", PARTICIPANTS),
    "proposals": ("usulan-desa.csv", PROPOSALS),
    "conflicts": ("konflik.csv", CONFLICTS),
    "scores": ("nilai.csv", SCORES),
    "ballots": ("suara.csv", BALLOTS),
}
CODES = {"U-1": "1.03.10.2.01.0005", "U-2": "1.03.10.2.01.0005", "U-3": "1.03.10.2.01.0005"} | {
    "U-4": "1.02.02.2.01.0003", "U-5": "1.02.02.2.01.0003", "U-6": "2.16.02.2.01.0017", "U-8": "1.03.10.2.01.0009",
}  # fmt: skip


def actor() -> Account:
    return system_account()


def take(forum: Forum, kind: str, text: str | bytes, *, name: str = "", sender: str = "Desa (contoh)", **more) -> Batch:
    """Take one file in; text is sent as UTF-8."""
    content = text.encode() if isinstance(text, str) else text
    return receive(forum, kind, name or f"{kind}.csv", content, sender=sender, actor=actor(), **more)


def opened(*kinds: str) -> Forum:
    """The forum opened, with the files of `kinds` taken in; without any, those that come before the proposals."""
    seed_parameters(actor=actor())
    forum = open_forum(SETTING, actor=actor())
    before = list(FILES)[: list(FILES).index("proposals")]
    for kind in kinds or before:
        name, text = FILES[kind]
        take(forum, kind, text, name=name, sender=name.removesuffix(".csv"))
    return forum


def ready() -> Forum:
    """Everything taken in, and aligned by hand: the entry of each proposal, its agency as asked, U-1 and U-3 one."""
    forum = opened(*FILES)
    for proposal in Proposal.objects.filter(forum=forum):
        proposal.handler, proposal.code = proposal.agency, CODES.get(proposal.number, "")
        proposal.save(update_fields=["handler", "code"])
    group = forum.duplicate_groups.create(key="satu", confidence=0.95, reason="dusun yang sama, pekerjaan yang sama")
    for number in ("U-1", "U-3"):
        group.members.create(proposal=Proposal.objects.get(forum=forum, number=number), leads=number == "U-1")
    assert CatalogueEntry.objects.filter(catalogue=forum.catalogue).count() == CATALOGUE.count("\n") - 1
    return forum


def table_counts() -> dict[str, int]:
    """How many rows every table of the program holds."""
    models = [model for model in apps.get_models() if model.__module__.startswith("selaras.")]
    return {model.__name__: model.objects.count() for model in models}
