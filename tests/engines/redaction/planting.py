"""A file with leaks that were put in on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field

from selaras.engines.redaction import Kind


@dataclass(frozen=True, slots=True)
class Planted:
    """`kinds` must be found, no other; none of the `secrets` may be read in the released file by any tool."""

    name: str
    content: bytes
    kinds: set[Kind]
    secrets: list[str] = field(default_factory=list)
