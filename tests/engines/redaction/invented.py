"""Persons and numbers for the files of these tests. All of them are invented."""

from __future__ import annotations

NIK = "3305125204850001"
NIK_SPACED = "33 05 12 520485 0002"
NIK_DOTTED = "33.05.12.520485.0003"
NIK_DASHED = "330512-520485-0004"
OTHER_NIK = "3305121704900005"
PHONE = "0812-3456-7890"
MAIL = "sulastri.contoh@example.com"
ACCOUNT = "0123-01-012345-50-1"
PERSON = "Sulastri Contoh"
SECRET = "Rahasia tukar guling tanah"
SECRET_TOO = "Nilai taksiran sembilan"
