"""Systems and connections by file: what fits is taken, the rest kept with its reason; sent again it changes nothing."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest

from selaras.audit.models import Entry
from selaras.exposure.actions.importing import annotated_inventory, take_inventory
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.exports import inventory_file
from selaras.exposure.models import Connection, System
from selaras.exposure.queries import batches_visible_to
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, auditor, chief, inventory, officer

pytestmark = pytest.mark.django_db

SYSTEMS = [
    ("Nama aplikasi", "Perangkat daerah", "Fungsi", "Klasifikasi data", "Bobot", "Terbuka dari internet", "Server"),
    ("SIMPEG (contoh)", "Badan Kepegawaian (contoh)", "Kepegawaian", "Rahasia", 8, "tidak terbuka", "p1"),
    ("Antrean (contoh)", "Dinas Kesehatan (contoh)", "Antrean puskesmas", "Terbuka", 0, "terbuka", "p1"),
    ("Tanpa pemilik (contoh)", "Dinas yang tidak ada", "Apa saja", "Terbuka", 0, "", ""),
    ("", "Dinas Kesehatan (contoh)", "Tanpa nama", "Terbuka", 0, "", ""),
    ("Berbobot (contoh)", "Dinas Kesehatan (contoh)", "Terlalu berat", "Terbuka", 99, "", ""),
]
CONNECTIONS = [
    ("Dari sistem", "Ke sistem", "Jenis koneksi", "Terlindung"),
    ("Antrean (contoh)", "SIMPEG (contoh)", "API", "ya"),
    ("Antrean (contoh)", "Sistem lain (contoh)", "API", ""),
    ("Antrean (contoh)", "SIMPEG (contoh)", "telepati", ""),
]


def book(systems: Sequence[Sequence[object]], connections: Sequence[Sequence[object]] = ()) -> bytes:
    made = openpyxl.Workbook()
    for row in systems:
        made.active.append(row)
    if connections:
        sheet = made.create_sheet("Koneksi")
        for row in connections:
            sheet.append(row)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_what_fits_is_taken_and_what_does_not_is_kept_with_its_reason() -> None:
    agencies()
    batch = take_inventory("sistem.xlsx", book(SYSTEMS, CONNECTIONS), actor=chief())
    assert (batch.read, batch.taken, batch.kept) == (8, 3, 5)
    simpeg = System.objects.get(name="SIMPEG (contoh)")
    assert (simpeg.agency.code, simpeg.worth, simpeg.classification, str(simpeg.host)) == (CIVIL, 8, "secret", "p1")
    connection = Connection.objects.get()
    assert (connection.source.name, connection.kind, connection.protected) == ("Antrean (contoh)", "api", True)
    told = " ".join(reason for row in batch.rows.all() for reason in row.reasons)
    for word in ("Isi perangkat daerah pemiliknya", "Isi bobot dari 0", "“Sistem lain (contoh)” tidak ada", "telepati"):
        assert word in told


def test_the_same_bytes_change_nothing() -> None:
    agencies()
    content = book(SYSTEMS, CONNECTIONS)
    first = take_inventory("sistem.xlsx", content, actor=chief())
    entries = Entry.objects.count()
    assert take_inventory("sistem.xlsx", content, actor=chief()) == first
    assert Entry.objects.count() == entries


def test_the_workbook_as_it_stands_changes_nothing_when_it_is_sent_back() -> None:
    found = inventory()
    before = list(System.objects.order_by("pk").values())
    batch = take_inventory("daftar.xlsx", inventory_file(chief()), actor=chief())
    assert (batch.taken, batch.kept) == (len(found) + 2, 0)
    assert list(System.objects.order_by("pk").values()) == before
    assert Connection.objects.count() == 2
    assert not Entry.objects.filter(action__in=("exposure.system_changed", "exposure.connection_changed")).exists()


def test_an_empty_cell_empties_nothing() -> None:
    agencies()
    a_system("SIMPEG (contoh)", worth=8, host="p1", details={"vendor": "PT Contoh"})
    rows = [("Nama aplikasi", "Fungsi", "Bobot", "Vendor"), ("simpeg (contoh)", "Kepegawaian baru", None, None)]
    take_inventory("s.xlsx", book(rows), actor=officer(CIVIL))
    system = System.objects.get()
    assert (system.purpose, system.worth, str(system.host)) == ("Kepegawaian baru", 8, "p1")
    assert system.details == {"vendor": "PT Contoh"}


def test_an_agency_fills_in_its_own_and_learns_nothing_of_others() -> None:
    agencies()
    a_system("Rahasia lain (contoh)", HEALTH)
    systems = [("Nama aplikasi", "Perangkat daerah", "Fungsi"), ("SIMPEG (contoh)", "", "Kepegawaian")]
    systems += [("Titipan (contoh)", agency(HEALTH).name, "Bukan milik kami")]
    ends = [("Dari sistem", "Ke sistem", "Jenis koneksi"), ("SIMPEG (contoh)", "Rahasia lain (contoh)", "API")]
    ends += [("SIMPEG (contoh)", "Tidak ada sama sekali", "API")]
    batch = take_inventory("s.xlsx", book(systems, ends), actor=officer(CIVIL))
    assert (batch.taken, batch.kept) == (1, 3)
    said = [row.reasons[0] for row in batch.rows.filter(outcome="kept", sheet="Koneksi").order_by("number")]
    assert said[0].replace("Rahasia lain (contoh)", "X") == said[1].replace("Tidak ada sama sekali", "X")
    assert not System.objects.filter(name="Titipan (contoh)").exists()


def test_the_copy_with_remarks_stands_on_both_sheets() -> None:
    agencies()
    batch = take_inventory("sistem.xlsx", book(SYSTEMS, CONNECTIONS), actor=chief())
    copy = openpyxl.load_workbook(io.BytesIO(annotated_inventory(batch)))
    cells = [str(cell.value) for sheet in copy for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("Isi perangkat daerah pemiliknya" in cell for cell in cells)
    assert any("“Sistem lain (contoh)” tidak ada" in cell for cell in cells)


def test_a_file_that_holds_no_systems_or_comes_from_another_is_refused() -> None:
    agencies()
    with pytest.raises(NotNow):
        take_inventory("s.xlsx", book([("Kecamatan", "Camat"), ("Ayah", "Contoh")]), actor=chief())
    with pytest.raises(NotAllowed):
        take_inventory("s.xlsx", book(SYSTEMS), actor=auditor())
    assert not System.objects.exists()


def test_a_file_is_seen_by_its_sender_and_by_the_officer_of_the_region() -> None:
    agencies()
    rows = [("Nama aplikasi", "Fungsi"), ("SIMPEG (contoh)", "Kepegawaian")]
    take_inventory("s.xlsx", book(rows), actor=officer(CIVIL))
    assert [batches_visible_to(who).count() for who in (officer(CIVIL), chief(), officer(HEALTH), auditor())] == [
        1,
        1,
        0,
        0,
    ]


MINISTRY = {  # the columns of the ministry's sheet and of the architecture's metadata, as offices head them
    "Nama Aplikasi": "name",
    "Domain": "address",
    "Deskripsi/Fungsi": "purpose",
    "User/Pengguna": "users",
    "Data yang Digunakan": "holds",
    "Luaran/Output": "output",
    "Cara Akses": "access",
    "Frekuensi Pemakaian": "frequency",
    "PDN Utama": "national_centre",
    "Environment": "environment",
    "PIC Internal": "contact_unit",
    "PIC Eksternal": "vendor",
    "Bahasa Pemrograman": "language",
    "Basis Data": "database",
    "Kerangka Pengembangan": "framework",
    "Unit Pengembang": "developer",
    "Unit Operasional Teknologi": "operator",
    "Nilai Pengembangan": "cost",
    "Pusat Komputasi Utama": "data_centre",
    "Perangkat Lunak": "software",
    "Cloud": "cloud",
    "SSL": "ssl",
    "Alamat IP Publik": "public_ip",
    "Status BMN": "asset",
    "Server": "host",
    "Tipe Lisensi": "licence",
    "API Internal": "internal_api",
    "WAF": "waf",
    "VA/PT": "tested",
    "Antivirus": "antivirus",
    "Keterangan": "note",
    "Kode RAA": "raa",
    "Layanan yang Didukung": "service",
    "Proses Bisnis": "process",
    "Referensi Data": "data_reference",
    "Jenis Aplikasi": "scope",
    "Basis Aplikasi": "base",
    "SPLP": "splp",
    "Terdaftar PSE": "pse",
}


def test_every_column_of_the_governments_inventory_finds_its_place() -> None:
    agencies()
    row = [f"{field} (contoh)" for field in MINISTRY.values()]
    batch = take_inventory("data-aplikasi.xlsx", book([list(MINISTRY), row]), actor=officer(CIVIL))
    assert (batch.read, batch.taken) == (1, 1)
    system = System.objects.get()
    told = {name: system.details.get(name) or getattr(system, name, "") for name in MINISTRY.values()}
    assert {name: str(value) for name, value in told.items()} == {name: f"{name} (contoh)" for name in told}
