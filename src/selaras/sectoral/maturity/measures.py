"""What of each indicator the system can count: good things of all things, what is lacking, and what to do about it.

A new room that knows more adds a measure here and a row to the parameter `sectoral.maturity.measures`. An indicator
without a row is one that the system knows nothing about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.sectoral.maturity.facts import Facts, Kept, State
from selaras.sectoral.models import Quality

Word = str | Promise


@dataclass(frozen=True)
class Tally:
    """`lacking`: the datasets that could still be mended; none where the thing counted is no dataset."""

    have: int
    of: int
    lacking: tuple[Kept, ...] = ()

    @property
    def share(self) -> Fraction | None:
        """None where there is nothing to count."""
        return Fraction(self.have, self.of) if self.of else None


@dataclass(frozen=True)
class Measure:
    """`name` says what is counted, `deed` what raises it; `page` is where a dataset is mended."""

    name: Word
    deed: Word
    count: Callable[[Facts], Tally]
    page: str = "data-set"


Holds = Callable[[Kept], bool]


def _share(datasets: Iterable[Kept], holds: Holds) -> Tally:
    every = list(datasets)
    lacking = tuple(one for one in every if not holds(one))
    return Tally(len(every) - len(lacking), len(every), lacking)


def _of_all(holds: Holds) -> Callable[[Facts], Tally]:
    return lambda facts: _share(facts.datasets, holds)


def _of_those(among: Holds, holds: Holds) -> Callable[[Facts], Tally]:
    return lambda facts: _share((one for one in facts.datasets if among(one)), holds)


def _activity_says(*keys: str) -> Holds:
    return lambda one: bool(one.activity) and all(key in (one.activity or {}) for key in keys)


def _is_described(one: Kept) -> bool:
    return one.activity is not None and bool(one.columns) and len(one.described_columns) == len(one.columns)


def _names_codes(one: Kept) -> bool:
    return one.standard is not None and any(each.code_system for each in one.standard.fields)


def _is_out(one: Kept) -> bool:
    return any(not each.hidden for each in one.released)


def _is_harvested(one: Kept) -> bool:
    """Of what is out and keeps its standard the catalogue and the API tell machines."""
    return any(each.passed and not each.hidden for each in one.released)


def _is_series(one: Kept) -> bool:
    """Two releases by one standard: figures of two times that mean the same."""
    standards = [each.standard for each in one.released]
    return len(standards) > len(set(standards))


def _has_scores(one: Kept) -> bool:
    return one.newest is not None and bool(one.newest.qualities)


def _compares_columns(one: Kept) -> bool:
    return one.newest is not None and Quality.Dimension.CONSISTENCY in one.newest.qualities


def _agrees_with_itself(one: Kept) -> bool:
    return one.newest is not None and one.newest.qualities[Quality.Dimension.CONSISTENCY] == 1


def _fresh(facts: Facts) -> Tally:
    return _share((one for one in facts.datasets if one.released), lambda one: one.is_fresh(facts.today))


def _in_time(facts: Facts) -> Tally:
    spans = [(one, one.in_time()) for one in facts.datasets]
    every = [span for _one, found in spans for span in found]
    return Tally(sum(every), len(every), tuple(one for one, found in spans if not all(found)))


def _unhidden(facts: Facts) -> Tally:
    released = [each for one in facts.datasets for each in one.released]
    return Tally(sum(not each.hidden for each in released), len(released))


def _agencies_out(facts: Facts) -> Tally:
    return Tally(
        len({one.agency for one in facts.datasets if one.released}), len({one.agency for one in facts.datasets})
    )


def _handled(facts: Facts) -> Tally:
    states = [each.state for one in facts.datasets for each in one.versions]
    decided = sum(state in (State.RELEASED, State.WITHDRAWN) for state in states)
    waiting = tuple(one for one in facts.datasets if any(each.state == State.SUBMITTED for each in one.versions))
    return Tally(decided, decided + states.count(State.SUBMITTED), waiting)


def _access(facts: Facts) -> Tally:
    """Whether the public may have it is asked of each column by its form MS-Var."""
    with_columns = [one for one in facts.datasets if one.columns]
    lacking = tuple(one for one in with_columns if len(one.described_columns) < len(one.columns))
    return Tally(
        sum(len(one.described_columns) for one in with_columns), sum(len(one.columns) for one in with_columns), lacking
    )


MEASURES = {
    "standard": Measure(
        _("himpunan data punya standar"),
        _("Susun standarnya."),
        _of_all(lambda one: one.standard is not None),
        "data-standard",
    ),
    "metadata": Measure(
        _("himpunan data punya MS-Keg dan MS-Var semua kolomnya"),
        _("Isi formulir metadatanya."),
        _of_all(_is_described),
        "data-metadata",
    ),
    "open_table": Measure(
        _("himpunan data dirilis sebagai tabel berjenis yang dapat dibaca mesin"),
        _("Rilis versi yang sesuai standar."),
        _of_all(lambda one: any(each.passed for each in one.released)),
    ),
    "harvested": Measure(
        _("himpunan data dapat dipanen mesin dari katalog dan API umum"),
        _("Rilis versi yang sesuai standar dan tidak terembargo."),
        _of_all(_is_harvested),
    ),
    "codes": Measure(
        _("standar menyebut sistem kode dan versinya"),
        _("Sebut sistem kode kolomnya dalam standar."),
        _of_those(lambda one: one.standard is not None, _names_codes),
        "data-standard",
    ),
    "checked": Measure(
        _("versi terakhir himpunan data lulus pemeriksaan"),
        _("Perbaiki berkasnya menurut catatan, lalu kirim lagi."),
        _of_those(lambda one: one.newest is not None, lambda one: one.newest is not None and one.newest.passed),
    ),
    "fresh": Measure(
        _("himpunan data yang dirilis masih mutakhir menurut jadwal terbitnya"),
        _("Rilis data periode terakhir."),
        _fresh,
    ),
    "on_time": Measure(
        _("rilis berikutnya datang dalam jadwal terbitnya"), _("Rilis sesuai jadwal terbitnya."), _in_time
    ),
    "public": Measure(_("himpunan data terbuka untuk umum"), _("Rilis datanya."), _of_all(_is_out)),
    "unhidden": Measure(_("versi yang dirilis terbuka tanpa embargo"), _("Tunggu atau cabut embargonya."), _unhidden),
    "series": Measure(
        _("himpunan data yang dirilis punya dua versi menurut standar yang sama"),
        _("Rilis data periode lain menurut standar yang sama."),
        _of_those(lambda one: bool(one.released), _is_series),
    ),
    "consistent": Measure(
        _("himpunan data yang kolomnya dibandingkan tidak bertentangan"),
        _("Perbaiki baris yang melanggar aturan antarkolom."),
        _of_those(_compares_columns, _agrees_with_itself),
    ),
    "need": Measure(
        _("MS-Keg menyebut latar belakang dan tujuan"),
        _("Isi blok III MS-Keg."),
        _of_all(_activity_says("background", "purpose")),
        "data-metadata",
    ),
    "design": Measure(
        _("MS-Keg menyebut tipe, cakupan, dan metode pengumpulan"),
        _("Isi blok IV MS-Keg."),
        _of_all(_activity_says("design", "coverage", "method")),
        "data-metadata",
    ),
    "instrument": Measure(
        _("MS-Keg menyebut sarana pengumpulan"),
        _("Isi nomor 4.7 MS-Keg."),
        _of_all(_activity_says("tool")),
        "data-metadata",
    ),
    "collected": Measure(
        _("himpunan data sudah dikirim"), _("Kirim datanya."), _of_all(lambda one: bool(one.versions))
    ),
    "analysis": Measure(
        _("MS-Keg menyebut metode analisis"),
        _("Isi blok VII MS-Keg."),
        _of_all(_activity_says("analysis")),
        "data-metadata",
    ),
    "agencies_out": Measure(
        _("perangkat daerah yang punya himpunan data sudah merilisnya"),
        _("Rilis sedikitnya satu himpunan."),
        _agencies_out,
    ),
    "explained": Measure(
        _("himpunan data yang dirilis punya MS-Keg"),
        _("Isi MS-Keg."),
        _of_those(lambda one: bool(one.released), lambda one: one.activity is not None),
        "data-metadata",
    ),
    "scored": Measure(
        _("himpunan data punya ukuran mutu dari versi terakhirnya"),
        _("Kirim dan periksa datanya."),
        _of_all(_has_scores),
    ),
    "access": Measure(
        _("kolom dinyatakan boleh dibuka atau tidak (MS-Var)"), _("Isi MS-Var kolom lainnya."), _access, "data-metadata"
    ),
    "agencies_in": Measure(
        _("perangkat daerah punya produsen data"),
        _("Beri peran produsen data di perangkat daerah lain."),
        lambda facts: Tally(len(facts.producing), facts.agencies),
    ),
    "handled": Measure(
        _("versi yang diajukan sudah diputuskan walidata"), _("Rilis atau kembalikan yang menunggu."), _handled
    ),
    "settled": Measure(
        _("selisih angka antarprodusen diputus sebelum batas waktunya"),
        _("Putuskan selisih sebelum lewat batasnya."),
        lambda facts: Tally(sum(facts.due), len(facts.due)),
    ),
    "recommended": Measure(
        _("MS-Keg menyatakan kegiatannya mendapat rekomendasi BPS"),
        _("Mintakan rekomendasi kegiatan statistik, lalu catat dalam MS-Keg."),
        _of_those(
            lambda one: one.activity is not None, lambda one: bool(one.activity and one.activity.get("recommended"))
        ),
        "data-metadata",
    ),
}
