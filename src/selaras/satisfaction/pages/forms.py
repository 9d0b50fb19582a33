"""The questions of a survey as a page shows them, and what was filled in as an action takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from selaras.satisfaction.filled import Filled, mark_of
from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import PROFILE, profile_on, questions_on
from selaras.satisfaction.words import PROFILE_WORDS


@dataclass(frozen=True)
class Asked:
    """One question with its answers (mark, word) and what was chosen before."""

    key: str
    text: str
    own_words: bool  # the office wrote the sentence itself, so it is said in Indonesian only
    answers: list[tuple[str, str]]
    chosen: str
    wrong: str


@dataclass(frozen=True)
class Select:
    name: str
    word: str
    choices: list[tuple[str, str]]
    chosen: str
    wrong: str


def questions_of(survey: Survey, typed: Mapping[str, str], wrong: Mapping[str, str]) -> list[Asked]:
    found = []
    for one in questions_on(survey.opens_on):
        text = survey.questions.get(one.key, one.text)
        answers = [(str(mark), _(word)) for mark, word in enumerate(one.words, 1)]
        chosen, slip = typed.get(f"u-{one.key}", ""), wrong.get(one.key, "")
        found.append(Asked(one.key, _(text), text != one.text, answers, chosen, slip))
    return found


def selects_of(survey: Survey, typed: Mapping[str, str], wrong: Mapping[str, str]) -> list[Select]:
    profile = profile_on(survey.opens_on)
    return [
        Select(
            name,
            str(PROFILE_WORDS[name]),
            [(key, _(word)) for key, word in profile[name]],
            typed.get(name, ""),
            wrong.get(name, ""),
        )
        for name in PROFILE
    ]


def filled_in(typed: Mapping[str, str], desk: str | None = None, before: str = "") -> Filled:
    """`before` stands before each field's name, where a page holds many forms."""
    start = f"{before}u-"
    marks = {name.removeprefix(start): mark_of(value) for name, value in typed.items() if name.startswith(start)}
    profile = {name: typed.get(f"{before}{name}", "") for name in PROFILE}
    at = typed.get(f"{before}desk", "") if desk is None else desk
    return Filled(marks, profile, typed.get(f"{before}comment", ""), at)
