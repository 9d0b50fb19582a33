"""An office with a forum in which everybody may vote: made, and afterwards held against what phones were told.

python -m bench.hall.office prepare plan.json 80 200 [secret]
python -m bench.hall.office compare plan.json
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import django

CRITERIA = ("mendesak", "manfaat", "siap")


def prepare(plan: Path, people: int, items: int, secret: bool) -> None:
    """Invented participants and proposals, and an open round over all of them."""
    from selaras.backup.shaping import bring_up
    from selaras.forum.actions.holding_rounds import open_round, prepare_round
    from selaras.forum.models import Criterion, Forum, Participant, Proposal
    from selaras.forum.pages.hall.present import participant_token
    from selaras.government.models import Region
    from selaras.people.models import Account, Role
    from selaras.planning.models import Cycle

    bring_up()
    region = Region.objects.create(code="33.05", name="Kabupaten Kebumen", level="regency")
    cycle = Cycle.objects.create(region=region, year=2021)
    forum = Forum.objects.create(slug="ukur", name="Forum ukur", cycle=cycle, held_on=date(2020, 2, 11), synthetic=True)
    Criterion.objects.bulk_create(Criterion(forum=forum, key=key, label=key.title(), weight=1) for key in CRITERIA)
    voters = [
        Participant(
            forum=forum,
            number=f"P{at:03d}",
            name=f"Peserta {at} (contoh)",
            element="Kecamatan",
            present=True,
            assessor=True,
        )
        for at in range(people)
    ]
    Participant.objects.bulk_create(voters)
    Proposal.objects.bulk_create(
        Proposal(
            forum=forum, number=f"U-{at:04d}", sender="contoh", own_number=str(at), source="village", cost=10**8 + at,
            title=f"Pembangunan jalan lingkungan Dusun {at} (contoh)", volume=100, unit="m", digest=f"{at:064d}",
        )
        for at in range(items)
    )  # fmt: skip
    secretary = Account.objects.create_user("sekretaris")
    Role.objects.create(account=secretary, kind=Role.Kind.SECRETARY)
    proposals = list(forum.proposals.order_by("number"))
    made = prepare_round(forum, title="Ukur", kind="scoring", secret=secret, proposals=proposals, actor=secretary)
    open_round(made, actor=secretary)
    content = json.loads(plan.read_text()) | {
        "round": made.pk,
        "items": items,
        "criteria": CRITERIA,
        "secret": secret,
        "voters": [(one.number, participant_token(one)) for one in Participant.objects.order_by("pk")],
    }
    plan.write_text(json.dumps(content))


def compare(plan: Path) -> dict[str, int]:
    """Acknowledged answers that the database does not hold; slips and answers beyond one a person and item."""
    from selaras.forum.actions.holding_rounds import close_round
    from selaras.forum.models import Round, Slip
    from selaras.people.models import Account

    content = json.loads(plan.read_text())
    told: dict[str, dict[str, Any]] = json.loads(Path(content["told"]).read_text())["acknowledged"]
    round_ = Round.objects.get(pk=content["round"])
    close_round(round_, actor=Account.objects.get(username="sekretaris"))
    slips = [slip for slip in Slip.objects.filter(round=round_).select_related("participant") if slip.answers]
    held = [json.dumps(slip.answers, sort_keys=True) for slip in slips]
    if content["secret"]:
        # Nothing leads from a person to a slip, so the slips as a whole must be those that the phones hold.
        lost = sum(json.dumps(answers, sort_keys=True) not in held for answers in told.values())
    else:
        by_person = {slip.participant.number: slip.answers for slip in slips if slip.participant}
        lost = sum(
            by_person.get(who, {}).get(item) != kept for who, answers in told.items() for item, kept in answers.items()
        )
    answers = sum(len(slip.answers) for slip in slips)
    acknowledged = sum(len(one) for one in told.values())
    return {
        "acknowledged": acknowledged,
        "lost": lost,
        "double": max(len(slips) - len(told), 0) + max(answers - acknowledged, 0),
        "voted": round_.voters.filter(voted=True).count(),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
    django.setup()
    step, file, *more = sys.argv[1:]
    if step == "prepare":
        prepare(Path(file), int(more[0]), int(more[1]), "secret" in more)
    else:
        print(json.dumps(compare(Path(file))))
