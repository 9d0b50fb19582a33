"""Accounts: a password is shown once, and nobody signs in as the system."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError

from selaras.people.actions import SYSTEM, set_account, system_account
from selaras.people.models import Role

pytestmark = pytest.mark.django_db


def test_a_new_account_signs_in_with_the_password_shown() -> None:
    shown = set_account("bappeda", "Petugas Bappeda", Role.Kind.PLANNER, actor=system_account())
    signed_in = authenticate(username="bappeda", password=shown)
    assert signed_in is not None
    assert signed_in.password.startswith("argon2")
    assert [role.kind for role in signed_in.roles.all()] == [Role.Kind.PLANNER]


def test_setting_again_changes_the_password_and_keeps_one_role() -> None:
    first = set_account("bappeda", "Petugas", Role.Kind.PLANNER, actor=system_account())
    second = set_account("bappeda", "Petugas", Role.Kind.PLANNER, actor=system_account())
    assert authenticate(username="bappeda", password=first) is None
    assert authenticate(username="bappeda", password=second).roles.count() == 1


def test_a_weak_password_is_refused() -> None:
    with pytest.raises(ValidationError):
        set_account("bappeda", "Petugas", Role.Kind.PLANNER, password="12345678", actor=system_account())


def test_the_system_cannot_sign_in_or_be_taken_over() -> None:
    assert not system_account().has_usable_password()
    with pytest.raises(ValueError, match="pilih nama lain"):
        set_account(SYSTEM, "x", Role.Kind.ADMINISTRATOR, actor=system_account())
