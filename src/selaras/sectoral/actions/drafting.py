"""A standard is made by answering questions, a column at a time; only the last step puts it in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.tabular import read_table
from selaras.engines.tabular.standard import (
    BadStandard,
    CrossRule,
    as_package,
    propose_columns,
    propose_sums,
    read_standard,
)
from selaras.engines.tabular.standard import Standard as Described
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.column_answers import ColumnAnswer, field_of
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Dataset, Draft, Standard
from selaras.sectoral.queries import standard_in_force
from selaras.sectoral.standard_changes import told_changes


def begin_draft(dataset: Dataset, content: bytes, name: str, *, actor: Account) -> Draft:
    """Read a sample and propose a standard, instead of the draft under way. Raises NotAllowed, `TabularError`."""
    require_producer(dataset.agency, actor)
    table = read_table(content, name)
    described, columns = propose_columns(table, dataset.code)
    shown = {one.field.name: {**asdict(one), "field": None} for one in columns}
    rules = [{"expression": rule.expression, "message": rule.message} for rule in propose_sums(table, described)]
    return _keep(dataset, described, actor, name=PurePath(name).name[-200:], evidence=shown, proposed_rules=rules)


def reopen_standard(dataset: Dataset, *, actor: Account) -> Draft:
    """Take the standard in force up again, all its columns answered; the draft under way where there is one.

    Raises NotAllowed, NotNow.
    """
    require_producer(dataset.agency, actor)
    if standing := Draft.objects.filter(dataset=dataset).first():
        return standing
    last = standard_in_force(dataset)
    if last is None:
        raise NotNow(_("Data ini belum punya standar. Mulai dari berkas contoh."))
    described = read_standard(last.package)
    return _keep(dataset, described, actor, answered=[one.name for one in described.fields])


@transaction.atomic
def _keep(dataset: Dataset, described: Described, actor: Account, **more: object) -> Draft:
    held = held_dataset(dataset)
    empty = {"name": "", "evidence": {}, "proposed_rules": [], "answered": []}
    told = empty | more | {"package": as_package(described), "begun_by": actor, "moved_at": timezone.now()}
    draft, _made = Draft.objects.update_or_create(dataset=held, defaults=told)
    record("sectoral.draft_begun", actor=actor, subject=held.code, detail={"columns": len(described.fields)})
    return draft


@transaction.atomic
def answer_column(dataset: Dataset, column: str, said: ColumnAnswer, *, actor: Account) -> Draft:
    """Keep what was answered about a column. Raises NotAllowed, NotNow, Incomplete by the parts of the answer."""
    draft = _held(dataset, actor)
    described = read_standard(draft.package)
    if column not in [one.name for one in described.fields]:
        raise NotNow(_("Kolom ini tidak ada dalam rancangan. Mulai lagi dari halaman standar."))
    made, wrong = field_of(described.named(column), said)
    if wrong:
        raise Incomplete(wrong)
    fields = tuple(made if one.name == column else one for one in described.fields)
    others = [name for name in described.primary_key if name != column]
    keyed = {*others, column} if said.key else set(others)
    key = tuple(one.name for one in fields if one.name in keyed)
    draft.answered = [*dict.fromkeys([*draft.answered, column])]
    return _changed(draft, replace(described, fields=fields, primary_key=key))


@transaction.atomic
def confirm_rules(dataset: Dataset, expressions: Sequence[str], *, actor: Account) -> Draft:
    """Keep the rules between columns that a person confirmed, and no others. Raises NotAllowed, NotNow, Incomplete."""
    draft = _held(dataset, actor)
    described = read_standard(draft.package)
    known = {rule.expression: rule for rule in described.rules}
    told = {one["expression"]: one["message"] for one in draft.proposed_rules}
    wanted = [*dict.fromkeys(text.strip() for text in expressions if text.strip())]
    rules = [
        known.get(text) or CrossRule(f"aturan-{place}", text, told.get(text, ""))
        for place, text in enumerate(wanted, start=1)
    ]
    return _changed(draft, replace(described, rules=tuple(rules)))


@transaction.atomic
def finish_draft(dataset: Dataset, why: str, *, actor: Account) -> Standard:
    """Put the draft in force as the dataset's next standard, with what changed in its note.

    Raises NotAllowed, NotNow where a column has not been answered yet, Incomplete.
    """
    draft = _held(dataset, actor)
    described = read_standard(draft.package)
    open_ones = [one.label for one in described.fields if one.name not in draft.answered]
    if open_ones:
        raise NotNow(_("Kolom %(columns)s belum dijawab. Jawab dahulu.") % {"columns": ", ".join(open_ones[:5])})
    last = standard_in_force(dataset)
    changes = told_changes(read_standard(last.package) if last else None, described)
    note = " ".join(part for part in (why.strip(), changes) if part)
    made = set_standard(dataset, draft.package, note if len(note) <= 500 else f"{note[:499]}…", actor=actor)
    draft.delete()
    return made


@transaction.atomic
def drop_draft(dataset: Dataset, *, actor: Account) -> None:
    """Forget what was answered; the standard in force stays. Raises NotAllowed."""
    require_producer(dataset.agency, actor)
    held = held_dataset(dataset)
    if Draft.objects.filter(dataset=held).delete()[0]:
        record("sectoral.draft_dropped", actor=actor, subject=held.code)


def _held(dataset: Dataset, actor: Account) -> Draft:
    """The draft, its dataset locked until the transaction ends."""
    require_producer(dataset.agency, actor)
    draft = Draft.objects.filter(dataset=held_dataset(dataset)).first()
    if draft is None:
        raise NotNow(_("Tidak ada standar yang sedang disusun. Mulai dari berkas contoh."))
    return draft


def _changed(draft: Draft, described: Described) -> Draft:
    package = as_package(described)
    try:
        read_standard(package)
    except BadStandard as wrong:
        raise Incomplete({"whole": str(wrong)}) from wrong
    draft.package, draft.moved_at = package, timezone.now()
    draft.save(update_fields=["package", "answered", "moved_at"])
    return draft
