"""What people wrote, without names and numbers, put together by what it is about."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from selaras.engines.privacy import mask
from selaras.engines.survey import group_comments
from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import least_group_on

_COVERED = re.compile(r"\[[^\]]*disamarkan\]")  # what `mask` puts in place of a name or a number


def masked_comments(survey: Survey) -> list[str]:
    """In alphabetical order: the order in which they came could tell whose each is."""
    return sorted(mask(text) for text in survey.answers.exclude(comment="").values_list("comment", flat=True))


def subjects_at_desk(survey: Survey, *, shared: int = 2) -> list[dict[str, Any]]:
    """For the officers, who must mend what is wrong: each subject with its comments and the words that at least
    `shared` of them say, then those that stand alone or say nothing by which they could be put anywhere.
    """
    comments = masked_comments(survey)
    found = group_comments([_COVERED.sub(" ", text) for text in comments], shared=shared)
    subjects = [{"words": one.words, "comments": [comments[at] for at in one.comments]} for one in found.subjects]
    alone = [comments[at] for at in sorted((*found.alone, *found.empty))]
    return [*subjects, {"words": (), "comments": alone}] if alone else subjects


def subjects_of(survey: Survey, day: date) -> dict[str, Any]:
    """For everybody: how many wrote, and the words that enough people share; never a whole comment."""
    least = least_group_on(day)
    subjects = subjects_at_desk(survey, shared=least)
    shown = [
        {"words": list(one["words"]), "count": len(one["comments"])}
        for one in subjects
        if one["words"] and len(one["comments"]) >= least
    ]
    return {"count": sum(len(one["comments"]) for one in subjects), "subjects": shown, "least": least}
