"""The columns of a released table, with what their standard says of them."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.engines.tabular.standard import ForeignKey, Standard, StandardField, read_standard
from selaras.sectoral.harvest.reading import tables_out
from selaras.sectoral.models import Version


@dataclass(frozen=True)
class Reference:
    """A foreign key of a released table; `target` is the released version that it points into, None for its own."""

    key: ForeignKey
    target: Version | None


def standard_of(version: Version) -> Standard:
    """By which the version was checked; a later one may be in force by now."""
    check = version.check_in_force
    assert check is not None  # noqa: S101 - what is out was checked
    return read_standard(check.standard.package)


def columns_of(version: Version) -> list[StandardField]:
    """In the order of the file; a field that the table does not have is left out."""
    check = version.check_in_force
    assert check is not None  # noqa: S101 - what is out was checked
    there = check.summary["columns"]
    return [one for one in standard_of(version).fields if one.name in there]


def references_of(version: Version) -> list[Reference]:
    """Only into what is out: a key into a table under embargo would tell that there is one."""
    check = version.check_in_force
    assert check is not None  # noqa: S101 - what is out was checked
    used: dict[str, int] = check.summary["references"]
    found = []
    for key in standard_of(version).foreign_keys:
        if not key.resource:
            found.append(Reference(key, None))
        elif key.resource in used:
            out = tables_out().filter(dataset__code=key.resource, number=used[key.resource]).first()
            found += [Reference(key, out)] if out else []
    return found
