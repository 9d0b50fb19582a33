"""Terms as the disclosure of information knows them, and holidays of two years, for tests that need no other data."""

from __future__ import annotations

from datetime import date

from selaras.engines.workdays import Holiday, Pause, Rule, Workdays

COMPLETING = Rule("Pemeriksaan kelengkapan", 3, "Perki 1/2021")
ANSWER = Rule(
    "Jawaban", 10, "Pasal 22 ayat (7) UU 14/2008", extension_days=7, extension_basis="Pasal 22 ayat (8) UU 14/2008"
)
OBJECTING = Rule("Pengajuan keberatan", 30, "Pasal 36 ayat (1) UU 14/2008", event="Jawaban diterima")
SUPERIOR = Rule("Tanggapan atasan PPID", 30, "Pasal 36 ayat (2) UU 14/2008", event="Keberatan diterima")
DISPUTE = Rule("Pengajuan sengketa", 14, "Pasal 37 ayat (2) UU 14/2008", event="Tanggapan diterima")
SETTLING = Rule("Penyelesaian sengketa", 100, "Pasal 38 ayat (2) UU 14/2008", event="Sengketa didaftarkan")
TOLD_INCOMPLETE = Rule("Kelengkapan dari pemohon", 3, "Perki 1/2021", event="Diminta melengkapi")
COURT = Rule("Gugatan atas putusan", 14, "Pasal 48 ayat (1) UU 14/2008", event="Putusan diterima")
SAME_DAY = Rule("Contoh hari yang sama", 10, "Contoh", day_one="same")
THIRTY_DAYS = Rule("Contoh hari kalender", 30, "Contoh", unit="calendar", extension_days=14)

HOLIDAYS = tuple(
    Holiday(date.fromisoformat(day), name, kind)
    for day, name, kind in (
        ("2020-03-25", "Hari Suci Nyepi", "national"),
        ("2020-04-10", "Wafat Yesus Kristus", "national"),
        ("2020-05-01", "Hari Buruh Internasional", "national"),
        ("2020-05-07", "Hari Raya Waisak", "national"),
        ("2020-12-24", "Cuti Bersama Hari Raya Natal", "joint_leave"),
        ("2020-12-25", "Hari Raya Natal", "national"),
        ("2020-12-31", "Pengganti Cuti Bersama Hari Raya Idul Fitri", "joint_leave"),
        ("2021-01-01", "Tahun Baru Masehi", "national"),
        ("2021-05-12", "Cuti Bersama Hari Raya Idul Fitri", "joint_leave"),
        ("2021-05-13", "Hari Raya Idul Fitri", "national"),
        ("2021-05-13", "Kenaikan Yesus Kristus", "national"),
        ("2021-05-14", "Hari kedua dari Hari Raya Idul Fitri", "national"),
    )
)
CALENDAR = Workdays.of(HOLIDAYS, version="Contoh v1")


def day(text: str) -> date:
    return date.fromisoformat(text)


def pause(start: str, end: str | None, reason: str = "Pemohon melengkapi berkas") -> Pause:
    return Pause(day(start), day(end) if end else None, reason)
