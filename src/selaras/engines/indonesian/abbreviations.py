"""Abbreviations as village and district officers write them, each with the words it stands for.

Only what has one meaning in a proposal stands in `ABBREVIATIONS`. What has two is decided by its neighbours in
`BY_NEIGHBOUR`; what its neighbours cannot decide (`ma`, `pa`, `lk`) is left as it was written.
"""

from __future__ import annotations

from dataclasses import dataclass

_TABLE = """
jln=jalan | jl=jalan | jal=jalan | jlan=jalan | jlnn=jalan | gg=gang | jbt=jembatan | jemb=jembatan | jembt=jembatan
rehab=rehabilitasi | rehap=rehabilitasi | rhb=rehabilitasi | rehabilitas=rehabilitasi | rekon=rekonstruksi
rekontruksi=rekonstruksi | rekonst=rekonstruksi | renov=renovasi | pemb=pembangunan | pembang=pembangunan
pembgn=pembangunan | pbgn=pembangunan | pmbangunan=pembangunan | peng=pengadaan | pengad=pengadaan
pngadaan=pengadaan | penging=peningkatan | peningk=peningkatan | pning=peningkatan | pening=peningkatan
pemel=pemeliharaan | pemelih=pemeliharaan | pelat=pelatihan | pelth=pelatihan | pemasg=pemasangan | bant=bantuan
bantun=bantuan | baantuan=bantuan | bantuuan=bantuan | lanj=lanjutan | lanjt=lanjutan | normlsi=normalisasi
sosilisasi=sosialisasi | bimtek=bimbingan teknis | bintek=bimbingan teknis | diklat=pendidikan dan pelatihan
monev=monitoring dan evaluasi | musrenbang=musyawarah perencanaan pembangunan

jut=jalan usaha tani | jitut=jaringan irigasi tingkat usaha tani | jides=jaringan irigasi desa
usahatani=usaha tani | lpju=lampu penerangan jalan umum | pju=penerangan jalan umum
ljpu=lampu penerangan jalan umum | pjus=penerangan jalan umum tenaga surya
pjuts=penerangan jalan umum tenaga surya | apill=alat pemberi isyarat lalu lintas
spal=saluran pembuangan air limbah | spald=sistem pengelolaan air limbah domestik
ipal=instalasi pengolahan air limbah | iplt=instalasi pengolahan lumpur tinja | ipah=instalasi pemanen air hujan
pah=penampungan air hujan | spam=sistem penyediaan air minum
pamsimas=penyediaan air minum dan sanitasi berbasis masyarakat | sanimas=sanitasi berbasis masyarakat
pdam=perusahaan daerah air minum | sr=sambungan rumah | mck=mandi cuci kakus | wc=kakus | tpt=tembok penahan tanah
dpt=dinding penahan tanah | talut=talud | brojong=bronjong | bronjongan=bronjong | bangket=talud | senderan=talud
rtlh=rumah tidak layak huni | rutilahu=rumah tidak layak huni | bsps=bantuan stimulan perumahan swadaya
psu=prasarana sarana utilitas | kotaku=kota tanpa kumuh | drainse=drainase | drainasi=drainase | drenase=drainase
drainage=drainase | draenase=drainase | sal=saluran | salr=saluran | gorong2=gorong gorong
goronggorong=gorong gorong | irig=irigasi | irgasi=irigasi | p3a=perkumpulan petani pemakai air
gp3a=gabungan petani pemakai air | p3tgai=percepatan peningkatan tata guna air irigasi | embg=embung | pav=paving
pavling=paving | pafing=paving | paping=paving | pavin=paving | pavingisasi=paving | pavingblok=paving blok
pavingblock=paving blok | block=blok | conblock=konblok | conblok=konblok | corblok=cor blok | corblock=cor blok
coor=cor | coran=cor | corisasi=cor | betonisasi=beton | hotmik=hotmix | aspalisasi=aspal | kab=kabupaten
lapen=lapisan penetrasi | latasir=lapisan aspal | ptsl=pendaftaran tanah sistematis lengkap
rtrw=rencana tata ruang wilayah | rdtr=rencana detail tata ruang | rtbl=rencana tata bangunan dan lingkungan
rth=ruang terbuka hijau

sd=sekolah dasar | sdn=sekolah dasar negeri | sdit=sekolah dasar | smp=sekolah menengah pertama
smpn=sekolah menengah pertama negeri | sma=sekolah menengah atas | sman=sekolah menengah atas negeri
smk=sekolah menengah kejuruan | smkn=sekolah menengah kejuruan negeri | slb=sekolah luar biasa
mts=madrasah tsanawiyah | mtsn=madrasah tsanawiyah negeri | paud=pendidikan anak usia dini
tpq=taman pendidikan alquran | madin=madrasah diniyah | ponpes=pondok pesantren | pontren=pondok pesantren
pkbm=pusat kegiatan belajar masyarakat | skb=sanggar kegiatan belajar | tbm=taman bacaan masyarakat
rkb=ruang kelas baru | ape=alat permainan edukatif | bkb=bina keluarga balita | bkr=bina keluarga remaja
bkl=bina keluarga lanjut usia | perpus=perpustakaan | perpusdes=perpustakaan desa | lab=laboratorium

posy=posyandu | pkm=puskesmas | pustu=puskesmas pembantu | polindes=pondok bersalin desa
poskesdes=pos kesehatan desa | pkd=poliklinik kesehatan desa | posbindu=pos pembinaan terpadu
ptm=penyakit tidak menular | rsud=rumah sakit umum daerah | dbd=demam berdarah dengue
odgj=orang dengan gangguan jiwa | tbc=tuberkulosis | phbs=perilaku hidup bersih dan sehat
stbm=sanitasi total berbasis masyarakat | pmt=pemberian makanan tambahan | kia=kesehatan ibu dan anak
bpjs=jaminan kesehatan | jkn=jaminan kesehatan nasional | kb=keluarga berencana | lansia=lanjut usia
bumil=ibu hamil | difabel=penyandang disabilitas | disabel=penyandang disabilitas | kube=kelompok usaha bersama
pkh=program keluarga harapan | blt=bantuan langsung tunai | bansos=bantuan sosial
pmks=penyandang masalah kesejahteraan sosial | ppks=pemerlu pelayanan kesejahteraan sosial
psks=potensi sumber kesejahteraan sosial | tksk=tenaga kesejahteraan sosial kecamatan | tagana=taruna siaga bencana
kdrt=kekerasan dalam rumah tangga | p2wkss=peningkatan peranan wanita menuju keluarga sehat sejahtera
pkk=pemberdayaan dan kesejahteraan keluarga | uppka=usaha peningkatan pendapatan keluarga akseptor

kwt=kelompok wanita tani | poktan=kelompok tani | gapoktan=gabungan kelompok tani | kelp=kelompok | klp=kelompok
klpk=kelompok | kelmpok=kelompok | keltan=kelompok tani | pokdakan=kelompok pembudidaya ikan
poklahsar=kelompok pengolah dan pemasar ikan | pokwasmas=kelompok masyarakat pengawas perikanan
pokmaswas=kelompok masyarakat pengawas perikanan | kub=kelompok usaha bersama nelayan | kth=kelompok tani hutan
lmdh=lembaga masyarakat desa hutan | tpi=tempat pelelangan ikan | alsintan=alat dan mesin pertanian
alsin=alat dan mesin | saprodi=sarana produksi | saprotan=sarana produksi pertanian | handtraktor=hand traktor
poc=pupuk organik cair | uppo=unit pengolah pupuk organik | ppl=penyuluh pertanian lapangan
bpp=balai penyuluhan pertanian | p2l=pekarangan pangan lestari | krpl=kawasan rumah pangan lestari
pjas=pangan jajanan anak sekolah | slpht=sekolah lapang pengendalian hama terpadu
slptt=sekolah lapang pengelolaan tanaman terpadu | opt=organisme pengganggu tumbuhan | alpokat=alpukat
apokat=alpukat | pmk=penyakit mulut dan kuku | hpt=hijauan pakan ternak | puskeswan=pusat kesehatan hewan
ib=inseminasi buatan | rph=rumah potong hewan | restoking=penebaran benih | restocking=penebaran benih

umkm=usaha mikro kecil dan menengah | ukm=usaha kecil dan menengah | ikm=industri kecil dan menengah
pkl=pedagang kaki lima | bumdes=badan usaha milik desa | bumdesa=badan usaha milik desa
bumkal=badan usaha milik desa | bumdesma=badan usaha milik desa bersama | bumd=badan usaha milik daerah
up2k=usaha peningkatan pendapatan keluarga | pokdarwis=kelompok sadar wisata | deswita=desa wisata
ekraf=ekonomi kreatif | blk=balai latihan kerja | tki=tenaga kerja indonesia | pmi=pekerja migran indonesia
tmmd=tentara manunggal membangun desa | bbgrm=bulan bhakti gotong royong masyarakat | ttg=teknologi tepat guna
lpmd=lembaga pemberdayaan masyarakat desa | lpm=lembaga pemberdayaan masyarakat | bpd=badan permusyawaratan desa
siskeudes=sistem keuangan desa | apbdes=anggaran pendapatan dan belanja desa
apbd=anggaran pendapatan dan belanja daerah | add=alokasi dana desa
rpjmdes=rencana pembangunan jangka menengah desa | rkpdes=rencana kerja pemerintah desa | prodes=profil desa

linmas=perlindungan masyarakat | satlinmas=satuan perlindungan masyarakat | hansip=perlindungan masyarakat
poskamling=pos keamanan lingkungan | siskamling=sistem keamanan lingkungan | trantib=ketenteraman dan ketertiban
trantibum=ketenteraman dan ketertiban umum | satpol=satuan polisi | damkar=pemadam kebakaran
apar=alat pemadam api ringan | destana=desa tangguh bencana | ews=sistem peringatan dini
bpbd=badan penanggulangan bencana daerah | kesbangpol=kesatuan bangsa dan politik | parpol=partai politik
fkub=forum kerukunan umat beragama | ormas=organisasi kemasyarakatan | napza=narkotika | miras=minuman keras

tpst=tempat pengolahan sampah terpadu | tps=tempat penampungan sementara sampah
tps3r=tempat pengolahan sampah reduce reuse recycle | 3r=reduce reuse recycle | b3=bahan berbahaya dan beracun
proklim=program kampung iklim | dlh=dinas lingkungan hidup | amdal=analisis mengenai dampak lingkungan
ukl=upaya pengelolaan lingkungan | pltmh=pembangkit listrik tenaga mikrohidro | plts=pembangkit listrik tenaga surya
ebt=energi baru terbarukan | cctv=kamera pengawas | wifi=jaringan internet | tik=teknologi informasi dan komunikasi
ti=teknologi informasi | it=teknologi informasi | sid=sistem informasi desa
spbe=sistem pemerintahan berbasis elektronik | kim=kelompok informasi masyarakat
ppid=pejabat pengelola informasi dan dokumentasi | bts=menara telekomunikasi | ktp=kartu tanda penduduk
kk=kartu keluarga | adminduk=administrasi kependudukan | dukcapil=kependudukan dan pencatatan sipil
sdm=sumber daya manusia | sda=sumber daya air | or=olahraga | olah raga=olahraga | karangtaruna=karang taruna
katar=karang taruna | gor=gedung olahraga | volly=voli | voly=voli | voley=voli | volley=voli | mocopat=macapat

ds=desa | kel=kelurahan | kec=kecamatan | kcmt=kecamatan | dsn=dusun | dkh=dukuh | dk=dukuh | ddk=dusun
padukuhan=dusun | pedukuhan=dusun | kp=kampung | kpg=kampung | lingk=lingkungan | perum=perumahan | komp=kompleks
kal=desa | kapanewon=kecamatan | kalurahan=desa | balaidesa=balai desa | baldes=balai desa | kades=kepala desa
pemdes=pemerintah desa | pemkab=pemerintah kabupaten | opd=perangkat daerah | skpd=perangkat daerah
dprd=dewan perwakilan rakyat daerah | setda=sekretariat daerah | bp=bapak | sdr=saudara | masy=masyarakat
masyrkt=masyarakat | mushola=musala | musholla=musala | mushalla=musala | mesjid=masjid

yg=yang | dg=dengan | dgn=dengan | utk=untuk | unt=untuk | dlm=dalam | pd=pada | thd=terhadap | tsb=tersebut
sbg=sebagai | krn=karena | dr=dari | kpd=kepada | bg=bagi | sdh=sudah | blm=belum | tdk=tidak | sepjg=sepanjang
sepj=sepanjang | sblh=sebelah | dpn=depan | blkg=belakang | sktr=sekitar | dll=dan lain lain | dsb=dan sebagainya
dst=dan seterusnya | thn=tahun | th=tahun | bln=bulan | tgl=tanggal | no=nomor | nmr=nomor | jml=jumlah | vol=volume
anggr=anggaran | kbthn=kebutuhan | sarpras=sarana dan prasarana | sapras=sarana dan prasarana | srn=sarana
prs=prasarana | pras=prasarana | gd=gedung | gdg=gedung | lap=lapangan | lapngan=lapangan | kntr=kantor | ktr=kantor
rmh=rumah | bgn=bangunan

mtr=meter | mter=meter | m1=meter | m=meter | m2=meter persegi | m3=meter kubik | km=kilometer | cm=sentimeter
kg=kilogram | kw=kuintal | ltr=liter | lt=lantai | bh=buah | bj=biji | btg=batang | btng=batang | lbr=lembar
ls=paket | pkt=paket | pket=paket | org=orang | orng=orang | klg=keluarga | unt2=unit | ttk=titik | tik2=titik
lok=lokasi | kks=keluarga | jt=juta | rb=ribu | rp=rupiah | mlr=miliar | ha=hektare | hektar=hektare
roda2=roda dua | roda3=roda tiga
"""


def _read(table: str) -> dict[str, str]:
    entries = (entry.split("=") for line in table.splitlines() for entry in line.split("|") if entry.strip())
    return {short.strip(): full.strip() for short, full in entries}


ABBREVIATIONS: dict[str, str] = _read(_TABLE)


@dataclass(frozen=True)
class Reading:
    """One meaning of an ambiguous abbreviation: it holds when the word before or after is one of `beside`."""

    meaning: str
    beside: frozenset[str]


def _reading(meaning: str, beside: str) -> Reading:
    return Reading(meaning, frozenset(beside.split()))


_CROPS = (
    "bibit pupuk tanaman tani sapi kambing padi durian kelapa traktor sprayer organik ternak bantuan jalan benih kopi "
    "kakao cengkeh alat mesin irigasi sawah pohon mulyo ngudi sedyo suko maju sari makmur subur rahayu"
)
_GROUPS = (
    "tani ternak wanita nelayan ikan pembudidaya usaha seni kesenian pemuda masyarakat pengrajin perajin belajar "
    "pedagang ibu peternak petani sadar simpan"
)
# The first reading whose neighbour is there wins; else `ABBREVIATIONS` decides, else the word stays as written.
BY_NEIGHBOUR: dict[str, tuple[Reading, ...]] = {
    "kel": (_reading("kelompok", _GROUPS),),
    "kt": (
        _reading("karang taruna", "pemuda olahraga voli sablon pemudi remaja kepemudaan"),
        _reading("kelompok tani", _CROPS),
    ),
    "tk": (
        _reading("tingkat", "kabupaten kecamatan desa kab kec i ii provinsi nasional"),
        _reading("taman kanak kanak", "gedung paud guru siswa aba pertiwi dharma ruang rehab kelas negeri mebel"),
    ),
    "mi": (_reading("madrasah ibtidaiyah", "gedung guru siswa ruang kelas muhammadiyah maarif rehab negeri mts"),),
    "tpa": (
        _reading("tempat pemrosesan akhir sampah", "sampah regional residu limbah"),
        _reading("taman pendidikan alquran", "guru santri masjid musala mushola alquran tpq ustadz gedung madin"),
    ),
    "km": (_reading("kamar mandi", "wc kakus toilet"),),
    "pmi": (_reading("palang merah indonesia", "donor darah palang relawan"),),
    "kk": (_reading("kepala keluarga", "miskin warga rumah jiwa"),),
    "pd": (_reading("perusahaan daerah", "bpr bkk"),),
    "ling": (_reading("lingkungan", "jalan jln jl drainase saluran rt rw paving"),),
    "sp": (_reading("simpang", "tiga empat jalan jln"),),
}
