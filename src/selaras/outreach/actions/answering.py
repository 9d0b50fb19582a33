"""A village that asked about a message gets its answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.outreach import rules
from selaras.outreach.actions.guarding import require_desk
from selaras.outreach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.models import Delivery
from selaras.people.models import Account

MOST = 1000  # letters


@transaction.atomic
def answer_question(delivery: Delivery, text: str, *, actor: Account) -> Delivery:
    """The village reads the answer beside its question; a later answer takes the place of the earlier one, the same
    again changes nothing. Raises NotAllowed, Incomplete, and NotNow where the village asks nothing.
    """
    village, said = delivery.village, text.strip()
    if not rules.types_in_for(actor, village):
        told = {"village": village.name}
        raise NotAllowed(_("Pertanyaan %(village)s dijawab oleh kecamatannya atau petugas PPID utama.") % told)
    if not said:
        raise Incomplete({"answer": _("Tulis jawabannya; desa membacanya di samping pertanyaannya.")})
    if len(said) > MOST:
        raise Incomplete({"answer": _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": MOST}})
    now = Delivery.objects.select_for_update(of=("self",)).select_related("message").get(pk=delivery.pk)
    if now.reply != Delivery.Reply.ASKING:
        raise NotNow(_("%(village)s tidak bertanya lagi. Muat ulang halamannya.") % {"village": village.name})
    if now.answer == said and not now.is_asking:
        return now
    now.answer, now.answered_at, now.answer_read_at = said, timezone.now(), None
    now.save(update_fields=["answer", "answered_at", "answer_read_at"])
    record("outreach.question_answered", actor=actor, subject=now.message.key, detail={"village": now.village_id})
    return now


@transaction.atomic
def read_answer(delivery: Delivery, answered_at: datetime | None, *, actor: Account) -> Delivery:
    """The desk has read the answer given at that moment; read twice is read once. Raises NotAllowed, and NotNow where
    another answer came meanwhile, which nobody there has seen.
    """
    require_desk(delivery.village, actor)
    now = Delivery.objects.select_for_update(of=("self",)).select_related("message").get(pk=delivery.pk)
    if now.answered_at is None or now.answered_at != answered_at:
        raise NotNow(_("Jawabannya baru saja diganti. Baca yang baru, lalu tandai lagi."))
    if now.answer_read_at is None:
        now.answer_read_at = timezone.now()
        now.save(update_fields=["answer_read_at"])
        record("outreach.answer_read", actor=actor, subject=now.message.key, detail={"village": now.village_id})
    return now
