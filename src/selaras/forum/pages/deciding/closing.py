"""Locking, unlocking, when the public reads, who signs, and signing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from selaras.forum import queries, rules
from selaras.forum.actions.locking import announce_when, lock, unlock
from selaras.forum.actions.signing import drop_signatory, name_signatory, sign
from selaras.forum.errors import NotReady
from selaras.forum.models import Forum
from selaras.forum.pages.doors import done, for_those, in_force
from selaras.people.models import Account
from selaras.people.pages.doors import visitor
from selaras.people.queries import has_role
from selaras.people.second_step import has_second_step


@require_POST
@for_those(rules.may_decide)
def lock_decision(request: HttpRequest, forum: Forum) -> HttpResponse:
    decision = in_force(forum)
    told = _("Keputusan dikunci. Sekarang tulis dokumennya, lalu minta tanda tangan.")
    return done(request, lambda: lock(decision, actor=visitor(request)), told, "deciding")


@require_POST
@for_those(rules.may_decide)
def unlock_decision(request: HttpRequest, forum: Forum) -> HttpResponse:
    decision, reason = in_force(forum), request.POST.get("reason", "")
    told = _("Kunci dibuka. Tanda tangan yang sudah ada tidak berlaku lagi.")
    return done(request, lambda: unlock(decision, reason, actor=visitor(request)), told, "deciding")


@require_POST
@for_those(rules.may_decide)
def announce(request: HttpRequest, forum: Forum) -> HttpResponse:
    locked = request.POST.get("kapan") == "dikunci"
    told = _("Pengumuman diatur.")
    return done(request, lambda: announce_when(forum, locked=locked, actor=visitor(request)), told, "deciding")


@require_POST
@for_those(rules.may_decide)
def signatory_new(request: HttpRequest, forum: Forum) -> HttpResponse:
    def name() -> None:
        account = Account.objects.filter(username__iexact=request.POST.get("account", "").strip()).first()
        if account is None:
            raise NotReady(_("Akun dengan nama itu tidak ada. Periksa nama akunnya, atau undang orangnya dahulu."))
        name_signatory(forum, request.POST.get("office", ""), account, actor=visitor(request))

    return done(request, name, _("Penanda tangan ditambahkan."), "deciding")


@require_POST
@for_those(rules.may_decide)
def signatory_drop(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    signatory = get_object_or_404(forum.signatories, pk=pk)
    told = _("Penanda tangan dihapus.")
    return done(request, lambda: drop_signatory(signatory, actor=visitor(request)), told, "deciding")


@require_http_methods(["GET", "HEAD", "POST"])
@for_those(has_role)
def sign_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Read what is signed, then sign by account and code."""
    decision, actor = queries.decision_in_force(forum), visitor(request)
    if request.method == "POST" and decision:
        proof = request.POST.get("proof", "")
        return done(
            request, lambda: sign(decision, proof, actor=actor), _("Keputusan sudah Anda tandatangani."), "sign"
        )
    signatures = list(queries.signatures_of(decision)) if decision else []
    context = {
        "forum": forum,
        "decision": decision,
        "documents": list(queries.documents_visible_to(actor).filter(decision=decision)) if decision else [],
        "signatures": signatures,
        "signatories": list(forum.signatories.select_related("account")),
        "own": forum.signatories.filter(account=actor).first(),
        "signed": any(one.account_id == actor.pk for one in signatures),
        "by_code": has_second_step(actor),
    }
    return render(request, "forum/deciding/sign.html", context)
