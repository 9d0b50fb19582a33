"""The setting of the small decided forum: its region, plan, participants and the file that came in."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date

from selaras.forum.models import Criterion, Forum, Participant
from selaras.government import seed
from selaras.government.models import Agency, Duty, Region, RegulationParameter
from selaras.intake.models import Batch, Row
from selaras.planning.models import Catalogue, CatalogueEntry, Cycle, RegionalPriority, WorkPlanItem
from tests.forum.decided_rows import (
    AGENCIES,
    CATALOGUE,
    CRITERIA,
    DISTRICTS,
    LINES,
    PRIORITIES,
    VILLAGES,
    WORK_PLAN,
    Line,
)

SOURCE = "APBD Kabupaten"
# Rows that were not taken, each with its reasons.
KEPT = (
    ({"Usulan": "", "Biaya": "150 jt"}, ["Kolom Usulan kosong. Isi nama usulan, lalu kirim ulang baris ini."]),
    (
        {"Usulan": "Jalan desa", "Biaya": "seratusan"},
        ["Kolom Biaya: “seratusan” bukan angka. Tulis misalnya 100.000.000."],
    ),
)


class Setting:
    """Everything that stands before the first proposal."""

    def __init__(self, slug: str, synthetic: bool) -> None:
        self.slug, self.synthetic = slug, synthetic
        self._parameters()
        self._regions_and_agencies()
        self._plan()
        self._forum()
        self._participants()
        self._intake()

    def _parameters(self) -> None:
        """As they come with the program, without the log that an office writes of it."""
        RegulationParameter.objects.bulk_create(
            (RegulationParameter(**row) for row in seed.parameters()), ignore_conflicts=True
        )

    def _regions_and_agencies(self) -> None:
        regency = Region.objects.create(code="33.05", name="Kebumen", level="regency")
        self.districts = {
            code: Region.objects.create(code=code, name=name, level="district", parent=regency, column=column, row=row)
            for code, name, column, row in DISTRICTS
        }
        self.villages = [
            Region.objects.create(code=code, name=name, level="village", kind="desa", parent=self.districts[code[:8]])
            for code, name in VILLAGES
        ]
        self.agencies = [
            Agency.objects.create(region=regency, code=code, name=name, short_name=short)
            for code, name, short, _ in AGENCIES
        ]
        Duty.objects.bulk_create(
            Duty(agency=agency, field_code=field) for agency, (*_, field) in zip(self.agencies, AGENCIES, strict=True)
        )
        self.regency = regency

    def _plan(self) -> None:
        self.cycle = Cycle.objects.create(region=self.regency, year=2021)
        self.catalogue = Catalogue.objects.create(version=f"contoh {self.slug}")
        CatalogueEntry.objects.bulk_create(
            CatalogueEntry(catalogue=self.catalogue, code=code, level=level, name=name)
            for code, level, name in CATALOGUE
        )
        RegionalPriority.objects.bulk_create(
            RegionalPriority(cycle=self.cycle, number=number, name=name, codes=codes)
            for number, name, codes in PRIORITIES
        )
        WorkPlanItem.objects.bulk_create(
            WorkPlanItem(
                cycle=self.cycle,
                key=f"RENJA-{at}",
                agency=self.agencies[agency],
                code=code,
                name=name,
                indicator=f"Jumlah {name.lower()}",
                unit="paket",
                target=at,
                cost=cost * 1000,
                source_of_funds=SOURCE,
                must_fund=must,
            )
            for at, (agency, code, name, cost, must) in enumerate(WORK_PLAN, 1)
        )

    def _forum(self) -> None:
        self.forum = Forum.objects.create(
            slug=self.slug,
            cycle=self.cycle,
            name="Forum Perangkat Daerah Kabupaten Kebumen 2020 (contoh)",
            host=self.agencies[2],
            held_on=date(2020, 2, 11),
            place="Aula Diskominfo (contoh)",
            catalogue=self.catalogue,
            synthetic=self.synthetic,
        )
        Criterion.objects.bulk_create(
            Criterion(forum=self.forum, key=key, label=label, weight=weight) for key, label, weight in CRITERIA
        )

    def _participants(self) -> None:
        elements = ("Perangkat daerah", "Kecamatan", "Akademisi", "Media", "Masyarakat")
        Participant.objects.bulk_create(
            Participant(
                forum=self.forum,
                number=f"P{at:02}",
                name=f"Peserta {at} (contoh)",
                element=elements[at % len(elements)],
                present=at % 4 != 0,
                assessor=at <= 3,
            )
            for at in range(1, 13)
        )

    def _intake(self) -> None:
        content = _csv()
        self.batch = Batch.objects.create(
            kind="proposals",
            scope=self.slug,
            sender="Kecamatan (contoh)",
            name="usulan-contoh.csv",
            digest=hashlib.sha256(content).hexdigest(),
            content=content,
            mapping={"Usulan": "title", "Desa": "village", "Biaya": "cost", "Pengusul": "proposer"},
            read=len(LINES) + 2,
            taken=len(LINES),
            kept=2,
        )
        Row.objects.bulk_create(
            Row(batch=self.batch, number=len(LINES) + 2 + at, raw=cells, outcome="kept", reasons=reasons)
            for at, (cells, reasons) in enumerate(KEPT)
        )


def raw(line: Line) -> dict[str, str]:
    """The row as its sender wrote it."""
    village = VILLAGES[line.village][1]
    cells = {"Usulan": line.title, "Desa": village, "Biaya": f"Rp {line.cost} rb" if line.cost else "", "Pengusul": ""}
    return cells | {"Pengusul": "Sutarjo (contoh), HP 0812-3456-7890"} if line is LINES[0] else cells


def _csv() -> bytes:
    rows = [raw(line) for line in LINES] + [cells | {"Desa": "", "Pengusul": ""} for cells, _ in KEPT]
    text = io.StringIO()
    writer = csv.DictWriter(text, ("Usulan", "Desa", "Biaya", "Pengusul"), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
