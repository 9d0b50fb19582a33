"""Deeds at one moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def starter(*refusals: type[Exception]) -> Callable[..., list[Any]]:
    """What starts all deeds at one moment, each in a thread with a connection of its own, and gives what each gave, or
    with which of `refusals` it ended."""

    def together(*deeds: Callable[[], Any]) -> list[Any]:
        barrier = Barrier(len(deeds))

        def run(deed: Callable[[], Any]) -> Any:
            try:
                barrier.wait()
                return deed()
            except refusals as refused:
                return refused
            finally:
                connection.close()

        with ThreadPoolExecutor(len(deeds)) as threads:
            return list(threads.map(run, deeds))

    return together
