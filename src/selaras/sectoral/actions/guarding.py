"""What every action on sectoral data asks first: that nobody else changes it meanwhile, its state, and who may."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.sectoral import rules
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.models import Dataset, Version


def held_dataset(dataset: Dataset) -> Dataset:
    """The dataset as it stands now, locked until the transaction ends. Every change below it takes this lock first."""
    return Dataset.objects.select_for_update(of=("self",)).select_related("agency").get(pk=dataset.pk)


def held(version: Version, *states: str) -> Version:
    """The version as it stands now, its dataset locked. Raises NotNow where it is in none of the states."""
    dataset = held_dataset(version.dataset)
    now = Version.objects.select_related("check_in_force").get(pk=version.pk)
    now.dataset = dataset
    if states and now.state not in states:
        told = {"number": now.number, "state": now.get_state_display()}
        raise NotNow(_("Versi %(number)s sudah %(state)s. Muat ulang halaman untuk melihat keadaannya.") % told)
    return now


def require_producer(agency: Agency, actor: Account) -> None:
    if not rules.produces_for(actor, agency):
        raise NotAllowed(_("Data ini dikelola oleh produsen data %(agency)s.") % {"agency": agency.name})


def require_steward(actor: Account) -> None:
    if not rules.releases(actor):
        raise NotAllowed(_("Hanya walidata yang merilis, mengembalikan, dan menarik data."))


def require_code_keeper(actor: Account) -> None:
    if not rules.keeps_codes(actor):
        raise NotAllowed(_("Daftar kode diimpor oleh walidata."))


def require_reason(text: str, sentence: str) -> str:
    """Raises NotNow with the sentence where nothing was written."""
    if not text.strip():
        raise NotNow(sentence)
    return text.strip()
