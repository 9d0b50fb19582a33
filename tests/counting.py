"""How often the database is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(deed: Callable[..., object], *given: Any, **named: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        deed(*given, **named)
    return len(asked)
