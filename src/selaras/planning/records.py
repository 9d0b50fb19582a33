"""The records of the plan that people edit on pages: which fields, and who may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.people.queries import Person
from selaras.planning import rules
from selaras.planning.models import Ceiling, RegionalPriority, StrategicTarget, WorkPlanItem


def _of_agency(person: Person, record: Model) -> bool:
    return rules.may_plan_for(person, getattr(record, "agency_id", None))


@dataclass(frozen=True)
class Kind:
    """One kind of record: its table, the fields people may set, the word for it, who may change which."""

    key: str
    model: type[Model]
    fields: tuple[str, ...]
    word: str | Promise
    open_to: Callable[[Person, Model], bool]


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "pagu",
            Ceiling,
            ("kind", "agency", "programme", "district", "source_of_funds", "amount", "minimum"),
            _("Pagu"),
            lambda person, _record: rules.may_set_ceilings(person),
        ),
        Kind(
            "prioritas",
            RegionalPriority,
            ("number", "name", "goal", "codes"),
            _("Prioritas daerah"),
            lambda person, _record: rules.may_plan(person),
        ),
        Kind(
            "renstra",
            StrategicTarget,
            ("agency", "code", "indicator", "unit", "baseline", "year", "target"),
            _("Target Renstra"),
            _of_agency,
        ),
        Kind(
            "renja",
            WorkPlanItem,
            (
                "key", "agency", "code", "name", "indicator", "unit", "baseline", "target", "location", "cost",
                "source_of_funds", "forward_target", "forward_cost", "must_fund", "note",
            ),
            _("Rancangan Renja"),
            _of_agency,
        ),
    )
}  # fmt: skip


def kind_of(record: Model) -> Kind:
    return next(kind for kind in KINDS.values() if isinstance(record, kind.model))


def subject_of(record: Model) -> str:
    """How the log names a record: `ceiling:12`."""
    return f"{record._meta.model_name}:{record.pk}"
