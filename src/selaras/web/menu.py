"""The menu of the desk: the ways of every room, with the accounts last."""

from __future__ import annotations

from selaras.disclosure.pages import menu as disclosure
from selaras.evidence.pages import menu as evidence
from selaras.exposure.pages import menu as exposure
from selaras.forum.pages import menu as forum
from selaras.outreach.pages import menu as outreach
from selaras.outreach.reach.pages import menu as reach
from selaras.people.pages import menu as people
from selaras.people.pages.menu import Part
from selaras.people.queries import Person
from selaras.satisfaction.pages import menu as satisfaction
from selaras.sectoral.pages import menu as sectoral

MENU = (
    *forum.MENU,
    *disclosure.MENU,
    *sectoral.MENU,
    *exposure.MENU,
    *reach.MENU,
    *satisfaction.MENU,
    *outreach.MENU,
    *evidence.MENU,
    *people.MENU,
)


def menu_of(person: Person) -> list[Part]:
    """The parts with at least one way that this person may go."""
    parts = (Part(part.word, tuple(way for way in part.ways if way.open_to(person))) for part in MENU)
    return [part for part in parts if part.ways]
