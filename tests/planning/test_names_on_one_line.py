"""Official lists break a name wherever their page ended; here it stands on one line."""

from __future__ import annotations

import pytest

from selaras.forum.actions import receive
from selaras.people.actions import system_account
from selaras.planning.models import CatalogueEntry
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def test_a_name_that_was_broken_over_lines_is_mended() -> None:
    forum = decided_forum()
    broken = '"Pelayanan\nInformasi  Publik","Jumlah\nLayanan",Layanan'
    text = f"kode,nomenklatur,indikator,satuan\n2.16.02.2.01.0017,{broken}\n"
    receive(forum, "catalogue", "katalog.csv", text.encode(), sender="katalog", actor=system_account())
    entry = CatalogueEntry.objects.get(catalogue=forum.catalogue, code="2.16.02.2.01.0017")
    assert (entry.name, entry.indicator) == ("Pelayanan Informasi Publik", "Jumlah Layanan")
