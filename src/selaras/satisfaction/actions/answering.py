"""Somebody answers a survey, by its link, its QR code, or an invitation.

The log has no entry for a single answer: its time, beside that of an invitation, would tell whose it was. Closing the
survey notes how many came.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.satisfaction.actions.guarding import held
from selaras.satisfaction.errors import Incomplete, NotOpen
from selaras.satisfaction.filled import Checked, Checker, Filled
from selaras.satisfaction.models import Answer, Invitation, Survey
from selaras.satisfaction.tokens import day_token

Channel = Answer.Channel


@transaction.atomic
def answer(survey: Survey, key: UUID, said: Filled, *, channel: str, device: str, network: str) -> Answer:
    """Keep what somebody filled in; the same key twice is one answer. `device` and `network`: what tells one browser,
    one address from another, kept as tokens of the day alone. Raises Incomplete, NotOpen.
    """
    now = held(survey)
    if (known := now.answers.filter(key=key).first()) is not None:
        return known
    checked = _checked(now, said)
    day = timezone.localdate()
    tokens = {"device": day_token(now, day, "device", device), "network": day_token(now, day, "network", network)}
    return _kept(now, key, checked, channel=channel if channel == Channel.QR else Channel.LINK, **tokens)


@transaction.atomic
def answer_invited(invitation: Invitation, key: UUID, said: Filled) -> Answer:
    """Keep the one answer of a person who was served: it counts in full, from whichever device it comes.

    Raises Incomplete, NotOpen.
    """
    survey = held(survey_of(invitation))
    if (known := survey.answers.filter(key=key).first()) is not None:
        return known
    once = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if once.used:
        raise NotOpen(_("Tautan ini sudah dipakai untuk satu jawaban. Terima kasih."))
    desk = once.desk.code if once.desk else said.desk
    checked = _checked(survey, Filled(said.marks, said.profile, said.comment, desk))
    once.used = True
    once.save(update_fields=["used"])
    return _kept(survey, key, checked, channel=Channel.INVITATION)


def survey_of(invitation: Invitation) -> Survey:
    """The survey that takes answers about the service today. Raises NotOpen."""
    survey = invitation.service.surveys.filter(state=Survey.State.OPEN).first()
    if survey is None:
        raise NotOpen(_("Survei layanan ini sudah ditutup. Terima kasih sudah ingin menilai."))
    return survey


def _checked(survey: Survey, said: Filled) -> Checked:
    today = timezone.localdate()
    if survey.is_ahead(today):
        raise NotOpen(_("Survei ini belum dibuka. Kirim lagi mulai hari pertamanya."))
    if not survey.takes_answers(today):
        raise NotOpen(_("Survei ini sudah ditutup. Terima kasih sudah ingin menilai."))
    checked, wrong = Checker(survey).check(said, whole=True)
    if wrong:
        raise Incomplete(wrong)
    return checked


def _kept(survey: Survey, key: UUID, checked: Checked, *, channel: str, device: str = "", network: str = "") -> Answer:
    now = timezone.now()
    return survey.answers.create(
        key=key,
        desk=checked.desk,
        marks=checked.marks,
        comment=checked.comment,
        channel=channel,
        device=device,
        network=network,
        day=None if channel == Channel.INVITATION else timezone.localdate(now),
        at=now if device else None,
        **checked.profile,
    )
