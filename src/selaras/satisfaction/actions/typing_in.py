"""An officer types in what was written on paper or said on the telephone, many forms at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    survey: Survey,
    batch: UUID,
    forms: Mapping[int, Filled] | Sequence[Filled],
    *,
    channel: str = Answer.Channel.PAPER,
    actor: Account,
) -> int:
    """Keep all forms of a batch or none, each under its place in it (a sequence: from 0). What was kept before is not
    kept twice, and what came since is added; another form at a place that is taken is refused. Returns how many were
    kept now.

    Forms of a survey whose last day is past are taken until it is closed. Raises NotAllowed, NotNow, Incomplete with
    fields `place.element`.
    """
    if channel not in Answer.TYPED_IN:
        raise Incomplete({"channel": _("Pilih kertas atau telepon.")})
    now, day = held_for_typing(survey, actor), timezone.localdate()
    places = dict(forms) if isinstance(forms, Mapping) else dict(enumerate(forms))
    fresh = _not_kept(now, batch, _checked(now, places))
    if not fresh:
        return 0
    for one in fresh:
        one.channel, one.day, one.typed_by = channel, day, actor
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


def _checked(survey: Survey, forms: Mapping[int, Filled]) -> dict[int, Checked]:
    if not forms:
        raise Incomplete({"marks": _("Belum ada satu pun formulir yang diisi.")})
    checker, found, wrong = Checker(survey), dict[int, Checked](), dict[str, str]()
    for at, said in forms.items():
        found[at], slips = checker.check(said, whole=False)
        wrong |= {f"{at}.{name}": sentence for name, sentence in slips.items()}
    if wrong:
        raise Incomplete(wrong)
    return found


def _not_kept(survey: Survey, batch: UUID, forms: Mapping[int, Checked]) -> list[Answer]:
    keys = {at: uuid5(batch, str(at)) for at in forms}
    known = {one.key: one for one in survey.answers.filter(key__in=keys.values())}
    told = _("Di sini sudah tersimpan formulir lain. Kosongkan kotak ini, simpan, lalu ketik di halaman baru.")
    other = [at for at, key in keys.items() if key in known and not says_the_same(known[key], forms[at])]
    if other:
        raise Incomplete({f"{at}.marks": told for at in other})
    return [
        Answer(survey=survey, key=keys[at], marks=one.marks, comment=one.comment, desk=one.desk, **one.profile)
        for at, one in forms.items()
        if keys[at] not in known
    ]
