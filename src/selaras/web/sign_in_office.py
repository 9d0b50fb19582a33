"""Signing in through the office's own sign-in (OpenID Connect), where settings name one."""

from __future__ import annotations

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class OfficeAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # it ships no types
    """What becomes of a person whom the office's sign-in vouches for."""
