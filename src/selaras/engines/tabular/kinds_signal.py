"""Lists about signal: villages with their class or population, and masts."""

from __future__ import annotations

from selaras.engines.tabular.kind import DISTRICT_CODE_FIELD, DISTRICT_FIELD, Kind, field

_LATITUDE = field("latitude", "Lintang", "latitude", "lat, latitude, garis lintang")
_LONGITUDE = field("longitude", "Bujur", "longitude", "lon, long, lng, longitude, garis bujur")

SIGNAL_VILLAGES = Kind(
    "signal_villages",
    "daftar desa dan sinyalnya",
    (
        field("village", "Desa/Kelurahan", "name", "desa, kelurahan, nama desa, nama, nama kelurahan"),
        field("village_code", "Kode desa", "code", "kode, kode wilayah, kode kelurahan, kode desa kelurahan"),
        DISTRICT_FIELD,
        DISTRICT_CODE_FIELD,
        field("signal", "Sinyal", "text", "sinyal kode, kode sinyal, kelas sinyal, kekuatan sinyal, keadaan sinyal"),
        field("population", "Penduduk", "number", "jumlah penduduk, penduduk sp2020, total 20, jiwa"),
        field("square_km", "Luas", "number", "luas km2, luas wilayah, luas wil"),
        field("seat_km", "Jarak ke kecamatan", "number", "jarak ke kecamatan km, jarak ke ibu kota kecamatan"),
        field("stated", "Jumlah menurut daftar", "number", "jumlah desa, jumlah desa menurut daftar"),
        _LATITUDE,
        _LONGITUDE,
    ),
    any_of=(("village", "village_code"),),
)
SIGNAL_SITES = Kind(
    "signal_sites",
    "daftar menara",
    (
        field("number", "Nomor menara", "code", "nomor, id menara, id site, site id, nama menara, cell, unit"),
        field("operator", "Operator", "text", "penyelenggara, pemilik, net"),
        field("latitude", "Lintang", "latitude", "lat, latitude, garis lintang", required=True),
        field("longitude", "Bujur", "longitude", "lon, long, lng, longitude, garis bujur", required=True),
        field("height", "Tinggi", "number", "tinggi menara, tinggi m, height"),
        field("power", "Daya pancar", "number", "daya pancar dbm, eirp, daya dbm, power"),
        field("frequency", "Frekuensi", "number", "frekuensi mhz, frequency, mhz"),
    ),
)
