"""What the words of a proposal are to a reader who looks for twins: an activity, an object, a marker, filling.

A word that stands in none of these tables is taken for a name (a hamlet, a road, a group): the one kind of word
that nobody can list. The tables are small on purpose: a missing object word is read as a name, which is the
careful reading, since two different names are two different places.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from itertools import chain

from rapidfuzz.distance import OSA

from selaras.engines.indonesian.abbreviations import ABBREVIATIONS


class Kind(IntEnum):
    """What a word or number counts as; the order is the order of the counters in a packed feature."""

    ACTIVITY = 0
    FAMILY = 1
    OBJECT = 2
    NAME = 3
    RT = 4
    RW = 5
    ORDINAL = 6
    QUANTITY = 7


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


# One line an activity: the first word is what it is compared as, the rest are said for it.
_ACTIVITIES = """
pembangunan bangun membangun dibangun pembuatan membuat pendirian mendirikan
rehabilitasi rehab perbaikan memperbaiki diperbaiki perbaiki renovasi pemugaran revitalisasi merehab
peningkatan meningkatkan ditingkatkan
rekonstruksi rekontruksi
pemeliharaan perawatan memelihara merawat
pelebaran melebarkan
normalisasi pengerukan
pengadaan penyediaan pembelian bantuan hibah pemberian membeli menyediakan mengadakan subsidi
pemasangan memasang
penggantian mengganti
pelatihan bimbingan bimtek kursus workshop lokakarya melatih pembekalan
pembinaan pendampingan membina
sosialisasi penyuluhan edukasi kampanye
penanaman menanam
pengembangan mengembangkan
penataan menata
fasilitasi memfasilitasi
pengelolaan mengelola
penguatan
peremajaan
"""
# Works on the same thing that offices name loosely: a road "diperbaiki" here is "ditingkatkan" there.
_FAMILIES = {
    "karya": ("rehabilitasi", "peningkatan", "rekonstruksi", "pemeliharaan"),
    "pasang": ("pengadaan", "pemasangan"),
}
_OBJECTS = _words("""
jalan jembatan gorong talud drainase irigasi saluran selokan embung bendung bendungan sumur bor air bersih minum
limbah sanitasi jamban mck septik tank spam pamsimas pipa pipanisasi perpipaan tandon bak penampungan pompa sungai
kali tanggul bronjong senderan tebing parit trotoar paving rabat beton betonisasi aspal pengaspalan hotmix cor blok
corblok makadam lapen gang lingkungan usaha tani setapak produksi poros lapangan olahraga voli bola sepak
bulutangkis gedung kantor balai aula pendopo gapura pagar pasar kios lapak gudang rumah layak huni rtlh posyandu
poskesdes pustu puskesmas polindes ambulans tk paud sd mi smp mts sma smk ma sekolah kelas ruang perpustakaan
laboratorium musala mushola musholla masjid gereja pura pesantren tpq tpa madrasah makam pemakaman lampu penerangan
tenaga surya pju listrik rambu cermin tikungan jaring pengaman sampah tps kontainer gerobak komposter pupuk benih
bibit organik padi jagung kedelai cabai kelapa durian alpukat kopi sengon buah sayur ternak sapi kambing ayam itik
bebek ikan lele nila gurame udang kolam kandang pakan vaksin traktor alat mesin pertanian alsintan sprayer perahu
kapal nelayan tangkap kelompok wanita gabungan poktan gapoktan kwt pkk pokdakan pokmas karang taruna bumdes koperasi
umkm lansia disabilitas anak balita stunting remaja pemuda perempuan kader kesehatan gizi imunisasi jahit menjahit
bordir batik las otomotif bengkel komputer sablon tata boga rias kuliner olahan pangan makanan pengolahan pemasaran
kewirausahaan wirausaha keterampilan kerajinan anyaman kesenian gamelan hadroh wayang ketoprak sound sistem system
wifi internet jaringan server website aplikasi cctv menara kamera laptop meja kursi mebel mebeler tenda seragam
wisata homestay gazebo taman toilet parkir bencana longsor banjir kekeringan dropping pos ronda keamanan poskamling
linmas padat karya tmmd sertifikat tanah perumahan permukiman kumuh dermaga tambak garam pantai abrasi mangrove
hutan pohon mata sekunder primer tersier
""")
_FILLING = _words("""
di ke dari yang untuk dan atau pada dengan bagi dalam guna serta agar oleh sebagai secara antara dg utk yg dgn
wilayah warga masyarakat setempat sekitar sepanjang seluas sebanyak panjang lebar tinggi luas volume ukuran jumlah
kegiatan usulan mohon permohonan diusulkan kami adanya perlu perlunya dibutuhkan kebutuhan lokasi bertempat tempat
terletak desa dusun dukuh dk dkh dsn pedukuhan padukuhan kelurahan kel kecamatan kec kabupaten kab kapanewon
kalurahan ds kp kampung milik tahun anggaran program paket ruas nomor per hingga sampai negeri umum tidak lain
lainnya sebagainya seterusnya tahap teknis
""")
_UNITS = _words("""
meter persegi kubik kilometer sentimeter unit buah titik orang paket kelompok hektare kilogram kuintal ton liter
ekor batang stel set lembar kali hari bulan jam peserta siswa juta ribu miliar rupiah biji jiwa keluarga x
""")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def _table() -> dict[str, tuple[tuple[Kind, str], ...]]:
    known: dict[str, tuple[tuple[Kind, str], ...]] = {word: ((Kind.OBJECT, word),) for word in _OBJECTS}
    family = {activity: name for name, members in _FAMILIES.items() for activity in members}
    for line in _ACTIVITIES.strip().splitlines():
        first, *others = line.split()
        meaning: tuple[tuple[Kind, str], ...] = ((Kind.ACTIVITY, first), (Kind.FAMILY, family.get(first, first)))
        known |= dict.fromkeys((first, *others), meaning)
    known |= dict.fromkeys((*_FILLING, *_UNITS), ())
    known["lanjutan"] = ((Kind.ORDINAL, "lanjutan"),)  # the next phase of a thing is not the thing
    for word in chain.from_iterable(written_out.split() for written_out in ABBREVIATIONS.values()):
        known.setdefault(word, ((Kind.OBJECT, word),))
    for short, written_out in ABBREVIATIONS.items():  # met only where a slip of the short form is put right
        known[short] = tuple(part for word in written_out.split() for part in known[word])
    return known


KNOWN = _table()
UNITS = frozenset(_UNITS)
ROMAN = {roman: str(value) for roman, value in _ROMAN.items()}


def _shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _near() -> dict[str, tuple[str, ...]]:
    """Every known word of five letters or more under each of its forms with one letter missing."""
    forms: dict[str, set[str]] = {}
    for word in KNOWN:
        if len(word) >= 5:
            for form in _shortened(word):
                forms.setdefault(form, set()).add(word)
    return {form: tuple(sorted(words)) for form, words in forms.items()}


_NEAR = _near()


def spelt_right(word: str, *, rare: bool = True) -> str | None:
    """The known word that this unknown one is a slip of, if the nearest ones mean one thing. About 3 µs.

    One slip is a letter missing, doubled, changed or two letters swapped; in words of eight letters two slips.
    Short words with another letter are often names (Pasir and pasar): they count as slips only where `rare`.

    >>> spelt_right("pembagunan"), spelt_right("jlan"), spelt_right("pasir", rare=False)
    ('pembangunan', 'jalan', None)
    """
    if len(word) < 4:
        return None
    near = {known for form in _shortened(word) for known in _NEAR.get(form, ())}
    slips = sorted((OSA.distance(word, known), known) for known in near if rare or _is_surely_slip(word, known))
    nearest = [known for slip, known in slips if slip == slips[0][0] <= (2 if len(known) >= 8 else 1)]
    return nearest[0] if len({KNOWN[known] for known in nearest}) == 1 else None


def _is_surely_slip(word: str, known: str) -> bool:
    return len(known) > 6 or len(word) < len(known) or sorted(word) == sorted(known)
