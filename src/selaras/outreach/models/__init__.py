"""The tables of the room of outreach."""

from selaras.outreach.models.channel import Channel
from selaras.outreach.models.message import Delivery, Message

__all__ = ["Channel", "Delivery", "Message"]
