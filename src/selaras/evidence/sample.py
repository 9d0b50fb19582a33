"""A problem of the sample region with its evidence; invented, and says so."""

from __future__ import annotations

from selaras.evidence.actions.keeping import raise_problem
from selaras.evidence.models import Indicator, Problem
from selaras.people.models import Account


def problem_example(code: str, *, keeper: Account) -> Problem:
    """Made once. `code` is that of the indicator."""
    indicator = Indicator.objects.get(code=code)
    evidence = "Survei contoh: waktu penyelesaian ialah unsur terendah pada setiap periode (data sintetis)."
    known = indicator.problems.first()
    return known or raise_problem("Antrean loket terlalu lama (contoh)", evidence, indicator, actor=keeper)
