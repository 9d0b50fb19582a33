"""Words of the room that pages and printed reports share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PROFILE_WORDS = {
    "age": _("Umur"),
    "sex": _("Jenis kelamin"),
    "education": _("Pendidikan terakhir"),
    "work": _("Pekerjaan"),
}
WHY_WORDS = {
    "device": _("dari satu gawai pada satu hari"),
    "network": _("dari satu alamat jaringan pada satu hari"),
    "burst": _("isian sama berturut-turut"),
}
