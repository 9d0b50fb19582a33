"""A small catalogue with one or two subactivities of many fields of duty, for tests on the matcher."""

from __future__ import annotations

from selaras.engines.matching import Entry, entries_of_rows

_TABLE = """
1.01|Pendidikan
1.01.02|Program Pengelolaan Pendidikan
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar
1.01.02.2.01.0051|Rehabilitasi Sedang/Berat Ruang Kelas Sekolah
1.01.02.2.01.0014|Pengadaan Mebel Sekolah
1.02|Kesehatan
1.02.02.2.02.0004|Pengelolaan Pelayanan Kesehatan Balita
1.02.02.2.01.0006|Pengembangan Puskesmas
1.03|Pekerjaan Umum dan Penataan Ruang
1.03.10.2.01.0033|Rekonstruksi Jalan
1.03.10.2.01.0044|Rehabilitasi Jalan
1.03.10.2.01.0038|Pembangunan Jembatan
1.03.02.2.02.0014|Rehabilitasi Jaringan Irigasi Permukaan
1.03.05.2.01.0025|Pembangunan Sistem Pengelolaan Air Limbah Domestik Setempat
1.04|Perumahan dan Kawasan Permukiman
1.04.03.2.03.0002|Perbaikan Rumah Tidak Layak Huni
1.04.05.2.01.0007|Penyediaan Prasarana, Sarana, dan Utilitas Umum di Perumahan
2.07|Tenaga Kerja
2.07.03.2.01.0001|Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja
2.11|Lingkungan Hidup
2.11.11.2.01.0020|Penyediaan Sarana dan Prasarana Pengelolaan Persampahan
2.13|Pemberdayaan Masyarakat dan Desa
2.13.04.2.01.0010|Pembinaan dan Pemberdayaan BUM Desa
2.15|Perhubungan
2.15.02.2.02.0002|Penyediaan Perlengkapan Jalan di Jalan Kabupaten/Kota
2.22|Kebudayaan
2.22.02.2.02.0001|Pelestarian Kesenian Tradisional
3.25|Kelautan dan Perikanan
3.25.04.2.02.0001|Pengembangan Kapasitas Pembudi Daya Ikan Kecil
3.27|Pertanian
3.27.03.2.02.0003|Pembangunan, Rehabilitasi dan Pemeliharaan Jalan Usaha Tani
3.27.02.2.01.0001|Pengawasan Penggunaan Sarana Pendukung Pertanian
"""


def sample_catalogue() -> list[Entry]:
    lines = (line.split("|") for line in _TABLE.split("\n") if line)
    return entries_of_rows({"kode": code, "nomenklatur": name} for code, name in lines)
