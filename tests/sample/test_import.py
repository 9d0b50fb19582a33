"""The importer reads every file of the sample: no row lost, every required column found."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.tabular.kinds import kind_named
from selaras.engines.tabular.mapping import propose_mapping
from selaras.engines.tabular.reading import read_table

EXAMPLE = Path(__file__).parents[2] / "examples" / "kebumen-2021"


@pytest.mark.parametrize(
    ("file", "kind", "rows", "unmapped"),
    [
        ("usulan-desa.csv", "proposals", 4000, set()),
        ("usulan-kecamatan.csv", "proposals", 300, set()),
        ("usulan-dprd.xlsx", "proposals", 200, set()),
        ("usulan-forum.csv", "proposals", 60, set()),
        ("wilayah.csv", "regions", 487, {"ketelitian koordinat"}),
        ("perangkat-daerah.csv", "agencies", 51, set()),
        ("katalog.csv", "catalogue", 402, set()),
        ("katalog-padanan.csv", "crosswalk", 14, set()),
        ("prioritas.csv", "priorities", 6, set()),
        ("renja.csv", "workplan", 259, set()),
        ("pagu.csv", "ceilings", 103, set()),
        ("peserta.csv", "participants", 80, set()),
        ("konflik.csv", "conflicts", 16, set()),
        ("suara.csv", "ballots", 1589, set()),
        ("nilai.csv", "scores", 11428, {"kemendesakan", "pemanfaatan", "dukungan_prioritas", "kesiapan"}),
    ],
)
def test_a_file_is_read_whole_and_its_columns_known(file: str, kind: str, rows: int, unmapped: set[str]) -> None:
    read = read_table((EXAMPLE / file).read_bytes(), file)
    mapping = propose_mapping(read, kind_named(kind).fields)
    assert len(read.rows) == rows
    assert mapping.missing == ()
    assert {match.column for match in mapping.columns if match.field is None} == unmapped
