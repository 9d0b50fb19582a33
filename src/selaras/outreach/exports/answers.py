"""What every village said to one message, as one table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from selaras.documents.comma import comma_separated
from selaras.engines.privacy import mask
from selaras.outreach.models import Delivery

_COLUMNS = (
    "kode_desa", "desa", "kecamatan", "saluran", "ditunggu_sampai", "diterima", "lewat", "balasan", "arti", "tulisan",
    "jawaban", "dijawab", "diingatkan",
)  # fmt: skip


def as_csv(deliveries: Iterable[Delivery]) -> bytes:
    """Private numbers and names in what a village asked and was answered are masked."""
    return comma_separated(_COLUMNS, (list(_row(one)) for one in deliveries))


def _row(one: Delivery) -> Iterator[Any]:
    district = one.village.parent
    yield one.village_id
    yield one.village.name
    yield district.name if district else ""
    yield one.channel.name if one.channel else ""
    yield _at(one.due_at)
    yield _at(one.acknowledged_at)
    yield one.way
    yield one.reply
    yield Delivery.Reply(one.reply).label if one.reply else ""
    yield mask(one.note)
    yield mask(one.answer)
    yield _at(one.answered_at)
    yield _at(one.reminded_at)


def _at(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="minutes") if moment else ""
