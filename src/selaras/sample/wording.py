"""How villages write: places, groups, abbreviations, slips of the pen, and money in many forms."""

from __future__ import annotations

from selaras.sample.draw import Draw

HAMLETS = [
    "Krajan",
    "Kalianyar",
    "Kebonagung",
    "Sokaraja",
    "Tegalrejo",
    "Karangjati",
    "Jatiwangi",
    "Bulusari",
    "Gunungsari",
    "Kedungsari",
    "Pagersari",
    "Kalibening",
    "Sumberan",
    "Wanasari",
    "Brengkel",
    "Kauman",
    "Kemiri",
    "Kalitengah",
    "Pesantren",
    "Wetan",
    "Kulon",
    "Tengah",
    "Lor",
    "Kidul",
    "Dukuhan",
    "Karangtanjung",
    "Jetis",
    "Plumutan",
    "Siwatu",
    "Kaligondang",
]
GROUPS = [
    "Sido Makmur",
    "Ngudi Rahayu",
    "Tani Maju",
    "Sri Rejeki",
    "Margo Utomo",
    "Mekar Sari",
    "Sumber Rejeki",
    "Karya Mina",
    "Barokah",
    "Melati",
    "Mugi Lestari",
    "Langgeng Jaya",
]
SHORT = {
    "Pembangunan": ("Pemb.", "Pbgn"),
    "Rehabilitasi": ("Rehab", "Rehab."),
    "Pengadaan": ("Pengad.",),
    "Pemasangan": ("Pemas.",),
    "Perbaikan": ("Perb.",),
    "jalan": ("jln", "jl.", "jln."),
    "saluran": ("sal.", "slrn"),
    "jembatan": ("jbt", "jemb."),
    "lapangan": ("lap.",),
    "kelompok": ("klp", "kel."),
    "dengan": ("dgn",),
    "untuk": ("utk",),
    "dan": ("&",),
    "Dusun": ("Dsn", "Dsn."),
    "Dukuh": ("Dk.",),
    "masyarakat": ("masy.",),
    "penerangan": ("penerangn",),
    "pertanian": ("pertan.",),
}
WHOLE = {"jalan usaha tani": "JUT", "penerangan jalan umum": "PJU", "tempat pembuangan sampah": "TPS"}


def place(draw: Draw, hamlet: str, rt: int, rw: int) -> str:
    """One of the ways in which a village names a place."""
    forms = (
        f"Dusun {hamlet} RT {rt:02d} RW {rw:02d}",
        f"Dukuh {hamlet} RT {rt:02d}/RW {rw:02d}",
        f"RT {rt} RW {rw} {hamlet}",
        f"di RT {rt:02d}/{rw:02d} Dusun {hamlet}",
        f"RT.{rt:02d} RW.{rw:02d} Dk. {hamlet}",
    )
    return draw.pick(forms)


def as_written(draw: Draw, text: str) -> str:
    """The text as it arrives: abbreviated, mistyped or in capitals at a fixed rate."""
    if draw.chance(0.35):
        text = abbreviated(draw, text)
    if draw.chance(0.06):
        text = mistyped(draw, text)
    if draw.chance(0.08):
        return text.upper()
    return text.lower() if draw.chance(0.04) else text


def abbreviated(draw: Draw, text: str) -> str:
    for long, short in WHOLE.items():
        text = text.replace(long, short)
    return " ".join(draw.pick(SHORT[word]) if word in SHORT else word for word in text.split(" "))


def mistyped(draw: Draw, text: str) -> str:
    """Two letters swapped, one left out or one doubled in a word of five letters or more."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return text
    i = draw.pick(long)
    word, at = words[i], draw.whole(1, len(words[i]) - 3)
    words[i] = draw.pick(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        )
    )
    return " ".join(words)


def money(draw: Draw, amount: int) -> str:
    """An amount in hundreds of thousands of rupiah, plain in seven cases of ten, else as people write it."""
    if draw.chance(0.7):
        return str(amount)
    dotted = f"{amount:,}".replace(",", ".")
    tenths = amount // 100_000
    millions = f"{tenths // 10},{tenths % 10}".removesuffix(",0")
    forms = [dotted, f"Rp {dotted}", f"Rp{dotted},-", f"Rp. {dotted},00", f"Rp {millions} jt", f"{millions} juta"]
    if amount >= 1_000_000_000 and amount % 100_000_000 == 0:
        forms.append(f"{amount // 1_000_000_000},{amount // 100_000_000 % 10} M")
    return draw.pick(forms)


def village_slip(draw: Draw, name: str) -> str:
    """A village name as it is misspelt: parted, with a title, or with a slip."""
    middle = len(name) // 2
    return draw.pick((f"{name[:middle]} {name[middle:]}", f"Ds. {name}", mistyped(draw, name), name.upper() + " "))
