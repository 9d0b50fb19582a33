"""What a plan foretells of a fix is what the inventory tells once the fix was carried out, whatever its kind."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.engines.routes import KINDS, leading_routes, what_if
from selaras.exposure.actions.fixing import Measured, Target, finish_fix, suggest_fix
from selaras.exposure.errors import Incomplete
from selaras.exposure.models import Connection, Fix, Host, System
from selaras.exposure.planning_fixes import measures
from selaras.exposure.viewing import view_of
from tests.exposure.room import HEALTH, a_system, agencies, chief, inventory, joined

pytestmark = pytest.mark.django_db
Kind = Fix.Kind
LEFT = 30  # what is told of each fix; only a patch is asked for it


def the_target(word: str) -> Target:
    """A machine of two systems of its own; else a system or connection of the inventory."""
    if word == "host":
        agencies()
        a_system("Situs (contoh)", HEALTH, foothold="village", host="peladen-1")
        a_system("SIMPEG (contoh)", HEALTH, worth=8, host="peladen-1")
        return Host.objects.get()
    found: dict[str, System] = inventory()
    if word == "hosting":
        return joined(found["situs"], found["simpeg"], "hosting")
    return found.get(word) or Connection.objects.get(kind=word)


def told(kind: str) -> Measured:
    return Measured(kind, "Perbaikan (contoh)", 1_000_000, LEFT)


def chances() -> list[float]:
    return [route.chance for route in leading_routes(view_of(chief()).graph)]


@pytest.mark.parametrize(
    ("kind", "word", "part"),
    [
        (Kind.PATCH, "portal", LEFT / 100),
        (Kind.RETIRE, "portal", None),
        (Kind.SEGMENT, "credentials", KINDS["credentials"].left),
        (Kind.SEGMENT, "sign_in", KINDS["sign_in"].left),
        (Kind.SEGMENT, "hosting", KINDS["hosting"].left),
        (Kind.REMOVE_TRUST, "sign_in", None),
        (Kind.ISOLATE, "host", KINDS["hosting"].left),
    ],
)
def test_the_inventory_tells_afterwards_what_was_foretold(kind: str, word: str, part: float | None) -> None:
    fix = suggest_fix(the_target(word), told(kind), actor=chief())
    view, before = view_of(chief()), max(chances())
    foretold = [route.chance for route in what_if(view.graph, measures(view, [fix])).after.routes]
    finish_fix(fix, actor=chief())
    assert chances() == pytest.approx(foretold)
    if part is not None:
        assert fix.remains == pytest.approx(part * 100)
        assert chances()[0] >= before * part * (1 - 1e-9)
    assert measures(view_of(chief()), [Fix.objects.get()]) == [] or kind == Kind.PATCH


def test_what_is_protected_already_is_no_candidate() -> None:
    found = inventory()
    way = joined(found["arsip"], found["simpeg"], "api")
    fix = suggest_fix(way, told(Kind.SEGMENT), actor=chief())
    assert measures(view_of(chief()), [fix])
    joined(found["arsip"], found["simpeg"], "api", protected=True)
    assert measures(view_of(chief()), [Fix.objects.get()]) == []
    with pytest.raises(Incomplete, match="sudah terlindung"):
        suggest_fix(Connection.objects.get(pk=way.pk), told(Kind.SEGMENT), actor=chief())


@pytest.mark.parametrize(
    ("kind", "word", "action"),
    [
        (Kind.SEGMENT, "credentials", "exposure.connection_changed"),
        (Kind.ISOLATE, "host", "exposure.host_changed"),
    ],
)
def test_what_changed_in_the_inventory_stands_in_the_log_under_its_own_key(kind: str, word: str, action: str) -> None:
    target = the_target(word)
    finish_fix(suggest_fix(target, told(kind), actor=chief()), actor=chief())
    assert Entry.objects.filter(action=action, subject=target.key).count() == 1
