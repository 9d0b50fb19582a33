"""A small forum that was aligned, with plan lines that have faults, for the tests of the alignment desk."""

from __future__ import annotations

from selaras.forum.actions import align, check_plan
from selaras.forum.models import DuplicateGroup, Forum
from tests.forum.small_forum import actor, opened, take

PROPOSALS = """nomor,usulan,kode desa,rt,volume,satuan,perkiraan biaya,opd
1,Pembangunan jalan Dusun Siwatu,33.05.01.2003,02,400,m,120000000,DPU
2,Pembangunan jalan Dusun Siwatu RT 02,33.05.01.2003,02,400,m,118000000,DPU
3,Jalan Dusun Siwatu RT 02 dibangun,33.05.01.2003,02,400,m,118000000,DPU
4,Pembangunan posyandu Melati,33.05.02.2003,,1,unit,80000000,DPU
5,Pelayanan informasi publik desa,33.05.02.2003,,1,layanan,15000000,
6,xyzzy qwerty,33.05.02.2003,,1,unit,15000000,Dinas Kesehatan
"""
PLAN = """nomor,kode opd,kode sub kegiatan,sub kegiatan,indikator,satuan,target,pagu indikatif
R-1,1.03,1.03.10.2.01.0005,Pelatihan pemasaran digital bagi UMKM,,,,40.000.000
R-2,2.16,2.16.02.2.01.0017,Pelatihan pemasaran digital untuk pelaku UMKM,,,,55.000.000
"""
ROAD, UPKEEP, CLINIC, NEWS = "1.03.10.2.01.0005", "1.03.10.2.01.0009", "1.02.02.2.01.0003", "2.16.02.2.01.0017"


def aligned_forum() -> Forum:
    forum = opened("regions", "agencies", "crosswalk", "catalogue", "priorities")
    take(forum, "workplan", PLAN)
    take(forum, "proposals", PROPOSALS)
    align(forum, actor=actor())
    check_plan(forum, actor=actor())
    return forum


def members(group: DuplicateGroup) -> list[str]:
    """The numbers in a group, the one that leads first."""
    return list(group.members.order_by("-leads", "proposal__number").values_list("proposal__number", flat=True))
