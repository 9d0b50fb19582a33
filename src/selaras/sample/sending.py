"""The proposals as they were sent: rows of a table, with the faults that real tables have, each noted in the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.sample import wording
from selaras.sample.draw import Draw
from selaras.sample.facts import agencies, catalogue, district_of
from selaras.sample.proposals import Proposal

HEADER = [
    "nomor usulan",
    "sumber",
    "usulan",
    "permasalahan",
    "kecamatan",
    "desa/kelurahan",
    "kode desa",
    "rt",
    "rw",
    "alamat",
    "lintang",
    "bujur",
    "volume",
    "satuan",
    "perkiraan biaya",
    "perangkat daerah tujuan",
    "bidang urusan",
    "pengusul",
    "tahun",
    "keterangan",
]
KEY_HEADER = [
    "nomor usulan",
    "kode katalog",
    "bidang urusan",
    "kewenangan",
    "kode perangkat daerah",
    "kode desa",
    "volume",
    "biaya",
    "kelompok ganda",
    "cacat",
]
SOURCES = {
    "desa": "Musrenbang Desa/Kelurahan",
    "kecamatan": "Musrenbang Kecamatan",
    "dprd": "Pokok Pikiran DPRD",
    "forum": "Forum Perangkat Daerah",
}
MARK = "data sintetis"
PRIVATE_EVERY = 230
FIELD_PREFIX = "Urusan Pemerintahan Bidang "

Row = list[str]


def send(seed: int, proposals: Sequence[Proposal], year: int) -> Iterator[tuple[Row, Row]]:
    """For every proposal its row in the sender's table and its row in the key, in order."""
    draw = Draw(seed, "kiriman")
    fields = {e.code: e.name.removeprefix(FIELD_PREFIX) for e in catalogue() if e.level == "bidang urusan"}
    for order, proposal in enumerate(proposals):
        sender = _Sender(draw, proposal, fields)
        yield sender.row(order % PRIVATE_EVERY == PRIVATE_EVERY // 2, year), sender.key()


class _Sender:
    def __init__(self, draw: Draw, proposal: Proposal, fields: dict[str, str]) -> None:
        self.draw = draw
        self.proposal = proposal
        self.fields = fields
        self.faults: list[str] = []

    def row(self, private: bool, year: int) -> Row:
        p, draw = self.proposal, self.draw
        if p.activity.authority != "kabupaten":
            self.faults.append("di luar kewenangan")
        name, code = self._village()
        latitude, longitude = self._coordinates()
        volume, unit = self._volume()
        return [
            p.number,
            SOURCES[p.source],
            wording.as_written(draw, p.text),
            self._problem(private),
            district_of(p.village).name,
            name,
            code,
            f"{p.rt:02d}",
            f"{p.rw:02d}",
            f"Dusun {p.hamlet}" if draw.chance(0.6) else "",
            latitude,
            longitude,
            volume,
            unit,
            self._cost(),
            self._agency(),
            self._field(),
            p.proposer,
            str(year),
            MARK,
        ]

    def key(self) -> Row:
        p = self.proposal
        inside = p.activity.authority == "kabupaten"
        return [
            p.number,
            p.activity.code if inside else "",
            p.activity.code[:4] if inside else "",
            p.activity.authority,
            p.agency.code if p.agency else "",
            p.village.code,
            str(p.volume),
            str(p.cost),
            p.group,
            "; ".join(self.faults),
        ]

    def _problem(self, private: bool) -> str:
        text = wording.as_written(self.draw, self.proposal.problem)
        if not private:
            return text
        self.faults.append("data pribadi")
        draw = self.draw
        born = f"{draw.whole(1, 28):02d}{draw.whole(1, 12):02d}{draw.whole(60, 99)}"
        name = draw.pick(("Bapak Wagimin Contoh", "Ibu Sumirah Contoh", "Sdr. Tukijan Contoh", "Ny. Parsinah Contoh"))
        nik, phone = f"330599{born}{draw.whole(1, 9999):04d}", f"0800{draw.whole(10_000_000, 99_999_999)}"
        return f"{text}. Hubungi {name}, NIK {nik}, HP {phone}"

    def _village(self) -> tuple[str, str]:
        village, draw = self.proposal.village, self.draw
        if draw.chance(0.03):
            self.faults.append("nama desa salah tulis")
            return wording.village_slip(draw, village.name), ""
        return village.name, village.code if draw.chance(0.8) else ""

    def _coordinates(self) -> tuple[str, str]:
        village, draw = self.proposal.village, self.draw
        if not draw.chance(0.6):
            return "", ""
        shift = (draw.between(-0.003, 0.003), draw.between(-0.003, 0.003))
        return f"{village.latitude + shift[0]:.5f}", f"{village.longitude + shift[1]:.5f}"

    def _volume(self) -> tuple[str, str]:
        p, draw = self.proposal, self.draw
        if draw.chance(0.03):
            self.faults.append("volume kosong")
            return "", p.activity.unit
        if draw.chance(0.03):
            self.faults.append("satuan di kolom volume")
            return f"{p.volume} {p.activity.unit}", ""
        unit = "m" if p.activity.unit == "meter" and draw.chance(0.4) else p.activity.unit
        return (f"{p.volume:,}".replace(",", ".") if draw.chance(0.2) else str(p.volume)), unit

    def _cost(self) -> str:
        draw = self.draw
        if draw.chance(0.03):
            self.faults.append("biaya kosong")
            return draw.pick(("", "-", "menyesuaikan"))
        return wording.money(draw, self.proposal.cost)

    def _agency(self) -> str:
        draw, agency = self.draw, self.proposal.agency
        if agency is None:
            return "" if draw.chance(0.5) else draw.pick(agencies()).name
        if draw.chance(0.04):
            self.faults.append("perangkat daerah keliru")
            agency = draw.pick([a for a in agencies()[:18] if a != agency])
        return agency.name if draw.chance(0.65) else agency.short

    def _field(self) -> str:
        p = self.proposal
        if p.agency is None or self.draw.chance(0.15):
            return ""
        return self.fields[p.activity.code[:4]]
