"""The words that stand before a person's name, and those that look like a name and are none.

The given names are common ones of many thousand bearers; none is taken from a person.
"""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# After these a name follows in any letter case.
TITLES = _words("""
bapak bpk bp pak ibu bu sdr sdri saudara saudari tn tuan ny nyonya mbah mbak simbah almarhum almarhumah alm almh
""")
# After these only a word that is a known given name counts: "rumah Suparno", but "rumah sakit".
OWNERS = _words("""
rumah milik pemilik penerima pemohon pengusul bernama keluarga tanah sawah kebun pekarangan warung toko kandang
kediaman tempat depan belakang dekat
""")
DEGREES = _words("h hj kh drs dra dr ir prof r rr rd raden haji hajah hajjah")
# A road, school or mosque that carries a person's name is a place.
PLACES = _words("""
jalan jln jl gang gg masjid musala mushola musholla mushalla langgar sd sdn smp smpn sma sman smk smkn mi mts ma tk
paud tpq tpa gedung gor stadion lapangan rs rsud rumahsakit pondok ponpes pesantren yayasan universitas kampus museum
monumen jembatan taman terminal bandara pasar kampung desa dusun dukuh kelurahan kecamatan pulau gunung sungai kali
perpustakaan aula balai pendopo
""")
# What follows a title and is an office, a relation, a group or a thing.
NOT_NAMES = _words("""
lurah camat kades kepala kadus kades dukuh bupati walikota gubernur presiden menteri sekda sekdes sekretaris carik
bayan kaur kasi kasie modin kaum kyai kiai ustadz ustaz ustad imam guru dosen dokter bidan mantri perawat kapolsek
kapolres danramil babinsa bhabinkamtibmas ketua wakil anggota pengurus bendahara direktur kabid kabag asisten staf
pejabat pegawai petugas pendamping penyuluh kader hakim jaksa polisi tentara rt rw dprd dpr bpd lpmd pkk kwt kt pkh
hamil menyusui melahirkan nifas rumah kota negara negeri asuh angkat tiri kandung bapak ibu tani petani nelayan
pedagang pengajian lansia muda tua balita anak warga masyarakat sekalian saudara setempat yang dan atau serta dari di
ke untuk dengan kami saya kita mereka ini itu tersebut ada akan sudah belum tidak juga agar supaya dalam pada oleh
sebagai saat kelompok gapoktan poktan pokdakan desa dusun dukuh dukuhan kelurahan kecamatan kabupaten kab kec kel ds
dsn jalan jl jln gang gg no nomor blok lingkungan pemerintah pemdes panitia yayasan masjid musala mushola cv pt ud
tpq paud tk sd smp sma smk mts mi koperasi bumdes karang taruna pribadi umum bersama negara provinsi sendiri
sekolah madrasah pondok pesantren gereja pura pasar pos balai gedung kantor lapangan sepanjang seluas sebanyak
selatan utara timur barat depan belakang sebelah dekat samping sampai menuju hingga perbaikan pembangunan rehab
rehabilitasi peningkatan pengadaan bantuan talud drainase saluran jembatan gorong sumur mck jamban septik rtlh meter
m unit paket orang kk tahun tahap volume biaya anggaran usulan kegiatan program swt tuhan pertiwi kartini
nik ktp hp telp telepon wa email rekening rek alamat umur usia nama disamarkan
kelahiran dibantu perlu rusak roboh bocor sakit miskin kurang mampu penerima mohon minta mengusulkan meminta
""")
GIVEN = _words("""
abdul achmad adi aditya agung agus ahmad aisyah ali amin aminah andi andri anggi ani anik anisa anita anton anwar
ari arif aris asep asih astuti atun ayu bagus bambang basuki bayu bejo budi budiono cahyo cahyono daliman darmi
darmo daryanto daryono dede dedi deni desi dewi dian djoko dwi edi eka eko elly endah endang eni erna ernawati
fadli fajar farida fatimah febri fitri fitriani galih gatot giman ginah gito giyem hadi handayani hanif hardi hari
haryanto haryono hasan hasanah hasim hendra hendri heri hermawan heru hidayat hidayah ida imam indah indra ismail
iwan jamal jarwo joko jono jumadi juminah jumiati kardi karni karsono karto kartono kasan kasiman kasinah kasmi
khoirul khotimah kiman kodir kuswanto kusuma lasmi lasmini lastri lestari lilik lina lukman marsih marsono marni
maryam maryati maryono misbah misdi misnah miswati muhamad muhammad muhtadin mujiati mujiono mujiyem mukti mulyadi
mulyani mulyono munawar murni murtini musa mustofa muslim muslimah nana naning narti nasir nasrudin ningsih ngadimin
ngadino ngadiyem ngatinah ngatiyem ngatmin nur nurhayati nurul paijan paijo paimin painah painem parjo parman parmi
parno parti paryono poniman ponirah poniyem pratiwi puji purnomo purwanti purwanto puspita putra putri rahayu rahman
rahmat ratna ratno retno rina rini riyadi riyanto rizki rohmah rohman rudi rukiyah rukmini sabar sadiman sainah
saiman salamah salim samijan saminah samini samsul sandi santi santoso sardi sari sarinah sarjono sarmi sartini
sarwono setiawan setyo sigit sih siswanto siti slamet sofyan solikhin solikhah sri subagyo subandi subarjo sudarmi
sudarno sudarsono sudarto sudarmo sudiman sudirman sugeng sugiarti sugiarto sugimin suginah sugino sugiyanto sugiyono
suharni suharno suharti suharto suhartono suherman sujarwo sujinah sujono sukarno sukarti sukimin sukinah sukini
sukir sukirman sukirno sukiyem sulaiman sulastri suliyah sulistyo sumadi sumardi sumarni sumarno sumarsih sumarti
sumiati suminah sumini sumirah sumiyati sunardi sunarni sunarsih sunarti sunarto sungkono suparjo suparman suparmi
suparno suparti supardi supri supriadi supriyadi supriyanto supriyono suradi surahman surati suratman suratmi suratno
suripto surono suroso suroto suryadi suryani suryanto suryono susanti susanto susi susilo susilowati sutarjo sutarmi
sutarno sutarti sutini sutinah sutiyem sutopo sutrisno suwarni suwarno suwarti suwito suyadi suyanti suyanto suyatmi
suyatno suyono syaiful tarmini tarno taryono teguh titik titin tono toyib tri triyono tugiman tugimin tugino tugiyem
tukijan tukijo tukimin tukinah tukino tukirah tukiran tukiyem tukiman tumijan tumini tuminah tumirah turinah umar
umi untung utami utomo wagiman wagimin waginah waginem wagino wagiran wagiyem wagiyo wahid wahyu wahyudi wahyuni
wakidi wakijan wakinah wardi warsini warsito warsono warti wasiman wasis wasito wati wibowo widi widodo widya
widyastuti wiwik wiyono yanti yanto yatinah yatmi yatno yono yudi yuli yulianto yuliana yuni yusuf zaenal zainal
zubaidah
""")
