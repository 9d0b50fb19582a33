"""One of each thing of outreach that an address may name: messages for the village of the first proposal."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from selaras.forum.models import Forum
from selaras.government.actions import seed_parameters
from selaras.outreach.actions.channels import add_channel
from selaras.outreach.actions.sending import send
from selaras.outreach.actions.writing import Written, write_message
from selaras.outreach.models import Channel, Delivery, Message
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account, Role
from tests.people.persons import person

_DRAFT = UUID("5e1a7a50-0000-4000-8000-00000000000d")


def _writer() -> Account:
    return Account.objects.filter(username="penyampai").first() or person("penyampai", Role.Kind.PPID_OFFICER)


def a_channel(_forum: Forum) -> Channel:
    found = Channel.objects.first()
    return found or add_channel("notice_board", "Papan pengumuman (contoh)", actor=_writer())


def _written(forum: Forum, submission: UUID) -> Message:
    seed_parameters(actor=system_account())
    today, village = timezone.localdate(), forum.proposals.earliest("pk").village_id
    assert village
    told = dict.fromkeys(("title", "text", "audience", "purpose", "legal_basis"), "Contoh")
    days = {"valid_from": today, "valid_until": today + timedelta(days=30)}
    places = {"channels": [a_channel(forum).pk], "regions": [village]}
    return write_message(submission, Written(**told, **days, **places, urgent=True), actor=_writer())  # type: ignore[arg-type]


def a_draft(forum: Forum) -> Message:
    return _written(forum, _DRAFT)


def a_message(forum: Forum) -> Message:
    """One that was sent."""
    found = Message.objects.filter(state=Message.State.SENT).first()
    return found or send(_written(forum, uuid4()), actor=_writer())


def a_delivery(forum: Forum) -> Delivery:
    return a_message(forum).deliveries.get()
