"""The register of requests of one desk, with the columns that the regulation in force names, as CSV and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import StringIO
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from selaras.disclosure.exports.letter import SYNTHETIC
from selaras.disclosure.identity import Identity, identity_of
from selaras.disclosure.models import Answer, Part, PublicBody, Request
from selaras.documents.printable import printable
from selaras.documents.sheets import Form, Sheet, workbook
from selaras.engines.indonesian.wording import long_date, plain_date
from selaras.engines.tabular import neutral
from selaras.government.queries import parameter_value

Cell = str | int | None
TICK = "v"
Fate = Part.Fate


@dataclass(frozen=True)
class Line:
    """One request, with its answers, as the cells ask for it."""

    request: Request
    answers: Sequence[Answer]

    @cached_property
    def who(self) -> Identity:
        return identity_of(self.request.applicant)

    @cached_property
    def parts(self) -> list[Part]:
        return list(self.answers[-1].parts.all()) if self.answers else []

    def has(self, *fates: str) -> str:
        return TICK if any(part.fate in fates for part in self.parts) else ""

    def because(self, *fates: str) -> str:
        told = (
            f"{part.reason} {f'({part.article})' if part.article else ''}" for part in self.parts if part.fate in fates
        )
        return " ".join(" ".join(told).split())

    @property
    def decision(self) -> str:
        """What was answered, and anew after an objection; before an answer how far it is."""
        if not self.answers:
            return self.request.get_state_display()
        return "; sesudah keberatan: ".join(answer.get_outcome_display() for answer in self.answers)


def _day(told: date | None) -> str:
    return long_date(timezone.localtime(told).date()) if told else ""  # type: ignore[arg-type]  # a moment


CELLS: dict[str, Callable[[Line], Cell]] = {
    "number": lambda line: line.request.number,
    "received": lambda line: line.request.received_on.isoformat(),
    "name": lambda line: line.who.name,
    "address": lambda line: line.who.address,
    "contact": lambda line: ", ".join(filter(None, (line.who.phone, line.who.email))),
    "job": lambda line: line.who.job,
    "subject": lambda line: line.request.subject,
    "purpose": lambda line: line.request.purpose,
    "held": lambda line: line.has(Fate.GIVEN, Fate.WITHHELD),
    "not_held": lambda line: line.has(Fate.NOT_HELD),
    "not_documented": lambda line: line.has(Fate.NOT_DOCUMENTED),
    "holder": lambda line: line.because(Fate.NOT_HELD),
    "soft": lambda line: TICK if line.request.form == Request.Form.SOFT else "",
    "hard": lambda line: TICK if line.request.form == Request.Form.HARD else "",
    "view": lambda line: TICK if line.request.way == Request.Way.VIEW else "",
    "copy": lambda line: TICK if line.request.way == Request.Way.COPY else "",
    "decision": lambda line: line.decision,
    "refusal": lambda line: line.because(Fate.WITHHELD),
    "noticed": lambda line: _day(line.answers[0].made_at) if line.answers else "",
    "given": lambda line: _day(line.answers[-1].delivered_at) if line.answers else "",
    "cost": lambda line: sum(answer.cost for answer in line.answers) if line.answers else None,
    "payment": lambda line: "; ".join(filter(None, (answer.cost_note for answer in line.answers))),
}


@dataclass(frozen=True)
class Register:
    """The requests that a desk received from one day to another, both included."""

    body: PublicBody
    first: date
    last: date

    @property
    def requests(self) -> QuerySet[Request]:
        answers = Answer.objects.order_by("pk").prefetch_related("parts")
        found = Request.objects.filter(body=self.body, received_on__gte=self.first, received_on__lte=self.last)
        return (
            found.select_related("applicant")
            .prefetch_related(Prefetch("answers", answers))
            .order_by("received_at", "pk")
        )

    @cached_property
    def columns(self) -> list[dict[str, Any]]:
        """As the regulation of its last day names them."""
        return list(parameter_value("disclosure.register_columns", self.last))

    def rows(self) -> Iterator[list[Cell]]:
        cells = [CELLS[column["key"]] for column in self.columns]
        for request in self.requests:
            line = Line(request, list(request.answers.all()))
            yield [cell(line) for cell in cells]

    @property
    def warning(self) -> str:
        return SYNTHETIC if self.requests.filter(synthetic=True).exists() else ""


def as_csv(register: Register) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets need it), a comma, plain machine numbers; formulas neutralised."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([column["label"] for column in register.columns] + ["Catatan"])
    warning = register.warning
    for row in register.rows():
        writer.writerow([neutral(printable(cell)) if isinstance(cell, str) else cell for cell in row] + [warning])
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(register: Register) -> bytes:
    form = Form(
        title=f"Register permohonan informasi – {register.body.name}",
        columns=[column["label"] for column in register.columns],
        widths=[column["width"] for column in register.columns],
        groups=list(_groups(register.columns)),
        subtitles=[
            f"Diterima {plain_date(register.first)} sampai {plain_date(register.last)}. Memuat data pribadi: "
            "hanya untuk meja layanan.",
            *filter(None, [register.warning]),
        ],
        numbered=True,
    )
    money = frozenset(at for at, column in enumerate(register.columns) if column["key"] == "cost")
    rows = ([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in register.rows())
    return workbook([Sheet("Register", form, rows, money)])


def _groups(columns: Iterable[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    for label, run in groupby(columns, key=lambda column: str(column.get("group", ""))):
        yield label, len(list(run))
