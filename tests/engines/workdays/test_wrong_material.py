"""What cannot be counted is refused with a sentence that says what to mend."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from selaras.engines.workdays import (
    Extension,
    ExtensionError,
    Pause,
    PauseError,
    Rule,
    RuleError,
    StoredError,
    WorkdaysError,
    as_json,
    clock,
    from_json,
)
from tests.engines.workdays.material import ANSWER, CALENDAR, COMPLETING, day, pause

STORED = as_json(clock(day("2020-02-06"), ANSWER, CALENDAR))


@pytest.mark.parametrize(
    ("make", "kind", "says"),
    [
        (lambda: Rule("Jawaban", 0, "Pasal 22"), RuleError, "paling sedikit satu hari"),
        (lambda: Rule("Jawaban", 10, "Pasal 22", extension_days=-1), RuleError, "parameter regulasi"),
        (lambda: Rule("Jawaban", 10, " "), RuleError, "dasar hukum"),
        (lambda: pause("2020-02-07", "2020-02-06"), PauseError, "berakhir sebelum mulai"),
        (lambda: Pause(day("2020-02-07"), None, " "), PauseError, "alasan"),
        (lambda: Extension(7, ""), ExtensionError, "alasan tertulis"),
        (lambda: extended(COMPLETING, 3), ExtensionError, "tidak dapat diperpanjang"),
        (lambda: extended(ANSWER, 8), ExtensionError, "paling lama 7 hari"),
        (lambda: extended(ANSWER, 0), ExtensionError, "paling sedikit satu hari"),
    ],
)
def test_material_that_contradicts_itself(make: Callable[[], object], kind: type[WorkdaysError], says: str) -> None:
    with pytest.raises(kind, match=says):
        make()


def extended(rule: Rule, days: int) -> object:
    return clock(day("2020-02-06"), rule, CALENDAR, extension=Extension(days, "Alasan"))


@pytest.mark.parametrize(
    ("stored", "says"),
    [
        ({}, "tidak utuh"),
        ({**STORED, "format": 2}, "format 2"),
        ({**STORED, "due": "20-02-2020"}, "tidak utuh"),
        ({**STORED, "rule": {"days": 10}}, "tidak utuh"),
        ({**STORED, "off": [["2020-02-08"]]}, "tidak utuh"),
        ({name: value for name, value in STORED.items() if name != "off"}, "tidak utuh"),
    ],
)
def test_what_was_stored_and_is_no_deadline(stored: dict[str, object], says: str) -> None:
    with pytest.raises(StoredError, match=says):
        from_json(stored)
