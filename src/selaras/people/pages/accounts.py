"""Accounts and their roles, for administrators."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.people import directory, rules
from selaras.people.actions.accounts import deactivate, open_account, reactivate, reset_password
from selaras.people.actions.roles import end_role, give_role
from selaras.people.actions.second_steps import take_off_second_step
from selaras.people.errors import NotAllowed, PeopleError
from selaras.people.models import Account, Role
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.forms import AccountForm, RoleForm
from selaras.people.pages.words import KIND_WORDS, kind_word
from selaras.people.second_step import has_second_step

PAGE = 50


def _account(request: HttpRequest, pk: int) -> Account:
    return get_object_or_404(directory.accounts_visible_to(request.user), pk=pk)


@only(rules.keeps_accounts)
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """Every account with its roles; searched by name, address, body; by role; closed ones apart."""
    words, kind = request.GET.get("q", "").strip()[:120], request.GET.get("peran", "")
    closed = request.GET.get("keadaan") == "tutup"
    kind = kind if kind in KIND_WORDS else ""
    accounts = directory.found(directory.accounts_visible_to(request.user), words, kind, not closed)
    page = Paginator(accounts, PAGE).get_page(request.GET.get("hal"))
    given = {"page": page, "words": words, "kind": kind, "closed": closed, "kinds": KIND_WORDS.items()}
    return render(request, "people/accounts.html", given)


@only(rules.keeps_accounts)
@require_safe
def account_page(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    given = {
        "account": account,
        "changeable": rules.may_change_account(request.user, account),
        "lent": directory.delegations_of(account),
        "second_step": has_second_step(account),
        "sessions": directory.own_sessions(account).count(),
    }
    return render(request, "people/account.html", given)


@only(rules.keeps_accounts)
@require_http_methods(["GET", "POST"])
def account_new(request: HttpRequest) -> HttpResponse:
    """Open an account; its first password stands on the answer and nowhere else."""
    kind = request.GET.get("jenis", "")
    if kind not in KIND_WORDS:
        return render(request, "people/choose_kind.html", {"kinds": KIND_WORDS.items(), "head": _("Akun baru")})
    form = AccountForm(kind, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        region, agency = given["body"]
        try:
            account, password = open_account(
                given["username"],
                given["name"],
                given["email"],
                kind,
                region,
                agency,
                until=given["until"],
                actor=visitor(request),
            )
        except NotAllowed:
            raise
        except PeopleError as refused:
            form.add_error(None, str(refused))
        else:
            return render(request, "people/password_once.html", {"account": account, "password": password})
    return render(request, "people/role_form.html", {"form": form, "head": _("Akun baru"), "word": kind_word(kind)})


@only(rules.keeps_accounts)
@require_http_methods(["GET", "POST"])
def role_give(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    kind, head = request.GET.get("jenis", ""), _("Peran baru untuk %(name)s") % {"name": account}
    if kind not in KIND_WORDS:
        return render(request, "people/choose_kind.html", {"kinds": KIND_WORDS.items(), "head": head})
    form = RoleForm(kind, request.POST or None)
    if request.method == "POST" and form.is_valid():
        region, agency = form.cleaned_data["body"]
        try:
            give_role(account, kind, region, agency, until=form.cleaned_data["until"], actor=visitor(request))
        except NotAllowed:
            raise
        except PeopleError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("account", pk)
    return render(request, "people/role_form.html", {"form": form, "head": head, "word": kind_word(kind)})


@require_POST
@only(rules.keeps_accounts)
def role_end(request: HttpRequest, pk: int) -> HttpResponse:
    role = get_object_or_404(Role.objects.in_force().select_related("account", "agency"), pk=pk)
    return done(
        request, lambda: end_role(role, actor=visitor(request)), _("Peran diakhiri."), "account", role.account_id
    )


@require_POST
@only(rules.keeps_accounts)
def account_close(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    sentence = _("Akun ditutup. Semua sesinya diakhiri.")
    return done(request, lambda: deactivate(account, actor=visitor(request)), sentence, "account", pk)


@require_POST
@only(rules.keeps_accounts)
def account_open_again(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    sentence = _("Akun dibuka lagi dengan peran yang belum berakhir.")
    return done(request, lambda: reactivate(account, actor=visitor(request)), sentence, "account", pk)


@require_POST
@only(rules.keeps_accounts)
def account_password(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    password = reset_password(account, actor=visitor(request))
    return render(request, "people/password_once.html", {"account": account, "password": password})


@require_POST
@only(rules.keeps_accounts)
def account_second_step_off(request: HttpRequest, pk: int) -> HttpResponse:
    account = _account(request, pk)
    sentence = _("Langkah kedua dilepas. Pemegang akun memasangnya lagi saat masuk.")
    return done(request, lambda: take_off_second_step(account, actor=visitor(request)), sentence, "account", pk)
