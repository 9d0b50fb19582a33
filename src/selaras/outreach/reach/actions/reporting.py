"""Somebody tells what the phone shows in a village."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Region
from selaras.government.queries import parameter_value
from selaras.outreach.models import ReportsUnkept, SignalReport
from selaras.outreach.reach.actions.forgetting import salt_of
from selaras.outreach.reach.errors import Incomplete

OPERATORS = ("Telkomsel", "Indosat", "Tri", "XL", "Axis", "Smartfren", "lainnya")
_MOST_KBPS = 10_000_000
_KEPT_TIMES = 10  # what counts in a day: beyond it one sender could fill the disk


class _Public:
    """In the log, for who reports without an account."""

    def get_username(self) -> str:
        return "masyarakat"


@dataclass(frozen=True)
class Seen:
    """What a phone showed. `kbps` is None where nobody measured; a number below 0 stands for what is no number."""

    operator: str
    bars: int | None
    kbps: int | None
    measured_on: date | None


@transaction.atomic
def report_signal(village: Region, key: UUID, seen: Seen, *, device: str, network: str) -> SignalReport | None:
    """Keep a report; the same key twice is one. `device` and `network`: what tells one phone, one address from
    another, kept as tokens of the day alone. Beyond what counts a day it is set aside; far beyond, it is only counted,
    and None comes back. Raises Incomplete.
    """
    if known := SignalReport.objects.filter(key=key).first():
        return known
    today = timezone.localdate()
    told = _checked(village, seen, today)
    salt = salt_of(today, actor=_Public())
    tokens = {"device": _token(salt, "device", device), "network": _token(salt, "network", network)}
    most = parameter_value("outreach.reports_counted", today)
    times = max(SignalReport.objects.filter(**{name: token}).count() / most[name] for name, token in tokens.items())
    if times >= _KEPT_TIMES:
        _count_only(village, today)
        return None
    aside = times >= 1
    kept = SignalReport.objects.create(
        key=key, village=village, received_at=timezone.now(), set_aside=aside, **told, **tokens
    )
    record("outreach.signal_reported", actor=_Public(), subject=village.pk, detail={"set_aside": aside})
    return kept


def _count_only(village: Region, today: date) -> None:
    ReportsUnkept.objects.get_or_create(village=village, day=today)
    ReportsUnkept.objects.filter(village=village, day=today).update(count=F("count") + 1)


def _checked(village: Region, seen: Seen, today: date) -> dict[str, Any]:
    wrong = {}
    oldest = today - timedelta(days=parameter_value("outreach.report_days", today))
    if village.level != Region.Level.VILLAGE:
        wrong["village"] = _("Pilih desa tempat Anda mengukur.")
    if seen.operator not in OPERATORS:
        wrong["operator"] = _("Pilih operator kartu Anda.")
    if seen.bars is None or not 0 <= seen.bars <= SignalReport.MOST_BARS:
        wrong["bars"] = _("Pilih berapa garis sinyal yang tampak, 0 sampai 5.")
    if seen.kbps is not None and not 0 <= seen.kbps <= _MOST_KBPS:
        wrong["kbps"] = _("Tulis kecepatan dalam kbit per detik, misalnya 850, atau kosongkan.")
    if seen.measured_on is None or not oldest <= seen.measured_on <= today:
        wrong["measured_on"] = _("Tulis hari Anda mengukur, paling lama 30 hari yang lalu.")
    if wrong:
        raise Incomplete(wrong)
    return {name: getattr(seen, name) for name in ("operator", "bars", "kbps", "measured_on")}


def _token(salt: str, *seen: str) -> str:
    """The same for one day, and for nobody once its salt is erased."""
    return salted_hmac(f"outreach.report.{salt}", "\0".join(seen), algorithm="sha256").hexdigest()[:32]
