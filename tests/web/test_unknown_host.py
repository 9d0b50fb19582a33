"""A request under a foreign name is refused with a page, not with a broken one."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_foreign_host_name_is_a_bad_request() -> None:
    answer = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "tidak dapat dibaca" in answer.content.decode()
