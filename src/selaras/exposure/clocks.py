"""Which reports the law asks for of an incident, to whom, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from selaras.engines.workdays import due_in_hours
from selaras.exposure.models import Incident
from selaras.government.queries import in_force

Clock = dict[str, Any]
CLOCKS = {
    "critical": "exposure.clock.critical",
    "high_risk": "exposure.clock.high_risk",
    "personal_data": "exposure.clock.personal_data",
}
CONCERN_OF = {key: concern for concern, key in CLOCKS.items()}


def concerns_of(incident: Incident) -> list[str]:
    """Why it must be reported. The report of vital infrastructure goes to whom that of a high risk goes, and sooner."""
    found = [concern for concern in CLOCKS if getattr(incident, concern)]
    return [concern for concern in found if concern != "high_risk" or "critical" not in found]


def not_yet(incident: Incident) -> list[str]:
    """What may still turn out, and would have to be reported then."""
    found = [concern for concern in CLOCKS if not getattr(incident, concern)]
    return [concern for concern in found if concern != "high_risk" or not incident.critical]


def unruled(incident: Incident) -> list[str]:
    """For which concerns no rule was in force, or none is known here."""
    asked = {clock["key"] for clock in incident.clocks}
    return [concern for concern in concerns_of(incident) if CLOCKS[concern] not in asked]


def sent_times(incident: Incident) -> list[datetime]:
    return [datetime.fromisoformat(clock["reported_at"]) for clock in incident.clocks if clock["reported_at"]]


def begun(concerns: Iterable[str], known: datetime) -> list[Clock]:
    """By the rules in force on the day it became known; hours run through nights and holidays.

    `due` is none where a rule asks for a report and names no hours.
    """
    day, found = timezone.localtime(known).date(), list[Clock]()
    for key in map(CLOCKS.__getitem__, concerns):
        if rule := in_force(key, day).first():
            hours = rule.value["hours"]
            found.append(
                {
                    "key": key,
                    "term": rule.value["term"],
                    "to": rule.value["to"],
                    "hours": hours,
                    "legal_basis": rule.legal_basis,
                    "confidence": rule.confidence,
                    "from": known.isoformat(),
                    "due": due_in_hours(known, hours).isoformat() if hours else None,
                    "reported_at": None,
                }
            )
    return found


def begun_anew(incident: Incident, known: datetime) -> list[Clock]:
    """As if it had been found at `known`: what was reported stays reported, what became known later runs as it did."""
    found = list[Clock]()
    for clock in incident.clocks:
        later = datetime.fromisoformat(clock["from"]) != incident.found_at
        fresh = [] if later else begun([CONCERN_OF[clock["key"]]], known)
        sent = {name: clock[name] for name in ("reported_at", "receipt") if clock["reported_at"] and name in clock}
        found += [one | sent for one in fresh] or ([clock] if later or clock["reported_at"] else [])
    return found + begun(unruled(incident), known)
