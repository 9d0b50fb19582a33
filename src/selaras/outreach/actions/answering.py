"""A village that asked about a message gets its answer."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.outreach import rules
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
    now.answer, now.answered_at = said, timezone.now()
    now.save(update_fields=["answer", "answered_at"])
    record("outreach.question_answered", actor=actor, subject=now.message.key, detail={"village": now.village_id})
    return now
