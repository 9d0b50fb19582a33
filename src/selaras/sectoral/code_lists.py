"""The code lists that a table is checked against: those of the room, and the regions that the office keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from selaras.engines.tabular import standard as engine
from selaras.government.models import Region
from selaras.government.queries import NoSuchParameter, parameter_value
from selaras.sectoral.models import Code, CodeList

_AT_ONCE = 500  # codes asked for at a time; SQLite takes only so many values


def code_lists_for(standard: engine.Standard, on: date) -> list[engine.CodeList]:
    """The lists that the standard names, as far as they are here, and those that know one of the same codes: they tell
    where a stray code does belong.
    """
    wanted = {(one.code_system.name, one.code_system.version) for one in standard.fields if one.code_system}
    if not wanted:
        return []
    found = {(one.system, one.version): one for one in CodeList.objects.all()}
    named = [one for key, one in found.items() if key in wanted]
    regions = region_list(on)
    own = [regions] if regions and (regions.system.name, regions.system.version) not in found else []
    codes = {code for one in named for code in _some_codes(one)}
    codes |= {code for one in own for code in list(one.names)[:_AT_ONCE]}
    akin = Code.objects.filter(problem="", code__in=list(codes)[:_AT_ONCE]).values("code_list").distinct()
    others = CodeList.objects.filter(pk__in=akin).exclude(pk__in=[one.pk for one in named])
    return [*map(_as_engine, [*named, *others]), *own]


def _some_codes(one: CodeList) -> Iterable[str]:
    """The shortest first: provinces before villages, where systems collide."""
    rows = one.codes.filter(problem="").order_by("code").values_list("code", flat=True)
    return sorted(rows, key=len)[:_AT_ONCE]


def _as_engine(one: CodeList) -> engine.CodeList:
    rows = one.codes.filter(problem="").values_list("code", "name")
    return engine.CodeList.of(one.system, one.version, dict(rows))


def region_list(on: date) -> engine.CodeList | None:
    """The regions that the office keeps, under the system and version that the regulation parameters name.

    Only those of the office's own area, so that it says nothing of codes beyond; a list of the same name that was
    imported goes before it.
    """
    try:
        named = parameter_value("sectoral.region_codes", on)
    except NoSuchParameter:
        return None
    regions = dict(Region.objects.values_list("code", "name"))
    if not regions:
        return None
    own = Region.objects.filter(level=Region.Level.REGENCY).values_list("code", flat=True)[:2]
    return engine.CodeList.of(named["system"], named["version"], regions, own[0] if len(own) == 1 else "")


def known_systems(on: date) -> list[str]:
    """Every list that there is, as system@version, for who has to name one."""
    regions = region_list(on)
    names = {f"{one.system}@{one.version}" for one in CodeList.objects.all()}
    return sorted(names | ({f"{regions.system.name}@{regions.system.version}"} if regions else set()))
