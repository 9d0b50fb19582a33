"""A deadline tells every step that led to it, in sentences that a villager understands."""

from __future__ import annotations

import pytest

from selaras.engines.workdays import Deadline, Extension, Holiday, Pause, Rule, StepKind, Workdays, clock, explained
from tests.engines.workdays.material import ANSWER, CALENDAR, HOLIDAYS, SUPERIOR, THIRTY_DAYS, day, pause

REASON = Extension(7, "Berkas tersebar di tiga bidang.")


def told(deadline: Deadline) -> str:
    print(*explained(deadline), sep="\n")
    return "\n".join(explained(deadline))


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        pytest.param(
            clock(day("2020-02-06"), ANSWER, CALENDAR),
            """\
Diterima Kamis, 6 Februari 2020; hari pertama Jumat, 7 Februari 2020.
Jawaban: 10 hari kerja (Pasal 22 ayat (7) UU 14/2008).
Dilewati: 4 hari akhir pekan (Sabtu dan Minggu).
Batas: Kamis, 20 Februari 2020.""",
            id="plain",
        ),
        pytest.param(
            clock(
                day("2021-05-04"),
                ANSWER,
                CALENDAR,
                pauses=[Pause(day("2021-05-06"), day("2021-05-11"), "Menunggu surat kuasa", "Perki 1/2021")],
                extension=REASON,
            ),
            """\
Diterima Selasa, 4 Mei 2021; hari pertama Rabu, 5 Mei 2021.
Jawaban: 10 hari kerja (Pasal 22 ayat (7) UU 14/2008).
Dilewati: 6 hari akhir pekan (Sabtu dan Minggu); Rabu, 12 Mei 2021 (Cuti Bersama Hari Raya Idul Fitri); \
Kamis, 13 Mei 2021 (Hari Raya Idul Fitri); Kamis, 13 Mei 2021 (Kenaikan Yesus Kristus); \
Jumat, 14 Mei 2021 (Hari kedua dari Hari Raya Idul Fitri).
Jeda Kamis, 6 Mei 2021 sampai Senin, 10 Mei 2021: Menunggu surat kuasa (Perki 1/2021); 3 hari kerja tidak dihitung.
Diperpanjang 7 hari kerja dari Rabu, 26 Mei 2021 (Pasal 22 ayat (8) UU 14/2008): Berkas tersebar di tiga bidang.
Batas: Jumat, 4 Juni 2021.""",
            id="paused and extended over holidays",
        ),
        pytest.param(
            clock(day("2020-12-21"), SUPERIOR, CALENDAR, pauses=[pause("2020-12-28", None)]),
            """\
Keberatan diterima Senin, 21 Desember 2020; hari pertama Selasa, 22 Desember 2020.
Tanggapan atasan PPID: 30 hari kerja (Pasal 36 ayat (2) UU 14/2008).
Dilewati: 2 hari akhir pekan (Sabtu dan Minggu); Kamis, 24 Desember 2020 (Cuti Bersama Hari Raya Natal); \
Jumat, 25 Desember 2020 (Hari Raya Natal).
Jeda sejak Senin, 28 Desember 2020: Pemohon melengkapi berkas.
Terpakai 2 dari 30 hari kerja, sisa 28. Batas dihitung lagi setelah jeda berakhir.""",
            id="standing still",
        ),
        pytest.param(
            clock(day("2020-12-21"), ANSWER, CALENDAR, pauses=[pause("2020-12-18", None)]),
            """\
Diterima Senin, 21 Desember 2020; belum ada hari yang terhitung.
Jawaban: 10 hari kerja (Pasal 22 ayat (7) UU 14/2008).
Jeda sejak Jumat, 18 Desember 2020: Pemohon melengkapi berkas.
Terpakai 0 dari 10 hari kerja, sisa 10. Batas dihitung lagi setelah jeda berakhir.""",
            id="standing still from before the event",
        ),
        pytest.param(
            clock(day("2020-03-11"), THIRTY_DAYS, CALENDAR),
            """\
Diterima Rabu, 11 Maret 2020; hari pertama Kamis, 12 Maret 2020.
Contoh hari kalender: 30 hari (Contoh).
Hari terakhir bukan hari kerja, jadi batas pindah melewati: 2 hari akhir pekan (Sabtu dan Minggu); \
Jumat, 10 April 2020 (Wafat Yesus Kristus).
Batas: Senin, 13 April 2020.""",
            id="calendar days that end on a holiday",
        ),
        pytest.param(
            clock(day("2021-12-30"), Rule("Contoh", 3, "Contoh"), CALENDAR),
            """\
Diterima Kamis, 30 Desember 2021; hari pertama Jumat, 31 Desember 2021.
Contoh: 3 hari kerja (Contoh).
Dilewati: 2 hari akhir pekan (Sabtu dan Minggu).
Hari libur tahun 2022 belum diketahui; batas ini masih dapat berubah.
Batas: Selasa, 4 Januari 2022.""",
            id="beyond the years that are known",
        ),
    ],
)
def test_the_sentences(deadline: Deadline, expected: str) -> None:
    assert told(deadline) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (pause("2020-02-08", "2020-02-10"), "; tidak ada hari kerja yang terlewat."),
        (pause("2020-02-11", "2020-02-11"), "Jeda Selasa, 11 Februari 2020: "),
        (pause("2020-02-21", None), "; mulai sesudah batas, jadi tidak mengubahnya."),
        (pause("2020-02-24", "2020-02-26"), "; tidak ada hari kerja yang terlewat."),
    ],
)
def test_a_pause_that_cost_nothing_is_told_too(of: Pause, expected: str) -> None:
    deadline = clock(day("2020-02-06"), ANSWER, CALENDAR, pauses=[of])
    assert deadline.due == day("2020-02-20")
    assert expected in told(deadline)


def test_a_holiday_without_a_decree_is_called_an_estimate() -> None:
    calendar = Workdays.of([(day("2027-03-10"), "Hari Raya Idul Fitri", "national", True)])
    deadline = clock(day("2027-03-08"), ANSWER, calendar)
    assert deadline.estimated
    assert not deadline.beyond_known
    assert "Rabu, 10 Maret 2027 (Hari Raya Idul Fitri, perkiraan)." in told(deadline)
    assert "Ada hari libur yang masih perkiraan; batas ini masih dapat berubah." in explained(deadline)


def test_days_off_of_one_name_in_a_row_are_told_as_one_period() -> None:
    leave = [Holiday(day(f"2023-04-{at}"), "Cuti Bersama Hari Raya Idul Fitri", "joint_leave") for at in (19, 20, 21)]
    assert "Rabu, 19 April 2023 sampai Jumat, 21 April 2023 (Cuti Bersama Hari Raya Idul Fitri)." in told(
        clock(day("2023-04-17"), ANSWER, Workdays.of(leave))
    )


def test_the_steps_are_in_the_order_of_the_days() -> None:
    deadline = clock(day("2020-04-27"), ANSWER, CALENDAR, pauses=[pause("2020-05-05", "2020-05-06")], extension=REASON)
    steps = [(step.kind.value, step.first.isoformat(), step.last and step.last.isoformat()) for step in deadline.steps]
    assert steps == [
        ("event", "2020-04-27", "2020-04-27"),
        ("term", "2020-04-27", None),
        ("first", "2020-04-28", "2020-04-28"),
        ("skipped", "2020-05-01", "2020-05-03"),
        ("paused", "2020-05-05", "2020-05-05"),
        ("skipped", "2020-05-07", "2020-05-07"),
        ("skipped", "2020-05-09", "2020-05-10"),
        ("extended", "2020-05-14", "2020-05-14"),
        ("skipped", "2020-05-16", "2020-05-17"),
        ("skipped", "2020-05-23", "2020-05-24"),
        ("due", "2020-05-25", "2020-05-25"),
    ]
    assert deadline.due_unextended == day("2020-05-14")
    assert (deadline.total, deadline.used, deadline.left, deadline.paused) == (17, 17, 0, False)


def test_days_under_two_pauses_are_the_cost_of_the_first() -> None:
    pauses = [pause("2020-02-12", "2020-02-19"), pause("2020-02-10", "2020-02-14"), pause("2020-02-20", None)]
    deadline = clock(day("2020-02-06"), ANSWER, CALENDAR, pauses=pauses)
    costs = [(step.first, step.days) for step in deadline.steps if step.kind is StepKind.PAUSED]
    assert costs == [(day("2020-02-10"), 4), (day("2020-02-12"), 3), (day("2020-02-20"), None)]
    assert (deadline.due, deadline.used, deadline.left) == (None, 2, 8)


def test_the_deadline_names_its_calendar() -> None:
    deadline = clock(day("2020-02-06"), ANSWER, CALENDAR)
    assert (deadline.calendar, deadline.digest) == ("Contoh v1", CALENDAR.digest)
    assert clock(day("2020-02-06"), ANSWER, Workdays.of(HOLIDAYS)).calendar == CALENDAR.digest
