"""The tables of the room of outreach."""

from selaras.outreach.models.channel import Channel
from selaras.outreach.models.message import Delivery, Message
from selaras.outreach.models.place import VillagePlace
from selaras.outreach.models.reckoning import Reckoning
from selaras.outreach.models.report import DaySalt, ReportsUnkept, SignalReport
from selaras.outreach.models.signal import Legend, Signal, SignalFact, Source
from selaras.outreach.models.site import Site

__all__ = [
    "Channel",
    "DaySalt",
    "Delivery",
    "Legend",
    "Message",
    "Reckoning",
    "ReportsUnkept",
    "Signal",
    "SignalFact",
    "SignalReport",
    "Site",
    "Source",
    "VillagePlace",
]
