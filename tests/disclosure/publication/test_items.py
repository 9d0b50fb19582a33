"""An item of a publication list: published, confirmed, updated, withdrawn and undone, with every edition kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.actions.publishing import confirm_item, publish_item, undo_edition, update_item, withdraw_item
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Item, PublicBody
from selaras.people.models import Account, Role
from tests.disclosure.network import DISTRICT, agency, at_desk, network
from tests.disclosure.publication.items import BUDGET, an_item_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
JANUARY, FEBRUARY, MARCH = date(2020, 1, 14), date(2020, 2, 11), date(2020, 3, 10)


def deeds(item: Item) -> list[str]:
    return list(item.editions.order_by("number").values_list("kind", flat=True))


def test_every_deed_leaves_an_edition(today: Today) -> None:
    body = network()
    desk = at_desk(body)
    today(JANUARY)
    item = an_item_of(body)
    today(FEBRUARY)
    item = confirm_item(item, actor=desk)
    assert (item.updated_on, item.checked_on) == (JANUARY, FEBRUARY)
    today(MARCH)
    item = update_item(item, replace(BUDGET, title="APBDes 2020 sesudah perubahan"), actor=desk)
    assert (item.updated_on, item.checked_on) == (MARCH, MARCH)
    item = withdraw_item(item, "Angkanya salah.", actor=desk)
    assert item.withdrawn_on == MARCH
    assert deeds(item) == ["published", "confirmed", "updated", "withdrawn"]
    assert [one.content["title"] for one in item.editions.order_by("number")][1:3] == [BUDGET.title, item.title]
    assert item.editions.get(number=3).changed == ["title"]


def test_a_deed_sent_twice_is_done_once(today: Today) -> None:
    body = network()
    desk = at_desk(body)
    today(JANUARY)
    key = uuid4()
    own = [publish_item(body, BUDGET, submission=key, actor=desk) for _ in range(2)]
    required = [an_item_of(body) for _ in range(2)]
    assert own[0].pk == own[1].pk != required[0].pk == required[1].pk
    today(FEBRUARY)
    for _ in range(2):
        confirm_item(own[0], actor=desk)
    for _ in range(2):
        withdraw_item(own[0], "Pindah ke kecamatan.", actor=desk)
    assert deeds(own[0]) == ["published", "confirmed", "withdrawn"]


def test_the_same_key_at_another_body_is_another_item(today: Today) -> None:
    body = network()
    today(JANUARY)
    key = uuid4()
    for one in (body, agency()):
        publish_item(one, BUDGET, submission=key, actor=at_desk(one))
    assert Item.objects.filter(submission=key).count() == 2


def test_undoing_brings_back_what_stood_before(today: Today) -> None:
    body = network()
    desk = at_desk(body)
    today(JANUARY)
    item = an_item_of(body)
    today(FEBRUARY)
    confirm_item(item, actor=desk)
    for _ in range(2):  # a second tap does nothing more
        undone = undo_edition(item.editions.get(number=2), actor=desk)
    assert undone.checked_on == JANUARY
    changed = update_item(item, replace(BUDGET, title="Salah ketik"), actor=desk)
    undone = undo_edition(changed.editions.latest("number"), actor=desk)
    assert (undone.title, undone.updated_on, undone.checked_on) == (BUDGET.title, JANUARY, JANUARY)
    assert deeds(item) == ["published", "confirmed", "undone", "updated", "undone"]


def test_only_the_last_deed_is_undone(today: Today) -> None:
    body = network()
    today(JANUARY)
    item = an_item_of(body)
    update_item(item, replace(BUDGET, title="Judul lain"), actor=at_desk(body))
    with pytest.raises(NotNow, match="sudah diubah lagi"):
        undo_edition(item.editions.get(number=1), actor=at_desk(body))


def test_what_was_once_published_does_not_vanish(today: Today) -> None:
    body = network()
    today(JANUARY)
    item = undo_edition(an_item_of(body).editions.get(), actor=at_desk(body))
    assert (item.withdrawn_on, Item.objects.count()) == (JANUARY, 1)
    with pytest.raises(NotNow, match="sudah ditarik"):
        confirm_item(item, actor=at_desk(body))
    assert update_item(item, BUDGET, actor=at_desk(body)).withdrawn_on is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"summary": ""}, "summary"),
        ({"category": "harian"}, "category"),
        ({"form": "lisan"}, "form"),
        ({"link": "contoh"}, "link"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"made_on": date(2020, 1, 15)}, "made_on"),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nothing_is_kept(today: Today, wrong: dict[str, Any], field: str) -> None:
    body = network()
    today(JANUARY)
    with pytest.raises(Incomplete) as told:
        an_item_of(body, **wrong)
    assert list(told.value.fields) == [field]
    assert not Item.objects.exists()


def test_only_its_own_desk_keeps_a_list(today: Today) -> None:
    body = network()
    today(JANUARY)
    item = an_item_of(body)
    with pytest.raises(NotAllowed):
        confirm_item(item, actor=at_desk(agency()))
    with pytest.raises(NotAllowed):
        publish_item(body, BUDGET, actor=at_desk(agency()))


def test_a_district_that_helps_is_named(today: Today) -> None:
    body = network()
    district = PublicBody.objects.get(region=DISTRICT)
    let_help(body, district, actor=at_desk(body))
    helper = Account.objects.create_user("kecamatan")
    Role.objects.create(account=helper, kind=Role.Kind.DISTRICT_OPERATOR, region=district.region)
    today(JANUARY)
    item = publish_item(body, BUDGET, "apbdes", actor=helper)
    assert item.editions.get().helping == district
