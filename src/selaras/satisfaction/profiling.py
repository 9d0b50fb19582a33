"""Who answered, counted so that no small group can be picked out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import PROFILE, least_group_on, profile_on

UNTOLD = "untold"


def profile_of(survey: Survey, day: date) -> dict[str, list[dict[str, Any]]]:
    """Per field its groups with their counts, in the order of the regulation and those who told nothing last; `count`
    is None where the group is not told apart.
    """
    least, choices = least_group_on(day), profile_on(day)
    rows = list(survey.answers.values_list(*PROFILE))
    found = {}
    for at, field in enumerate(PROFILE):
        counts = Counter(row[at] or UNTOLD for row in rows)
        groups = [*choices[field], (UNTOLD, "tidak diisi")]
        shown = _shown({key: counts[key] for key, _name in groups}, least)
        found[field] = [{"key": key, "name": name, "count": shown[key]} for key, name in groups]
    return found


def _shown(counts: dict[str, int], least: int) -> dict[str, int | None]:
    """Groups below `least` are covered; where one alone is, the next smallest too, for the sum would tell it.

    >>> _shown({"a": 2, "b": 9, "c": 30, "d": 0}, 5)
    {'a': None, 'b': None, 'c': 30, 'd': 0}
    """
    covered = {key for key, count in counts.items() if 0 < count < least}
    if len(covered) == 1:
        rest = [key for key, count in counts.items() if count >= least]
        covered |= {min(rest, key=lambda key: counts[key])} if rest else set()
    return {key: None if key in covered else count for key, count in counts.items()}
