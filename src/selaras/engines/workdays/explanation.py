"""Say in plain Indonesian how a deadline came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from selaras.engines.indonesian.wording import DAYS, long_date, number
from selaras.engines.workdays.deadline import Deadline, Step, StepKind
from selaras.engines.workdays.recomputing import Change, Recomputed
from selaras.engines.workdays.workdays import Holiday, Stretch


def explained(deadline: Deadline) -> tuple[str, ...]:
    """Sentences from the event to the due date, which the last one names; a page may begin with that."""
    return tuple(_sentences(deadline))


def change_explained(change: Recomputed) -> str:
    """One sentence: whether another calendar moved the due date, and which days did."""
    why = _join([_changed(one) for one in change.changes])
    because = f" karena {why}" if why else ""
    if change.moved:
        return f"Batas berubah dari {_due(change.old)} menjadi {_due(change.new)}{because}."
    return f"Batas tetap {_due(change.new)}{f', walau {why}' if why else ''}."


def _sentences(deadline: Deadline) -> Iterator[str]:
    rule, unit = deadline.rule, _unit(deadline)
    first = f"hari pertama {long_date(deadline.first_day)}" if deadline.first_day else "belum ada hari yang terhitung"
    yield f"{rule.event} {long_date(deadline.start)}; {first}."
    yield f"{rule.term}: {number(rule.days)} {unit} ({rule.legal_basis})."
    if deadline.off and rule.unit == "working":
        yield f"Dilewati: {_days_off(deadline.off)}."
    for step in deadline.steps:
        if step.kind is StepKind.PAUSED:
            yield _pause(step, unit)
        elif step.kind is StepKind.EXTENDED:
            yield _extension(step, unit)
    if deadline.off and rule.unit == "calendar":
        yield f"Hari terakhir bukan hari kerja, jadi batas pindah melewati: {_days_off(deadline.off)}."
    yield from _doubts(deadline)
    if deadline.due:
        yield f"Batas: {long_date(deadline.due)}."
    else:
        yield (
            f"Terpakai {number(deadline.used)} dari {number(deadline.total)} {unit}, sisa {number(deadline.left)}. "
            "Batas dihitung lagi setelah jeda berakhir."
        )


def _unit(deadline: Deadline) -> str:
    return "hari kerja" if deadline.rule.unit == "working" else "hari"


def _pause(step: Step, unit: str) -> str:
    reason = f"{step.note.strip().rstrip('.')}{f' ({step.legal_basis})' if step.legal_basis else ''}"
    if step.last is None:
        since = f"Jeda sejak {long_date(step.first)}: {reason}"
        return f"{since}." if step.days is None else f"{since}; mulai sesudah batas, jadi tidak mengubahnya."
    cost = f"{number(step.days)} {unit} tidak dihitung" if step.days else f"tidak ada {unit} yang terlewat"
    return f"Jeda {_period(step.first, step.last)}: {reason}; {cost}."


def _extension(step: Step, unit: str) -> str:
    basis = f" ({step.legal_basis})" if step.legal_basis else ""
    since = f" dari {long_date(step.last)}" if step.last else ""
    return f"Diperpanjang {number(step.days or 0)} {unit}{since}{basis}: {step.note.strip().rstrip('.')}."


def _doubts(deadline: Deadline) -> Iterator[str]:
    if deadline.unknown_years:
        years = _join([str(year) for year in deadline.unknown_years])
        yield f"Hari libur tahun {years} belum diketahui; batas ini masih dapat berubah."
    if deadline.estimated:
        yield "Ada hari libur yang masih perkiraan; batas ini masih dapat berubah."


def _days_off(off: Iterable[Stretch]) -> str:
    """Holidays by name and day, the rest of the days as one count of the weekend."""
    holidays = [holiday for stretch in off for holiday in stretch.holidays]
    named = {holiday.day for holiday in holidays}
    rest = [day for stretch in off for day in stretch.days() if day not in named]
    said = [f"{_period(first, last)} ({name})" for first, last, name in _grouped(holidays)]
    if rest:
        weekdays = _join([DAYS[place] for place in sorted({day.weekday() for day in rest})])
        said.insert(0, f"{number(len(rest))} hari akhir pekan ({weekdays})")
    return "; ".join(said)


def _grouped(holidays: Iterable[Holiday]) -> list[tuple[date, date, str]]:
    """Holidays of one name on days in a row as one."""
    found: list[tuple[date, date, str]] = []
    for holiday in holidays:
        guess = holiday.estimated and "perkiraan" not in holiday.name
        name = f"{holiday.name}, perkiraan" if guess else holiday.name
        if found and found[-1][2] == name and holiday.day - found[-1][1] == timedelta(1):
            found[-1] = (found[-1][0], holiday.day, name)
        else:
            found.append((holiday.day, holiday.day, name))
    return found


def _period(first: date, last: date) -> str:
    return long_date(first) if first == last else f"{long_date(first)} sampai {long_date(last)}"


def _changed(change: Change) -> str:
    day = long_date(change.day)
    weekend = change.name in DAYS
    if change.working:
        return f"{day} kini hari kerja" if weekend else f"{day} tidak lagi libur ({change.name})"
    return f"{day} kini akhir pekan" if weekend else f"{day} kini libur ({change.name})"


def _due(deadline: Deadline) -> str:
    return long_date(deadline.due) if deadline.due else "belum ada (jeda)"


def _join(parts: list[str]) -> str:
    return " dan ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
