"""A form as somebody filled it in, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from selaras.satisfaction.models import Desk, Survey
from selaras.satisfaction.scheme import PROFILE, profile_on, scheme_on

LONGEST = 1000  # letters of a comment
_NOT_A_MARK = 0


@dataclass(frozen=True)
class Filled:
    """`marks`: element key to 1–4 as it was given, possibly none or something else. `desk`: its code, or none."""

    marks: Mapping[str, int | None]
    profile: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""
    desk: str = ""


@dataclass(frozen=True)
class Checked:
    """What of a form may be kept."""

    marks: dict[str, int]
    profile: dict[str, str]
    comment: str
    desk: Desk | None


class Checker:
    """Judges forms of one survey; reads the regulation and the desks once, however many forms there are."""

    def __init__(self, survey: Survey) -> None:
        day = survey.opens_on  # what was asked on the first day is asked to the last, whatever changes meanwhile
        self._scheme = scheme_on(day)
        self._profile = {name: {key for key, _word in choices} for name, choices in profile_on(day).items()}
        self._desks = {desk.code: desk for desk in survey.service.desks.all()}

    def check(self, said: Filled, *, whole: bool) -> tuple[Checked, dict[str, str]]:
        """What may be kept, and field to sentence for what is wrong. `whole`: no element may be left open."""
        marks, wrong = self._marks(said, whole)
        profile = {name: said.profile.get(name, "") for name in PROFILE}
        for name, value in profile.items():
            if value and value not in self._profile[name]:
                wrong[name] = _("Pilih salah satu yang tersedia, atau kosongkan.")
        if len(said.comment.strip()) > LONGEST:
            wrong["comment"] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": LONGEST}
        if said.desk and said.desk not in self._desks:
            wrong["desk"] = _("Loket itu tidak ada pada layanan ini. Pilih dari daftar.")
        return Checked(marks, profile, said.comment.strip(), self._desks.get(said.desk)), wrong

    def _marks(self, said: Filled, whole: bool) -> tuple[dict[str, int], dict[str, str]]:
        marks, wrong = {}, {}
        for element in self._scheme.elements:
            mark = said.marks.get(element.key)
            if mark is None:
                if whole:
                    wrong[element.key] = _("Pilih satu jawaban.")
            elif 1 <= mark <= self._scheme.highest:
                marks[element.key] = mark
            else:
                wrong[element.key] = _("Tulis angka 1 sampai %(most)s.") % {"most": self._scheme.highest}
        if not marks and not whole:
            wrong.setdefault("marks", _("Isi paling sedikit satu unsur, atau kosongkan seluruh baris."))
        return marks, wrong


def mark_of(text: str) -> int | None:
    """What was typed where a mark belongs: none where nothing was, and a number that is no mark for any other word, so
    that it is named as wrong."""
    text = text.strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 1 else _NOT_A_MARK
