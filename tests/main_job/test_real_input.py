"""The whole main job on real input: real proposals, the full official catalogue, the real list of regions."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdf
import pytest

from selaras.engines.allocation import violations
from selaras.forum import deciding
from selaras.forum.actions import run
from selaras.forum.folder import open_folder
from selaras.forum.inputs import gather
from selaras.forum.models import Proposal
from selaras.forum.replay import replay
from selaras.government.actions import seed_parameters
from selaras.people.actions import system_account
from tests.main_job.real_folder import build

pytestmark = [pytest.mark.django_db, pytest.mark.shared_data, pytest.mark.slow]


def test_real_proposals_become_a_decision_with_its_documents(shared_data: Path, tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    seed_parameters(actor=system_account())
    folder, out = open_folder(build(shared_data, tmp_path / "masukan")), tmp_path / "hasil"
    decision, batches = run(folder, out, rule="", actor=system_account(), progress=lambda _: None)

    proposals = {batch.name: (batch.read, batch.taken + batch.kept) for batch in batches if batch.kind == "proposals"}
    assert proposals == {"usulan-desa.csv": (298, 298), "usulan-tsp.csv": (60, 60)}
    assert Proposal.objects.count() == sum(batch.taken for batch in batches if batch.kind == "proposals")
    assert 0 < decision.summary["funded"] < decision.summary["proposals"]
    assert all(row["left"] >= 0 for row in decision.summary["ledger"])
    assert all(outcome.sentence for outcome in decision.outcomes.all())
    _inside_every_ceiling(decision)
    _documents_open(out)


def _inside_every_ceiling(decision) -> None:
    inputs = gather(decision.forum, decision.rule)
    left = {row["id"]: row["left"] + row["used"] for row in decision.summary["ledger"]}
    problem = deciding.problem_of(inputs, {}, left)
    funded = decision.outcomes.filter(status__in=["accepted", "changed"]).values_list("proposal__number", flat=True)
    assert not violations(problem, list(funded))


def _documents_open(out: Path) -> None:
    assert len(pypdf.PdfReader(BytesIO((out / "berita-acara.pdf").read_bytes())).pages) > 3
    for name in ("daftar-keputusan", "tabel-t-c-31", "tabel-t-c-32", "tabel-t-c-33", "tabel-t-d-4"):
        assert openpyxl.load_workbook(out / f"{name}.xlsx").worksheets[0].max_row > 3
    assert replay(json.loads((out / "decision.json").read_bytes()))
