"""What an applicant types, step by step, for tests. Invented."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from selaras.disclosure.models import PublicBody
from tests.disclosure.network import PICTURE, SITI

WHAT = {"subject": "Salinan APBDes tahun 2019 beserta laporannya", "purpose": "Penelitian"}
HOW = {"way": "copy", "form": "soft", "delivery": "site"}
WHO = {
    "kind": "person",
    "name": SITI.name,
    "identity_number": SITI.identity_number,
    "address": SITI.address,
    "phone": SITI.phone,
}


def card() -> SimpleUploadedFile:
    return SimpleUploadedFile("ktp.jpg", PICTURE, content_type="image/jpeg")


def begun(body: PublicBody, submission: UUID | None = None, **told: str) -> str:
    """The token of a draft in which the first step was taken."""
    sent = WHAT | {"submission": str(submission or uuid4())} | told
    answer = Client().post(reverse("ask", args=[body.code]), sent)
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"].split("/")[3]


def step(token: str, slug: str, told: dict[str, Any]) -> Any:
    return Client().post(reverse("ask-step", args=[token, slug]), told)


def filled(body: PublicBody, submission: UUID | None = None) -> str:
    """The token of a draft that lacks nothing."""
    token = begun(body, submission)
    for slug, told in (("cara", HOW), ("siapa", WHO), ("berkas", {"identity": card()})):
        assert step(token, slug, told).status_code == 302
    return token


def send(token: str) -> Any:
    return Client().post(reverse("ask-check", args=[token]))
