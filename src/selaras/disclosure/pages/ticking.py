"""A term as a page shows it: how many days are left, in words and a shape, and where its day comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selaras.disclosure.models import Clock
from selaras.engines.indonesian.wording import number
from selaras.engines.workdays import days_left, explained, from_json

SOON = 2  # working days: from here on a term is shown as pressing


@dataclass(frozen=True)
class Ticking:
    clock: Clock
    today: date

    @cached_property
    def left(self) -> int:
        """Working days after today, up to and with the last one."""
        return days_left(from_json(self.clock.derivation), self.today)

    @property
    def late(self) -> bool:
        return self.clock.runs and self.clock.due_on is not None and self.clock.due_on < self.today

    @property
    def shape(self) -> str:
        """Of `disclosure/desk/due.html`."""
        if not self.clock.runs:
            return "over"
        if self.clock.due_on is None:
            return "paused"
        if self.late:
            return "late"
        return "soon" if self.left <= SOON else "calm"

    @property
    def words(self) -> str:
        if not self.clock.runs:
            return str(_(self.clock.get_state_display()))
        if self.clock.due_on is None:
            return _("dihentikan sementara")
        if self.late:
            return _("sudah lewat")
        if self.clock.due_on == self.today:
            return _("hari ini terakhir")
        told = ngettext("%(n)s hari kerja lagi", "%(n)s hari kerja lagi", self.left)
        return told % {"n": number(self.left)}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Where the day comes from."""
        return explained(from_json(self.clock.derivation))
