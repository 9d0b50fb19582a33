"""The publication list of every body: what its kind must publish, some of it stale or missing, and a few of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from django.db import transaction

from bench.openness import words
from bench.openness.lives import moment
from selaras.disclosure.actions.publishing import read
from selaras.disclosure.indexing import keep_words, weights_of
from selaras.disclosure.models import Edition, Item, PublicBody
from selaras.disclosure.publication import duty_of


@transaction.atomic
def publish(bodies: Sequence[PublicBody], today: date, draw: Random) -> int:
    """Returns how many items there are now."""
    duties = {kind: duty_of(kind, today) for kind in {body.kind for body in bodies}}
    items = []
    for body in bodies:
        required = [one for one in duties[body.kind].items if draw.random() < 0.85]
        items += [_item(body, one.key, one.category, one.title, today, draw) for one in required]
        items += [_item(body, "", "any_time", title, today, draw) for title in _own(draw)]
    Item.objects.bulk_create(items, batch_size=500)
    Edition.objects.bulk_create((one for item in items for one in _editions(item, draw)), batch_size=500)
    keep_words([(item.pk, weights_of(item)) for item in items], "item_id")
    return len(items)


def _own(draw: Random) -> list[str]:
    return [draw.choice(words.OWN_ITEMS).format(n=at) for at in range(1, draw.randint(1, 4))]


def _item(body: PublicBody, template: str, category: str, title: str, today: date, draw: Random) -> Item:
    checked = today - timedelta(days=draw.randrange(200) if draw.random() < 0.3 else draw.randrange(28))
    summary = words.SUMMARY.format(title=title.lower(), place=body.name, year=today.year - 1)
    reading = read(title, summary)
    return Item(
        body=body, template=template, category=category, title=title, summary=summary, unit="Sekretariat",
        updated_on=checked - timedelta(days=draw.randrange(60)), checked_on=checked,
        readability=reading.score if reading.band else None,
    )  # fmt: skip


def _editions(item: Item, draw: Random) -> Iterator[Edition]:
    for number in range(1, draw.randint(2, 4)):
        yield Edition(
            item=item, number=number, kind="published" if number == 1 else "confirmed", at=moment(item.checked_on),
            actor_name="Petugas (contoh)", content={"title": item.title, "summary": item.summary},
        )  # fmt: skip
