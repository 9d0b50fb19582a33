"""What the invented people of the benchmark ask for and are told. No sentence is about a real person or document."""

from __future__ import annotations

SUBJECTS = (
    "Salinan APBDes {year} {place} beserta laporan realisasinya per kegiatan",
    "Daftar penerima bantuan langsung tunai Dana Desa {year} di {place} tanpa nomor identitas",
    "Dokumen kontrak dan gambar kerja pembangunan talud {place} tahun {year}",
    "Rencana kerja dan anggaran {place} tahun {year} beserta perubahannya",
    "Laporan kegiatan PKK dan posyandu {place} tahun {year}",
    "Peta batas dusun dan daftar tanah kas {place}",
    "Jadwal, syarat, dan biaya pelayanan surat keterangan di {place}",
    "Berita acara musyawarah perencanaan pembangunan {place} tahun {year}",
    "Hasil pemeriksaan kualitas air sumur bor di {place} tahun {year}",
    "Daftar aset kendaraan dinas {place} beserta kondisi dan pemegangnya",
    "Rincian belanja perjalanan dinas {place} triwulan dua {year}",
    "Daftar ruas jalan yang diperbaiki di {place} tahun {year} dan biayanya",
)
PURPOSES = ("Penelitian skripsi", "Pengawasan warga", "Bahan berita", "Keperluan usaha", "Musyawarah dusun")
GIVEN = "Salinan dokumen yang diminta kami sertakan. Bagian yang memuat data pribadi sudah dihitamkan."
REFUSED = (
    "Sebagian dokumen memuat data pribadi warga, sehingga tidak dapat diberikan. Uji konsekuensinya kami lampirkan."
)
NOT_HELD = "Dokumen yang diminta tidak kami kuasai. Silakan meminta kepada badan yang menguasainya."
WHY_WITHHELD = "Membukanya mengungkap rahasia pribadi warga yang tidak berkaitan dengan tugas badan publik."
WHY_NOT_HELD = "Dokumen ini disusun dan disimpan badan lain."
EXTENDED = "Dokumennya masih dikumpulkan dari beberapa kegiatan."
PAUSED = "Menunggu pemohon melunasi biaya salinan."
OBJECTION = "Jawaban yang saya terima tidak memuat seluruh dokumen yang saya minta, dan alasannya tidak dijelaskan."
DECISION = "Atasan PPID menilai kembali permohonan ini dan memutuskan seperti tertulis di atas."
MOVED = "Dokumen yang diminta dikuasai badan lain dalam jaringan ini."
SUMMARY = (
    "Memuat {title} {place} tahun {year}. Dokumen ini dapat dibaca di kantor pada jam layanan, dan salinannya dapat "
    "diminta di meja layanan informasi."
)
OWN_ITEMS = (
    "Laporan penggunaan Dana Desa tahap {n}",
    "Daftar kelompok tani dan luas lahannya, edisi {n}",
    "Jadwal gotong royong triwulan {n}",
    "Ringkasan hasil musyawarah dusun ke-{n}",
)
NAMES = ("Siti", "Joko", "Ratna", "Parjo", "Wagiyem", "Slamet", "Tukiman", "Dewi")
JOBS = ("petani", "mahasiswa", "wartawan", "pedagang", "guru")
