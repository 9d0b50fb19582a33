"""What each level recommended of the proposals in a file: whether it supports them, volume, cost and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from selaras.forum.models import Forum, Proposal, Recommendation
from selaras.intake.rows import Incoming

Place = tuple[str, int]
LEVELS = tuple(Recommendation.Level)

_VERBS = "disetujui|setuju|diterima|terima|direkomendasikan|rekomendasikan|didukung|dukung|mendukung|layak"
_REFUSAL = re.compile(
    rf"(?:ditolak|tolak|menolak|dibatalkan|batal|(?:tidak|tdk|belum)\s+(?:{_VERBS})|tidak$)(?!\w)", re.I
)
_WHY_NOT = re.compile(r"(?:bukan|di luar|(?:tidak|tdk)\s+(?:sesuai|memenuhi|masuk|termasuk))(?!\w)", re.I)
_SUPPORT = re.compile(rf"(?:(?:dapat|bisa|sangat)\s+)?(?:{_VERBS}|sesuai|ya|oke?|acc|v|✓|✔|√)(?!\w)", re.I)
_BECAUSE = re.compile(r"^[\s,.;:()/–-]*(?:(?:karena|sebab|dengan alasan|alasan)(?!\w))?[\s:]*", re.I)


def place_in_chain(level: str) -> int:
    """A proposal passes the levels in this order: the word of a later one counts."""
    return LEVELS.index(Recommendation.Level(level))


def stance(word: str) -> tuple[bool | None, str]:
    """Whether a level supports, by the opening of what it wrote (None: it does not say), and the reason it gave there.

    >>> stance("Ditolak, bukan prioritas"), stance("Setuju"), stance("Perlu survei")
    ((False, 'Bukan prioritas'), (True, ''), (None, 'Perlu survei'))
    """
    text = " ".join(word.split())
    for supports, opening in ((False, _REFUSAL), (True, _SUPPORT)):
        if found := opening.match(text):
            rest = _BECAUSE.sub("", text[found.end() :]).rstrip(" ,;:()")
            return supports, rest[:1].upper() + rest[1:]
    return (False if _WHY_NOT.match(text) else None), text


def draft_recommendations(
    forum: Forum, sender: str, drafts: Mapping[Place, Proposal], rows: Sequence[Incoming]
) -> dict[Place, list[Recommendation]]:
    """Unsaved recommendations by sheet and row; what cannot be recorded, or lacks its reason, is noted on the row."""
    spoken = _spoken(forum, sender)
    return {
        (row.sheet, row.number): list(_of_row(row, draft, spoken))
        for row in rows
        if (draft := drafts.get((row.sheet, row.number)))
    }


def _spoken(forum: Forum, sender: str) -> set[tuple[str, str]]:
    """Own number and level wherever a person has recommended: a file does not replace that."""
    said = Recommendation.objects.filter(proposal__forum=forum, proposal__sender=sender, by=Recommendation.By.PERSON)
    return set(said.values_list("proposal__own_number", "level"))


def _of_row(row: Incoming, draft: Proposal, spoken: set[tuple[str, str]]) -> Iterator[Recommendation]:
    volume, cost = draft.volume, draft.cost
    for level in LEVELS:
        told = _told(row, level)
        if told is None:
            continue
        if (draft.own_number, level) in spoken:
            row.notes.append(f"Rekomendasi {level.label} sudah diisi di Selaras; isi berkas tidak menggantikannya.")
            continue
        if told.supports:
            changes = told.volume not in (None, volume) or told.cost not in (None, cost)
            if changes and not told.reason:
                row.notes.append(f"Rekomendasi {level.label} mengubah volume atau biaya. Tuliskan alasannya.")
            volume, cost = told.volume or volume, told.cost or cost
        yield told


def _told(row: Incoming, level: Recommendation.Level) -> Recommendation | None:
    """What one level says in this row; a zero is how exports write that nothing was filled in."""
    word = row.text(f"recommendation_{level}")
    volume = row.values.get(f"recommended_volume_{level}") or None
    cost = row.values.get(f"recommended_cost_{level}") or None
    apart = row.text(f"recommendation_reason_{level}")
    supports, within = stance(word)
    reason = ". ".join(filter(None, (within.rstrip("."), apart)))
    if supports is None and (volume or cost):
        supports = True
    if supports is None:
        if reason:
            row.notes.append(
                f"Rekomendasi {level.label} “{reason[:40]}” belum jelas mendukung atau tidak, jadi belum dicatat. "
                "Awali dengan “setuju” atau “ditolak”."
            )
        return None
    if not supports and not reason:
        row.notes.append(f"Rekomendasi {level.label} menolak tanpa alasan, jadi belum dicatat. Tuliskan alasannya.")
        return None
    return Recommendation(
        level=level, by=Recommendation.By.FILE, supports=supports, volume=volume, cost=cost, reason=reason
    )


def store_recommendations(
    forum: Forum, sender: str, drafts: Mapping[Place, Proposal], told: Mapping[Place, Sequence[Recommendation]]
) -> None:
    """Write them beside their stored proposals; a level of which the file says nothing keeps what it said before."""
    filed = Recommendation.objects.filter(proposal__forum=forum, proposal__sender=sender, by=Recommendation.By.FILE)
    known = {(proposal, level): pk for pk, proposal, level in filed.values_list("pk", "proposal", "level")}
    fresh = []
    for place, recommendations in told.items():
        for one in recommendations:
            one.proposal = drafts[place]
            one.pk = known.get((drafts[place].pk, one.level))
            fresh.append(one)
    Recommendation.objects.bulk_create([one for one in fresh if one.pk is None], batch_size=500)
    Recommendation.objects.bulk_update(
        [one for one in fresh if one.pk], ["supports", "volume", "cost", "reason"], batch_size=200
    )
