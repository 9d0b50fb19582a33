"""Items of a publication list for tests, all invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from selaras.disclosure.actions.publishing import Said, publish_item
from selaras.disclosure.models import Item, PublicBody
from tests.disclosure.network import at_desk

BUDGET = Said(
    "periodic",
    "APBDes tahun 2020 (contoh)",
    "Uang desa yang masuk dan yang dibelanjakan. Jalan ke pasar mendapat bagian terbesar.",
    unit="Sekretariat desa",
    link="https://contoh.example/apbdes.pdf",
)


def an_item_of(body: PublicBody, template: str = "apbdes", **told: Any) -> Item:
    return publish_item(body, replace(BUDGET, **told), template, actor=at_desk(body))
