"""An officer types in what was written on paper or said on the telephone, many forms at a time."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import held, require_typist
from selaras.satisfaction.errors import Incomplete, NotNow
from selaras.satisfaction.filled import Checked, Checker, Filled
from selaras.satisfaction.models import Answer, Survey

State = Survey.State


@transaction.atomic
def type_in_paper(
    survey: Survey, batch: UUID, forms: Sequence[Filled], *, channel: str = Answer.Channel.PAPER, actor: Account
) -> int:
    """Keep all forms of a batch or none; the same batch twice is one. Returns how many were kept now.

    Forms of a survey whose last day is past are taken until it is closed. Raises NotAllowed, NotNow, Incomplete with
    fields `row.element`, rows counted from 0.
    """
    if channel not in Answer.TYPED_IN:
        raise Incomplete({"channel": _("Pilih kertas atau telepon.")})
    now, day = held_for_typing(survey, actor), timezone.localdate()
    keys = [uuid5(batch, str(at)) for at in range(len(forms))]
    if now.answers.filter(key__in=keys).exists():
        return 0
    fresh = _fresh(now, forms)
    for key, one in zip(keys, fresh, strict=True):
        one.key, one.channel, one.day, one.typed_by = key, channel, day, actor
    Answer.objects.bulk_create(fresh)
    detail = {"forms": len(fresh), "channel": str(channel)}
    record("satisfaction.forms_typed_in", actor=actor, subject=now.key, detail=detail)
    return len(fresh)


def held_for_typing(survey: Survey, actor: Account) -> Survey:
    """The survey, locked, where this person may type in forms of it now. Raises NotAllowed, NotNow."""
    require_typist(survey.service, actor)
    now = held(survey, State.OPEN)
    if now.is_ahead(timezone.localdate()):
        raise NotNow(_("Survei ini belum dibuka. Ketik formulirnya mulai hari pertamanya."))
    return now


def says_the_same(kept: Answer, checked: Checked) -> bool:
    told = {name: getattr(kept, name) for name in checked.profile}
    at = checked.desk.pk if checked.desk else None
    return (kept.marks, told, kept.comment, kept.desk_id) == (checked.marks, checked.profile, checked.comment, at)


def _fresh(survey: Survey, forms: Sequence[Filled]) -> list[Answer]:
    if not forms:
        raise Incomplete({"marks": _("Belum ada satu pun formulir yang diisi.")})
    checker, fresh, wrong = Checker(survey), list[Answer](), dict[str, str]()
    for at, said in enumerate(forms):
        checked, slips = checker.check(said, whole=False)
        wrong |= {f"{at}.{name}": sentence for name, sentence in slips.items()}
        told = {"marks": checked.marks, "comment": checked.comment, "desk": checked.desk}
        fresh.append(Answer(survey=survey, **told, **checked.profile))
    if wrong:
        raise Incomplete(wrong)
    return fresh
