"""What villages call things, against the field of duty, programme or activity that answers for them.

General knowledge about the duties of a kabupaten (Law 23/2014, annex) in the words of proposals, so that proposals in
everyday language find a catalogue in official language. A line: the beginning of a code, then phrases. A phrase is met
when all its words are in the text, in any order; of two phrases met, the one inside the other is silent (`jalan`
inside `jalan usaha tani`). `!` marks what leaves no doubt, `!!` a programme by its name, which
has one home whatever it builds, `~` what only leans that way.
"""

from __future__ import annotations

from dataclasses import dataclass

_TABLE = """
1.01: sekolah, !ruang kelas, guru, siswa, murid, pelajar, beasiswa, mebel sekolah, seragam sekolah, kurikulum
1.01: pendidikan, sekolah dasar, sekolah menengah pertama, ~laboratorium, alat peraga, buku pelajaran, putus sekolah
1.01: kejar paket, pagar sekolah, toilet sekolah, mushola sekolah, madrasah, ~pondok pesantren, les, bimbingan belajar
1.01.02.2.01: sekolah dasar, !ruang kelas sekolah dasar
1.01.02.2.02: sekolah menengah pertama, !ruang kelas sekolah menengah pertama
1.01.02.2.03: !pendidikan anak usia dini, taman kanak kanak, kelompok bermain, alat permainan edukatif, ape luar
1.01.02.2.03: taman bermain anak
1.01.02.2.04: pusat kegiatan belajar masyarakat, sanggar kegiatan belajar, keaksaraan, buta aksara, kesetaraan

1.02: kesehatan, !posyandu, !puskesmas, !stunting, !fogging, nyamuk, jentik, gizi, imunisasi, obat, ibu hamil, bidan
1.02: perawat, ambulans, ambulan, mobil siaga, poliklinik, pondok bersalin, pos kesehatan desa, rumah sakit, dokter
1.02: kader kesehatan, demam berdarah, tuberkulosis, hiv, ~balita, makanan tambahan, pemberian makanan tambahan
1.02: timbangan bayi, antropometri, sanitasi total berbasis masyarakat, perilaku hidup bersih sehat
1.02: jaminan kesehatan nasional, kesehatan jiwa, orang gangguan jiwa, penyakit menular, penyakit tidak menular
1.02: pos pembinaan terpadu, ~senam lansia, posyandu lanjut usia, posyandu lansia, alat kesehatan
1.02: pemeriksaan kesehatan, khitan massal, donor darah, penyemprotan fogging, kesehatan ibu anak

1.03.10.2.01: !jalan, !jembatan, aspal, hotmix, cor blok, rabat beton, beton jalan, ruas jalan, talud jalan
1.03.10.2.01: bahu jalan, pengaspalan, pelebaran jalan, gorong gorong, ~cor, ~beton, ~ruas, jalan kabupaten
1.03.10.2.01: jalan poros, jalan tembus, jalan desa, jembatan gantung, ~talud, lapisan penetrasi, overlay, box culvert
1.03.10.2.01: tembok penahan tanah jalan, ~trotoar, trotoar jalan, ~tembok penahan tanah, duiker, plat beton, deuker
1.03.10.2.01: pelat beton
1.03.02.2.02: !irigasi, daerah irigasi, saluran sekunder, saluran primer, bendung, pintu air, saluran irigasi
1.03.02.2.02: jaringan irigasi, jaringan irigasi permukaan, !!percepatan peningkatan tata guna air irigasi
1.03.02.2.02: pintu air irigasi, saluran pembuang, rehabilitasi jaringan irigasi
1.03.02.2.01: sungai, bronjong, tanggul, normalisasi sungai, embung, tebing sungai, banjir sungai, check dam, waduk
1.03.02.2.01: sumber air baku, pengaman pantai, talud sungai, abrasi pantai, longsoran tebing, ~kali, talud kali
1.03.02.2.01: talud tanggul, pengerukan sungai
1.03.03.2.01: !air minum, !air bersih, sumur bor, perpipaan, pipanisasi, jaringan pipa, sambungan air, bak penampung
1.03.03.2.01: sumber mata air, perusahaan daerah air minum, sambungan rumah air, reservoir, tandon air, pompa air
1.03.03.2.01: sumur dalam, ~sumur, hidran umum, sarana air bersih, air minum sanitasi, bak air, kran umum, ~pipa
1.03.03.2.01: penampungan air, pipa air bersih
1.03.05.2.01: !jamban, !sanitasi, !air limbah, septik tank, tangki septik, jambanisasi, saluran pembuangan air limbah
1.03.05.2.01: tinja, mandi cuci kakus, kakus, instalasi pengolahan air limbah, air limbah domestik, toilet umum
1.03.05.2.01: saluran air limbah
1.03.06.2.01: drainase, gorong gorong drainase, saluran air, selokan, saluran drainase, genangan, saluran pembuangan
1.03.06.2.01: parit, got
1.03.07: ~infrastruktur permukiman, kawasan strategis
1.03.08.2.01: ~gedung, gedung kantor, bangunan gedung, ~balai desa, ~pendopo, gedung serba guna, ~pagar
1.03.08.2.01: rehabilitasi gedung
1.03.09: ~taman kota, alun alun, ruang publik
1.03.11: jasa konstruksi, tenaga terampil konstruksi, tenaga kerja konstruksi
1.03.12: tata ruang, rencana tata ruang wilayah, rencana detail tata ruang, penataan ruang

1.04: perumahan, permukiman, kumuh, rumah susun, ~lantai rumah, kawasan permukiman, kota tanpa kumuh
1.04.03: !rumah tidak layak huni, bedah rumah, rumah layak huni, plesterisasi, lantainisasi, perbaikan rumah
1.04.03: !!stimulan perumahan swadaya, rumah kumuh, rehabilitasi rumah, pemugaran rumah, rumah warga miskin
1.04.03: kawasan kumuh
1.04.05.2.01: jalan lingkungan, drainase lingkungan, paving, konblok, jalan gang, gang, sambungan listrik
1.04.05.2.01: listrik warga miskin, prasarana sarana utilitas, paving jalan, paving gang, jalan permukiman
1.04.05.2.01: jalan perumahan, paving blok, meteran listrik, jalan setapak, cor jalan gang, saluran lingkungan
1.04.05.2.01: listrik rumah tangga, sambungan rumah listrik, pemakaman, ~makam

1.05: ketertiban, ketenteraman, satuan polisi, keamanan lingkungan, pos ronda, pos keamanan lingkungan
1.05: perlindungan masyarakat, satuan perlindungan masyarakat, sistem keamanan lingkungan, gardu ronda, patroli
1.05: ~pos jaga, minuman keras, ~handy talky
1.05.03: !bencana, !longsor, banjir, kekeringan, dropping air, tanggap bencana, siaga bencana, desa tangguh bencana
1.05.03: evakuasi korban, peringatan dini, gempa, tsunami, jalur evakuasi, mitigasi, rambu evakuasi
1.05.03: bantuan air bersih, tanah gerak, tangki air bersih, droping air, ~bronjong, logistik bencana
1.05.03: penanggulangan bencana, ~rawan longsor, tanah longsor, bronjong longsor
1.05.04: kebakaran, pemadam, alat pemadam api, pos pemadam, hidran kebakaran

1.06: !sosial, disabilitas, lanjut usia, anak yatim, panti, !!keluarga harapan, kelompok usaha bersama, bantuan sosial
1.06: fakir miskin, warga miskin, sembako, jompo, kursi roda, gelandangan, taruna siaga bencana
1.06: bantuan langsung tunai, santunan, ~kemiskinan, penyandang disabilitas, kesejahteraan sosial, data kemiskinan
1.06: ~duafa, keluarga miskin, pahlawan, pekerja sosial, usaha ekonomi produktif, rehabilitasi sosial, anak terlantar
1.06: alat bantu disabilitas, kaki palsu

2.07: !tenaga kerja, !!padat karya, pelatihan kerja, pelatihan keterampilan, ~pelatihan, menjahit, montir
2.07: pelatihan las, stir mobil, mengemudi, ~komputer, pelatihan komputer, pelatihan bahasa inggris, bahasa jepang
2.07: bahasa korea, sertifikasi kompetensi, pertukangan, tata rias, potong rambut, salon, balai latihan kerja
2.07: pekerja migran, tenaga kerja indonesia, lowongan, bursa kerja, pengangguran, pencari kerja, otomotif, bengkel
2.07: servis handphone, barista, tata boga, pelatihan menjahit, pelatihan bengkel, ~kursus, magang, job fair
2.07: mesin jahit, ~keterampilan, setir mobil, kerja mandiri, wirausaha baru, ~las listrik, service hp
2.07: pelatihan otomotif, pelatihan tukang, pelatihan salon, pelatihan pemuda

2.08: perempuan, gender, kekerasan, perlindungan anak, layak anak, ~anak, kekerasan rumah tangga, forum anak
2.08: ~pemberdayaan wanita, pemberdayaan perempuan, peranan wanita keluarga sehat sejahtera, desa prima, hak anak
2.08: kesetaraan gender, korban kekerasan, perkawinan anak, pernikahan dini, sekolah perempuan, organisasi wanita
2.08: kekerasan perempuan

2.09: pangan, lumbung, ketahanan pangan, cadangan pangan, pekarangan pangan lestari, pangan lokal, lumbung pangan
2.09: diversifikasi, penganekaragaman konsumsi pangan, pekarangan, rumah pangan, rawan pangan, keamanan pangan
2.09: ~kebun gizi, beras, pemanfaatan pekarangan

2.10: pertanahan, sertifikat tanah, sengketa tanah, pendaftaran tanah, tanah kas desa, pengadaan tanah
2.10: pembebasan lahan, ~tanah, !!pendaftaran tanah sistematis lengkap, sertifikasi tanah, ganti rugi tanah
2.10: batas tanah, tanah wakaf

2.11: !lingkungan hidup, penghijauan, pencemaran, mata air, penanaman pohon, bibit pohon, reboisasi, !!kampung iklim
2.11: ruang terbuka hijau, limbah, bahan berbahaya beracun, biopori, sumur resapan, kehati, keanekaragaman hayati
2.11: pemanen air hujan, sempadan sungai, konservasi mata air, daerah tangkapan air, adiwiyata, ~biogas, taman hijau
2.11: limbah ternak, konservasi lingkungan, taman lingkungan
2.11.11.2.01: !sampah, !bank sampah, tempat pengolahan sampah, tempat sampah, gerobak sampah, mesin pencacah
2.11.11.2.01: komposter, daur ulang, kendaraan sampah, motor sampah, roda tiga sampah, kontainer sampah, kompos sampah
2.11.11.2.01: tempat penampungan sementara sampah, reduce reuse recycle, pengelolaan sampah, sampah plastik
2.11.11.2.01: insinerator, tempat pembuangan sampah

2.12: kependudukan, kartu tanda penduduk, kartu keluarga, akta kelahiran, akta, catatan sipil, adminduk
2.12: administrasi kependudukan

2.13: !badan usaha milik desa, pemerintah desa, perangkat desa, ~desa, aparatur desa, profil desa, musyawarah desa
2.13: gotong royong, !!tentara manunggal membangun desa, !!karya bhakti, karya bakti, dana desa, alokasi dana desa
2.13: kelembagaan desa, teknologi tepat guna, lembaga pemberdayaan masyarakat, badan permusyawaratan desa
2.13: ~pemberdayaan kesejahteraan keluarga, kader pemberdayaan, ~insentif rt, sistem keuangan desa
2.13: pemilihan kepala desa, batas desa, balai desa, kantor desa, ~rt rw, lembaga adat desa, pemberdayaan masyarakat
2.13: ~pemberdayaan, bulan bhakti gotong royong, pasar desa, kader desa, kapasitas perangkat desa
2.13: gedung pemberdayaan kesejahteraan keluarga, kerja sama desa, aset desa, balai dusun, balai pertemuan
2.13: operasional rt, lomba desa, kantor kepala desa

2.14: keluarga berencana, bina keluarga balita, bina keluarga remaja, bina keluarga lanjut usia, kontrasepsi
2.14: kampung kb, penduduk, ketahanan keluarga, penyuluh keluarga berencana, kampung keluarga berencana
2.14: generasi berencana, keluarga sejahtera, pengendalian penduduk, kampung keluarga berkualitas, keluarga akseptor
2.14: pasangan usia subur, pendamping keluarga

2.15.02.2.02: !penerangan jalan, !lampu jalan, lampu penerangan, rambu, marka jalan, cermin tikungan, cermin cembung
2.15.02.2.02: guard rail, pagar pengaman jalan, lampu lalu lintas, alat pemberi isyarat lalu lintas, zebra cross
2.15.02.2.02: rambu jalan, lampu penerangan jalan, lampu tenaga surya, penerangan jalan tenaga surya
2.15.02.2.02: penerangan lingkungan, polisi tidur, pita kejut, warning light, ~lampu, penerangan jalan lingkungan
2.15.02.2.02: cermin jalan, lampu jalan lingkungan, rambu lalu lintas, delineator, lampu jalan desa
2.15: perhubungan, terminal, angkutan, parkir, halte, lalu lintas, kereta api, palang kereta, dermaga, pelabuhan
2.15: penyeberangan, perlintasan kereta, trayek, uji kendaraan, angkutan pedesaan, bus sekolah, perahu penyeberangan

2.16: internet, !wifi, komunikasi informatika, website, jaringan internet, sistem informasi, hotspot, aplikasi
2.16: blank spot, sinyal, sistem informasi desa, menara telekomunikasi, kelompok informasi masyarakat, radio komunitas
2.16: informasi publik, fiber optik, kamera pengawas, digital, teknologi informasi, smart village, desa digital
2.16: literasi digital, komunikasi publik, media informasi, pemasaran digital, ~media sosial, telekomunikasi, domain

2.17: !koperasi, !usaha mikro, !kewirausahaan, usaha kecil, modal usaha, usaha kecil menengah, pengemasan produk
2.17: simpan pinjam, pelaku usaha, pelatihan kewirausahaan, bantuan modal, kemasan produk, pemasaran online
2.17: usaha mikro kecil menengah, wirausaha, perizinan usaha mikro, pelatihan usaha mikro, ~usaha, usaha rumah tangga
2.17: pelatihan kue, pelatihan kuliner, olahan makanan, ~kuliner, bantuan usaha, penguatan permodalan
2.17: pelatihan pemasaran, sertifikat halal, makanan ringan, ekonomi produktif, pelatihan olahan

2.18: penanaman modal, investasi, perizinan terpadu, izin usaha, pelayanan perizinan

2.19: !olahraga, pemuda, !karang taruna, lapangan voli, lapangan bola, sepak bola, bola voli, voli, futsal
2.19: bulu tangkis, tenis meja, sarana olahraga, alat olahraga, pramuka, stadion, gedung olahraga, lapangan olahraga
2.19: kepemudaan, atlet, turnamen, ~lapangan, bulutangkis, senam, pencak silat, lapangan desa, sarana pemuda olahraga
2.19: kejuaraan, sepakbola, basket, lapangan sepak bola, ~tribun, pembinaan karang taruna, ~kreatifitas pemuda
2.19: organisasi pemuda, pekan olahraga

2.20: statistik, data sektoral, satu data

2.21: persandian, sandi, keamanan informasi

2.22: !kebudayaan, budaya, kesenian, !gamelan, seni, tari, wayang, jathilan, kuda lumping, ketoprak, macapat
2.22: karawitan, aksara jawa, cagar budaya, museum, upacara adat, adat, merti desa, sanggar seni, sanggar tari
2.22: alat kesenian, alat musik, hadroh, ebeg, kostum seni, seni budaya, desa budaya, reog, bersih desa, situs sejarah
2.22: campursari, dalang, kesenian tradisional, sejarah, rebana, kostum, bahasa jawa, sastra, festival budaya
2.22: pakaian adat, pentas seni, kelompok kesenian, kuda kepang, kentongan, thek thek, grebeg, lengger

2.23: !perpustakaan, taman baca, taman bacaan masyarakat, buku bacaan, sudut baca, literasi, pojok baca, koleksi buku
2.23: minat baca

2.24: kearsipan, arsip

3.25: !ikan, !perikanan, !nelayan, lele, kolam, budidaya ikan, kolam ikan, gurami, gurame, nila, bibit ikan
3.25: benih ikan, perahu nelayan, !kelompok pembudidaya ikan, tambak, udang, perahu, jaring ikan
3.25: tempat pelelangan ikan, rumput laut, pakan ikan, bioflok, kelautan, kelompok pengolah pemasar ikan
3.25: pengolahan ikan, bibit lele, penebaran benih, penebaran benih ikan, kapal, mesin tempel, ~terpal
3.25: kelompok masyarakat pengawas perikanan, olahan ikan, mina padi, ~keramba, alat tangkap, garam, petambak, patin
3.25: bawal, kepiting, kelompok usaha bersama nelayan, kelompok nelayan, ikan nila, ikan lele

3.26: !wisata, !pariwisata, desa wisata, kelompok sadar wisata, obyek wisata, destinasi, pelaku wisata
3.26: ekonomi kreatif, wisata alam, homestay, pemandu wisata, daya tarik wisata, wisata desa, tour guide, outbound
3.26: gazebo, wisata air, spot foto, promosi wisata, wisata budaya, toilet wisata, jalan wisata, taman wisata
3.26: wisata religi, pantai wisata, wisata kuliner

3.27: !pertanian, !petani, !pupuk, !kelompok tani, !traktor, tani, sawah, padi, bibit, benih, ternak, kambing, sapi
3.27: ayam, domba, kerbau, kelompok wanita tani, gabungan kelompok tani, alat mesin pertanian, alat mesin, ~alat mesin
3.27: hama, perkebunan, kelapa, kopi, kakao, durian, alpukat, jagung, kedelai, cabai, bawang, sayur, tanaman
3.27: hortikultura, sprayer, power thresher, mesin perontok, pompa sawah, bibit tanaman, bibit buah, bibit kelapa
3.27: bibit durian, pupuk organik, kandang, pakan ternak, itik, unggas, bebek, kelinci, babi, puyuh, peternakan
3.27: kesehatan hewan, vaksin hewan, inseminasi buatan, penyuluhan pertanian, sekolah lapang, lahan kering
3.27: cetak sawah, greenhouse, rumah kompos, tikus, wereng, panen, pascapanen, combine harvester, cultivator
3.27: mesin tanam, cengkeh, pala, tembakau, tebu, manggis, ubi kayu, singkong, porang, melon, semangka, pisang, mangga
3.27: jeruk, pepaya, nanas, salak, vanili, karet, sawit, teh, empon empon, jahe, peternak, kelompok ternak
3.27: pengering padi, penggilingan padi, sarana produksi pertanian, nira kelapa, petani milenial, kebun, kelapa genjah
3.27: pupuk kompos, bibit ternak, mesin pencacah rumput, chopper, hand traktor, pompa air sawah, pompa air pertanian
3.27: ~pompa, kelapa sawit, hijauan pakan ternak, rumah potong hewan, penyakit mulut kuku, jamur, budidaya tanaman
3.27: tanaman pangan, tanaman obat, hidroponik, lebah madu, madu, sumur pertanian, sumur sawah, sumur bor pertanian
3.27: embung pertanian, mesin pertanian, alat pertanian, pembibitan, kelompok tani ternak, demplot, lahan pertanian
3.27: saluran sawah, penyuluh pertanian, organisme pengganggu tumbuhan, pestisida
3.27.03.2.02: !jalan usaha tani, !irigasi tersier, irigasi perpompaan, dam parit, jaringan irigasi tersier
3.27.03.2.02: jalan produksi pertanian, jaringan irigasi tingkat usaha tani, jaringan irigasi desa, saluran tersier
3.27.03.2.02: jalan pertanian, irigasi tanah dangkal, embung pertanian, perkumpulan petani pemakai air
3.27.03.2.02: irigasi pertanian, jembatan usaha tani, talud jalan usaha tani, jalan tani, saluran irigasi tersier
3.27.03.2.02: irigasi kelompok tani, irigasi perkebunan, cor blok jalan usaha tani, jalan kebun, jalan produksi
3.27.03.2.02: saluran irigasi pertanian

3.28: hutan, kehutanan, hutan rakyat, kelompok tani hutan, lembaga masyarakat desa hutan, bibit kayu, hutan adat
3.28: hutan mangrove

3.29: energi, mikrohidro, panel surya, listrik tenaga surya, biogas, energi terbarukan, pembangkit listrik, tambang
3.29: panas bumi, listrik masuk

3.30: pasar, !perdagangan, pedagang, pasar rakyat, pasar tradisional, pasar hewan, kios, pedagang kaki lima, los pasar
3.30: pasar murah, metrologi, harga pokok, kios pasar, pameran produk, ekspor, operasi pasar, promosi dagang

3.31: !industri, industri kecil, kerajinan, perajin, pengrajin, anyaman, batik, industri rumah tangga, gula kelapa
3.31: sentra industri, mebel, peralatan produksi, gula semut, alat produksi, usaha kerajinan, pelatihan batik
3.31: industri kreatif, pelatihan kerajinan, gula merah, tahu tempe, rumah produksi, produksi olahan, kerajinan bambu
3.31: alat membatik, genteng, batu bata, pengolahan kayu, tenun

3.32: transmigrasi, transmigran

4.01: masjid, musala, gereja, rumah ibadah, tempat ibadah, keagamaan, hibah masjid, wihara, pura, pengajian
4.01: guru ngaji, taman pendidikan alquran, kesejahteraan rakyat, marbot, madrasah diniyah, imam masjid
4.01: ~pondok pesantren, hafiz, tilawatil quran, pengadaan barang jasa

4.02: dewan perwakilan rakyat daerah, reses

5.01: perencanaan pembangunan, musyawarah perencanaan pembangunan, rencana pembangunan jangka menengah

5.02: pajak daerah, pajak bumi bangunan, keuangan daerah, barang milik daerah, pendapatan daerah

5.03: kepegawaian, pegawai negeri, aparatur sipil negara

5.04: pendidikan pelatihan aparatur, pengembangan kompetensi aparatur

5.05: penelitian pengembangan, inovasi daerah, kajian penelitian

6.01: inspektorat, pengawasan internal, audit

7.01: kecamatan pelayanan publik, kantor kecamatan, ~kelurahan, pemberdayaan kelurahan, sarana prasarana kelurahan

8.01: kesatuan bangsa, pancasila, wawasan kebangsaan, partai politik, organisasi kemasyarakatan
8.01: kerukunan umat beragama, narkotika, bela negara, konflik sosial, pendidikan politik, kebangsaan, toleransi
"""
_WEIGHT = {"!!": 2.6, "!": 1.6, "~": 0.4}
_PER_FURTHER_WORD = 0.5


@dataclass(frozen=True)
class Phrase:
    """Words that together speak for entries whose code begins with `prefix`, as strongly as `weight` says."""

    prefix: str
    words: tuple[str, ...]
    weight: float


def phrases() -> tuple[Phrase, ...]:
    """The whole lexicon, in the order of its table; words in written form, not stemmed."""
    found: dict[tuple[str, tuple[str, ...]], Phrase] = {}
    for line in _TABLE.splitlines():
        prefix, _, listed = line.partition(":")
        for written in filter(None, (phrase.strip() for phrase in listed.split(","))):
            plain = written.lstrip("!~")
            words = tuple(plain.split())
            weight = _WEIGHT.get(written.removesuffix(plain), 1.0)
            found[prefix, words] = Phrase(prefix, words, weight * (1 + _PER_FURTHER_WORD * (len(words) - 1)))
    return tuple(found.values())
