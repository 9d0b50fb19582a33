"""Proposals, participants, marks, conflicts of interest and ballots from files."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from selaras.forum.history import Deed, difference, values_of
from selaras.forum.models import Ballot, Conflict, Forum, Mark, Participant, Proposal
from selaras.government.models import Agency
from selaras.government.queries import AgencyFinder
from selaras.intake.models import Row
from selaras.intake.rows import Incoming, still_taken, unique, within

# What a resent row may change; who sent it, its number and its fate stay.
_SENT = (
    "source", "title", "problem", "district", "village", "rt", "rw", "address", "latitude", "longitude", "volume",
    "unit", "cost", "agency", "field_label", "proposer", "source_of_funds", "digest", "row",
)  # fmt: skip


def draft_proposals(
    forum: Forum, sender: str, source: str, agencies: AgencyFinder, rows: Sequence[Incoming]
) -> dict[tuple[str, int], Proposal]:
    """Unsaved proposals by sheet and row; a number given twice in one file is kept back the second time.

    `source` holds where the row names none.
    """
    drafts: dict[tuple[str, int], Proposal] = {}
    used: dict[str, int] = {}
    for row in still_taken(rows):
        draft = _draft(forum, sender, source, agencies.find(row.text("agency")), row)
        first = used.setdefault(draft.own_number, row.number)
        if first != row.number:
            row.keep(_repeated(draft, first))
            continue
        if row.text("agency") and draft.agency is None:
            row.notes.append(f"Perangkat daerah “{row.text('agency')}” belum ada dalam daftar; usulan tetap diterima.")
        drafts[row.sheet, row.number] = draft
    return drafts


def _repeated(draft: Proposal, first: int) -> str:
    if draft.own_number.startswith("#"):
        return f"Isinya sama dengan baris {first}; baris pertama yang dipakai."
    return f"Nomor “{draft.own_number}” sudah dipakai baris {first}. Beri setiap usulan nomor sendiri."


def _draft(forum: Forum, sender: str, source: str, agency: Agency | None, row: Incoming) -> Proposal:
    value = row.values.get
    village = row.text("village_code")
    draft = Proposal(
        forum=forum,
        sender=sender,
        own_number=row.text("number")[:60],
        source=row.text("source") or source,
        title=row.line("title", 600),
        problem=row.text("problem"),
        village_id=village or None,
        district_id=row.text("district_code") or village.rpartition(".")[0] or None,
        rt=row.text("rt", 10),
        rw=row.text("rw", 10),
        address=row.text("address", 300),
        latitude=value("latitude"),
        longitude=value("longitude"),
        volume=value("volume"),
        unit=row.text("unit", 60),
        cost=value("cost"),
        agency=agency,
        field_label=row.text("field_label", 200),
        proposer=row.text("proposer", 200),
        source_of_funds=row.text("source_of_funds", 80),
    )
    draft.digest = digest_of(draft)
    draft.own_number = draft.own_number or f"#{draft.digest[:10]}"
    return draft


def digest_of(draft: Proposal) -> str:
    """A hash of what was sent, so that a row sent again is known as the same."""
    sent = [
        draft.source, draft.title, draft.problem, draft.district_id, draft.village_id, draft.rt, draft.rw,
        draft.address, _plain(draft.latitude), _plain(draft.longitude), _plain(draft.volume), draft.unit, draft.cost,
        draft.agency_id, draft.field_label, draft.proposer, draft.source_of_funds,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(sent, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def store_proposals(
    forum: Forum,
    sender: str,
    drafts: Mapping[tuple[str, int], Proposal],
    written: Mapping[tuple[str, int], Row],
) -> list[Deed]:
    """Write the drafts: new ones are added, known ones take what changed. Returns what changed in the known ones."""
    known = _known(forum, sender)
    taken_numbers = set(Proposal.objects.filter(forum=forum).values_list("number", flat=True))
    added: list[Proposal] = []
    changed: list[Proposal] = []
    for place, draft in drafts.items():
        draft.row = written[place]
        draft.pk, digest, row = known.get(draft.own_number, (None, None, None))
        if draft.pk is None:
            draft.number = _free_number(draft, sender, taken_numbers)
            taken_numbers.add(draft.number)
            added.append(draft)
        elif digest != draft.digest or row is None:  # its row goes with the batch when columns are read anew
            changed.append(draft)
    Proposal.objects.bulk_create(added, batch_size=500)
    deeds = list(_changes(changed))
    Proposal.objects.bulk_update(changed, _SENT, batch_size=200)
    return deeds


_REMEMBERED = tuple(name for name in _SENT if name not in ("digest", "row"))


def _changes(changed: Sequence[Proposal]) -> Iterator[Deed]:
    """What each proposal said before that it says differently now."""
    for start in range(0, len(changed), 500):  # SQLite takes only so many values in one statement
        some = changed[start : start + 500]
        former = Proposal.objects.in_bulk([draft.pk for draft in some])
        for draft in some:
            draft.number = former[draft.pk].number
            before = values_of(former[draft.pk], _REMEMBERED)
            if deed := difference(draft, before, values_of(draft, _REMEMBERED)):
                yield deed


def _known(forum: Forum, sender: str) -> dict[str, tuple[int, str, int | None]]:
    """Primary key, digest and row of every proposal of the sender, by its own number."""
    rows = Proposal.objects.filter(forum=forum, sender=sender)
    return {own: (pk, digest, row) for own, pk, digest, row in rows.values_list("own_number", "pk", "digest", "row")}


def _free_number(draft: Proposal, sender: str, taken: set[str]) -> str:
    """The sender's own number where it is free in the forum, else with the sender's name before it."""
    if not draft.own_number.startswith("#") and draft.own_number not in taken:
        return draft.own_number
    wanted = f"{sender[:30]}-{draft.own_number.lstrip('#')}"[:56]
    number, again = wanted, 2
    while number in taken:
        number, again = f"{wanted}-{again}", again + 1
    return number


def take_participants(forum: Forum, rows: Sequence[Incoming]) -> None:
    """Who checked in stays here, whatever a file sent again says."""
    here = set(Participant.objects.filter(forum=forum).exclude(checked_in_by="").values_list("number", flat=True))
    Participant.objects.bulk_create(
        (
            Participant(
                forum=forum,
                number=number,
                name=row.text("name", 150),
                element=row.text("element", 120) or "Lain-lain",
                role=row.text("role", 120),
                institution=row.text("institution", 200),
                present=number in here or bool(row.values.get("present")),
                assessor=bool(row.values.get("assessor")),
            )
            for number, row in _numbered(rows)
        ),
        update_conflicts=True,
        unique_fields=["forum", "number"],
        update_fields=["name", "element", "role", "institution", "present", "assessor"],
    )


def _numbered(rows: Sequence[Incoming]) -> Iterator[tuple[str, Incoming]]:
    """Participants by their number, where they have none by their place in the file; a repeated one is kept back."""
    used: dict[str, int] = {}
    for row in within(rows, number=20):
        number = row.text("number") or f"P{row.number:03}"
        first = used.setdefault(number, row.number)
        if first != row.number:
            row.keep(f"Nomor “{number}” sudah dipakai baris {first}. Beri setiap peserta nomor sendiri.")
        else:
            yield number, row


class Register:
    """Participants and proposals of a forum by their number."""

    def __init__(self, forum: Forum) -> None:
        self.participants = dict(Participant.objects.filter(forum=forum).values_list("number", "pk"))
        self.proposals = dict(Proposal.objects.filter(forum=forum).values_list("number", "pk"))

    def find(self, row: Incoming) -> tuple[int, int] | None:
        """Both primary keys; a row that names someone or something unknown is kept back."""
        participant = self.participants.get(row.text("participant"))
        proposal = self.proposals.get(row.text("proposal"))
        if participant is None:
            row.keep(f"Peserta “{row.text('participant')}” belum ada dalam daftar peserta.")
        if proposal is None:
            row.keep(f"Usulan “{row.text('proposal')}” tidak ada dalam forum ini. Periksa nomornya.")
        return None if participant is None or proposal is None else (participant, proposal)


def take_marks(forum: Forum, rows: Sequence[Incoming]) -> None:
    """One row an assessor and proposal with a column a criterion, or one row a criterion."""
    register = Register(forum)
    criteria = list(forum.criteria.all())
    bounds = {row.key: (row.low, row.high) for row in criteria}
    keys = {_bare(word): row.key for row in criteria for word in (row.label, row.key)}
    marks: dict[tuple[int, int], dict[str, Any]] = defaultdict(dict)
    for row in still_taken(rows):
        found = register.find(row)
        given = _given(row, bounds, keys) if found else {}
        if found and not row.kept:
            marks[found].update(given)
    Mark.objects.bulk_create(
        (Mark(assessor_id=who, proposal_id=what, values=values) for (who, what), values in marks.items()),
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["assessor", "proposal"],
        update_fields=["values"],
    )


def _bare(label: str) -> str:
    return "".join(filter(str.isalnum, label.lower()))


def _given(row: Incoming, bounds: Mapping[str, tuple[int, int]], keys: Mapping[str, str]) -> dict[str, int | float]:
    """The marks on the criteria of the forum that are filled in and within their scale."""
    given: dict[str, int | float] = {}
    marks = dict(row.values.get("scores") or {})
    if row.text("criterion"):
        marks[row.text("criterion")] = row.values.get("value")
    for label, value in marks.items():
        key = keys.get(_bare(label))
        if key is None:
            row.notes.append(f"Kolom “{label}” bukan kriteria forum ini, jadi tidak dipakai.")
        elif value is not None:
            low, high = bounds[key]
            if not low <= value <= high:
                row.keep(f"Nilai {value} untuk “{label}” di luar skala {low} sampai {high}.")
            given[key] = int(value) if value == int(value) else float(value)
    return given


def take_conflicts(forum: Forum, rows: Sequence[Incoming]) -> None:
    register = Register(forum)
    found = [(register.find(row), row) for row in unique(rows, "participant", "proposal")]
    Conflict.objects.bulk_create(
        (
            Conflict(
                assessor_id=pair[0], proposal_id=pair[1], reason=row.text("reason", 255) or "Dinyatakan oleh penilai"
            )
            for pair, row in found
            if pair
        ),
        update_conflicts=True,
        unique_fields=["assessor", "proposal"],
        update_fields=["reason"],
    )


def take_ballots(forum: Forum, rows: Sequence[Incoming]) -> None:
    """A row a participant and one approved proposal, or a participant with the whole list."""
    register = Register(forum)
    approved: dict[int, set[str]] = defaultdict(set)
    for row in still_taken(rows):
        participant = register.participants.get(row.text("participant"))
        if participant is None:
            row.keep(f"Peserta “{row.text('participant')}” belum ada dalam daftar peserta.")
            continue
        numbers = [number.strip() for number in row.joined("proposals").split(";") if number.strip()]
        unknown = [number for number in numbers if number not in register.proposals]
        if unknown:
            row.keep(f"Usulan {', '.join(unknown)} tidak ada dalam forum ini. Periksa nomornya.")
            continue
        approved[participant].update(numbers)
    Ballot.objects.bulk_create(
        (Ballot(participant_id=who, approved=sorted(numbers)) for who, numbers in approved.items()),
        update_conflicts=True,
        unique_fields=["participant"],
        update_fields=["approved"],
    )
