"""A person says which catalogue entry a proposal means. It stands through every aligning, and teaches the matcher."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.remembering import remember
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.handling import field_of, handler_of, is_sent_on, sent_on
from selaras.forum.history import values_of
from selaras.forum.models import Confirmation, Match, Proposal, Recommendation
from selaras.government.queries import AgencyFinder
from selaras.people.models import Account
from selaras.planning.models import CatalogueEntry

_CHANGED = ("code", "handler")


@transaction.atomic
def confirm_match(proposal: Proposal, code: str, *, place: int | None = None, actor: Account) -> Confirmation:
    """The proposal means the entry `code`; empty: none fits. `place`: of the entry among the suggestions, from 1.

    Who carries it out follows from the entry, unless a person routed it. Confirming again replaces what was confirmed.
    Raises NotAllowed, NotReady for a code that the catalogue lacks or a proposal that ended, Locked.
    """
    now = _taken(proposal, actor)
    catalogue = now.forum.catalogue
    subactivities = CatalogueEntry.objects.filter(catalogue=catalogue, level=CatalogueEntry.Level.SUBACTIVITY)
    if catalogue is None or (code and not subactivities.filter(code=code).exists()):
        raise NotReady(
            _("Kode %(code)s bukan sub kegiatan di katalog forum ini. Cari yang berlaku, lalu pilih.") % {"code": code}
        )
    said = {"catalogue": catalogue, "code": code, "text": now.title, "place": place}
    made, _new = Confirmation.objects.update_or_create(
        proposal=now, defaults={**said, "by": actor, "at": timezone.now()}
    )
    _align(now, code, "match_confirmed", actor)
    return made


@transaction.atomic
def undo_confirmation(proposal: Proposal, *, actor: Account) -> None:
    """Take a confirmation back: the proposal waits again with what the matcher found. Raises NotAllowed, Locked."""
    now = _taken(proposal, actor)
    if not Confirmation.objects.filter(proposal=now).delete()[0]:
        raise NotReady(_("Pencocokan usulan %(number)s belum dipastikan.") % {"number": now.number})
    match = Match.objects.filter(proposal=now).first()
    _align(now, match.best[0]["code"] if match and match.fits and match.best else "", "match_reopened", actor)


def _taken(proposal: Proposal, actor: Account) -> Proposal:
    require_open(proposal.forum)
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    confirmed = Confirmation.objects.filter(proposal=now).first()
    if not rules.may_confirm(actor, now) and (confirmed is None or confirmed.by_id != actor.pk):
        raise NotAllowed(_("Akun Anda tidak berhak menyelaraskan usulan %(number)s.") % {"number": now.number})
    if now.ending:
        told = {"number": now.number, "ending": _(now.get_ending_display())}
        raise NotReady(_("Usulan %(number)s sudah %(ending)s.") % told)
    return now


def _align(proposal: Proposal, code: str, kind: str, actor: Account) -> None:
    """As `align` would: the code, who carries it out, and the word where it was sent on."""
    before = values_of(proposal, _CHANGED)
    proposal.code = code
    if not proposal.routed:
        match = Match.objects.filter(proposal=proposal).first()
        words = (match.field_code, match.field_confidence) if match else ("", 0.0)
        confirmed = code if kind == "match_confirmed" else ""
        agencies = AgencyFinder(proposal.forum.cycle.region)
        proposal.handler = handler_of(proposal.agency, *field_of(confirmed, *words), agencies)
        Recommendation.objects.filter(proposal=proposal, by=Recommendation.By.ALIGNING).delete()
        if is_sent_on(proposal):
            sent_on(proposal).save()
    proposal.save(update_fields=list(_CHANGED))
    remember(proposal, kind, actor=actor, before=before, after=values_of(proposal, _CHANGED))
