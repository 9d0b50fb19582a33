"""A small catalogue in every state in which the public may or may not see something. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.releasing import embargo, release, withdraw
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.models import Dataset, Version
from tests.sectoral.room import CODE, GOOD, MENDED, SAID, SCHEMA, agency, handed_in, out, producer, room, sent, steward

HIDDEN = "data-rahasia"  # nothing of it is out
GONE = "data-ditarik"
WHY = "Angkanya tertukar (contoh)."
SECRET = b"desa,laki,perempuan,jumlah\nDesaRahasia,1,1,2\n"


def shelf() -> Dataset:
    """The dataset of the room with two versions out, a third under embargo and a fourth only sent; one dataset of which
    nothing is out, and one that was withdrawn.
    """
    dataset = room()
    out(dataset)
    out(dataset, MENDED)
    under_embargo(dataset)
    sent(dataset, SECRET + b"Lain,1,1,2\n", "nama-orang.csv")
    under_embargo(another(HIDDEN, "Data rahasia (contoh)"))
    withdrawn()
    return dataset


def another(code: str, title: str, **told: str) -> Dataset:
    dataset = describe_dataset(code, agency(), replace(SAID, title=title, **told), actor=producer())
    set_standard(dataset, SCHEMA, actor=producer())
    return dataset


def under_embargo(dataset: Dataset, content: bytes = SECRET) -> Version:
    """Released, but for nobody's eyes before the end of the week."""
    version = handed_in(dataset, content)
    embargo(version, timezone.localdate() + timedelta(days=7), actor=steward())
    return release(version, actor=steward())


def withdrawn() -> Dataset:
    dataset = another(GONE, "Data yang ditarik (contoh)")
    withdraw(out(dataset, GOOD), WHY, actor=steward())
    return dataset


__all__ = ["CODE", "GONE", "HIDDEN", "SECRET", "WHY", "another", "shelf", "under_embargo", "withdrawn"]
