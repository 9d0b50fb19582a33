"""Which metadata forms a dataset has, and which it still needs: one of the activity, one of each variable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral.metadata_forms import Question, Sheet
from selaras.sectoral.models import Metadata, Standard

Form = Metadata.Form


@dataclass(frozen=True)
class Slot:
    """One form that a dataset has or needs. `stray`: filled in for a column that the standard no longer has."""

    form: str
    subject: str
    held: Metadata | None
    open: tuple[Question, ...] = ()  # what the form that holds does not answer
    stray: bool = False

    @property
    def whole(self) -> bool:
        return self.held is not None and not any(one.needed for one in self.open)


def needed_subjects(standard: Standard | None) -> list[tuple[str, str]]:
    """Form and subject of each form that a dataset needs; without a standard its variables are not known yet."""
    columns = [one.name for one in read_standard(standard.package).fields] if standard else []
    return [(Form.ACTIVITY, ""), *((Form.VARIABLE, name) for name in columns)]


def slots_of(standard: Standard | None, held: Iterable[Metadata], sheets: Mapping[str, Sheet]) -> list[Slot]:
    """In the order of the forms, columns as the standard has them; indicators as they were named. No query."""
    known = {(one.form, one.subject): one for one in held}
    needed = needed_subjects(standard)
    others = sorted(set(known) - set(needed))
    wanted = [*needed, *(one for one in others if one[0] == Form.VARIABLE)]
    wanted += [one for one in others if one[0] == Form.INDICATOR]
    return [
        _slot(form, subject, known.get((form, subject)), (form, subject) in needed, sheets) for form, subject in wanted
    ]


def _slot(form: str, subject: str, held: Metadata | None, needed: bool, sheets: Mapping[str, Sheet]) -> Slot:
    answers = held.answers if held else {}
    left = tuple(one for one in sheets[form].questions if one.key not in answers)
    return Slot(form, subject, held, left, stray=form == Form.VARIABLE and not needed)
