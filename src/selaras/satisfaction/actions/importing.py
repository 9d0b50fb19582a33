"""A file of paper forms comes in: what fits becomes answers, the rest stays with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch
from selaras.intake.rows import Incoming, unique
from selaras.people.models import Account
from selaras.satisfaction.actions.typing_in import held_for_typing, says_the_same
from selaras.satisfaction.filled import Checked, Checker
from selaras.satisfaction.imports import KIND, Reader, incoming, keep_back, read
from selaras.satisfaction.models import Answer, Survey

_SPACE = UUID("0c3c4f1a-7c55-4d0e-8f0c-4b5a6f0c9d21")  # one space of keys: the same number in one survey is one form


def scope_of(survey: Survey) -> str:
    return f"survey/{survey.key}"


@transaction.atomic
def take_papers(survey: Survey, name: str, content: bytes, *, actor: Account) -> Batch:
    """Keep the forms of a file. The same bytes change nothing, and neither does a form that was kept before, so that a
    mended file may be sent whole; its facts tell how many were `known`. A number under which another form was kept
    holds its row back. Raises NotAllowed, NotNow, TabularError.
    """
    now = held_for_typing(survey, actor)
    letter = Letter(KIND, scope_of(now), actor.get_username()[:150], name[-255:], content)
    if known := already_taken(letter):
        return known
    result = read(now, name, content)
    rows = incoming(result)
    fresh = _fresh(now, rows, actor)
    read_in = [row for row, _names in rows]
    facts = {"known": sum(not row.kept for row in read_in) - len(fresh)}
    Answer.objects.bulk_create(fresh, batch_size=500)
    mapping = {one.column: one.field for sheet in result.sheets for one in sheet.mapping.columns}
    filed = Letter(letter.kind, letter.scope, letter.sender, letter.name, content, mapping, facts)
    batch, _rows = file_away(filed, read_in, actor=actor)
    detail = {"forms": len(fresh), "channel": Answer.Channel.PAPER.value, "file": batch.pk}
    record("satisfaction.forms_typed_in", actor=actor, subject=now.key, detail=detail)
    return batch


def _fresh(survey: Survey, rows: Sequence[tuple[Incoming, dict[str, str]]], actor: Account) -> list[Answer]:
    reader, checker, fresh = Reader(survey), Checker(survey), list[Answer]()
    names = {id(row): told for row, told in rows}
    known = {one.key: one for one in survey.answers.filter(channel=Answer.Channel.PAPER)}
    for row in unique([row for row, _names in rows], "number"):
        checked, wrong = checker.check(reader.form(row), whole=False)
        if wrong:
            keep_back(row, wrong, names[id(row)])
            continue
        key = uuid5(_SPACE, f"{survey.pk} {row.text('number')}")
        if key in known:
            _set_beside(row, known[key], checked, names[id(row)])
            continue
        told = {"marks": checked.marks, "comment": checked.comment, "desk": checked.desk, **checked.profile}
        seen = {"channel": Answer.Channel.PAPER, "day": timezone.localdate(), "typed_by": actor}
        fresh.append(Answer(survey=survey, key=key, **told, **seen))
    return fresh


def _set_beside(row: Incoming, kept: Answer, checked: Checked, names: Mapping[str, str]) -> None:
    """A form that was kept before is noted; another one under its number is kept back, so that none is lost."""
    if says_the_same(kept, checked):
        row.notes.append(_("Formulir bernomor ini sudah tersimpan sebelumnya; tidak diubah."))
        return
    told = _(
        "Nomor ini sudah dipakai formulir lain yang isinya berbeda. Beri nomor lain, misalnya dengan huruf loketnya:"
        " B-1."
    )
    keep_back(row, {"number": told}, names)
