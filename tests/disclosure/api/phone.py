"""An app on a telephone, as it speaks with the API."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import Any
from uuid import uuid4

from django.test import Client
from PIL import Image

from selaras.disclosure.links import token_of
from selaras.disclosure.models import PublicBody, Request
from tests.disclosure.network import PICTURE, SITI

API = "/api/v1/information"
PHOTO = b64encode(PICTURE).decode()


def get(path: str, case: Request | str = "", **asked: Any) -> Any:
    """As whoever holds the token of a case, or as anybody."""
    return Client().get(f"{API}/{path}", asked, headers=_headers(case))


def post(path: str, sent: Any, case: Request | str = "") -> Any:
    return Client().post(f"{API}/{path}", sent, content_type="application/json", headers=_headers(case))


def told(body: PublicBody, **other: Any) -> dict[str, Any]:
    """A request that lacks nothing, unless something else is told."""
    who = {name: getattr(SITI, name) for name in ("name", "identity_number", "address", "phone")}
    return {
        "submission": str(uuid4()),
        "body": body.code,
        "subject": "Salinan APBDes tahun 2019 beserta laporannya",
        "purpose": "Penelitian",
        "way": "copy",
        "form": "soft",
        "delivery": "site",
        "papers": {"identity": PHOTO},
        **who,
        **other,
    }


def picture(side: int = 8) -> bytes:
    """A clean file that a desk may release."""
    Image.new("RGB", (side, side)).save(target := io.BytesIO(), "PNG")
    return target.getvalue()


def _headers(case: Request | str) -> dict[str, str]:
    token = token_of(case) if isinstance(case, Request) else case
    return {"authorization": f"Bearer {token}"} if token else {}
