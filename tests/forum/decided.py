"""A small decided forum, made by hand, for whatever reads a decision: pages, documents, exports."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from selaras.engines.indonesian.wording import rupiah
from selaras.forum.models import (
    Decision,
    Document,
    DuplicateGroup,
    Finding,
    Forum,
    GroupMember,
    Match,
    Outcome,
    Proposal,
    Recommendation,
)
from selaras.intake.models import Row
from selaras.planning.models import Ceiling
from tests.forum.decided_rows import (
    AGENCIES,
    CATALOGUE,
    CHANGED,
    CRITERIA,
    DISTRICTS,
    LEFT,
    LINES,
    MERGED,
    PRIORITIES,
    VILLAGES,
    WORK_PLAN,
    Line,
)
from tests.forum.decided_setting import SOURCE, Setting, raw

FUNDED = ("accepted", "changed")
# An invented number and name, to see that pages mask them.
PRIVATE = "Hubungi Bapak Sutarjo (contoh) 0812-3456-7890, NIK 3305011708790001."


@transaction.atomic
def decided_forum(*, slug: str = "contoh-2021", synthetic: bool = True) -> Forum:
    """The forum with everything a decision leaves behind: 31 proposals, ceilings, outcomes, documents, batches."""
    return _Maker(slug, synthetic).make()


class _Maker(Setting):
    def make(self) -> Forum:
        self._proposals()
        self._alignment()
        self._decide()
        self._documents()
        return self.forum

    def _proposals(self) -> None:
        rows = Row.objects.bulk_create(
            Row(batch=self.batch, number=at + 2, raw=raw(line), outcome="taken") for at, line in enumerate(LINES)
        )
        self.proposals = Proposal.objects.bulk_create(
            self._proposal(at, line, row) for at, (line, row) in enumerate(zip(LINES, rows, strict=True), 1)
        )

    def _proposal(self, at: int, line: Line, row: Row) -> Proposal:
        village, agency = self.villages[line.village], self.agencies[line.agency]
        return Proposal(
            forum=self.forum,
            number=f"U-{at:04}",
            sender=self.batch.sender,
            own_number=str(at),
            source=line.source,
            title=line.title,
            problem=PRIVATE if at == 1 else "Warga kesulitan pada musim hujan.",
            district=village.parent,
            village=village,
            rt="02" if at == 1 else "",
            rw="01" if at == 1 else "",
            volume=line.volume or None,
            unit=line.unit,
            cost=_whole(line.cost),
            agency=agency,
            handler=agency if line.code else None,
            proposer="Sutarjo (contoh)" if at == 1 else "",
            source_of_funds=SOURCE,
            status=line.status,
            code=line.code,
            digest=hashlib.sha256(line.title.encode()).hexdigest(),
            row=row,
        )

    def _alignment(self) -> None:
        names = {code: name for code, _, name in CATALOGUE}
        Match.objects.bulk_create(
            Match(
                proposal=proposal,
                fits=True,
                field_code=line.code[:4],
                field_confidence=0.91,
                best=[
                    {
                        "code": line.code,
                        "name": names[line.code],
                        "confidence": 0.87,
                        "words": line.title.lower().split()[:2],
                    }
                ],
            )
            for proposal, line in zip(self.proposals, LINES, strict=True)
            if line.code
        )
        for merged, leader in MERGED.items():
            group = DuplicateGroup.objects.create(
                forum=self.forum, key=f"g{merged}", confidence=0.95, reason="desa yang sama dan pokok yang sama"
            )
            for at in (merged, leader):
                GroupMember.objects.create(group=group, proposal=self.proposals[at], leads=at == leader)
        first = self.proposals[0]
        Recommendation.objects.create(proposal=first, level="village", volume=470, cost=85_000_000)
        Recommendation.objects.create(
            proposal=first, level="district", supports=False, reason="Ruas lain di kecamatan lebih mendesak."
        )
        Finding.objects.create(
            forum=self.forum,
            item="RENJA-2",
            kind="unit",
            severity="warning",
            sentence="Satuan “paket” tidak dapat diukur.",
            suggestion="Pakai satuan “unit”.",
        )

    def _decide(self) -> None:
        ceilings = self._ceilings()
        summary = self._summary(ceilings)
        document = json.dumps({"rule": "ranked", "summary": summary}, sort_keys=True).encode()
        self.decision = Decision.objects.create(
            forum=self.forum,
            rule="ranked",
            version="0.1.0",
            inputs_digest=hashlib.sha256(b"inputs").hexdigest(),
            digest=hashlib.sha256(document).hexdigest(),
            document=zlib.compress(document),
            summary=summary,
            audit_head="0" * 64,
        )
        ranks = {
            at: rank for rank, at in enumerate(sorted(range(len(LINES)), key=lambda at: -(LINES[at].score or 0)), 1)
        }
        Outcome.objects.bulk_create(
            self._outcome(at, line, ranks[at], ceilings) for at, line in enumerate(LINES) if line.reason
        )

    def _ceilings(self) -> list[dict[str, Any]]:
        """The ledger: each amount is what the plan and the funded proposals take, and what LEFT leaves."""
        ledger = []
        for (kind, key), left in LEFT.items():
            plan = sum(row[3] * 1000 for row in WORK_PLAN if _covers(kind, key, AGENCIES[row[0]][0], row[1], ""))
            used = sum(
                _granted(at)[0] for at, line in enumerate(LINES) if line.status in FUNDED and _line_in(kind, key, line)
            )
            label = self._label(kind, key)
            amount = plan + used + left * 1000
            ledger.append(
                {"id": f"{kind}:{key}" if key else kind, "kind": kind, "key": key, "label": label}
                | {"amount": amount, "plan": plan, "used": used, "left": left * 1000}
            )
            Ceiling.objects.create(
                cycle=self.cycle,
                kind=kind,
                agency=self.agencies[[code for code, *_ in AGENCIES].index(key)] if kind == "agency" else None,
                programme=key if kind == "programme" else "",
                district=self.districts[key] if kind == "district" else None,
                source_of_funds=key if kind == "source" else "",
                amount=amount,
            )
        return ledger

    def _label(self, kind: str, key: str) -> str:
        named = {code: f"Pagu {short}" for code, _, short, _ in AGENCIES}
        named |= {code: f"Pagu Kecamatan {name}" for code, name, _, _ in DISTRICTS}
        named |= {code: f"Pagu {name}" for code, _, name in CATALOGUE}
        return {"total": "Pagu seluruh daerah", "source": f"Pagu sumber dana {key}"}.get(kind) or named[key]

    def _summary(self, ledger: list[dict[str, Any]]) -> dict[str, Any]:
        decided = [(at, line) for at, line in enumerate(LINES) if line.reason]
        by_status = dict(Counter(line.status for _, line in decided))
        return {
            "proposals": len(decided),
            **_counts(decided),
            "by_status": by_status,
            "ledger": ledger,
            "districts": [
                {"code": code, "name": name, "column": column, "row": row}
                | _counts((at, line) for at, line in decided if VILLAGES[line.village][0].startswith(code))
                for code, name, column, row in DISTRICTS
            ],
            "agencies": [
                {"code": code, "name": name} | _counts((at, line) for at, line in decided if line.agency == place)
                for place, (code, name, _, _) in enumerate(AGENCIES)
            ],
            "priorities": [
                {"number": number, "name": name} | _counts((at, line) for at, line in decided if line.code[:4] in codes)
                for number, name, codes in PRIORITIES
            ],
            "rules": {
                "ranked": {"funded": 17, "cost": 1_300_000_000, "score": 13_700_000},
                "optimal": {"funded": 19, "cost": 1_390_000_000, "score": 14_650_000},
                "equal_shares": {"funded": 18, "cost": 1_250_000_000, "score": 14_120_000},
            },
            "differences": [],
            "stability": {"scenarios": 6, "fragile": 1},
            "ties": [{"numbers": ["U-0011", "U-0024"], "by": "nomor usulan"}],
            "tie_count": 1,
            "plan_deferred": [],
            "unmet": [],
        }

    def _outcome(self, at: int, line: Line, rank: int, ledger: list[dict[str, Any]]) -> Outcome:
        cost, volume = _granted(at) if line.status in FUNDED else (None, None)
        binding = _binding(line, ledger) if line.reason == "ceiling" else []
        detail = {
            "binding": binding,
            "flip": _flip(binding),
            "group": {"leader": self.proposals[MERGED[at]].number, "reason": "desa dan pokok yang sama"}
            if line.reason == "group_taken"
            else None,
            "gates": [{"key": "authority", "label": "Kewenangan", "reason": _INELIGIBLE}]
            if line.reason == "ineligible"
            else [],
            "parts": [
                {"key": key, "label": label, "weight": weight, "value": value}
                for (key, label, weight), value in zip(CRITERIA, _values(line.score), strict=True)
            ],
            "stable": at != 28,
        }
        return Outcome(
            decision=self.decision,
            proposal=self.proposals[at],
            status=line.status,
            rank=rank if line.score else None,
            score=None if line.score is None else line.score * 100,  # in millionths, as the engine has it
            volume=volume,
            cost=cost,
            reason=line.reason,
            sentence=_sentence(line, detail, cost),
            detail=detail,
        )

    def _documents(self) -> None:
        files = (
            ("Daftar keputusan", "keputusan.csv", b"nomor,status\nU-0001,ditolak\n"),
            ("Berita acara", "berita-acara.pdf", b"%PDF-1.4 contoh"),
            ("Keputusan untuk dihitung ulang", "decision.json", b"{}"),
        )
        for position, (title, name, content) in enumerate(files, 1):
            document = Document(decision=self.decision, position=position, title=title, size=len(content))
            document.digest = hashlib.sha256(content).hexdigest()
            document.file.save(name, ContentFile(content), save=True)


_INELIGIBLE = "Pekerjaan ini kewenangan provinsi. Sampaikan melalui Musrenbang provinsi."


def _values(score: int | None) -> list[str | None]:
    """The score spread over the criteria, as marks on their scale of 1 to 5."""
    if score is None:
        return [None] * len(CRITERIA)
    return [f"{1 + 4 * (score + step) / 10_000:.2f}" for step in (800, -300, -860)]


def _whole(thousands: int | None) -> int | None:
    return None if thousands is None else thousands * 1000


def _granted(at: int) -> tuple[int, str | None]:
    cost, volume = CHANGED.get(at, (LINES[at].cost or 0, LINES[at].volume))
    return cost * 1000, volume or None


def _covers(kind: str, key: str, agency: str, code: str, district: str) -> bool:
    return {
        "total": True,
        "source": True,
        "agency": agency == key,
        "programme": bool(code) and code.startswith(key),
        "district": district == key,
    }[kind]


def _line_in(kind: str, key: str, line: Line) -> bool:
    return _covers(kind, key, AGENCIES[line.agency][0], line.code, VILLAGES[line.village][0][:8])


def _counts(lines: Iterable[tuple[int, Line]]) -> dict[str, int]:
    chosen = list(lines)
    funded = [at for at, line in chosen if line.status in FUNDED]
    return {
        "asked": len(chosen),
        "asked_cost": sum((line.cost or 0) * 1000 for _, line in chosen),
        "funded": len(funded),
        "funded_cost": sum(_granted(at)[0] for at in funded),
    }


def _binding(line: Line, ledger: list[dict[str, Any]]) -> list[dict[str, Any]]:
    needed = (line.cost or 0) * 1000
    tight = [
        {"ceiling": entry["id"], "label": entry["label"], "amount": entry["amount"], "left": entry["left"]}
        | {"needed": needed, "short": needed - entry["left"]}
        for entry in ledger
        if _line_in(entry["kind"], entry["key"], line) and entry["left"] < needed
    ]
    return sorted(tight, key=lambda entry: -entry["short"])


def _flip(binding: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if len(binding) != 1:
        return []
    only = binding[0]
    return [{"kind": "ceiling", "ceiling": only["ceiling"], "label": only["label"], "amount": only["short"]}]


def _sentence(line: Line, detail: dict[str, Any], cost: int | None) -> str:
    if line.reason == "ceiling":
        tight = detail["binding"][0]
        flip = f" Usulan ini akan didanai bila pagu itu bertambah {rupiah(tight['short'])}." if detail["flip"] else ""
        return (
            f"Belum didanai. {tight['label']} tinggal {rupiah(tight['left'])}, "
            f"sedangkan usulan ini perlu {rupiah(tight['needed'])}.{flip}"
        )
    return {
        "funded": f"Didanai. Usulan ini mendapat {rupiah(cost or 0)}.",
        "must_fund": f"Didanai. Belanja wajib sebesar {rupiah(cost or 0)} didahulukan.",
        "group_taken": "Digabung. Usulan ini sama dengan usulan lain, jadi keduanya diputuskan sebagai satu usulan.",
        "ineligible": f"Belum dapat dinilai. {_INELIGIBLE}",
        "requirement_missing": "Belum didanai. Usulan lain yang harus ada lebih dulu belum didanai.",
    }[line.reason]
