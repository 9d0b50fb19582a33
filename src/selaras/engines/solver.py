"""A HiGHS solver as the engines want it: silent, one thread, its seed pinned."""

from __future__ import annotations

import os
import sys
from typing import Any

import highspy


def solver(*, seed: int = 0) -> Any:
    """A solver that says nothing: when made, HiGHS greets on standard output whatever its options say, and that is
    where a command writes its JSON. What others print in those microseconds is lost with it.

    One thread, so that its path does not depend on the machine's cores.
    """
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        made = highspy.Highs()  # type: ignore[no-untyped-call]
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
    for name, value in (("output_flag", False), ("threads", 1), ("parallel", "off"), ("random_seed", seed)):
        made.setOptionValue(name, value)
    return made
