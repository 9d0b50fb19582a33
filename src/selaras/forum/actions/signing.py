"""Signing a locked decision by account and code, and who is to sign."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.audit.models import Entry
from selaras.forum import rules
from selaras.forum.actions.writing import write_sheet
from selaras.forum.errors import NotAllowed, NotReady, WrongProof
from selaras.forum.models import Decision, Forum, Signatory, Signature
from selaras.forum.queries import documents_digest
from selaras.people.models import Account
from selaras.people.queries import has_role
from selaras.people.second_step import accepts, has_second_step

REFUSED = "forum.signing_refused"
TRIES, WINDOW = 5, timedelta(minutes=15)


@transaction.atomic
def name_signatory(forum: Forum, office: str, account: Account, *, actor: Account) -> Signatory:
    """Say who signs in which office; a locked decision may still gain one. Raises NotAllowed, NotReady."""
    _may(actor)
    office = office.strip()
    if not office:
        raise NotReady(_("Tulis jabatannya, misalnya “Ketua forum” atau “Kepala Dinas Kesehatan”."))
    if not has_role(account):
        raise NotReady(_("Akun itu belum diberi peran atau tidak aktif, jadi tidak dapat menandatangani."))
    taken = forum.signatories.filter(office__iexact=office) | forum.signatories.filter(account=account)
    if taken.exists():
        raise NotReady(_("Jabatan atau akun itu sudah ada di daftar penanda tangan."))
    last = forum.signatories.order_by("-position").values_list("position", flat=True).first() or 0
    named = Signatory.objects.create(forum=forum, position=last + 1, office=office, account=account)
    detail = {"office": office, "account": account.get_username()}
    record("forum.signatory_named", actor=actor, subject=forum.slug, detail=detail)
    return named


@transaction.atomic
def drop_signatory(signatory: Signatory, *, actor: Account) -> None:
    """Raises NotAllowed, NotReady for one who has signed."""
    _may(actor)
    signed = Signature.objects.filter(
        decision__forum=signatory.forum, decision__current=True, account=signatory.account, withdrawn_at=None
    )
    if signed.exists():
        raise NotReady(_("Penanda tangan ini sudah menandatangani. Buka kunci dahulu bila hendak diganti."))
    detail = {"office": signatory.office, "account": signatory.account.get_username()}
    record("forum.signatory_dropped", actor=actor, subject=signatory.forum.slug, detail=detail)
    signatory.delete()


def sign(decision: Decision, proof: str, *, actor: Account) -> Signature:
    """Sign what was decided and written. `proof`: a code of the account's telephone, its password where it has none.

    Raises NotAllowed for who is not to sign, NotReady where there is nothing to sign (yet, or again), WrongProof.
    """
    _ready(decision, actor)
    way = _prove(decision, proof, actor)
    with transaction.atomic():
        Forum.objects.select_for_update().get(pk=decision.forum_id)
        signatory = _ready(decision, actor)
        signed = _write(decision, signatory, way)
        write_sheet(decision)
    return signed


def _ready(decision: Decision, actor: Account) -> Signatory:
    signatory = Signatory.objects.filter(forum=decision.forum_id, account=actor).first()
    if signatory is None or not has_role(actor):
        raise NotAllowed(_("Akun Anda tidak ada di daftar penanda tangan forum ini."))
    now = Decision.objects.filter(pk=decision.pk, current=True, locked_at__isnull=False)
    if not now.exists():
        raise NotReady(_("Keputusan ini belum dikunci, jadi belum dapat ditandatangani."))
    if not decision.documents.exists():
        raise NotReady(_("Dokumennya belum ditulis. Minta sekretaris menulis dokumen dahulu."))
    if decision.signatures.filter(account=actor, withdrawn_at=None).exists():
        raise NotReady(_("Anda sudah menandatangani keputusan ini."))
    return signatory


def _prove(decision: Decision, proof: str, actor: Account) -> Signature.Proof:
    """By a fresh code, or by the password again. Wrong ones are counted in the log, alike for all processes."""
    subject = decision.forum.slug
    since = timezone.now() - WINDOW
    tries = Entry.objects.filter(action=REFUSED, actor=actor.get_username(), at__gte=since).count()
    if tries >= TRIES:
        raise WrongProof(_("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
    by_code = has_second_step(actor)
    if not (accepts(actor, proof) if by_code else actor.check_password(proof)):
        record(REFUSED, actor=actor, subject=subject, detail={"decision": decision.digest})
        raise WrongProof(
            _("Kodenya tidak cocok. Buka aplikasi kode di telepon Anda, lalu masukkan kode yang baru.")
            if by_code
            else _("Kata sandinya tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.")
        )
    return Signature.Proof.CODE if by_code else Signature.Proof.PASSWORD


def _write(decision: Decision, signatory: Signatory, way: Signature.Proof) -> Signature:
    actor = signatory.account
    documents = documents_digest(decision)
    detail = {
        "office": signatory.office,
        "proof": str(way),
        "decision": decision.digest,
        "documents": documents,
    }
    entry = record("forum.signed", actor=actor, subject=decision.forum.slug, detail=detail)
    return Signature.objects.create(
        decision=decision,
        account=actor,
        name=str(actor)[:150],
        office=signatory.office,
        proof=way,
        signed_at=entry.at,
        documents_digest=documents,
        decision_digest=decision.digest,
        audit_head=entry.hash,
    )


def _may(actor: Account) -> None:
    if not rules.may_decide(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat mengubah daftar penanda tangan."))
