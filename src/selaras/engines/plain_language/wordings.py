"""Words of the office, each with what one says instead. An empty right side: it can go without loss.

Written for this engine from everyday use; a pair stands here only where the plainer word fits nearly always. Terms that
law or money give a fixed meaning (retribusi, keberatan, alokasi dana desa) are left out on purpose.
"""

from __future__ import annotations

_STIFF = """
dalam rangka=untuk | dalam rangka untuk=untuk | dalam upaya=untuk | dalam upaya untuk=untuk | guna=untuk
demi untuk=untuk | untuk keperluan=untuk | dengan maksud untuk=untuk | dengan tujuan untuk=untuk
bertujuan untuk=untuk | dimaksudkan untuk=untuk | diperuntukkan bagi=untuk | diperuntukkan=untuk | agar supaya=agar

sehubungan dengan hal tersebut=karena itu | sehubungan dengan hal tersebut di atas=karena itu
sehubungan dengan itu=karena itu | berkenaan dengan hal tersebut=karena itu | berkaitan dengan hal tersebut=karena itu
berdasarkan hal tersebut=karena itu | berdasarkan hal tersebut di atas=karena itu | oleh karena itu=karena itu
oleh sebab itu=karena itu | oleh karenanya=karena itu | maka daripada itu=karena itu | sehubungan dengan=tentang
berkenaan dengan=tentang | berkaitan dengan=tentang | terkait dengan=tentang | yang berkenaan dengan=tentang
yang berkaitan dengan=tentang | yang terkait dengan=tentang | perihal=tentang

dikarenakan=karena | disebabkan karena=karena | disebabkan oleh karena=karena | oleh karena=karena
mengingat bahwa=karena | menimbang bahwa=karena | sebagai akibat dari=karena | akibat dari=karena
dengan adanya=karena | apabila=jika | bilamana=jika | dalam hal terjadi=jika terjadi | dalam hal terdapat=jika ada
dalam hal tidak=jika tidak | manakala=ketika | tatkala=ketika | pada saat=ketika | pada waktu=ketika
sejak dari=sejak | semenjak=sejak | terhitung mulai tanggal=mulai | terhitung sejak tanggal=sejak
terhitung mulai=mulai | terhitung sejak=sejak | sampai dengan=sampai | pada saat ini=sekarang | dewasa ini=sekarang
dalam waktu dekat=segera | dalam jangka waktu=dalam | dalam kurun waktu=dalam | selambat-lambatnya=paling lambat
selambatnya=paling lambat | sekurang-kurangnya=paling sedikit | setidak-tidaknya=paling sedikit
sebanyak-banyaknya=paling banyak | setinggi-tingginya=paling tinggi

namun demikian=tetapi | akan tetapi=tetapi | meskipun demikian=tetapi | walaupun demikian=tetapi | kendati=meskipun
kendatipun=meskipun | sungguhpun=meskipun | bahwasanya=bahwa | yang mana=yang | adalah merupakan=adalah
seperti misalnya=misalnya | dan lain sebagainya=dan lain-lain | maksud dan tujuan=tujuan | berdasarkan pada=berdasarkan
didasarkan pada=berdasarkan | sebagaimana=seperti | sebagaimana dimaksud dalam=menurut
sebagaimana dimaksud pada=menurut | sebagaimana tersebut di atas=seperti di atas | tersebut di atas=itu

bersama ini=dengan surat ini | bersama ini kami sampaikan=kami sampaikan | dengan ini kami sampaikan=kami sampaikan
dengan hormat kami sampaikan=kami sampaikan | perlu kami sampaikan bahwa= | dapat kami sampaikan bahwa=
dapat kami informasikan bahwa= | dengan ini diberitahukan bahwa= | demikian disampaikan= | demikian kami sampaikan=
untuk menjadi maklum=agar diketahui | adapun= | pada hakikatnya= | pada prinsipnya= | pada dasarnya=
untuk dipergunakan sebagaimana mestinya=untuk dipakai | atas perhatiannya diucapkan terima kasih=terima kasih
atas perhatiannya kami ucapkan terima kasih=terima kasih
atas perhatian dan kerja samanya diucapkan terima kasih=terima kasih

sesuai dengan ketentuan peraturan perundang-undangan=menurut peraturan
sesuai dengan ketentuan yang berlaku=menurut aturan | sesuai ketentuan yang berlaku=menurut aturan
ketentuan yang berlaku=aturan | peraturan perundang-undangan yang berlaku=peraturan | mengacu pada=mengikuti
merujuk pada=mengikuti | berpedoman pada=mengikuti | menunjuk surat=menjawab surat
warga masyarakat=warga | segenap=semua | tanpa dipungut biaya=gratis | tidak dipungut biaya=gratis
secara cuma-cuma=gratis | tidak diperkenankan=dilarang | diperkenankan=boleh | dimungkinkan=bisa | diwajibkan=wajib
diharuskan=harus | kiranya dapat=mohon | berkenan untuk=mau | berkenan=mau | seyogianya=sebaiknya
seyogyanya=sebaiknya | senantiasa=selalu | acapkali=sering | kerap kali=sering | niscaya=pasti | serta merta=langsung

dipergunakan=dipakai | mempergunakan=memakai | berdomisili=tinggal | bertempat tinggal=tinggal
domisili=tempat tinggal | persyaratan=syarat | permasalahan=masalah | problematika=masalah | peruntukan=kegunaan
pemutakhiran=pembaruan | dimutakhirkan=diperbarui | nomenklatur=nama | pemangku kepentingan=pihak terkait
menindaklanjuti=menangani | menindaklanjuti surat=menjawab surat | ditindaklanjuti=ditangani
mengejawantahkan=mewujudkan | berkesinambungan=terus-menerus
dilegalisir=disahkan | melegalisir=mengesahkan

mengadakan pertemuan=bertemu | mengadakan kerja sama=bekerja sama
menjalin kerja sama=bekerja sama | mengajukan permohonan=meminta | mengajukan permintaan=meminta
menyampaikan permohonan=meminta | menyampaikan laporan=melapor | mengambil keputusan=memutuskan
mengambil tindakan=bertindak | mempunyai kewajiban=wajib | memiliki kewajiban=wajib | mempunyai kewenangan=berwenang
memiliki kewenangan=berwenang | mempunyai tugas=bertugas | mempunyai hak=berhak | memiliki hak=berhak
mempunyai kemampuan=mampu | memiliki kemampuan=mampu | mengalami kenaikan=naik | mengalami peningkatan=naik
mengalami penurunan=turun | mengalami kerusakan=rusak | mengalami keterlambatan=terlambat
mengalami perubahan=berubah | mengalami gangguan=terganggu | mengalami penundaan=tertunda | mengalami kegagalan=gagal

implementasi=pelaksanaan | mengimplementasikan=menjalankan | diimplementasikan=dijalankan
menyosialisasikan=menjelaskan | mensosialisasikan=menjelaskan | disosialisasikan=dijelaskan | memfasilitasi=membantu
difasilitasi=dibantu | mengakomodasi=menampung | mengakomodir=menampung | diakomodasi=ditampung
diakomodir=ditampung | mengklarifikasi=menjelaskan | klarifikasi=penjelasan | memverifikasi=memeriksa
diverifikasi=diperiksa | verifikasi=pemeriksaan | mengevaluasi=menilai | dievaluasi=dinilai | evaluasi=penilaian
memonitor=memantau | dimonitor=dipantau | mengidentifikasi=mengenali | diidentifikasi=dikenali
menginventarisasi=mendata | menginventarisir=mendata | diinventarisasi=didata | inventarisasi=pendataan
merealisasikan=mewujudkan | direalisasikan=diwujudkan | mendistribusikan=membagikan | didistribusikan=dibagikan
mempublikasikan=mengumumkan | dipublikasikan=diumumkan | memobilisasi=menggerakkan
mengalokasikan=menyediakan | dialokasikan=disediakan | merekomendasikan=menyarankan | direkomendasikan=disarankan
mengonfirmasi=memastikan | mengkonfirmasi=memastikan | menginstruksikan=memerintahkan | diinstruksikan=diperintahkan
menginformasikan=memberi tahu | diinformasikan=diberitahukan | menstimulasi=mendorong | meminimalisir=mengurangi
meminimalkan=mengurangi | mengintegrasikan=menyatukan | terintegrasi=menyatu | mendiseminasikan=menyebarkan
diseminasi=penyebaran | mendelegasikan=melimpahkan | optimalisasi=perbaikan | finalisasi=penyelesaian
supervisi=pengawasan | kolaborasi=kerja sama | berkolaborasi=bekerja sama | sinergi=kerja sama
sinergitas=kerja sama | bersinergi=bekerja sama | berpartisipasi=ikut serta | partisipasi=peran serta
berkontribusi=menyumbang | kontribusi=sumbangan | kompensasi=ganti rugi | komprehensif=menyeluruh
substansi=isi | urgen=mendesak | urgensi=pentingnya | esensial=penting | krusial=penting | fundamental=mendasar
kontinu=terus-menerus | insidental=sewaktu-waktu | secara periodik=berkala | periodik=berkala | eksisting=yang ada
transparan=terbuka | transparansi=keterbukaan | regulasi=aturan | kapabilitas=kemampuan
kuantitas=jumlah | estimasi=perkiraan | opsi=pilihan | indikasi=tanda | konsekuensi=akibat
konkret=nyata | spesifik=khusus | mayoritas=sebagian besar | mekanisme=cara | parameter=ukuran | relevan=sesuai
aksesibilitas=kemudahan | eskalasi=peningkatan | deviasi=selisih | korelasi=hubungan | yurisdiksi=wilayah
"""

_FOREIGN = """
stakeholder=pihak terkait | stakeholders=pihak terkait | launching=peluncuran | meeting=rapat | deadline=batas waktu
update=pembaruan | upload=unggah | mengupload=mengunggah | diupload=diunggah | download=unduh | mendownload=mengunduh
didownload=diunduh | link=tautan | website=laman | online=daring | offline=luring | contact person=narahubung
hotline=nomor layanan | call center=pusat panggilan | feedback=tanggapan | database=basis data | file=berkas
softcopy=berkas digital | soft copy=berkas digital | hardcopy=berkas cetak | hard copy=berkas cetak
print out=cetakan | printout=cetakan | scan=pindai | copy=salinan | fotocopy=fotokopi | workshop=lokakarya
training=pelatihan | event=acara | output=hasil | outcome=manfaat | input=masukan | impact=dampak
baseline=kondisi awal | timeline=jadwal | schedule=jadwal | checklist=daftar periksa | budget=anggaran
sharing=berbagi | planning=rencana | action plan=rencana kerja | roadmap=peta jalan | road map=peta jalan
pilot project=proyek percontohan | best practice=contoh baik | good governance=tata kelola yang baik
governance=tata kelola | leading sector=penanggung jawab | gap=selisih | skill=keterampilan | support=dukungan
urgent=mendesak | follow up=tindak lanjut | follow-up=tindak lanjut | mapping=pemetaan | reward=penghargaan
punishment=hukuman | assessment=penilaian | review=tinjauan | mereview=meninjau | direview=ditinjau
by name by address=menurut nama dan alamat | real time=langsung | existing=yang ada | emergency=darurat
helpdesk=meja bantuan | front office=meja layanan | customer service=petugas layanan | user=pengguna
password=kata sandi | username=nama pengguna | login=masuk | gadget=gawai | dashboard=papan data
cross check=periksa ulang | crosscheck=periksa ulang | draft=rancangan | request=permintaan | monitoring=pemantauan
ad hoc=sementara | ad interim=sementara | sounding=penjajakan | briefing=pengarahan
"""

# The noun, and the verbs that say the same: "melakukan pembayaran" is "membayar", "dilakukan pembayaran" is "dibayar".
_VERBS = """
pembayaran=membayar=dibayar | pemeriksaan=memeriksa=diperiksa | pengecekan=memeriksa=diperiksa
penyusunan=menyusun=disusun | pengumpulan=mengumpulkan=dikumpulkan | pendataan=mendata=didata
pencatatan=mencatat=dicatat | penilaian=menilai=dinilai | perbaikan=memperbaiki=diperbaiki
pembangunan=membangun=dibangun | pengawasan=mengawasi=diawasi | pemantauan=memantau=dipantau
pembahasan=membahas=dibahas | pengumuman=mengumumkan=diumumkan | pengiriman=mengirim=dikirim
pengambilan=mengambil=diambil | penelitian=meneliti=diteliti | pembinaan=membina=dibina | perubahan=mengubah=diubah
penambahan=menambah=ditambah | pengurangan=mengurangi=dikurangi | penghapusan=menghapus=dihapus
pembatalan=membatalkan=dibatalkan | penundaan=menunda=ditunda | penutupan=menutup=ditutup | pembukaan=membuka=dibuka
pendaftaran=mendaftarkan=didaftarkan | pemasangan=memasang=dipasang | pembersihan=membersihkan=dibersihkan
pemeliharaan=memelihara=dipelihara | perawatan=merawat=dirawat | penyerahan=menyerahkan=diserahkan
penyimpanan=menyimpan=disimpan | pengukuran=mengukur=diukur | penghitungan=menghitung=dihitung
perhitungan=menghitung=dihitung | pencarian=mencari=dicari | penanganan=menangani=ditangani
penyelesaian=menyelesaikan=diselesaikan | penjelasan=menjelaskan=dijelaskan | peninjauan=meninjau=ditinjau
pengkajian=mengkaji=dikaji | pengujian=menguji=diuji | pemilihan=memilih=dipilih | penetapan=menetapkan=ditetapkan
pengesahan=mengesahkan=disahkan | penandatanganan=menandatangani=ditandatangani | pembelian=membeli=dibeli
penjualan=menjual=dijual | penyaluran=menyalurkan=disalurkan | pembagian=membagi=dibagi
pelaporan=melaporkan=dilaporkan | pengajuan=mengajukan=diajukan | penggantian=mengganti=diganti
pemindahan=memindahkan=dipindahkan | pencetakan=mencetak=dicetak | penggandaan=menggandakan=digandakan
evaluasi=menilai=dinilai | verifikasi=memeriksa=diperiksa | monitoring=memantau=dipantau
sosialisasi=menjelaskan=dijelaskan | koordinasi=berkoordinasi=dikoordinasikan
konsultasi=berkonsultasi=dikonsultasikan
"""

# What is given to somebody: "memberikan bantuan kepada warga" is "membantu warga".
_GIVEN = """
bantuan=membantu | dukungan=mendukung | pelayanan=melayani | informasi=memberi tahu | izin=mengizinkan
jawaban=menjawab | tanggapan=menanggapi | persetujuan=menyetujui | penilaian=menilai | penghargaan=menghargai
"""

# Short forms whose long form the list of proposals does not hold; those written like words are known from here only.
_SHORT_FORMS = """
perbup=Peraturan Bupati | perwal=Peraturan Wali Kota | perda=Peraturan Daerah | perdes=Peraturan Desa
pergub=Peraturan Gubernur | perpres=Peraturan Presiden | permendagri=Peraturan Menteri Dalam Negeri
perki=Peraturan Komisi Informasi | sekda=Sekretaris Daerah | sekdes=Sekretaris Desa | sekcam=Sekretaris Camat
kadis=Kepala Dinas | kabid=Kepala Bidang | kasi=Kepala Seksi | kaur=Kepala Urusan
bappeda=Badan Perencanaan Pembangunan Daerah | diskominfo=Dinas Komunikasi dan Informatika
musrenbang=Musyawarah Perencanaan Pembangunan | musdes=Musyawarah Desa | renstra=Rencana Strategis
renja=Rencana Kerja | tupoksi=tugas pokok dan fungsi | bimtek=bimbingan teknis | monev=pemantauan dan penilaian
silpa=Sisa Lebih Perhitungan Anggaran
juknis=petunjuk teknis | juklak=petunjuk pelaksanaan | satker=satuan kerja
pp=Peraturan Pemerintah | sk=Surat Keputusan | sop=Standar Operasional Prosedur | opd=Organisasi Perangkat Daerah
skpd=Satuan Kerja Perangkat Daerah | dak=Dana Alokasi Khusus | dau=Dana Alokasi Umum
apbn=Anggaran Pendapatan dan Belanja Negara | spm=Standar Pelayanan Minimal
rpjmd=Rencana Pembangunan Jangka Menengah Daerah | rpjpd=Rencana Pembangunan Jangka Panjang Daerah
rkpd=Rencana Kerja Pemerintah Daerah | rka=Rencana Kerja dan Anggaran | dpa=Dokumen Pelaksanaan Anggaran
dip=Daftar Informasi Publik
"""

Words = tuple[str, ...]

_LINKS = ("kepada", "terhadap", "atas")


def _entries(table: str) -> list[list[str]]:
    listed = (entry.strip() for line in table.splitlines() for entry in line.split("|"))
    return [entry.split("=") for entry in listed if entry]


def _phrases(table: str) -> dict[Words, str]:
    return {tuple(stiff.split()): plainer for stiff, plainer in _entries(table)}


def _verbs() -> dict[Words, str]:
    pairs: dict[Words, str] = {}
    for noun, active, passive in _entries(_VERBS):
        pairs |= {(carrier, noun): active for carrier in ("melakukan", "melaksanakan")}
        pairs |= {(carrier, noun, link): active for carrier in ("melakukan", "melaksanakan") for link in _LINKS}
        pairs |= {(carrier, noun): passive for carrier in ("dilakukan", "dilaksanakan")}
    for noun, active in _entries(_GIVEN):
        pairs |= {(carrier, noun, link): active for carrier in ("memberikan", "memberi") for link in _LINKS}
    return pairs


STIFF: dict[Words, str] = _phrases(_STIFF)
FOREIGN: dict[Words, str] = _phrases(_FOREIGN)
VERBS: dict[Words, str] = _verbs()
# Set phrases in which a word of the lists stands for something else.
KEPT: frozenset[Words] = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("tepat guna", "tata guna", "daya guna", "hasil guna", "serba guna", "nilai guna", "guna lahan", "hak guna"),
        *("pada saat yang", "pada waktu yang", "pada saat tertentu", "pada waktu tertentu", "pada saat bersamaan"),
        "online single submission",
    )
)
SHORT_FORMS: dict[str, str] = {entry[0]: entry[1] for entry in _entries(_SHORT_FORMS)}
# What needs no explanation for anybody.
KNOWN_SHORT = frozenset(
    word
    for line in (
        "ktp kk nik rt rw sd smp sma smk tk paud ri tni hp wa wib wita wit tv pln bbm bpjs sim stnk pkk pdf ac uu uud",
        "pt cv nkri pns asn dpr pbb dki diy sms bpkb id",
    )
    for word in line.split()
)
