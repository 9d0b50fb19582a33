"""What a kind of list knows beyond its single cells: places, ranges of cost, codes written before names."""

from __future__ import annotations

import re
from collections.abc import Callable

from selaras.engines.tabular.marks import Draft
from selaras.engines.tabular.places import read_point, read_rt_rw
from selaras.engines.tabular.readings import Reading, shown
from selaras.engines.tabular.regions import RegionMatch, region_code

SMALL_COST = 500_000
"""Rupiah under which a cost is asked about: mostly a unit price, or thousands of rupiah."""
_DISTRICT_IN_TEXT = re.compile(r"\b(?:kecamatan|kapanewon|kec\.)\s*:?\s*([a-z][a-z .'-]{2,40})", re.I)
_VILLAGE_IN_TEXT = re.compile(r"\b(?:desa|kelurahan|kalurahan|kel\.|ds\.)\s*:?\s*([a-z][a-z .'-]{2,40})", re.I)
_CODE_BEFORE_NAME = re.compile(r"^([\dX](?:\.[\dX]+)+)\s+(\S.*)$", re.S)


def finish_proposal(draft: Draft) -> None:
    """Cost of a range, unit behind the volume, RT and RW inside the address, coordinates as a pair, the region."""
    _cost(draft)
    _unit(draft)
    _neighbourhood(draft)
    _point(draft)
    _surroundings(draft)
    _region(draft)


def _cost(draft: Draft) -> None:
    """The upper end of a range counts: a ceiling must bear it. A lone lower end is better than none."""
    low, high = draft.values.get("cost_low"), draft.values.get("cost")
    index, name = draft.columns.get("cost", draft.columns.get("cost_low", (-1, "Biaya")))
    if high is None and isinstance(low, int) and not any(mark.field == "cost" and mark.stops for mark in draft.marks):
        draft.values["cost"] = high = low
        index, name = draft.columns["cost_low"]
    elif isinstance(low, int) and isinstance(high, int) and low > high:
        draft.say(
            name,
            f"batas bawah Rp {shown(low)} melebihi batas atas Rp {shown(high)}. Yang benar yang mana?",
            index,
            "cost",
        )
    if draft.values.get("cost") == 0:
        del draft.values["cost"]
        draft.say(name, "biayanya nol. Berapa perkiraan biayanya?", index, "cost")
    if isinstance(high, int) and 0 < high < SMALL_COST and not any(mark.field == "cost" for mark in draft.marks):
        draft.say(
            name,
            f"Rp {shown(high)} sangat kecil untuk sebuah usulan. Apakah ini harga satuan atau dalam ribuan rupiah?",
            index,
            "cost",
        )


def _unit(draft: Draft) -> None:
    if draft.written_unit and "unit" not in draft.values:
        draft.values["unit"] = draft.written_unit


def _neighbourhood(draft: Draft) -> None:
    if "rt" in draft.values or "rw" in draft.values:
        return
    rt, rw = read_rt_rw(draft.text("address"))
    if not rt and not rw:
        rt, rw = read_rt_rw(draft.text("title"))
    if rt:
        draft.values["rt"] = rt
    if rw:
        draft.values["rw"] = rw


def _point(draft: Draft) -> None:
    has = ("latitude" in draft.values) + ("longitude" in draft.values)
    if not has:
        return
    if has == 1:
        index, name = draft.columns.get("latitude", draft.columns.get("longitude", (-1, "Lintang")))
        draft.say(name, "lintang dan bujur harus diisi berdua. Lengkapi koordinatnya.", index, "latitude")
        return
    latitude, longitude = read_point(Reading(draft.values["latitude"]), Reading(draft.values["longitude"]))
    index, name = draft.columns["latitude"]
    for field_name, reading in (("latitude", latitude), ("longitude", longitude)):
        if reading.value is None:
            del draft.values[field_name]
        else:
            draft.values[field_name] = reading.value
    if said := latitude.note or latitude.problem:
        draft.say(name, said, index, "latitude")


def _surroundings(draft: Draft) -> None:
    """A heading inside the table, the name of the sheet or a title may name the district or the village of all rows."""
    around = (draft.row.section, draft.table.facts.sheet, *draft.table.titles)
    for field_name, pattern in (("district", _DISTRICT_IN_TEXT), ("village", _VILLAGE_IN_TEXT)):
        if field_name in draft.values or f"{field_name}_code" in draft.values or field_name in draft.columns:
            continue
        found = next((match for text in around if text and (match := pattern.search(text))), None)
        if found:
            draft.values[field_name] = " ".join(found[1].split()).strip(" .-").title()


def _region(draft: Draft) -> None:
    """Settle district and village against the list of regions; without one, only tidy the codes."""
    for name in ("district_code", "village_code"):
        if code := region_code(draft.text(name)):
            draft.values[name] = code
    if draft.regions is None:
        return
    district = _settle(draft, "district", "")
    within = district.place.code if district.place else ""
    village = _settle(draft, "village", within)
    if village.place and not district.place and village.place.parent in draft.regions.by_code:
        draft.values["district_code"] = village.place.parent


def _settle(draft: Draft, level: str, within: str) -> RegionMatch:
    if draft.regions is None:
        return RegionMatch()
    name, code = draft.text(level), draft.text(f"{level}_code")
    if not name and not code:
        return RegionMatch()
    match = draft.regions.find(name, level=level, code=code, within=within)
    if match.place and match.place.level == level:
        draft.values[f"{level}_code"] = match.place.code
        draft.values.setdefault(level, match.place.name)
    else:
        draft.values.pop(f"{level}_code", None)
    if match.place and within and not match.place.code.startswith(f"{within}."):
        place = match.place
        match = RegionMatch(
            place, 0.5, (place,), note=f"{place.name} tidak berada di kecamatan yang tertulis. Yang benar yang mana?"
        )
    if said := match.note or match.problem:
        fallback = draft.columns.get(f"{level}_code", (-1, level))
        index, column = draft.columns.get(level, fallback)
        draft.say(column, said, index, level)
    return match


def finish_catalogue(draft: Draft) -> None:
    """Some lists write the code before the name in one cell: take them apart, for the parents too."""
    for name_field, code_field in (
        ("name", "code"),
        ("field_name", "field_code"),
        ("programme_name", "programme_code"),
        ("activity_name", "activity_code"),
    ):
        found = _CODE_BEFORE_NAME.match(draft.text(name_field))
        if found and code_field not in draft.values:
            draft.values[code_field], draft.values[name_field] = found[1], found[2]


def finish_signal_village(draft: Draft) -> None:
    _point(draft)
    _region(draft)


def finish_signal_site(draft: Draft) -> None:
    _point(draft)


def finish_work_plan(draft: Draft) -> None:
    _unit(draft)


FINISHERS: dict[str, Callable[[Draft], None]] = {
    "proposals": finish_proposal,
    "catalogue": finish_catalogue,
    "workplan": finish_work_plan,
    "signal_villages": finish_signal_village,
    "signal_sites": finish_signal_site,
}
