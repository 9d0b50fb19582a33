"""The tables of the room of the satisfaction survey."""

from selaras.satisfaction.models.answer import Answer, Invitation
from selaras.satisfaction.models.follow_up import FollowUp
from selaras.satisfaction.models.result import Result
from selaras.satisfaction.models.service import Desk, Service
from selaras.satisfaction.models.survey import Survey

__all__ = ["Answer", "Desk", "FollowUp", "Invitation", "Result", "Service", "Survey"]
